"""Tables of data: figures by district and year, doses by kidney function, prices by tier.

What is no register is kept cell by cell: each row under its labels, each column under its heads.
A table whose columns nothing names is left out, for its cells cannot be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.blocks.headers import is_figure
from ingest.blocks.structure import Structure
from ingest.blocks.tables import Row, Table
from ingest.types import Block, DataRow, DataTable, Item
from ingest.wording.roles import role_of

_FEWEST = 2  # rows of a table without figures
_MOST_LABELS = 3  # columns
_OF_REGISTERS = frozenset({"identifier", "owner", "status", "date", "update"})
_NOTE = re.compile(r"^(?:[*†‡^]|notes?\b|\[\w\]|[¹²³])|\ba dash\b", re.I)
_FURTHEST_NOTE = 4  # blocks below the table
_DRAWN = re.compile(r"^(?:figure|fig\.|chart|ffigur)\s", re.I)


def data_tables(structure: Structure, items: Sequence[Item]) -> tuple[DataTable, ...]:
    """Give a document's tables that hold no entries and whose columns and rows have names."""
    registers = {item.table for item in items if item.table}
    registers -= {t.number for t in structure.tables if _measures_only(t)}
    terms = {i.identifier for i in items if i.kind in ("acronym", "definition")}
    found = []
    for table in structure.tables:
        drawn = _DRAWN.match(table.caption) and not any(table.header)
        if table.number not in registers and not drawn:
            if sum(row.values[0] in terms for row in table.rows) > 0.5 * len(table.rows):
                continue  # a list of abbreviations or terms
            data = _data(table, _notes(structure.blocks, table.number))
            if data:
                found.append(data)
    return tuple(found)


def _measures_only(table: Table) -> bool:
    """Whether a register lists measures with their figures, and nobody who does anything."""
    roles = {role_of(name) for name in table.header if name}
    values = [v for row in table.rows if not row.heading for v in row.values[1:] if v]
    figures = sum(is_figure(value) for value in values)
    return not roles & _OF_REGISTERS and figures > 0.5 * len(values)


def _data(table: Table, notes: tuple[str, ...]) -> DataTable | None:
    rows = [r for r in table.rows if r.values not in table.over and any(r.values)]
    body = [r for r in rows if not r.heading]
    if not body or not table.heads:
        return None
    first = _first_value(table, body)
    heads = table.heads[first:]
    used = [n for n, _ in enumerate(heads) if any(r.values[first + n] for r in body)]
    if not used or any(not heads[n] for n in used):
        return None
    kept = tuple(_rows(rows, first, used))
    figures = any(is_figure(value) for row in kept for value in row.values)
    if not kept or (len(kept) < _FEWEST and not figures):
        return None
    stub = tuple(" ".join(path) for path in table.heads[:first])
    named = tuple(heads[n] for n in used)
    return DataTable(table.number, table.caption, table.section, stub, named, kept, notes)


def _first_value(table: Table, body: Sequence[Row]) -> int:
    """Give the column at which the values begin: those before it are labels."""
    width = len(body[0].values)
    for column in range(1, min(width, _MOST_LABELS + 1)):
        cells = [r.values[column] for r in body if r.values[column]]
        figures = sum(map(is_figure, cells))
        if cells and 2 * figures >= len(cells):
            return column
    labels = [r.values[0] for r in body]
    if width > 2 and len(set(labels)) < len(labels) and table.heads[1]:
        return 2
    return 1


def _rows(rows: Sequence[Row], first: int, used: Sequence[int]) -> Iterator[DataRow]:
    group = ""
    above: tuple[str, ...] = ()
    for row in rows:
        labels = row.values[:first]
        values = tuple(row.values[first + n] for n in used)
        if row.heading or not any(values):
            group = next((v for v in row.values if v), "")
            above = ()
            continue
        if above and any(labels) and labels[0] in ("", above[0]):
            # Labels over several rows, printed at the first.
            labels = (
                *(own or held for own, held in zip(labels[:-1], above[:-1], strict=True)),
                labels[-1],
            )
        above = labels
        if any(labels):
            places = row.runs
            yield DataRow(tuple(v for v in labels if v), values, places, group)


def _notes(blocks: Sequence[Block], number: int) -> tuple[str, ...]:
    """Give what the document says right below a table of the marks in it."""
    at = next((n for n, b in enumerate(blocks) if b.kind == "row" and b.table == number), None)
    if at is None:
        return ()
    below = blocks[at + 1 : at + 1 + _FURTHEST_NOTE]
    return tuple(b.text for b in below if _NOTE.match(b.text) and len(b.text) < 300)
