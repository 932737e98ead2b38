"""The tour for somebody new, made from the documents: what they are, who owns what, the terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ingest.types import Block, Document, Place
from ingest.wording.quotes import find_run
from ui.moments import read_moment

#: Headings under which documents say what they are for, the surest first (English and Welsh).
_PURPOSES = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"purpose|pwrpas",
        r"aims?|vision|nod(?:au)?|gweledigaeth",
        r"executive summary|crynodeb gweithredol",
        r"introduction|summary|cyflwyniad|crynodeb",
        r"overview|background|objectives?|about|trosolwg|cefndir|amcan(?:ion)?",
        r"foreword|rhagair",
    )
)
_LEAST_WORDS = 8
"""Fewer words are no statement of a purpose but a label."""
_DEEPEST = 2
"""Headings deeper than this are no parts of a document to be shown round."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the page it stands on (0 where there are no pages)."""

    text: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Introduced:
    """A document with what it says it is for, as it says it, and where (None: it does not)."""

    document: Document
    purpose: Place | None
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation or a defined term, what it means, and where it is said."""

    term: str
    meaning: str
    document: str
    title: str
    page: int
    kind: str


def tour(documents: Mapping[str, Document]) -> tuple[Introduced, ...]:
    """Introduce every document, the newest first."""
    ordered = sorted(documents.values(), key=_age, reverse=True)
    return tuple(Introduced(d, purpose(d), tuple(_sections(d))) for d in ordered)


def purpose(document: Document) -> Place | None:
    """Give the first paragraph under the heading that announces what the document is for."""
    paragraphs = [b for b in document.blocks if b.kind == "paragraph"]
    headed = (b for p in _PURPOSES for b in paragraphs if b.section and p.search(b.section[-1]))
    # Looked up on their pages one by one: most documents say it in the first that fits.
    found = (b for b in (*headed, *paragraphs) if _says_something(b, document))
    block = next(found, None)
    return block.places[0] if block else None


def terms(
    documents: Mapping[str, Document], words: str, kinds: Collection[str]
) -> tuple[Term, ...]:
    """Give the terms of those kinds that have all the words, in the order of the alphabet."""
    wanted = words.casefold().split()
    found = (term for document in documents.values() for term in _terms(document, kinds))
    chosen = (t for t in found if all(w in f"{t.term} {t.meaning}".casefold() for w in wanted))
    return tuple(sorted(chosen, key=lambda t: (t.term.casefold(), t.document)))


def _terms(document: Document, kinds: Collection[str]) -> Iterator[Term]:
    for item in document.items:
        if item.kind in kinds and item.identifier:
            page = item.places[0].page if item.places else 0
            info = document.info
            yield Term(item.identifier, item.text, info.name, info.title, page, item.kind)


def _sections(document: Document) -> Iterator[Section]:
    for block in document.blocks:
        if block.kind == "heading" and block.level <= _DEEPEST and block.text.strip():
            yield Section(
                " ".join(block.text.split()),
                block.level,
                block.places[0].page if block.places else 0,
            )


def _says_something(block: Block, document: Document) -> bool:
    """Whether a paragraph is long enough and stands on its page as it is given."""
    if not block.places or len(block.places[0].text.split()) < _LEAST_WORDS:
        return False
    place = block.places[0]
    return find_run(document.page(place.page or 1).text, place.text) is not None


def _age(document: Document) -> tuple[int, int, int, str]:
    info = document.info
    moment = read_moment(info.date) or read_moment(info.as_of) or (0, 0, 0)
    return (*moment, info.name)
