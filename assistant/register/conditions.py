"""What a question demands of entries' values: their status, and when they are due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.register.blank_conditions import blank_conditions, without_blanks
from assistant.register.directions import moved
from assistant.register.due_conditions import OVERDUE, DueConditions
from assistant.register.entries import Register
from assistant.register.legends import legend_of
from assistant.types import Condition
from assistant.wording.scores import (
    asked_band,
    asked_end,
    band_word,
    bands_of,
    end_of,
    score,
    score_of,
    without_scores,
)
from assistant.wording.statuses import (
    Asked,
    asked_statuses,
    fits,
    in_full,
    is_over,
    leads_with_status,
    says,
    status_told,
)
from ingest.library import Library
from ingest.types import Field, Item
from ingest.wording.identifiers import NOUNS

#: Words that are statuses wherever they stand; any other must be said of something.
_PLAIN = re.compile(
    r"^(?:reds?|ambers?|greens?|blues?|going to plan|nothing .+|overdue|behind schedule"
    r"|off[ -]track|on[ -]track|at risk|not .+"
    r"|superseded|in progress|incomplete|outstanding|n't .+|have.+|has.+|partly .+|partially .+)$",
    re.I,
)
_SAID_OF = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as|still|yet|marked|rated|status|shown|reported|listed|have"
    r"|has|had|not|currently|now|fully|already|all|any|many|which|ones?|anything|everything"
    r"|(?:what|which|who)['’]?s|run(?:s|ning)?|fall(?:s|ing|en)?|did .{1,60})\W+(?:\w+\W+){0,2}?$",
    re.I,
)
#: "The closed actions": a status right before what entries are called.
_OF_ENTRIES = re.compile(rf"^\s+(?:(?:and|or)\s+\w+\s+)?(?:{'|'.join(sorted(NOUNS))})s\b", re.I)
_ABOUT_IT = re.compile(
    r"^\W*(?:it\b|this\b|that\b|them\b|about|to (?!date)|for (?!the)|with|out\b|day|hours?|days?)",
    re.I,
)
_CAUSED = re.compile(
    r"\s+(?:the|this|that|it|them|our|its|their|(?:[A-Z]\w+ )*[A-Z]\w+['’]s)\b(?! plan)"
)
#: Before "done by June": when something is to be, not how it stands.
_MEANT = re.compile(
    r"\b(?:to|should|must|would|can|could|may) (?:have been|be)(?: \w+ly)?\s*$", re.I
)
_COLOURS = frozenset({"red", "amber", "green", "blue"})
#: What "none of them" is an answer to.
_RATINGS = _COLOURS | {"complete", "on track", "at risk", "late", "not started", "rejected"}
_SEVERAL = 2
_OF_DECISIONS = frozenset({"accepted", "rejected", "in part"})

_RATING = re.compile(r"\b(?:b?rag|colou?r|rating)\b", re.I)  # where "A" is amber
_BARE = 3  # words of a value that is nothing but a status
_OF_HARM = re.compile(r"\s+(?:of|from)\b", re.I)  # "children at risk of exploitation"


class Conditions:
    """Reads the conditions of a question against what the register's entries hold."""

    def __init__(self, library: Library, register: Register) -> None:
        self._register = register
        self._due = DueConditions(library, register)
        self._legend = cache(lambda name: legend_of(library.document(name)))
        self._bands = cache(lambda name: bands_of(library.document(name)))

    def of(self, question: str, pool: Sequence[Item]) -> list[Condition]:
        """Give the conditions that a question sets, empty where it sets none."""
        blanks = blank_conditions(question, self._register)
        if any(blank.concerns(item) for blank in blanks for item in pool):
            return [*self.of(without_blanks(question), pool), *blanks]
        way = moved(question, pool)
        if way:
            condition, said = way
            return [*self.of(question.replace(said, " "), pool), condition]
        scored = self._scored(question, pool)
        rest = self._unscored(without_scores(question) if scored else question, pool)
        return [*rest, scored] if scored else rest

    def _unscored(self, question: str, pool: Sequence[Item]) -> list[Condition]:
        """Give the conditions on status and dates."""
        found: list[Condition] = []
        overdue = OVERDUE.search(question)
        word = overdue.group() if overdue and " " not in overdue.group() else ""
        dated = any(self._due.due(i) for i in pool)
        if overdue and dated and not (word and self._says(pool, word)):
            found.append(self._due.overdue(question, lambda item: is_over(self._latest(item))))
            rest = question.replace(overdue.group(), " ")
            rated = [a for a in self._statuses_asked(rest) if a.meaning in _COLOURS]
            return [*found, *filter(None, (self._status(rest, a, pool) for a in rated))]
        window = self._due.window(question, pool)
        if window and dated:
            found.append(window)
        told = (self._status(question, asked, pool) for asked in self._statuses_asked(question))
        statuses = [condition for condition in told if condition]
        return [*found, *(_either(statuses) if self._joined(question) else statuses)]

    def _joined(self, question: str) -> bool:
        """Whether two statuses are said in one breath: "open or closed", "at risk (amber)".

        Neither may be denied.
        """
        asked = self._statuses_asked(question)
        words = [re.escape(a.word) for a in asked if not a.denied]
        pairs = ((a, b) for a in words for b in words if a != b)
        breath = r"(?:\s+(?:or|and)\s+|\s*[(/]\s*)"
        joined = any(re.search(rf"\b{a}{breath}{b}\b", question, re.I) for a, b in pairs)
        return joined and not any(a.denied for a in asked)

    def asks_colour(self, question: str) -> bool:
        """Whether a status is demanded that is a colour."""
        return any(asked.meaning in _COLOURS for asked in self._statuses_asked(question))

    def is_coloured(self, item: Item) -> bool:
        """Whether an entry's status is a colour."""
        return any(says(value, colour) for value in self.statuses(item) for colour in _COLOURS)

    def asks_status(self, question: str) -> bool:
        """Whether a status is demanded, told by the entries or not."""
        return bool(self._statuses_asked(question))

    def _statuses_asked(self, question: str) -> list[Asked]:
        return [asked for asked in asked_statuses(question) if self._is_said(question, asked)]

    def statuses(self, item: Item, question: str = "") -> list[str]:
        """Give an entry's statuses, oldest first; only of the fields a question names, if any."""
        own = [f for f in item.fields if f.value and self._is_status(f)]
        # A rating goes before what the update beside it happens to begin with.
        own = [f for f in own if self._register.role(f) == "status"] or own
        named = [f for f in own if _named(f.name, question)]
        rated = self._register.role
        return [
            (in_full(f.value) if _RATING.search(f.name) else f.value)
            if rated(f) == "status"
            else status_told(f.value)
            for f in (named or own)
        ]

    def is_called_new(self, item: Item) -> bool:
        """Whether an entry's status, or its position, is that it is new."""
        told = [f.value for f in item.fields if self._register.role(f) in ("status", "update")]
        return any(says(value, "new") for value in told)

    def _latest(self, item: Item, question: str = "") -> list[str]:
        """Give an entry's last status, and what its document's key says that it means.

        A key of scores says what the entry's score is called, beside its status if it has one.
        """
        last = self.statuses(item, question)[-1:]
        banded = self._banded(item)
        return [
            *last,
            *([banded] if banded else []),
            *(self._legend(item.document).get(v.strip().lower(), "") for v in last),
        ]

    def _banded(self, item: Item) -> str:
        return band_word(item, self._bands(item.document))

    def _scored(self, question: str, pool: Sequence[Item]) -> Condition | None:
        """Give the condition that entries score as a question demands: "15 or more"."""
        end = asked_end(question)
        last = end_of(pool, end, question) if end else None
        asked = (last, f"the {end}") if last else asked_band(question)
        if asked is None or not any(score_of(i, question) for i in pool):
            return None
        band, said = asked

        def holds(item: Item) -> bool:
            field = score_of(item, question)
            return field is not None and band.holds(score(field))

        return Condition(
            f"scoring {said}",
            holds,
            lambda item: score_of(item, question) is not None,
            ("owner", "status"),
        )

    def _is_status(self, field: Field) -> bool:
        role = self._register.role(field)
        bare = len(field.value.split()) <= _BARE and leads_with_status(field.value)
        if role == "other" and bare:
            return True  # "Commissioner's view: Closed."
        return role == "status" or (role == "update" and status_told(field.value) != "")

    def _says(self, pool: Sequence[Item], word: str) -> bool:
        return any(says(v, word) for i in pool for v in self._latest(i))

    def _is_said(self, question: str, asked: Asked) -> bool:
        """Whether a status word is said of entries: "are red", not "a red carpet"."""
        at = question.lower().find(asked.word.lower())
        before, after = question[:at], question[at + len(asked.word) :]
        if _ABOUT_IT.match(after) or (asked.meaning == "late" and _CAUSED.match(after)):
            return False
        if _MEANT.search(before) or (asked.meaning == "at risk" and _OF_HARM.match(after)):
            return False
        of_entries = _OF_ENTRIES.match(after)
        return bool(
            _PLAIN.match(asked.word) or asked.denied or of_entries or _SAID_OF.search(before)
        )

    def _status(self, question: str, asked: Asked, pool: Sequence[Item]) -> Condition | None:
        literally = self._says(pool, asked.word)

        def values(item: Item) -> list[str]:
            if asked.meaning in _OF_DECISIONS:
                return self.statuses(item, question)
            return self._latest(item, question)

        def holds(item: Item) -> bool:
            return fits(values(item), asked, literally=literally)

        told = any(self._has_status_field(i) for i in pool)
        rated = told and asked.meaning in _RATINGS
        if not rated and not any(holds(i) for i in pool):
            return None  # a word that no entry is told by is no status here
        if asked.denied and not any(map(self._has_status, pool)):
            return None  # nothing tells how any of them stands: not all of them stand otherwise
        word = asked.word if not asked.denied else f"not {asked.word}"
        return Condition(
            f"with the status “{word}”", holds, self._has_status, ("owner", "date", "status")
        )

    def _has_status(self, item: Item) -> bool:
        return self._has_status_field(item) or bool(self.statuses(item))

    def _has_status_field(self, item: Item) -> bool:
        rated = any(self._register.role(f) == "status" for f in item.fields)
        return rated or self._banded(item) != ""


def _either(conditions: Sequence[Condition]) -> list[Condition]:
    """Give one condition that any of several satisfies: "the open and closed actions"."""
    if len(conditions) < _SEVERAL:
        return list(conditions)

    def holds(item: Item) -> bool:
        return any(c.holds(item) for c in conditions)

    said = " or ".join(dict.fromkeys(c.said for c in conditions))
    return [Condition(said, holds, conditions[0].concerns, conditions[0].fields)]


def _named(name: str, question: str) -> bool:
    """Whether a question says the telling words of a field's name: its date, or whose it is."""
    own = set(re.findall(r"\w{4,}", name.lower())) - _USUAL
    asked = set(re.findall(r"\w{4,}", question.lower()))
    return bool(own) and own <= asked


_USUAL = frozenset({"status", "rating", "update", "progress", "position", "response", "latest"})
