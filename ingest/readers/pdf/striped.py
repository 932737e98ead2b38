"""Tables whose every second row is shaded: what is drawn are the shaded rows alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf.drawn import CellBox, PlumberRow, PlumberTable, edges_of
from ingest.readers.pdf.words import Printed, group_lines

_SAME_EDGE = 3.0  # points
_ROOM = 2.0  # points by which a word may reach over a border
_TALLEST = 90.0  # points: no plain row between two shaded ones is higher
_SPACE = 0.45  # of a word's height, that the next of its run stands apart at most
_FEWEST = 2  # columns that hold words in a plain row


@dataclass(frozen=True, slots=True)
class StripedRow:
    """A row, drawn or plain."""

    cells: tuple[CellBox | None, ...]


@dataclass(frozen=True, slots=True)
class StripedTable:
    """Shaded rows with the plain rows between them, as one table."""

    bbox: CellBox
    rows: tuple[PlumberRow, ...]


def with_plain_rows(
    tables: Sequence[PlumberTable],
    words: Sequence[Printed],
    rules: Sequence[tuple[float, float, float]],
) -> list[PlumberTable]:
    """Join tables with the same borders below each other, where rows of words stand between.

    A plain row below the last shaded one belongs to them where a rule (x0, x1, y) closes it.
    """
    waiting = sorted(tables, key=lambda t: (t.bbox[1], t.bbox[0]))
    found: list[PlumberTable] = []
    while waiting:
        table = waiting.pop(0)
        joined = False
        while (below := _next(table, waiting, words)) is not None:
            waiting.remove(below)
            table, joined = _joined(table, below), True
        found.append(_closed(table, words, rules) if joined else table)
    return found


def _next(
    table: PlumberTable, waiting: Sequence[PlumberTable], words: Sequence[Printed]
) -> PlumberTable | None:
    """Give the next shaded rows of a table: with its borders, a plain row below it."""
    edges = edges_of(table)
    for below in waiting:
        gap = below.bbox[1] - table.bbox[3]
        if 0 < gap < _TALLEST and _same(edges, edges_of(below)):
            return below if _is_row(edges, table.bbox[3], below.bbox[1], words) else None
    return None


def _joined(table: PlumberTable, below: PlumberTable) -> StripedTable:
    box = (*table.bbox[:3], below.bbox[3])
    return StripedTable(box, (*table.rows, _plain(table, below.bbox[1]), *below.rows))


def _closed(
    table: PlumberTable, words: Sequence[Printed], rules: Sequence[tuple[float, float, float]]
) -> PlumberTable:
    """Add the plain row below the last shaded one, which a rule closes."""
    x0, top, x1, bottom = table.bbox
    closing = [
        y
        for left, right, y in rules
        if abs(left - x0) < _SAME_EDGE and abs(right - x1) < _SAME_EDGE < y - bottom < _TALLEST
    ]
    if not closing or not _is_row(edges_of(table), bottom, min(closing), words):
        return table
    end = min(closing)
    return StripedTable((x0, top, x1, end), (*table.rows, _plain(table, end)))


def _plain(table: PlumberTable, end: float) -> StripedRow:
    """Give the cells of the plain row below a table."""
    start = table.bbox[3]
    return StripedRow(tuple((a, start, b, end) for a, b in pairwise(edges_of(table))))


def _is_row(edges: Sequence[float], top: float, bottom: float, words: Sequence[Printed]) -> bool:
    """Whether the words between two heights stand in columns and run over none of the borders."""
    own = [
        w for w in words if top < w.middle < bottom and w.box.x1 > edges[0] and w.box.x0 < edges[-1]
    ]
    runs = [run for line in group_lines(own) for run in _runs(line)]
    crossing = any(a < x - _ROOM and b > x + _ROOM for a, b in runs for x in edges)
    filled = {n for n, (a, b) in enumerate(pairwise(edges)) for x, _ in runs if a <= x + _ROOM < b}
    return not crossing and len(filled) >= min(_FEWEST, len(edges) - 1)


def _runs(line: Sequence[Printed]) -> Iterator[tuple[float, float]]:
    """Give where the words of a line begin and end that stand a mere space apart."""
    start, stop = line[0].box.x0, line[0].box.x1
    for word in line[1:]:
        if word.box.x0 - stop > _SPACE * (word.box.bottom - word.box.top):
            yield start, stop
            start = word.box.x0
        stop = word.box.x1
    yield start, stop


def _same(first: Sequence[float], second: Sequence[float]) -> bool:
    return len(first) == len(second) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(first, second, strict=True)
    )
