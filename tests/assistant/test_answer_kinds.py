"""What kind of answer a question wants."""

from __future__ import annotations

import pytest

from assistant.answer_kinds import holds_needed, is_brief, lift, wanted
from assistant.told_numbers import told_number


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


@pytest.mark.parametrize(
    ("question", "text", "number"),
    [
        ("how many milestones does it track?", "It reports on 65 milestones from 20 actions.", 65),
        ("how many kits did we get", "Piers get six new starter kits. They last 10 days.", 6),
        ("how many visitors come?", "In a year 1,401 visitors come to the pier.", 1401),
        ("how many wardens are trained?", "Of 640 wardens, 371 have been trained.", None),
        ("how many wardens are trained?", "There are 640 wardens; 371 are trained.", None),
        ("how many wardens agreed?", "We heard seven of their eight wardens.", None),
        ("how many boats are there?", "There were 40 boats in May and 52 boats in June.", None),
        ("how many boats are there?", "The boats cost £40 each, and 12 piers have one.", None),
    ],
)
def test_a_number_is_told_of_what_is_counted(question: str, text: str, number: int | None) -> None:
    assert told_number(question, text) == number
