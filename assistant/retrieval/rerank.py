"""Scores how well texts answer a question, reading both together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.heads import Judged, fitted
from ingest.lexical import tokenise
from ingest.onnx_model import OnnxModel

Scores = NDArray[np.float32]

_LONGEST = 256
_STATE = "/bert/pooler/Gather_output_0"  # of the first token, in the last layer
_WIDTH = 384


class Reranker(Protocol):
    """Something that reads a question and a text together."""

    def score(self, question: str, texts: Sequence[str]) -> Scores:
        """Give a score for each text, in order; higher is better: (texts,)."""


class Judge(Reranker, Protocol):
    """A reranker that also tells how texts answer, not only how relevant they are."""

    def judge(self, question: str, texts: Sequence[str]) -> Judged:
        """Give how each of the texts answers: (texts, 3).

        Which of them answers best, whether each answers at all, and how relevant it is.
        """


class CrossEncoder:
    """ms-marco-MiniLM-L-12-v2 with 8-bit weights; a score is the logit of relevance.

    The model is loaded on first use. It reads the first 256 word pieces of question and text.
    """

    def __init__(self) -> None:
        self._model = OnnxModel("reranker_en", _LONGEST, _STATE)

    def score(self, question: str, texts: Sequence[str]) -> Scores:
        """Give the logit of each text, in order; above 0 is more likely relevant: (texts,)."""
        logits = self._model.run([(question, text) for text in texts])
        return np.array([logit[0] for logit in logits], dtype=np.float32)

    def judge(self, question: str, texts: Sequence[str]) -> Judged:
        """Judge each text as an answer by the heads over the model's state: (texts, 3)."""
        logits, states = self.states(question, texts)
        return np.column_stack([fitted().judge(states), logits])

    def states(self, question: str, texts: Sequence[str]) -> tuple[Scores, NDArray[np.float32]]:
        """Give each text's logit, and the model's state when it is read: (texts,), (texts, 384)."""
        outputs = self._model.run_all([(question, text) for text in texts])
        logits = np.array([given[0][0] for given in outputs], dtype=np.float32)
        states = np.array([given[-1] for given in outputs], dtype=np.float32)
        return logits, states.reshape(len(texts), _WIDTH)


class FakeReranker:
    """A deterministic stand-in for tests: the share of the question's words, as a logit."""

    def score(self, question: str, texts: Sequence[str]) -> Scores:
        """Give from -8 (no word of the question) to 8 (all of them): (texts,)."""
        wanted = set(tokenise(question))
        shares = [len(wanted & set(tokenise(text))) / max(1, len(wanted)) for text in texts]
        return np.array([16 * share - 8 for share in shares], dtype=np.float32)

    def judge(self, question: str, texts: Sequence[str]) -> Judged:
        """Give the score for all three: (texts, 3)."""
        scores = self.score(question, texts)
        return np.stack([scores, scores, scores], axis=1)
