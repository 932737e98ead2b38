"""What a value looks like where nothing names it: a date, a status, somebody."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"^(?:by |from |(?:the )?end(?: of)? |before |mid[- ])*(?:\d{{1,2}}(?:st|nd|rd|th)? )?"
    rf"{_MONTH}\.?,? ?(?:\d{{2,4}})?$"
    r"|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$|^\d{4}-\d\d-\d\d$|^q[1-4]\b"
    r"|^(?:(?:with )?immediate(?:ly| effect)?|ongoing|tbc"
    r"|(?:by |from |(?:the )?end(?: of)? |mid[- ])*"
    r"(?:spring|summer|autumn|winter)? ?20\d\d)$"
    r"|^(?:(?:week|month|quarter|year)ly|annually|(?:once|twice) (?:a|each) \w+|every \w+)\b"
    r".{0,24}$",
    re.I,
)
_STATUS_WORDS = (
    r"(?:partly |partially |not (?:yet )?|under)?(?:red|amber|green|blue|completed?|closed|open"
    r"|on[ -](?:track|course|target|schedule|hold)|started|begun|in progress|delayed|late"
    r"|at risk|off[ -](?:track|target)|done|overdue|superseded|implemented|ongoing|achieved|met|due"
    r"|under ?way|way|missed|paused|slipping|slipped|stopped|behind(?: schedule)?"
    r"|withdrawn|rejected|accepted(?: in part)?)"
)
_CHIP = re.compile(
    r"(?:new|continuing|delivered|finished|planned|revised|extended|merged|updated|live|not met)",
    re.I,
)
_STATUS = re.compile(rf"^{_STATUS_WORDS}\b.{{0,24}}$", re.I)
_STATUS_FIRST = re.compile(rf"^{_STATUS_WORDS}(?=\s?[.,;:(]|\s[–—-]\s|$)", re.I)
_SOMEBODY = re.compile(
    r"\b(?:head|director|manager|officer|lead|co-?ordinator|chief|commissioner|chair|supt"
    r"|superintendent|insp|inspector|sergeant|sgt|constable|acc|dcc|cllr|councillor|mrs?|ms|dr|team|unit"
    r"|department|council|police|board|partnership|service|advis[eo]r|analyst|champion|nurse)\b",
    re.I,
)
TIME = (
    r"(?:(?:by|before|no later than|end of|end|early|mid|late|next|now|ongoing|immediately|asap)\b"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z]|\d{1,2}/|Q[1-4]\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec|Spring|Summer|Autumn|Winter|January|February|March|April|June|July|August|September"
    r"|October|November|December)\b)[^,;]{0,30}"
)
"""How a day or a time begins where minutes set one behind a name."""

#: "May" in capitals is a month: "Response (May 2024)".
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|should|must|(?-i:may)|can|be|been)\b", re.I
)
_MANY = re.compile(r"(?:Officers|Members|Agencies|Authorities|Partners|Teams|Forces)\b")
_SMALL = 3  # letters of words that a name may have in small letters


def is_date(text: str) -> bool:
    """Whether a value is a date or a time by which something is due."""
    return _DATE.search(text) is not None


def is_status(text: str) -> bool:
    """Whether a value is a status, with a few words more at most."""
    return _STATUS.search(text) is not None


def is_chip(text: str) -> bool:
    """Whether a word set beside a title says how the entry stands: "Slipping", "NEW"."""
    return is_status(text) or _CHIP.fullmatch(text) is not None


def is_bare_chip(text: str) -> bool:
    """Whether a word or two are a status and nothing else: "On track", not "Complete the work"."""
    return re.fullmatch(_STATUS_WORDS, text, re.I) is not None or bool(_CHIP.fullmatch(text))


def begins_with_status(text: str) -> bool:
    """Whether running text begins with a status and a mark: "On course. 263 homes done."."""
    return _STATUS_FIRST.search(text) is not None


def is_somebody(text: str) -> bool:
    """Whether a value names a post, a rank or a body."""
    return _SOMEBODY.search(text) is not None


def is_in_capitals(text: str) -> bool:
    """Whether a value is written like a name: each word in capitals but small ones, "of", "the"."""
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", text) if len(w) > _SMALL and w != "with"]
    return bool(words) and all(w[0].isupper() for w in words)


def says_something(text: str) -> bool:
    """Whether words have a verb, so that they are no name of a field, a post or a person."""
    return _VERB.search(text) is not None


def names_who(value: str) -> bool:
    """Whether a value is written like a post or a name, and is neither many nor a sentence."""
    return is_in_capitals(value) and not _MANY.match(value) and not says_something(value)


def name_of_note(text: str) -> str:
    """Give a name for what stands behind an entry's fields without one."""
    return "Status" if begins_with_status(text) else "Note"
