"""Finds passages by their words (BM25); the one place that imports bm25s and the stemmer."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from pathlib import Path
from types import MappingProxyType

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

from ingest.errors import IndexOutdated

# A word, or pieces of letters and digits joined by . - / ' & _: "2.6c", "VAWG-12", "18.5.1".
_TOKEN = re.compile(r"[^\W_]+(?:[.\-/’'&_][^\W_]+)*")
_PART = re.compile(r"\d+|[^\W\d_]+")
_POSSESSIVE = re.compile(r"[’']s$")
_FORMAT = 2
_WORDS_FILE = "words.json"
_WORDS, _PAIRS = "words", "pairs"

# Measured on ObliQA, docs/retrieval.md: k1 and b of the words, of the pairs of neighbouring
# words, and how much a pair counts.
_RANKING = {_WORDS: (0.9, 0.55), _PAIRS: (0.6, 0.5)}
_PAIR_WEIGHT = 0.4

# Words that carry a question's grammar and not its subject.
_STOP_WORDS = """
a about an and any are as at be been being by can could did do does for from had has have how i
if in into is it its may me might must my of on or our shall should so such than that the their
them then there these they this those to under was we were what when where which who whom whose
why will with within would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def tokenise(text: str) -> list[str]:
    """Give the tokens that are matched, in order, stemmed (Snowball English) and lower-case.

    An identifier is one token and its parts are tokens too: "2.6c" gives 2.6c, 2, 6 and c.
    Stop words are left out.
    """
    return _tokens(_words(text))


class LexicalIndex:
    """A BM25 index over rows of text (Robertson and Zaragoza 2009, idf as in Lucene).

    Besides the words, pairs of neighbouring words are indexed, so that a phrase counts more
    than its words apart (Metzler and Croft 2005, sequential dependence).
    """

    def __init__(
        self, rankers: Mapping[str, bm25s.BM25], rows: int, vocabulary: Mapping[str, int]
    ) -> None:
        self._rankers = rankers
        self._rows = rows
        self._vocabulary = MappingProxyType(dict(vocabulary))

    def __len__(self) -> int:
        return self._rows

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """The lower-case words as written, each with the number of rows that have it."""
        return self._vocabulary

    @classmethod
    def build(cls, texts: Sequence[str]) -> LexicalIndex:
        """Index the texts; row numbers are their places in the sequence."""
        words = [_words(text) for text in texts]
        rows = [_tokens(row) for row in words]
        counts = Counter(word for row in words for word in set(row))
        rankers = {_WORDS: _ranker(_WORDS, rows), _PAIRS: _ranker(_PAIRS, [*map(_pairs, rows)])}
        kept = {name: ranker for name, ranker in rankers.items() if ranker is not None}
        return cls(kept, len(texts), dict(sorted(counts.items())))

    def save(self, folder: Path) -> None:
        """Write the index into the folder, which is made where it is missing."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, ranker in self._rankers.items():
            ranker.save(folder / name, show_progress=False)
        state = {
            "format": _FORMAT,
            "rows": self._rows,
            "rankers": list(self._rankers),
            "vocabulary": dict(self._vocabulary),
        }
        text = json.dumps(state, ensure_ascii=False)
        (folder / _WORDS_FILE).write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Open an index that `save` wrote; the scores stay on disk until they are used.

        Raises:
            FileNotFoundError: nothing was saved there.
            IndexOutdated: another version of the format was saved there.

        """
        state = json.loads((folder / _WORDS_FILE).read_text(encoding="utf-8"))
        if state.get("format") != _FORMAT:
            raise IndexOutdated(
                f"the word index in {folder} is of another version; rebuild it: "
                "verse ingest --rebuild"
            )
        rankers = {name: bm25s.BM25.load(folder / name, mmap=True) for name in state["rankers"]}
        return cls(rankers, state["rows"], state["vocabulary"])

    def scores(self, query: str, among: NDArray[np.bool_] | None = None) -> NDArray[np.float32]:
        """Give every row's score, 0 where it shares no token with the query: (rows,).

        With `among`, a token counts by how rare it is among those rows instead of all.
        """
        tokens = tokenise(query)
        scores = self._scores_of(_WORDS, tokens, among)
        return scores + np.float32(_PAIR_WEIGHT) * self._scores_of(_PAIRS, _pairs(tokens), among)

    def search(
        self,
        query: str,
        k: int,
        allowed: NDArray[np.bool_] | None = None,
        *,
        own_rarity: bool = False,
    ) -> list[tuple[int, float]]:
        """Give the `k` best rows that share a token with the query, best first.

        Args:
            query: what is searched for.
            k: how many rows at most.
            allowed: which rows may be found, one truth value for each; all where None.
            own_rarity: whether a token counts by how rare it is among the allowed rows: in a
                document about diversion that word tells nothing.

        Returns:
            Row numbers with scores; equal scores are ordered by row number.

        """
        scores = self.scores(query, allowed if own_rarity else None)
        found = scores > 0 if allowed is None else (scores > 0) & allowed
        rows = np.flatnonzero(found)
        best = rows[np.argsort(-scores[rows], kind="stable")[:k]]
        return [(int(row), float(scores[row])) for row in best]

    def _scores_of(
        self, name: str, tokens: Sequence[str], among: NDArray[np.bool_] | None
    ) -> NDArray[np.float32]:
        ranker = self._rankers.get(name)
        known = ranker.get_tokens_ids(list(tokens)) if ranker is not None else []
        if ranker is None or not known:
            return np.zeros(self._rows, dtype=np.float32)
        if among is None:
            return np.asarray(ranker.get_scores_from_ids(known), dtype=np.float32)
        total = np.zeros(self._rows, dtype=np.float32)
        for token in known:
            scores = np.asarray(ranker.get_scores_from_ids([token]), dtype=np.float32)
            total += scores * _rarer(scores > 0, among)
        return total


