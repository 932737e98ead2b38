"""Entries by their scores: "score 15 or more", and "red" where a document says what is red."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from ingest.types import Document, Field, Item

_COLOUR = r"(?P<colour>red|amber|yellow|green|very high|high|medium|moderate|low)"
_RANGE = (
    r"(?:(?P<least>\d{1,3}) (?:or (?:more|above|over|higher)|and (?:above|over|more)|\+)"
    r"|at least (?P<floor>\d{1,3})\b"
    r"|(?:between )?(?P<from>\d{1,3})\s?(?:to|and|[–—-])\s?(?P<to>\d{1,3})\b"
    r"|(?:above|over|more than|exceeding) (?P<over>\d{1,3})\b"
    r"|(?:below|under|less than|fewer than) (?P<under>\d{1,3})\b"
    r"|(?P<most>\d{1,3}) (?:or (?:less|fewer|below|under)|and (?:below|under))"
    r"|(?:at most|no more than|up to) (?P<ceiling>\d{1,3})\b)"
)
#: "15 or more is a red risk", "8 to 14 is amber", "below 8: green".
_KEY = re.compile(
    rf"\b{_RANGE}\s*(?:\bis\b|\bare\b|\bmeans?\b|\bcounts? as\b|=|:|[–—-])\s*(?:an? |rated )?"
    rf"{_COLOUR}\b",
    re.I,
)
#: The same the other way round: "red: 15 or more", "Red (15 and above)".
_TURNED = re.compile(
    rf"\b{_COLOUR}\b(?: risks?)?\s*(?:\bis\b|\bare\b|\bmeans?\b|=|:|[–—-]|\()\s*"
    rf"(?:a score of |scores? of )?{_RANGE}",
    re.I,
)
_ASKS_BEFORE = re.compile(
    r"\bbefore (?:the )?(?:controls?|mitigations?|actions?)\b"
    r"|\b(?:inherent|gross|original|previous|first)\b",
    re.I,
)
_FEWEST = 2  # bands: one alone is no key
_ASKED = re.compile(
    rf"\b(?:scor\w+|rat(?:ed|ing)s?)\b(?: \w+){{0,3}}? (?P<range>{_RANGE}"
    r"|(?:(?:of|exactly|at) )?(?P<just>\d{1,3})\b(?! ?(?:%|per ?cent|out of)))",
    re.I,
)
#: "The highest score", "the lowest-scoring risk", "which risk scores highest".
_END = re.compile(
    r"\b(?P<end>highest|top|biggest|greatest|worst|lowest|smallest)[- ](?:\w+ )?"
    r"(?:scor\w+|rat(?:ed|ings?))\b"
    r"|\b(?:scor\w+|rat(?:ed|ings?)) (?:is |are )?(?:the )?(?P<behind>highest|lowest|most|least)\b",
    re.I,
)
_LOW = frozenset({"lowest", "smallest", "least"})
_SCORE = re.compile(r"\b(?:scores?|rating|residual|total)\b", re.I)
_NUMBER = re.compile(
    r"([0-9]{1,3})[¹²³⁴⁵⁶⁷⁸⁹*†]*"
    r"(?:\W{1,3}(?:very |extremely )?(?:high|medium|moderate|low|minor|major|extreme|severe"
    r"|critical|significant|red|amber|yellow|green)\b(?:[^\d]{0,20}|\W{0,2}\(?(?:was|from|previously)\b.{0,20}))?",
    re.I | re.S,
)
_EQUALS = re.compile(r"=\s*(?=\d)")
_FACTORS = re.compile(r"(\d{1,2})\W{1,3}(?:\w+\W{1,3})?[x×*]\s*(\d{1,2})\b(?=[^\dx×*=]*$)", re.I)
_NOW = re.compile(r"\b(?:now|current|residual|after|net)\b", re.I)
_BEFORE = re.compile(r"\b(?:before|inherent|gross|original|previous|first)\b", re.I)


@dataclass(frozen=True, slots=True)
class Band:
    """The scores from `least` to `most`, both in it, and the word for them, if it has one."""

    least: float
    most: float
    word: str = ""

    def holds(self, score: float) -> bool:
        """Whether a score is in the band."""
        return self.least <= score <= self.most


def bands_of(document: Document) -> tuple[Band, ...]:
    """Give the bands of scores that a document's own key names; none where it has no key."""
    found: dict[str, Band] = {}
    for passage in document.passages:
        for key in (*_KEY.finditer(passage.text), *_TURNED.finditer(passage.text)):
            found.setdefault(key["colour"].lower(), _band(key, key["colour"].lower()))
    return tuple(found.values()) if len(found) >= _FEWEST else ()


def asked_band(question: str) -> tuple[Band, str] | None:
    """Give the scores that a question asks for, and its words for them."""
    found = _ASKED.search(question)
    if found is None:
        return None
    if found["just"]:
        return Band(int(found["just"]), int(found["just"])), found["range"]
    return _band(found, ""), found["range"]


def asked_end(question: str) -> str:
    """Give whether the "highest" or the "lowest" scores are asked for; empty where neither is."""
    found = _END.search(question)
    if found is None:
        return ""
    return "lowest" if (found["end"] or found["behind"]).lower() in _LOW else "highest"


def end_of(items: Sequence[Item], end: str, question: str = "") -> Band | None:
    """Give the highest or the lowest score that entries have; None where none has one."""
    own = [score(field) for i in items if (field := score_of(i, question))]
    if not own:
        return None
    best = max(own) if end == "highest" else min(own)
    return Band(best, best)


def without_scores(question: str) -> str:
    """Give a question without the scores that it asks for, whose figures are no identifiers."""
    asked = asked_band(question)
    return question.replace(asked[1], " ") if asked else question


def score_of(item: Item, question: str = "") -> Field | None:
    """Give the field with an entry's score: the one that a question names, else as it is now."""
    own = [f for f in item.fields if _SCORE.search(f.name) and _number(f.value) is not None]
    if _ASKS_BEFORE.search(question):
        own = [f for f in own if _BEFORE.search(f.name)] or own
    else:
        own = [f for f in own if not _BEFORE.search(f.name)] or own
        own = [f for f in own if _NOW.search(f.name)] or own
    return own[-1] if own else None


def score(field: Field) -> int:
    """Give the score that a field of `score_of` holds."""
    return _number(field.value) or 0


def _number(value: str) -> int | None:
    """Read a score, which may have the mark of a footnote behind it, or its word: "12 High"."""
    told = _EQUALS.split(value.strip())[-1]  # "3 (High) x 4 = 12"
    factors = _FACTORS.match(told)
    if factors:
        return int(factors[1]) * int(factors[2])
    found = _NUMBER.fullmatch(told)
    return int(found[1]) if found else None


def band_word(item: Item, bands: Sequence[Band]) -> str:
    """Give the word for an entry's score, empty where it has none."""
    field = score_of(item) if bands else None
    return next((b.word for b in bands if field and b.holds(score(field))), "")


def _band(found: re.Match[str], word: str) -> Band:
    if found["from"]:
        return Band(int(found["from"]), int(found["to"]), word)
    least = found["least"] or found["floor"] or (int(found["over"]) + 1 if found["over"] else -inf)
    most = found["most"] or found["ceiling"] or (int(found["under"]) - 1 if found["under"] else inf)
    return Band(float(least), float(most), word)
