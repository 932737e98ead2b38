"""Which tables of a web page hold data, and which cell stands in which column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from ingest.readers.words import Placed, Words

_WIDEST = 200  # columns of a cell, and five times that of a table; wider is a mistake or an attack
_MOST_REPEATED = 200_000  # cells merged over rows; beyond that they are no longer repeated


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page: its rows from top to bottom and which of them hold column names."""

    rows: tuple[tuple[Placed, ...], ...]
    headers: frozenset[int]


def is_data(table: Element) -> bool:
    """Whether a table is one to its readers, and not a means to place things on the page."""
    if table.get("role", "") in ("presentation", "none"):
        return False
    rows = list(rows_of(table))
    if not any(len(cells_of(row)) > 1 for row in rows):
        return False
    named = any(cell.tag == "th" for row in rows for cell in cells_of(row))
    return named or not table.xpath(".//td//table | .//td//h1 | .//td//h2")


def read_table(table: Element, words_of: Callable[[Element], Words]) -> PageTable:
    """Place the cells of a table as browsers do (HTML standard, "forming a table")."""
    open_cells: dict[int, tuple[Placed, int]] = {}  # first column → the cell, rows it still covers
    rows: list[tuple[Placed, ...]] = []
    headers = set()
    repeated = 0
    for index, row in enumerate(rows_of(table)):
        placed = {c: replace(cell, repeated=True) for c, (cell, _) in open_cells.items()}
        still = {c: (cell, left - 1) for c, (cell, left) in open_cells.items() if left > 1}
        taken = {c for cell in placed.values() for c in range(cell.column, cell.column + cell.span)}
        column = 0
        for element in cells_of(row):
            while column in taken:
                column += 1
            span = _number(element.get("colspan"), _WIDEST if column < 5 * _WIDEST else 1)
            while span > 1 and any(c in taken for c in range(column, column + span)):
                span -= 1
            cell = Placed(words_of(element), column, span)
            placed[column] = cell
            down = _number(element.get("rowspan"), 65_534)
            if down > 1:
                still[column] = (cell, down - 1)
            column += span
        repeated += len(still)
        open_cells = {} if _ends_part(row) or repeated > _MOST_REPEATED else still
        rows.append(tuple(placed[c] for c in sorted(placed)))
        if _is_header(row):
            headers.add(index)
    return PageTable(tuple(rows), frozenset(headers))


def rows_of(table: Element) -> Iterator[Element]:
    """Give a table's own rows, not those of tables within it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def cells_of(row: Element) -> list[Element]:
    """Give a row's own cells."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def _is_header(row: Element) -> bool:
    cells = cells_of(row)
    in_head = row.getparent().tag == "thead"
    return bool(cells) and (in_head or all(cell.tag == "th" for cell in cells))


def _ends_part(row: Element) -> bool:
    """Whether a row is the last of its thead, tbody or tfoot, which no merged cell goes beyond."""
    after = row.getnext()
    while after is not None and after.tag != "tr":
        after = after.getnext()
    return after is None and row.getparent().tag != "table"


def _number(text: str | None, most: int) -> int:
    digits = (text or "").strip()
    number = int(digits[:6]) if digits[:6].isdecimal() else 1
    return min(number, most) or most if text else 1
