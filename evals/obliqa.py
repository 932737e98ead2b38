"""Measures finding passages on ObliQA: questions about numbered regulations (Apache-2.0).

`python -m evals.obliqa DOCUMENTS_DIR QUESTIONS.json --condition fusion --cache DIR` prints
recall@10 and MAP@10 as the authors count them (Gokhan et al. 2024): averages over the
questions, a passage named by its document and its number.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.fuse import blend, lift_by_neighbours, reciprocal_rank, scaled_sum
from assistant.retrieval.rerank import CrossEncoder, Reranker
from evals.metrics import percentile
from ingest.embed import Embedder, JointEmbedder
from ingest.errors import CorpusError, QuestionsError
from ingest.lexical import LexicalIndex

CUTOFF = 10
_POOL = 300  # passages that each retriever gives
_MEANING = 2.0  # what meaning counts beside words
_HEADED = 0.5  # of what words count, those of the passage under its heading
_READ = 20  # passages that the cross-encoder reads
_LONGEST_HEADING = 14  # words

Key = tuple[int, str]
Ranked = list[tuple[int, float]]
Search = Callable[[str], Ranked]


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage of the regulations: its document's number, its own number, its words."""

    key: Key
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the keys of the passages that answer it."""

    text: str
    relevant: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one condition; times in seconds a question."""

    condition: str
    questions: int
    recall: float
    average_precision: float
    p50: float
    p95: float


def load_clauses(folder: Path) -> list[Clause]:
    """Read the passages of every document, documents in the order of their numbers.

    Raises:
        CorpusError: the folder holds no documents.

    """
    files = sorted(folder.glob("*.json"), key=lambda path: (len(path.stem), path.stem))
    if not files:
        raise CorpusError(f"no documents (*.json) in {folder}")
    rows = [row for file in files for row in json.loads(file.read_text(encoding="utf-8"))]
    return [Clause(_key(row), row["Passage"]) for row in rows]


def load_questions(path: Path, sample: int = 0) -> list[Asked]:
    """Read the questions; with `sample`, so many of them, always the same.

    Raises:
        QuestionsError: the file is not one of the benchmark's.

    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        asked = [Asked(r["Question"], frozenset(_key(p) for p in r["Passages"])) for r in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuestionsError(f"{path} is not a file of ObliQA questions: {error}") from error
    return random.Random(0).sample(asked, sample) if 0 < sample < len(asked) else asked


def is_heading(text: str) -> bool:
    """Say whether a passage only names what follows: empty, or short and not a sentence."""
    words = text.split()
    return not words or (len(words) <= _LONGEST_HEADING and not re.search(r"[.;:]\s*$", text))


class Searches:
    """The ways of searching that are compared, each loaded when first asked for."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        embedder: Embedder | None = None,
        reranker: Reranker | None = None,
        cache: Path | None = None,
    ) -> None:
        self._texts = [clause.text for clause in clauses]
        self._documents = [clause.key[0] for clause in clauses]
        self._allowed = np.array([not is_heading(text) for text in self._texts], dtype=np.bool_)
        self._embedder = embedder or JointEmbedder()
        self._reranker = reranker or CrossEncoder()
        self._cache = cache
        self._index: LexicalIndex | None = None
        self._headed: LexicalIndex | None = None
        self._vectors: NDArray[np.float32] | None = None

    @property
    def names(self) -> dict[str, Search]:
        """The conditions by their names."""
        return {
            "bm25": self.lexical,
            "dense": self.dense,
            "fusion-rrf": self.ranks,
            "fusion-scores": self.scores,
            "fusion": self.fusion,
            "cross-encoder": self.read,
            "fusion+cross-encoder": self.fusion_read,
        }

    def lexical(self, question: str) -> Ranked:
        """Search by words."""
        if self._index is None:
            self._index = LexicalIndex.build(self._texts)
        return self._index.search(question, _POOL, self._allowed)

    def under_headings(self, question: str) -> Ranked:
        """Search by the words of passages and of the headings above them."""
        if self._headed is None:
            self._headed = LexicalIndex.build(headed(self._texts, self._documents))
        return self._headed.search(question, _POOL, self._allowed)

    def dense(self, question: str) -> Ranked:
        """Search by meaning."""
        if self._vectors is None:
            self._vectors = embedded(self._texts, self._embedder, self._cache)
        scores = self._vectors @ self._embedder.embed([question])[0]
        rows = np.flatnonzero(self._allowed)
        best = rows[np.argsort(-scores[rows], kind="stable")[:_POOL]]
        return [(int(row), float(scores[row])) for row in best]

    def ranks(self, question: str) -> Ranked:
        """Fuse both by their ranks."""
        found = [self.lexical(question), self.dense(question)]
        return reciprocal_rank([[row for row, _ in ranking] for ranking in found])

    def fusion(self, question: str) -> Ranked:
        """Fuse both by their scores, and lift what stands together."""
        return lift_by_neighbours(self.scores(question), self._together)

    def _together(self, one: int, other: int) -> bool:
        known = 0 <= other < len(self._documents)
        return known and self._documents[one] == self._documents[other]

    def scores(self, question: str) -> Ranked:
        """Fuse words, words under headings and meaning by their scores."""
        found = [self.lexical(question), self.under_headings(question), self.dense(question)]
        return scaled_sum(found, [1.0 - _HEADED, _HEADED, _MEANING], [0, 0, None])

    def read(self, question: str) -> Ranked:
        """Order the best of the fusion by the cross-encoder alone."""
        return self._blended(question, 1)

    def fusion_read(self, question: str) -> Ranked:
        """Order the best of the fusion by fusion and cross-encoder together."""
        return self._blended(question)

    def _blended(self, question: str, *weight: float) -> Ranked:
        found = self.fusion(question)
        texts = [self._texts[row] for row, _ in found[:_READ]]
        read = blend(found[:_READ], self._reranker.score(question, texts).tolist(), *weight)
        return [*read, *found[_READ:]]


