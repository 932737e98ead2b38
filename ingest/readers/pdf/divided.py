"""Rows that no rule divides: told by their figures, one line of them for each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.pdf.words import Printed, group_lines

_BESIDE = 3.0  # points between the middles of words side by side
_LABELS = 3  # columns that may hold labels
_FIGURE = re.compile(r"^[£$€<>~≥≤(+–-]{0,2}\.?\d[\d.,]*[%)kKmM*†‡]{0,2}$|^[-–*:.]$|^n/?a$", re.I)


@dataclass(frozen=True, slots=True)
class Divided:
    """Rows between two rules, a list of words for each cell.

    `label` is the cell that has a line for each of them, `over` are those left of it that hold a
    label of all.
    """

    parts: tuple[tuple[list[Printed], ...], ...]
    label: int = 0
    over: frozenset[int] = frozenset()


def rows_between(cells: Sequence[list[Printed]]) -> Divided:
    """Divide what stands between two rules into rows.

    There is one row, unless a column of figures says that there are more. A label that has no
    line for each of them, left of one that has, is the label of all.
    """
    middles = _figure_lines(cells)
    if len(middles) < 2:
        return Divided((tuple(cells),))
    lined = [group_lines(cell) for cell in cells]
    label = next((n for n, lines in enumerate(lined) if _beside(lines, middles)), 0)
    over = frozenset(n for n in range(label) if lined[n])
    parts: list[tuple[list[Printed], ...]] = [tuple([] for _ in cells) for _ in middles]
    for index, cell in enumerate(cells):
        if index in over:
            for part in parts:
                part[index].extend(cell)
            continue
        lines = lined[index]
        below = index > 0 and all(_FIGURE.match(line[0].text) for line in lines)
        labels_end = not below and _ends_at_figures(lines, middles)
        for line in lines:
            row = _row_of(line, middles, above=below, below=labels_end)
            parts[row][index].extend(line)
    return Divided(tuple(parts), label, over)


def _beside(lines: Sequence[Sequence[Printed]], middles: Sequence[float]) -> bool:
    """Whether lines stand beside the rows one by one, and are no figures."""
    if len(lines) != len(middles) or all(_FIGURE.match(line[0].text) for line in lines):
        return False
    pairs = zip(lines, middles, strict=True)
    return all(abs(line[0].middle - middle) < _BESIDE for line, middle in pairs)


def _ends_at_figures(lines: Sequence[Sequence[Printed]], middles: Sequence[float]) -> bool:
    """Whether labels of several lines have their figures beside the last of them."""
    goes_on = [line for line in lines if line[0].text[:1].islower()]
    beside = [any(abs(m - line[0].middle) < _BESIDE for m in middles) for line in goes_on]
    return sum(beside) > 0.5 * len(goes_on)


def _row_of(line: Sequence[Printed], middles: Sequence[float], *, above: bool, below: bool) -> int:
    """Give the row of a line: that of the figures beside it, or of those nearest to it."""
    middle = line[0].middle
    if above:
        return max((n for n, m in enumerate(middles) if m <= middle + _BESIDE), default=0)
    if below:
        return min((n for n, m in enumerate(middles) if m >= middle - _BESIDE), default=-1)
    return min(range(len(middles)), key=lambda n: (round(abs(middles[n] - middle)), n))


def _figure_lines(cells: Sequence[Sequence[Printed]]) -> list[float]:
    """Give how far down the page the lines of the columns of figures stand.

    None are given where the labels beside them have fewer lines, unless another label has one
    beside each: a cell may hold two figures.
    """
    lined = [group_lines(words) for words in cells]
    labels = next((len(lines) for lines in lined if lines), 0)
    columns = [
        [line[0].middle for line in lines if not line[0].text.startswith("(")]
        for lines in lined[1:]
        if len(lines) > 1 and all(map(_holds_figures, lines))
    ]
    rows: list[float] = []
    for middle in sorted(m for column in columns for m in column):
        if not rows or middle - rows[-1] > _BESIDE:
            rows.append(middle)
    several = sum(len(lines) > 1 for lines in lined[1:])
    sure = len(columns) > 1 or len(rows) > 2
    if len(rows) > labels:
        return rows if _each_labelled(lined, rows) else []
    return rows if sure and 2 * len(columns) >= several else []


def _holds_figures(line: Sequence[Printed]) -> bool:
    """Whether a line of a cell is a figure, with another in brackets beside it at most."""
    figure = _FIGURE.match(line[0].text) is not None
    return figure and all(re.match(r"^[([]?[\d.,%–-]+[)\]]?$", w.text) for w in line[1:])


def _each_labelled(lined: Sequence[list[list[Printed]]], rows: Sequence[float]) -> bool:
    """Whether a label stands beside each row, and right of it nothing but a figure for each."""
    at = next((n for n, lines in enumerate(lined[:_LABELS]) if _beside(lines, rows)), None)
    right = [lines for lines in lined[at + 1 :] if lines] if at is not None else []
    return bool(right) and all(
        len(lines) == len(rows) and all(len(x) == 1 and _FIGURE.match(x[0].text) for x in lines)
        for lines in right
    )
