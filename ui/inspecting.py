"""`verse inspect`: how one file is read, without ingesting it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ingest.settings import Settings
from ingest.types import Block, Document
from ui.plain import harmless
from ui.register_told import lines
from ui.register_view import entries
from ui.wording import counted

_BEGINS = 100
"""How many characters of a block are shown."""


def tell_reading(settings: Settings, file: Path, whole: bool) -> None:
    """Print what is read of a file; with `whole` every block and item besides.

    Raises:
        UnreadableFile: It cannot be read.
        CatalogError: The corpus's catalogue cannot be used.

    """
    from ingest.catalog import Entry, read_catalog  # noqa: PLC0415 - slow to import
    from ingest.pipeline import read_document  # noqa: PLC0415

    entry = {**read_catalog(settings.corpus), **read_catalog(file.parent)}.get(file.name, Entry())
    document = read_document(file, entry)
    told = [*summary(document), *(everything(document) if whole else ())]
    sys.stdout.write("\n".join(told) + "\n")


def summary(document: Document) -> Iterator[str]:
    """Give the lines: what the document is, how much of what it has, and the warnings."""
    info = document.info
    yield harmless(info.title)
    for name, value in (
        ("organisation", info.organisation),
        ("kind", info.kind),
        ("date", info.date),
        ("as at", info.as_of),
        ("language", info.language),
    ):
        yield f"  {name}: {harmless(value) or '(not found)'}"
    yield "  " + ", ".join(
        (
            counted(len(document.pages), "page"),
            counted(len(document.blocks), "block"),
            counted(len(document.items), "item"),
            counted(len(document.passages), "passage"),
        )
    )
    yield f"  blocks: {_numbers(Counter(block.kind for block in document.blocks))}"
    yield f"  items: {_numbers(Counter(item.label or item.kind for item in document.items))}"
    yield from (f"  warning: {harmless(warning)}" for warning in document.warnings)
    if not document.warnings:
        yield "  no warnings"


def everything(document: Document) -> Iterator[str]:
    """Give every block by page, then every item with its fields."""
    yield "Blocks:"
    for block in document.blocks:
        page = block.places[0].page if block.places else 0
        yield f"  page {page}, {block.kind}: {_begins(block)}"
    yield "Items:"
    for entry in entries({document.info.name: document}):
        yield from (f"  {line}" for line in lines(entry))


def _begins(block: Block) -> str:
    text = harmless(" ".join(block.text.split()))
    return text if len(text) <= _BEGINS else text[:_BEGINS].rstrip() + " …"


def _numbers(found: Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in found.most_common()) or "none"