def headed(texts: Sequence[str], documents: Sequence[int]) -> list[str]:
    """Give each text after the heading that stands last above it in its document."""
    found: list[str] = []
    heading, own = "", 0
    for text, document in zip(texts, documents, strict=True):
        if document != own:
            heading, own = "", document
        if text.strip() and is_heading(text):
            heading = text
        found.append(f"{heading} {text}")
    return found


def embedded(
    texts: Sequence[str], embedder: Embedder, cache: Path | None = None
) -> NDArray[np.float32]:
    """Embed the texts, or take the vectors from the cache folder: (texts, dimensions)."""
    if cache is None:
        return embedder.embed(texts)
    digest = sha256("\0".join([embedder.name, *texts]).encode()).hexdigest()[:16]
    path = cache / f"{digest}.npy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        np.save(path, embedder.embed(texts))
    return np.asarray(np.load(path), dtype=np.float32)


def recall_at(found: Sequence[Key], relevant: frozenset[Key], k: int = CUTOFF) -> float:
    """Give the share of the relevant passages among the first k found."""
    return len(set(found[:k]) & relevant) / len(relevant)


def average_precision_at(found: Sequence[Key], relevant: frozenset[Key], k: int = CUTOFF) -> float:
    """Average the precision at each relevant passage of the first k, over all relevant ones."""
    hits, total = 0, 0.0
    for rank, key in enumerate(found[:k], start=1):
        if key in relevant:
            hits += 1
            total += hits / rank
    return total / len(relevant)


def measure(
    condition: str, search: Search, clauses: Sequence[Clause], questions: Sequence[Asked]
) -> Result:
    """Search for every question and average the figures."""
    search(questions[0].text)  # what is loaded on first use is not timed
    recalls, precisions, seconds = [], [], []
    for question in questions:
        start = perf_counter()
        ranked = search(question.text)
        seconds.append(perf_counter() - start)
        found = list(dict.fromkeys(clauses[row].key for row, _ in ranked))
        recalls.append(recall_at(found, question.relevant))
        precisions.append(average_precision_at(found, question.relevant))
    return Result(
        condition=condition,
        questions=len(questions),
        recall=float(np.mean(recalls)),
        average_precision=float(np.mean(precisions)),
        p50=median(seconds),
        p95=percentile(seconds, 95),
    )


def as_table(results: Sequence[Result]) -> str:
    """Lay the results out as a Markdown table."""
    lines = [
        "| condition | questions | recall@10 | MAP@10 | s/question, median | 95th |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {r.condition} | {r.questions:,} | {r.recall:.3f} | {r.average_precision:.3f} "
        f"| {r.p50:.3f} | {r.p95:.3f} |"
        for r in results
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    options = _parser().parse_args(arguments)
    clauses = load_clauses(options.documents)
    questions = load_questions(options.questions, options.sample)
    searches = Searches(clauses, cache=options.cache).names
    wanted = options.condition or ["fusion"]
    results = [measure(name, searches[name], clauses, questions) for name in wanted]
    sys.stdout.write(as_table(results) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.obliqa", description=__doc__)
    parser.add_argument("documents", type=Path, help="folder of the regulations")
    parser.add_argument("questions", type=Path, help="file of questions")
    parser.add_argument("--condition", action="append", choices=sorted(Searches([]).names))
    parser.add_argument("--sample", type=int, default=0, help="so many questions instead of all")
    parser.add_argument("--cache", type=Path, help="folder to keep vectors in")
    return parser


def _key(row: dict[str, Any]) -> Key:
    return row["DocumentID"], row["PassageID"]


if __name__ == "__main__":
    main()
