"""Which entries leave a field empty: "which actions have no deadline"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.register.entries import Register
from assistant.types import Condition
from ingest.types import Field, Item

_ROLES = (
    ("date", r"(?:due |target |completion |end )?(?:dates?|deadlines?|timescales?|due dates?)"),
    ("status", r"(?:rag |current )?(?:status(?:es)?|ratings?|rag)"),
    ("update", r"(?:progress |latest )?(?:updates?|progress|responses?|comments?)"),
)
_LACKING = (
    r"(?:(?:has|have|had|with|show\w*|giv\w+|got) no|without(?: an?| any)?|lack(?:s|ing)?(?: an?)?"
    r"|missing(?: an?)?|no|(?:do|does|did)(?: not|n['’]t) (?:yet )?have(?: an?| any)?"
    r"|(?:has|have)(?: not|n['’]t) (?:yet )?(?:got |been given )?(?:an?|any)?)"
)
_NOT_GIVEN = (
    r"(?:is|are|was|were)(?:n['’]t| not) (?:yet )?(?:given|set|stated|told|agreed)"
    r"|(?:is|are) (?:blank|missing|empty)"
)
_BLANK = re.compile(
    r"^\W*(?:n/?a|not applicable|none|tb[acd]|to be (?:agreed|confirmed|set))?\W*$", re.I
)


def blank_conditions(question: str, register: Register) -> list[Condition]:
    """Give the conditions that fields are empty, as a question demands; else none.

    An entry of a register without such a column cannot be judged and is not counted.
    """
    roles = [role for role, nouns in _ROLES if _pattern(nouns).search(question)]
    return [_without(role, register) for role in roles]


def _without(role: str, register: Register) -> Condition:
    def own(item: Item) -> Sequence[Field]:
        return register.fields_of(item, role)

    return Condition(
        f"without a {role}",
        lambda item: bool(own(item)) and all(_BLANK.match(f.value) for f in own(item)),
        lambda item: bool(own(item)),
        ("owner", role),
    )


def without_blanks(question: str) -> str:
    """Give a question without what it demands to be empty, which says nothing else."""
    for _, nouns in _ROLES:
        question = _pattern(nouns).sub(" ", question)
    return question


def _pattern(nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_LACKING} {nouns}\b(?! (?:of|in|on|by|before) \d)|\b{nouns} (?:{_NOT_GIVEN})\b", re.I
    )
