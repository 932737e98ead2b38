"""Gives every element its place in the document: section path, whole paragraphs, whole tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.blocks.actions_beside import with_actions_beside
from ingest.blocks.banners import with_banners_told
from ingest.blocks.boxes import boxed
from ingest.blocks.captions import CAPTION, CONTINUED, with_captions_apart
from ingest.blocks.forms import with_forms_told
from ingest.blocks.headers import header_of
from ingest.blocks.heads_apart import with_heads_joined
from ingest.blocks.margin_actions import with_margins_told
from ingest.blocks.minuted import with_minutes_told
from ingest.blocks.numbered_boxes import with_numbered_boxes
from ingest.blocks.pairs import with_pairs_told
from ingest.blocks.tables import Table, continues, extend, start
from ingest.elements import Grid
from ingest.lines.entry_openers import entries_apart
from ingest.types import Block, Cell, Place
from ingest.wording.reflow import join_lines

_OPEN_END = re.compile(r"(?:[\w,’')\-–]|\b(?:and|or|of|the|to|a|in|for|with))$")
_SAME_EDGE = 2.0  # points
_LONGEST_CAPTION = 200
_MOST_WORDS = 16  # of a line above a table that is its title


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's blocks in reading order and its tables; row blocks carry the table's number."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]


#: What small tables are, before they are taken for tables: in this order.
_STEPS = (
    with_captions_apart,
    with_forms_told,
    with_pairs_told,
    with_banners_told,
    with_heads_joined,
    with_margins_told,
    with_actions_beside,
    with_minutes_told,
    with_numbered_boxes,
)


def build_structure(elements: Iterable[Block | Grid]) -> Structure:
    """Assign section paths, join paragraphs and tables that page breaks cut."""
    builder = _Builder()
    for step in _STEPS:
        elements = step(elements)
    for element in elements:
        boxes = boxed(element) if isinstance(element, Grid) else ()
        for block in boxes:
            builder.add_block(block)
        if isinstance(element, Grid) and not boxes:
            builder.add_grid(element)
        elif isinstance(element, Block):
            for block in _apart(element):
                builder.add_block(block)
    return Structure(tuple(builder.blocks), tuple(builder.tables))


def _apart(block: Block) -> Iterator[Block]:
    """Give a paragraph's entries one by one, where it holds several."""
    parts = entries_apart(block.text) if block.kind in ("paragraph", "list_item") else []
    if len(parts) < 2 or len(block.places) != 1:
        yield block
        return
    page = block.places[0].page
    yield from (replace(block, text=part, places=(Place(page, part),)) for part in parts)


def _is_title(text: str) -> bool:
    """Whether a line names something and says nothing of it: no sentence's end, few words."""
    text = text.strip()
    return text[:1].isupper() and text[-1] not in ".;,?!" and len(text.split()) <= _MOST_WORDS


def _says_continued(block: Block) -> bool:
    """Whether a block says no more than that a table goes on over the page."""
    return len(block.text) < 60 and CONTINUED.search(block.text) is not None


def _have_same_edges(grid: Grid, previous: Grid) -> bool:
    """Whether the columns of two tables on a page begin and end at the same places."""
    pairs = zip(grid.edges, previous.edges, strict=False)
    same = grid.page == previous.page and len(grid.edges) == len(previous.edges)
    return same and all(abs(a - b) <= _SAME_EDGE for a, b in pairs)


class _Builder:
    """Reads elements one by one, keeping the headings that are open and the table under way."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self._open: list[tuple[int, str]] = []
        self._grid: Grid | None = None
        self._before: tuple[Grid | None, tuple[tuple[int, str], ...]] | None = None

    def add_block(self, block: Block) -> None:
        if block.kind == "heading" and CAPTION.match(block.text):
            block = replace(block, kind="paragraph", level=0)
        if self._grid and _says_continued(block):
            return
        if block.kind != "footnote":
            self._before = (self._grid, tuple(self._open)) if block.kind == "heading" else None
            self._grid = None if block.kind != "paragraph" or len(block.text) > 3 else self._grid
        if block.kind == "heading":
            if self._is_split_heading(block):
                return
            while self._open and self._open[-1][0] >= block.level:
                self._open.pop()
            self.blocks.append(replace(block, section=self._section()))
            self._open.append((block.level, block.text))
            return
        before = self._cut_paragraph(block)
        if before is None:
            self.blocks.append(replace(block, section=self._section()))
        else:
            whole = self.blocks[before]
            self.blocks[before] = replace(
                whole,
                text=join_lines((whole.text, block.text)),
                places=whole.places + block.places,
            )

    def add_grid(self, grid: Grid) -> None:
        if self.tables and self._grid and continues(self.tables[-1], grid, self._grid):
            self.tables[-1] = extend(self.tables[-1], grid)
        elif self._goes_on_under_title(grid):
            title = self.blocks.pop()
            page = title.places[0].page
            named = Grid(page, ((Cell(title.text, 0, grid.columns),),), grid.columns)
            self.tables[-1] = extend(extend(self.tables[-1], named), grid)
        else:
            number = len(self.tables) + 1
            self.tables.append(start(grid, number, self._section(), self._caption(grid)))
            self.blocks.append(Block("row", "", (), self._section(), table=number))
        self._grid = grid

    def _goes_on_under_title(self, grid: Grid) -> bool:
        """Whether a heading over the columns, or cut off by a page break, names rows of a table.

        The headings that were open above the table are open again then.
        """
        previous, were_open = self._before or (None, ())
        if previous is None or not grid.edges or not any(self.tables[-1].header):
            return False
        turned = grid.page == previous.page + 1 or _have_same_edges(grid, previous)
        if (
            not turned
            or self.blocks[-1].kind != "heading"
            or header_of(grid)
            or not continues(self.tables[-1], grid, previous)
        ):
            return False
        self._open = list(were_open)
        return True

    def _caption(self, grid: Grid) -> str:
        """Give what is printed right above a table to say what it shows, if anything is."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or last.kind != "paragraph" or len(last.text) > _LONGEST_CAPTION:
            return ""
        near = bool(last.places) and last.places[-1].page >= grid.page - 1
        says = CAPTION.match(last.text) or last.bold or last.text.rstrip().endswith(":")
        return last.text if near and (says or _is_title(last.text)) else ""

    def _section(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._open)

    def _is_split_heading(self, block: Block) -> bool:
        """Whether a heading is the second line of the one before it; then they are joined."""
        if not self.blocks or not self._open:
            return False
        last = self.blocks[-1]
        same = last.kind == "heading" and last.level == block.level and last.bold == block.bold
        if not (same and last.places[-1].page == block.places[0].page):
            return False
        if not (block.text[:1].islower() or re.search(r"\b(?:of|the|and|to|for|’s)$", last.text)):
            return False
        text = join_lines((last.text, block.text))
        place = replace(last.places[0], text=text)
        self.blocks[-1] = replace(last, text=text, places=(place,))
        self._open[-1] = (last.level, text)
        return True

    def _cut_paragraph(self, block: Block) -> int | None:
        """Give the index of the paragraph that this one goes on with after a page break."""
        if block.kind != "paragraph" or not (block.text[:1].islower() or block.text[:1] in "(“‘"):
            return None
        for index in range(len(self.blocks) - 1, -1, -1):
            before = self.blocks[index]
            if before.kind == "footnote":
                continue
            turned = before.places and before.places[-1].page == block.places[0].page - 1
            goes_on = before.kind in ("paragraph", "list_item") and _OPEN_END.search(before.text)
            return index if turned and goes_on else None
        return None
