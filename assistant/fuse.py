"""Joins several rankings of the same rows into one."""

from __future__ import annotations

from collections.abc import Sequence


def reciprocal_rank(
    rankings: Sequence[Sequence[int]],
    weights: Sequence[float] | None = None,
    k: int = 60,
) -> list[tuple[int, float]]:
    """Fuse rankings by the sum of weight / (k + rank) (Cormack, Clarke and Büttcher 2009).

    Args:
        rankings: row numbers, best first, one sequence for each ranking.
        weights: one for each ranking; 1 each where None.
        k: how little the first ranks stand out.

    Returns:
        Row numbers with scores, best first; equal scores are ordered by row number.

    """
    scores: dict[int, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, row in enumerate(ranking, start=1):
            scores[row] = scores.get(row, 0.0) + weight / (k + rank)
    return sorted(scores.items(), key=lambda found: (-found[1], found[0]))
