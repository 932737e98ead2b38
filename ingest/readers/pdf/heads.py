"""Column names set in another size above a table without rules, which would pass for headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.elements import Grid
from ingest.readers.pdf.edges import runs_over
from ingest.readers.pdf.gutters import Gutters, segments
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.words import Line, Printed, cell_text
from ingest.types import Cell
from ingest.wording.roles import is_header_name

_FURTHEST = 2.2  # of a line's size, from the names to what they name
_FEWEST = 3  # columns
_KNOWN = 2  # names that tell what a column is for
_YEAR = re.compile(r"^(?:19|20)\d\d\b")
_LOOSE = 1.0  # points by which a word may reach over a border
_MOST_OVER = 4  # lines above a drawn table in which its names may stand
_MOST_NAMED = 0.7  # of its columns that have one


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


def heads_over(lines: Sequence[Line], placed: PlacedGrid) -> Sequence[Line]:
    """Give the lines right above a drawn table without names that name its columns.

    Each word stands in one column, and most columns have some; the words of a name may stand on
    several lines, and a name over several columns on the first.
    """
    edges, box = placed.grid.edges, placed.box
    found: list[Line] = []
    reach = box.top
    for line in reversed(lines[-_MOST_OVER:]):
        if reach - line.box.bottom > _FURTHEST * line.size or line.text[-1] in ".;":
            break
        if line.box.x0 < box.x0 - line.size or line.box.x1 > box.x1 + line.size:
            break
        if sum(runs_over(line.words, x, _LOOSE) for x in edges[1:-1]) > 1:
            break  # but for one: a name over the numbers and the words beside them
        found.insert(0, line)
        reach = line.box.top
    names = [name for name in _names(placed.grid, found) if name]
    several = placed.grid.columns >= _FEWEST and len(names) >= _MOST_NAMED * placed.grid.columns
    known = sum(is_header_name(name) or bool(_YEAR.match(name)) for name in names) >= _KNOWN
    return found if several and known and not _holds_figures(found) else ()


def with_heads_over(placed: PlacedGrid, heads: Sequence[Line]) -> PlacedGrid:
    """Give a drawn table with one row of names put before its own."""
    grid = placed.grid
    row = tuple(Cell(text, column) for column, text in enumerate(_names(grid, heads)))
    return replace(
        placed,
        grid=replace(
            grid,
            rows=(row, *grid.rows),
            bold_rows=(0, *(n + 1 for n in grid.bold_rows)),
            down=tuple((n + 1, column) for n, column in grid.down),
        ),
    )


def _names(grid: Grid, lines: Sequence[Line]) -> list[str]:
    """Give the words of lines by the columns they stand over."""
    names = [""] * grid.columns
    for line in lines:
        for word in line.words:
            column = _column(grid.edges, word)
            names[column] = f"{names[column]} {word.text}".strip()
    return names


def _column(edges: Sequence[float], word: Printed) -> int:
    middle = (word.box.x0 + word.box.x1) / 2
    return min(sum(middle > x for x in edges[1:-1]), len(edges) - 2)


def _holds_figures(lines: Sequence[Line]) -> bool:
    """Whether lines hold figures that are no years: a row of values and not of names."""
    words = [word.text for line in lines for word in line.words]
    return any(
        re.match(r"^[£$€≤≥<>+–-]?\d", w) and not re.match(r"^(?:19|20)\d\d", w) for w in words
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
