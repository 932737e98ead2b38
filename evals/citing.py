"""Measures how far quotes and the reference's evidence are the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from evals.normalise import words

ENOUGH = 0.5
"""The share of words in common from which a quote shows a piece of evidence."""

_RUN = 3
"""Words in common count in runs of at least so many: single ones occur everywhere."""


def overlap(quote: str, evidence: str) -> float:
    """Give the share of the shorter text's words that stand in runs common to both, 0 to 1."""
    ours, theirs = words(quote), words(evidence)
    shorter = min(len(ours), len(theirs))
    return sum(size for _, size in _runs(ours, theirs)) / shorter if shorter else 0.0


def supports(quote: str, evidence: str) -> bool:
    """Say whether a quote is of the evidence's words: at least ENOUGH overlap."""
    return overlap(quote, evidence) >= ENOUGH


def covered(evidence: str, quotes: Sequence[str]) -> float:
    """Give the share of the evidence's words that the quotes show together, 0 to 1."""
    theirs = words(evidence)
    shown: set[int] = set()
    for quote in quotes:
        for start, size in _runs(words(quote), theirs):
            shown.update(range(start, start + size))
    return len(shown) / len(theirs) if theirs else 0.0


def cited(evidence: str, quotes: Sequence[str]) -> bool:
    """Say whether the quotes together show at least ENOUGH of the evidence."""
    return covered(evidence, quotes) >= ENOUGH


def _runs(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Give where the common runs start in `theirs`, with their lengths.

    The longest run first, then left and right of it (Ratcliff and Obershelp 1988).
    """
    least = min(_RUN, len(ours), len(theirs))
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        if block.size >= least > 0:
            yield block.b, block.size
