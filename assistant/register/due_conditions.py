"""When entries are due, and what a question demands of that: overdue, due before a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from assistant.register.entries import Register
from assistant.types import Condition
from assistant.wording.due_days import bounded_only, bounds, limits, start_of
from ingest.library import Library
from ingest.types import Item
from ingest.wording.periods import Period, periods, read_period

OVERDUE = re.compile(
    r"\b(?:overdue"
    r"|(?:past|over|beyond) (?:its|their|the) (?:(?:original|agreed|due|target|end) ){0,3}"
    r"(?:date|deadline)s?"
    r"|(?:missed|blown|passed|overrun) (?:its|their|the) (?:\w+ )?(?:target|date|deadline)\w*"
    r"|should have been (?:done|finished|completed?|delivered) by)\b",
    re.I,
)
_DUE = re.compile(
    r"\b(?:due|to be (?:\w+ly )?(?:done|complete[d]?|finished|delivered|ready|in place|carried out)"
    r"|deadlines?|target dates?|timescales?|(?:must|should|need(?:s)? to|ha(?:s|ve) to|had to)"
    r" (?:be )?(?:\w+ly )?(?:in|done|complete[d]?|finish(?:ed)?|deliver(?:ed)?|happen)|falls? due"
    r"|needs? .{3,30} (?:done|finished|delivered)"
    r"|expected|scheduled|timetabled|lands?|comes? up|run(?:s)? out)\b",
    re.I,
)
_BEGINS = re.compile(r"^\W*(?:from|since|starting)\b(?!.*\b(?:to|until|till|by)\b)", re.I)
_LATEST = re.compile(r"\b(?:now|current|revised|latest|new|forecast|expected)\b", re.I)
_FIRST_SET = re.compile(r"\b(?:original|approval|approved|baseline|initial|first|start)\b", re.I)
_DUE_NAMED = re.compile(r"due|target|deadline|end|by|complet", re.I)
_DENIED = re.compile(r"(?:\bnot|\bnever|n['’]t|\byet to)\b[^,.;]{0,40}$|\bun$", re.I)
_SHOWN = ("owner", "date", "status")


class DueConditions:
    """Reads the conditions on when entries are due."""

    def __init__(self, library: Library, register: Register) -> None:
        self._register = register
        self._years = {d.info.name: _moment(d.info.as_of, d.info.date) for d in library.documents}

    def due(self, item: Item) -> Period | None:
        """Give when an entry is due, None where the register does not say."""
        own = [f for f in self._register.fields_of(item, "date") if f.value]
        own.sort(key=lambda f: _place_of_date(f.name))
        moment = self._years.get(item.document)
        for field in own:
            period = read_period(field.value, moment.year if moment else None)
            if period and not _BEGINS.match(field.value):
                return period
        return None

    def overdue(self, question: str, is_over: Callable[[Item], bool]) -> Condition:
        """Give the condition that entries are late: due before a day, and not over by then."""
        named = OVERDUE.search(question)
        by = named is not None and named.group().endswith("by")  # "should have been done by"
        later = [p for p in periods(question) if named and p.at >= named.end()]
        days = later or periods(question)

        def when(item: Item) -> date | None:
            return days[0].last if days else self._years.get(item.document)

        def holds(item: Item) -> bool:
            due, day = self.due(item), when(item)
            if due is None or day is None or due.last > day or (due.last == day and not by):
                return False
            return not is_over(item)

        day = _written(days[0]) if days else "the date of the document"
        if named and _DENIED.search(question[: named.start()]):
            return Condition(
                f"not overdue at {day}",
                lambda item: not holds(item),
                lambda item: self.due(item) is not None,
                _SHOWN,
            )
        return Condition(
            f"overdue at {day} (due before it and not complete)",
            holds,
            lambda item: self.due(item) is not None,
            _SHOWN,
        )

    def window(self, question: str, pool: Sequence[Item]) -> Condition | None:
        """Give the days between which entries must be due.

        Those that are said without a year are of the year of each entry's document.
        """
        years = {i.document: m.year for i in pool if (m := self._years.get(i.document))}
        days = bounds(question, max(years.values(), default=None))
        if not days or not (_DUE.search(question) or bounded_only(question, days)):
            return None

        @cache
        def between(year: int | None) -> tuple[date, date]:
            return limits(question, bounds(question, year), year)

        def holds(item: Item) -> bool:
            due = self.due(item)
            first, last = between(years.get(item.document))
            return due is not None and first <= due.last <= last

        said = question[start_of(question, days[0]) : days[-1].stop]
        said = re.sub(r"^(?:deadline|date|due)s?(?: of)?\s+", "on ", said, flags=re.I)
        return Condition(
            f"due {said}",
            holds,
            lambda item: self.due(item) is not None,
            _SHOWN,
        )


def _place_of_date(name: str) -> tuple[bool, bool, bool]:
    """Order dates: one that was set last first, one that was set at the beginning last."""
    told = (_FIRST_SET, _LATEST, _DUE_NAMED)
    first, latest, due = (pattern.search(name) is not None for pattern in told)
    return first, not latest, not due


def _moment(*written: str) -> date | None:
    for text in written:
        period = read_period(text)
        if period:
            return period.last
    return None


def _written(period: Period) -> str:
    day = period.last
    return f"{day.day} {day:%B %Y}"
