"""Keeps the entries of one meeting, or of one item of its agenda, where minutes list them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.lists.chosen import Chosen
from assistant.question.document_names import GENERIC, body_met, words_of
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item
from ingest.wording.periods import Period, periods, read_period

#: "The anti-social behaviour item", "under item 5".
_ITEM = re.compile(
    r"\b(?:under|from|out of|for|on|at|in)\s+(?:the\s+)?(?:agenda\s+)?item\s+(?P<number>\d{1,2})\b"
    r"|\b(?:the|on|from|of)\s+(?P<words>(?:[\w’'-]+\s+){1,6}?)(?:agenda\s+)?item\b",
    re.I,
)
_MET = re.compile(
    r"\b(?:c[oa]me (?:out of|from|away)|arose|arising|set|recorded|agreed|given|made|minuted)"
    r" .{0,60}\b(?:meeting|board|committee|panel|minutes)\b",
    re.I,
)
#: Before a month, when a meeting is not the one whose entries are asked for.
_AROUND = re.compile(r"\b(?:after|since|before|until|following|due|by)\s+(?:the\s+)?$", re.I)
_NUMBER = re.compile(r"^\W*(?P<number>\d{1,2})\b")


def by_meeting(question: str, chosen: Chosen, library: Library) -> Chosen:
    """Keep the entries of the meeting, and of the item, that a question speaks of."""
    documents = {i.document for i in chosen.items}
    infos = [library.document(d).info for d in documents]
    if len(infos) != 1 or infos[0].kind != "minutes":
        return chosen
    if not body_met(question) <= words_of(infos[0]):
        return chosen
    kept, said = list(chosen.items), []
    for asked in _months(question, chosen.items):
        held = [i for i in kept if any(_within(p, asked) for p in _told(i, asked.first.year))]
        if 0 < len(held) < len(kept):
            kept = held
            said.append(f"of the meeting in {asked.first:%B %Y}")
    own = read_period(infos[0].date or infos[0].as_of)
    met = _MET.search(question)
    if met and not said and (own is None or all(_within(own, p) for p in _of(question, own))):
        said.append("of that meeting")
    item = _ITEM.search(question)
    if item:
        held = [i for i in kept if any(_is_item(h, item) for h in i.section)]
        if held:
            kept = held
            said.append("of that item")
    return chosen.narrowed(kept, " ".join(said)) if said else chosen


def _months(question: str, items: Sequence[Item]) -> list[Period]:
    """Give the months that a question names; without a year they are of the entries' headings."""
    years = [p.last.year for i in items for h in i.section for p in periods(h)]
    named = periods(question, max(years)) if years else []
    return [p for p in named if not _AROUND.search(question[: p.at])]


def _of(question: str, own: Period) -> list[Period]:
    return periods(question, own.last.year)


def _told(item: Item, year: int) -> list[Period]:
    return [p for heading in item.section for p in periods(heading, year)]


def _within(told: Period, asked: Period) -> bool:
    return asked.first <= told.first and told.last <= asked.last


def _is_item(heading: str, item: re.Match[str]) -> bool:
    if item["number"]:
        own = _NUMBER.match(heading)
        return own is not None and own["number"] == item["number"]
    words = {w for w in item["words"].lower().split() if w not in GENERIC}
    asked = {t for w in words for t in tokenise(w)}
    return bool(asked) and asked <= set(tokenise(heading))
