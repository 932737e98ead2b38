"""Cards: a number beside a title, both shaded, over a body with text and a small table in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.elements import Grid
from ingest.readers.pdf.drawn import CellBox, PlumberTable, box_of
from ingest.readers.pdf.striped import StripedRow, StripedTable
from ingest.readers.pdf.words import Printed, group_lines, is_within
from ingest.types import Block, Box, Place

_EDGE = 3.0  # points
_FEWEST_LINES = 2  # of text in a card's body
_LEVEL = 6  # of a card's number as a heading: below all others
#: "AFI 1", "Cause of concern 2", "R4".
_NUMBER = re.compile(
    r"^(?:[A-Za-z][a-z]*(?: [a-z]+){0,3} |[A-Z]{1,5}[-. ]?)\d{1,3}(?:\.\d{1,2})*[a-z]?$"
)


@dataclass(frozen=True, slots=True)
class Card:
    """The drawn title row of a card, and the box of its body."""

    title: PlumberTable
    body: Box


def card_of(table: PlumberTable, words: Sequence[Printed]) -> Card | None:
    """Give a drawn table as a card: a number beside a title over one cell of text; else None."""
    if len(table.rows) != 2:
        return None
    title, below = ([c for c in row.cells if c] for row in table.rows)
    if len(title) != 2 or len(below) != 1 or not _as_wide(below[0], table.bbox):
        return None
    number = " ".join(w.text for w in words if is_within(w, box_of(title[0])))
    lines = group_lines(w for w in words if is_within(w, box_of(below[0])))
    if not _NUMBER.match(number) or len(lines) < _FEWEST_LINES:
        return None
    x0, top, x1, bottom = table.bbox
    head = StripedTable((x0, top, x1, below[0][1]), (StripedRow(tuple(title)),))
    return Card(head, Box(x0, below[0][1], x1, bottom))


def _as_wide(cell: CellBox, box: CellBox) -> bool:
    return abs(cell[0] - box[0]) < _EDGE and abs(cell[2] - box[2]) < _EDGE


def title_blocks(grid: Grid) -> tuple[Block, ...]:
    """Give a card's number as a heading and its title below; none for any other table."""
    if len(grid.rows) != 1 or len(grid.rows[0]) != 2:
        return ()
    number, title = (" ".join(cell.text.split()) for cell in grid.rows[0])
    if not _NUMBER.match(number) or not title:
        return ()
    return (
        Block("heading", number, (Place(grid.page, number),), level=_LEVEL, bold=True),
        Block("paragraph", title, (Place(grid.page, title),)),
    )
