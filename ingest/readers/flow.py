"""Collects what a file without pages says, in reading order, as one page with its elements.

Quotes are checked against the page, so every block stands on it as one run: a line for a block, a
line for a table's row with tabs between cells; a cell merged over rows stands in the first. Words
that the author struck out are no longer the value of a cell or part of a sentence, but they are on
the page, in square brackets, after the block or row they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from ingest.elements import Grid, Reading
from ingest.errors import UnreadableFile
from ingest.lines.field_lines import field_line
from ingest.readers.words import Placed, Words, is_title
from ingest.types import Block, BlockKind, Cell, Page, Place
from ingest.wording.reflow import collapse

WHOLE = 0
"""The number of the one page of a format without pages."""


class Sink(Protocol):
    """What a reader writes into: the document, or one cell of a table."""

    def heading(self, words: Words, level: int) -> None:
        """Take a heading; level 1 is the highest."""

    def block(self, kind: BlockKind, words: Words) -> None:
        """Take a paragraph, list item or footnote."""

    def aside(self, words: Words) -> None:
        """Take words that are on the page but part of no element, as a list of contents is."""

    def grid(self, rows: Sequence[Sequence[Placed]], headers: Collection[int] = ()) -> None:
        """Take a table; `headers` are the rows that its file marks as column names."""


class Flow:
    """The document as it comes, element by element."""

    def __init__(self, *, bold_headings: bool = True) -> None:
        self._bold_headings = bold_headings
        self._lines: list[str] = []
        self._elements: list[Block | Grid] = []
        self._level = 0
        self._struck = 0

    def heading(self, words: Words, level: int) -> None:
        """Take a heading; level 1 is the highest."""
        self._level = level
        self._put("heading", words, level)

    def block(self, kind: BlockKind, words: Words) -> None:
        """Take a paragraph, list item or footnote; a bold title above text is a heading."""
        lines = words.text.split("\n")
        if any(field_line(line) for line in lines[1:]) and not words.struck:
            for line in lines:  # a line begun by hand under an entry: "Lead: …"
                self._put(kind, replace(words, text=line))
        elif kind == "paragraph" and self._bold_headings and is_title(words):
            self._put("heading", words, self._level + 1)
        else:
            self._put(kind, words)

    def aside(self, words: Words) -> None:
        """Take words that are on the page but part of no element."""
        self._lines.extend(filter(None, (words.text, _bracketed(words.struck))))

    def grid(self, rows: Sequence[Sequence[Placed]], headers: Collection[int] = ()) -> None:
        """Take a table; one without words is left out."""
        current = [(index, _current(row)) for index, row in enumerate(rows)]
        kept = [(index, row) for index, row in current if any(p.words.text for p in row)]
        if not kept:
            return
        marked = {at for at, (index, _) in enumerate(kept) if index in headers}
        bold = {at for at, (_, row) in enumerate(kept) if _all_bold(row)}
        for _, row in kept:
            printed = [p.words for p in row if not p.repeated]
            self._lines.append("\t".join(collapse(words.text) for words in printed).rstrip())
            self._strike(" ".join(words.struck for words in printed if words.struck))
        self._elements.append(
            Grid(
                page=WHOLE,
                rows=tuple(tuple(Cell(p.words.text, p.column, p.span) for p in r) for _, r in kept),
                columns=max(p.column + p.span for _, row in kept for p in row),
                bold_rows=tuple(sorted(bold | (marked if len(marked) < len(kept) else set()))),
                down=tuple(
                    (at, p.column) for at, (_, r) in enumerate(kept) for p in r if p.repeated
                ),
            )
        )

    def reading(self, name: str, metadata: Mapping[str, str], *notes: str) -> Reading:
        """Give what was collected.

        Raises:
            UnreadableFile: there are no words in it.
        """
        text = "\n".join(self._lines)
        if not re.search(r"\w", text):
            raise UnreadableFile(
                f"{name}: the file holds no text, only pictures or nothing; "
                "add a copy with the words in it, or leave it out"
            )
        struck = (
            f"{self._struck} struck-out {'passage is' if self._struck == 1 else 'passages are'} "
            "on the page but in no value",
        )
        return Reading(
            pages=(Page(WHOLE, "", text),),
            elements=tuple(self._elements),
            metadata=metadata,
            warnings=(*notes, *(struck if self._struck else ())),
        )

    def _put(self, kind: BlockKind, words: Words, level: int = 0) -> None:
        text = collapse(words.text)
        if not text:  # what is struck out whole has no other value; it stays as it is
            text, words = collapse(words.struck), replace(words, struck="")
        if not text:
            return
        self._lines.append(collapse(words.printed) or text)
        self._strike(words.struck)
        self._elements.append(
            Block(
                kind, text, (Place(WHOLE, text),), level=level, bold=words.bold, leads=words.leads
            )
        )

    def _strike(self, struck: str) -> None:
        if struck:
            self._struck += 1
            self._lines.append(_bracketed(struck))


class CellText:
    """The words of one cell of a table, whatever stands in it, a line for each block."""

    def __init__(self) -> None:
        self._parts: list[Words] = []

    def heading(self, words: Words, level: int) -> None:
        """Take a heading as a line."""
        self._parts.append(words)

    def block(self, kind: BlockKind, words: Words) -> None:
        """Take a paragraph, list item or footnote as a line."""
        self._parts.append(words)

    def aside(self, words: Words) -> None:
        """Take other words as a line."""
        self._parts.append(words)

    def grid(self, rows: Sequence[Sequence[Placed]], headers: Collection[int] = ()) -> None:
        """Take a table within the cell, a line for each row."""
        for row in rows:
            texts = [collapse(p.words.text) for p in row if p.words.text]
            struck = [p.words.struck for p in row if p.words.struck]
            self._parts.append(Words(" ".join(texts), " ".join(struck), _all_bold(row)))

    def words(self) -> Words:
        """Give the cell's words."""
        spoken = [p for p in self._parts if p.text]
        return Words(
            text="\n".join(p.text for p in spoken),
            struck=" ".join(p.struck for p in self._parts if p.struck),
            bold=bool(spoken) and all(p.bold for p in spoken),
        )


def _current(row: Sequence[Placed]) -> tuple[Placed, ...]:
    """Give a row as it now stands; one that is struck out whole stays as it was."""
    if any(p.words.text for p in row):
        return tuple(row)
    return tuple(replace(p, words=replace(p.words, text=p.words.struck, struck="")) for p in row)


def _all_bold(row: Sequence[Placed]) -> bool:
    spoken = [p.words for p in row if p.words.text]
    return bool(spoken) and all(words.bold for words in spoken)


def _bracketed(struck: str) -> str:
    return f"[{collapse(struck)}]" if struck else ""
