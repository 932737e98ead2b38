"""Chooses the sentences of a passage that answer a question, and says whether any does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from assistant.retrieval.rerank import Reranker

# Fitted and measured on CLAPNQ, docs/retrieval.md.
_CONTEXT_SHARE = 0.5
_SLOPE, _INTERCEPT = 0.31, 0.05
ANSWERABLE_FROM = 0.69


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its place in the passage and how well it answers.

    `alone` is the logit of the sentence under its heading, `in_context` of the sentence after
    the one before it; `score` is what sentences are ordered by.
    """

    place: int
    text: str
    alone: float
    in_context: float

    @property
    def score(self) -> float:
        """Both logits together."""
        return self.alone + _CONTEXT_SHARE * self.in_context


def rank_sentences(
    question: str, sentences: Sequence[str], reranker: Reranker, heading: str = ""
) -> list[Scored]:
    """Order a passage's sentences by how well they answer, best first; ties by place.

    Each is read twice: under the heading, where there is one, and after the sentence before
    it, which may say what its pronouns stand for.

    Args:
        question: what is asked.
        sentences: the passage's, in order.
        reranker: reads question and sentence together.
        heading: what stands above the passage.

    """
    headed = [f"{heading}. {sentence}" if heading else sentence for sentence in sentences]
    followed = [" ".join(pair) for pair in pairwise(sentences)]
    logits = reranker.score(question, [*headed, *sentences[:1], *followed]).tolist()
    alone, in_context = logits[: len(sentences)], logits[len(sentences) :]
    scored = map(Scored, range(len(sentences)), sentences, alone, in_context)
    return sorted(scored, key=lambda sentence: (-sentence.score, sentence.place))


def answerability(scored: Sequence[Scored]) -> float:
    """Give the probability that one of a passage's sentences answers; 0 where it has none.

    It is the best logit in context, mapped by a logistic function. `ANSWERABLE_FROM` is where
    answerable and unanswerable are told apart.
    """
    if not scored:
        return 0.0
    best = max(sentence.in_context for sentence in scored)
    return 1 / (1 + exp(-(_SLOPE * best + _INTERCEPT)))
