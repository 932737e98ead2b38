"""What a question asks: its core and its parts."""

from __future__ import annotations

import pytest

from assistant.question.asking import core, parts, with_topic


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Which board oversees the plan, and who chairs it now?",
            ("Which board oversees the plan?", "who chairs it now?"),
        ),
        (
            "How much is the grant and who can approve it, and by when?",
            ("How much is the grant?", "who can approve it?", "by when?"),
        ),
        ("Who owns the drugs and alcohol plan?", ("Who owns the drugs and alcohol plan?",)),
        (
            "The board met and who knows what happened?",
            ("The board met and who knows what happened?",),
        ),
        ("Which boats may go out? All of them please.", ("Which boats may go out?",)),
        ("What makes a good pilot? Give me every quality.", ("What makes a good pilot?",)),
        (
            "A supplier offers a free trial. Which group approves it?",
            ("A supplier offers a free trial. Which group approves it?",),
        ),
    ],
)
def test_parts(text: str, found: tuple[str, ...]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Could you tell me who owns the river flood plan?", "who owns the river flood plan?"),
        (
            "We started early because it was urgent. How soon must the form reach the team?",
            "How soon must the form reach the team?",
        ),
        (
            "Scrutiny have asked what the plan proposes for people in housing.",
            "what the plan proposes for people in housing.",
        ),
        (
            "What lines of enquiry can we follow? full list pls",
            "What lines of enquiry can we follow?",
        ),
        ("We hold two copies of the policy. What are they?", None),
        ("the no. of actions about rivers", None),
    ],
)
def test_core(text: str, found: str | None) -> None:
    assert core(text) == (found or text)


def test_a_later_part_that_points_back_takes_the_topic_along() -> None:
    asked = with_topic("who can approve it?", "How much is the flood grant for shops?")
    assert asked == "who can approve it: flood grant shops?"
    other = with_topic("and in the final 2020 plan?", "Who ran the flood grant in the draft?")
    assert other == "and in the final 2020 plan: ran flood grant?"
    whole = "who chairs the county flood board?"
    assert with_topic(whole, "How much is the grant?") == whole
