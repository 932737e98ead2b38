"""What statuses mean, in documents' words and in people's."""

from __future__ import annotations

import pytest

from assistant.wording.statuses import (
    asked_statuses,
    fits,
    is_over,
    leads_with_status,
    meaning,
    meanings,
    status_told,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Complete", "complete"),
        ("Complete, six weeks late", "complete"),
        ("Closed.", "complete"),
        ("Partly implemented", "in part"),
        ("Accepted in part", "in part"),
        ("Not started", "not started"),
        ("Not yet due", "not due"),
        ("Behind schedule", "late"),
        ("Superseded", "withdrawn"),
        ("In progress", "in progress"),
        ("On track", "on track"),
        ("RED", "red"),
        ("Awaiting a reply", ""),
        ("", ""),
    ],
)
def test_a_status_has_a_meaning(value: str, expected: str) -> None:
    assert meaning(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Complete. Both units opened in May.", True),
        ("Accepted in part. We will ask the questions.", True),
        ("Four buildings complete. Designs are drawn.", False),
        ("The category was withdrawn on 1 May.", False),
    ],
)
def test_running_text_may_begin_with_a_status(text: str, expected: bool) -> None:
    assert leads_with_status(text) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which are red?", [("red", False)]),
        ("what is not complete", [("complete", True)]),
        ("what hasn't been completed yet", [("complete", True)]),
        ("which have not started?", [("not started", False)]),
        ("which are green or amber", [("green", False), ("amber", False)]),
        ("who owns it", []),
    ],
)
def test_a_question_says_a_status(question: str, expected: list[tuple[str, bool]]) -> None:
    assert [(a.meaning, a.denied) for a in asked_statuses(question)] == expected


def test_a_words_own_meaning_stands_in_for_another() -> None:
    done = asked_statuses("which are done?")[0]
    assert fits(["Complete"], done, literally=False)
    assert not fits(["Complete"], done, literally=True)


def test_what_is_withdrawn_is_not_waiting_to_be_completed() -> None:
    denied = asked_statuses("which are not complete?")[0]
    assert fits(["Red"], denied, literally=False)
    assert not fits(["Superseded"], denied, literally=False)
    assert is_over(["Superseded"])
    assert not is_over(["Red"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Complete. Both units opened in May.", "Complete. Both units opened in May."),
        ("The pier was lit in May. Complete.", "Complete."),
        ("A post was made. This recommendation is complete.", "This recommendation is complete."),
        ("Closed 9 January 2024.", "Closed 9 January 2024."),
        ("Four lamps are up. More will follow.", ""),
    ],
)
def test_a_status_is_told_first_or_last(text: str, told: str) -> None:
    assert status_told(text) == told


def test_two_statuses_in_one_are_both_told() -> None:
    assert meanings("Accepted and complete. The lamps were lit.") == {"accepted", "complete"}
    assert leads_with_status("Accepted and complete.")
    assert not leads_with_status("Lamps and complete.")
    for word in ("accepted", "complete"):
        (asked,) = asked_statuses(f"which are {word}?")
        assert fits(["Accepted and complete."], asked, literally=False)
        assert fits(["Accepted and complete."], asked, literally=True)
