"""The part of a text that a quote stands in: from the heading above it to the next one."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.types import Document, Page
from ingest.wording.quotes import Run, find_run


def section_around(document: Document, page: Page, quote: str) -> Run:
    """Give the section of the page that a quote stands in; the whole page where it has none."""
    found = find_run(page.text, quote)
    whole = Run(0, len(page.text))
    if found is None:
        return whole
    starts = list(_heading_starts(document, page))
    return Run(
        max((start for start in starts if start <= found.start), default=whole.start),
        min((start for start in starts if start >= found.end), default=whole.end),
    )


def _heading_starts(document: Document, page: Page) -> Iterator[int]:
    """Give where the page's headings begin, each looked for after the one before it."""
    after = 0
    for block in document.blocks:
        for place in block.places:
            if block.kind != "heading" or place.page not in {0, page.number}:
                continue
            run = find_run(page.text, place.text, after)
            if run:
                yield run.start
                after = run.end
