"""What running text says of an entry besides its own row: "Milestone 6 moved because …"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assistant.drafts import Said, Source
from ingest.identifiers import canonical, mentions
from ingest.library import Library
from ingest.sentences import sentences
from ingest.types import Item, Passage

_MOST = 3  # sentences


class SpokenOf:
    """Finds the sentences of a work that name one of its entries."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def said(
        self, item: Item, documents: Collection[str], already: Collection[Said]
    ) -> tuple[Said, ...]:
        """Give the first sentences of documents that name an entry and are not said already.

        A bare number names it only after what the document calls such entries.
        """
        told = " ".join(one.text for one in already)
        found = (
            Said(text, (Source(p.document, p.section, p.places, text),))
            for name in documents
            for p in self._library.document(name).passages
            if not p.item and item.identifier and item.identifier in p.text
            for text in _naming(item, p)
            if text not in told
        )
        return tuple(one for one, _ in zip(found, range(_MOST), strict=False))


def _naming(item: Item, passage: Passage) -> Iterator[str]:
    wanted = canonical(item.identifier)
    bare = wanted.isdigit()
    for line in passage.text.split("\n"):
        for sentence in sentences(line):
            named = (m for m in mentions(sentence) if m.identifier == wanted)
            if any(m.label == item.label or not bare for m in named):
                yield sentence
