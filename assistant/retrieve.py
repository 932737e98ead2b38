"""Finds evidence: passages by words and by meaning, fused into one order."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from assistant.fuse import lift_by_neighbours, scaled_sum
from assistant.trace import Searched, ranked, record
from assistant.types import Evidence
from ingest.embed import Embedder
from ingest.library import Library

_POOL = 100  # passages that each retriever gives
_WORDS, _MEANING = 0.75, 2.25  # shares of the two retrievers, measured in docs/retrieval.md


class Retriever:
    """Finds the passages that are about a question, best first."""

    def __init__(self, library: Library, embedder: Embedder, expansions: Mapping[str, str]) -> None:
        self._library = library
        self._embedder = embedder
        self._expansions = expansions

    def find(self, question: str, documents: Collection[str] = (), k: int = 20) -> list[Evidence]:
        """Give the k best passages with their fused scores; ties in library order."""
        spelled = self.spelled_out(question)
        by_words = self._library.search_words(spelled, _POOL, documents)
        vector = self._embedder.embed([question])[0]
        by_meaning = self._library.search_vectors(vector, _POOL, documents)
        fused = scaled_sum([by_words, by_meaning], [_WORDS, _MEANING], [0.0, None])
        order = lift_by_neighbours(fused, self._together)[:k]
        passages = self._library.passages
        record(
            lambda: Searched(
                spelled,
                ranked(by_words, passages),
                ranked(by_meaning, passages),
                ranked(order, passages),
            )
        )
        return [
            Evidence(passages[place], score, self._library.item(passages[place].item))
            for place, score in order
        ]

    def _together(self, first: int, second: int) -> bool:
        passages = self._library.passages
        if not 0 <= second < len(passages):
            return False
        return passages[first].document == passages[second].document

    def spelled_out(self, question: str) -> str:
        """Give the question with its abbreviations written out and its names abbreviated."""
        words = set(re.findall(r"[\w&-]+", question))
        lowered = question.lower()
        added = [
            long if short in words or short.rstrip("s") in words else short
            for short, long in self._expansions.items()
            if short in words or short.rstrip("s") in words or long.lower() in lowered
        ]
        return " ".join([question, *added])
