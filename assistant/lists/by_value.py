"""Narrows entries by a value that a question names: of a priority, a force or a theme."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.lists.chosen import Chosen
from assistant.question.understand import CONTEXT
from assistant.register.directions import tells_direction
from assistant.register.entries import Register
from assistant.types import Question
from assistant.wording.english import is_common

_EVERYDAY = 1500  # places in the list of English words
_TARGET = re.compile(
    r"\b(?:met|meet\w*|hit\w*|reach\w*|achiev\w*|miss\w*|fail\w*|short of)\b.{0,40}\btargets?\b"
    r"|\btargets? (?:was|were|is|are|been|not)\b.{0,12}\b(?:met|hit|reached|achieved|missed)\b",
    re.I,
)
_MISSED = re.compile(r"\b(?:miss\w*|fail\w*|short of|not|never)\b|n['’]t\b", re.I)
_MET = re.compile(r"^\W*(?:targets? )?(?:met|hit|achieved|reached|on target)\W*$", re.I)
_YES = frozenset({"yes", "y", "met", "achieved", "hit", "reached"})
_NO = frozenset({"no", "n", "not met", "missed", "not achieved", "not reached", "failed"})
_BOTH = re.compile(r"\band (?:which|what|who|how many)\b|\bor not\b", re.I)
_LONGEST_VALUE = 5  # words of a value that a question may name


def by_target(question: Question, chosen: Chosen) -> Chosen:
    """Keep the entries that met their target, or missed it, where a field "Met?" says so."""
    asked = _TARGET.search(question.text)
    told = [(i, f.value.lower()) for i in chosen.items for f in i.fields if _MET.match(f.name)]
    told = [(i, value.strip(" .")) for i, value in told]
    if asked is None or _BOTH.search(question.text):
        return chosen
    if not any(value in _YES or value in _NO for _, value in told):
        return chosen
    missed = _MISSED.search(question.text) is not None
    kept = [i for i, value in told if value in (_NO if missed else _YES)]
    return chosen.narrowed(kept, f"that {'did not meet' if missed else 'met'} the target")


def by_value(question: Question, chosen: Chosen, register: Register) -> Chosen:
    """Keep the entries that have, in a field, a value that a question names."""
    # A status that means something is a condition already; one of a document's own is a value.
    roles = {"other", "measure", "group", *([] if "status" in chosen.said else ["status"])}
    values = [
        (f.name, f.value)
        for i in chosen.items
        for f in i.fields
        if register.role(f) in roles and not tells_direction(f)
    ]
    texts = (CONTEXT.sub("", question.text), question.text)  # a follow-up's own value first
    found = ([v for v in values if _is_named(*v, text)] for text in texts)
    named: list[tuple[str, str]] = next(filter(None, found), [])
    if not named or chosen.said.startswith("under"):
        return chosen
    name, longest = max(dict.fromkeys(named), key=lambda n: len(n[1]))
    own = [value for n, value in dict.fromkeys(named) if n == name]
    own = [v for v in own if v == longest or v.lower() not in longest.lower()]
    told = {v.lower() for v in own}
    denied = any(
        re.search(rf"\bnot (?:\w+ )?{re.escape(v)}(?!\w)", question.text, re.I) for v in own
    )
    kept = [i for i in chosen.items if (f := i.field(name)) and (f.value.lower() in told) != denied]
    said = " or ".join(f"“{value}”" for value in own)
    return chosen.narrowed(kept, f"with {name.strip(': ')} {'not ' if denied else ''}{said}")


def _is_named(name: str, value: str, question: str) -> bool:
    words = value.split()
    if value.lower() in ("yes", "no"):
        return bool(re.search(rf"\b(?:marked|rated|shown as) {value}\b", question, re.I))
    if not 0 < len(words) <= _LONGEST_VALUE or not re.search(r"[A-Za-z]{3}", value):
        return False
    own = re.escape(value)
    forms = [rf"(?<!\w){own}(?!\w)"]
    if _is_everyday(words):  # only where it is said of something, or beside its field's name
        field = re.escape(name.strip(": "))
        forms = [
            rf"(?<!\w)(?:are|is|marked|rated|status|with) (?:\w+ )?{own}(?!\w)",
            rf"(?<!\w){own}(?: or \w+)? {field}(?!\w)",
            rf"(?<!\w){field}(?: is| of|:)? (?:\w+ or )?{own}(?!\w)",
        ]
    return any(re.search(form, question, re.IGNORECASE) for form in forms)


def _is_everyday(words: Sequence[str]) -> bool:
    """Whether a value is one common word, which a question may have by chance: "New"."""
    return len(words) == 1 and is_common(words[0].lower(), _EVERYDAY)
