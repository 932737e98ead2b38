"""Finds evidence: passages by words and by meaning, fused, then read together with the question."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from assistant.fuse import reciprocal_rank
from assistant.rerank import Reranker
from assistant.types import Evidence
from ingest.embed import Embedder
from ingest.library import Library, indexed_text

_POOL = 30  # passages that each retriever gives
_READ = 14  # passages that the reranker reads


class Retriever:
    """Finds the passages that answer a question, best first."""

    def __init__(
        self,
        library: Library,
        embedder: Embedder,
        reranker: Reranker,
        expansions: Mapping[str, str],
    ) -> None:
        self._library = library
        self._embedder = embedder
        self._reranker = reranker
        self._expansions = expansions

    def find(
        self, question: str, documents: Collection[str] = (), read: int = _READ
    ) -> list[Evidence]:
        """Give the passages read with their scores (logits), best first; ties in library order."""
        places = self.candidates(question, documents)[:read]
        passages = [self._library.passages[p] for p in places]
        scores = self._reranker.score(question, [indexed_text(p) for p in passages])
        found = [
            Evidence(passage, float(score), self._library.item(passage.item))
            for passage, score in zip(passages, scores, strict=True)
        ]
        return sorted(found, key=lambda e: (-e.score, e.passage.key))

    def candidates(self, question: str, documents: Collection[str] = ()) -> list[int]:
        """Give the places of the passages that words or meaning bring up, fused, best first."""
        spelled = self.spelled_out(question)
        by_words = self._library.search_words(spelled, _POOL, documents)
        vector = self._embedder.embed([question])[0]
        by_meaning = self._library.search_vectors(vector, _POOL, documents)
        rankings = [[place for place, _ in by_words], [place for place, _ in by_meaning]]
        return [place for place, _ in reciprocal_rank(rankings)]

    def spelled_out(self, question: str) -> str:
        """Give the question with what its abbreviations stand for, and abbreviations of its words."""
        words = set(re.findall(r"[\w&-]+", question))
        lowered = question.lower()
        added = [
            long if short in words or short.rstrip("s") in words else short
            for short, long in self._expansions.items()
            if short in words or short.rstrip("s") in words or long.lower() in lowered
        ]
        return " ".join([question, *added])
