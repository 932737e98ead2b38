"""What the Documents page shows of each document. No Streamlit in here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ingest.types import Document
from ui.editing import file_in_corpus
from ui.originals import find_original

Standing = Literal["same", "changed", "gone"]

VERSION_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document of the library; `version` begins its content's hash (SHA-256).

    `entries` counts what its register lists; `standing` is of its file in the corpus folder
    since it was read.
    """

    name: str
    title: str
    organisation: str
    kind: str
    date: str
    as_of: str
    language: str
    pages: int
    entries: int
    warnings: tuple[str, ...]
    version: str
    standing: Standing


def shelf(documents: Mapping[str, Document], corpus: Path) -> tuple[Shelved, ...]:
    """Give the documents by title."""
    found = (_shelved(document, corpus) for document in documents.values())
    return tuple(sorted(found, key=lambda s: (s.title.casefold(), s.name)))


def titled(shelved: Iterable[Shelved], words: str) -> tuple[Shelved, ...]:
    """Give those whose title, organisation, kind, date or file name have all the words."""
    wanted = words.casefold().split()
    return tuple(
        s
        for s in shelved
        if all(
            word in f"{s.title} {s.organisation} {s.kind} {s.date} {s.name}".casefold()
            for word in wanted
        )
    )


def _shelved(document: Document, corpus: Path) -> Shelved:
    info = document.info
    return Shelved(
        name=info.name,
        title=info.title,
        organisation=info.organisation,
        kind=info.kind,
        date=info.date,
        as_of=info.as_of,
        language=info.language,
        pages=len(document.pages),
        entries=sum(item.kind == "entry" for item in document.items),
        warnings=document.warnings,
        version=info.sha256[:VERSION_LETTERS],
        standing=_standing(document, corpus),
    )


def _standing(document: Document, corpus: Path) -> Standing:
    if find_original(corpus, document.info):
        return "same"
    return "changed" if file_in_corpus(corpus, document.info.name) else "gone"
