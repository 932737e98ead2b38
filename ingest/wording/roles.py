"""What the columns and labelled lines of registers are for, by the names documents give them.

The document's own name is always kept; the role only says which questions it can answer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from ingest.wording.periods import periods
from ingest.wording.values import is_date

ColumnRole = Literal[
    "identifier", "text", "owner", "status", "date", "update", "measure", "group", "other"
]

TOLD_OF_ENTRIES: tuple[ColumnRole, ...] = ("owner", "date", "status")
"""What registers tell of their entries: who, when and how far."""

TITLE = "Entry"
"""The column of entries' own words where a card or a box shows them without a name."""

#: A role's names as patterns over a whole header in lower case; the first that fits decides.
_NAMES: tuple[tuple[ColumnRole, str], ...] = (
    (
        "identifier",
        r"(?:ref(?:erence)?(?: no\.?| number)?|no\.?|number|nr|#|id|item(?: no\.?| number)?"
        r"|(?:action|rec(?:ommendation)?|objective|milestone) (?:no\.?|number|ref(?:erence)?|id)"
        r"|code|s/?n|serial)",
    ),
    (  # who it was, beside who it is
        "other",
        r"(?:original|previous|former|old|first) (?:owner|lead)\w*"
        r"|(?:owner|lead)\w* (?:in (?:the )?plan|at (?:approval|start)|before|was|originally"
        r"|\((?:was|original|previous|before|in plan)\))",
    ),
    ("date", r"(?:to be )?(?:completed?|finished|done|delivered|in place) by(?: date)?"),
    (
        "status",
        r".*\b(?:open (?:or|/) ?closed|b?rag\w*|status|rating|complete[d]?\??|state|confidence"
        r"|assessment|on track\??)\b.*",
    ),
    (
        "update",
        r".*\b(?:position|progress|update|response|comment\w*|outcome to date|narrative|commentary"
        r"|what (?:has )?happened|what (?:we|they) (?:did|have done)|why (?:it is )?late"
        r"|what (?:we|they|inspectors|the [\w ]{3,30}) (?:found|saw)"
        r"|where we are|achieved|evidence|actions? taken|latest|next steps?)\b.*|notes?|under “.*”"
        r"|follow[- ]up(?: (?:findings?|comments?|notes?|position))?",
    ),
    (
        "date",
        r"by|(?:\w+ ){0,2}(?:due|done|complet\w+|finish\w*|need(?:ed)?|required?|expected|achieved?"
        r"|target|start(?:ed)?|end|ready|wanted|live|open(?:ed)?|resolved?|review(?:ed)?|report"
        r"|submit(?:ted)?|respon[sd]e?|reply|deliver|implement|publish|date|in place) by|finish"
        r"|.*\b(?:date|deadline|due|by when|timescale\w*|timeline|timeframe|when|timing"
        r"|completion|quarter|milestone date|review)\b.*",
    ),
    (
        "owner",
        r".*\b(?:owner\w*|leads?|lead officer|(?:led|owned|held|run|managed|overseen|reported"
        r"|action(?:ed)?|delivered|undertaken|implemented|taken forward|monitored|measured"
        r"|checked) by"
        r"|responsib\w+|accountab\w+|sro|sponsor\w*|who"
        r"|manager|head of|department|directorate|officer|agency|agencies|organisation|assigned"
        r"|delivery partner\w*|portfolio|champion|post ?holder|by whom|contact)\b.*",
    ),
    ("text", r"(?:the )?risks?(?: description| title| event)?|description of (?:the )?risk"),
    (
        "measure",
        r".*\b(?:measures?|baseline|targets?|kpi|indicator\w*|metric\w*|success|output\w*|cost\w*"
        r"|budget|funding|resource\w*|risk\w*|priority|impact|benefit\w*|value|unit)\b.*",
    ),
    (
        "text",
        r".*\b(?:action\w*|recommend\w*|deliverable\w*|delivery|objective\w*|milestone\w*"
        r"|commitment\w*|task\w*|activit\w+|initiative\w*|description|what"
        r"|we (?:will|said|promised|pledged)|detail\w*"
        r"|requirement\w*|practice\w*|step\w*|decision\w*|pledge\w*|aim\w*|outcome\w*|project"
        r"|programme|issue\w*|finding\w*|goal\w*|subject)\b.*",
    ),
)
_LONGEST_NAME = 12  # words: what is longer says something
_COMPILED = tuple((role, re.compile(f"^(?:{pattern})$")) for role, pattern in _NAMES)
#: Names that are over days in one register and over names in another.
_EITHER = re.compile(
    r"^(?:action(?:ed)?|delivered|implemented|undertaken|completed?|taken forward|reported) by$",
    re.I,
)

#: A day in one register and a figure in another.
_AIMED = re.compile(r"^(?:revised |new )?target$", re.I)

#: "Q3", over the day in it by which something is due.
_QUARTER = re.compile(r"^(?:Q[1-4]|quarter [1-4]|[1-4](?:st|nd|rd|th) quarter)\b.{0,9}$", re.I)


def role_told(name: str, value: str) -> ColumnRole:
    """Give what a field is for; "Implemented by" is when or who, "Target" when or how much."""
    if value and _AIMED.match(name.strip(" :")):
        return "date" if is_date(value.rstrip(".")) else "measure"
    if value and _QUARTER.match(name.strip(" :")):
        return "date" if is_date(value) else "other"
    if value and _EITHER.match(name.strip(" :")):
        return "date" if is_date(value) or periods(value) else "owner"
    return role_of(name)


@lru_cache(maxsize=4096)
def role_of(name: str) -> ColumnRole:
    """Give what a column of that name is for; `other` where the name does not say, or is none."""
    if len(name.split()) > _LONGEST_NAME:
        return "other"
    text = re.sub(r"\s+", " ", name).strip().strip(":").lower()
    return next((role for role, pattern in _COMPILED if pattern.match(text)), "other")


def is_header_name(text: str) -> bool:
    """Whether a cell reads like a column's name: short and of a known role."""
    if text.count("(") != text.count(")"):
        return False  # part of a sentence: "… in every ward (Lead"
    return 0 < len(text) <= 48 and len(text.split()) <= 7 and role_of(text) != "other"
