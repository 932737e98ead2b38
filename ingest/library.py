"""The library: every ingested document in memory, and the two indexes over their passages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingest.about.versions import Family, families
from ingest.lexical import LexicalIndex, tokenise
from ingest.settings import Settings
from ingest.store import Manifest, read_manifest, read_snapshot
from ingest.types import Document, Item, Passage

if TYPE_CHECKING:
    from ingest.index import VectorIndex


def indexed_text(passage: Passage) -> str:
    """Give what is indexed of a passage: the headings above it, then its words."""
    return " > ".join(passage.section[-3:]) + "\n" + passage.text


def lexical_folder(index: Path, generation: str) -> Path:
    """Give where the word index of one generation of the library is kept."""
    return index / f"lexical-{generation}"


class Library:
    """The documents that may be searched, with what looking things up in them needs."""

    def __init__(
        self,
        settings: Settings,
        manifest: Manifest,
        snapshots: Sequence[tuple[str, Document]] = (),
        only: Collection[str] = (),
    ) -> None:
        """Read the documents, or take them as they were read; `only` limits them by name."""
        self._settings = settings
        self._manifest = manifest
        self._snapshots = snapshots or [
            (k.version, read_snapshot(settings.index, k.version)) for k in manifest.documents
        ]
        self._rows: list[int] = []
        self._versions: dict[str, str] = {}
        documents: list[Document] = []
        passages: list[Passage] = []
        row = 0
        for version, document in self._snapshots:
            named = not only or document.info.name in only
            if named and document.info.access in settings.access:
                documents.append(document)
                passages.extend(document.passages)
                self._rows.extend(range(row, row + len(document.passages)))
                self._versions[document.info.name] = version
            row += len(document.passages)
        self._total = row
        self.documents: tuple[Document, ...] = tuple(documents)
        self.passages: tuple[Passage, ...] = tuple(passages)

    @classmethod
    def open(cls, settings: Settings) -> Library:
        """Open what has been ingested.

        Raises:
            IndexMissing: nothing has been.
            IndexOutdated: another version of the program wrote it.
        """
        return cls(settings, read_manifest(settings.index))

    def limited(self, documents: Collection[str]) -> Library:
        """Give the library as if it held nothing but those documents."""
        return Library(self._settings, self._manifest, self._snapshots, documents)

    @property
    def generation(self) -> str:
        """A name that changes whenever the library changes."""
        return self._manifest.generation

    @property
    def embedder(self) -> str:
        """The name of the model that the passages' vectors were made with."""
        return self._manifest.embedder

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """The words of the documents that may be searched, with how many passages have each."""
        if len(self.passages) == self._total:
            return self.lexical.vocabulary
        return LexicalIndex.build([indexed_text(p) for p in self.passages]).vocabulary

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words of the documents that may be searched."""
        return frozenset(t for w in self.vocabulary for t in tokenise(w))

    @property
    def settings(self) -> Settings:
        """Where the library is."""
        return self._settings

    def document(self, name: str) -> Document:
        """Give the document of that file name."""
        return self._by_name[name]

    def item(self, key: str) -> Item | None:
        """Give the item of that key, or None."""
        return self._items.get(key)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items of all documents, in order."""
        return tuple(item for d in self.documents for item in d.items)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """The works of which there are several editions."""
        return families(self.documents)

    @cached_property
    def _by_name(self) -> dict[str, Document]:
        return {d.info.name: d for d in self.documents}

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.key: item for item in self.items}

    def preceding(self, passage: Passage) -> tuple[Passage, ...]:
        """Give the passages before one in its document, in reading order."""
        own = self.document(passage.document).passages
        return own[: own.index(passage)]

    def following(self, passage: Passage) -> tuple[Passage, ...]:
        """Give the passages after one in its document, in reading order."""
        own = self.document(passage.document).passages
        return own[own.index(passage) + 1 :]

    @cached_property
    def lexical(self) -> LexicalIndex:
        """The word index, opened when first needed."""
        return LexicalIndex.load(lexical_folder(self._settings.index, self.generation))

    def search_words(
        self, query: str, k: int, documents: Collection[str] = (), *, own_rarity: bool = False
    ) -> list[tuple[int, float]]:
        """Give the best k passages by their words: (place in `passages`, score), best first.

        With `own_rarity` a word counts by how rare it is in those documents.
        """
        allowed = np.zeros(self._total, dtype=np.bool_)
        places = self._places(documents)
        allowed[[self._rows[p] for p in places]] = True
        back = {self._rows[p]: p for p in places}
        found = self.lexical.search(query, k, allowed, own_rarity=own_rarity)
        return [(back[row], score) for row, score in found]

    def search_vectors(
        self, vector: NDArray[np.float32], k: int, documents: Collection[str] = ()
    ) -> list[tuple[int, float]]:
        """Give the nearest k passages: (place in `passages`, cosine), nearest first."""
        names = documents or self._versions
        versions = {self._versions[n]: n for n in names if n in self._versions}
        near = self._vectors.search(vector, k, versions.keys())
        return [
            (self._first[versions[n.version]] + n.number, n.similarity)
            for n in near
            if n.version in versions
        ]

    @cached_property
    def _vectors(self) -> VectorIndex:
        from ingest.index import VectorIndex  # noqa: PLC0415 - Chroma takes a second to import

        return VectorIndex.open(
            self._settings.index / "chroma", self._settings.chroma_url, self.embedder
        )

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where each document's passages begin in `passages`."""
        first: dict[str, int] = {}
        for place, passage in enumerate(self.passages):
            first.setdefault(passage.document, place)
        return first

    def _places(self, documents: Collection[str]) -> Sequence[int]:
        if not documents:
            return range(len(self.passages))
        return [p for p, passage in enumerate(self.passages) if passage.document in documents]
