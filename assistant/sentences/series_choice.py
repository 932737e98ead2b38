"""Chooses the series that a question asks for: what it names in the plural, or steps in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.sentences.series import Series, leads_to, series_of
from assistant.sentences.table_rows import first_column
from assistant.sentences.windows import Window
from assistant.wording.cues import NO_NOUN, SEVERAL, read_number
from ingest.lexical import tokenise
from ingest.library import Library

_ASKED = re.compile(
    r"\b(?:steps?|stages?|procedures?|process|in (?:what )?order|walk (?:me|us) through"
    r"|talk (?:me|us) through|what happens|what do (?:i|we|you|they) (?:have to |need to )?do"
    r"|what .{0,60}(?:has|have|had|need|needs) to do|what (?:must|should|does|do) .{2,60} do"
    r"|which ones|what are they|who are they"
    r"|name them|list them|who (?:sits?|is|are) on|members(?:hip)?|made up of|consists? of"
    r"|criteria)\b"
    r"|^\W*(?:list|name)\b|\b(?:list|all) (?:of )?the\b|\bhow many\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"\b(?:which|what|name|{NO_NOUN}list|give|all|every|how many"
    r"|the (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b(?:\W+[\w’'-]+){0,3}?\W+"
    r"(?P<noun>[a-z][\w’'-]{2,}(?:(?<![sui])s|people|staff))\b",
    re.IGNORECASE,
)
#: What follows is asked for, not the one step that the question tells.
_GOES_ON = re.compile(r"\bwhat (?:happens|comes|is done) (?:next|after|once|then)\b", re.I)
_NUMBER = re.compile(
    rf"\bthe ({SEVERAL}|\d{{1,2}})\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"^\W*(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would)\b", re.I
)
_NO_NOUN = frozenset(
    "does was has is this his its yours hers ours theirs always perhaps us police news class "
    "happens comes goes process access business status basis focus across less".split()
)
_NEAR = 1.0  # how far behind the best sentence one may be that leads to a list
_ALONE = 3.0  # how far ahead of the other rows of its table a row is that answers by itself


def asks_for_series(question: str) -> bool:
    """Whether several things, or steps in order, are asked for."""
    asked = _ASKED.search(question) is not None and not _YES_NO.match(question)
    return asked or bool(nouns_of(question))


def nouns_of(question: str) -> frozenset[str]:
    """Give the stems of the plurals that a question asks for: "what changes", "all the options"."""
    words = (m["noun"].lower() for m in _PLURAL.finditer(question))
    return frozenset(t for w in words if w not in _NO_NOUN for t in tokenise(w))


def likeliest(
    question: str, windows: Sequence[Window], library: Library, within: float
) -> tuple[Window, Series] | None:
    """Give the best window with a series of what is asked for; None where none of the best has one.

    A window's series counts where its lead, its heading or its first column's name is of the
    thing asked for; that of the best window also where steps are asked for. Where a question
    says how many there are, the series has as many.
    """
    asked = nouns_of(question)
    stated = _NUMBER.search(question)
    number = read_number(stated[1]) if stated else None
    for window in windows:
        if window.score < windows[0].score - within:
            break
        series = series_of(window, library)
        goes_on = _GOES_ON.search(question) is not None
        if series is None or (not goes_on and _is_one_of(window, series, windows)):
            continue
        if number and len(series.members) != number:
            continue
        leads = leads_to(window, series)
        near = window.score >= windows[0].score - (_NEAR if leads else 0.0)
        if asked & _called(window, series) or (near and (leads or not asked)):
            return window, series
    return None


def _is_one_of(window: Window, series: Series, windows: Sequence[Window]) -> bool:
    """Whether a window is a point of a series that answers far better than the other points."""
    own = {m.window.passage.key: m for m in series.members}
    if window.passage.kind != "item" or window.passage.key not in own:
        return False
    others = (
        w.score for w in windows if w.passage.key in own and w.passage.key != window.passage.key
    )
    return window.score > max(others, default=-_ALONE) + _ALONE


def _called(window: Window, series: Series) -> frozenset[str]:
    """Give the stems by which a series is called."""
    return frozenset(t for text in _callings(window, series) for t in tokenise(text))


def _callings(window: Window, series: Series) -> Iterator[str]:
    if series.lead:
        yield series.lead.text
    yield from window.passage.section[-2:]
    yield first_column(series.members[0].window.passage)
