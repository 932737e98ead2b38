"""How far a quote and the evidence are the same words, worked out by hand."""

from __future__ import annotations

import pytest

from evals.citing import cited, covered, overlap, supports

EVIDENCE = "c. Review testing processes and keep practices Justice Unit Lead"  # 10 words


@pytest.mark.parametrize(
    ("quote", "share"),
    [
        (EVIDENCE, 1.0),
        ("justice  unit LEAD", 1.0),  # all 3 of the shorter text's words
        ("Review testing processes and stop all the others now", 4 / 9),
        ("keep and review", 0.0),  # runs of one word do not count
        ("Lead", 1.0),  # the shorter text's whole length is run enough
        ("Owner", 0.0),
        ("", 0.0),
    ],
)
def test_overlap(quote: str, share: float) -> None:
    assert overlap(quote, EVIDENCE) == pytest.approx(share)


def test_a_quote_supports_from_a_half() -> None:
    assert supports("Review testing processes a b c", EVIDENCE)  # 3 of 6
    assert not supports("Review testing processes a b c d", EVIDENCE)  # 3 of 7


def test_quotes_cover_together() -> None:
    assert covered(EVIDENCE, ["Justice Unit Lead"]) == pytest.approx(0.3)
    assert covered(EVIDENCE, ["Justice Unit Lead", "Unit Lead"]) == pytest.approx(0.3)
    assert covered(EVIDENCE, ["Justice Unit Lead", "c. Review testing"]) == pytest.approx(0.6)
    assert not cited(EVIDENCE, ["Justice Unit Lead"])
    assert cited(EVIDENCE, ["Justice Unit Lead", "c. Review testing"])
    assert covered("", ["x"]) == covered(EVIDENCE, []) == 0.0
