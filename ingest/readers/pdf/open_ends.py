"""Closes ruled tables that a page break leaves open: upright rules that run on and end together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_SAME = 1.5  # points
_FEWEST = 3  # upright rules, so that two cells stand side by side
_LEAST = 8.0  # points of an open cell: a line of words

Upright = tuple[float, float, float, float]


def closing_lines(
    uprights: Sequence[Upright], across: Sequence[tuple[float, float, float]]
) -> list[dict[str, Any]]:
    """Give the lines that are missing at the ends of upright rules, as pdfplumber takes them.

    `uprights` are (x0, top, x1, bottom), rules across (x0, x1, y); all in points. Where part of
    such a line is drawn, the rest is missing because a cell runs on over rows.
    """
    whole = _joined(uprights)
    return [
        {
            "object_type": "line",
            **{"x0": x0, "x1": x1, "top": y, "bottom": y, "width": x1 - x0, "height": 0.0},
        }
        for end in (1, 3)
        for x0, x1, y in _open_ends(whole, end)
        if not any(abs(y - own) <= 2 * _SAME and a < x1 and b > x0 for a, b, own in across)
        and _runs_past(y, x0, x1, across, below=end == 3)
    ]


def _joined(uprights: Sequence[Upright]) -> list[Upright]:
    """Join the pieces of upright rules that are drawn cell by cell."""
    found: list[Upright] = []
    for x0, top, x1, bottom in sorted(uprights, key=lambda u: (round(u[0]), u[1])):
        last = found[-1] if found else None
        if last and abs(x0 - last[0]) <= _SAME and top - last[3] <= _SAME:
            found[-1] = (min(x0, last[0]), last[1], max(x1, last[2]), max(bottom, last[3]))
        else:
            found.append((x0, top, x1, bottom))
    return found


def _open_ends(uprights: Sequence[Upright], end: int) -> Iterator[tuple[float, float, float]]:
    """Give from where to where upright rules end at one height, and that height."""
    waiting = sorted(uprights, key=lambda u: u[end])
    while waiting:
        y = waiting[0][end]
        together = [u for u in waiting if u[end] - y <= _SAME]
        waiting = waiting[len(together) :]
        places = sorted({round(u[0]) for u in together})
        if len(places) >= _FEWEST:
            yield min(u[0] for u in together), max(u[2] for u in together), y


def _runs_past(
    y: float, x0: float, x1: float, across: Sequence[tuple[float, float, float]], *, below: bool
) -> bool:
    """Whether a rule across the same table lies on the other side, a line of words away."""
    apart = ((y - own if below else own - y) for a, b, own in across if a < x1 and b > x0)
    return any(space > _LEAST for space in apart)
