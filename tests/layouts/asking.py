"""Making questions about a document, and verifying their answers against its truth."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from .model import Claim, Condition, Expected, Layout, Operator, Question, TrueItem

Fact = str | tuple[str, ...]
NEGATION = (
    "not ",
    "n't",
    "n’t",
    "no ",
    "no,",
    "no.",
    "no:",
    "no;",
    "cannot",
    "none",
    "nothing",
    "neither",
    "unable",
    "never",
)
BLANK = (*NEGATION, "blank", "empty")
MONTHS = {name: n for n, name in enumerate(calendar.month_name) if name}
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)


class More(TypedDict, total=False):
    """What a question may have besides."""

    must_not_include: tuple[str, ...]
    evidence: tuple[str, ...]
    set_answer: tuple[str, ...]
    count: int
    expected: Expected
    history: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class About:
    """The documents that questions are asked about."""

    layouts: tuple[Layout, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of their files."""
        return tuple(layout.stem for layout in self.layouts)

    @property
    def items(self) -> tuple[TrueItem, ...]:
        """All their entries."""
        return tuple(item for layout in self.layouts for item in layout.truth)

    def value(
        self,
        type: str,  # noqa: A002 - the key of a question's line
        question: str,
        name: str,
        field: str,
        *facts: Fact,
        **more: Unpack[More],
    ) -> Question:
        """Ask for one field of one entry; an empty `field` means all that is said of it."""
        found = self._named(name)
        said = "; ".join(f"{item.text}: {_said(item, field)}" for item in found)
        more.setdefault("evidence", tuple(item.text for item in found))
        claim = Claim("value", (name,), field)
        return self._make(type, question, f"{name}: {said}", _facts(facts), claim, more)

    def many(
        self,
        question: str,
        names: Sequence[str],
        *where: Condition,
        type: str = "list",  # noqa: A002
        **more: Unpack[More],
    ) -> Question:
        """Ask for all entries that satisfy the conditions."""
        found = [item for name in names for item in self._named(name)]
        more.setdefault("evidence", tuple(item.text for item in found))
        more.setdefault("set_answer", tuple(names))
        answer = f"{', '.join(names)}."
        facts = tuple((name, _start(found, name)) for name in names)
        if type == "count":
            number = len(names)
            more["count"] = number
            answer = f"{number}: {answer}"
            facts = ((str(number), NUMBERS[number]),)
        claim = Claim("set", tuple(names), "", where)
        return self._make(type, question, answer, facts, claim, more)

    def absent(self, question: str, name: str, **more: Unpack[More]) -> Question:
        """Ask for an entry that does not exist."""
        more.setdefault("expected", "no_such_item")
        claim = Claim("absent", (name,))
        return self._make(
            "no_such_item", question, f"There is no {name}.", (NEGATION,), claim, more
        )

    def empty(self, question: str, name: str, field: str, **more: Unpack[More]) -> Question:
        """Ask for a field that is left blank."""
        more.setdefault("expected", "blank")
        more.setdefault("evidence", tuple(item.text for item in self._named(name)))
        answer = f"{name} is listed, but its {field} is blank."
        claim = Claim("empty", (name,), field)
        return self._make("blank", question, answer, (BLANK,), claim, more)

    def prose(
        self,
        type: str,  # noqa: A002
        question: str,
        quote: str,
        *facts: Fact,
        **more: Unpack[More],
    ) -> Question:
        """Ask for what a paragraph says; `quote` is a run of its words."""
        more.setdefault("evidence", (quote,))
        return self._make(type, question, quote, _facts(facts), Claim("prose"), more)

    def _named(self, name: str) -> list[TrueItem]:
        return [item for item in self.items if is_named(item, name)]

    def _make(
        self,
        type: str,  # noqa: A002
        question: str,
        answer: str,
        facts: tuple[tuple[str, ...], ...],
        claim: Claim,
        more: More,
    ) -> Question:
        return Question("", question, type, self.stems, answer, facts, claim, **more)


def where(field: str, operator: Operator, value: str = "") -> Condition:
    """Give a condition on a field; a `before` or `after` takes an ISO date."""
    return Condition(field, operator, value)


def day(words: str) -> tuple[str, ...]:
    """Give the ways in which a full date ("30 June 2024") may be written in an answer."""
    number, month, year = words.split()
    n, m = int(number), MONTHS[month]
    tail = "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return (
        words,
        f"{n}{tail} {month} {year}",
        f"{n}{tail} of {month} {year}",
        f"{month} {n}, {year}",
        f"{n:02}/{m:02}/{year}",
        f"{n:02}/{m:02}/{year[2:]}",
        f"{year}-{m:02}-{n:02}",
    )


def is_named(item: TrueItem, name: str) -> bool:
    """Tell whether that is the item's identifier, label and identifier, or how its text starts."""
    full = f"{item.label} {item.identifier}".strip()
    starts = item.text.startswith(name) and (" " in name or not item.identifier)
    return bool(name) and (name in {item.identifier, full} or starts)


def day_of(words: str) -> date | None:
    """Read the date in a cell; a month alone is its last day, no date is None."""
    if numbers := re.search(r"(\d\d)/(\d\d)/(\d{4})", words):
        return date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
    found = re.search(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})", words)
    if not found:
        return None
    year, month = int(found[3]), MONTHS[found[2]]
    return date(year, month, int(found[1] or calendar.monthrange(year, month)[1]))


def satisfies(item: TrueItem, condition: Condition) -> bool:
    """Tell whether the item's field is as the condition says; a missing field never is."""
    value = item.field(condition.field)
    if value is None:
        return False
    if condition.operator in {"before", "after"}:
        when, limit = day_of(value), date.fromisoformat(condition.value)
        early = condition.operator == "before"
        return when is not None and (when < limit if early else when > limit)
    wanted = condition.value
    return {
        "is": value == wanted,
        "is_not": value != wanted,
        "contains": wanted.casefold() in value.casefold(),
        "starts": value.startswith(wanted),
        "blank": not value,
        "filled": bool(value),
    }[condition.operator]


def selected(items: Iterable[TrueItem], conditions: Sequence[Condition]) -> list[TrueItem]:
    """Give the items that satisfy every condition."""
    return [item for item in items if all(satisfies(item, c) for c in conditions)]


def numbered(name: str, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Give the questions their ids, a name and a running number."""
    return tuple(replace(q, id=f"{name}-{n:02}") for n, q in enumerate(questions, 1))


def _said(item: TrueItem, field: str) -> str:
    if field:
        return f"{field}: {item.field(field)}"
    return ", ".join(f"{name}: {value}" for name, value in item.fields)


def _facts(facts: Sequence[Fact]) -> tuple[tuple[str, ...], ...]:
    return tuple((fact,) if isinstance(fact, str) else fact for fact in facts)


def _start(items: Sequence[TrueItem], name: str) -> str:
    words = next((item.text for item in items if is_named(item, name)), name).split()
    return " ".join(words[:6])
