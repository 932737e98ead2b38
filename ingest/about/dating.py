"""When a document was issued and as at when it speaks, as it says itself; nothing is guessed.

A date is taken where the document says that it is its own: beside "updated", "in force from",
"approved" and the like, or on a line of its title page that has little else. Months stay months.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from ingest.about.front import Front
from ingest.wording.periods import periods

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},\s+\d{{4}}|{_MONTH}\s+\d{{4}}"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})"
)
_SEASON = r"(?:spring|summer|autumn|winter)\s+\d{4}"
_RANGE = r"(?!\s*(?:to|until|–|-|and)\s+\w+\s+\d{4})"
_OWN = tuple(
    re.compile(rf"\b(?:{says})\W{{0,3}}(?:the\s+)?(?P<date>{DATE})\b{_RANGE}", re.IGNORECASE)
    for says in (
        r"(?:last\s+)?(?:updated|revised|amended)(?:\s+on)?",
        r"(?:in\s+force|effective|operative|valid)(?:\s+from|\s+on|\s+date)?",
        r"(?:published|issued|ratified|approved|adopted|agreed|signed\s+off|dated|held)"
        r"(?:\s+by\s+[^\d:;.]{3,50}?)?(?:\s+on)?(?:\s+\w+day)?",
        r"version\s+[\d.]+",
    )
)
#: "Report to the Vulnerability Board, 19 November 2025."
_BROUGHT = re.compile(
    rf"^(?:report|paper|update|briefing)\s+(?:to|for)\s+(?:the\s+)?[^.;:]{{3,60}}?,\s+(?:\w+day\s+)?"
    rf"(?P<date>{DATE})\b",
    re.I,
)
_BOX = re.compile(
    r"^(?:date of )?meeting(?: date)?$"
    r"|\b(?:updated|effective|issued?|publi\w+|ratif\w+|approv\w+|adopted|agreed)\b",
    re.I,
)
_NOT_OWN = re.compile(
    r"\b(?:review|expir|until|next|as\s+(?:at|of)|current|printed|accessed|born|deadline|due|by)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?<![–-])(?<!to )\b(?P<date>{DATE}|{_SEASON})\b{_RANGE}")
#: "Issued under section 5 of the Crime Act 2011": the year is that of the law.
_OF_LAW = re.compile(
    r"\b(?:Acts?|Regulations|(?<!Public )Order|Measure|Rules) (?:of )?(?:19|20)\d\d\b"
)
_YEAR = re.compile(r"^\W*(?P<date>(?:19|20)\d\d)\W*$")
_MOST_WORDS = 13
_NAMES = (
    re.compile(r"(?<!\d)(?P<y>20\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>[0-3]\d)[.-]?(?P<m>[01]\d)[.-]?(?P<y>20\d\d)(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>[0-3]\d)\.(?P<m>[01]\d)\.(?P<yy>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?!\d)"),
)
_NAMED_MONTH = re.compile(rf"(?<![a-z])(?P<date>{_MONTH}[-_ ]20\d\d)(?!\d)", re.IGNORECASE)
_PRINTED = re.compile(r"wkhtmltopdf|chrom|skia|mozilla|firefox|safari", re.IGNORECASE)
_AS_AT = re.compile(
    rf"\b(?:as\s+(?:at|of)|(?:current|correct)\s+(?:at|on)|position\s+(?:at|on)|status\s+(?:at|on))"
    rf"\s+(?:the\s+)?(?:end\s+of\s+)?(?P<date>{DATE}|{_SEASON}|\d{{4}}\b(?:/\d\d)?)",
    re.IGNORECASE,
)
_AT_END = re.compile(rf"\bat\s+(?:the\s+)?(?:end\s+of\s+)?(?P<date>{DATE})\W*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:position|status|progress|update|current|curent|correct|rag|ratings?|baselines?|this)\b",
    re.IGNORECASE,
)
#: Headings and columns that tell how entries stood at a day.
_REGISTER = re.compile(
    r"\b(?:position|status|progress|rag|actions?|log|register|tracker|leads?|owners?)\b",
    re.IGNORECASE,
)
_LONGEST = 110
_OFTEN = 3  # times a text speaks of a year in which it may be written
_A_YEAR = (364, 365)  # days from the first to the last


def date_of(
    front: Front,
    path: PurePath,
    metadata: Mapping[str, str],
    whole: str = "",
    opening: Sequence[str] = (),
) -> str:
    """Give when a document was issued, as it has it; empty where it does not say.

    Of its `opening` paragraphs only what a report begins with tells: to whom it went, and when.

    When its file was made is believed where that is near the title's year, and the years that the
    `whole` text speaks of: documents are converted and printed again.
    """
    told = [f"{t.name}: {t.value}" for t in front.box if _BOX.search(t.name)]
    for says in _OWN:
        for text in (*front.lines, *front.running, *front.statements, *told):
            found = says.search(text)
            if found and not _NOT_OWN.search(text[: found.start()][-24:]):
                return _plain(found["date"])
    brought = next((m for text in opening if (m := _BROUGHT.match(text))), None)
    if brought:
        return _plain(brought["date"])
    for text in told:
        alone = _ALONE.search(text)
        if alone:
            return _plain(alone["date"])
    printed = _alone(front) or _in_name(path.stem)
    if printed:
        return printed
    created, titled = _created(metadata), _of_title(front, path.stem)
    near = created and _is_near(created, titled, 1) and _is_near(created, whole, 0)
    return created if near else titled


def as_of(front: Front, headers: Iterable[str], sentences: Iterable[str]) -> str:
    """Give the moment of which a document speaks; empty where it does not say.

    `headers` are its headings and the names of its tables' columns; of its `sentences` only those
    count that speak of a position, status or the like. Where headers of a register end with "at"
    and a day, it must be one day.
    """
    named = tuple(headers)
    for text in (*front.lines, *front.running, *named):
        found = _AS_AT.search(text)
        if found and len(text) <= _LONGEST:
            return _plain(found["date"])
    for text in (*front.statements, *sentences):
        found = _AS_AT.search(text)
        own = text in front.statements
        if found and (own or _ABOUT.search(f"{text[: found.start()][-60:]} {found.group()[:8]}")):
            return _plain(found["date"])
    of_register = (h for h in named if len(h) <= _LONGEST and _REGISTER.search(h))
    ends = {_plain(found["date"]) for h in of_register if (found := _AT_END.search(h))}
    return ends.pop() if len(ends) == 1 else ""


def version_of(front: Front) -> str:
    """Give the number of a document's version as it has it; empty where it does not say."""
    for told in front.box:
        if re.match(r"(?:document )?version\b(?! date)", told.name, re.IGNORECASE):
            return told.value if len(told.value) < 20 else ""
    for text in (*front.lines, *front.running):
        found = re.search(r"\bversion\s+(?P<number>v?\d+(?:\.\d+)*)\b", text, re.IGNORECASE)
        if found:
            return found["number"]
    return ""


