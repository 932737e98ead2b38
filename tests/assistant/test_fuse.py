"""Rank fusion, with values computed by hand."""

from __future__ import annotations

import pytest

from assistant.fuse import reciprocal_rank


def test_a_row_found_twice_comes_before_rows_found_once() -> None:
    fused = reciprocal_rank([[7, 3], [3, 9]], k=60)

    assert [row for row, _ in fused] == [3, 7, 9]
    assert fused[0][1] == pytest.approx(1 / 62 + 1 / 61)


def test_weights_decide() -> None:
    assert reciprocal_rank([[1], [2]], weights=[1, 2])[0][0] == 2


def test_equal_scores_are_ordered_by_row() -> None:
    assert [row for row, _ in reciprocal_rank([[5], [2]])] == [2, 5]


def test_nothing_to_fuse() -> None:
    assert reciprocal_rank([]) == []
    assert reciprocal_rank([[], []]) == []


def test_every_ranking_needs_its_weight() -> None:
    with pytest.raises(ValueError, match="zip"):
        reciprocal_rank([[1], [2]], weights=[1])
