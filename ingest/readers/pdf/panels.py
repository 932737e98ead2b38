"""Text set in boxes side by side, as on cards and tiles: each box is read by itself.

A box is a drawn figure of one column; boxes make a row where they begin at one height. Boxes that
stand beside each other at different heights make columns, which are read downwards one by one;
where other text stands among them too, its columns are found as those of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ingest.readers.pdf.words import Line, Printed, is_within, lines_of
from ingest.types import Box

_SAME_TOP = 4.0  # points by which the boxes of a row may begin at different heights
_WIDEST = 0.7  # of the page: a wider box has no other beside it
_WIDE = 20.0  # points: boxes of one column begin no farther apart
_LOWEST = 20.0  # points: a lower box cannot hold so many lines
_MOST_BOXES = 200  # on a page of text
_FEWEST_LINES = 3  # of text in a box: less is a tile with a figure or the cell of a table

_NUMBER = re.compile(r"[A-Z]{0,4}-?\d{1,2}(?:\.\d{1,2})*[a-z]?")


@dataclass(frozen=True, slots=True)
class Panel:
    """A box, the lines of text in it from the top down, and the number in its corner."""

    box: Box
    lines: tuple[Line, ...]
    number: str = ""


def panels_of(
    boxes: Sequence[Box], words: Sequence[Printed], page: int, width: float
) -> list[Panel]:
    """Give the boxes of a page that are read by themselves, in reading order.

    `boxes` are its drawn figures of one column and `words` those outside its tables; `width` is
    the page's. The boxes of a row are given the same top.
    """
    narrow = [b for b in boxes if b.x1 - b.x0 <= _WIDEST * width and b.bottom - b.top >= _LOWEST]
    if len(narrow) > _MOST_BOXES:
        return []  # a drawing
    outer = [b for b in narrow if not any(_holds(other, b) for other in narrow)]
    found = [Panel(b, tuple(lines_of((w for w in words if is_within(w, b)), page))) for b in outer]
    panels = sorted(
        (_numbered(p) for p in found if len(p.lines) >= _FEWEST_LINES),
        key=lambda p: (p.box.top, p.box.x0),
    )
    beside = [(a, b) for a, b in combinations(panels, 2) if _are_beside(a.box, b.box)]
    if any(abs(a.box.top - b.box.top) > _SAME_TOP for a, b in beside):
        return _in_columns(panels, words)
    in_rows = [p for p in panels if p.number or any(p in pair for pair in beside)]
    return sorted(_with_one_top(in_rows), key=lambda p: (p.box.top, p.box.x0))


def _numbered(panel: Panel) -> Panel:
    """Take the number that stands in a panel's upper right corner out of its lines."""
    top = [w for line in panel.lines[:_FEWEST_LINES] for w in line.words]
    middle = (panel.box.x0 + panel.box.x1) / 2
    for word in top:
        if _NUMBER.fullmatch(word.text) and word.box.x0 > middle and _stands_apart(word, top):
            rest = [w for line in panel.lines for w in line.words if w is not word]
            return replace(
                panel, lines=tuple(lines_of(rest, panel.lines[0].page)), number=word.text
            )
    return panel


def _stands_apart(word: Printed, others: Sequence[Printed]) -> bool:
    """Whether a word has white to its left, and nothing to its right."""
    beside = (w for w in others if w.box.top < word.box.bottom and w.box.bottom > word.box.top)
    return all(w is word or w.box.x1 < word.box.x0 - word.size for w in beside)


def _in_columns(panels: Sequence[Panel], words: Sequence[Printed]) -> list[Panel]:
    """Give boxes of different heights column by column; none where other text stands among them.

    What a line of text over all columns divides are columns of their own. Those that are read
    together are given one top.
    """
    loose = [w for w in words if not any(is_within(w, p.box) for p in panels)]
    found: list[Panel] = []
    for group in _apart(panels):
        top, bottom = min(p.box.top for p in group), max(p.box.bottom for p in group)
        if any(top < w.middle < bottom for w in loose):
            return []
        columns = sorted(group, key=lambda p: (round(p.box.x0 / _WIDE), p.box.top))
        found.extend(replace(p, box=replace(p.box, top=top, x0=0.0)) for p in columns)
    return found


def _apart(panels: Sequence[Panel]) -> Iterator[list[Panel]]:
    """Divide boxes where none reaches from above a height to below it."""
    group: list[Panel] = []
    for panel in sorted(panels, key=lambda p: p.box.top):
        if group and panel.box.top >= max(p.box.bottom for p in group):
            yield group
            group = []
        group.append(panel)
    if group:
        yield group


def _holds(outer: Box, inner: Box) -> bool:
    """Whether a box stands within another."""
    if outer == inner:
        return False
    across = outer.x0 <= inner.x0 + 1 and inner.x1 <= outer.x1 + 1
    return across and outer.top <= inner.top + 1 and inner.bottom <= outer.bottom + 1


def _are_beside(one: Box, other: Box) -> bool:
    """Whether two boxes share some height, and no width."""
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return apart and min(one.bottom, other.bottom) - max(one.top, other.top) > _SAME_TOP


def _with_one_top(panels: Sequence[Panel]) -> Iterator[Panel]:
    for panel in panels:
        tops = [p.box.top for p in panels if abs(p.box.top - panel.box.top) <= _SAME_TOP]
        yield replace(panel, box=replace(panel.box, top=min(tops)))
