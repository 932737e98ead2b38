"""What of a document's tables could not be told for certain, in words for its reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.cards import as_rows
from ingest.columns import role_of
from ingest.register_columns import columns_of
from ingest.tables import Table

_OF_REGISTERS = ("owner", "status", "date", "text")
_FEWEST = 3  # column names of registers


def doubts(tables: Sequence[Table]) -> tuple[str, ...]:
    """Give a line for each table whose columns are guessed, or that may be a register unread."""
    return tuple(dict.fromkeys(line for table in tables for line in _doubt(table)))


def _doubt(table: Table) -> Iterator[str]:
    where = _where(table)
    columns = columns_of(as_rows(table) or table)
    if columns is None:
        named = {role_of(name) for name in table.header if name} & set(_OF_REGISTERS)
        if len(named) >= _FEWEST:
            yield f"the table {where} may be a register, but which rows are entries is not clear"
    elif columns.told_by_contents:
        yield f"the table {where} has no column names; its columns are told by what is in them"


def _where(table: Table) -> str:
    pages = sorted({page for row in table.rows for page in row.pages})
    return f"on page {pages[0]}" if pages and pages[0] else f"number {table.number}"
