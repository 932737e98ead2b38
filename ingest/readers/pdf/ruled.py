"""Tables told by their horizontal rules, which word processors break at each column's border.

Where such rules are drawn they show every cell, also merged ones, whatever else is shaded on the
page and whether or not vertical rules are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.elements import Grid
from ingest.readers.pdf.divided import rows_between
from ingest.readers.pdf.edges import cell_between, column_at, edges_apart, runs_over
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.words import Printed, group_lines
from ingest.types import Box, Cell

_JUNCTION = 3.0  # points: a shorter piece only joins two others
_APART = 1.8  # points between pieces of one rule
_SAME = 1.5  # points: rules nearer than this are one
_CLOSE, _LONGEST_NOTE = 2.5, 3  # of a line's size, between it and the next; lines of a remark
_SAME_SIZE = 1.0  # points by which words of one row may differ
_MOST_OVER_ALL = 2  # lines of a row over all columns
_FEWEST_FILLED = 3  # columns of a row that a remark stands below
_EDGE = 4.0  # points: borders nearer than this are one

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CrossRule:
    """A rule across the page: its height and the parts into which columns break it; points."""

    y: float
    parts: tuple[Span, ...]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.parts[-1][1]


def ruled_grids(
    words: Sequence[Printed],
    rules: Iterable[tuple[float, float, float]],
    page: int,
    *,
    open_top: bool = False,
) -> list[PlacedGrid]:
    """Give the tables of a page that broken rules show, top to bottom; rules are (x0, x1, y).

    With `open_top` the rules only close rows: above the first of them stands a row too.
    """
    waiting = cross_rules(rules)
    found = []
    while waiting:
        first = waiting.pop(0)
        if len(first.parts) < 2:
            continue
        opened = open_top or _is_below_heads(first, words)
        below = [first, *waiting] if opened else waiting
        top = replace(first, y=_top_of_row(first, words)) if opened else first
        cells, used = _cells(top, below, words)
        cells += _row_below(used[-1], words) if len(used) > 1 else []
        table = _table(cells, words, page, 1 if open_top else 2) if len(used) > 1 else None
        if table:
            found.append(table)
            waiting = [rule for rule in waiting if rule not in used]
    return found


def _row_below(rule: CrossRule, words: Sequence[Printed]) -> list[Box]:
    """Give the cells of one line right below a table's last rule: totals that no rule closes."""
    borders = [part[0] for part in rule.parts[1:]]
    below = [w for w in words if rule.x0 <= w.box.x0 and w.box.x1 <= rule.x1 and w.middle > rule.y]
    line = next(iter(group_lines(below)), [])
    near = line and min(w.box.top for w in line) - rule.y < 2 * _EDGE + line[0].size
    most = _parts_filled(rule, line) >= max(_FEWEST_FILLED, len(rule.parts) - 1)
    if not near or not most or any(runs_over(line, x) for x in borders):
        return []
    bottom = max(w.box.bottom for w in line) + 1
    return [Box(x0, rule.y, x1, bottom) for x0, x1 in rule.parts]


def _is_below_heads(rule: CrossRule, words: Sequence[Printed]) -> bool:
    """Whether bold words stand right above a rule in most of its parts: names of columns."""
    top = _top_of_row(rule, words)
    own = [w for w in words if top <= w.middle < rule.y and rule.x0 <= w.box.x0 <= rule.x1]
    if not own or not all(w.bold for w in own):
        return False
    named = _parts_filled(rule, own)
    return named > 1 and 2 * named > len(rule.parts)


def _parts_filled(rule: CrossRule, words: Sequence[Printed]) -> int:
    """Count the parts of a rule in which words begin."""
    return sum(any(x0 <= w.box.x0 < x1 for w in words) for x0, x1 in rule.parts)


