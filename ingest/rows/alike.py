"""Tables without names of columns that are parts of one register: what one tells, all tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks.tables import Row, Table
from ingest.rows.register_columns import names_by_contents
from ingest.wording.identifiers import is_identifier

_MOST = 0.6  # of a first column's cells that are identifiers


def named_alike(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Name the columns of tables without heads by what the cells of others as wide tell.

    Only tables whose rows are numbered are alike: a plan sets one under each of its priorities.
    """
    own = [_told(t) if not any(t.header) and _is_numbered(t) else () for t in tables]
    alike: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for names in filter(None, own):
        alike[len(names)].append(names)
    return tuple(
        replace(table, told=_filled(names, alike[len(names)])) if names else table
        for table, names in zip(tables, own, strict=True)
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


def _told(table: Table) -> tuple[str, ...]:
    """Give a name for each column, as far as its own cells tell one."""
    return names_by_contents(_rows(table), len(table.rows[0].values))


def _rows(table: Table) -> list[Row]:
    return [row for row in table.rows if not row.heading]
