"""What stands where on a PDF page: printed words, ruled tables, and the rules drawn across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from ingest.readers.pdf.cards import card_of
from ingest.readers.pdf.dashes import with_dashes_joined
from ingest.readers.pdf.drawn import CellBox, PlumberTable, box_of, drawn_grid, holds_rows, is_table
from ingest.readers.pdf.open_ends import closing_lines
from ingest.readers.pdf.panels import Panel, panels_of
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.ruled_over import with_body, with_ruled
from ingest.readers.pdf.rules import Rule
from ingest.readers.pdf.striped import with_plain_rows
from ingest.readers.pdf.words import Printed, apart, is_within, printed, with_endings
from ingest.types import Box, Word

_MOST_CHANCE = 4  # letters that may lie on their like by chance
_ROUND = 12  # points of a curve that goes round a box: two at least at each corner
_THIN = 2.5  # points: a filled rectangle of less height is a rule


class PlumberDrawings(Protocol):
    """What pdfplumber finds drawn: tables of two cells or more, and all cells."""

    tables: list[PlumberTable]
    cells: list[CellBox]


class PlumberPage(Protocol):
    """What is used of a pdfplumber page."""

    width: float
    height: float
    chars: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    rects: list[dict[str, Any]]
    curves: list[dict[str, Any]]

    def dedupe_chars(self) -> PlumberPage:
        """Give the page without letters printed over themselves."""

    def filter(self, test: Callable[[dict[str, Any]], bool]) -> PlumberPage:
        """Give the page with the things that pass a test."""

    def extract_words(self, **options: object) -> list[dict[str, Any]]:
        """Give the page's words."""

    def debug_tablefinder(self, table_settings: dict[str, Any]) -> PlumberDrawings:
        """Give the page's ruled tables and every cell that is drawn."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page: all its words, those outside tables and panels, these, and its rules; points."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    outside: tuple[Printed, ...]
    grids: tuple[PlacedGrid, ...]
    rules: tuple[Rule, ...]
    panels: tuple[Panel, ...] = ()


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
    rules = tuple(with_dashes_joined(_rules(page)))
    across = [(r.x0, r.x1, r.y) for r in rules]
    missing = closing_lines(uprights, across)
    drawings = page.debug_tablefinder({"explicit_horizontal_lines": missing})
    tables = [t for t in drawings.tables if is_table(t)]
    shaded = with_plain_rows(tables, everything, across)
    cards = [card_of(t, everything) for t in shaded]
    whole = [card.title if card else t for t, card in zip(shaded, cards, strict=True)]
    placed = [PlacedGrid(drawn_grid(t, number, everything), box_of(t.bbox)) for t in whole]
    drawn = [p for p in placed if holds_rows(p.grid)]
    boxes = [box_of(cell) for cell in (*_boxes(drawings, tables), *_round_boxes(page))]
    loose = [w for w in words if not any(is_within(w, g.box) for g in drawn)]
    panels = panels_of(boxes, loose, number, float(page.width))
    unboxed = [w for w in everything if not any(is_within(w, p.box) for p in panels)]
    grids = with_ruled(drawn, unboxed, across, number)
    for card in filter(None, cards):
        grids = with_body(grids, card.body, everything, across, number)
    own = [*(g.box for g in grids), *(p.box for p in panels)]
    return PageLayout(
        number=number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(Word(w.text, _rounded(w.box)) for w in words),
        outside=tuple(w for w in words if not any(is_within(w, box) for box in own)),
        grids=grids,
        panels=tuple(panels),
        rules=rules,
    )


def _boxes(drawings: PlumberDrawings, tables: Sequence[PlumberTable]) -> Iterator[CellBox]:
    """Give the drawn figures that are no tables: cells below each other, and single ones."""
    yield from (t.bbox for t in drawings.tables if t not in tables)
    held = {cell for t in drawings.tables for row in t.rows for cell in row.cells if cell}
    yield from (cell for cell in drawings.cells if cell not in held)


def _round_boxes(page: PlumberPage) -> Iterator[CellBox]:
    """Give the boxes with round corners, each once, though drawn for its fill and its border."""
    found = {
        (round(c["x0"]), round(c["top"]), round(c["x1"]), round(c["bottom"]))
        for c in page.curves
        if len(c["pts"]) >= _ROUND
    }
    yield from ((float(a), float(b), float(c), float(d)) for a, b, c, d in sorted(found))


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


def _rounded(box: Box) -> Box:
    return Box(round(box.x0, 2), round(box.top, 2), round(box.x1, 2), round(box.bottom, 2))