def _top_of_row(rule: CrossRule, words: Sequence[Printed]) -> float:
    """Give where the row above a rule begins: over words that keep to its parts."""
    borders = [part[0] for part in rule.parts[1:]]
    above = [w for w in words if rule.x0 <= w.box.x0 and w.box.x1 <= rule.x1 and w.middle < rule.y]
    top = rule.y
    lines = group_lines(above)
    size = lines[-1][0].size if lines else 0.0
    for line in reversed(lines):
        if abs(line[0].size - size) > _SAME_SIZE:
            break  # a heading
        near = top - max(w.box.bottom for w in line) < 2 * _EDGE + line[0].size
        apart = not any(runs_over(line, x) for x in borders)
        if not near or not apart:
            break
        top = min(w.box.top for w in line) - 1
    return top


def cross_rules(rules: Iterable[tuple[float, float, float]]) -> list[CrossRule]:
    """Join the pieces of rules that lie end to end at one height; top to bottom."""
    heights: list[list[tuple[float, float, float]]] = []
    for piece in sorted(rules, key=lambda r: r[2]):
        if heights and piece[2] - heights[-1][0][2] <= _SAME:
            heights[-1].append(piece)
        else:
            heights.append([piece])
    return [rule for pieces in heights for rule in _joined(pieces)]


def _joined(pieces: Sequence[tuple[float, float, float]]) -> Iterator[CrossRule]:
    y = pieces[0][2]
    runs: list[list[Span]] = []
    reach = 0.0
    for x0, x1, _ in sorted(set(pieces)):
        if runs and x0 - reach <= _APART:
            runs[-1].append((x0, x1))
        else:
            runs.append([(x0, x1)])
            reach = x1
        reach = max(reach, x1)
    for run in runs:
        parts: list[Span] = []
        for x0, x1 in run:
            if x1 - x0 > _JUNCTION and not (parts and x1 <= parts[-1][1] + 1):
                parts.append((x0, x1))
        if parts:
            yield CrossRule(y, tuple(parts))


def _cells(
    first: CrossRule, below: Sequence[CrossRule], words: Sequence[Printed]
) -> tuple[list[Box], list[CrossRule]]:
    """Follow the rules down from the first: each closes the cells above it and opens others."""
    closed: list[Box] = []
    used = [first]
    opened = [(part, first.y) for part in first.parts]
    for rule in below:
        if rule.x0 < first.x0 - _EDGE or rule.x1 > first.x1 + _EDGE:
            if rule.x0 < first.x1 and rule.x1 > first.x0 and len(rule.parts) > 1:
                break
            continue
        if _is_text_between([span for span, _ in opened], used[-1].y, rule.y, words):
            return _without_heading(closed, used)
        if _begins_another(used[-1], rule, words):
            break
        ends = [one for one in opened if _covered(one[0], rule) and rule.y - one[1] > _EDGE]
        if not ends:
            continue
        closed += [Box(span[0], top, span[1], rule.y) for span, top in ends]
        opened = [one for one in opened if one not in ends]
        opened += [(part, rule.y) for part in rule.parts if _is_free(part, opened)]
        used.append(rule)
    return closed, used


def _begins_another(above: CrossRule, rule: CrossRule, words: Sequence[Printed]) -> bool:
    """Whether a rule of other parts is of another table, with a heading in larger type between."""
    first, second = ({round(x) for x, _ in r.parts[1:]} for r in (above, rule))
    if not first or not second or first & second:
        return False
    lines = group_lines([w for w in words if above.y < w.middle < rule.y])
    sizes = [line[0].size for line in lines]
    return len(sizes) > 1 and sizes[0] > max(sizes[1:]) + _SAME_SIZE


def _without_heading(closed: list[Box], used: list[CrossRule]) -> tuple[list[Box], list[CrossRule]]:
    """Leave out a last row that one whole rule ends: the heading of the text after the table."""
    last = used[-1]
    if len(used) == 1 or len(last.parts) > 1:
        return closed, used
    return [box for box in closed if box.bottom < last.y], used[:-1]


def _covered(span: Span, rule: CrossRule) -> bool:
    """Whether a rule runs below most of a cell."""
    shared = sum(max(0.0, min(x1, span[1]) - max(x0, span[0])) for x0, x1 in rule.parts)
    return shared > 0.8 * (span[1] - span[0])


