"""Puts right a question that takes a document to have another number of entries than it has."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.drafts import Draft, Said, row_sources
from assistant.register.entries import Register
from assistant.types import Question
from assistant.wording.cues import SEVERAL, number_word, read_number
from assistant.wording.phrases import plural
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import canonical, leading, singular

#: "Which of the six objectives …": a number of entries and nothing that says which of all.
_TAKEN = re.compile(
    rf"\b(?:(?:which|what|one|any)(?: \w+)? of|under) (?:the|its|their|our|your|those) "
    rf"(?P<number>{SEVERAL}|\d{{1,2}}) (?P<noun>[a-z]+s)\b(?!\s+(?:that|which|who|were|was|are|is"
    r" not|due|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_STATUSES = frozenset({"answered", "ambiguous"})


class Miscounted:
    """Counts what a document calls its entries, groups or numbered headings."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register

    def put_right(self, question: Question, draft: Draft) -> Draft:
        """Say the number that there is before an answer, where the question takes another one.

        Nothing is said unless one document alone, of those it is about, has entries so called.
        """
        found = _TAKEN.search(question.text)
        if found is None or draft.status not in _STATUSES:
            return draft
        noun, number = singular(found["noun"].lower()), read_number(found["number"])
        names = question.documents or [d.info.name for d in self._library.documents]
        kinds = [kind for name in names if any(kind := self._kinds(noun, name))]
        if len(kinds) != 1:
            return draft
        counts = [own for own in kinds[0] if len(own) > 1]
        if not counts or any(len(own) == number for own in counts) or number is None:
            return draft
        own = counts[0]
        wrong, right = number_word(number), number_word(len(own))
        text = f"The document lists {right} {plural(noun, len(own))}, not {wrong}."
        sources = tuple(source for item in own for source in row_sources(item)[:1])
        return replace(draft, status="corrected", said=(Said(text, sources), *draft.said))

    def _kinds(self, noun: str, document: str) -> list[list[Item]]:
        """Give the groups, entries and headings of that name, each once."""
        items = self._library.document(document).items
        kinds = (
            [i for i in items if i.kind == "group" and i.label == noun and i.identifier],
            [i for i in items if i.kind == "entry" and i.label == noun],
            [i for i in items if i.kind == "section" and _label_of(i) == noun],
        )
        return [list({canonical(i.identifier) or i.text: i for i in own}.values()) for own in kinds]


def _label_of(item: Item) -> str:
    found = leading(f"{item.label} {item.identifier}")
    return found.label if found else ""
