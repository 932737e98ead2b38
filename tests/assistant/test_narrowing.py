"""Lists narrowed by blanks, statuses, values, meetings and chosen documents."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer, Turn

from .conftest import opened_with

TRACKER = """# Palmers Green Harbour Board Action Plan 2025

1 May 2025

| No | Action | Owner | Deadline | Status | Priority | Funded by |
|---|---|---|---|---|---|---|
| 1 | Hang lamps | Insp. Cole | 30 June 2025 | Closed | High | Lottery grant |
| 2 | Mend the gate | Pier Master |  | Open | Low | Harbour dues |
| 3 | Print a leaflet | - | TBC | Open | Low | Lottery grant |
| 4 | Ring the bell | Insp. Cole | 1 September 2025 | Green | Medium | |
"""

MINUTES = """# Saltmere Rope Committee: minutes

Saltmere Harbour Council

Minutes of the meeting held on 14 October 2025

## 2. Frayed ropes

ROP/25/41 That the Rope Maker splice the long rope. By 30 November 2025.

ROP/25/42 That the Clerk write to the mill. By 3 November 2025.

## 3. Knots

ROP/25/43 That Standing Orders are suspended. By a majority of six to two.

The hall cost £86,000 to heat. ACTION: Asa Reed to report back, by 5 May 2026.

## 4. Wreck

| Ward | Wrecks |
|---|---|
| Castle | 41 |
| Mill | 63 |
| All Saints | 120 |
| Park | 98 |
"""

RISKS = """# Brackwater Lifeboat Risk Register 2025

| Ref | Risk | Risk score | Owner |
|---|---|---|---|
| SR1 | Loss of the slipway | 3 (High) x 4 = 12 | Coxswain |
| SR2 | Shortage of crew | 5 (Critical) x 4 = 20 | Mechanic |
| SR3 | Loss of the mast | 2 (Low) x 2 = 4 | Coxswain |

The crew support scheme is called Safe Harbour.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {
        "palmers-green-plan.md": TRACKER,
        "saltmere-rope-minutes.md": MINUTES,
        "brackwater-risks.md": RISKS,
    }
    return opened_with(tmp_path_factory.mktemp("narrowing"), texts)


def ids(answer: Answer) -> set[str]:
    return {item.id for item in answer.items}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which Palmers Green actions have no deadline?", {"2", "3"}),
        ("Which Palmers Green actions have no owner?", {"3"}),
        ("How many actions are in the Palmers Green plan?", {"1", "2", "3", "4"}),
        ("List the open and closed Palmers Green actions", {"1", "2", "3"}),
        ("List the low priority Palmers Green actions", {"2", "3"}),
        ("Which Palmers Green actions are high or medium priority?", {"1", "4"}),
        ("Which Palmers Green actions are open but not low priority?", set()),
        ("List Insp. Cole's actions", {"1", "4"}),
        ("What is Insp. Cole measured on?", {"1", "4"}),
        ("Which actions came out of the October rope committee meeting?", {"41", "42", "43", ""}),
        ("Which actions came out of the frayed ropes item at Saltmere?", {"41", "42"}),
        ("Which risks score 12 or more?", {"SR1", "SR2"}),
    ],
)
def test_the_entries_asked_for_are_given(
    harbour: Assistant, question: str, found: set[str]
) -> None:
    assert {i.removeprefix("ROP/25/") for i in ids(harbour.ask(question))} == found


def test_who_funds_is_not_who_owns(harbour: Assistant) -> None:
    assert "Harbour dues" in harbour.ask("Who funds action 2 of the Palmers Green plan?").text


def test_a_name_that_begins_with_all_is_no_total(harbour: Assistant) -> None:
    assert "All Saints" in harbour.ask("Which ward had the most wrecks?").text


def test_what_a_thing_is_called_needs_no_person(harbour: Assistant) -> None:
    answer = harbour.ask("What is the crew support scheme called?")
    assert answer.status == "answered"
    assert "Safe Harbour" in answer.text


def test_what_stands_beside_an_action_is_found(harbour: Assistant) -> None:
    assert "£86,000" in harbour.ask("How much did it cost to heat the hall?").text


def test_an_identifier_nobody_has_is_not_answered_by_its_neighbour(harbour: Assistant) -> None:
    answer = harbour.ask("Who owns ROP/25/44?")
    assert answer.status in ("no_such_item", "not_found")


def test_an_entry_of_a_body_that_is_in_no_document_is_nobody_elses(harbour: Assistant) -> None:
    answer = harbour.ask("Who owns action 2 at Tidewell Police?")
    assert answer.status == "no_such_item"
    assert "Tidewell" in answer.text


def test_an_answer_from_chosen_documents_rests_on_those_alone(harbour: Assistant) -> None:
    answer = harbour.ask("Which actions are there?", (), ["saltmere-rope-minutes.md"])
    assert {c.document for c in answer.citations} == {"saltmere-rope-minutes.md"}
    other = harbour.ask("Who owns action 4?", (), ["brackwater-risks.md"])
    assert other.status == "no_such_item"


def test_what_an_entry_has_is_asked_after_it_was_spoken_of(harbour: Assistant) -> None:
    before = [
        Turn("user", "Who owns action 1 of the Palmers Green plan?"),
        Turn("assistant", "Action 1 is owned by Insp. Cole."),
    ]
    assert "30 June 2025" in harbour.ask("What was the deadline?", before).text
    other = harbour.understand("What happens if the deadline is missed?", before)
    assert "action 1" not in other.text.lower()


def test_a_committee_that_is_in_no_minutes_agreed_nothing(harbour: Assistant) -> None:
    answer = harbour.ask("Which actions were agreed at the Planning Committee?")
    assert answer.count is None
