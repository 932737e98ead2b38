"""Finds evidence: passages by words and by meaning, fused into one order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.fuse import joined, lift_by_neighbours, scaled_sum
from assistant.trace import Searched, ranked, record
from assistant.types import Evidence
from ingest.embed import Embedder
from ingest.library import Library

Found = Sequence[tuple[int, float]]

_POOL = 100  # passages that each retriever gives
_WORDS, _MEANING = 0.75, 2.25  # shares of the two retrievers, measured in docs/retrieval.md
_FIRST, _MOST = 10, 0.8  # passages found first, and the share of one document that settles it
_ELSEWHERE = 0.3  # what a passage of another document then loses


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
        everywhere = self._fused(by_words, by_meaning)
        order = self._within_document(everywhere, spelled, vector)[:k]
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

    def _fused(self, by_words: Found, by_meaning: Found) -> Found:
        fused = scaled_sum([by_words, by_meaning], [_WORDS, _MEANING], [0.0, None])
        return lift_by_neighbours(fused, self._together)

    def _within_document(self, found: Found, spelled: str, vector: NDArray[np.float32]) -> Found:
        """Search once more in the document that nearly all of the first passages are of.

        There a word counts by how rare it is in that document: the words that led to the
        document stand all over it, and do not tell its passages apart.
        """
        own = self._document_of(found)
        if not own:
            return found
        words = self._library.search_words(spelled, _POOL, (own,), own_rarity=True)
        meaning = self._library.search_vectors(vector, _POOL, (own,))
        inside = dict(self._fused(words, meaning))
        return joined(found, inside, lowered=_ELSEWHERE)

    def _document_of(self, found: Found) -> str:
        """Give the document of nearly all of the first passages, empty where there is none."""
        first = Counter(self._library.passages[place].document for place, _ in found[:_FIRST])
        named = first.most_common(1)
        settled = bool(named) and named[0][1] >= _MOST * min(_FIRST, len(found))
        return named[0][0] if settled else ""

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
