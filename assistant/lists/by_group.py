"""Narrows entries by the group they stand under: a priority, a section, "Goal B", a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lists.chosen import LETTERED, Chosen, kept_under, of_letter
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.register.levels import children
from assistant.types import Question
from assistant.wording.facts import MONTH
from assistant.wording.phrases import is_numbered_below, item_name, joined
from assistant.wording.scores import without_scores
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import canonical

_WHOLE_TABLE = re.compile(
    r"\b(?:whole|entire|all of the|across the)\b.{0,24}\b(?:table|register|list|strategy|plan)\b",
    re.I,
)
_UNDER = re.compile(
    r"\b(?:under|in|within|of|below|begin(?:s|ning)? with(?: an?)?)\s+"
    r"(?:(?:priority|theme|item|section|part|chapter|objective|goal|aim|group|heading|strand|pillar"
    r"|area|outcome|workstream|standard|volume|annex|appendix)\s+)?(\d{1,2})\b(?![/.]\d)"
    rf"(?!\s+(?:{MONTH})\b)",
    re.I,
)


class ByGroup:
    """Keeps the entries that stand under what a question names."""

    def __init__(self, library: Library, register: Register, history: History) -> None:
        self._library = library
        self._register = register
        self._history = history

    def narrowed(self, question: Question, start: Chosen, label: str) -> Chosen | None:
        """Keep the entries under the groups that are named; None where no group is meant.

        `label` is what the question calls the entries, empty where it calls them nothing.
        """
        text = without_scores(question.text)
        lettered, goal = of_letter(self._of_goal(start.items, question), text)
        if lettered:
            return start.narrowed(lettered, f"under {goal}")
        groups = question.identifiers or tuple(_UNDER.findall(text)[:1])
        if not groups or _WHOLE_TABLE.search(question.text):
            return start
        meant = [
            i
            for g in groups
            for i in self._register.find(g, question.documents, question.labels, question.text)
        ]
        if any(i.kind == "section" for i in meant):
            return self._under_headings(start, groups, meant, question)
        under = _UNDER.search(text)
        entries = bool(meant) and all(i.kind == "entry" for i in meant)
        if (
            question.identifiers
            and entries
            and not (under or self._heads_others(meant, question, label))
        ):
            return None
        inside = self._below(groups, meant, question)
        if inside:
            kept = [i for i in start.items if {e.key for e in self._history.editions(i)} & inside]
            return start.narrowed(kept, f"under {self._written(groups, meant)}")
        if under and not self._is_in_title(under.group(), start.items):
            return start.narrowed((), f"under {joined(groups)}")
        return start

    def _under_headings(
        self, start: Chosen, groups: Sequence[str], meant: Sequence[Item], question: Question
    ) -> Chosen | None:
        """Keep the entries under headings, and those that another edition alone has under them."""
        kept = kept_under(start, meant)
        inside = self._below(groups, meant, question)
        if kept is None or not inside:
            return kept
        own = {i.key for i in kept.items}
        also = ({e.key for e in self._history.editions(i)} & inside for i in start.items)
        more = [i for i, shared in zip(start.items, also, strict=True) if shared or i.key in own]
        return replace(kept, items=tuple(more))

    def _below(
        self, groups: Sequence[str], meant: Sequence[Item], question: Question
    ) -> frozenset[str]:
        """Give the keys of the entries below some groups: where those are called as asked, if so.

        A plan's pillar 2 is not its report's section 2.
        """
        over = [i for i in meant if i.kind in ("group", "section")]
        called = {i.document for i in over if i.label in question.labels}
        works = {d for name in question.documents for d in (name, *self._history.kin(name))}
        for documents in filter(None, (called, works)) if called else (works,):
            inside = frozenset(
                i.key for g in groups for i in children(self._register, g, documents)
            )
            if inside:
                return inside
        return frozenset()

    def _is_in_title(self, named: str, items: Sequence[Item]) -> bool:
        """Whether "in chapter 7" is what the documents of some entries are called themselves."""
        words = re.findall(r"\w+", named.lower())[-2:]
        infos = (self._library.document(d).info for d in {i.document for i in items})
        called = (re.findall(r"[a-z]+|\d+", f"{i.title} {i.name}".lower()) for i in infos)
        return len(words) > 1 and any(set(words) <= set(own) for own in called)

    def _of_goal(self, items: Sequence[Item], question: Question) -> list[Item]:
        """Keep the entries of documents that speak of the goal a question names by its letter."""
        named = LETTERED.search(question.text)
        if named is None:
            return []
        goal = named.group().lower()
        documents = map(self._library.document, {i.document for i in items})
        speaking = {d.info.name for d in documents if any(goal in p.text.lower() for p in d.pages)}
        return [i for i in items if i.document in speaking]

    def _heads_others(self, meant: Sequence[Item], question: Question, label: str) -> bool:
        """Whether a list is asked of entries that stand below the one that is named.

        "The actions in Priority Four", where 4.1 to 4.4 are all that is numbered so.
        """
        below = [c for i in meant for c in children(self._register, i.identifier, (i.document,))]
        own = [c for c in below if not is_numbered_below(c)]
        asked = question.operation in ("list", "count") and label != ""
        return asked and bool(own) and not any(question.fields)

    def _written(self, groups: Sequence[str], meant: Sequence[Item]) -> str:
        """Give groups as the documents write them."""
        own = {
            canonical(i.identifier): item_name(i, with_text=False)
            if i.identifier.isalpha()
            else i.identifier
            for i in meant
        }
        return joined([own.get(canonical(g), g.upper()) for g in groups])
