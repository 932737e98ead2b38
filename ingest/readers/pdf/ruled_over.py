"""Tables that rules show, put in the place of what shading and borders made of the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.elements import Grid
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.ruled import ruled_grids
from ingest.readers.pdf.words import Printed, is_within
from ingest.types import Box

_LOOSE = 6.0  # points by which the boxes of one table may differ
_MOST_OF = 0.4  # of a table's height, that shaded rows which are tables alone must have
_NARROWEST = 8.0  # points: no column is less wide

Across = tuple[float, float, float]
"""A rule across the page: x0, x1, y; points."""


def with_ruled(
    placed: Sequence[PlacedGrid], words: Sequence[Printed], rules: Sequence[Across], number: int
) -> tuple[PlacedGrid, ...]:
    """Put tables that broken rules show in the place of what shading made of them."""
    kept = list(placed)
    ends = [end for p in placed for end in _ends_of_head(p, rules)]
    for found in ruled_grids(words, [*rules, *ends], number):
        own = [p for p in kept if _overlap(p.box, found.box)]
        if len(own) == 1 and _runs_down(own[0].grid, found.grid):
            kept = [_divided(p, found.grid) if p is own[0] else p for p in kept]
            continue
        whole = [_is_as_wide(p.box, found.box) and not _is_shaded(p.grid) for p in own]
        if not own or not all(whole) or _is_part(own, found.box):
            kept = [p for p in kept if p not in own]
            kept.append(found)
    return tuple(sorted(kept, key=lambda p: (p.box.top, p.box.x0)))


def _ends_of_head(placed: PlacedGrid, rules: Sequence[Across]) -> Iterator[Across]:
    """Give the lower edge of a shaded head, cell by cell, below which the first row begins.

    The next rule must be broken at the same borders; a head that has a rule of its own needs none.
    """
    bottom, edges = placed.box.bottom, placed.grid.edges
    below = sorted(y for x0, _, y in rules if y > bottom - _LOOSE and abs(x0 - edges[0]) <= _LOOSE)
    if len(placed.grid.rows) != 1 or not below or below[0] - bottom <= _LOOSE:
        return
    broken = {round(x0) for x0, _, y in rules if abs(y - below[0]) <= 1}
    if all(any(abs(x - own) <= _LOOSE for own in broken) for x in edges[:-1]):
        yield from ((a, b, bottom) for a, b in pairwise(edges))


def with_body(
    grids: Sequence[PlacedGrid],
    body: Box,
    words: Sequence[Printed],
    rules: Sequence[Across],
    number: int,
) -> tuple[PlacedGrid, ...]:
    """Put in the table inside a card's body, whose first row has no rule above it."""
    own = [w for w in words if is_within(w, body)]
    inside = [rule for rule in rules if body.top < rule[2] < body.bottom]
    found = ruled_grids(own, inside, number, open_top=True)
    kept = [g for g in grids if not any(_overlap(g.box, f.box) for f in found)]
    return tuple(sorted([*kept, *found], key=lambda p: (p.box.top, p.box.x0)))


def _overlap(one: Box, other: Box) -> bool:
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return not (apart or one.bottom <= other.top + 1 or other.bottom <= one.top + 1)


def _is_as_wide(one: Box, other: Box) -> bool:
    return one.x0 <= other.x0 + _LOOSE and one.x1 >= other.x1 - _LOOSE


def _is_shaded(grid: Grid) -> bool:
    """Whether borders lie so near each other that some are those of shading, not of columns."""
    return any(b - a < _NARROWEST for a, b in pairwise(grid.edges))


def _is_part(own: Sequence[PlacedGrid], whole: Box) -> bool:
    """Whether grids are only some rows of a table, those that are shaded."""
    top, bottom = whole.top - _LOOSE, whole.bottom + _LOOSE
    inside = all(top <= p.box.top and p.box.bottom <= bottom for p in own)
    height = sum(p.box.bottom - p.box.top for p in own)
    return inside and height < _MOST_OF * (whole.bottom - whole.top)


def _runs_down(grid: Grid, ruled: Grid) -> bool:
    """Whether cells run on over rows that broken rules divide: only one column's are shaded."""
    alike = grid.columns == ruled.columns and 0 <= len(grid.rows) - len(ruled.rows) <= 1
    return alike and len(grid.down) - len(ruled.down) >= grid.columns - 1


def _divided(placed: PlacedGrid, ruled: Grid) -> PlacedGrid:
    """Give a table with its rows as broken rules divide them, below the head that it has."""
    heads = len(placed.grid.rows) - len(ruled.rows)
    rows = (*placed.grid.rows[:heads], *ruled.rows)
    bold = (*(n for n in placed.grid.bold_rows if n < heads), *(n + heads for n in ruled.bold_rows))
    down = tuple((row + heads, column) for row, column in ruled.down)
    return replace(placed, grid=replace(placed.grid, rows=rows, bold_rows=bold, down=down))
