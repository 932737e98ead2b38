"""The vectors of all passages, in Chroma; the one place that imports it.

Embedded by default; a server's address points the same code to it. Vectors are always passed
in, so that Chroma never picks (and downloads) a model. A vector's id is its document's version
and the passage's number; what the manifest does not name is not searched.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.config import Settings as ChromaSettings
from numpy.typing import NDArray

from ingest.errors import IndexMissing
from ingest.store import FORMAT

_BATCH = 1000

# Chroma's graph is approximate, and what it has not yet written to disk is built anew by several
# threads wherever the index is opened, each time a little differently
# (github.com/chroma-core/chroma/issues/2675). So every write goes to disk at once, and a search
# looks far enough to find what a full comparison finds.
_GRAPH = {
    "hnsw:space": "cosine",
    "hnsw:search_ef": 500,
    "hnsw:batch_size": 2,
    "hnsw:sync_threshold": 2,
}


@dataclass(frozen=True, slots=True)
class Near:
    """A passage near a question: its document's version, its number there, its similarity."""

    version: str
    number: int
    similarity: float


class VectorIndex:
    """The passages' vectors, of length 1, compared by cosine."""

    def __init__(self, collection: Any) -> None:  # noqa: ANN401 - Chroma types it too narrowly
        self._collection = collection

    @classmethod
    def open(cls, folder: Path, url: str = "", model: str = "") -> VectorIndex:
        """Open the index in a folder, or on a Chroma server, for vectors of one model.

        Raises:
            IndexMissing: the server does not answer.
        """
        logging.getLogger("chromadb").setLevel(logging.ERROR)
        settings = ChromaSettings(anonymized_telemetry=False, allow_reset=False)
        if url:
            client = _server(url, settings)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            client = chromadb.PersistentClient(path=str(folder), settings=settings)
        collection = client.get_or_create_collection(
            _collection_name(model), metadata=_GRAPH, embedding_function=None
        )
        return cls(collection)

    def add(self, version: str, vectors: NDArray[np.float32], document: str, access: str) -> None:
        """Keep the vectors of a document's passages, in their order; again changes nothing.

        What another program's reading of the same file left behind them is removed.
        """
        beyond = [{"version": version}, {"number": {"$gte": len(vectors)}}]
        self._collection.delete(where={"$and": beyond})
        for start in range(0, len(vectors), _BATCH):
            rows = range(start, min(start + _BATCH, len(vectors)))
            self._collection.upsert(
                ids=[f"{version}#{n}" for n in rows],
                embeddings=vectors[start : start + _BATCH],
                metadatas=[
                    {"version": version, "number": n, "document": document, "access": access}
                    for n in rows
                ],
            )

    def search(self, vector: NDArray[np.float32], k: int, versions: Collection[str]) -> list[Near]:
        """Give the k passages nearest to a vector among those versions, nearest first."""
        if not versions or k < 1:
            return []
        found = self._collection.query(
            query_embeddings=[vector],
            n_results=k,
            where={"version": {"$in": sorted(versions)}},
            include=["distances", "metadatas"],
        )
        near = [
            Near(str(meta["version"]), int(meta["number"]), 1.0 - float(distance))
            for meta, distance in zip(found["metadatas"][0], found["distances"][0], strict=True)
        ]
        return sorted(near, key=lambda n: (-n.similarity, n.version, n.number))

    def keep_only(self, versions: Collection[str]) -> None:
        """Remove the vectors of every version but these."""
        if versions:
            self._collection.delete(where={"version": {"$nin": sorted(versions)}})
        else:
            self._collection.delete(where={"version": {"$ne": ""}})

    def count(self, version: str) -> int:
        """Give how many vectors a version has."""
        return len(self._collection.get(where={"version": version}, include=[])["ids"])


def _collection_name(model: str) -> str:
    """Name the collection of a model's vectors, in the letters that Chroma allows.

    The format is in the name because Chroma keeps the settings a collection was created with.
    """
    return f"passages-{FORMAT}-{re.sub(r'[^a-z0-9]+', '-', model.lower()).strip('-') or 'any'}"


def _server(url: str, settings: ChromaSettings) -> ClientAPI:
    parts = urlparse(url if "//" in url else f"http://{url}")
    try:
        return chromadb.HttpClient(
            host=parts.hostname or "127.0.0.1",
            port=parts.port or 8000,
            ssl=parts.scheme == "https",
            settings=settings,
        )
    except Exception as error:  # the client raises many kinds
        raise IndexMissing(
            f"the Chroma server at {url} does not answer; start it, or unset CHROMA_URL"
        ) from error