def _rarer(having: NDArray[np.bool_], among: NDArray[np.bool_]) -> np.float32:
    """Give how many times rarer a token is among some rows than among all, by its idf."""
    everywhere = _idf(len(having), int(having.sum()))
    return np.float32(_idf(int(among.sum()), int(having[among].sum())) / everywhere)


def _idf(rows: int, having: int) -> float:
    """Give the inverse document frequency as Lucene counts it."""
    return log(1 + (rows - having + 0.5) / (having + 0.5))


def _words(text: str) -> list[str]:
    """Give the lower-case words as written, identifiers whole."""
    return [_POSSESSIVE.sub("", match.lower()) for match in _TOKEN.findall(folded(text))]


def folded(text: str) -> str:
    """Give a text with plain letters for those with marks, as people type them: Kowhai, Ynys Mon.

    Letters stand where they stood.
    """
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", c)[:1] if c.isalpha() else c for c in text)


def _tokens(words: Sequence[str]) -> list[str]:
    return [token for word in words for token in _tokens_of(word)]


def _tokens_of(word: str) -> list[str]:
    if word in STOP_WORDS:
        return []
    if word.isalpha():
        return [_stem(word)]
    parts = [_stem(part) for part in _PART.findall(word)]
    return [word, *parts] if len(parts) > 1 else [word]


def _pairs(tokens: Sequence[str]) -> list[str]:
    return [f"{first} {second}" for first, second in pairwise(tokens)]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    # A stemmer may not be shared between threads; making one costs more than stemming.
    return str(Stemmer.Stemmer("english").stemWord(word))


def _ranker(name: str, rows: Sequence[Sequence[str]]) -> bm25s.BM25 | None:
    """Build the BM25 scores; the tokens are numbered in order so that files are reproducible."""
    numbers = {token: n for n, token in enumerate(sorted({t for row in rows for t in row}))}
    if not numbers:
        return None
    k1, b = _RANKING[name]
    ranker = bm25s.BM25(k1=k1, b=b, method="lucene")
    ranker.index(([[numbers[t] for t in row] for row in rows], numbers), show_progress=False)
    return ranker
