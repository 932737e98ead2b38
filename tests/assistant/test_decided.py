"""Whether something was accepted, why it stands as it does, and what is done instead."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

REVIEW = """# Harbour review

Quaymouth Harbour Board, 9 May 2025

## Recommendations

### Recommendation 1: night patrols

The patrol should go out on seven nights a week.

Addressed to: Harbour Watch.

Response: Rejected. It would cost 215,000 crowns a year.

### Recommendation 2: lamps

The long pier should be lit from dusk to dawn.

Addressed to: Pier Office.

Response: Accepted. The lamps were lit in May.

## Actions

| Ref | Action | Lead | Status | What has happened |
|---|---|---|---|---|
| HL1 | Set up an advisory group | Asa Reed | Closed | Nobody came, so meetings on the pier under \
HL2 are used instead. |
| HL2 | Hold a meeting on the pier each month | Bo Field | Behind | The yard has not signed. |

## Points for the Board

Pier meetings (HL2). Without the yard there is no room when it rains.
"""


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened_with(tmp_path_factory.mktemp("review"), {"harbour-review.md": REVIEW})


def test_the_response_tells_whether_a_recommendation_was_accepted(review: Assistant) -> None:
    answer = review.ask("was the recommendation on night patrols accepted?")
    assert answer.status == "answered"
    assert "Response: Rejected. It would cost" in answer.text
    assert "lamps" not in answer.text


def test_a_title_is_followed_by_what_the_recommendation_says(review: Assistant) -> None:
    answer = review.ask("exact wording of recommendation 2")
    assert "lamps – The long pier should be lit from dusk to dawn." in answer.text


def test_a_status_is_told_with_what_has_happened(review: Assistant) -> None:
    answer = review.ask("what is the status of HL2?")
    assert "Status: Behind." in answer.text
    assert "The yard has not signed." in answer.text


def test_words_that_only_head_a_sentence_are_told_with_it(review: Assistant) -> None:
    answer = review.ask("how is HL2 going?")
    assert "Pier meetings (HL2). Without the yard there is no room when it rains." in answer.text


def test_what_is_used_instead_is_told_with_the_words_that_say_so(review: Assistant) -> None:
    said = review.ask("who leads HL1?").text.splitlines()
    assert [line.split(" [")[0] for line in said] == [
        "Action HL1 (Set up an advisory group) is led by Asa Reed.",
        "Nobody came, so meetings on the pier under HL2 are used instead.",
        "Action HL2 (Hold a meeting on the pier each month) is led by Bo Field.",
    ]
