"""What differs between two editions of a work: what is new, what is gone, what only one says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from assistant.drafts import Draft, Said, Source, passage_source, row_sources
from assistant.question.editions import undated
from assistant.question.understand import content_words
from assistant.register.history import History
from assistant.retrieval.retrieve import Retriever
from assistant.sentences.reader import Reader
from assistant.sentences.windows import Window, units
from assistant.types import Question
from assistant.wording.phrases import capital
from ingest.about.versions import Family, family_of
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Document, Item
from ingest.wording.quotes import letters

_CHANGE = re.compile(
    r"\b(?:chang\w+|differ\w*|amend\w*|revis\w+|alter(?:ed|ations?)?|add(?:ed|itions?)|new(?:ly)?"
    r"|introduced|inserted|remov\w+|dropped|deleted|taken out|left out|no longer)\b",
    re.I,
)
_ADDED = re.compile(r"\b(?:add(?:ed|itions?)|new(?:ly)?|introduced|inserted)\b", re.I)
_REMOVED = re.compile(r"\b(?:remov\w+|dropped|deleted|taken out|left out|no longer|gone)\b", re.I)
_EDITION = re.compile(
    r"\b(?:versions?|editions?|between|since|drafts?|older?|newer|previous|earlier|latest|last"
    r"|before|from .{3,40} to|compar(?:ed|ing) (?:with|to)|than)\b",
    re.I,
)
_SECTION = re.compile(r"\b(?:sections?|headings?|chapters?|parts?|topics?|paragraphs?)\b", re.I)
_OF_CHANGES = frozenset(
    t
    for word in "section heading chapter part topic change changed difference different added new "
    "removed version edition draft final between since old newer older previous current latest "
    "policy plan strategy document report copy page compare one".split()
    for t in tokenise(word)
)
_FEWEST_WORDS = 4
_READ = 24  # sentences that are read with the question
_MOST_SAID = 3
_ANSWERS = -4.0  # score from which a sentence is about the topic that is asked for
_AHEAD = 2.0  # how much better another edition must answer to be told instead
_SURE = 0.0


class Changes:
    """Sets two editions of a work beside each other, sentence by sentence."""

    def __init__(
        self, library: Library, retriever: Retriever, reader: Reader, history: History
    ) -> None:
        self._library = library
        self._retriever = retriever
        self._reader = reader
        self._history = history

    def answer(self, question: Question) -> Draft | None:
        """Say what changed from one edition to the next; None where that is not asked."""
        if not (_CHANGE.search(question.text) and _EDITION.search(question.text)):
            return None
        pair = self._pair(question)
        if pair is None:
            return None
        earlier, later = pair
        said: list[Said] = []
        if _ADDED.search(question.text) or not _REMOVED.search(question.text):
            said += self._only_in(later, earlier, question, "New in")
        if not _ADDED.search(question.text):
            said += self._only_in(earlier, later, question, "No longer in the later one, in")
        return Draft("answered", tuple(said)) if said else None

    def elsewhere(self, question: Question) -> Draft | None:
        """Say that the edition asked about does not say it, where another one of the work does."""
        family = self._family(question)
        if family is None or len(question.documents) != 1:
            return None
        own = question.documents[0]
        others = tuple(m for m in family.members if m != own)
        strange = self._strange(question, own, others)
        other = self._best(question, others, strange)
        if other is None or (other.score < _SURE and not strange):
            return None
        if letters(other.text) in _all_letters(self._library.document(own)):
            return None
        best = None if strange else self._best(question, (own,))
        if best and best.score > other.score - _AHEAD:
            return None
        there = capital(self._history.called(other.passage.document))
        lead = f"{capital(self._history.called(own))} does not say this. {there} does: {other.text}"
        return Draft("answered", (Said(lead, (passage_source(other.passage, other.text),)),))

    def _strange(self, question: Question, own: str, others: Sequence[str]) -> frozenset[str]:
        """Give the words of a question that other editions have and the one asked about has not."""
        asked = {t for w in content_words(question.about) for t in tokenise(w)} - _OF_CHANGES
        elsewhere = {t for d in others for t in _stems(self._library.document(d))}
        return frozenset(asked & elsewhere - _stems(self._library.document(own)))

    def _best(
        self, question: Question, documents: Sequence[str], having: Collection[str] = ()
    ) -> Window | None:
        """Give the sentence that answers best, with one of some words where any are given."""
        evidence = self._retriever.find(question.about, documents)
        windows = self._reader.read(question.about, evidence)
        likely = [w for w in windows if not having or set(tokenise(w.text)) & set(having)]
        return likely[0] if likely else None

    def _family(self, question: Question) -> Family | None:
        """Give the work whose editions are asked about; a report on a plan is none of them."""
        if not question.documents:
            return None
        family = family_of(question.documents[0], self._library.families)
        if family is None or family.reports:
            return None
        return family if set(question.documents) <= set(family.members) else None

    def _pair(self, question: Question) -> tuple[Document, Document] | None:
        """Give the two editions that are compared: those named, or one and the one before."""
        family = self._family(question)
        if family is None:
            return None
        named = [m for m in family.members if m in question.documents]
        if len(named) == 1:
            at = family.members.index(named[0])
            named = list(family.members[at - 1 : at + 1] if at else family.members[:2])
        return self._library.document(named[0]), self._library.document(named[-1])

    def _only_in(
        self, document: Document, other: Document, question: Question, lead: str
    ) -> list[Said]:
        """Say what stands in one edition and not in the other, of what is asked about."""
        name = self._history.called(document.info.name)
        topic = _topic(question, (document, other))
        headings = _headings_only_in(document, other)
        said: list[Said] = []
        if headings and (_SECTION.search(question.text) or not topic):
            lines = [Said(f"- {h.text}", row_sources(h)) for h in headings]
            said = [Said(f"{lead} {name}, by their headings:"), *lines]
            if _SECTION.search(question.text):
                return said
        found = self._about(topic, list(_windows_only_in(document, other)))
        lines = [Said(f"- {w.text}", _cited(w)) for w in found]
        return [*said, Said(f"{lead} {name}:"), *lines] if lines else said

    def _about(self, topic: Sequence[str], windows: Sequence[Window]) -> list[Window]:
        """Keep the sentences about a topic, in reading order; the first ones without a topic."""
        asked = {t for w in topic for t in tokenise(w)}
        if not asked:
            return list(windows[: 2 * _MOST_SAID])
        likely = sorted(windows, key=lambda w: -len(asked & set(tokenise(w.text))))[:_READ]
        scores = self._reader.score(" ".join(topic), [w.text for w in likely])
        order = sorted(zip(scores, likely, strict=True), key=lambda s: -s[0])[:_MOST_SAID]
        kept = [w for score, w in order if score >= _ANSWERS]
        return sorted(kept, key=lambda w: (w.passage.key, w.first))


def _topic(question: Question, documents: Collection[Document]) -> list[str]:
    """Give the words of what is asked about, without those for the editions themselves."""
    titles = {t for d in documents for t in tokenise(d.info.title)}
    words = content_words(undated(question.about))
    telling = [w for w in words if not set(tokenise(w)) <= _OF_CHANGES]
    return telling if {t for w in telling for t in tokenise(w)} - titles else []


def _headings_only_in(document: Document, other: Document) -> list[Item]:
    known = {letters(i.text) for i in other.items if i.kind == "section"}
    return [i for i in document.items if i.kind == "section" and letters(i.text) not in known]


def _windows_only_in(document: Document, other: Document) -> Iterator[Window]:
    """Give the sentences of one document that stand nowhere in the other."""
    known = _all_letters(other)
    for passage in document.passages:
        own = units(passage)
        for n, unit in enumerate(own):
            if len(unit.text.split()) >= _FEWEST_WORDS and letters(unit.text) not in known:
                yield Window(passage, own, n, n + 1, 0.0)


def _cited(window: Window) -> tuple[Source, ...]:
    return (passage_source(window.passage, window.text),)


@lru_cache(maxsize=64)
def _all_letters(document: Document) -> str:
    """Give all that a document says as one run of letters, so that no break divides a sentence."""
    return letters(_said_by(document))


@lru_cache(maxsize=64)
def _stems(document: Document) -> frozenset[str]:
    return frozenset(tokenise(_said_by(document)))


def _said_by(document: Document) -> str:
    return " ".join(part for p in document.passages for part in (*p.section, p.text))
