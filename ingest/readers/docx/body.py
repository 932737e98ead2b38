"""Goes through the body of a Word file in reading order: headings, lists, tables, notes, boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from ingest.readers.docx.numbering import Numbering
from ingest.readers.docx.package import W
from ingest.readers.docx.runs import Runs, content
from ingest.readers.docx.styles import Styles, value
from ingest.readers.docx.tables import cells_of, header_rows, place_cells, rows_of
from ingest.readers.flow import CellText, Sink
from ingest.readers.words import Placed, Words, is_title
from ingest.types import BlockKind
from ingest.wording.values import is_bare_chip

_MORE = 3  # times as many bold titles as headings by style: then they head the text too
_LONGEST_HEADING = 250
_LIST_STYLE = re.compile(r"list (?:bullet|number|paragraph)|bullet", re.I)
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of figures")


@dataclass(frozen=True, slots=True)
class BoldTitles:
    """The sizes in points of a body's bold titles, the largest first, and the levels above them."""

    sizes: tuple[float, ...]
    above: int

    def level(self, size: float) -> int:
        """Give the level of a title of some size, from 1: below all headings by style."""
        return self.above + 1 + sum(other > size for other in self.sizes)


@dataclass(slots=True)
class Body:
    """What reading a file's body needs: its styles, its lists, its notes by kind and identifier.

    `titles` are what it has of bold titles where few or no headings are marked by style.
    """

    styles: Styles
    numbering: Numbering
    notes: Mapping[tuple[str, str], Element]
    titles: BoldTitles
    noted: int = 0

    def through(self, parent: Element, sink: Sink) -> None:
        """Read paragraphs and tables into a sink."""
        for child in content(parent):
            if child.tag == f"{W}p":
                self._paragraph(child, sink)
            elif child.tag == f"{W}tbl":
                self._table(child, sink)

    def _paragraph(self, paragraph: Element, sink: Sink) -> None:
        runs = Runs(self.styles)
        words = runs.words(paragraph)
        self._put(paragraph, words, sink)
        for box in runs.boxes:
            self.through(box, sink)
        for kind, identifier in runs.notes:
            self._note(kind, identifier, sink)

    def _put(self, paragraph: Element, words: Words, sink: Sink) -> None:
        style = self.styles.name(self.styles.of(paragraph))
        if _CONTENTS.match(style):
            sink.aside(words)
            return
        gone = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None and not words.text
        label, listed = ("", False) if gone else self._label(paragraph)
        in_cell = isinstance(sink, CellText)
        if label and (words.text or in_cell):
            words = replace(words, text=f"{label} {words.text}".strip())
        level = self.styles.heading_level(paragraph)
        if level and len(words.text) <= _LONGEST_HEADING:
            sink.heading(words, level)
        elif not listed and not in_cell and self.titles.sizes and _is_title(words):
            sink.heading(words, self.titles.level(words.size))
        else:
            kind: BlockKind = "list_item" if listed or _LIST_STYLE.match(style) else "paragraph"
            sink.block(kind, words)

    def _label(self, paragraph: Element) -> tuple[str, bool]:
        """Count a paragraph of a list; give its label, and whether it is in a list."""
        number, said = self.styles.numbering(paragraph)
        if number in ("", "0"):
            return "", False
        level = self.numbering.level(number, said, self.styles.of(paragraph))
        return self.numbering.label(number, level), True

    def _note(self, kind: str, identifier: str, sink: Sink) -> None:
        note = self.notes.get((kind, identifier))
        if note is None:
            return
        self.noted += 1
        cell = CellText()
        self.through(note, cell)
        words = cell.words()
        sink.block("footnote", replace(words, text=f"{self.noted} {words.text}", bold=False))

    def _table(self, table: Element, sink: Sink) -> None:
        if all(len(cells_of(row)) <= 1 for row in rows_of(table)):
            for row in rows_of(table):  # a frame around text, not a table
                for cell in cells_of(row):
                    self.through(cell, sink)
            return
        after = _Notes()
        rows = place_cells(table, lambda cell: self._cell(cell, after))
        headers = header_rows(table)
        if self.styles.bold_first_row(table):
            headers |= {0}
        sink.grid(rows, headers)
        for words in after.words:
            sink.block("footnote", words)

    def _cell(self, cell: Element, after: _Notes) -> Words:
        text = _Cell(after)
        self.through(cell, text)
        return text.words()


@dataclass(slots=True)
class _Notes:
    """The notes to a table's cells, which follow the table."""

    words: list[Words]

    def __init__(self) -> None:
        self.words = []


class _Cell(CellText):
    """A cell's words, its notes kept for after the table."""

    def __init__(self, after: _Notes) -> None:
        super().__init__()
        self._after = after

    def block(self, kind: BlockKind, words: Words) -> None:
        """Take a paragraph or list item as a line, a footnote for later."""
        if kind == "footnote":
            self._after.words.append(words)
        else:
            super().block(kind, words)

    def grid(self, rows: Element, headers: Iterable[int] = ()) -> None:
        """Take a table within the cell."""
        placed: list[tuple[Placed, ...]] = list(rows)
        super().grid(placed)


def _is_title(words: Words) -> bool:
    """Whether a bold line heads what follows; a status set in bold heads nothing."""
    return is_title(words) and not is_bare_chip(words.text)


def bold_titles(body: Element, styles: Styles) -> BoldTitles:
    """Give what a body has of bold titles; none where styles mark as many headings."""
    sizes: list[float] = []
    levels: list[int] = []
    for paragraph in content(body):
        if paragraph.tag != f"{W}p":
            continue
        style = styles.name(styles.of(paragraph))
        level = styles.heading_level(paragraph)
        if level and style != "title":
            levels.append(level)
            continue
        words = Runs(styles).words(paragraph)
        numbered = value(paragraph.find(f"{W}pPr/{W}numPr"), "numId")
        if words.text and _is_title(words) and not numbered:
            sizes.append(words.size)
    if levels and len(sizes) < _MORE * len(levels):
        return BoldTitles((), 0)
    return BoldTitles(tuple(sorted(set(sizes), reverse=True)), max(levels, default=0))
