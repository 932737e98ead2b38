"""What is not decided yet, a meeting that was not held yet, and fields that are empty."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.wording.kinds_held import holds_kind

from .conftest import opened_with

MINUTES = """# Harbour Board

Quaymouth Harbour Board

Minutes of the meeting held on 14 May 2025

## Money

The Board has asked the regional fund for 340,000 crowns for the long pier. An application has been
made to the fund, which will decide on 27 June 2025.

The panel approved the parks budget of £40,000. The panel will consider the library budget in
June.

The February 2025 meeting agreed to close the swimming pool at Hill Road.

The next meeting of the Board is on 9 July 2025.

## Part A: Lamps

| Ref | Action | Lead |
|---|---|---|
| A1 | Light the long pier | Asa Reed |
| A2 | Light the short pier | |

## Part B: Boats

| Ref | Action | Lead |
|---|---|---|
| B1 | Buy a tug that floats | |
| B2 | Mend the ferry | Bo Field |
"""


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened_with(
        tmp_path_factory.mktemp("board"), {"harbour-board-minutes-2025-05-14.md": MINUTES}
    )


def test_what_somebody_will_decide_is_not_approved_yet(board: Assistant) -> None:
    answer = board.ask("Did the regional fund approve the 340,000 crowns?")
    assert answer.status == "not_found"
    assert "will decide on 27 June 2025" in answer.text


def test_minutes_of_another_month_do_not_tell_of_a_meeting(board: Assistant) -> None:
    assert board.ask("What did the Board decide at its July 2025 meeting?").status == "not_found"
    assert board.ask("What did the Board ask for at its May 2025 meeting?").status == "answered"


def test_what_was_decided_beside_what_will_be_is_told(board: Assistant) -> None:
    answer = board.ask("Was the parks budget of £40,000 approved by the panel?")
    assert answer.status == "answered"
    assert "approved the parks budget" in answer.text


def test_minutes_may_tell_what_an_earlier_meeting_did(board: Assistant) -> None:
    question = "What did the February 2025 meeting agree about the swimming pool at Hill Road?"
    assert board.ask(question).status == "answered"


def test_an_empty_cell_names_who_stands_above_it_in_its_group(board: Assistant) -> None:
    answer = board.ask("who leads A2?")
    assert answer.status == "blank"
    assert "A1: Asa Reed" in answer.text


def test_nobody_is_named_from_below_or_from_another_group(board: Assistant) -> None:
    answer = board.ask("who leads B1?")
    assert answer.status == "blank"
    assert "Field" not in answer.text
    assert "Reed" not in answer.text


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("what is the pilot's phone number?", "Author: Asa Reed, Harbour Office", False),
        ("what is the pilot's phone number?", "Ring the pilot on 01632 960 144", True),
        ("why is there no phone number for boats?", "Nobody remembered it", True),
        ("what are the mobile libraries?", "Two vans go round the villages", True),
        ("what is the salary of a pilot?", "Pilots cost us £395,000", False),
        ("what is the salary of a pilot?", "Pilots are paid £39,500", True),
        ("how much are boats fined for speeding?", "Boats paid no heed to the 20 buoys", False),
        ("how much are boats fined for speeding?", "A boat is fined £40", True),
        ("what is the skipper of the tug called?", "The skipper let go both anchors", False),
        ("what is the skipper of the tug called?", "Mr Asa Reed steered the tug", True),
        ("what is the pilots' new course called?", "The pilots take Steady Hands", True),
        ("what's the budget for the lamps?", "The lamps are funded by the ferry board", False),
        ("is there a budget for the lamps?", "The lamps are funded by the ferry board", True),
        ("the budget for lamps, in pounds?", "The board funds the lamps with £4,000", True),
        ("what does a pack of lamps cost?", "Lamps; Price in the tariff: £12.95", True),
    ],
)
def test_pay_prices_and_numbers_to_ring(question: str, text: str, *, held: bool) -> None:
    assert holds_kind(question, text, text) is held
