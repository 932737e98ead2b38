"""Puts right a question that takes an entry to stand otherwise than its document says."""

from __future__ import annotations

import re

from assistant.drafts import Said, line_sources
from assistant.register.entries import Register
from assistant.types import Question
from assistant.wording.phrases import field_sentence
from assistant.wording.statuses import asked_statuses, meaning, status_told
from ingest.types import Field, Item

#: Words that take what follows for granted: "Why did they accept …", "Since 12 was withdrawn, …".
_GRANTED = re.compile(r"^\W*(?:why|how come|since|now that|given that|seeing that|after)\b", re.I)
_DECISIONS = frozenset({"accepted", "rejected"})
_UNDER_WAY = frozenset(
    {"in progress", "not started", "late", "red", "amber", "at risk", "open", "on track", "on hold"}
)
#: For each status taken for granted, those that it cannot be beside.
_AGAINST = {
    "accepted": frozenset({"rejected"}),
    "rejected": frozenset({"accepted", "in part"}),
    "withdrawn": frozenset({"complete", "green", *_UNDER_WAY}),
    "complete": frozenset({"withdrawn", *_UNDER_WAY}),
    "late": frozenset({"complete", "on track", "green"}),
}


def contradicted(question: Question, item: Item, register: Register) -> Said | None:
    """Give what says that an entry stands otherwise than a question takes for granted."""
    if not _GRANTED.match(question.text):
        return None
    clause = re.split(r",\s", question.text, maxsplit=1)[0]
    for asked in asked_statuses(clause):
        against = _AGAINST.get(asked.meaning, frozenset()) if not asked.denied else frozenset()
        told = [(field, value) for field in item.fields if (value := _told(field, register))]
        now = [one for one in told if meaning(one[1])]
        if asked.meaning not in _DECISIONS:
            now = now[-1:]
        for field, value in now:
            if meaning(value) in against and asked.word.lower() not in field.value.lower():
                text = f"No: {field_sentence(item, field, value)}"
                return Said(text, line_sources(item, [field]))
    return None


def _told(field: Field, register: Register) -> str:
    role = register.role(field)
    if role == "status":
        return field.value
    return status_told(field.value) if role == "update" else ""
