"""What stands where on a PDF page: printed words, ruled tables, and the rules drawn across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.readers.elements import Grid
from ingest.readers.pdf_words import Printed, cell_text, printed
from ingest.types import Box, Cell, Word

_SAME_EDGE = 3.0  # points
_THIN = 2.5  # points: a filled rectangle of less height is a rule


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A table and where it stands on its page."""

    grid: Grid
    box: Box


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line drawn on the page."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page: all its words, those outside ruled tables, its ruled tables and rules; points."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    outside: tuple[Printed, ...]
    grids: tuple[PlacedGrid, ...]
    rules: tuple[Rule, ...]


def read_layout(page: Any, number: int) -> PageLayout:
    """Read one pdfplumber page; `number` counts from 1."""
    if _printed_twice(page.chars):
        page = page.dedupe_chars()
    words = [printed(w) for w in _words(page)]
    tables = [t for t in page.find_tables() if _is_table(t)]
    grids = tuple(PlacedGrid(_grid(t, number, words), Box(*map(float, t.bbox))) for t in tables)
    return PageLayout(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(Word(w.text, _rounded(w.box)) for w in words),
        outside=tuple(w for w in words if not any(_inside(w, g.box) for g in grids)),
        grids=grids,
        rules=tuple(_rules(page)),
    )


def _words(page: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.15, y_tolerance=2, extra_attrs=["fontname", "size"], use_text_flow=False
    )
    return found


def _printed_twice(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether letters are printed over each other to look bold, as some programs do."""
    places = {(c["text"], round(c["x0"]), round(c["top"])) for c in chars}
    return len(places) < 0.95 * len(chars)


def _rules(page: Any) -> Iterator[Rule]:
    for line in page.lines:
        if abs(line["bottom"] - line["top"]) < 1:
            yield Rule(float(line["x0"]), float(line["x1"]), float(line["top"]))
    for rect in page.rects:
        if rect["bottom"] - rect["top"] < _THIN:
            yield Rule(float(rect["x0"]), float(rect["x1"]), float(rect["top"]))


def _is_table(table: Any) -> bool:
    """Whether a ruled figure has at least two cells side by side somewhere."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _grid(table: Any, number: int, words: Sequence[Printed]) -> Grid:
    edges = _edges(table)
    box = Box(*map(float, table.bbox))
    inside = [w for w in words if _inside(w, box)]
    boxes = {c for row in table.rows for c in row.cells if c is not None}
    texts = {b: _words_in(inside, b) for b in boxes}
    rows: list[tuple[Cell, ...]] = []
    bold_rows: list[int] = []
    down: list[tuple[int, int]] = []
    for index, row in enumerate(table.rows):
        middle = (row.bbox[1] + row.bbox[3]) / 2
        covering = sorted(b for b in boxes if b[1] <= middle <= b[3])
        rows.append(tuple(_cell(edges, b, texts[b]) for b in covering))
        down += [(index, _column(edges, b[0])) for b in covering if b[1] < row.bbox[1] - 1]
        in_row = [w for b in covering for w in texts[b]]
        if in_row and all(w.bold for w in in_row):
            bold_rows.append(index)
    return Grid(number, tuple(rows), max(len(edges) - 1, 1), edges, tuple(bold_rows), tuple(down))


def _words_in(words: Sequence[Printed], box: tuple[float, ...]) -> list[Printed]:
    return [w for w in words if _inside(w, Box(*map(float, box)))]


def _cell(edges: tuple[float, ...], box: tuple[float, ...], words: Sequence[Printed]) -> Cell:
    first = _column(edges, box[0])
    return Cell(cell_text(words), first, max(_column(edges, box[2]) - first, 1))


def _edges(table: Any) -> tuple[float, ...]:
    found = sorted({x for row in table.rows for c in row.cells if c for x in (c[0], c[2])})
    edges: list[float] = []
    for x in found:
        if not edges or x - edges[-1] > _SAME_EDGE:
            edges.append(float(x))
    return tuple(edges)


def _column(edges: tuple[float, ...], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))


def _inside(word: Printed, box: Box) -> bool:
    x = (word.box.x0 + word.box.x1) / 2
    return box.x0 <= x <= box.x1 and box.top <= word.middle <= box.bottom


def _rounded(box: Box) -> Box:
    return Box(round(box.x0, 2), round(box.top, 2), round(box.x1, 2), round(box.bottom, 2))
