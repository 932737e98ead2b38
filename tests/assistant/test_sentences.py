"""Choosing sentences, with the real cross-encoder and its stand-in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.retrieval.rerank import CrossEncoder, FakeReranker
from assistant.sentences.ranking import ANSWERABLE_FROM, Scored, answerability, rank_sentences
from assistant.sentences.windows import begins_point

SENTENCES = [
    "The scheme began in Swansea in 2019.",
    "It is paid for by the health board.",
    "Kits are kept at every custody suite.",
]


class Lengths:
    """Scores a text by its length, and keeps what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.read = list(texts)
        return np.array([len(text) for text in texts], dtype=np.float32)


def test_the_sentence_that_answers_comes_first() -> None:
    ranked = rank_sentences("Who pays for the scheme?", SENTENCES, CrossEncoder())

    assert ranked[0].place == 1
    assert ranked[0].text == SENTENCES[1]
    assert sorted(sentence.place for sentence in ranked) == [0, 1, 2]


def test_each_sentence_is_read_under_its_heading_and_after_the_one_before() -> None:
    reranker = Lengths()

    ranked = rank_sentences("?", ["a", "bb"], reranker, heading="H")

    assert reranker.read == ["H. a", "H. bb", "a", "a bb"]
    assert ranked[0] == Scored(place=1, text="bb", alone=5, in_context=4)
    assert ranked[0].score == 7


def test_equal_sentences_keep_their_order() -> None:
    ranked = rank_sentences("nothing shared", ["one", "two", "six"], FakeReranker())

    assert [sentence.place for sentence in ranked] == [0, 1, 2]


def test_no_sentences() -> None:
    assert rank_sentences("Who?", [], FakeReranker()) == []
    assert answerability([]) == 0


@pytest.mark.parametrize(
    ("question", "answered"),
    [("Who pays for the scheme?", True), ("How tall is the Eiffel Tower?", False)],
)
def test_whether_a_passage_answers(question: str, answered: bool) -> None:
    scored = rank_sentences(question, SENTENCES, CrossEncoder())

    assert (answerability(scored) >= ANSWERABLE_FROM) is answered


def test_the_probability_rises_with_the_best_sentence_in_context() -> None:
    weak = [Scored(0, "", alone=0, in_context=-10), Scored(1, "", alone=9, in_context=-9)]
    strong = [*weak, Scored(2, "", alone=0, in_context=9)]

    assert 0 < answerability(weak) < 0.1
    assert 0.9 < answerability(strong) < 1


def test_short_steps_of_three_levels_are_points_and_long_ones_paragraphs() -> None:
    assert begins_point("6.1.1 Search the register for the name.")
    assert not begins_point("6.1 Search the register for the name.")
    assert not begins_point("6.1.2 " + "The board looked at it and found it good. " * 5)
