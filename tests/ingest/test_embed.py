"""The real model and its stand-in."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from ingest.embed import BgeEmbedder, Embedder, FakeEmbedder, JointEmbedder, MiniLMEmbedder

EMBEDDERS: list[Embedder] = [FakeEmbedder(), MiniLMEmbedder(), BgeEmbedder(), JointEmbedder()]


@pytest.mark.parametrize("embedder", EMBEDDERS, ids=lambda e: e.name)
def test_rows_have_length_one_and_the_stated_size(embedder: Embedder) -> None:
    vectors = embedder.embed(["knife crime", "", "the cost of naloxone kits"])

    assert vectors.shape == (3, embedder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


@pytest.mark.parametrize("embedder", EMBEDDERS, ids=lambda e: e.name)
def test_nothing_gives_no_rows(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, embedder.dimensions)


@pytest.mark.parametrize("embedder", EMBEDDERS, ids=lambda e: e.name)
def test_the_same_text_gives_the_same_row(embedder: Embedder) -> None:
    assert np.array_equal(embedder.embed(["a plan"]), embedder.embed(["a plan"]))


def test_meaning_counts_without_shared_words() -> None:
    for embedder in (MiniLMEmbedder(), BgeEmbedder()):
        asked, same, other = embedder.embed(
            ["Who pays for it?", "The council funds the scheme.", "It rains in May."]
        )

        assert asked @ same > asked @ other


def test_a_joint_similarity_is_the_weighted_mean_of_two() -> None:
    texts = ["knife crime", "Knife crime fell"]
    first, second = FakeEmbedder(8), FakeEmbedder(64)
    joint = JointEmbedder(first, second, share=0.25)

    one, other = joint.embed(texts)
    of_first, of_second = (e.embed(texts) for e in (first, second))
    mean = 0.75 * of_first[0] @ of_first[1] + 0.25 * of_second[0] @ of_second[1]
    assert joint.dimensions == 72
    assert one @ other == pytest.approx(mean, abs=1e-6)


def test_threads_share_one_loading() -> None:
    embedder = MiniLMEmbedder()

    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda _: embedder.embed(["a plan"])[0], range(4)))

    assert all(row == pytest.approx(rows[0], abs=1e-6) for row in rows)


def test_the_stand_in_puts_texts_with_shared_words_together() -> None:
    asked, shares, other = FakeEmbedder().embed(["knife crime", "Knife crime fell", "naloxone"])

    assert asked @ shares > asked @ other
