"""Registers whose cells hold several entries: an owner, and beside it all that is the owner's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks.tables import Row, Table
from ingest.lines.tails import Tail, tail_of
from ingest.rows.marks import mark_of
from ingest.types import Place
from ingest.wording.identifiers import Leading, canonical, is_identifier, leading, sort_key
from ingest.wording.marks import DASHES
from ingest.wording.periods import periods
from ingest.wording.values import is_date

_BORDER = re.compile(r"(?<=[.!?;:)\]”\"])\s+(?=\S)|\n")
_VALUE = re.compile(
    r"^(?:[£$€]?\d[\d,.]*(?:%|k|m| million)?|ongoing|annual(?:ly)?|monthly|quarterly|weekly|yearly"
    r"|immediate(?:ly)?|complete[d]?|red|amber|green|blue|tbc|[–-])$",
    re.I,
)
#: "… in every ward – May 2025", "… in every ward, by 30 May 2025".
_AFTER_DASH = re.compile(rf"(?:\s[{DASHES}]\s|,\s(?=by\s))(?P<date>[^,{DASHES}]{{3,40}})$")
_SPAN = re.compile(r"^(?:from|between)\b", re.I)
_SEVERAL = 2
_FEWEST = 3  # entries of a column
_MOST = 0.6  # of a column's cells, and of the entries that end with the same fields


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a cell: where it begins and ends in the cell's text."""

    start: int
    end: int


def unpacked(table: Table) -> Table | None:
    """Give the table with a row for each entry; None where no cell holds several.

    What the entries' own sentences end with ("By 31 March. In progress.") becomes columns.
    """
    column = _packed_column(table)
    if column is None:
        return None
    rows: list[Row] = []
    for row in _with_beside(table.rows, column):
        pieces = [] if row.heading else _pieces_of(row, column)
        beside = _beside(row, column, pieces) or _in_order(row, column, len(pieces))
        rows.extend(
            _with_own(_part(row, column, p, first=p.start == 0), row, beside, n)
            for n, p in enumerate(pieces)
        )
        if not pieces:
            rows.append(row)
    return _with_tails(replace(table, rows=tuple(rows)), column)


def _with_beside(rows: Sequence[Row], column: int) -> list[Row]:
    """Give the rows; one that a page break cut off has beside it what its first part has."""
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        turned = above is not None and row.pages[:1] > above.pages[-1:]
        own = {n for n, v in enumerate(row.values) if v}
        cut = not row.heading and column in own and min(own) >= min(column, 1)
        if above is None or not (turned and cut):
            found.append(row)
            continue
        values = tuple(row.values[n] if n in own else v for n, v in enumerate(above.values))
        places = tuple(row.places[n] if n in own else p for n, p in enumerate(above.places))
        carried = frozenset(n for n, v in enumerate(values) if v and n not in own)
        found.append(replace(row, values=values, places=places, carried=carried))
    return found


def _packed_column(table: Table) -> int | None:
    """Give the column whose cells begin with identifiers and often hold more of them."""
    rows = [r for r in table.rows if not r.heading]
    for column in range(len(rows[0].values) if rows else 0):
        cells = [r.values[column] for r in rows if r.values[column]]
        marked = sum(mark_of(c) is not None or is_identifier(c) for c in cells)
        counts = [len(_pieces_of(r, column)) for r in rows if r.values[column]]
        several = sum(count > 1 for count in counts)
        if sum(counts) < _FEWEST:
            continue
        if cells and marked >= _MOST * len(cells):
            return column if several >= max(1, 0.3 * len(cells)) else None
    return None


