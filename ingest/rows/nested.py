"""Registers of two levels in one table: a risk over several rows, beside it each of its actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks.tables import Row, Table
from ingest.rows.marks import mark_of
from ingest.wording.identifiers import canonical, is_identifier

_MOST = 0.6  # of a column's cells that begin with an identifier of their own
_FEWEST = 2  # columns merged over the rows of one upper entry


def levels_of(table: Table) -> tuple[Table, Table] | None:
    """Give the upper entries of a table, a row for each, and the lower ones beside them.

    None where no numbered cell is merged over rows that are numbered themselves. The lower ones
    keep the column of the upper numbers, which names their groups.
    """
    rows = [row for row in table.rows if not row.heading]
    merged = sorted(table.merged)
    if len(merged) < _FEWEST or not rows or merged != list(range(len(merged))):
        return None
    upper = [canonical(row.values[0]) for row in rows]
    lower = next((n for n in range(len(rows[0].values)) if n not in merged), 0)
    if not all(is_identifier(row.values[0]) for row in rows) or len(set(upper)) == len(upper):
        return None
    cells = [row.values[lower] for row in rows if row.values[lower]]
    if sum(mark_of(cell) is not None for cell in cells) < _MOST * len(cells):
        return None
    above = [_only(row, merged) for n, row in enumerate(rows) if not n or upper[n] != upper[n - 1]]
    below = [0, *range(lower, len(rows[0].values))]
    numbered = [_unplaced(_only(row, below)) for row in rows if mark_of(row.values[lower])]
    return _with(table, merged, above), _with(table, below, numbered)


def _only(row: Row, columns: Sequence[int]) -> Row:
    """Give some cells of a row, which no run of words on the page holds all."""
    carried = frozenset(n for n, c in enumerate(columns) if c in row.carried)
    return Row(
        tuple(row.values[c] for c in columns),
        tuple(row.places[c] for c in columns),
        carried=carried,
        apart=True,
    )


def _unplaced(row: Row) -> Row:
    """Leave out where the upper number stands, on which a lower entry does not rest."""
    return replace(row, places=((), *row.places[1:]))


def _with(table: Table, columns: Sequence[int], rows: Sequence[Row]) -> Table:
    header = tuple(table.header[c] for c in columns) if table.header else ()
    heads = tuple(table.heads[c] for c in columns) if table.heads else ()
    merged = frozenset({0} if len({row.values[0] for row in rows}) < len(rows) else ())
    return replace(table, header=header, rows=tuple(rows), heads=heads, merged=merged, over=())
