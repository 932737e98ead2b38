"""What kind of answer a question wants."""

from __future__ import annotations

import pytest

from assistant.answer_kinds import holds_needed, is_brief, wanted


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("When was the pier opened?", ["date"]),
        ("When is the next review due?", ["date", "condition"]),
        ("When is a wave treated as high?", ["condition"]),
        ("How many boats are there and why?", ["reason", "number"]),
        ("Who signs the plan?", ["person"]),
    ],
)
def test_kinds_that_are_wanted(question: str, names: list[str]) -> None:
    assert [kind.name for kind in wanted(question)] == names


def test_a_condition_needs_no_date() -> None:
    said = "Waves are high where two boats cannot pass."
    assert holds_needed("When is a wave treated as high?", said)
    assert not holds_needed("When was the pier opened?", said)
    assert not is_brief("When is a wave treated as high?")
