"""What stands where on a PDF page: printed lines with size and weight, and ruled tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.readers.elements import Grid
from ingest.types import Box, Cell, Word

_SAME_LINE = 0.5  # of a line's height: words whose middles are nearer stand on one line
_SAME_EDGE = 3.0  # points


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line outside tables; `size` is its font size in points."""

    text: str
    page: int
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A ruled table and where it stands on its page."""

    grid: Grid
    box: Box


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page: all its words, its lines outside tables, its tables; sizes in points."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[Line, ...]
    grids: tuple[PlacedGrid, ...]


def read_layout(page: Any, number: int) -> PageLayout:
    """Read one pdfplumber page; `number` counts from 1."""
    if _printed_twice(page.chars):
        page = page.dedupe_chars()
    words = page.extract_words(
        x_tolerance_ratio=0.15, y_tolerance=2, extra_attrs=["fontname", "size"], use_text_flow=False
    )
    tables = [t for t in page.find_tables() if _is_table(t)]
    grids = tuple(
        PlacedGrid(_grid(t, number, words), Box(*map(float, t.bbox))) for t in tables
    )
    outside = [w for w in words if not any(_inside(w, g.box) for g in grids)]
    return PageLayout(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(Word(w["text"], _box(w)) for w in words),
        lines=tuple(_line(group, number) for group in group_lines(outside)),
        grids=grids,
    )


def _printed_twice(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether letters are printed over each other to look bold, as some programs do."""
    places = {(c["text"], round(c["x0"]), round(c["top"])) for c in chars}
    return len(places) < 0.95 * len(chars)


def group_lines(words: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Group words into printed lines, top to bottom, each left to right."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (_middle(w), w["x0"])):
        height = max(word["bottom"] - word["top"], 1.0)
        if lines and abs(_middle(lines[-1][0]) - _middle(word)) < _SAME_LINE * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w["x0"]) for line in lines]


def _line(words: list[dict[str, Any]], number: int) -> Line:
    sizes = Counter[float]()
    bold = 0
    for word in words:
        sizes[round(float(word["size"]), 1)] += len(word["text"])
        bold += len(word["text"]) if _is_bold(word["fontname"]) else 0
    total = sum(sizes.values())
    return Line(
        text=" ".join(w["text"] for w in words),
        page=number,
        box=Box(
            min(w["x0"] for w in words),
            min(w["top"] for w in words),
            max(w["x1"] for w in words),
            max(w["bottom"] for w in words),
        ),
        size=sizes.most_common(1)[0][0],
        bold=bold > 0.9 * total,
    )


def _is_bold(fontname: str) -> bool:
    name = fontname.lower()
    return any(mark in name for mark in ("bold", "black", "heavy", "semibold", "demi"))


def _is_table(table: Any) -> bool:
    """Whether a ruled figure has at least two cells side by side somewhere."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _grid(table: Any, number: int, words: Sequence[dict[str, Any]]) -> Grid:
    edges = _edges(table)
    inside = [w for w in words if _inside(w, Box(*map(float, table.bbox)))]
    boxes = [[c for c in row.cells if c is not None] for row in table.rows]
    rows: list[tuple[Cell, ...]] = []
    bold_rows: list[int] = []
    for index, row in enumerate(table.rows):
        middle = (row.bbox[1] + row.bbox[3]) / 2
        covering = {c for cells in boxes for c in cells if c[1] <= middle <= c[3]}
        cells = []
        in_row: list[dict[str, Any]] = []
        for box in sorted(covering):
            in_cell = [w for w in inside if _inside(w, Box(*map(float, box)))]
            in_row.extend(in_cell)
            first = _column(edges, box[0])
            span = max(_column(edges, box[2]) - first, 1)
            cells.append(Cell(_cell_text(in_cell), first, span))
        rows.append(tuple(cells))
        if in_row and all(_is_bold(w["fontname"]) for w in in_row):
            bold_rows.append(index)
    return Grid(number, tuple(rows), max(len(edges) - 1, 1), edges, tuple(bold_rows))


def _edges(table: Any) -> tuple[float, ...]:
    found = sorted({x for row in table.rows for c in row.cells if c for x in (c[0], c[2])})
    edges: list[float] = []
    for x in found:
        if not edges or x - edges[-1] > _SAME_EDGE:
            edges.append(float(x))
    return tuple(edges)


def _column(edges: tuple[float, ...], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))


def _cell_text(words: Sequence[dict[str, Any]]) -> str:
    return "\n".join(" ".join(w["text"] for w in line) for line in group_lines(words))


def _inside(word: dict[str, Any], box: Box) -> bool:
    x = (word["x0"] + word["x1"]) / 2
    return box.x0 <= x <= box.x1 and box.top <= _middle(word) <= box.bottom


def _middle(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _box(word: dict[str, Any]) -> Box:
    return Box(
        round(float(word["x0"]), 2),
        round(float(word["top"]), 2),
        round(float(word["x1"]), 2),
        round(float(word["bottom"]), 2),
    )
