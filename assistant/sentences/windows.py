"""The sentences of a passage, and windows of neighbouring ones: what is read and what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.types import Passage
from ingest.wording.marks import BULLETS, POINT
from ingest.wording.sentences import sentences

#: Where a line ends, or a point begins in the middle of one.
_INLINE = re.compile(rf"\n|\s+(?=[{BULLETS}]\s)")
_MARK = re.compile(r"\(?\w{1,3}[.)]")
_NUMBERED = re.compile(r"^\s*\(?(?P<number>\d{1,3})[.)]\s")
STEP = re.compile(r"^\s*\d{1,2}\.\d{1,2}\.(?P<last>\d{1,2})[.)]?\s+(?=[A-Z“‘])")
"""The number of a step or a rule, of three levels, below a heading of two: "6.1.1 Search …"."""
_LONGEST_STEP = 40  # words: more are a paragraph
_PARAGRAPHS_FROM = 13  # numbers of paragraphs: lists seldom have so many points
_PARAGRAPH = 9  # words of a numbered paragraph at least
_WORD = re.compile(r"[^\W\d_]{2}")
_KEY_FIGURE = re.compile(r"^\s*[£$€]?\d\S*\s+[a-z]{3}")  # "63% feel safe after dark"
_FIGURE = re.compile(r"^\s*(?=[^A-Za-z]*\d)[^A-Za-z]{1,12}$")  # "33 ➧"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a passage: whether it belongs to an item of a list, or opens a paragraph."""

    text: str
    listed: bool
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences of a passage: `units[first:last]`, with the logit of answering."""

    passage: Passage
    units: tuple[Unit, ...]
    first: int
    last: int
    score: float

    @property
    def sentences(self) -> tuple[str, ...]:
        """The window's sentences."""
        return tuple(u.text for u in self.units[self.first : self.last])

    @property
    def text(self) -> str:
        """The window's words."""
        return " ".join(self.sentences)


def units(passage: Passage) -> tuple[Unit, ...]:
    """Give a passage's sentences and list items in order; short lines in a row are one."""
    found: list[Unit] = []
    short_before = False
    for line in _lines(passage.text):
        listed = begins_point(line)
        short = len(line) < 60 and line.strip()[-1:] not in ".:;?!" and not listed
        short = short and not _KEY_FIGURE.match(line)
        if short and short_before and passage.kind == "prose":
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.strip()}")
        else:
            found.extend(
                Unit(text, listed, opens=not n) for n, text in enumerate(_marked(sentences(line)))
            )
        short_before = short
    return tuple(found)


def _lines(text: str) -> Iterator[str]:
    """Give the lines of a text, one that is only a figure together with the words below it."""
    figure = ""
    for line in _INLINE.split(text):
        if _FIGURE.match(line) and not figure:
            figure = line
            continue
        yield f"{figure} {line}" if figure else line
        figure = ""
    if figure:
        yield figure


def is_list(passage: Passage) -> bool:
    """Whether most of a passage is the points of a list."""
    own = units(passage)
    return len(own) > 2 and sum(u.listed for u in own) >= 0.6 * len(own)


def list_start(own: Sequence[Unit], stop: int) -> int:
    """Give where the points begin that end before a place; the place itself where none do."""
    while stop > 0 and own[stop - 1].listed:
        stop -= 1
    return stop


def begins_point(text: str) -> bool:
    """Whether a line begins with the mark of a list's point, not a paragraph's number."""
    numbered = _NUMBERED.match(text)
    if numbered and int(numbered["number"]) >= _PARAGRAPHS_FROM:
        return len(text.split()) < _PARAGRAPH
    if STEP.match(text):
        opens = text.rstrip().endswith(":")  # a list of its own, and what is said before it
        return len(text.split()) <= _LONGEST_STEP and not opens
    return POINT.match(text) is not None


def _marked(parts: Sequence[str]) -> list[str]:
    """Put a list's mark that stands alone ("5.") before the words that it marks."""
    if len(parts) > 1 and _MARK.fullmatch(parts[0]):
        return [f"{parts[0]} {parts[1]}", *parts[2:]]
    return list(parts)


def windows_of(passage: Passage) -> Iterator[Window]:
    """Give every sentence of a passage as a window of its own; a bare figure says nothing."""
    own = units(passage)
    for first, unit in enumerate(own):
        if _WORD.search(unit.text):
            yield Window(passage, own, first, first + 1, 0.0)


def leads_to_list(window: Window) -> bool:
    """Whether a window ends where a list begins."""
    units = window.units
    return (
        window.last < len(units) and units[window.last].listed and not units[window.last - 1].listed
    )


def ordered(windows: Iterable[Window]) -> list[Window]:
    """Give windows best first; ties in reading order."""
    return sorted(windows, key=lambda w: (-w.score, w.passage.key, w.first))
