"""The facts of a sentence that can be compared exactly: figures, dates, identifiers and names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.wording.english import is_word
from ingest.wording.identifiers import LABELS, NUMBER_WORDS, mentions, singular

Figure = tuple[str, str]
"""A number in plain form and its unit: ("60", "%"), ("2.5", "£ million"), ("322", "")."""
Date = tuple[int, int, int]
"""Day, month and year, 0 for a part that is not said."""

_UNITS = NUMBER_WORDS[:20]
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELT = {
    **{word: str(n) for n, word in enumerate(_UNITS)},
    **{word: str(20 + 10 * n) for n, word in enumerate(_TENS)},
    **{
        f"{tens}-{one}": str(20 + 10 * n + _UNITS.index(one))
        for n, tens in enumerate(_TENS)
        for one in _UNITS[1:10]
    },
    **{"hundred": "100", "thousand": "1000", "dozen": "12", "half": "1/2", "quarter": "1/4"},
    **{"once": "1 time", "twice": "2 times", "double": "2 times", "treble": "3 times"},
    **{"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"},
}
_SCALE = {"m": "million", "bn": "billion", "k": "thousand", "per cent": "%", "percent": "%"}
_FIGURE = re.compile(
    r"(?<![\w.])(?P<sign>[£$€])?\s?(?P<value>\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?"
    r"(?:\s?(?P<unit>%|per ?cent\b|million\b|billion\b|thousand\b|bn\b|m\b|k\b))?(?!\w)",
    re.IGNORECASE,
)
_WORD_FIGURE = re.compile(
    rf"\b(?P<value>{'|'.join(sorted(_SPELT, key=len, reverse=True)).replace('-', '[- ]')})\b"
    r"(?:\s(?P<unit>per ?cent\b|million\b|billion\b|thousand\b))?",
    re.IGNORECASE,
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
#: The names of the months as a pattern, whole and short.
MONTH = "|".join(f"{m.capitalize()}|{m[:3].capitalize()}" for m in _MONTHS) + "|Sept"
_WRITTEN = re.compile(
    rf"(?:(?<![\w.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>{MONTH})\b\.?"
    r"(?:\s+(?P<after>\d{1,2})(?:st|nd|rd|th)?\b(?!\d),?)?(?:,?\s+(?P<year>(?:19|20)\d{2})\b)?"
)
_NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{2}(?:\d{2})?)\b")
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_ARTICLE = re.compile(r"A\s")
_TOKEN = re.compile(r"[A-Za-zÀ-ž][\wÀ-ž’'&]*(?:[-/][\wÀ-ž’'&]+)*")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states exactly; names are runs of words in one form ("force drugs lead")."""

    figures: frozenset[Figure]
    dates: frozenset[Date]
    identifiers: frozenset[str]
    names: tuple[str, ...]


def facts(text: str) -> Facts:
    """Find the figures, dates, identifiers and names that a text states."""
    rest, dates = _take_dates(text)
    named = [
        m
        for m in mentions(rest)
        if m.strong and not _is_decimal(m.identifier) and not _ARTICLE.match(rest[m.start :])
    ]
    for mention in named:
        blank = " " * (mention.end - mention.start)
        rest = rest[: mention.start] + blank + rest[mention.end :]
    return Facts(
        figures=frozenset(_figures(rest)),
        dates=dates,
        identifiers=frozenset(m.identifier for m in named),
        names=_names(text),
    )


def all_figures(text: str) -> frozenset[Figure]:
    """Give every figure of a text, those inside dates and identifiers too."""
    years = {(str(year), "") for _, _, year in _take_dates(text)[1] if year}
    return frozenset(_figures(text)) | years


def without_figures(text: str) -> str:
    """Give a text without its numbers and their units, in digits or words."""
    return _WORD_FIGURE.sub(" ", _FIGURE.sub(" ", text))


def dated(date: Date, known: frozenset[Date]) -> bool:
    """Whether one of the known dates says every part of a date alike."""
    return any(all(not a or a == b for a, b in zip(date, one, strict=True)) for one in known)


def one_form(text: str) -> str:
    """Give a text's words in lower case with single spaces around each, for runs of words."""
    words = re.findall(r"[^\W_]+", re.sub(r"[’']s\b", "", text))
    return f" {' '.join(_singular(w).casefold() for w in words)} "


def _figures(text: str) -> list[Figure]:
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        value = match["value"].replace(",", "").rstrip(".")
        value = value.rstrip("0").rstrip(".") if "." in value else str(int(value))
        found.append((value, _unit(match["sign"] or "", match["unit"] or "")))
    for match in _WORD_FIGURE.finditer(text):
        value = _SPELT[match["value"].lower().replace(" ", "-")]
        found.append((value, _unit("", match["unit"] or "")))
    return found


def _unit(sign: str, unit: str) -> str:
    lowered = " ".join(unit.lower().split())
    return f"{sign} {_SCALE.get(lowered, lowered)}".strip()


def _take_dates(text: str) -> tuple[str, frozenset[Date]]:
    """Give a text without its dates, and the dates."""
    found: set[Date] = set()

    def take(match: re.Match[str]) -> str:
        parts = match.groupdict()
        month = parts["month"]
        number = int(month) if month.isdigit() else _month(month)
        year = int(parts["year"] or 0)
        day = int(parts["day"] or parts.get("after") or 0)
        found.add((day, number, year + 2000 if 0 < year < 100 else year))
        return " " * len(match.group())

    for pattern in (_WRITTEN, _ISO, _NUMERIC):
        text = pattern.sub(take, text)
    return text, frozenset(found)


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))


def _is_decimal(identifier: str) -> bool:
    return re.fullmatch(r"\d+\.\d+", identifier) is not None


def _names(text: str) -> tuple[str, ...]:
    """Give the runs of capitalised words, without a common word that only begins a sentence."""
    runs: list[list[str]] = []
    end = -9
    for token in _TOKEN.finditer(text):
        word = token.group()
        if not word[0].isupper() or word in ("I", "A", "An", "The"):
            continue
        before = text[: token.start()].rstrip(" “‘\"'(")
        opening = not before or before[-1] in ".:;!?–-"
        plain = re.sub(r"[’']s$", "", word.lower())
        if opening and not word.isupper() and (len(plain) < 3 or is_word(plain)):
            continue
        if re.fullmatch(rf"(?:{MONTH})", word) or singular(plain) in LABELS:
            continue
        joined = bool(runs) and text[end : token.start()] == " "
        if joined:
            runs[-1].append(word)
        else:
            runs.append([word])
        end = token.end()
    return tuple(one_form(" ".join(run)).strip() for run in runs)


def _singular(word: str) -> str:
    """Give an abbreviation without the s of its plural."""
    return word[:-1] if re.fullmatch(r"[A-Z]{2,}s", word) else word
