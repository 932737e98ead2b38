"""The days between which a question wants entries to be due: "before June", "in Q3 2024/25"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ingest.wording.periods import Period, periods

_BOUND = re.compile(
    r"\b(?P<word>(?:no later|not later|earlier|later) than|on or before|before|by|until|up to"
    r"|prior to|after|from|since|beyond|following|between|in|on|during|within|for|this|at"
    r"|(?:deadline|date|due)s?(?: of)?)\s+"
    r"(?:the\s+)?(?:(?:start|beginning|end|month|year|day)\s+of\s+)?"
    r"(?:(?:calendar|financial)\s+(?:year\s+)?|year\s+)?$",
    re.I,
)
_MEETING = re.compile(r"\s+(?:\w+\s+)?(?:meetings?|board|panel|committee|minutes|report)\b", re.I)
#: "Before the end of May" is in May too, and what is due in May may be done on its last day.
_END = re.compile(r"\bend\s+(?:of\s+)?(?:\w|$)", re.I)
_START = re.compile(r"\b(?:start|beginning)\s+of\s+$", re.I)


def bounds(question: str, year: int | None) -> list[Period]:
    """Give the days that a question bounds something by: "before June", not "the June board"."""
    return [
        p
        for p in periods(question, year)
        if _BOUND.search(question[: p.at]) and not _MEETING.match(question[p.stop :])
    ]


def limits(question: str, days: Sequence[Period], year: int | None) -> tuple[date, date]:
    """Give the first and the last day that is meant."""
    first, last = date.min, date.max
    for period in days:
        match = _BOUND.search(question[: period.at])
        word = match["word"].lower() if match else "in"
        if re.match(r"before|prior|earlier", word):
            ends = _END.search(question[: period.at]) or _END.match(question[period.at :])
            last = period.last if ends else period.first - timedelta(days=1)
        elif re.match(r"by|until|up|no later|not later|on or", word):
            last = period.first if _START.search(question[: period.at]) else period.last
        elif re.match(r"after|later|beyond|following", word):
            first = period.last + timedelta(days=1)
        elif re.match(r"from|since", word):
            first = period.first
        elif word == "between":
            first, last = period.first, _other_end(question, period, year)
        else:
            first, last = period.first, period.last
    return first, last


def _other_end(question: str, start: Period, year: int | None) -> date:
    later = [p for p in periods(question, year) if p.at > start.at]
    return later[0].last if later else start.last


def bounded_only(question: str, days: Sequence[Period]) -> bool:
    """Whether a question says before or after when, which a status has no use for."""
    return any(
        re.search(r"\b(?:before|after|between)\s+(?:the\s+)?$", question[: p.at], re.I)
        for p in days
    ) and bool(re.search(r"\b(?:deliver\w*|target|date|deadline|milestone\w*)\b", question, re.I))


def start_of(question: str, period: Period) -> int:
    """Give where what bounds a period begins in a question: "before June"."""
    match = _BOUND.search(question[: period.at])
    return match.start() if match else period.at
