"""Chooses the sentences that answer: windows of a passage are read together with the question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from assistant.question.asking import core
from assistant.retrieval.heads import ANSWERS, ORDER, RELEVANT, Judged, fitted
from assistant.retrieval.rerank import Judge
from assistant.sentences.windows import Window, is_list, leads_to_list, ordered, units, windows_of
from assistant.trace import Reranked, record, standing
from assistant.types import Evidence
from assistant.wording.answer_kinds import lift
from ingest.lexical import tokenise

_PASSAGES = 10  # passages whose sentences are looked at
_MOST_READ = 11  # sentences that are read with the question
_AT_MOST_ABOVE = 3.0  # the most relevant sentence, that any can score
_FOUND = 1.5  # what retrieval's score counts beside the reranker's for a list
_LISTS_AMONG, _LISTS_READ = 8, 3  # passages among which lists are looked for, and read
_LIST_READ = 500  # characters of a list that are read


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that is read with the question.

    `found` is retrieval's score below that of the best passage (0 or less); `kind` how far the
    sentence holds the kind of thing that is asked for.
    """

    window: Window
    found: float
    kind: float

    @property
    def texts(self) -> tuple[str, str]:
        """The two texts that are read: after the sentence before it, and under its heading."""
        return _in_context(self.window), _headed(self.window)


class Reader:
    """Reads windows of sentences together with the question."""

    def __init__(self, reranker: Judge, frequency: Mapping[str, int]) -> None:
        """Read with a reranker; `frequency` is in how many passages each word stands."""
        self._reranker = reranker
        stems = Counter[str]()
        for word, times in frequency.items():
            for stem in tokenise(word)[:1]:
                stems[stem] += times
        self._stems = stems

    def lists(self, question: str, evidence: Sequence[Evidence]) -> list[Window]:
        """Give the best passages that are lists, each as one window, read under its heading."""
        found = [e for e in evidence[:_LISTS_AMONG] if is_list(e.passage)][:_LISTS_READ]
        best = evidence[0].score if evidence else 0.0
        texts = [
            f"{' '.join(e.passage.section[-1:])}: {e.passage.text[:_LIST_READ]}" for e in found
        ]
        logits = np.mean([self.score(asked, texts) for asked in _wordings(question)], axis=0)
        return [
            Window(e.passage, own, 0, len(own), float(x) + _FOUND * (e.score - best))
            for e, x in zip(found, logits, strict=True)
            for own in (units(e.passage),)
        ]

    def read(self, question: str, evidence: Sequence[Evidence]) -> list[Window]:
        """Give the likeliest sentences of the best passages, best first; ties in reading order.

        The score of the best says how likely it answers, on the scale of relevance logits; those
        of the others lie as far below as they are less likely than it. The heads have only seen
        questions on their documents' topics: where nothing is relevant, nothing can score high.
        """
        candidates = self.candidates(question, evidence)
        if not candidates:
            return []
        judged = self._judged(question, candidates)
        order = judged[:, ORDER]
        order = order + np.array([_leading(question, c.window) for c in candidates])
        best = int(np.argmax(order))
        level = min(judged[best, ANSWERS], judged[:, RELEVANT].max() + _AT_MOST_ABOVE)
        scores = level + order - order[best]
        read = ordered(
            replace(c.window, score=float(x)) for c, x in zip(candidates, scores, strict=True)
        )
        record(
            lambda: Reranked(question, tuple(standing(w.passage, w.text, w.score) for w in read))
        )
        return read

    def candidates(self, question: str, evidence: Sequence[Evidence]) -> list[Candidate]:
        """Choose the sentences to be read, by shared words and their passage's score."""
        promising = [
            (self._promise(question, window, e), window)
            for e in evidence[:_PASSAGES]
            for window in windows_of(e.passage)
        ]
        chosen = sorted(promising, key=lambda c: -c[0])[:_MOST_READ]
        best = evidence[0].score if evidence else 0.0
        found = {e.passage.key: e.score - best for e in evidence}
        return [Candidate(w, found[w.passage.key], lift(question, w.text)) for _, w in chosen]

    def _judged(self, question: str, candidates: Sequence[Candidate]) -> Judged:
        """Judge sentences, the mean of all readings of them: (sentences, 3)."""
        read = np.mean(
            [self._reranker.judge(*one) for one in readings(question, candidates)], axis=0
        )
        found = np.array([c.found for c in candidates])
        kind = np.array([c.kind for c in candidates])
        read[:, :RELEVANT] += fitted().beside(found, kind)
        return np.asarray(read, dtype=np.float32)

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """Give the logit of each text as an answer to the question."""
        return [float(x) for x in self._reranker.score(question, texts)]

    def _promise(self, question: str, window: Window, evidence: Evidence) -> float:
        """Give how likely a sentence is to answer, cheaply: shared rare words, kind, passage."""
        asked = {t: self._rarity(t) for t in set(tokenise(question))}
        before = window.units[window.first - 1].text if window.first else ""
        heading = " ".join(window.passage.section[-1:])
        shared = (
            _shared(asked, window.text)
            + 0.4 * _shared(asked, before)
            + 0.3 * _shared(asked, heading)
        )
        return 1.2 * evidence.score + 2.0 * shared + 0.25 * lift(question, window.text)

    def share(self, question: str, text: str) -> float:
        """Give the share of a question's words, by rarity, that a text holds, 0 to 1."""
        return _shared({t: self._rarity(t) for t in set(tokenise(question))}, text)

    def _rarity(self, stem: str) -> float:
        return 1.0 / (1.0 + log(1.0 + self._stems[stem]))

    def gist(self, question: str, parts: Sequence[str]) -> list[int]:
        """Give the places of a long text's opening and of the sentences that answer best."""
        logits = self._reranker.score(question, parts)
        order = sorted(range(len(parts)), key=lambda i: (-float(logits[i]), i))
        return sorted({0, 1, *order[:3]} & set(range(len(parts))))


