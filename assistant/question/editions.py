"""Which edition of a work a question means: the draft, the final plan, the version of June 2016."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.wording.cues import HISTORY
from ingest.about.versions import Family
from ingest.types import DocumentInfo
from ingest.wording.periods import Period, periods, read_period

_SORT = (
    r"(?:strategy|reports?|updates?|documents?|plans?|polic(?:y|ies)|reviews?|minutes|trackers?"
    r"|drafts?|papers?|versions?|editions?|statements?|one|return|rules|guidance|guidelines?"
    r"|procedures?|wording)"
)
_DRAFT = re.compile(
    rf"\b(?:the|this|that|our|their|in) (?:\w+ ){{0,3}}?(?:consultation )?draft\b(?! of an?\b)"
    rf"|\bdraft (?:[\w-]+ ){{0,4}}?{_SORT}\b|\bdrafts? (?:and|to|or|vs) (?:the )?final\b",
    re.I,
)
_FINAL = re.compile(rf"\bfinal(?:ised)? {_SORT}\b|\bfinal\b(?= and\b|\W*$)", re.I)
_REPORT = re.compile(
    r"\b(?:progress|quarterly|quarter \d|q\d|monitoring|interim|follow-up|mid-?year"
    r"|half-?year(?:ly)?|six-?month(?:ly)?|year (?:one|two|three|\d))"
    r" (?:\w+ )?(?:report|update|page|summary|paper)\b"
    r"|\b(?:in|from|of|per|by|to) the (?:latest |new |[\w’'-]+ ){0,3}?update\b(?! (?:of|to|on)\b)",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:original|first|initial) (?:[\w-]+ ){0,2}?"
    r"(?:strategy|plan|policy|version|document|register|list|tracker|log|table)\b"
    r"|\b(?:as|when) (?:it was )?(?:first|originally) (?:published|approved|adopted|agreed|set)\b"
    r"|\bwhen (?:the|this|that|our) (?:\w+ )?(?:plan|strategy|register) was (?:\w+ )?"
    r"(?:published|approved|adopted|agreed|launched|written)\b"
    r"(?!.*\band\b.*\b(?:now|today|since|later|update|report|by (?:\w+ ){0,3}20\d\d)\b)"
    r"|\bthe (?:approved|adopted|published|agreed) (?:[\w’'-]+ ){0,7}?(?:strategy|plan)\b",
    re.I,
)
_NEWEST = re.compile(rf"\b(?:current|latest|newest|most recent|newer|new|updated) {_SORT}\b", re.I)
_OLDEST = re.compile(
    r"\bfirst (?:published|issued|approved|adopted)\b"
    rf"|\b(?:previous|oldest|older|old|earlier|superseded|former) (?:{_SORT}\b|of the two\b)",
    re.I,
)
_BEFORE_DATE = re.compile(
    rf"\b(?:{_SORT}|that)\s+"
    r"(?:(?:of|from|for|dated|in force(?: from| since)?|published(?: in)?)\s+)"
    r"(?:the\s+)?$"
    r"|\bin force (?:from|since|at|of)\s+$",
    re.I,
)
_AT_DAY = re.compile(r"\b(?:(?:as )?(?:at|of)|on|by)\s+(?:the\s+)?$", re.I)
_AFTER_DATE = re.compile(rf"^\s+(?:[\w’'-]+\s+){{0,4}}?{_SORT}\b", re.I)


class Editions:
    """Tells the editions of each work apart by what people call them."""

    def __init__(self, documents: Sequence[DocumentInfo], families: Sequence[Family]) -> None:
        self._infos = {d.name: d for d in documents}
        self._families = tuple(families)

    def meant(self, question: str, found: Collection[str]) -> set[str]:
        """Give the documents found, of each work only the editions that are meant.

        Where no document was found, an edition that only one work has is found by itself.
        """
        named = set(found)
        chosen = {f.members: self._of(question, f) for f in self._families}
        for members, own in chosen.items():
            if own and named & set(members):
                named = (named - set(members)) | own
        if not named:
            hits = [f for f in self._families if chosen[f.members]]
            dated = [f for f in hits if self._dated(question, f)]
            alone = dated if len(dated) == 1 else hits
            return chosen[alone[0].members] if len(alone) == 1 else named
        return named

    def several(self, question: str) -> bool:
        """Whether a question sets editions of one work beside each other."""
        return any(len(self._of(question, f)) > 1 for f in self._families)

    def _of(self, question: str, family: Family) -> set[str]:
        """Give the editions of a work that a question names; none where it spans them."""
        if HISTORY.search(question):
            return set()
        drafts = {m for m in family.members if self._is_draft(m)}
        reports = family.reports
        plans = set(family.members) - reports
        final = [m for m in family.members if m in plans - drafts]
        own: set[str] = set()
        if _DRAFT.search(question):
            own |= drafts
        if drafts and final and _FINAL.search(question):
            own.add(final[-1])
        if _REPORT.search(question):
            own |= reports
        if reports and _PLAN.search(question):
            own |= plans
        if _NEWEST.search(question):
            own.add(family.newest)
        if _OLDEST.search(question):
            own.add(family.members[0])
        return own | self._dated(question, family)

    def _is_draft(self, name: str) -> bool:
        info = self._infos[name]
        told = f"{info.version} {info.title} {info.name}"
        return bool(re.search(r"draft|consultation", told, re.I))

    def _dated(self, question: str, family: Family) -> set[str]:
        """Give the editions of the dates that stand beside "plan", "version" and the like."""
        named = [self._of_period(question, family, period) for period in periods(question)]
        own = {m for members in named for m in members}
        apart = all(len(members) < len(family.members) for members in named)
        return own if apart else set()

    def _of_period(self, question: str, family: Family, period: Period) -> set[str]:
        """Give the editions of one date, where it stands beside what names an edition."""
        if _names_edition(question, period):
            return {m for m in family.members if self._is_of(m, period)}
        if _AT_DAY.search(question[: period.at]):
            return {m for m in family.members if self._tells_day(m, period)}
        return set()

    def _tells_day(self, name: str, asked: Period) -> bool:
        """Whether a document says how things stood on the very day asked about."""
        told = read_period(self._infos[name].as_of)
        return told is not None and (told.first, told.last) == (asked.first, asked.last)

    def _is_of(self, name: str, asked: Period) -> bool:
        info = self._infos[name]
        told = (read_period(text) for text in (info.date, info.as_of))
        return any(t and t.first <= asked.last and asked.first <= t.last for t in told)


def undated(question: str) -> str:
    """Give a question without the dates that name editions: "the version of 2019"."""
    for period in reversed(periods(question)):
        if _names_edition(question, period):
            question = f"{question[: period.at]} {question[period.stop :]}"
    return question


def _names_edition(question: str, period: Period) -> bool:
    """Whether a date stands beside what names an edition: "the version of 2019"."""
    before, behind = question[: period.at], question[period.stop :]
    return bool(_BEFORE_DATE.search(before) or _AFTER_DATE.match(behind))
