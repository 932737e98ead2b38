"""The list further on that found wording announces: "the five tests (see below)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from assistant.sentences.series import Series, series_of
from assistant.sentences.series_choice import nouns_of
from assistant.sentences.windows import Window, units
from assistant.wording.cues import COUNT, SEVERAL, read_number
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Passage

_NUMBERED = re.compile(
    rf"\b(?P<number>{SEVERAL}|\d{{1,2}})"
    r" (?:[\w’'-]+ ){0,3}?(?P<noun>[a-z][\w’'-]*s)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|time|mile|metre|point|pound)s"
)
_WHOLE = re.compile(
    r"\b(?:full|whole|complete|entire) list\b"
    r"|\b(?:every|all) (?:one )?(?:of (?:them|it|the)|on the)\b"
    r"|\blist (?:all|every|them)\b|\b(?:name|list) (?:all|each|every)\b|\beverything on\b"
    r"|\ball (?:the|of)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 2, 12  # points that a number in words announces
_FURTHER = 8  # passages on from the wording
_LOOKED_AT = 4  # windows
_NEAR = 2.0  # how far behind the best window one may be


def announced(question: str, windows: Sequence[Window], library: Library) -> Series | None:
    """Give the list further on that the best windows speak of; None where there is none.

    It has as many points as the wording says, and follows in the same section or was read too;
    where the whole list is asked for, the next one does, whatever is said of its number.
    """
    read = [w for w in windows if w.passage.document == windows[0].passage.document]
    for window in windows[:_LOOKED_AT]:
        if window.score < windows[0].score - _NEAR:
            break
        for number in _numbers(window.text, question):
            lists = chain(_further(window, library), _among(read, library))
            found = next((s for s in lists if len(s.members) == number), None)
            if found:
                return found if found.lead else replace(found, lead=window)
    if not windows or not _WHOLE.search(question):
        return None
    return next(_further(windows[0], library), None)


def _numbers(text: str, question: str) -> list[int]:
    """Give the numbers of things that a text speaks of, of any where it is asked how many."""
    asked = nouns_of(question)
    told = [m for m in _NUMBERED.finditer(text) if not _MEASURE.fullmatch(m["noun"])]
    if not COUNT.search(question):
        told = [m for m in told if asked & set(tokenise(m["noun"]))]
    found = (read_number(m["number"]) for m in told)
    return [n for n in found if n is not None and _FEWEST <= n <= _MOST]


def _further(window: Window, library: Library) -> Iterator[Series]:
    """Give the lists after a window in its section and below it."""
    yield from _in_passage(window.passage, window.last, library)
    following = library.following(window.passage)
    for passage in following[:_FURTHER]:
        if passage.section[: len(window.passage.section)] != window.passage.section:
            break
        yield from _in_passage(passage, 0, library)


def _among(windows: Sequence[Window], library: Library) -> Iterator[Series]:
    """Give the lists that read windows are of."""
    for window in windows:
        series = series_of(window, library)
        if series:
            yield series


def _in_passage(passage: Passage, start: int, library: Library) -> Iterator[Series]:
    """Give the lists that begin in a passage after a place."""
    own = units(passage)
    for place in range(start, len(own)):
        begins = own[place].listed and (place == 0 or not own[place - 1].listed)
        series = series_of(Window(passage, own, place, place + 1, 0.0), library) if begins else None
        if series:
            yield series
