"""Which documents a question limits itself to, by what people call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from math import log

from assistant.question.document_names import (
    DOCUMENT_NOUN,
    GENERIC,
    NOTHING,
    SORTS,
    body_met,
    names_of,
    proper_names_of,
    sort_of_body,
    subjects_of,
    words_of,
)
from assistant.question.editions import Editions
from assistant.question.names_left_out import NamesLeftOut
from ingest.about.versions import Family, with_editions
from ingest.lexical import folded
from ingest.types import DocumentInfo
from ingest.wording.identifiers import NOUNS, singular
from ingest.wording.periods import periods, read_period

_MOST = 0.6  # of the telling words before "plan", by rarity, that a title must have
_FEW = 3  # documents of whose titles such words tell, where the noun is in none

#: What is asked of a work as it stands, whichever of its editions is named.
_NOW = re.compile(r"\b(?:now|currently|at present|these days|nowadays|today|at the moment)\b", re.I)
#: "The ambulance trust", "our fire service"; not "the health of trees".
_THE_BODY = re.compile(
    rf"\b(?:the|our)\s+(?:\w+\s+)?(?P<sort>{'|'.join(sorted(SORTS))})\b(?!\s+of\b)", re.I
)
#: "The board on 23 April", "the April meeting".
_ON = re.compile(r"\b(?:on|of)\s+(?:the\s+)?(?:\w+day\s+)?$", re.I)
MEETING = re.compile(r"\s+(?:\w+\s+){0,2}?(?:meetings?|board|panel|committee|minutes)\b", re.I)
"""What follows a month where a meeting is spoken of: "the April board"."""
#: "What actions came out of the May board", "set at the committee".
_CAME_OUT = re.compile(
    r"\b(?:actions?|decisions?|tasks?|jobs?)\b.{0,60}\b(?:c[oa]me (?:out of|from|away)|arose"
    r"|arising|set|recorded|agreed|made|given|taken|minuted)\b(?! (?:to|for)\b).{0,40}?"
    r"(?:\b(?:at|by|from|of|in|with)\b.{0,50})?\b(?:meetings?|boards?|committees?|panels?|items?|minutes)\b"
    r"|\b(?:boards?|committees?|panels?|meetings?)\b.{0,40}\b(?:carr(?:y|ied) (?:forward|over)"
    r"|agree[d]?|set|record(?:ed)?)\b.{0,40}\b(?:actions?|decisions?)\b"
    r"|\bactions?\b.{0,60}\b(?:carr(?:y|ied) (?:forward|over)).{0,40}",
    re.I,
)
_CALLED = re.compile(
    rf"(?P<words>(?:[\w’'&/-]+\s+){{1,7}})(?P<sort>{DOCUMENT_NOUN})", re.IGNORECASE
)
_ENTRIES = re.compile(
    rf"(?P<words>(?:[\w’'&/-]+\s+){{1,5}})(?:{'|'.join(sorted(NOUNS))})s\b", re.IGNORECASE
)
#: "a data strategy": one of that sort, not one that is known by its name.
_ANY_ONE = re.compile(r"\ban? (?:[\w’'-]+ ){0,3}$", re.IGNORECASE)


class Scopes:
    """Knows what each document is called: its aliases, and the names that only it carries."""

    def __init__(self, documents: Sequence[DocumentInfo], families: Sequence[Family] = ()) -> None:
        self._families = tuple(families)
        self._editions = Editions(documents, families)
        self._subjects = {d.name: subjects_of(d) for d in documents}
        own = {d.name: (*names_of(d), *self._subjects[d.name]) for d in documents}
        shared = Counter(name for names in own.values() for name in names)
        self._documents = tuple(documents)
        self._dated = tuple((d, p) for d in documents if (p := read_period(d.date)))
        self._unsigned = frozenset(
            d.name for d in documents if not d.organisation and not self._subjects[d.name]
        )
        self._bodies = frozenset(
            name.lower() for d in documents for name in proper_names_of(d.organisation)
        )
        self._words = {d.name: words_of(d) for d in documents}
        self._known = frozenset(word for words in self._words.values() for word in words)
        self._names = [
            (name, re.compile(rf"(?<!\w){_pattern(name)}(?!\w)", re.IGNORECASE), document)
            for document, names in own.items()
            for name in names
            if shared[name] < max(2, len(documents))
        ]
        own_names = ((n, p) for n, p, document in self._names if n not in self._subjects[document])
        self._left_out = NamesLeftOut(own_names, self._known)

    def find(self, question: str) -> tuple[str, ...]:
        """Give the names of the documents that a question speaks of, in the library's order."""
        text = folded(question.replace("–", "-"))
        spoken = self._spoken(text)
        named = {doc for docs in spoken.values() for doc in docs}
        met = self._of_meeting(text, named)
        if met:
            return met
        if spoken and spoken.keys() <= self._bodies:
            named |= self._unsigned  # a document that names no body may be of that one
        called = self._called_by_sort(text) or self._called_by_entries(text)
        if _NOW.search(text):
            called = with_editions(called, self._families)
        if called and named and not self.apart(question):
            named = named & called or named
        named = self._editions.meant(text, named or called) or self._of_day(text)
        return tuple(d.name for d in self._documents if d.name in named)

    def _of_day(self, question: str) -> set[str]:
        """Give the one document of a day, or the minutes of a month, that a question names."""
        found: set[str] = set()
        said = {year: periods(question, year) for year in {p.last.year for _, p in self._dated}}
        for info, own in self._dated:
            for asked in said[own.last.year]:
                day = asked.first == asked.last and _ON.search(question[: asked.at])
                month = info.kind == "minutes" and MEETING.match(question[asked.stop :])
                if (day or month) and asked.first <= own.first <= own.last <= asked.last:
                    found.add(info.name)
        return found if len(found) == 1 else set()

    def _of_meeting(self, question: str, named: Collection[str]) -> tuple[str, ...]:
        """Give the minutes that tell what came out of the meeting that a question speaks of.

        They are of its month, or hold it among others, or are the only ones of what is named;
        where several are, those whose title has most of the question's words.
        """
        if not _CAME_OUT.search(question) or self._called_by_sort(question):
            return ()
        body = body_met(question)
        minutes = [
            (d, p) for d, p in self._dated if d.kind == "minutes" and body <= self._words[d.name]
        ]
        among = [(d, p) for d, p in minutes if not named or d.name in named]
        asked = periods(question, max((p.last.year for _, p in among), default=None))
        month = next((p for p in asked if p.first != p.last or len(asked) == 1), None)
        if month:
            among = [(d, p) for d, p in among if p.first <= month.last and month.first <= p.last]
        words = set(re.findall(r"[^\W\d_]{4,}", question.lower())) - GENERIC
        shared = {d.name: len(words & set(self._words[d.name])) for d, _ in among}
        best = [name for name, n in shared.items() if n == max(shared.values())]
        return tuple(best) if len(best) == 1 and (month or named or shared[best[0]]) else ()

    def of_body(self, question: str, among: Collection[str]) -> tuple[str, ...]:
        """Give those documents whose body alone is of the sort that a question speaks of.

        "The ambulance trust" tells one body's R6 from another's where no name does; none where
        several bodies are of that sort.
        """
        said = {found["sort"].lower() for found in _THE_BODY.finditer(question)}
        bodies = {d.name: sort_of_body(d.organisation) for d in self._documents if d.name in among}
        meant = {d for d, sort in bodies.items() if sort & said}
        owners = {d.organisation for d in self._documents if d.name in meant}
        return tuple(sorted(meant)) if len(owners) == 1 else ()

    def apart(self, question: str) -> bool:
        """Whether a question names two or more documents, each by a name of its own."""
        text = folded(question.replace("–", "-"))
        groups = self._spoken(text).values()
        disjoint = any(not one & other for one in groups for other in groups)
        return disjoint or self._editions.several(text)

    def _spoken(self, text: str) -> dict[str, set[str]]:
        """Give the names that stand in a text, each with the documents it names."""
        found: dict[str, set[str]] = {}
        for name, pattern, document in self._names:
            if pattern.search(text):
                found.setdefault(name.lower(), set()).add(document)
        return found

    def _called_by_sort(self, question: str) -> set[str]:
        """Give the documents whose title has most of the words before "plan", "minutes" or such.

        Words are weighed by how rare they are among titles; those of most titles tell nothing.
        """
        found: set[str] = set()
        for match in _CALLED.finditer(question):
            if _ANY_ONE.search(question[: match.start("sort")]):
                continue
            telling = _run_before(match["words"]) - GENERIC
            if not telling & self._known:
                continue
            sort = match["sort"].lower()
            shares = {n: self._share(telling, words) for n, words in self._words.items()}
            best = {n for n, share in shares.items() if share >= max(_MOST, *shares.values())}
            closer = {n for n in best if {sort, singular(sort)} & self._words[n]}
            if closer or (len(best) <= _FEW and _is_definite(match["words"], telling)):
                found |= closer or best
        return found

    def _called_by_entries(self, question: str) -> set[str]:
        """Give the one document that has in its name all the words before "actions" or such.

        "The water safety actions" are those of the plan for it.
        """
        for match in _ENTRIES.finditer(question):
            telling = _run_before(match["words"]) - GENERIC
            found = {n for n, words in self._words.items() if telling and telling <= words}
            if found and with_editions(list(found)[:1], self._families) >= found:
                return found
        return set()

    def _share(self, asked: set[str], words: Collection[str]) -> float:
        """Give how much of the asked words, by rarity among titles, a document's title has."""
        weights = {w: self._rarity(w) for w in asked}
        return sum(x for w, x in weights.items() if w in words) / sum(weights.values())

    def _rarity(self, word: str) -> float:
        holding = sum(word in words for words in self._words.values())
        return log(1 + len(self._documents) / (holding + 0.5))

    def without(self, question: str) -> str:
        """Give a question with the names of documents left out."""
        return self._left_out.of(question)

    def others(self, documents: Sequence[str]) -> tuple[str, ...]:
        """Give the documents that are not among those."""
        return tuple(d.name for d in self._documents if d.name not in documents)

    def body_of(self, documents: Collection[str]) -> str:
        """Give the body whose two or more documents those are, "" where they are several bodies'.

        By its name a question is about all of them: a plan and the report on it.
        """
        own = {d.organisation for d in self._documents if d.name in documents}
        body = own.pop() if len(own) == 1 and len(documents) > 1 else ""
        return body if body and set(documents) <= set(self.find(f"of {body}")) else ""

    def called(self, name: str) -> str:
        """Give the short name of a document: its first alias, else its title."""
        info = next(d for d in self._documents if d.name == name)
        return info.aliases[0] if info.aliases else info.title


def _is_definite(before: str, telling: Collection[str]) -> bool:
    """Whether the words before a document's noun speak of one that is known: "the custody plan"."""
    words = re.findall(r"[^\W_]+", before)
    first = min(n for n, w in enumerate(words) if w.lower() in telling)
    named = any(w[0].isupper() for w in words[first:])
    definite = rf"(?:\b(?:the|this|that|our|their)|['’]s)\W+(?:\w+\W+){{0,3}}{words[first]}\b"
    return named or re.search(definite, before, re.IGNORECASE) is not None


def _run_before(text: str) -> set[str]:
    """Give the words right before a document's noun, back to a small word or a date."""
    run: set[str] = set()
    for word in reversed(re.findall(r"[^\W_]+", text.lower())):
        if word in NOTHING or read_period(word.capitalize(), 2000):
            break
        run.add(word)
    return run


def _pattern(name: str) -> str:
    """Give a pattern in which hyphens and spaces are the same."""
    plain = folded(name.replace("–", "-"))
    return r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", plain))
