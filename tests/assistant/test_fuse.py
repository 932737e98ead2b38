"""Rank fusion, with values computed by hand."""

from __future__ import annotations

import pytest

from assistant.retrieval.fuse import blend, joined, lift_by_neighbours, reciprocal_rank, scaled_sum


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


def test_scores_are_scaled_by_the_best_of_their_ranking() -> None:
    fused = scaled_sum([[(1, 20.0), (2, 10.0)], [(2, 0.8), (3, 0.4)]], absent=[0, None])

    assert [row for row, _ in fused] == [1, 2, 3]
    assert [score for _, score in fused] == pytest.approx([1 + 0.5, 0.5 + 1, 0 + 0.5])


def test_a_ranking_of_one_row_counts_in_full() -> None:
    fused = scaled_sum([[(4, 3.0)], [(1, 0.5), (2, 0.4)]], absent=[0, None])

    assert [row for row, _ in fused] == [4, 1, 2]


def test_weights_decide_between_scaled_rankings() -> None:
    assert scaled_sum([[(1, 9.0)], [(2, 0.5)]], weights=[1, 2], absent=[0, 0])[0][0] == 2


def test_scores_without_a_positive_best_do_no_harm() -> None:
    assert scaled_sum([[(1, 2.0)], []]) == [(1, 1.0)]
    assert [row for row, _ in scaled_sum([[(1, 0.0)]])] == [1]


def test_fused_and_read_scores_are_blended() -> None:
    found = [(1, 3.0), (2, 2.0), (3, 1.0)]

    assert [row for row, _ in blend(found, [0, 0, 9], weight=0)] == [1, 2, 3]
    assert [row for row, _ in blend(found, [0, 0, 9], weight=1)] == [3, 1, 2]
    assert blend(found, [9, 0, 9])[0][0] == 1


def test_a_blend_standardises_both_scores() -> None:
    blended = blend([(1, 10.0), (2, 20.0)], [5.0, 7.0], weight=0.25)

    assert [row for row, _ in blended] == [2, 1]
    assert [score for _, score in blended] == pytest.approx([1, -1])


def test_a_blend_of_equal_scores_keeps_the_order_of_rows() -> None:
    assert blend([], []) == []
    assert [row for row, _ in blend([(2, 1.0), (1, 1.0)], [4.0, 4.0])] == [1, 2]


def test_a_row_beside_another_found_row_is_lifted() -> None:
    found = [(9, 1.0), (4, 0.98), (5, 0.6)]

    lifted = lift_by_neighbours(found, lambda one, other: True, share=0.1)

    assert [row for row, _ in lifted] == [4, 9, 5]
    assert dict(lifted)[4] == pytest.approx(0.98 + 0.06)


def test_a_neighbour_of_another_document_does_not_lift() -> None:
    found = [(9, 1.0), (4, 0.98), (5, 0.6)]

    assert lift_by_neighbours(found, lambda one, other: False, share=0.1) == found


def test_rows_searched_once_more_are_averaged_and_the_others_lowered() -> None:
    both = dict(joined([(1, 3.0), (2, 2.9), (3, 2.0)], {2: 3.0, 4: 2.8}, lowered=0.3))

    assert both == pytest.approx({1: 2.85, 2: 2.95, 3: 1.85, 4: 2.4})
    assert list(both) == [2, 1, 4, 3]
