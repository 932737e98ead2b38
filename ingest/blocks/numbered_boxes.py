"""Entries set in boxes of their own: a number beside a title, a text, and lines "Lead …", "By …".

A reader gives each box as a table of one row. Where several have the same names at the beginning
of their last lines, they are rows of one register whose columns are those names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.elements import Grid
from ingest.types import Block, Cell
from ingest.wording.identifiers import is_identifier
from ingest.wording.reflow import join_lines
from ingest.wording.roles import TITLE, TOLD_OF_ENTRIES, role_of

_FEWEST = 3  # boxes
_MOST = 0.6  # of them have a name
_LONGEST_NAME = 3  # words


@dataclass(frozen=True, slots=True)
class _Box:
    """A box's number, the lines of its text, and the lines of each value by its name."""

    identifier: str
    text: tuple[str, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]


def with_numbered_boxes(elements: Iterable[Block | Grid]) -> list[Block | Grid]:
    """Give the elements, such boxes as rows under the names that they have in common."""
    own = list(elements)
    grids = {n: e for n, e in enumerate(own) if isinstance(e, Grid)}
    boxes = {n: box for n, grid in grids.items() if (box := _box(grid))}
    named = Counter(name for box in boxes.values() for name, _ in box.fields)
    names = [n for n, times in named.items() if times >= max(_FEWEST, _MOST * len(boxes))]
    if len(names) < 2 or len(boxes) < _FEWEST:
        return own
    return [_row(grids[n].page, boxes[n], names) if n in boxes else e for n, e in enumerate(own)]


def _box(grid: Grid) -> _Box | None:
    """Read a grid of one row: an identifier, and lines of which the last begin with names."""
    if len(grid.rows) != 1 or len(grid.rows[0]) != 2:
        return None
    first, second = (cell.text.strip() for cell in grid.rows[0])
    lines = second.split("\n")
    if not is_identifier(first) or len(lines) < 2:
        return None
    text: list[str] = []
    fields: list[tuple[str, list[str]]] = []
    for line in lines:
        name = _name_of(line) if text else ""
        if name:
            fields.append((name, [line.removeprefix(name).lstrip(": ")]))
        elif fields:
            fields[-1][1].append(line)
        else:
            text.append(line)
    told = tuple((name, tuple(own)) for name, own in fields)
    return _Box(first, tuple(text), told) if told else None


def _name_of(line: str) -> str:
    """Give the name of a field that a line begins with, before its value; "" for none."""
    words = line.split()
    for size in range(1, min(_LONGEST_NAME, len(words) - 1) + 1):
        name, value = " ".join(words[:size]).rstrip(":"), words[size]
        told = role_of(name) in TOLD_OF_ENTRIES and name[0].isupper() and name[1:].islower()
        if told and (value[0].isupper() or value[0].isdigit()):
            return name
    return ""


def _row(page: int, box: _Box, names: Sequence[str]) -> Grid:
    head = ("Ref", TITLE, *names)
    told = dict(box.fields)
    cells = [Cell(box.identifier, 0), Cell(_titled(box.text), 1)]
    for column, name in enumerate(names, start=2):
        cells.append(Cell(join_lines(told.get(name, ())), column, label=name))
    heads = tuple(Cell(name, column) for column, name in enumerate(head))
    return Grid(page, (heads, tuple(cells)), len(head), bold_rows=(0,))


def _titled(lines: Sequence[str]) -> str:
    """Join a title with the text below it."""
    title, *rest = lines
    if not rest or title[-1:] in ".:;,!?" or not rest[0][:1].isupper():
        return join_lines(lines)
    return f"{title}: {join_lines(rest)}"