def _alone(front: Front) -> str:
    """Give the date of a line at the front that has little else, else a year that stands alone."""
    lines = [*front.lines, *front.running]
    for text in lines:
        found = _ALONE.search(text)
        if found and not _NOT_OWN.search(text[: found.start()]) and _is_short(text):
            return _plain(found["date"])
    return next((found["date"] for text in lines if (found := _YEAR.match(text))), "")


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS


def _in_name(stem: str) -> str:
    """Give the date in a file's name where it can be read in one way only."""
    for pattern in _NAMES:
        found = pattern.search(stem)
        if found:
            parts = found.groupdict()
            year = parts.get("y") or f"20{parts['yy']}"
            if 1 <= int(parts["m"]) <= 12 and 1 <= int(parts.get("d") or 1) <= 31:
                return "-".join(p for p in (year, parts["m"], parts.get("d")) if p)
    found = _NAMED_MONTH.search(stem)
    return re.sub(r"[-_]", " ", found["date"]) if found else ""


def _is_near(created: str, text: str, after: int) -> bool:
    """Whether a file was made in the years that a text speaks of, or so many after; any if none.

    Programs that leave the day out write one of their own.
    """
    told = Counter(y for p in periods(text) for y in {p.first.year, p.last.year})
    years = [y for y, times in told.items() if times >= _OFTEN] or list(told)
    return not years or min(years) <= int(created[:4]) <= max(years) + after


def _of_title(front: Front, stem: str) -> str:
    """Give the one year, calendar or financial, that the title lines or the file's name have."""
    for text in (*front.lines, re.sub(r"[_-](?!\d)", " ", stem)):
        told = periods(text)
        years = [p for p in told if (p.last - p.first).days in _A_YEAR]
        if len(told) == len(years) == 1 and _is_short(text) and not _OF_LAW.search(text):
            own = text[years[0].at : years[0].stop]
            return "" if _NOT_OWN.search(text[: years[0].at]) else own
    return ""


def _created(metadata: Mapping[str, str]) -> str:
    """Give when the file was made, unless a browser printed it then."""
    if _PRINTED.search(metadata.get("creator", "") + metadata.get("producer", "")):
        return ""
    made = re.match(r"D:(\d{4})(\d{2})?(\d{2})?", metadata.get("creationdate", ""))
    return "-".join(part for part in made.groups() if part) if made else ""


def _plain(date: str) -> str:
    """Give a date as written; one with the month before the day in figures as an ISO date."""
    figures = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", date)
    if figures and int(figures[2]) > 12 >= int(figures[1]):
        return f"{figures[3]}-{int(figures[1]):02}-{int(figures[2]):02}"
    return " ".join(date.split())


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return re.fullmatch(rf"\W*(?:{DATE}|{_SEASON}|\d{{4}})\W*", text, re.IGNORECASE) is not None
