"""Says that no entry has an identifier which a question names, and what there is near to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafts import Draft, Said
from assistant.register.entries import Register
from assistant.register.levels import nearest_entries
from assistant.sentences.names_held import proper_names
from assistant.types import Question
from assistant.wording.english import is_word
from assistant.wording.phrases import capital, counted, document_name, item_name, joined
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import canonical, mentions

_BODIES = (
    r"(?:[A-Z]\w+ )?(?:police|constabulary|council|fire|health|trust|board|authority|city|county"
    r"|borough|district|service|action|recommendation|deliverable|plan|strategy)"
)
_SHORT = 3  # letters of a name that may stand for something else


class Missing:
    """Looks for the entry that is not there: under another document, in running text, nearby."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register

    def answer(self, question: Question) -> Draft:
        """Say that there is no such entry; which document has it, or what is nearest."""
        wanted = question.unknown[0]
        elsewhere = self._register.find(wanted, (), question.labels) if question.documents else []
        if elsewhere:
            return Draft("no_such_item", (self.elsewhere(elsewhere[0], question),))
        label = question.labels[0] if question.labels else "item"
        typed = _as_typed(question.text, wanted)
        labelled = self._register.labelled(label, question.documents)
        scoped = {i.document for i in labelled} if wanted.isdigit() else set(question.documents)
        found = nearest_entries(self._register, wanted, tuple(scoped))
        near = _of_one_document([item for item in found if item.identifier])
        text = f"There is no {label} {typed} in the documents."
        if not near:
            return Draft("no_such_item", (Said(text),))
        named = joined([i.identifier for i in near], "and")
        nearest = f"The nearest {'is' if len(near) == 1 else 'are'} {named}."
        total = self._register.labelled(near[0].label, (near[0].document,))
        name = document_name(self._library.document(near[0].document).info)
        scope = f"{capital(name)} lists {counted(len(total), near[0].label)}."
        return Draft(
            "no_such_item",
            (Said(text), Said(f"{scope} {nearest}")),
            suggestions=tuple(f"{capital(i.label)} {i.identifier}" for i in near),
        )

    def unknown_body(self, question: Question) -> str:
        """Give the name of a body that no document has; empty where a document is named."""
        if question.documents:
            return ""
        names = (n for n in proper_names(question.text) if n.isalpha() and len(n) > _SHORT)
        unknown = (n for n in names if not is_word(n.lower()) and _is_of_body(n, question.text))
        return next((n for n in unknown if not set(tokenise(n)) & self._library.stems), "")

    def of_another_body(self, items: Sequence[Item], question: Question, body: str) -> Draft:
        """Say that the documents have nothing on a body, and whose the entry of that number is."""
        held = dict.fromkeys(i.document for i in items)
        names = joined([document_name(self._library.document(d).info) for d in held])
        text = f"The documents have nothing on “{body}”. "
        number = capital(item_name(items[0], with_text=False))
        return Draft("no_such_item", (Said(f"{text}{number} stands in {names}."),))

    def is_spoken_of(self, question: Question) -> bool:
        """Whether running text speaks of an identifier that no register has (any more)."""
        wanted = canonical(question.unknown[0])
        if not any(c.isalpha() for c in wanted) and wanted.count(".") < 2:
            return False
        typed = re.sub(r"\s+", "", _as_typed(question.text, question.unknown[0])).lower()
        return any(
            typed in re.sub(r"\s+", "", p.text).lower()
            for p in self._library.passages
            if question.covers(p.document)
        )

    def elsewhere(self, item: Item, question: Question) -> Said:
        """Say that the named document has no such entry, and which one has."""
        here = joined(
            [document_name(self._library.document(d).info) for d in question.documents if d]
        )
        there = document_name(self._library.document(item.document).info)
        text = f"{item_name(item, with_text=False)} is not in {here or 'the chosen documents'}; "
        return Said(f"{text}it is in {there}.")


def _is_of_body(name: str, text: str) -> bool:
    """Whether a name stands where that of a body or a place does, and not where a person's does."""
    own = re.escape(name)
    after = rf"\b(?:of|in|at|for|from)\s+(?:the\s+)?{own}\b(?!\s+[A-Z][a-z]+\s*(?:own|lead|ha))"
    before = rf"\b{own}(?:['’]s)?\s+(?:{_BODIES})\b"
    return bool(re.search(after, text) or re.search(before, text, re.I))


def _of_one_document(near: Sequence[Item]) -> list[Item]:
    """Keep the entries of the first's register, each number once."""
    own = [i for i in near if (i.document, i.label) == (near[0].document, near[0].label)]
    return list({i.identifier: i for i in own}.values())


def _as_typed(text: str, identifier: str) -> str:
    """Give an identifier as a question has it."""
    own = (m for m in mentions(text) if m.identifier == identifier)
    found = next((text[m.start : m.end] for m in own), identifier)
    return re.sub(r"^[A-Za-z]{3,}\s+(?=\S*\d|[A-Za-z]$)", "", found.strip())
