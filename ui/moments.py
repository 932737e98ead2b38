"""Dates as documents write them: read, so that they can be put in order."""

from __future__ import annotations

import re

Moment = tuple[int, int, int]
"""Year, month and day; 0 where it is not said."""

_MONTHS = (
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth"),
    ("april", "ebrill"),
    ("may", "mai"),
    ("june", "mehefin"),
    ("july", "gorffennaf"),
    ("august", "awst"),
    ("september", "medi"),
    ("october", "hydref"),
    ("november", "tachwedd"),
    ("december", "rhagfyr"),
)
_NUMBER = {
    **{name: n for n, names in enumerate(_MONTHS, start=1) for name in names},
    **{names[0][:3]: n for n, names in enumerate(_MONTHS, start=1)},
    "sept": 9,
}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<m>\d\d)(?:-(?P<d>\d\d))?\b",
        r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)?\d\d)\b",
        rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th|ain|af|fed)?\s+(?:of\s+)?)?(?P<name>{_MONTH})\.?,?\s+{_YEAR}\b",
        rf"\b(?:Q|quarter\s*|chwarter\s*)(?P<q>[1-4])[\s,]*{_YEAR}\b(?![/–-]\d)",
        rf"\b{_YEAR}\s*[/–-]\s*(?P<end>\d\d(?:\d\d)?)\b",
        rf"\b{_YEAR}\b",
    )
)


def read_moment(text: str) -> Moment | None:
    """Give the first date of a text, None where there is none that can be.

    A quarter is its last month; of a span of years ("2024/25") the last year counts.

    >>> read_moment("by 31 March 2024"), read_moment("Q2 2025"), read_moment("ongoing")
    ((2024, 3, 31), (2025, 6, 0), None)
    """
    for form in _FORMS:
        found = form.search(text)
        if found:
            return _moment(found.groupdict())
    return None


def _moment(parts: dict[str, str | None]) -> Moment | None:
    year = int(parts["y"] or 0)
    year += 2000 if year < 100 else 0
    month, day = int(parts.get("m") or 0), int(parts.get("d") or 0)
    if name := parts.get("name"):
        month = _NUMBER[name.lower()]
    if quarter := parts.get("q"):
        month = 3 * int(quarter)
    if end := parts.get("end"):
        last = int(end) if len(end) == 4 else year - year % 100 + int(end)
        year = max(year, last)
    return (year, month, day) if month <= 12 and day <= 31 else None
