"""Wilson intervals, against values worked out by hand and published ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.intervals import Share, share, wilson


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        # 5 of 10: centre 0.5, spread z·sqrt(0.025 + z²/400) / (1 + z²/10) = 0.2634.
        (5, 10, 0.2366, 0.7634),
        # 0 of n: from 0 to z²/(n + z²) = 3.8415/13.8415.
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        # Newcombe 1998, table I, method 3: 81 of 263 and 15 of 148.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
    ],
)
def test_known_intervals(hits: int, total: int, low: float, high: float) -> None:
    assert wilson(hits, total) == pytest.approx((low, high), abs=5e-5)


def test_nothing_tried_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert Share(0, 0).value is None


@pytest.mark.parametrize(("hits", "total"), [(3, 2), (-1, 2)])
def test_what_is_no_share_is_refused(hits: int, total: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(hits, total)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(trial: tuple[int, int]) -> None:
    hits, total = trial
    low, high = wilson(hits, total)
    assert 0 <= low <= hits / total <= high <= 1
    assert wilson(total - hits, total) == pytest.approx((1 - high, 1 - low))


def test_a_share_counts_the_true_ones() -> None:
    assert share([True, False, True]) == Share(2, 3)
