"""Which way an entry's score has moved, where a register has a column for it: up, down, level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Condition
from ingest.types import Field, Item

_COLUMN = re.compile(r"^(?:direction|trend|movement)\b|\bdirection of travel\b", re.I)
_MOVED = r"\b(?:went|gone|go|goes|going|moved?|moving|came|come)"
_HAS = r"\b(?:have|has|had|are|is|was|were|been|that|which)\s+(?:\w+ly\s+)?(?:been\s+)?"
_WAYS = (
    (
        "up",
        rf"{_MOVED} up\b|{_HAS}(?:increas(?:ed|ing)|ris(?:en|ing)|rose)\b",
        r"^(?:up\b|[↑▲⬆]|increas|ris)",
    ),
    (
        "down",
        rf"{_MOVED} down\b|{_HAS}(?:decreas(?:ed|ing)|fall(?:en|ing)|fell)\b",
        r"^(?:down\b|[↓▼⬇]|decreas|fall)",
    ),
    ("worse", rf"{_HAS}worsen(?:ed|ing)\b|\bgot(?:ten)? worse\b", r"^(?:wors|deteriorat)"),
    ("better", rf"{_HAS}improv(?:ed|ing)\b|\bgot(?:ten)? better\b", r"^(?:better|improv)"),
    (
        "level",
        rf"{_HAS}unchanged\b|\bstayed (?:the same|level)\b|\b(?:no|not) (?:change|moved?)\b",
        r"^(?:level\b|same\b|stable|static|steady|unchanged|no change|[→↔⇔])",
    ),
)
_FIELDS = ("owner", "status")
_PATTERNS = tuple((w, re.compile(asked, re.I), re.compile(told, re.I)) for w, asked, told in _WAYS)


def moved(question: str, pool: Sequence[Item]) -> tuple[Condition, str] | None:
    """Give the condition that entries have moved as a question demands, and the words that say so.

    None where it demands none, or no entry is told by such a direction. What is better or worse
    is told by those words only: up is good for a share and bad for a risk.
    """
    found = ((w, m, told) for w, asked, told in _PATTERNS if (m := asked.search(question)))
    way = next(found, None)
    if way is None:
        return None
    name, said, told = way

    def holds(item: Item) -> bool:
        return any(told.search(f.value.strip()) for f in _directions(item))

    if name in ("worse", "better") and not any(map(holds, pool)):
        return None
    if not any(map(_directions, pool)):
        return None
    condition = Condition(
        f"whose direction is “{name}”", holds, lambda item: bool(_directions(item)), _FIELDS
    )
    return condition, said.group()


def tells_direction(field: Field) -> bool:
    """Whether a field is that of a column for the way in which a score has moved."""
    return _COLUMN.search(field.name.strip()) is not None


def _directions(item: Item) -> list[Field]:
    return [f for f in item.fields if f.value and tells_direction(f)]
