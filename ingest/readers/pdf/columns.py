"""The order in which a page is read: columns of text left to right, tables where they stand.

A page is cut in the manner of the XY-cut (Nagy and Seth 1984): down a gutter that runs through
many lines, as long as both sides read like running text and not like the cells of a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.pdf.column_sides import (
    GUTTER,
    are_staggered,
    gaps_of,
    is_running_text,
    is_title,
    read_as_columns,
)
from ingest.readers.pdf.panels import Panel
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.rules import Rule
from ingest.readers.pdf.words import Line, lines_of

_FEWEST = 5  # lines side by side
_MANY = 3  # stretches of white in a line of figures
_FEWEST_RULES = 4  # rules over a gutter
_FEWEST_ALONE = 4  # lines of a second column with nothing beside them
_INDENT = 100.0  # points: a column begins farther in than any indent
_CLOSE = 0.6  # of a line's size, from one line of a paragraph to the next


def in_reading_order(
    lines: Sequence[Line],
    placed: Sequence[PlacedGrid | Panel],
    width: float,
    rules: Sequence[Rule] = (),
) -> list[list[Line] | PlacedGrid | Panel]:
    """Give a page's stretches of lines, tables and panels in the order in which they are read.

    Where tables or panels stand in one of two columns of a page, the left column is read first.
    """
    for x in _beside(placed):
        found = _parted(lines, placed, x)
        if found:
            return [part for own in found for part in in_reading_order(*own, width, rules)]
    parts: list[list[Line] | PlacedGrid | Panel] = []
    waiting = sorted(placed, key=lambda g: (g.box.top, g.box.x0))
    stretch: list[Line] = []
    for line in sorted(lines, key=lambda one: (one.box.top, one.box.x0)):
        while waiting and waiting[0].box.top <= line.box.top:
            parts.extend(columns_of(stretch, rules))
            stretch = []
            parts.append(waiting.pop(0))
        stretch.append(line)
    parts.extend(columns_of(stretch, rules))
    return [*parts, *waiting]


_Things = tuple[list[Line], list[PlacedGrid | Panel]]


def _beside(placed: Sequence[PlacedGrid | Panel]) -> list[float]:
    """Give the x positions right beside tables and panels, where a gutter may be."""
    sides = (x for p in placed for x in (p.box.x0 - GUTTER / 2, p.box.x1 + GUTTER / 2))
    return sorted({round(x) for x in sides})


def _parted(
    lines: Sequence[Line], placed: Sequence[PlacedGrid | Panel], x: float
) -> tuple[_Things, ...] | None:
    """Divide a page at a gutter beside tables: above it, left, right, below; None where none is.

    One side must hold running text, and the other tables that stand beside it.
    """
    crossing = sorted(
        [line.box.bottom for line in lines if _is_crossed(line, x) or _runs_over(line, x)]
        + [p.box.bottom for p in placed if p.box.x0 < x < p.box.x1]
    )
    for top, bottom in pairwise([0.0, *crossing, float("inf")]):
        within = [line for line in lines if top <= line.box.top and line.box.bottom < bottom]
        boxes = [p for p in placed if top <= p.box.top and p.box.bottom < bottom]
        if len(within) < _FEWEST or not boxes:
            continue
        left, right = _sides(within, x)
        first, second = [p for p in boxes if p.box.x1 <= x], [p for p in boxes if p.box.x1 > x]
        beside = _is_text_beside(left, second) or _is_text_beside(right, first)
        if not beside:
            continue
        rest = [line for line in lines if line not in within]
        above = [line for line in rest if line.box.top < within[0].box.top]
        over = [p for p in placed if p not in boxes and p.box.top < boxes[0].box.top]
        under = [p for p in placed if p not in boxes and p not in over]
        below = [line for line in rest if line not in above]
        return (above, over), (left, first), (right, second), (below, under)
    return None


def _is_text_beside(text: Sequence[Line], boxes: Sequence[PlacedGrid | Panel]) -> bool:
    """Whether lines of text stand beside tables, so that both are columns of their own."""
    if len(text) < _FEWEST or not boxes:
        return False
    top, bottom = min(b.box.top for b in boxes), max(b.box.bottom for b in boxes)
    beside = [line for line in text if top <= line.box.top <= bottom]
    return len(beside) >= _FEWEST and is_running_text(text, 0.0) and _are_close(beside)


def _are_close(lines: Sequence[Line]) -> bool:
    """Whether most lines follow the one above as in a paragraph, not as rows of a table do."""
    close = sum(b.box.top - a.box.bottom < _CLOSE * a.size for a, b in pairwise(lines))
    return 2 * close > len(lines)


def columns_of(lines: Sequence[Line], rules: Sequence[Rule] = ()) -> list[list[Line]]:
    """Cut lines into columns of running text, read left to right; one stretch where none are.

    Where several of a page's `rules` run over a gutter, it stands between columns of a table.
    """
    if not lines:
        return []
    for x in _gutters(lines):
        for start, stop in _bands(lines, x):
            if _is_ruled_over(lines[start:stop], x, rules):
                continue
            first = _first_of_columns(lines, start, stop, x)
            if first is not None:
                parts = (lines[:first], *_sides(lines[first:stop], x), lines[stop:])
                return [own for part in parts for own in columns_of(part, rules)]
    return [list(lines)]


def _first_of_columns(lines: Sequence[Line], start: int, stop: int, x: float) -> int | None:
    """Give the line from which x divides columns, in a band of lines; None where it does not."""
    band = lines[start:stop]
    if read_as_columns(*_sides(band, x)):
        return start
    first = start + _after_figures(band)
    if first < stop and are_staggered(*_sides(lines[first:stop], x)):
        return first
    return None


def _is_ruled_over(band: Sequence[Line], x: float, rules: Sequence[Rule]) -> bool:
    """Whether rules that run over x divide lines side by side, as they do the rows of a table."""
    top, bottom = band[0].box.top, band[-1].box.bottom
    over = {round(r.y) for r in rules if r.x0 < x - GUTTER and r.x1 > x + GUTTER}
    return sum(top < y < bottom for y in over) >= _FEWEST_RULES


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Give x positions that are white between words on many lines, the best three first.

    Of those that are white on as many lines the one that fewest words run over.
    """
    gaps = [gap for line in lines for gap in gaps_of(line)]
    scored: list[tuple[int, int, float]] = []
    for at in sorted({float(round((a + b) / 2)) for a, b in gaps}):
        inside = sum(a <= at <= b for a, b in gaps)
        if inside >= _FEWEST:
            scored.append((inside, sum(_is_crossed(line, at) for line in lines), at))
    chosen: list[float] = []
    for *_, at in sorted(scored, key=lambda s: (s[1] - s[0], s[2])):
        if all(abs(at - other) > 20 for other in chosen):
            chosen.append(at)
    return [*chosen[:3], *_before_starts(lines), *_between_entries(lines)]


