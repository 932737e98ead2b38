"""Joins several rankings of the same rows into one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, pstdev


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


def scaled_sum(
    rankings: Sequence[Sequence[tuple[int, float]]],
    weights: Sequence[float] | None = None,
    absent: Sequence[float | None] | None = None,
) -> list[tuple[int, float]]:
    """Fuse scored rankings by the weighted sum of score / best score of its ranking.

    Unlike `reciprocal_rank` it keeps how far the first rows stand out (Bruch, Gai and Ingber
    2023, convex combination).

    Args:
        rankings: row numbers with scores, best first, one sequence for each ranking.
        weights: one for each ranking; 1 each where None.
        absent: for each ranking, the score of a row that it lacks: 0 for shared words; None
            for the lowest that is listed, right for similarities. All None where left out.

    Returns:
        Row numbers with scores, best first; equal scores are ordered by row number.

    """
    scores = dict.fromkeys((row for ranking in rankings for row, _ in ranking), 0.0)
    parts = zip(
        rankings, weights or [1.0] * len(rankings), absent or [None] * len(rankings), strict=True
    )
    for ranking, weight, missing in parts:
        if not ranking:
            continue
        best = max(ranking[0][1], 1e-9)
        found = dict(ranking)
        lowest = ranking[-1][1] if missing is None else missing
        for row in scores:
            scores[row] += weight * found.get(row, lowest) / best
    return sorted(scores.items(), key=lambda found: (-found[1], found[0]))


def joined(
    found: Sequence[tuple[int, float]], inside: Mapping[int, float], lowered: float
) -> list[tuple[int, float]]:
    """Average rows' scores with those of a search among some of them; the others are lowered.

    Args:
        found: row numbers with scores, best first; a row that is missing counts as the last.
        inside: the scores of the rows that were searched once more, on the same scale.
        lowered: what the rows outside lose, before the average.

    Returns:
        Row numbers with scores, best first; equal scores are ordered by row number.

    """
    scores = dict(found)
    least = min(scores.values(), default=0.0)
    rows = {*scores, *inside}
    outer = {row: scores.get(row, least) for row in rows}
    both = [(row, (own + inside.get(row, own - lowered)) / 2) for row, own in outer.items()]
    return sorted(both, key=lambda pair: (-pair[1], pair[0]))


def blend(
    found: Sequence[tuple[int, float]], read: Sequence[float], weight: float = 0.5
) -> list[tuple[int, float]]:
    """Order found rows by their fused score and a reranker's score together.

    Both are standardised over the rows first (mean 0, deviation 1).

    Args:
        found: row numbers with fused scores.
        read: the reranker's score of each of them, in the same order.
        weight: the reranker's share, from 0 to 1.

    Returns:
        Row numbers with blended scores, best first; equal scores are ordered by row number.

    """
    fused = _standardised([score for _, score in found])
    scored = zip(found, fused, _standardised(read), strict=True)
    blended = [(row, (1 - weight) * ours + weight * theirs) for (row, _), ours, theirs in scored]
    return sorted(blended, key=lambda pair: (-pair[1], pair[0]))


def _standardised(values: Sequence[float]) -> list[float]:
    deviation = pstdev(values) if len(values) else 0.0
    middle = fmean(values) if len(values) else 0.0
    return [(value - middle) / (deviation or 1.0) for value in values]


def lift_by_neighbours(
    found: Sequence[tuple[int, float]], together: Callable[[int, int], bool], share: float = 0.03
) -> list[tuple[int, float]]:
    """Add to each row a share of the scores of the rows just before and after it.

    Rows about the asked subject stand side by side, a stray match stands alone.

    Args:
        found: row numbers with fused scores.
        together: says whether two neighbouring rows belong together (the same document).
        share: how much of a neighbour's score counts.

    Returns:
        The same rows with their scores, best first; equal scores are ordered by row number.

    """
    scores = dict(found)
    lifted = [
        (
            row,
            score + share * sum(scores.get(n, 0.0) for n in (row - 1, row + 1) if together(row, n)),
        )
        for row, score in found
    ]
    return sorted(lifted, key=lambda pair: (-pair[1], pair[0]))
