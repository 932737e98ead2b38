"""Finds the entry that a described sentence names: "the milestone whose date was moved".

A question in two steps describes what is said somewhere of an entry without its number; the
sentence that says it is what HotpotQA (Yang et al. 2018) calls the bridge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.register.entries import Register
from assistant.register.history import History
from assistant.sentences.reader import Reader
from assistant.sentences.windows import Window, units
from assistant.types import Evidence, Question
from ingest.lexical import tokenise
from ingest.types import Item
from ingest.wording.identifiers import mentions

_PASSAGES = 12  # passages whose sentences are looked at
_HELD = 0.5  # of a question's words, by rarity, that such a sentence holds
_AHEAD = 0.1  # how much more of them than any entry's own words
#: What a sentence has nothing to do with: "… is separate from action 2.2".
_APART = re.compile(
    r"\b(?:separate from|no part of|not (?:a )?part of|not covered by|unlike|distinct from"
    r"|(?:nothing|not) to do with|not to be confused with|outside (?:of )?)\b",
    re.I,
)
_FIELDS = ("owner", "date", "update")


@dataclass(frozen=True, slots=True)
class Bridge:
    """A sentence, and the entry that it names."""

    window: Window
    item: Item
    share: float


class Bridges:
    """Looks for sentences that hold more of a question than any entry, and name one entry."""

    def __init__(self, register: Register, reader: Reader, history: History) -> None:
        self._register = register
        self._reader = reader
        self._history = history

    def find(self, question: Question, evidence: Sequence[Evidence]) -> Bridge | None:
        """Give the sentence that says what is asked for, where an entry is named there only."""
        if question.identifiers or question.unknown or not any(map(question.asks, _FIELDS)):
            return None
        if not self._register.names_entries(question.text):
            return None  # no entry is asked about
        read = evidence[:_PASSAGES]
        found = [b for one in read for b in self._of(question, one)]
        if not found:
            return None
        best = max(found, key=lambda b: b.share)
        entries = [one.item for one in read if one.item]
        own = max((self._share(question, i, own_words(i)) for i in entries), default=0.0)
        return best if best.share >= max(_HELD, own + _AHEAD) else None

    def _of(self, question: Question, one: Evidence) -> Iterator[Bridge]:
        """Give the sentences of a passage that name one entry besides their own."""
        passage = one.passage
        if passage.kind == "item" and one.item is None:
            return
        own = units(passage)
        around = own_words(one.item) if one.item else ""
        for first, unit in enumerate(own):
            item = self._named(unit.text, one, question)
            if item is not None and self._tells(item, question):
                before = own[first - 1].text if first else ""
                share = self._share(question, item, f"{around} {before} {unit.text}")
                yield Bridge(Window(passage, own, first, first + 1, 0.0), item, share)

    def _named(self, sentence: str, one: Evidence, question: Question) -> Item | None:
        """Give the one entry that a sentence names besides its own, of the kind asked for."""
        if _APART.search(sentence):
            return None
        document = one.passage.document
        work = (document, *self._history.kin(document))
        named = [m for m in mentions(sentence) if m.strong]
        labelled = [m for m in named if m.label and m.label in question.text.lower()]
        found = {
            item.identifier: item
            for m in labelled or named
            for item in self._register.find(m.identifier, work, (m.label,) if m.label else ())[:1]
            if item.kind == "entry" and (one.item is None or item.identifier != one.item.identifier)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _tells(self, item: Item, question: Question) -> bool:
        """Whether an entry, in any edition, tells what is asked of it."""
        asked = [role for role in _FIELDS if question.asks(role)]
        told = ("status", "update") if "update" in asked else ()
        return any(
            f.value
            for edition in self._history.editions(item)
            for role in (*asked, *told)
            for f in self._register.fields_of(edition, role)
        )

    def _share(self, question: Question, item: Item, text: str) -> float:
        """Give how much of a question a text says; what only names the document says nothing."""
        names = self._register.names_of(item.document)
        asked = [w for w in question.words if not set(tokenise(w)) <= names]
        return self._reader.share(" ".join(asked), text)


def own_words(item: Item) -> str:
    """Give what an entry is about: its text and its heading."""
    return f"{item.text} {item.parent_text}"
