"""Registers that stand on their side: an entry in each column, a field's name before each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks.tables import Row, Table
from ingest.wording.identifiers import is_identifier
from ingest.wording.roles import role_of

_FEWEST = 2  # entries, and fields besides the identifier
_MOST = 0.6  # of the names before the rows


def upright(table: Table) -> Table | None:
    """Give the table of the same entries, a row each; None where it does not lie on its side.

    Where the page was too narrow for all its entries, it goes on below with the next of them.
    """
    rows = [Row(table.header, tuple(() for _ in table.header))] if any(table.header) else []
    rows += table.rows
    banks = _banks(rows)
    if not banks:
        return None
    before = rows[: rows.index(banks[0][0])]
    if any(row.values[0] and not row.heading for row in before):
        return None
    names = tuple(dict.fromkeys(row.values[0] for bank in banks for row in bank))
    if len(names) < len(banks[0]) or not _are_names(names):
        return None
    titles = [row for row in rows if row.heading]
    turned: list[Row] = []
    for bank in banks:
        at = rows.index(bank[0])
        turned += [rows[at - 1]] if at and rows[at - 1] in titles else []
        turned += _entries(bank, names)
    return replace(table, header=names, rows=tuple(turned), merged=frozenset())


def _banks(rows: Sequence[Row]) -> list[list[Row]]:
    """Give the runs of rows that an identifier for each column opens, without titles."""
    banks: list[list[Row]] = []
    for row in rows:
        if _names_entries(row):
            banks.append([])
        if banks and not row.heading:
            banks[-1].append(row)
    return banks


def _names_entries(row: Row) -> bool:
    """Whether a row holds an identifier for each column, after a name for them."""
    codes = [code for code in row.values[1:] if code]
    named = role_of(row.values[0]) in ("identifier", "text") or not row.values[0]
    return len(set(codes)) == len(codes) >= _FEWEST and named and all(map(is_identifier, codes))


def _are_names(names: Sequence[str]) -> bool:
    known = sum(role_of(name) not in ("other", "identifier") for name in names[1:])
    return len(names) > _FEWEST and all(names[1:]) and known >= _MOST * (len(names) - 1)


def _entries(bank: Sequence[Row], names: Sequence[str]) -> Iterator[Row]:
    own = {row.values[0]: row for row in bank}
    for column in range(1, len(bank[0].values)):
        if not bank[0].values[column]:
            continue
        cells = [own.get(name) for name in names]
        yield Row(
            tuple(row.values[column] if row else "" for row in cells),
            tuple(row.places[column] if row else () for row in cells),
            apart=True,
        )
