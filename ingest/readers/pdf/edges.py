"""Where the columns of a drawn table begin and end, told by the edges of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.readers.pdf.words import Printed, cell_text
from ingest.types import Cell

_WHITE = 3.0  # points between the words of two columns
_BEFORE = 3.0  # points that a word may begin before a border


def edges_apart(places: Iterable[float], nearest: float) -> tuple[float, ...]:
    """Give the places of edges in order; one that is no more than `nearest` behind is the same."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > nearest:
            found.append(float(place))
    return tuple(found)


def column_at(edges: Sequence[float], x: float) -> int:
    """Give the number of the edge that is nearest to a place: the column that begins there."""
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))


def cell_between(edges: Sequence[float], x0: float, x1: float, words: Sequence[Printed]) -> Cell:
    """Give the cell of some words that reaches from one place to another, over a column or more."""
    first = column_at(edges, x0)
    return Cell(cell_text(words), first, max(column_at(edges, x1) - first, 1))


def runs_over(words: Sequence[Printed], x: float, loose: float = 0.0) -> bool:
    """Whether a line's words go on over a border without white to divide columns.

    A word may reach over it by `loose`; points. A letter's box may begin before its column does.
    """
    left = [w.box.x1 for w in words if w.box.x0 + w.box.x1 < 2 * x]
    right = [w.box.x0 for w in words if w.box.x0 + w.box.x1 >= 2 * x]
    crossing = max(left, default=x) > x + loose or min(right, default=x) < x - _BEFORE
    return crossing or bool(left and right and min(right) - max(left) < _WHITE)
