"""Captions between tables that stand close: read as a row over all columns, they join the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.elements import Grid
from ingest.types import Block, Place
from ingest.wording.reflow import in_one_line

CAPTION = re.compile(r"^(?:Table|Figure|Fig\.|Chart|Tabl|Ffigur)\s+[A-Z]?\d", re.IGNORECASE)
"""How what stands above a table or figure to say what it shows begins."""
CONTINUED = re.compile(
    r"\b(?:continue[sd]?|cont[’']?d|parhad|overleaf|over the page|(?:on|see) (?:the )?next page)\b",
    re.IGNORECASE,
)
"""What says that a table goes on over the page."""
_NAMED = re.compile(r"^\w+\.?\s+[A-Z]?\d+(?:\.\d+)?[a-z]?\s?[.:–-]\s+\S")


def with_captions_apart(elements: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
    """Give the elements, each table by itself with its caption as a paragraph above it."""
    for element in elements:
        if isinstance(element, Grid):
            yield from _divided(element)
        else:
            yield element


def _divided(grid: Grid) -> Iterator[Block | Grid]:
    start = 0
    for index, row in enumerate(grid.rows):
        told = [cell.text for cell in row if cell.text.strip()]
        if len(told) != 1 or not _is_caption(told[0]):
            continue
        yield from _part(grid, start, index)
        text = in_one_line(told[0])
        yield Block("paragraph", text, (Place(grid.page, text),), bold=index in grid.bold_rows)
        start = index + 1
    yield from _part(grid, start, len(grid.rows))


def _is_caption(text: str) -> bool:
    named = CAPTION.match(text) and _NAMED.match(in_one_line(text))
    return bool(named) and CONTINUED.search(text) is None


def _part(grid: Grid, start: int, end: int) -> Iterator[Grid]:
    """Give some rows of a table as a table of their own; the whole table as it is."""
    if end - start == len(grid.rows):
        yield grid
    elif end > start:
        yield Grid(
            grid.page,
            grid.rows[start:end],
            grid.columns,
            grid.edges,
            tuple(row - start for row in grid.bold_rows if start <= row < end),
            tuple((row - start, column) for row, column in grid.down if start <= row < end),
        )
