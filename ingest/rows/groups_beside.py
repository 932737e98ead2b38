"""Groups named in a column left of the entries, once beside the first of them and then left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks.tables import Row, Table
from ingest.wording.identifiers import is_identifier
from ingest.wording.reflow import join_lines
from ingest.wording.roles import role_of

_MOST = 0.6  # of a column's cells
_FEWEST = 2  # groups
_SHORTEST = 4  # letters of a group's name
_SPARSE = 0.6  # of the entries: more names are no groups but something that each entry has


def filled_down(table: Table) -> Table | None:
    """Give the table with its groups' names beside every entry; None where it has none such.

    Without rules a name of several lines may have made rows of its own, which join it again.
    """
    rows = [row for row in table.rows if not row.heading]
    column = _first_codes(rows)
    if not column:
        return None
    for index in range(column):
        name = table.header[index] if any(table.header) else ""
        if _is_sparse(name, rows, index, column):
            filled = _filled(table.rows, index, column)
            return replace(table, rows=filled, merged=table.merged | {index})
    return None


def _first_codes(rows: Sequence[Row]) -> int | None:
    """Give the first column of identifiers, each another; None where there is none."""
    for index in range(len(rows[0].values) if rows else 0):
        cells = [row.values[index] for row in rows if row.values[index]]
        codes = [cell for cell in cells if is_identifier(cell)]
        if len(codes) >= _MOST * len(rows) and len(set(codes)) == len(codes) > 1:
            return index
    return None


def _is_sparse(name: str, rows: Sequence[Row], index: int, codes: int) -> bool:
    """Whether a column names something beside the first entry and beside few of the others.

    Each name stands there once: what comes back, as a status or a flag does, names no group.
    """
    if role_of(name) not in ("group", "text", "other"):
        return False
    entries = [row for row in rows if row.values[codes]]
    names = [row.values[index] for row in entries if row.values[index]]
    apart = len(set(names)) == len(names) >= _FEWEST and all(map(_has_letters, names))
    return apart and bool(entries[0].values[index]) and len(names) <= _SPARSE * len(entries)


def _has_letters(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= _SHORTEST


def _filled(rows: Sequence[Row], index: int, codes: int) -> tuple[Row, ...]:
    filled: list[Row] = []
    group: list[int] = []  # of the rows that the name so far stands beside
    for row in rows:
        if row.heading:
            filled.append(row)
            group = []
        elif not row.values[codes] and group and not _others(row, index):
            for at in group:
                filled[at] = _with_name(filled[at], index, filled[at], row)
        else:
            named = bool(row.values[index]) or not group
            group = [] if named else group
            filled.append(row if named else _with_name(row, index, filled[group[0]]))
            group.append(len(filled) - 1)
    return tuple(filled)


def _others(row: Row, index: int) -> bool:
    return any(value for at, value in enumerate(row.values) if at != index)


def _with_name(row: Row, index: int, *parts: Row) -> Row:
    """Give a row the name that rows have in one column, as carried from there."""
    values, places = list(row.values), list(row.places)
    values[index] = join_lines(part.values[index] for part in parts)
    places[index] = tuple(place for part in parts for place in part.places[index])
    own = {index} if parts[0] is not row else set()
    return replace(
        row, values=tuple(values), places=tuple(places), carried=row.carried | frozenset(own)
    )