def readings(question: str, candidates: Sequence[Candidate]) -> list[tuple[str, list[str]]]:
    """Give what is read of sentences: each way to read them, with each wording of the question."""
    ways = [list(way) for way in zip(*(c.texts for c in candidates), strict=True)]
    return [(asked, texts) for asked in _wordings(question) for texts in ways]


def _wordings(question: str) -> tuple[str, ...]:
    """Give a question as it was asked, and its core where that is another."""
    return tuple(dict.fromkeys((question, core(question))))


_SEVERAL = re.compile(
    r"\b(?:which|what|name|list|give|all)\b(?:\W+\w+){0,6}?\W+(?P<noun>\w{3,}s)\b", re.IGNORECASE
)


def asks_for_several(question: str) -> bool:
    """Whether several things are asked for by a plural: "what changes"."""
    return _SEVERAL.search(question) is not None


def _leading(question: str, window: Window) -> float:
    """Give what a lead-in gains where several things of its name are asked for."""
    if not leads_to_list(window):
        return 0.0
    held = set(tokenise(window.text))
    nouns = {t for m in _SEVERAL.finditer(question) for t in tokenise(m["noun"])}
    return 2.5 if nouns & held else 0.0


def _shared(asked: Mapping[str, float], text: str) -> float:
    """Give the share of the asked words, by rarity, that a text holds."""
    held = set(tokenise(text))
    total = sum(asked.values())
    return sum(weight for stem, weight in asked.items() if stem in held) / total if total else 0.0


def _in_context(window: Window) -> str:
    """Give a sentence after the one before it; a lead-in with the head of its list."""
    if leads_to_list(window):
        listed = " ".join(u.text for u in window.units[window.last : window.last + 2])
        return f"{window.text} {listed}"
    if window.first:
        return f"{window.units[window.first - 1].text} {window.text}"
    return _headed(window)


def _headed(window: Window) -> str:
    """Give a sentence under its heading, where it says little on its own."""
    if len(window.text) > 160 or not window.passage.section:
        return window.text
    return f"{window.passage.section[-1][:120]}: {window.text}"
