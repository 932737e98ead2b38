"""What kind of answer a question wants."""

from __future__ import annotations

import pytest

from assistant.wording.answer_kinds import holds_needed, is_brief, lift, wanted


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("When was the pier opened?", ["date"]),
        ("When is the next review due?", ["date", "condition"]),
        ("When is a wave treated as high?", ["condition"]),
        ("How many boats are there and why?", ["reason", "number"]),
        ("Who signs the plan?", ["person"]),
        ("What did the audit recommend?", ["recommended"]),
        ("How far has the work got?", ["progress"]),
        ("What makes a wave a high one?", ["meaning"]),
        ("Which towns have a lifeboat?", ["place"]),
    ],
)
def test_kinds_that_are_wanted(question: str, names: list[str]) -> None:
    assert [kind.name for kind in wanted(question)] == names


def test_a_condition_needs_no_date() -> None:
    said = "Waves are high where two boats cannot pass."
    assert holds_needed("When is a wave treated as high?", said)
    assert not holds_needed("When was the pier opened?", said)
    assert not is_brief("When is a wave treated as high?")


def test_what_is_done_counts_more_than_what_is_meant_to_be() -> None:
    asked = "How far have the harbours got with hiring crews?"
    done = lift(asked, "14 harbours have hired crews.")
    assert done > lift(asked, "By May 2020 the 14 harbours will hire crews.")