def _is_free(part: Span, opened: Sequence[tuple[Span, float]]) -> bool:
    return all(part[1] <= span[0] + _EDGE or part[0] >= span[1] - _EDGE for span, _ in opened)


def _is_text_between(
    spans: Sequence[Span], top: float, bottom: float, words: Sequence[Printed]
) -> bool:
    """Whether words between two rules run on over the borders of columns, as text does."""
    borders = sorted({x for span in spans for x in span})[1:-1]
    own = [w for w in words if top < w.middle < bottom]
    if len(spans) == 1:
        return len(group_lines(own)) > _MOST_OVER_ALL
    note = _note_below(own, borders)
    rest = group_lines(w for w in own if w not in note)
    return any(runs_over(line, x) for line in rest for x in borders)


def _note_below(words: Sequence[Printed], borders: Sequence[float]) -> Sequence[Printed]:
    """Give the words of the lines below a row's cells that run over its columns: a remark on it.

    The row's first line must keep to its columns and fill three of them at least.
    """
    lines = group_lines(words)
    if not lines or any(runs_over(lines[0], x) for x in borders):
        return ()
    if len({sum(w.box.x0 >= x for x in borders) for w in lines[0]}) < _FEWEST_FILLED:
        return ()
    over = (n for n, line in enumerate(lines) if any(runs_over(line, x) for x in borders))
    first = next(over, len(lines))
    note = lines[first:]
    close = all(
        min(w.box.top for w in below) - max(w.box.bottom for w in above) < _CLOSE * above[0].size
        for above, below in pairwise(lines[max(first - 1, 0) :])
    )
    if not close or len(note) > _LONGEST_NOTE or any(w.bold for line in note for w in line):
        return ()  # the text after the table
    return [w for line in note for w in line]


def _table(
    cells: Sequence[Box], words: Sequence[Printed], page: int, fewest: int
) -> PlacedGrid | None:
    edges = edges_apart((x for cell in cells for x in (cell.x0, cell.x1)), _EDGE)
    heights = sorted({y for cell in cells for y in (cell.top, cell.bottom)})
    if len(edges) < 3 or len(heights) < 2:
        return None
    box = Box(edges[0], heights[0], edges[-1], heights[-1])
    texts = {cell: [w for w in words if _inside(w, cell)] for cell in cells}
    rows: list[tuple[Cell, ...]] = []
    down: list[tuple[int, int]] = []
    bold: list[int] = []
    for top, bottom in pairwise(heights):
        own = sorted((c for c in cells if c.top < bottom - 1 and c.bottom > top + 1), key=_left)
        if not any(texts[c] for c in own if c.top > top - 1):
            continue
        whole = all(c.top > top - 1 and c.bottom < bottom + 1 for c in own)
        held = [w for c in own for w in texts[c]]
        note = _note_below(held, edges[1:-1]) if whole else ()
        found = rows_between([[w for w in texts[cell] if w not in note] for cell in own])
        for at, part in enumerate(found.parts):
            down += [(len(rows), column_at(edges, c.x0)) for c in own if c.top < top - 1]
            down += [(len(rows), column_at(edges, own[n].x0)) for n in found.over if at]
            inside = [w for held in part for w in held]
            if all(w.bold for w in inside):
                bold.append(len(rows))
            held_by = zip(own, part, strict=True)
            rows.append(tuple(cell_between(edges, c.x0, c.x1, words_in) for c, words_in in held_by))
        if note:
            rows.append((cell_between(edges, edges[0], edges[-1], note),))
    if sum(sum(bool(c.text) for c in row) > 1 for row in rows) < fewest:
        return None
    grid = Grid(page, tuple(rows), len(edges) - 1, edges, tuple(bold), tuple(down))
    return PlacedGrid(grid, box)


def _left(box: Box) -> float:
    return box.x0


def _inside(word: Printed, box: Box) -> bool:
    x = (word.box.x0 + word.box.x1) / 2
    return box.x0 <= x <= box.x1 and box.top <= word.middle <= box.bottom
