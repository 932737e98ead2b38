"""Heads of tables that are drawn as a table of their own, a bar above the rows they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.blocks.headers import header_of, is_figure
from ingest.elements import Grid
from ingest.types import Block, Cell

_OVER = 0.5  # of the narrower of a name and its column, that must stand over one another
_FIGURES = re.compile(r"\s(?=[£$€]?-?\d)")  # before each figure of a row that is one line


def with_heads_joined(elements: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
    """Give the elements; one bold row right above a table of as many columns is its head."""
    waiting: Grid | None = None
    for element in elements:
        bar, waiting = waiting, None
        if bar is not None and isinstance(element, Grid) and _is_head_of(bar, element):
            yield _joined(bar, element)
            continue
        row = _only_row(bar, element) if bar is not None else None
        if bar is not None and row is not None:
            yield _joined(bar, row)
            continue
        if bar is not None and not (isinstance(element, Grid) and _repeats(bar, element)):
            yield bar
        if isinstance(element, Grid) and _is_bar(element):
            waiting = element
        else:
            yield element
    if waiting is not None:
        yield waiting


def _is_bar(grid: Grid) -> bool:
    """Whether a table is one row of names, all bold."""
    filled = [c for c in grid.rows[0] if c.text.strip()] if len(grid.rows) == 1 else []
    return grid.columns > 1 and grid.bold_rows == (0,) and len(filled) >= grid.columns - 1


def _is_head_of(bar: Grid, grid: Grid) -> bool:
    near = grid.page - bar.page in (0, 1)  # a page may end with the bar
    if not near or bar.columns != grid.columns or header_of(grid):
        return False
    return len(bar.edges) == len(grid.edges) and all(
        min(b, d) - max(a, c) >= _OVER * min(b - a, d - c)
        for (a, b), (c, d) in zip(pairwise(bar.edges), pairwise(grid.edges), strict=True)
    )


def _repeats(bar: Grid, grid: Grid) -> bool:
    """Whether a bar at the foot of a page stands again above its rows overleaf."""
    turned = grid.page == bar.page + 1
    return turned and [c.text for c in bar.rows[0]] == [c.text for c in grid.rows[0]]


def _only_row(bar: Grid, block: Block | Grid) -> Grid | None:
    """Give the one row below a bar that was read as a line: "Rathnew 212 230 241"."""
    if isinstance(block, Grid) or not block.places or block.places[0].page != bar.page:
        return None
    parts = _FIGURES.split(block.text)
    if len(parts) != bar.columns or not all(map(is_figure, parts[1:])) or is_figure(parts[0]):
        return None
    cells = tuple(Cell(text, column) for column, text in enumerate(parts))
    return Grid(bar.page, (cells,), bar.columns, bar.edges)


def _joined(bar: Grid, grid: Grid) -> Grid:
    return replace(
        grid,
        rows=(*bar.rows, *grid.rows),
        bold_rows=(0, *(row + 1 for row in grid.bold_rows)),
        down=tuple((row + 1, column) for row, column in grid.down),
    )
