"""Word tables: which cell stands in which column and row, whatever was merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from ingest.readers.docx.package import W
from ingest.readers.docx.runs import content
from ingest.readers.docx.styles import value
from ingest.readers.words import Placed, Words

_WIDEST = 200


def place_cells(table: Element, words_of: Callable[[Element], Words]) -> list[tuple[Placed, ...]]:
    """Give a table's rows; a cell merged over rows is repeated in each of them."""
    rows: list[tuple[Placed, ...]] = []
    above: dict[int, Placed] = {}
    for row in rows_of(table):
        column = _whole(value(row.find(f"{W}trPr"), "gridBefore"), 0)
        placed: list[Placed] = []
        for cell in cells_of(row):
            properties = cell.find(f"{W}tcPr")
            span = _whole(value(properties, "gridSpan"), 1)
            if placed and _merges(properties, "hMerge") == "continue":
                last = placed.pop()
                placed.append(Placed(last.words, last.column, column + span - last.column))
                column += span
                continue
            words = words_of(cell)
            merged = _merges(properties, "vMerge") == "continue" and column in above
            if merged and not words.text:
                placed.append(Placed(above[column].words, column, span, repeated=True))
            else:
                placed.append(Placed(words, column, span))
            column += span
        above = {cell.column: cell for cell in placed}
        rows.append(tuple(placed))
    return rows


def header_rows(table: Element) -> frozenset[int]:
    """Give the rows that Word repeats on each page, counted from 0."""
    marked = set()
    for index, row in enumerate(rows_of(table)):
        mark = row.find(f"{W}trPr/{W}tblHeader")
        if mark is None or mark.get(f"{W}val", "1") in ("0", "false", "off"):
            break
        marked.add(index)
    return frozenset(marked)


def rows_of(table: Element) -> Iterator[Element]:
    """Give a table's rows, without those that a tracked change deletes."""
    for child in content(table):
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child


def cells_of(row: Element) -> list[Element]:
    """Give a row's cells, without those that a tracked change deletes."""
    cells = [child for child in content(row) if child.tag == f"{W}tc"]
    return [cell for cell in cells if cell.find(f"{W}tcPr/{W}cellDel") is None]


def _merges(properties: Element, way: str) -> str:
    mark = properties.find(f"{W}{way}") if properties is not None else None
    return "" if mark is None else str(mark.get(f"{W}val", "continue"))


def _whole(text: str, otherwise: int) -> int:
    return min(max(int(text), otherwise), _WIDEST) if text.isdigit() else otherwise
