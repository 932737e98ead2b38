"""Lines of several labelled values side by side, their names in bold: "Lead … Due … On track"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ingest.readers.pdf.gutters import segments
from ingest.readers.pdf.words import Line, Printed
from ingest.types import Block, Place
from ingest.wording.roles import TOLD_OF_ENTRIES, is_header_name, role_of
from ingest.wording.values import is_chip, is_date

_FEWEST = 2  # values of a line
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "with"})
_SAME = 2.0  # points by which words under each other begin apart
_CLOSE = 0.8  # of the type's size, to a line that goes on


@dataclass(frozen=True, slots=True)
class Labelled:
    """One value with its name, and how it is printed; `page` counts from 1."""

    name: str
    value: str
    printed: str
    page: int

    def block(self) -> Block:
        """Give it as a line "Lead: Head of Custody", which stands on its page as printed."""
        return Block("paragraph", f"{self.name}: {self.value}", (Place(self.page, self.printed),))


def labelled(line: Line) -> list[Labelled]:
    """Give the values of a line that holds nothing else; none where it holds other words.

    A word or two without a name, set apart, say how something stands: a pill beside the rest.
    """
    parts = [_part(words, line.page) for words in segments(line)]
    found = [part for part in parts if part is not None]
    told = any(part.name in _named(line) for part in found)
    return found if told and len(found) == len(parts) >= _FEWEST else []


def with_wrapped(values: Sequence[Labelled], line: Line, below: Line) -> list[Labelled]:
    """Give a line's values with what the line below adds under each; none where it adds nothing.

    "Responsible officer: Detective      Due: 30 June", then "Superintendent Roe" under the first.
    """
    starts = [words[0].box.x0 for words in segments(line)]
    parts = segments(below)
    near = below.box.top - line.box.bottom < _CLOSE * line.size
    if len(starts) != len(values) or not near or below.words[0].bold:
        return []
    told = list(values)
    for words in parts:
        at = next((n for n, x in enumerate(starts) if abs(words[0].box.x0 - x) <= _SAME), None)
        after = starts[at + 1] if at is not None and at + 1 < len(starts) else float("inf")
        if at is None or words[-1].box.x1 > after:
            return []
        text = " ".join(w.text for w in words)
        if not _goes_on(told[at], text):
            return []
        told[at] = replace(
            told[at], value=f"{told[at].value} {text}", printed=f"{told[at].printed} {text}"
        )
    return told


def _goes_on(value: Labelled, text: str) -> bool:
    """Whether words may be the rest of a value: of a name, of a day, or of a sentence."""
    if ":" in text:
        return False
    role = role_of(value.name)
    if role == "owner":
        return all(w[0].isupper() or w.lower() in _SMALL for w in re.findall(r"[^\W\d_]+", text))
    return is_date(f"{value.value} {text}") if role == "date" else text[0].islower()


def is_named(line: Line) -> bool:
    """Whether a line begins with a name in bold that tells who or when, and its value follows."""
    name = _name(line.words)
    told = role_of(name) in ("owner", "date") and is_header_name(name)
    return told and len(name.split()) < len(line.words)


def _named(line: Line) -> set[str]:
    """Give the names in bold that a line has and that tell who, when or how far."""
    names = (_name(words) for words in segments(line))
    return {name for name in names if role_of(name) in TOLD_OF_ENTRIES}


def _name(words: Sequence[Printed]) -> str:
    return " ".join(w.text for w in takewhile(lambda w: w.bold, words)).rstrip(":")


def _part(words: Sequence[Printed], page: int) -> Labelled | None:
    text = " ".join(w.text for w in words)
    name = _name(words)
    value = text.removeprefix(name).lstrip(": ")
    if value and is_header_name(name):
        return Labelled(name, value, text, page)
    return Labelled("Status", text, text, page) if is_chip(text) else None
