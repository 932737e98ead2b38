"""Printed words of a PDF page and the lines they stand on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ingest.types import Box

_CODE = re.compile(r"^[A-Z]{1,6}[-/.]?\d+$")
_DIGITS = re.compile(r"^\d{1,3}$")
_FEWEST_STACKED = 4  # letters
_CLOSING, _OPENING = frozenset(".,;:!?)]’”'\""), frozenset("([‘“'\"")
_TOUCHING = 0.1  # of a word's size: pieces that are nearer have no space between them
_SAME_LINE = 0.5  # of a word's height: words whose middles are nearer stand on one line


Upright = tuple[float, float, float, float]
"""Where a vertical rule stands: x0, top, x1, bottom, in points."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed word; `size` is its font size in points."""

    text: str
    box: Box
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """How far down the page the word's middle is."""
        return (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `size` is the font size of most of it, in points."""

    text: str
    page: int
    box: Box
    size: float
    bold: bool
    words: tuple[Printed, ...] = ()


def printed(word: dict[str, Any]) -> Printed:
    """Take a word as pdfplumber gives it."""
    box = Box(float(word["x0"]), float(word["top"]), float(word["x1"]), float(word["bottom"]))
    return Printed(word["text"], box, round(float(word["size"]), 1), is_bold(word["fontname"]))


def apart(word: dict[str, Any], uprights: Sequence[Upright]) -> list[dict[str, Any]]:
    """Divide a word where a rule stands between its letters: two cells without a gap."""
    middle = (word["top"] + word["bottom"]) / 2
    cuts = sorted(
        {
            round((x0 + x1) / 2, 1)
            for x0, top, x1, bottom in uprights
            if word["x0"] + 1 < (x0 + x1) / 2 < word["x1"] - 1 and top < middle < bottom
        }
    )
    chars = word.get("chars", [])
    pieces = [
        [c for c in chars if left <= (c["x0"] + c["x1"]) / 2 < right]
        for left, right in pairwise([float("-inf"), *cuts, float("inf")])
    ]
    if not cuts or not all(pieces) or any(_is_crossed(c, cuts) for c in chars):
        return [word]
    return [
        {
            **word,
            "text": "".join(c["text"] for c in piece),
            "x0": min(c["x0"] for c in piece),
            "x1": max(c["x1"] for c in piece),
        }
        for piece in pieces
    ]


def with_endings(words: Iterable[dict[str, Any]]) -> Iterator[Printed]:
    """Give words as printed, with what stands right behind them in another font or size.

    That is the raised ending of an ordinal ("9" and "th"), the small capitals of a word, and the
    punctuation round words that are set in bold.
    """
    waiting: Printed | None = None
    for word in map(printed, words):
        if waiting and (_is_ending(waiting, word) or _is_one_word(waiting, word)):
            longer = max(waiting, word, key=lambda w: len(w.text))
            box = around((waiting.box, word.box))
            waiting = replace(longer, text=waiting.text + word.text, box=box)
            continue
        if waiting:
            yield waiting
        waiting = word
    if waiting:
        yield waiting


def _is_ending(figure: Printed, ending: Printed) -> bool:
    bare = ending.text.rstrip(".,;:)")
    if bare not in ("st", "nd", "rd", "th") or not figure.text[-1:].isdigit():
        return False
    beside = -1 < ending.box.x0 - figure.box.x1 < 0.25 * figure.size
    return beside and ending.box.top < figure.box.bottom and ending.box.bottom > figure.box.top


def _is_one_word(first: Printed, second: Printed) -> bool:
    """Whether two pieces touch that only their font or size divides, as parts of one word."""
    gap = second.box.x0 - first.box.x1
    together = second.box.top < first.middle < second.box.bottom
    if not together or abs(gap) > _TOUCHING * first.size:
        return False
    if second.size < first.size:
        return first.text.isupper() and second.text[0].isupper()
    return second.text in _CLOSING or first.text in _OPENING


def _is_crossed(char: dict[str, Any], cuts: Sequence[float]) -> bool:
    """Whether a rule runs through a letter, so that it is no border between cells."""
    return any(char["x0"] + 1.5 < cut < char["x1"] - 1.5 for cut in cuts)


def is_bold(fontname: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = fontname.lower()
    return any(mark in name for mark in ("bold", "black", "heavy", "semibold", "demi"))


def group_lines(words: Iterable[Printed]) -> list[list[Printed]]:
    """Group words into printed lines, top to bottom, each left to right."""
    lines: list[list[Printed]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.box.x0)):
        height = max(word.box.bottom - word.box.top, 1.0)
        if lines and abs(lines[-1][0].middle - word.middle) < _SAME_LINE * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.box.x0) for line in lines]


def lines_of(words: Iterable[Printed], page: int) -> list[Line]:
    """Give the lines that words stand on, top to bottom."""
    return [line_of(group, page) for group in group_lines(words)]


def line_of(words: Sequence[Printed], page: int) -> Line:
    """Make a line of its words, left to right."""
    sizes = Counter[float]()
    for word in words:
        sizes[word.size] += len(word.text)
    bold = sum(len(word.text) for word in words if word.bold)
    return Line(
        text=" ".join(word.text for word in words),
        page=page,
        box=around(word.box for word in words),
        size=sizes.most_common(1)[0][0],
        bold=bold > 0.9 * sum(sizes.values()),
        words=tuple(words),
    )


def around(boxes: Iterable[Box]) -> Box:
    """Give the smallest rectangle round some others."""
    all_of = list(boxes)
    return Box(
        min(b.x0 for b in all_of),
        min(b.top for b in all_of),
        max(b.x1 for b in all_of),
        max(b.bottom for b in all_of),
    )


def cell_text(words: Iterable[Printed]) -> str:
    """Give the words of a cell, a printed line on each line.

    An identifier that is too wide for its cell ("VAWG-10" over "1") is made whole, and letters
    that stand below each other are read downwards.
    """
    words = list(words)
    if _is_stacked(words):
        return "\n".join(_downwards(words))
    lines = [" ".join(w.text for w in line) for line in group_lines(words)]
    if len(lines) == 2 and _CODE.match(lines[0]) and _DIGITS.match(lines[1]):
        return "".join(lines)
    return "\n".join(lines)


def _is_stacked(words: Sequence[Printed]) -> bool:
    """Whether nearly all words are letters below each other, as in heads printed sideways."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    return single >= _FEWEST_STACKED and single > 0.8 * len(words)


def _downwards(words: Sequence[Printed]) -> Iterator[str]:
    """Give the lines of letters that run down the page, from the right to the left."""
    columns: list[list[Printed]] = []
    for word in sorted(words, key=lambda w: (-w.box.x1, w.box.top)):
        if columns and columns[-1][0].box.x1 - word.box.x1 < 0.5 * word.size:
            columns[-1].append(word)
        else:
            columns.append([word])
    for column in columns:
        ordered = sorted(column, key=lambda w: w.box.top)
        text = ordered[0].text
        for above, below in pairwise(ordered):
            apart = below.box.top - above.box.bottom > 0.2 * below.size
            text += f" {below.text}" if apart else below.text
        yield text


def is_within(word: Printed, box: Box) -> bool:
    """Whether a word's middle stands in a box."""
    x = (word.box.x0 + word.box.x1) / 2
    return box.x0 <= x <= box.x1 and box.top <= word.middle <= box.bottom
