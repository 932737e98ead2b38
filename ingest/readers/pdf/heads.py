"""Column names set in another size above a table without rules, which would pass for headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.elements import Grid
from ingest.readers.pdf.gutters import Gutters, segments
from ingest.readers.pdf.words import Line, cell_text
from ingest.types import Cell

_FURTHEST = 2.2  # of a line's size, from the names to what they name
_FEWEST = 3  # columns


def heads_above(text: Sequence[Line], first: Line, gutters: Gutters) -> Sequence[Line]:
    """Give the lines right above a table that name its columns, the topmost first.

    The lowest has a name for each column, but for the labels' perhaps; those above it name several
    columns at once.
    """
    if gutters.columns < _FEWEST or not text or not _names_each(text[-1], first, gutters):
        return ()
    above = text[-2] if len(text) > 1 else None
    if above is not None and _names_several(above, text[-1], gutters):
        return (above, text[-1])
    return (text[-1],)


def with_heads(grid: Grid, heads: Sequence[Line], gutters: Gutters) -> Grid:
    """Give a table with rows of column names put before its own."""
    rows = tuple(_cells(line, gutters) for line in heads)
    return replace(
        grid,
        rows=(*rows, *grid.rows),
        bold_rows=(*range(len(heads)), *(row + len(heads) for row in grid.bold_rows)),
        down=tuple((row + len(heads), column) for row, column in grid.down),
    )


def _names_each(line: Line, below: Line, gutters: Gutters) -> bool:
    parts = segments(line)
    columns = [{gutters.column(word) for word in part} for part in parts]
    alone = all(len(own) == 1 for own in columns) and len(set().union(*columns)) == len(parts)
    return alone and len(parts) >= gutters.columns - 1 and _is_near(line, below)


def _names_several(line: Line, below: Line, gutters: Gutters) -> bool:
    parts = segments(line)
    starts = [gutters.column(part[0]) for part in parts]
    rising = all(a < b for a, b in pairwise(starts))
    inside = line.box.x0 >= gutters.left - line.size and line.box.x1 <= gutters.right + line.size
    return len(parts) > 1 and rising and inside and _is_near(line, below)


def _is_near(line: Line, below: Line) -> bool:
    return below.box.top - line.box.bottom <= _FURTHEST * line.size and line.text[-1] not in ".;,"


def _cells(line: Line, gutters: Gutters) -> tuple[Cell, ...]:
    """Give a line's cells; each reaches to where the next begins, as far as that is to the right.

    A name over several columns is set at their left or in their middle.
    """
    parts = segments(line)
    starts = [gutters.column(part[0]) for part in parts]
    if len(parts) >= gutters.columns - 1:
        texts = dict(zip(starts, map(cell_text, parts), strict=True))
        return tuple(Cell(texts.get(n, ""), n) for n in range(gutters.columns))
    ends = [*starts[1:], gutters.columns]
    cells = [
        Cell(cell_text(part), start, end - start)
        for part, start, end in zip(parts, starts, ends, strict=True)
    ]
    return (*(Cell("", n) for n in range(starts[0])), *cells)
