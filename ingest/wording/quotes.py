"""Finds wording on a page, whatever line breaks, hyphens, bullets or markup stand between.

A quote is always given back as the page has it: a run of the page's own characters. Marks of
Markdown that nobody reads aloud (the targets of links, tags, struck-out words, the marks of notes
and of site builders) are passed over, so that a sentence is found with them inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SAME = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})


_UNSPOKEN = re.compile(
    r"(?<=\])\((?:\{\{[^{}\n]*\}\})?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"  # a link's target
    r"(?:\s+\"[^\"\n]*\")?\)"
    r"|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{:[^{}\n]*\}|\{#[\w-]+\}"
    r"|\[\^[^\]\s]+\]"
    r"|~~[^~\n]+~~|<(?P<struck>del|s|strike)\b[^<>]*>.*?</(?P=struck)>"
    r"|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{2,5});",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Where wording stands in a page's text: `page_text[start:end]`."""

    start: int
    end: int


def find_run(page_text: str, wanted: str, after: int = 0) -> Run | None:
    """Find wording on a page, comparing letters and digits only; None where it is not there."""
    spoken, sought = _spoken(page_text), _spoken(wanted)
    found = _find(page_text, spoken, wanted, sought, after)
    if found is None and (spoken, sought) != (page_text, wanted):
        return _find(page_text, page_text, wanted, wanted, after)
    return found


def _find(page_text: str, spoken: str, wanted: str, sought: str, after: int) -> Run | None:
    """Find wording where only what is spoken of page and wording counts."""
    letters, places = _letters(spoken)
    target = _letters(sought)[0]
    if not target:
        return None
    at = letters.find(target, _from(places, after))
    while at >= 0:
        start, end = places[at], places[at + len(target) - 1] + 1
        whole = _whole_words(places, spoken, at, len(target))
        if whole and _figures(spoken[start:end]) == _figures(sought):
            return Run(start, _closing(page_text, end, wanted))
        at = letters.find(target, at + 1)
    return None


def run_text(page_text: str, run: Run) -> str:
    """Give a run's characters with each stretch of white space as one space."""
    return " ".join(page_text[run.start : run.end].split())


def stands_on(page_text: str, quote: str) -> bool:
    """Whether a quote is a run of the page's characters, white space aside."""
    return bool(quote.strip()) and " ".join(quote.split()) in " ".join(page_text.split())


@lru_cache(maxsize=256)
def _spoken(text: str) -> str:
    """Give a text of the same length with spaces where nothing is read aloud."""
    return _UNSPOKEN.sub(lambda mark: " " * len(mark.group()), text)


def letters(text: str) -> str:
    """Give a text's letters and digits in one case: what stays whatever stands between."""
    return "".join(c for c in text.lower() if c.isalnum())


@lru_cache(maxsize=256)
def _letters(text: str) -> tuple[str, tuple[int, ...]]:
    """Give a text's letters and digits in one case, and where each stands."""
    letters: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        if not character.isalnum():
            continue
        for letter in character.translate(_SAME).lower():
            letters.append(letter)
            places.append(index)
    return "".join(letters), tuple(places)


def _from(places: tuple[int, ...], after: int) -> int:
    if after <= 0:
        return 0
    return next((i for i, place in enumerate(places) if place >= after), len(places))


def _whole_words(places: tuple[int, ...], text: str, at: int, length: int) -> bool:
    """Whether the run neither begins nor ends inside a word."""
    start, end = places[at], places[at + length - 1] + 1
    if (at and places[at - 1] == start) or places[at + length : at + length + 1] == (end - 1,):
        return False  # half a ligature
    return not (start > 0 and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def _figures(text: str) -> list[str]:
    """Give the numbers of a text with their points, so that 1.5 is not found in 15."""
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def _closing(text: str, end: int, wanted: str) -> int:
    """Take in the closing marks that the wording has as well: a full stop, a bracket, a quote."""
    tail = wanted.rstrip()
    marks = len(tail) - len(tail.rstrip(".,;:!?)]”’\"'%"))
    for _ in range(marks):
        if end < len(text) and not text[end].isalnum() and not text[end].isspace():
            end += 1
    return end
