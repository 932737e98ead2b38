"""Rules that are drawn as many short strokes."""

from __future__ import annotations

from ingest.readers.pdf.dashes import with_dashes_joined
from ingest.readers.pdf.rules import Rule

HEAD = [Rule(60, 120, 100), Rule(120, 300, 100)]


def dotted(x0: float, x1: float, y: float) -> list[Rule]:
    count = int((x1 - x0) / 2)
    return [Rule(x0 + 2 * n, x0 + 2 * n + 1, y) for n in range(count)] + [Rule(x1 - 1, x1, y)]


def test_short_strokes_on_one_height_are_one_rule() -> None:
    assert list(with_dashes_joined(dotted(60, 300, 140.2))) == [Rule(60, 300, 140.2)]


def test_below_a_broken_rule_of_their_width_they_are_broken_alike() -> None:
    found = list(with_dashes_joined([*HEAD, *dotted(60, 300, 120)]))
    assert found == [*HEAD, Rule(60, 120, 120), Rule(120, 300, 120)]


def test_few_strokes_and_strokes_far_apart_stay_as_they_are() -> None:
    few = [Rule(60 + 20 * n, 64 + 20 * n, 50) for n in range(9)]
    assert list(with_dashes_joined(few)) == few
    two = [Rule(60, 62, 80), Rule(63, 65, 80)]
    assert list(with_dashes_joined(two)) == two
