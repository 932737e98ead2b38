"""`verse status`: what is in the index, and what in the documents' folder is not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.settings import Settings
from ingest.types import Document
from ui.originals import find_original
from ui.plain import harmless
from ui.wording import counted


def tell_standing(settings: Settings) -> None:
    """Say on stdout what is ingested.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    from ingest.library import Library  # noqa: PLC0415 - slow to import

    library = Library.open(settings)
    lines = standing(settings, library.documents, library.generation)
    sys.stdout.write("\n".join(lines) + "\n")


def standing(settings: Settings, documents: tuple[Document, ...], generation: str) -> Iterator[str]:
    """Give the lines: the index, each document, and what to ingest again."""
    yield f"Index {settings.index} (generation {generation})"
    yield f"{counted(len(documents), 'document')} from {settings.corpus}:"
    changed = False
    for document in documents:
        info = document.info
        same = find_original(settings.corpus, info) is not None
        changed = changed or not same
        yield f"  {info.name}: {harmless(info.title)}"
        yield (
            "    "
            + ", ".join(_facts(document))
            + ("" if same else _note(settings.corpus, info.name))
        )
    if changed:
        yield "Run “verse ingest” to bring the index up to date."


def _facts(document: Document) -> Iterator[str]:
    yield counted(len(document.pages), "page")
    yield counted(sum(i.kind == "entry" for i in document.items), "item")
    yield counted(len(document.passages), "passage")
    if document.info.as_of:
        yield f"as at {harmless(document.info.as_of)}"
    if document.warnings:
        yield counted(len(document.warnings), "note")


def _note(corpus: Path, name: str) -> str:
    found = (corpus / name).is_file() or any(corpus.rglob(Path(name).name))
    return "; changed since" if found else "; no longer in the folder"
