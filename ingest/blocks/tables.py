"""Joins the parts of a table over page breaks, finds its header, and mends rows that were cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks.headers import head_paths, header_of, header_span, values_of
from ingest.elements import Grid
from ingest.types import Cell, Place
from ingest.wording.identifiers import is_identifier, leading
from ingest.wording.reflow import join_lines

_SAME_EDGE = 12  # points
_MOST = 0.6  # of a column's cells
_BELOW = 0.8  # of the narrower of two columns that must stand below one another


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a value for each column, and where each value stands.

    `heading` is true for one cell over all columns: the name of the rows below it. `carried` are
    the columns whose value stands in a row above, in a cell merged over rows. `apart` is true
    where the cells do not stand side by side on the page, so that no run of words holds them all.
    `lines` are the lines or paragraphs of each cell, where its part of the table told them.
    """

    values: tuple[str, ...]
    places: tuple[tuple[Place, ...], ...]
    heading: bool = False
    carried: frozenset[int] = frozenset()
    apart: bool = False
    lines: tuple[tuple[str, ...], ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages the row stands on, in order."""
        return tuple(sorted({place.page for cell in self._own() for place in cell}))

    def on_page(self, page: int) -> Place:
        """Give the row's run of text on one page."""
        texts = (place.text for cell in self._own() for place in cell if place.page == page)
        return Place(page, " ".join(text for text in texts if text))

    @property
    def runs(self) -> tuple[Place, ...]:
        """The row's runs of text: one for each page, or one for each cell where they are apart."""
        if self.apart:
            return tuple(place for cell in self._own() for place in cell)
        return tuple(self.on_page(page) for page in self.pages)

    def _own(self) -> list[tuple[Place, ...]]:
        return [cell for column, cell in enumerate(self.places) if column not in self.carried]


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table: its column names (empty where it has none) and its rows.

    `merged` are the columns in which cells are merged over rows; `caption` is what the document
    prints above it to say what it shows. `heads` are the names over each column from the top
    down, also where no single row names them all, and `over` the values of the rows that hold
    them. `told` are names that the cells of this and like tables tell, where none are printed.
    """

    number: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    section: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()
    caption: str = ""
    heads: tuple[tuple[str, ...], ...] = ()
    over: tuple[tuple[str, ...], ...] = ()
    told: tuple[str, ...] = ()


def continues(table: Table, grid: Grid, previous: Grid) -> bool:
    """Whether a grid is the next part of a table: same columns, no header or the same again."""
    header = header_of(grid)
    if header:
        return header == table.header and grid.columns == previous.columns
    if grid.columns != previous.columns:
        return False
    if grid.edges and previous.edges:
        edges = zip(grid.edges[:-1], previous.edges[:-1], strict=True)  # the last may be ragged
        same = all(abs(a - b) < _SAME_EDGE for a, b in edges)
        return same or (grid.page == previous.page + 1 and _stand_below(grid, previous))
    return True


def _stand_below(grid: Grid, previous: Grid) -> bool:
    """Whether each column stands where it did on the page before, where no rules say so exactly."""
    columns = zip(pairwise(grid.edges), pairwise(previous.edges), strict=True)
    return all(
        min(right, last) - max(left, first) >= _BELOW * min(right - left, last - first)
        for (left, right), (first, last) in columns
    )


def start(grid: Grid, number: int, section: tuple[str, ...], caption: str = "") -> Table:
    """Make a table of its first part."""
    rows, heads = head_paths(grid)
    over = tuple(values_of(cells, grid.columns) for cells in grid.rows[:rows])
    empty = Table(number, header_of(grid), (), section, caption=caption, heads=heads, over=over)
    return extend(empty, grid)


def extend(table: Table, grid: Grid) -> Table:
    """Add the next part of a table; a row or merged cell that the page break cut is made whole."""
    rows = list(table.rows)
    merged = table.merged | {column for _, column in grid.down}
    begin, end = header_span(grid)
    carried: Mapping[int, tuple[str, tuple[Place, ...]]] = _carried(rows, merged)
    first = True
    for index, cells in enumerate(grid.rows):
        if begin <= index < end:
            continue
        row = _row(cells, grid, index)
        if not any(row.values) or row.values == table.header:
            continue
        if first and rows and _is_remainder(row, rows, merged):
            rows[-1] = _joined(rows[-1], row)
        else:
            carried = _still_carried(carried, row, index, grid, first)
            rows.append(_filled(row, carried))
        first = False
    return replace(table, rows=tuple(rows), merged=merged)


def _row(cells: Sequence[Cell], grid: Grid, index: int) -> Row:
    values = values_of(cells, grid.columns)
    filled = [c for c in cells if c.text.strip()]
    labels = {c.column: f"{c.label} " for c in cells if c.label}
    return Row(
        values=values,
        places=tuple(
            (Place(grid.page, labels.get(column, "") + v),) if v else ()
            for column, v in enumerate(values)
        ),
        heading=len(filled) == 1 and filled[0].span == grid.columns and grid.columns > 1,
        carried=frozenset(c for line, c in grid.down if line == index and values[c]),
        lines=tuple(_lines(cells, column) for column in range(grid.columns)),
    )


def _lines(cells: Sequence[Cell], column: int) -> tuple[str, ...]:
    text = next((c.text for c in cells if c.column == column), "")
    return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _carried(
    rows: Sequence[Row], merged: frozenset[int]
) -> dict[int, tuple[str, tuple[Place, ...]]]:
    """Give what merged cells hold at the end of the part before, by column."""
    if not rows or rows[-1].heading:
        return {}
    return {c: (rows[-1].values[c], rows[-1].places[c]) for c in merged if c < len(rows[-1].values)}


def _still_carried(
    carried: Mapping[int, tuple[str, tuple[Place, ...]]],
    row: Row,
    index: int,
    grid: Grid,
    first: bool,
) -> dict[int, tuple[str, tuple[Place, ...]]]:
    """Give the cells of the part before that go on in this row: empty here and merged."""
    return {
        c: held
        for c, held in carried.items()
        if not row.heading and not row.values[c] and (first or (index, c) in grid.down)
    }


def _filled(row: Row, carried: Mapping[int, tuple[str, tuple[Place, ...]]]) -> Row:
    values, places = list(row.values), list(row.places)
    for column, (value, held) in carried.items():
        values[column], places[column] = value, held
    above = row.carried | frozenset(carried)
    return replace(row, values=tuple(values), places=tuple(places), carried=above)


def _is_remainder(row: Row, rows: Sequence[Row], merged: frozenset[int]) -> bool:
    """Whether a part's first row is the rest of the row before the page break."""
    if row.heading or rows[-1].heading:
        return False
    entries = [r for r in rows if not r.heading]
    for column in range(len(row.values)):
        cells = [r.values[column] for r in entries if r.values[column]]
        if len(cells) < 0.5 * len(entries):
            continue
        if sum(map(is_identifier, cells)) >= _MOST * len(cells):
            if row.values[column]:  # the name below the identifier
                return not _is_marked(row.values[column]) and _goes_on(row, rows[-1])
            return not _stands_alone(row, rows[-1])
        if sum(map(_is_marked, cells)) >= 0.8 * len(cells):
            return not _is_marked(row.values[column])
    return not row.values[0] and 0 not in merged


def _stands_alone(row: Row, above: Row) -> bool:
    """Whether every cell begins anew where the cell above it had come to an end."""
    pairs = [(a, b) for a, b in zip(above.values, row.values, strict=True) if b]
    return len(pairs) > 1 and all(a.endswith((".", "!", "?")) and b[0].isupper() for a, b in pairs)


def _goes_on(row: Row, above: Row) -> bool:
    """Whether a cell goes on in the middle of the sentence that the cell above began."""
    pairs = [(a, b) for a, b in zip(above.values, row.values, strict=True) if a and b]
    return any(b[0].islower() and a[-1] not in ".!?:;" for a, b in pairs)


def _is_marked(text: str) -> bool:
    return is_identifier(text) or leading(text) is not None


def _joined(first: Row, rest: Row) -> Row:
    return Row(
        values=tuple(join_lines((a, b)) for a, b in zip(first.values, rest.values, strict=True)),
        places=tuple(a + b for a, b in zip(first.places, rest.places, strict=True)),
        heading=first.heading,
        lines=tuple(a + b for a, b in zip(first.lines, rest.lines, strict=False)),
    )
