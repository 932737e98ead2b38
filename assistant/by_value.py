"""Narrows entries by a value that a question names: of a priority, a force or a theme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.chosen import Chosen
from assistant.english import is_common
from assistant.question import CONTEXT
from assistant.register import Register
from assistant.types import Question

_EVERYDAY = 1500  # places in the list of English words
_LONGEST_VALUE = 5  # words of a value that a question may name


def by_value(question: Question, chosen: Chosen, register: Register) -> Chosen:
    """Keep the entries that have, in a field, a value that a question names."""
    # A status that means something is a condition already; one of a document's own is a value.
    roles = {"other", "measure", "group", *([] if "status" in chosen.said else ["status"])}
    values = [
        (f.name, f.value) for i in chosen.items for f in i.fields if register.role(f) in roles
    ]
    texts = (CONTEXT.sub("", question.text), question.text)  # a follow-up's own value first
    found = ([v for v in values if _is_named(v[1], text)] for text in texts)
    named: list[tuple[str, str]] = next(filter(None, found), [])
    if not named or chosen.said.startswith("under"):
        return chosen
    name, value = max(dict.fromkeys(named), key=lambda n: len(n[1]))
    kept = [i for i in chosen.items if (f := i.field(name)) and f.value.lower() == value.lower()]
    return chosen.narrowed(kept, f"with {name.strip(': ')} “{value}”")


def _is_named(value: str, question: str) -> bool:
    words = value.split()
    if not 0 < len(words) <= _LONGEST_VALUE or not re.search(r"[A-Za-z]{3}", value):
        return False
    said = r"(?:are|is|marked|rated|status|with) (?:\w+ )?" if _is_everyday(words) else ""
    named = rf"(?<!\w){said}{re.escape(value)}(?!\w)"
    return re.search(named, question, re.IGNORECASE) is not None


def _is_everyday(words: Sequence[str]) -> bool:
    """Whether a value is one common word, which a question may have by chance: "New"."""
    return len(words) == 1 and is_common(words[0].lower(), _EVERYDAY)
