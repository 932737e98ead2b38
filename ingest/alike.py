"""Tables without names of columns that are parts of one register: what one tells, all tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.identifiers import is_identifier
from ingest.register_columns import names_by_contents
from ingest.tables import Row, Table

_MOST = 0.6  # of a first column's cells that are identifiers
_FEWEST = 2  # tables that are alike


def named_alike(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Name the columns of tables without heads by the cells of all that are as wide.

    Only tables whose rows are numbered are alike: a plan sets one under each of its priorities.
    """
    alike: dict[int, list[Row]] = defaultdict(list)
    parts = [t for t in tables if not any(t.header) and _is_numbered(t)]
    for table in parts:
        alike[_width(table)] += _rows(table)
    several = {w for w in alike if sum(_width(t) == w for t in parts) >= _FEWEST}
    pooled = {width: names_by_contents(alike[width], width) for width in several}
    return tuple(
        replace(t, told=_filled(names_by_contents(_rows(t), _width(t)), pooled[_width(t)]))
        if t in parts and _width(t) in several
        else t
        for t in tables
    )


def _filled(own: Sequence[str], pooled: Sequence[str]) -> tuple[str, ...]:
    """Give a table's own names of columns, and those of its like where it has none."""
    return tuple(
        name or (other if other not in own else "") for name, other in zip(own, pooled, strict=True)
    )


def _is_numbered(table: Table) -> bool:
    first = [row.values[0] for row in _rows(table) if row.values[0]]
    return bool(first) and sum(map(is_identifier, first)) >= _MOST * len(first)


def _width(table: Table) -> int:
    return len(table.rows[0].values) if table.rows else 0


def _rows(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.heading]
