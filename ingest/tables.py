"""Joins the parts of a table over page breaks, finds its header, and mends rows that were cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.columns import is_header_name
from ingest.identifiers import is_identifier, leading
from ingest.readers.elements import Grid
from ingest.reflow import join_lines
from ingest.types import Cell, Place


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a value for each column, and where each value stands.

    `heading` is true for one cell over all columns: the name of the rows below it.
    """

    values: tuple[str, ...]
    places: tuple[tuple[Place, ...], ...]
    heading: bool = False

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages the row stands on, in order."""
        return tuple(sorted({place.page for cell in self.places for place in cell}))

    def on_page(self, page: int) -> Place:
        """Give the row's run of text on one page."""
        texts = (place.text for cell in self.places for place in cell if place.page == page)
        return Place(page, " ".join(text for text in texts if text))


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table: its column names (empty where it has none) and its rows."""

    number: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    section: tuple[str, ...] = ()


def header_rows(grid: Grid) -> int:
    """Give how many rows at the top of a grid are column names: 0, 1 or 2."""
    if not grid.rows or not _names_columns(grid, 0):
        return 0
    return 1


def header_of(grid: Grid) -> tuple[str, ...]:
    """Give a grid's column names, empty where it has no header row."""
    if header_rows(grid) == 0:
        return ()
    return values_of(grid.rows[0], grid.columns)


def continues(table: Table, grid: Grid, previous: Grid) -> bool:
    """Whether a grid is the next part of a table: same columns, no header or the same again."""
    header = header_of(grid)
    if header:
        return header == table.header and grid.columns == previous.columns
    if grid.columns != previous.columns:
        return False
    if grid.edges and previous.edges:
        return all(abs(a - b) < 12 for a, b in zip(grid.edges, previous.edges, strict=True))
    return True


def start(grid: Grid, number: int, section: tuple[str, ...]) -> Table:
    """Make a table of its first part."""
    empty = Table(number, header_of(grid), (), section)
    return extend(empty, grid)


def extend(table: Table, grid: Grid) -> Table:
    """Add the next part of a table; a row that the page break cut is made whole."""
    rows = list(table.rows)
    for index, cells in enumerate(grid.rows[header_rows(grid) :]):
        row = _row(cells, grid)
        if not any(row.values) or row.values == table.header:
            continue
        if index == 0 and rows and not header_rows(grid) and _is_remainder(row, rows):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def values_of(cells: Sequence[Cell], columns: int) -> tuple[str, ...]:
    """Give a row's text for each column; a merged cell counts for its first column."""
    values = [""] * columns
    for cell in cells:
        if cell.column < columns:
            values[cell.column] = join_lines(cell.text.splitlines())
    return tuple(values)


def _names_columns(grid: Grid, index: int) -> bool:
    cells = [c for c in grid.rows[index] if c.text.strip()]
    if not cells or any(len(c.text) > 60 for c in cells) or len(grid.rows[index]) < 2:
        return False
    values = [join_lines(c.text.splitlines()) for c in cells]
    if any(is_identifier(v) or _is_lettered(v) for v in values):
        return False
    if len(values) < max(2, len(grid.rows[index]) - 1):
        return False
    known = sum(is_header_name(v) for v in values)
    if index in grid.bold_rows and len(grid.bold_rows) < len(grid.rows):
        return known > 0 or len(values) == len(grid.rows[index])
    return known == len(values) or (len(values) > 2 and known >= len(values) - 1)


def _row(cells: Sequence[Cell], grid: Grid) -> Row:
    values = values_of(cells, grid.columns)
    filled = [c for c in cells if c.text.strip()]
    return Row(
        values=values,
        places=tuple((Place(grid.page, v),) if v else () for v in values),
        heading=len(filled) == 1 and filled[0].span == grid.columns and grid.columns > 1,
    )


def _is_remainder(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a part's first row is the rest of the row before the page break."""
    if row.heading or rows[-1].heading:
        return False
    if not row.values[0]:
        return True
    entries = [r for r in rows if not r.heading]
    marked = sum(_is_marked(r.values[0]) for r in entries)
    return marked >= 0.8 * len(entries) and not _is_marked(row.values[0])


def _is_marked(text: str) -> bool:
    return is_identifier(text) or leading(text) is not None


def _is_lettered(text: str) -> bool:
    found = leading(text)
    return found is not None and bool(found.mark or "." in found.identifier)


def _joined(first: Row, rest: Row) -> Row:
    return Row(
        values=tuple(join_lines((a, b)) for a, b in zip(first.values, rest.values, strict=True)),
        places=tuple(a + b for a, b in zip(first.places, rest.places, strict=True)),
        heading=first.heading,
    )
