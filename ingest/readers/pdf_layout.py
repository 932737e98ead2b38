"""What stands where on a PDF page: printed words, ruled tables, and the rules drawn across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, Protocol

from ingest.readers.elements import Grid
from ingest.readers.pdf_open_ends import closing_lines
from ingest.readers.pdf_ruled import Divided, rows_between, ruled_grids
from ingest.readers.pdf_words import Printed, apart, cell_text, printed, with_endings
from ingest.types import Box, Cell, Word

_SAME_EDGE = 3.0  # points
_MOST_UNDRAWN = 4  # rows that a place without a drawn cell may cover
_LOOSE = 6.0  # points by which the boxes of one table may differ
_NARROWEST = 8.0  # points: no column is less wide
_MOST_CHANCE = 4  # letters that may lie on their like by chance
_THIN = 2.5  # points: a filled rectangle of less height is a rule


CellBox = tuple[float, float, float, float]


class PlumberRow(Protocol):
    """A row of a table as pdfplumber finds it; None where a merged cell leaves a gap."""

    cells: Sequence[CellBox | None]


class PlumberTable(Protocol):
    """A table as pdfplumber finds it."""

    bbox: CellBox
    rows: Sequence[PlumberRow]


class PlumberPage(Protocol):
    """What is used of a pdfplumber page."""

    width: float
    height: float
    chars: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    rects: list[dict[str, Any]]

    def dedupe_chars(self) -> PlumberPage:
        """Give the page without letters printed over themselves."""

    def filter(self, test: Callable[[dict[str, Any]], bool]) -> PlumberPage:
        """Give the page with the things that pass a test."""

    def extract_words(self, **options: object) -> list[dict[str, Any]]:
        """Give the page's words."""

    def find_tables(self, table_settings: dict[str, Any]) -> list[PlumberTable]:
        """Give the page's ruled tables."""


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


def read_layout(page: PlumberPage, number: int) -> PageLayout:
    """Read one pdfplumber page; `number` counts from 1."""
    if any(_is_backdrop(r) for r in page.rects):
        page = page.filter(lambda thing: not _is_backdrop(thing))
    if _printed_twice(page.chars):
        page = page.dedupe_chars()
    sideways: list[Printed] = []
    if _partly_turned(page.chars):
        sideways = [printed(w) for w in _sideways(page)]
        page = page.filter(_is_upright)
    uprights = _uprights(page)
    words = list(with_endings(w for word in _words(page) for w in apart(word, uprights)))
    everything = [*words, *sideways]
    rules = tuple(_rules(page))
    missing = closing_lines(uprights, [(r.x0, r.x1, r.y) for r in rules])
    found = page.find_tables({"explicit_horizontal_lines": missing})
    tables = [t for t in found if _is_table(t)]
    placed = (PlacedGrid(_grid(t, number, everything), Box(*map(float, t.bbox))) for t in tables)
    grids = _with_ruled([p for p in placed if _holds_rows(p.grid)], everything, rules, number)
    return PageLayout(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(Word(w.text, _rounded(w.box)) for w in words),
        outside=tuple(w for w in words if not any(_inside(w, g.box) for g in grids)),
        grids=grids,
        rules=rules,
    )


def _with_ruled(
    placed: Sequence[PlacedGrid], words: Sequence[Printed], rules: Sequence[Rule], number: int
) -> tuple[PlacedGrid, ...]:
    """Put tables that broken rules show in the place of what shading made of them."""
    kept = list(placed)
    for found in ruled_grids(words, [(r.x0, r.x1, r.y) for r in rules], number):
        own = [p for p in kept if _overlap(p.box, found.box)]
        whole = [_is_as_wide(p.box, found.box) and not _is_shaded(p.grid) for p in own]
        if not own or not all(whole):
            kept = [p for p in kept if p not in own]
            kept.append(PlacedGrid(found.grid, found.box))
    return tuple(sorted(kept, key=lambda p: (p.box.top, p.box.x0)))


def _overlap(one: Box, other: Box) -> bool:
    apart = one.x1 <= other.x0 or other.x1 <= one.x0
    return not (apart or one.bottom <= other.top + 1 or other.bottom <= one.top + 1)


def _is_as_wide(one: Box, other: Box) -> bool:
    return one.x0 <= other.x0 + _LOOSE and one.x1 >= other.x1 - _LOOSE


def _is_shaded(grid: Grid) -> bool:
    """Whether borders lie so near each other that some are those of shading, not of columns."""
    return any(b - a < _NARROWEST for a, b in pairwise(grid.edges))


def _is_backdrop(thing: dict[str, Any]) -> bool:
    """Whether a thing is a white area without an outline, whose edges nobody sees.

    Browsers put one under each page that they print.
    """
    if thing.get("object_type") != "rect" or thing.get("stroke") or not thing.get("fill"):
        return False
    colour = thing.get("non_stroking_color")
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    white = len(parts) in (1, 3) and all(isinstance(c, (int, float)) and c >= 1 for c in parts)
    return white and min(thing["bottom"] - thing["top"], thing["x1"] - thing["x0"]) > _THIN


def _words(page: PlumberPage) -> list[dict[str, Any]]:
    return page.extract_words(
        x_tolerance_ratio=0.15,
        y_tolerance=2,
        extra_attrs=["fontname", "size"],
        use_text_flow=False,
        return_chars=True,
    )


def _uprights(page: PlumberPage) -> list[CellBox]:
    """Give the vertical rules of a page."""
    return [
        (float(t["x0"]), float(t["top"]), float(t["x1"]), float(t["bottom"]))
        for t in (*page.lines, *page.rects)
        if t["x1"] - t["x0"] < _THIN and t["bottom"] - t["top"] > 2 * _THIN
    ]