def _pieces_of(row: Row, column: int) -> list[_Piece]:
    """Divide a cell before each identifier that is made like its first.

    One begins a sentence, or a line of the cell and is greater than the one before.
    """
    text = row.values[column]
    first = mark_of(text)
    if first is None:
        return []
    lines = _line_starts(text, row.lines[column] if column < len(row.lines) else ())
    borders = {m.end() for m in _BORDER.finditer(text)}
    starts, seen = [0], [first.identifier]
    for at in sorted(borders | lines):
        found = leading(text[at:])
        if not found or not _alike(found, first):
            continue
        new = canonical(found.identifier) not in map(canonical, seen)
        if new and (at in borders or sort_key(found.identifier) > sort_key(seen[-1])):
            seen.append(found.identifier)
            starts.append(at)
    return [_Piece(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _line_starts(text: str, lines: Sequence[str]) -> set[int]:
    """Give where the lines of a cell begin in its text, in which they are joined."""
    found: set[int] = set()
    at = 0
    for line in lines:
        begin = text.find(line, at)
        if begin < 0:
            continue  # a word that a hyphen cut
        found.add(begin)
        at = begin + len(line)
    return found


def _alike(found: Leading, first: Leading) -> bool:
    """Whether two identifiers have the same dress, and words follow both."""
    words = bool(found.rest) and (found.rest[0].isupper() or found.rest[0] in "‘“\"'(")
    same = _shape(found.identifier) == _shape(first.identifier) and found.mark == first.mark
    return words and same and found.label == first.label


def _shape(identifier: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", canonical(identifier)))


def _part(row: Row, column: int, piece: _Piece, *, first: bool) -> Row:
    """Give the row of one entry; what stands beside it is printed in the first's."""
    values, places = list(row.values), list(row.places)
    whole = row.values[column]
    values[column] = whole[piece.start : piece.end].strip()
    places[column] = tuple(_within(row.places[column], whole, piece))
    beside = frozenset(n for n in range(len(values)) if n != column and values[n])
    carried = row.carried if first else row.carried | beside
    return replace(row, values=tuple(values), places=tuple(places), carried=carried)


def _beside(row: Row, column: int, pieces: Sequence[_Piece]) -> dict[int, list[_Piece]]:
    """Give the parts of the cells beside a packed one that name each of its entries again.

    "1.1: yearly 1.4: 31 December 2024" beside the entries 1.1 and 1.4, by column.
    """
    marks = [m for p in pieces if (m := mark_of(row.values[column][p.start :]))]
    if len(marks) < len(pieces):
        return {}
    others = ((n, cell) for n, cell in enumerate(row.values) if n != column)
    names = [mark.identifier for mark in marks]
    return {n: parts for n, cell in others if (parts := _named_parts(cell, names))}


def _named_parts(cell: str, names: Sequence[str]) -> list[_Piece]:
    """Divide a cell that gives each name in order, the first at its beginning; else none."""
    found: list[re.Match[str]] = []
    for name in names:
        named = re.compile(rf"(?<!\S){re.escape(name)}\s*[:–-]\s*")
        match = named.search(cell, found[-1].end() if found else 0)
        if match is None or (not found and match.start()):
            return []
        found.append(match)
    if not found:
        return []
    ends = [*(m.start() for m in found[1:]), len(cell)]
    return [_Piece(m.end(), end) for m, end in zip(found, ends, strict=True)]


def _in_order(row: Row, column: int, count: int) -> dict[int, list[_Piece]]:
    """Give the parts of the cells that hold a date or figure for each entry, one below another."""
    if count < _SEVERAL:
        return {}
    others = {n: lines for n, lines in enumerate(row.lines) if n != column and len(lines) == count}
    if not any(
        all(map(_is_value, lines)) and not _SPAN.match(lines[0]) for lines in others.values()
    ):
        return {}  # beside a date for each entry the other cells have a line for each as well
    return {n: parts for n, lines in others.items() if (parts := _own_lines(row.values[n], lines))}


def _own_lines(cell: str, lines: Sequence[str]) -> list[_Piece]:
    """Divide a cell at its lines; none where they do not stand in it."""
    starts, at = [], 0
    for line in lines:
        at = cell.find(line, at)
        if at < 0:
            return []
        starts.append(at)
        at += len(line)
    return [_Piece(a, b) for a, b in zip(starts, [*starts[1:], len(cell)], strict=True)]


def _is_value(line: str) -> bool:
    """Whether a line is a date or a figure, and does not go on with the line above."""
    if line[:1].islower() or line.startswith("("):
        return False
    found = periods(line)
    begins = bool(found) and not re.search(r"\w{3}", line[: found[0].at])
    return begins or is_date(line) or _VALUE.match(line) is not None


def _with_own(part: Row, row: Row, beside: dict[int, list[_Piece]], place: int) -> Row:
    """Give an entry's row with its own part of each cell beside it that names the entries."""
    if not beside:
        return part
    values, places = list(part.values), list(part.places)
    for n, parts in beside.items():
        values[n] = row.values[n][parts[place].start : parts[place].end].strip(" ;,")
        places[n] = tuple(_within(row.places[n], row.values[n], parts[place]))
    return replace(
        part,
        values=tuple(values),
        places=tuple(places),
        carried=part.carried - beside.keys(),
        apart=True,
    )


def _within(places: Sequence[Place], whole: str, piece: _Piece) -> list[Place]:
    """Give the parts of a piece of a cell's text, each on its own page."""
    found: list[Place] = []
    at = 0
    for place in places:
        begin = whole.find(place.text, at)
        if begin < 0:
            return list(places)  # a word that the page's end cut: the cell as a whole stands for it
        at = begin + len(place.text)
        own = whole[max(begin, piece.start) : min(at, piece.end)].strip()
        if own and max(begin, piece.start) < min(at, piece.end):
            found.append(Place(place.page, own))
    return found


def _tail(text: str) -> Tail | None:
    """Give what ends an entry: who and when as a sentence has them, or a date behind a dash."""
    after = _AFTER_DASH.search(text)
    if after and _is_value(re.sub(r"^(?:by )?(?:the )?(?:end of )?", "", after["date"])):
        return Tail("dated", text[: after.start()], (("Date", after["date"]),))
    return tail_of(text)


def _with_tails(table: Table, column: int) -> Table:
    """Give the fields at the end of the entries' text columns of their own."""
    tails = [None if r.heading else _tail(r.values[column]) for r in table.rows]
    dated = [t for t in tails if t and t.kind == "dated"]
    if len(dated) < _MOST * len(table.rows):
        return table
    names = tuple(dict.fromkeys(name for t in dated for name, _ in t.fields))
    rows = []
    for row, tail in zip(table.rows, tails, strict=True):
        fields = dict(tail.fields) if tail and tail.kind == "dated" else {}
        values = list(row.values)
        if tail and fields:
            values[column] = tail.text
        places = [row.places[column] if fields.get(name) else () for name in names]
        rows.append(
            replace(
                row,
                values=(*values, *(fields.get(name, "") for name in names)),
                places=(*row.places, *places),
                carried=row.carried
                | frozenset(range(len(row.values), len(row.values) + len(names))),
            )
        )
    heads = (*table.heads, *((name,) for name in names))
    header = table.header or ("",) * len(table.rows[0].values)
    return replace(table, header=(*header, *names), rows=tuple(rows), heads=heads)
