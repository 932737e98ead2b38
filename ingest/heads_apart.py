"""Heads of tables that are drawn as a table of their own, a bar above the rows they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.headers import header_of
from ingest.readers.elements import Grid
from ingest.types import Block

_SAME_EDGE = 12  # points


def with_heads_joined(elements: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
    """Give the elements; one bold row right above a table of as many columns is its head."""
    waiting: Grid | None = None
    for element in elements:
        bar, waiting = waiting, None
        if bar is not None and isinstance(element, Grid) and _is_head_of(bar, element):
            yield _joined(bar, element)
            continue
        if bar is not None:
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
    if (bar.page, bar.columns) != (grid.page, grid.columns) or header_of(grid):
        return False
    return len(bar.edges) == len(grid.edges) and all(
        abs(a - b) < _SAME_EDGE for a, b in zip(bar.edges, grid.edges, strict=True)
    )


def _joined(bar: Grid, grid: Grid) -> Grid:
    return replace(
        grid,
        rows=(*bar.rows, *grid.rows),
        bold_rows=(0, *(row + 1 for row in grid.bold_rows)),
        down=tuple((row + 1, column) for row, column in grid.down),
    )