def _sideways(page: PlumberPage) -> Iterator[dict[str, Any]]:
    """Give the lines printed sideways, in which the heads of narrow columns are set, as words."""
    for upwards in (True, False):
        turned = page.filter(partial(_runs, upwards))
        if turned.chars:
            yield from turned.extract_words(
                char_dir_rotated="btt" if upwards else "ttb",
                line_dir_rotated="ltr" if upwards else "rtl",
                keep_blank_chars=True,
                extra_attrs=["fontname", "size"],
            )


def _runs(upwards: bool, thing: dict[str, Any]) -> bool:
    """Whether a thing is a letter turned to be read upwards, or else downwards."""
    turned = thing.get("object_type") == "char" and not _is_upright(thing)
    return turned and (float(thing["matrix"][1]) > 0) is upwards


def _printed_twice(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether letters are printed over each other to look bold, as some programs do."""
    places = {(c["text"], round(c["x0"]), round(c["top"])) for c in chars}
    return len(chars) - len(places) > _MOST_CHANCE


def _partly_turned(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether a few letters are printed sideways, as beside charts; they make no lines."""
    turned = sum(not c.get("upright", True) for c in chars)
    return 0 < turned < 0.5 * len(chars)


def _is_upright(thing: dict[str, Any]) -> bool:
    return bool(thing.get("upright", True))


def _rules(page: PlumberPage) -> Iterator[Rule]:
    for line in page.lines:
        if abs(line["bottom"] - line["top"]) < 1:
            yield Rule(float(line["x0"]), float(line["x1"]), float(line["top"]))
    for rect in page.rects:
        if rect["bottom"] - rect["top"] < _THIN:
            yield Rule(float(rect["x0"]), float(rect["x1"]), float(rect["top"]))


def _is_table(table: PlumberTable) -> bool:
    """Whether a ruled figure has at least two cells side by side somewhere."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _grid(table: PlumberTable, number: int, words: Sequence[Printed]) -> Grid:
    edges = _edges(table)
    box = Box(*map(float, table.bbox))
    inside = [w for w in words if _inside(w, box)]
    drawn = sorted({c for row in table.rows for c in row.cells if c is not None})
    bands = _bands(drawn)
    boxes = sorted([*drawn, *_undrawn(edges, bands, drawn)])
    texts = {b: _words_in(inside, b) for b in boxes}
    rows: list[tuple[Cell, ...]] = []
    bold_rows: list[int] = []
    down: list[tuple[int, int]] = []
    for top, bottom in bands:
        middle = (top + bottom) / 2
        covering = [b for b in boxes if b[1] <= middle <= b[3]]
        if not any(texts[b] for b in covering if b[1] >= top - _SAME_EDGE) and rows:
            continue  # nothing begins here: what is covered began in a row above
        begun = [_column(edges, b[0]) for b in covering if b[1] < top - _SAME_EDGE]
        held = [texts[b] for b in covering]
        found = Divided((tuple(held),)) if begun else rows_between(held)
        for at, part in enumerate(found.parts):
            if any(part) and all(w.bold for words_of in part for w in words_of):
                bold_rows.append(len(rows))
            down += [(len(rows), column) for column in begun]
            down += [(len(rows), _column(edges, covering[n][0])) for n in found.over if at]
            cells = zip(covering, part, strict=True)
            rows.append(tuple(_cell(edges, b, inside) for b, inside in cells))
    return Grid(number, tuple(rows), max(len(edges) - 1, 1), edges, tuple(bold_rows), tuple(down))


def _undrawn(
    edges: Sequence[float], bands: Sequence[tuple[float, float]], drawn: Sequence[CellBox]
) -> Iterator[CellBox]:
    """Give the places for which no cell is drawn, those below each other between cells as one."""
    for left, right in pairwise(edges):
        x = (left + right) / 2
        column = [b for b in drawn if b[0] <= x <= b[2]]
        free = [not any(b[1] <= (t + u) / 2 <= b[3] for b in column) for t, u in bands]
        start: int | None = None
        for index, open_here in enumerate([*free, False]):
            if open_here and start is None:
                start = index
            elif not open_here and start is not None:
                if start == 0 and index > 1:  # the corner over the first column's entries
                    yield left, bands[0][0], right, bands[0][1]
                    start = 1
                if index - start <= _MOST_UNDRAWN and column:
                    yield left, bands[start][0], right, bands[index - 1][1]
                else:
                    yield from ((left, t, right, u) for t, u in bands[start:index])
                start = None


def _bands(boxes: Sequence[CellBox]) -> list[tuple[float, float]]:
    """Give the rows' tops and bottoms: from each edge between cells to the next."""
    edges: list[float] = []
    for y in sorted({y for box in boxes for y in (box[1], box[3])}):
        if not edges or y - edges[-1] > _SAME_EDGE:
            edges.append(float(y))
    return list(pairwise(edges))


def _holds_rows(grid: Grid) -> bool:
    """Whether cells with words stand side by side, as in a table and not in a chart."""
    return any(sum(bool(c.text.strip()) for c in row) > 1 for row in grid.rows)


def _words_in(words: Sequence[Printed], box: CellBox) -> list[Printed]:
    return [w for w in words if _inside(w, Box(*map(float, box)))]


def _cell(edges: tuple[float, ...], box: CellBox, words: Sequence[Printed]) -> Cell:
    first = _column(edges, box[0])
    return Cell(cell_text(words), first, max(_column(edges, box[2]) - first, 1))


def _edges(table: PlumberTable) -> tuple[float, ...]:
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
