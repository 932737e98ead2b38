"""Tables without names of columns that are parts of one register: what one tells, all tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.identifiers import is_identifier
from ingest.register_columns import names_by_contents
from ingest.tables import Row, Table

_MOST = 0.6  # of a first column's cells that are identifiers


def named_alike(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Name the columns of tables without heads by what the cells of others as wide tell.

    Only tables whose rows are numbered are alike: a plan sets one under each of its priorities.
    """
    parts = [t for t in tables if not any(t.header) and _is_numbered(t)]
    told: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for table in parts:
        told[_width(table)].append(names_by_contents(_rows(table), _width(table)))
    return tuple(
        replace(t, told=_filled(names_by_contents(_rows(t), _width(t)), told[_width(t)]))
        if t in parts
        else t
        for t in tables
    )


def _filled(own: Sequence[str], others: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Give a table's own names of columns; where it has none that which most of its like have."""
    names = list(own)
    for column, name in enumerate(own):
        usual = Counter(o[column] for o in others if o[column] and o[column] not in names)
        if not name and usual:
            names[column] = usual.most_common(1)[0][0]
    return tuple(names)


def _is_numbered(table: Table) -> bool:
    first = [row.values[0] for row in _rows(table) if row.values[0]]
    return bool(first) and sum(map(is_identifier, first)) >= _MOST * len(first)


def _width(table: Table) -> int:
    return len(table.rows[0].values) if table.rows else 0


def _rows(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.heading]
