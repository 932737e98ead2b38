"""One entry told over the editions of its work: how it stands now, and what it was before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.drafts import (
    Draft,
    Said,
    row_sources,
    shown,
    stands_apart,
    whole_sources,
    wording_source,
)
from assistant.register.history import History, has_field
from assistant.types import Question
from assistant.wording import cues
from assistant.wording.phrases import capital
from ingest.types import Field, Item
from ingest.wording.periods import periods
from ingest.wording.roles import role_told

About = Callable[[Item, Question], Draft]

_OF_ONE_EDITION = ("owner", "measure")  # what a report may leave to its plan
_CHANGE = re.compile(
    r"\b(?:chang\w+|happen\w*|moved?|mov(?:es|ing)|became|become|histor\w+|differ\w*|replac\w+|still"
    r"|over time|evolv\w+|timeline|previous\w*|before|used to|originally|compar\w+|develop\w+"
    r"|amend\w+|revis\w+|took over|taken (?:over|on)|longer)\b",
    re.I,
)
_DIFFERS = re.compile(
    r"\bdiffer\w*|\bchang(?:ed?|es)\b|\b(?:has|have|did) .{0,80}\bmoved?\b"
    r"|\bbefore (?:that|them|him|her|it|then)\b|\bpreviously\b|\bused to\b|\boriginally\b",
    re.I,
)
_AT = r"\b(?:as (?:at|of)|back in|at the time of|position (?:at|in))\s+(?:the\s+)?"
_AS_AT = re.compile(_AT, re.I)
_BEFORE_DAY = re.compile(_AT + "$", re.I)


class Timeline:
    """Tells of an entry what a question asks, the newest edition first."""

    def __init__(self, history: History) -> None:
        self._history = history

    def told(self, items: Sequence[Item], question: Question, about: About) -> Draft | None:
        """Answer from the editions of one entry, the newest first; None where they are several.

        `about` answers the question for one edition.
        """
        editions = self._history.of_one(items)
        if editions is None:
            return None
        over_time = _DIFFERS.search(question.text) or cues.HISTORY.search(question.text)
        if question.documents and not over_time:
            editions = [e for e in editions if e.document in question.documents] or [items[0]]
        current = self._at_the_time(question, editions)
        editions = _telling(current, question)
        newest, older = editions[0], editions[1:]
        draft = about(newest, question)
        if not older:
            at = _AS_AT.search(question.text) or len(current) > 1
            first = self.dated(newest, draft.said[0]) if at else draft.said[0]
            return replace(draft, said=(first, *draft.said[1:]))
        said = [self.dated(newest, draft.said[0]), *draft.said[1:]]
        change = _CHANGE.search(question.text) or cues.HISTORY.search(question.text)
        asks_change = change is not None
        if asks_change:
            said.extend(self._whole(newest, said))
        for later, earlier in zip(editions, older, strict=False):
            said.extend(self._before(later, earlier, question, about, everything=asks_change))
        status = (
            "answered" if draft.status == "blank" and len(said) > len(draft.said) else draft.status
        )
        return Draft(status, tuple(said), tuple(shown(i) for i in editions))

    def _at_the_time(self, question: Question, editions: list[Item]) -> list[Item]:
        """Leave out what is later than the time that a question asks about."""
        asked = [p for p in periods(question.text) if _BEFORE_DAY.search(question.text[: p.at])]
        if not asked:
            return editions
        kept = [
            e
            for e in editions
            if (m := self._history.moment(e.document)) and m.first <= asked[-1].last
        ]
        return kept or editions[-1:]

    def dated(self, item: Item, said: Said) -> Said:
        """Give what is said of an entry with the edition that tells it and its time before it."""
        return Said(f"{capital(self._history.called(item.document))}: {said.text}", said.sources)

    def _whole(self, item: Item, said: Sequence[Said]) -> list[Said]:
        """Give the fields of an entry that are not said yet."""
        text = " ".join(s.text for s in said)
        rest = [f for f in item.fields if f.value and f.value not in text]
        apart = [f for f in rest if stands_apart(item, f)]
        row = "; ".join(f"{f.name.strip(': ')}: {f.value}" for f in rest if f not in apart)
        return [
            *([Said(row.rstrip(".") + ".", row_sources(item))] if row else []),
            *(Said(f"{f.name}: {f.value}", (wording_source(item, f.value, f),)) for f in apart),
        ]

    def _before(
        self, later: Item, earlier: Item, question: Question, about: About, *, everything: bool
    ) -> list[Said]:
        """Say what an entry was in the edition before: what is asked for, or all that changed."""
        name = self._history.called(earlier.document)
        changes = _changes(later, earlier)
        if everything:
            if not changes:
                return [Said(f"It is unchanged from {name}.", row_sources(earlier))]
            was = "; ".join(changes).rstrip(".")
            return [Said(f"Before, in {name}: {was}.", whole_sources(earlier))]
        now, then = about(later, question), about(earlier, question)
        if _core(now) == _core(then):
            own = then.said[0].sources or row_sources(earlier)
            return [Said(f"It was the same in {name}.", own)]
        told = ((_in_the_past(s.text), s.sources) for s in then.said[:2])
        return [Said(f"Before, in {name}: {text}", sources) for text, sources in told]


def _telling(editions: Sequence[Item], question: Question) -> list[Item]:
    """Leave out the editions that have no field of what is asked for, where others have one."""
    asked = [role for role in question.fields if role in _OF_ONE_EDITION]
    return [e for e in editions if has_field(e, asked)] or list(editions)


def _in_the_past(text: str) -> str:
    """Say of an edition that is replaced who had an entry then."""
    return re.sub(r"\bis (?=(?:owned|led) by\b)", "was ", text)


def _changes(later: Item, earlier: Item) -> list[str]:
    """Give what an earlier edition had otherwise, field by field."""
    found = []
    if later.text.rstrip(".") != earlier.text.rstrip("."):
        found.append(f"“{earlier.text.rstrip('.')}”")
    for field in earlier.fields:
        now = _answering(later, field)
        if field.value and (now is None or now.value != field.value):
            found.append(f"{field.name.strip(': ')}: {field.value}")
    return found


def _answering(item: Item, field: Field) -> Field | None:
    """Give the field of another edition that tells the same, by its name or what it is for."""
    role = role_told(field.name, field.value)
    same = item.field(field.name)
    if same or role == "other":
        return same
    return next((f for f in item.fields if role_told(f.name, f.value) == role), None)


def _core(draft: Draft) -> str:
    """Give what a draft says without what an entry is called, to compare two editions."""
    return " ".join(s.text.split(" – ", 1)[-1].split(") ", 1)[-1] for s in draft.said)