def _between_entries(lines: Sequence[Line]) -> list[float]:
    """Give the x position between two titles of entries that stand side by side: 1.2a and 1.2c."""
    for line in lines:
        for stop, start in gaps_of(line):
            left = [w for w in line.words if w.box.x1 <= stop]
            right = [w for w in line.words if w.box.x0 >= start]
            if is_title(left) and is_title(right):
                return [start - GUTTER / 2]
    return []


def _before_starts(lines: Sequence[Line]) -> list[float]:
    """Give the x position left of where many lines begin, not at the margin: the best one or none.

    Columns whose lines stand at other heights have few lines with white in them; names and the
    values beside them are on one line.
    """
    margin = min(line.box.x0 for line in lines)
    alone = Counter(round(line.box.x0) for line in lines if line.box.x0 > margin + _INDENT)
    beside = Counter(round(stop) for line in lines for _, stop in gaps_of(line))
    near = {x: sum(alone[x + n] for n in (-1, 0, 1)) for x in alone}
    best = max(near, key=lambda x: (near[x], -x), default=0)
    level = sum(beside[best + n] for n in (-1, 0, 1))
    several = near.get(best, 0) >= _FEWEST_ALONE and near[best] > level
    return [best - GUTTER / 2] if several else []


def _bands(lines: Sequence[Line], x: float) -> Iterator[tuple[int, int]]:
    """Give the runs of lines that no word of crosses x."""
    start = 0
    for index, line in enumerate(lines):
        if _is_crossed(line, x) or _runs_over(line, x):
            if index - start >= _FEWEST:
                yield start, index
            start = index + 1
    if len(lines) - start >= _FEWEST:
        yield start, len(lines)


def _is_crossed(line: Line, x: float) -> bool:
    """Whether a word of a line stands on both sides of x."""
    return any(w.box.x0 < x - 1 and w.box.x1 > x + 1 for w in line.words)


def _runs_over(line: Line, x: float) -> bool:
    """Whether a line has words on both sides of x with no more than a word's space between."""
    left = [w.box.x1 for w in line.words if w.box.x1 <= x + 1]
    right = [w.box.x0 for w in line.words if w.box.x0 >= x - 1]
    return bool(left and right) and min(right) - max(left) < min(GUTTER, 0.7 * line.size)


def _sides(band: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    page = band[0].page
    words = [w for line in band for w in line.words]
    left = lines_of((w for w in words if (w.box.x0 + w.box.x1) / 2 < x), page)
    right = lines_of((w for w in words if (w.box.x0 + w.box.x1) / 2 >= x), page)
    return left, right


def _after_figures(band: Sequence[Line]) -> int:
    """Give the first line below those of many pieces: figures in a row over what they count."""
    many = [n for n, line in enumerate(band) if len(list(gaps_of(line))) >= _MANY]
    return many[-1] + 1 if many else 0
