"""Keeps the entries that an edition added to its work, or whose owner or date it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.lists.chosen import Chosen
from assistant.register.conditions import Conditions
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.types import Question
from ingest.types import Item
from ingest.wording.identifiers import NOUNS

_NEW = re.compile(
    r"\b(?:(?:are|is|was|were|been) (?:newly )?(?:new|added|introduced)\b"
    rf"|\bnew ones\b|(?:new(?:ly added)?|fresh) (?:{'|'.join(sorted(NOUNS))})s?\b)",
    re.I,
)
#: "Which have a new lead", "whose dates have moved".
_CHANGED = re.compile(
    r"\b(?:new|different|another|changed?|change of|revised|later)\s+(?:\w+\s+)?"
    r"(?P<what>leads?|owners?|dates?|deadlines?)\b"
    r"|\b(?P<whose>leads?|owners?|dates?|deadlines?)\b.{0,40}"
    r"\b(?:changed|moved|slipped|put back|pushed back|revised|extended|different|replaced)\b"
    r"|\b(?P<hands>chang(?:ed|ing) hands)\b",
    re.I,
)
#: What a meeting itself agreed, not what it was told of.
_CAME_OUT = re.compile(
    r"\bc[oa]me (?:out of|from|away)\b|\b(?:recorded|set|agreed|given|made) (?:at|by|on|in)\b", re.I
)
_OLD = re.compile(
    r"\b(?:brought|carried) (?:forward|over)|\b(?:older|earlier|previous|outstanding from)\b", re.I
)
#: Headings over what was agreed before a meeting.
_BROUGHT = re.compile(
    r"\b(?:brought forward|carried (?:forward|over)|(?:previous|outstanding) actions|action tracker"
    r"|actions? from (?:the )?(?:last|previous|earlier))\b",
    re.I,
)


class ByChange:
    """Compares entries with the edition before theirs."""

    def __init__(self, register: Register, history: History, conditions: Conditions) -> None:
        self._register = register
        self._history = history
        self._conditions = conditions

    def is_asked(self, question: str, pool: Sequence[Item], *, named: bool) -> bool | None:
        """Whether new or changed entries are asked for; None where the wording leaves it open.

        `named` says whether the question calls entries by their name: only then new ones are.
        """
        role = _changed_role(question)
        if role:
            return bool(self._history.changed(self._history.latest(pool), role))
        if named and _NEW.search(question):
            return self._history.has_earlier({i.document for i in self._with_later(pool)})
        return None

    def added(self, question: Question, chosen: Chosen) -> Chosen:
        """Keep the entries that are new in the latest edition of their work, or in minutes."""
        old = _OLD.search(question.text) is not None
        new = _NEW.search(question.text) is not None
        if old or new or self._of_one_meeting(question, chosen):
            said = "that are new" if new else "agreed there"
            apart = self._brought_apart(chosen, "brought forward" if old else said, old=old)
            if apart:
                return apart
        return self._new(chosen) if new and not old else chosen

    def _of_one_meeting(self, question: Question, chosen: Chosen) -> bool:
        """Whether it is asked what came out of the meeting whose minutes have all the entries."""
        documents = {i.document for i in chosen.items}
        one = len(documents) == 1 and self._history.are_minutes(documents)
        return one and _CAME_OUT.search(question.text) is not None

    def _brought_apart(self, chosen: Chosen, said: str, *, old: bool) -> Chosen | None:
        """Keep what a meeting agreed, or what it brought forward; None where nothing tells."""
        brought = [i for i in chosen.items if any(map(_BROUGHT.search, i.section))]
        brought = brought or [i for i in chosen.items if i.table and self._is_reported_on(i)]
        if not 0 < len(brought) < len(chosen.items):
            return None
        kept = brought if old else [i for i in chosen.items if i not in brought]
        return chosen.narrowed(kept, said)

    def _is_reported_on(self, item: Item) -> bool:
        """Whether a meeting was told how an entry has got on since it was agreed."""
        roles = {self._register.role(f) for f in item.fields if f.value}
        return "update" in roles and self._history.are_minutes([item.document])

    def _new(self, chosen: Chosen) -> Chosen:
        told = [i for i in chosen.items if self._conditions.is_called_new(i)]
        if told:
            return chosen.narrowed(told, "that are new")
        if self._history.are_minutes({i.document for i in chosen.items}):
            return chosen.narrowed(chosen.items, "that are new")  # none is brought forward
        if not self._history.has_earlier({i.document for i in chosen.pool}):
            added = self._history.added(self._with_later(chosen.items))
            return chosen.narrowed(added, "new since that edition") if added else chosen
        return chosen.narrowed(self._history.added(chosen.items), "new since the edition before")

    def changed(self, question: Question, chosen: Chosen) -> Chosen:
        """Keep the entries whose owner or date is another than in the edition before."""
        role = _changed_role(question.text)
        if not role:
            return chosen
        kept = self._history.changed(self._history.latest(chosen.items), role)
        said = f"with a new {role} since the edition before"
        return chosen.narrowed(kept, said) if kept else chosen

    def _with_later(self, items: Sequence[Item]) -> list[Item]:
        """Give entries with those of like name in the other editions of their works.

        What was added to a plan stands in the reports on it.
        """
        own, labels = {i.document for i in items}, {i.label for i in items}
        kin = {k for d in own for k in self._history.kin(d)} - own
        more = (e for e in self._register.entries if e.document in kin and e.label in labels)
        return [*items, *more]


def _changed_role(text: str) -> str:
    """Give what is asked to have changed: "owner" or "date"; empty where nothing is."""
    found = _CHANGED.search(text)
    if found is None:
        return ""
    what = (found["what"] or found["whose"] or "owner").lower()
    return "date" if what.startswith(("date", "deadline")) else "owner"
