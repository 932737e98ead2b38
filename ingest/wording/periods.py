"""Dates as documents and people write them: each is the span of days it may mean.

"31 March 2024" is one day, "June 2024" thirty, "spring 2021" three months, "2024/25" a financial
year that begins in April, "Q3 2024/25" its third quarter, "Q3 2024" that of a calendar year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower())
} | {
    "sept": 9,
    "ionawr": 1,
    "chwefror": 2,
    "mawrth": 3,
    "ebrill": 4,
    "mai": 5,
    "mehefin": 6,
    "gorffennaf": 7,
    "awst": 8,
    "medi": 9,
    "hydref": 10,
    "tachwedd": 11,
    "rhagfyr": 12,
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|fed)?"
_SPAN = r"\s*[/–-]\s*(?P<end>(?:20)?\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<number>\d\d)(?:-(?P<day>\d\d))?\b",
        r"\b(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<year>(?:19|20)?\d\d)\b",
        rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?(?:\s+{_YEAR})?\b",
        rf"\b(?P<month>{_MONTH})\.?\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?{_YEAR}\b",
        rf"\b(?P<month>{_MONTH})[\s’'-]+(?P<short>\d\d)\b(?!\s*(?:%|per))",
        rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}\b",
        rf"\b(?:Q|quarter\s*|chwarter\s*)(?P<quarter>[1-4])\W{{1,3}}(?:of\s+)?{_YEAR}(?:{_SPAN})?",
        rf"\b{_YEAR}(?:{_SPAN})?\s*,?\s*(?:Q|quarter\s*)(?P<quarter>[1-4])\b",
        rf"\b{_YEAR}{_SPAN}",
        rf"(?<![\d£$€.,]){_YEAR}\b(?![\d%]|,\d)",
        rf"\b(?:(?-i:(?=[A-Z]))|(?!(?:may|mar|mai)\b))(?P<month>{_MONTH})\b",
    )
)
_ENDS = re.compile(r"\b(?:end of|end|late|diwedd)\s+$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:was|were|originally|previously|formerly|not)\W+(?:due\W+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends in it; `at` and `stop` are where it stands in its text."""

    first: date
    last: date
    at: int = 0
    stop: int = 0


def periods(text: str, year: int | None = None) -> list[Period]:
    """Give the dates of a text in order; one without a year is of `year`, or left out."""
    found: list[Period] = []
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            at, stop = match.span()
            if any(at < t and stop > s for s, t in taken):
                continue
            period = _period(match.groupdict(), year, at, stop)
            if period is not None or match.groupdict().get("year"):
                taken.append((at, stop))
            if period is not None:
                found.append(_at_its_end(text, period))
    return sorted(found, key=lambda p: p.at)


def read_period(text: str, year: int | None = None) -> Period | None:
    """Give the date that holds in a cell: the last that it does not say "was" of; None without one.

    >>> str(read_period("by 31 March 2024").last), str(read_period("Q2 2024/25").first)
    ('2024-03-31', '2024-07-01')
    """
    own = [p for p in periods(text, year) if not _BEFORE.search(text[: p.at])]
    return own[-1] if own else None


def _period(parts: dict[str, str | None], year: int | None, at: int, stop: int) -> Period | None:
    first_year = _year(parts, year)
    if first_year is None:
        return None
    span = list(_spans(parts, first_year))
    return Period(span[0][0], span[0][1], at, stop) if span else None


def _year(parts: dict[str, str | None], year: int | None) -> int | None:
    if short := parts.get("short"):
        return 2000 + int(short)
    if not (written := parts.get("year")):
        return year
    return int(written) + (2000 if int(written) < 100 else 0)


def _spans(parts: dict[str, str | None], year: int) -> Iterator[tuple[date, date]]:
    """Give the span that a date's parts make; nothing where they make no date."""
    month = _MONTHS.get((parts.get("month") or "").lower()) or int(parts.get("number") or 0)
    end = parts.get("end")
    if end and int(end) % 100 != (year + 1) % 100:
        yield from _years(year, end)
    elif quarter := int(parts.get("quarter") or 0):
        yield _months(year, 3 * quarter + 1 if end else 3 * quarter - 2, 3)
    elif season := parts.get("season"):
        yield _months(year, _SEASONS[season.lower()], 3)
    elif day := int(parts.get("day") or 0):
        if 1 <= month <= 12 and day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day), date(year, month, day)
    elif month:
        if month <= 12:
            yield _months(year, month, 1)
    else:
        yield _months(year, 4 if end else 1, 12)


def _years(year: int, end: str) -> Iterator[tuple[date, date]]:
    """Give "2022-2026": all days of all its years."""
    last = int(end) if len(end) == 4 else year - year % 100 + int(end)
    if last > year:
        yield date(year, 1, 1), date(last, 12, 31)


def _months(year: int, month: int, many: int) -> tuple[date, date]:
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = month + many
    last = date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return first, last


def _at_its_end(text: str, period: Period) -> Period:
    """Give "the end of 2024" its last day."""
    if _ENDS.search(text[: period.at]):
        return Period(period.last, period.last, period.at, period.stop)
    return period
