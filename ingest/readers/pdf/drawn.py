"""Tables that are drawn on a PDF page, cell by cell, as pdfplumber finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from ingest.elements import Grid
from ingest.readers.pdf.divided import Divided, rows_between
from ingest.readers.pdf.edges import cell_between, column_at, edges_apart
from ingest.readers.pdf.words import Printed, is_within
from ingest.types import Box, Cell

_SAME_EDGE = 3.0  # points
_MOST_UNDRAWN = 4  # rows that a place without a drawn cell may cover

CellBox = tuple[float, float, float, float]


class PlumberRow(Protocol):
    """A row of a table as pdfplumber finds it; None where a merged cell leaves a gap."""

    @property
    def cells(self) -> Sequence[CellBox | None]:
        """Its cells from left to right."""


class PlumberTable(Protocol):
    """A table as pdfplumber finds it."""

    @property
    def bbox(self) -> CellBox:
        """The box around it."""

    @property
    def rows(self) -> Sequence[PlumberRow]:
        """Its rows from top to bottom."""


def box_of(cell: CellBox) -> Box:
    """Give a drawn figure's box."""
    return Box(*map(float, cell))


def is_table(table: PlumberTable) -> bool:
    """Whether a ruled figure has at least two cells side by side somewhere."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def edges_of(table: PlumberTable) -> tuple[float, ...]:
    """Give where the columns of a drawn table begin and the last one ends; points."""
    cells = (c for row in table.rows for c in row.cells if c)
    return edges_apart((x for c in cells for x in (c[0], c[2])), _SAME_EDGE)


def drawn_grid(table: PlumberTable, number: int, words: Sequence[Printed]) -> Grid:
    """Give a drawn table with the words in each cell; `number` is its page's."""
    edges = edges_of(table)
    inside = _words_in(words, table.bbox)
    drawn = sorted({c for row in table.rows for c in row.cells if c is not None})
    bands = _bands(drawn)
    boxes = sorted([*drawn, *_undrawn(edges, bands, drawn)])
    texts = {b: _words_in(inside, b) for b in boxes}
    rows: list[tuple[Cell, ...]] = []
    bold_rows: list[int] = []
    down: list[tuple[int, int]] = []
    for top, bottom in bands:
        middle = (top + bottom) / 2
        covering = [b for b in boxes if b[1] <= middle <= b[3]]
        if not any(texts[b] for b in covering if b[1] >= top - _SAME_EDGE) and rows:
            continue  # nothing begins here: what is covered began in a row above
        begun = [column_at(edges, b[0]) for b in covering if b[1] < top - _SAME_EDGE]
        held = [texts[b] for b in covering]
        found = Divided((tuple(held),)) if begun else rows_between(held)
        for at, part in enumerate(found.parts):
            if any(part) and all(w.bold for words_of in part for w in words_of):
                bold_rows.append(len(rows))
            down += [(len(rows), column) for column in begun]
            down += [(len(rows), column_at(edges, covering[n][0])) for n in found.over if at]
            cells = zip(covering, part, strict=True)
            rows.append(tuple(cell_between(edges, b[0], b[2], inside) for b, inside in cells))
    return Grid(number, tuple(rows), max(len(edges) - 1, 1), edges, tuple(bold_rows), tuple(down))


def _undrawn(
    edges: Sequence[float], bands: Sequence[tuple[float, float]], drawn: Sequence[CellBox]
) -> Iterator[CellBox]:
    """Give the places for which no cell is drawn, those below each other between cells as one."""
    for left, right in pairwise(edges):
        x = (left + right) / 2
        column = [b for b in drawn if b[0] <= x <= b[2]]
        free = [not any(b[1] <= (t + u) / 2 <= b[3] for b in column) for t, u in bands]
        start: int | None = None
        for index, open_here in enumerate([*free, False]):
            if open_here and start is None:
                start = index
            elif not open_here and start is not None:
                if start == 0 and index > 1:  # the corner over the first column's entries
                    yield left, bands[0][0], right, bands[0][1]
                    start = 1
                if index - start <= _MOST_UNDRAWN and column:
                    yield left, bands[start][0], right, bands[index - 1][1]
                else:
                    yield from ((left, t, right, u) for t, u in bands[start:index])
                start = None


def _bands(boxes: Sequence[CellBox]) -> list[tuple[float, float]]:
    """Give the rows' tops and bottoms: from each edge between cells to the next."""
    heights = (y for box in boxes for y in (box[1], box[3]))
    return list(pairwise(edges_apart(heights, _SAME_EDGE)))


def holds_rows(grid: Grid) -> bool:
    """Whether cells with words stand side by side, as in a table and not in a chart."""
    return any(sum(bool(c.text.strip()) for c in row) > 1 for row in grid.rows)


def _words_in(words: Sequence[Printed], box: CellBox) -> list[Printed]:
    return [w for w in words if is_within(w, box_of(box))]
