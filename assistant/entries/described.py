"""Finds the entry of a register that a question describes in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.entries.undertakings import undertaking
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.register.levels import owners_above
from assistant.sentences.reader import Reader
from assistant.sentences.windows import Window
from assistant.trace import Weighed, record
from assistant.types import Evidence, Question
from assistant.wording.cues import HISTORY, NOT_OF_OWN, OWNING_IDIOMS
from assistant.wording.field_names import names_field
from ingest.lexical import tokenise
from ingest.types import Item
from ingest.wording.identifiers import canonical

_TELLS_MORE = 2.0  # how far one sentence of an entry is before the entry as a whole
_BEHIND = 3.0  # how far behind running text an entry may be when its field is asked for
_FAR_AHEAD = 2.5  # before all running text: then it is meant, however oddly it is put
_WEAK = -6.0  # score from which a sentence may be what is meant
_WORDED = 3.0  # what all words of a question count, by rarity, where an owner is asked for
_NOTHING = -10.5  # score under which an entry has nothing to do with what is asked
_FOUND = 3.0  # what retrieval’s score counts beside the reranker’s
_ENTRIES_READ = 6
DESCRIBED = 0.7  # of a question's words that an entry says, from which it is the one meant
_OF_TIME = frozenset(
    t
    for word in "January February March April May June July August September October November "
    "December still report reported moved changed rated stand stood due date".split()
    for t in tokenise(word)
)
_STRONG_OWNER = re.compile(
    rf"\b(?:{NOT_OF_OWN}own\w*|responsib\w+|accountab\w+|in charge|leads? (?:on|for)"
    r"|whose (?:job|action|task)"
    rf"|{OWNING_IDIOMS}"
    r"|owner\w*|down for|which (?:lead|team|unit|department|post))\b",
    re.I,
)


def asks_for_owner(question: Question) -> bool:
    """Whether a question asks in so many words who owns something."""
    return _STRONG_OWNER.search(question.text) is not None


class Described:
    """Scores entries as the one that is meant, and weighs them against running text."""

    def __init__(self, register: Register, reader: Reader, history: History) -> None:
        self._register = register
        self._history = history
        self._reader = reader

    def entry(self, question: Question, evidence: Sequence[Evidence]) -> tuple[float, Item] | None:
        """Give the entry that a question about an owner, a status or a date means, scored."""
        roles = [r for r in ("owner", "update", "date") if question.asks(r)]
        named = self._register.names_entries(question.text) or bool(HISTORY.search(question.text))
        found: dict[str, tuple[Evidence, Item]] = {}
        for one in evidence:
            item = one.item
            other = question.unknown and item and canonical(item.identifier) not in question.unknown
            if not item or item.kind != "entry" or other:
                continue  # an identifier that no entry has means none of its neighbours
            if question.asks("date") and not named and not self._speaks_of(item, question):
                continue  # every entry is due some day
            if named or self._has(item, roles, question):
                found.setdefault(item.key, (one, item))
        likeliest = list(found.values())[:_ENTRIES_READ]
        if not likeliest:
            return None
        texts = [_entry_text(i) for _, i in likeliest]
        logits = self._reader.score(question.about, texts)
        found_first = max(e.score for e, _ in likeliest)
        scores = [
            x + self._worded(question, t) + _FOUND * (e.score - found_first)
            for x, t, (e, _) in zip(logits, texts, likeliest, strict=True)
        ]
        best = max(range(len(scores)), key=lambda n: (scores[n], -n))
        return (scores[best], likeliest[best][1]) if scores[best] > _NOTHING else None

    def _speaks_of(self, item: Item, question: Question) -> bool:
        """Whether an entry, by its words or its fields, speaks of what is asked at all."""
        asked = {t for w in question.words for t in tokenise(w)} - _OF_TIME
        asked -= self._register.names_of(item.document)
        told = set(tokenise(f"{item.parent_text} {_entry_text(item)}"))
        return not asked or bool(asked & told)

    def _worded(self, question: Question, text: str) -> float:
        """Give what a text gains by a question's rare words, where it is asked whose something is.

        Who sees to the kennels is told by the entry with kennels in it, however it is put.
        """
        return _WORDED * self._reader.share(question.about, text) if question.asks("owner") else 0.0

    def _has(self, item: Item, roles: Sequence[str], question: Question) -> bool:
        described = self.covered(question, item) >= DESCRIBED
        if described and any(names_field(question.text, f.name) for f in item.fields):
            return True
        return any(
            self.tells(item, role)
            for role in roles
            if role != "update" or described or item.label in question.text.lower()
        )

    def tells(self, item: Item, role: str) -> bool:
        """Whether an entry, in any edition, tells who owns it, when it is due or how it stands."""
        editions = self._history.editions(item)
        if any(self._register.fields_of(e, role) for e in editions):
            return True
        told = undertaking(item) is not None or bool(owners_above(self._register, item))
        return role == "owner" and told

    def covered(self, question: Question, item: Item) -> float:
        """Give how much of what a question is about an entry's own words and heading say.

        The names of its document and of whose it is say nothing about it.
        """
        asked = {t for w in question.words for t in tokenise(w)} - _OF_TIME
        asked = asked - self._register.names_of(item.document) or asked
        own = set(tokenise(f"{item.text} {item.parent_text}"))
        return len(asked & own) / max(len(asked), 1)

    def prose_is_better(
        self, question: Question, entry: tuple[float, Item], windows: Sequence[Window]
    ) -> bool:
        """Whether running text answers better than the entry does."""
        better = self._is_better(question, entry, windows)
        record(
            lambda: Weighed(
                entry[1].identifier,
                entry[0],
                max((w.score for w in windows if w.passage.item != entry[1].key), default=-9.0),
                "prose" if better else "entry",
            )
        )
        return better

    def _is_better(
        self, question: Question, entry: tuple[float, Item], windows: Sequence[Window]
    ) -> bool:
        score, item = entry
        told = [(w, w.score + self._worded(question, w.text)) for w in windows]
        best = max((x for w, x in told if w.passage.item != item.key), default=-9.0)
        own = max((x for w, x in told if w.passage.item == item.key), default=-9.0)
        if not question.fields and own > score + _TELLS_MORE:
            return True
        if (question.asks("date") or question.asks("owner")) and score > best + _FAR_AHEAD:
            return False
        certain = question.asks("date") or question.asks("update") or asks_for_owner(question)
        if certain and own >= best and own > _WEAK:
            return False  # the likeliest sentence is the entry's own
        covered = self.covered(question, item)
        asks = question.asks("date") or question.asks("update")
        named = any(names_field(question.text, f.name) for f in item.fields)
        if covered >= DESCRIBED and (asks or named):
            return False
        if question.asks("owner") and asks_for_owner(question):
            return best > score + _BEHIND + 3.0 * covered
        if question.asks("update"):
            return best > score + _BEHIND
        return best > score - 2.0 + 3.0 * (covered > 0.7) or covered < 0.4


def _entry_text(item: Item) -> str:
    """Give an entry as it is read with a question: its words, its group's, its short fields."""
    fields = [f"{f.name}: {f.value}" for f in item.fields if 0 < len(f.value) < 200]
    return ". ".join([f"{item.label} {item.identifier}: {item.text}", *fields])
