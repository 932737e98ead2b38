"""A plan, the report on it a year later, the minutes of its board and a scrutiny paper."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer

from .conftest import opened_with

PLAN = """# Golau i Bawb: Harbour Light Plan 2023-2026

Heddlu Dyffryn Aber Police

Agreed on 27 March 2023.

## What we will do

| Ref | Deliverable | Senior responsible owner | Due |
|---|---|---|---|
| 1.1 | Hang lamps along the whole of the west pier | Head of Estates Asa Reed | 30 June 2023 |
| 1.2 | Train 150 lookouts to read the weather | Director of People Siân Rowe | 31 January 2024 |
| 1.3 | Ring the fog bell each hour | Head of Estates Asa Reed | 31 December 2023 |
| 1.4 | Count the boats that come in by night | Director of People Siân Rowe | 29 February 2024 |
"""

REPORT = """# Golau i Bawb: progress report 2023/24

Heddlu Dyffryn Aber Police

23 May 2024. Position at 31 March 2024.

## Key to status

| Blue | Complete |
|---|---|
| Green | On track |
| Red | Off track |
| Grey | Superseded or closed for another reason |

## Progress against each action

| Ref | Action | Lead | Target date | Status | Update |
|---|---|---|---|---|---|
| 1.1 | Lamps on the west pier | Head of Estates | 30 June 2023 | Blue | Lit since May. |
| 1.2 | Lookouts | Director of People | 31 January 2024 | Red | 34 are trained. |
| 1.3 | Fog bell | Head of Estates | 31 March 2024 | Grey | A siren took its place. |
| 1.4 | Boats by night | Head of Data (was Director of People) | 29 Feb 2024 | Red | None yet. |
| 1.5 | Paint the sea wall | Director of Estates | 31 May 2025 | Green | White paint is bought. |

Action 1.2 was put back because the teacher fell ill.
"""

MINUTES = """# Harbour Watch Board: minutes

Meeting of 23 April 2024

## 3. Matters arising

Action 1: Send the corrected figures to all members – Fiona Reed, by 30 April 2024.

Action 2: Ask the ferry for a berth – Bo Field with Cy Marsh, by 17 May 2024.

Decision 1: To keep the bus. Decision 2: To light a beacon on the hill.

## Annex: actions carried over from earlier meetings

| Ref | Action | Owner | Due |
|---|---|---|---|
| 23/31 | Mend the gate | Fiona Reed | 31 January 2024 |
| 23/34 | Print the leaflet | Bo Field | 29 February 2024 |
"""

PROMISES = """<html><body><h1>Harbour promises</h1><p>Northvale Harbour Council</p>
<h2>What we promise</h2><ol><li>You will have one named pilot in the harbour.</li>
<li>If you ask for a quiet berth we will find one within two hours.</li></ol></body></html>"""

SCRUTINY = """# Deep dive: ropes and knots at Harrow Quay

Harrow Quay Police

Recommendation 1: Crews should say in their own words why a rope was cut.

Chief Constable's response: Accepted. Chief Inspector Leon Marsh will take the tick-list away.

Update, spring 2024: It is gone. Complete.

Recommendation 2: Crews should splice each rope twice.

Chief Constable's response: Accepted.

Update, spring 2024: Half are spliced, and the recommendation stays open.
"""


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {
        "dyffryn-aber-harbour-light-plan.md": PLAN,
        "golau-i-bawb-progress-report.md": REPORT,
        "harbour-watch-board-minutes.md": MINUTES,
        "harrow-quay-deep-dive.md": SCRUTINY,
        "harbour-promises.html": PROMISES,
    }
    return opened_with(tmp_path_factory.mktemp("works"), texts)


def ids(answer: Answer) -> set[str]:
    return {item.id for item in answer.items}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which actions were given a different lead during the year?", {"1.4"}),
        ("Which Golau i Bawb actions were overdue at 31 March 2024?", {"1.2", "1.4"}),
        ("Which actions in Dyffryn Aber are complete?", {"1.1"}),
        ("How many deliverables has the Director of People got in the plan?", {"1.2"}),
        ("Which actions does the Head of Data lead according to the report?", {"1.4"}),
        ("Everything with the estates director's name against it please", {"1.5"}),
        ("Which items of the light plan have had their deadline pushed back?", {"1.3"}),
        ("Which actions in the watch board minutes are due before May?", {"1", "23/31", "23/34"}),
        ("Which recommendations are still open at Harrow Quay?", {"2"}),
        ("What has Fiona Reed got to do? just the new ones", {"1"}),
        ("How many new actions did the board hand out on 23 April?", {"1", "2"}),
    ],
)
def test_entries_are_chosen(works: Assistant, question: str, found: set[str]) -> None:
    assert ids(works.ask(question)) == found


def test_what_only_the_report_has_is_given_where_the_plan_is_asked(works: Assistant) -> None:
    answer = works.ask("What is action 1.5 in the original plan?")
    assert answer.status == "answered"
    assert "is not in" in answer.text
    assert "Paint the sea wall" in answer.text


def test_how_an_entry_came_to_be_is_told_over_the_editions(works: Assistant) -> None:
    text = works.ask("Take me through the lookouts from the original plan up to now").text
    assert "34 are trained" in text
    assert "Train 150 lookouts" in text


def test_running_text_that_names_an_entry_is_told_with_it(works: Assistant) -> None:
    assert "the teacher fell ill" in works.ask("Why was action 1.2 put back?").text


def test_a_decision_is_not_the_section_of_its_number(works: Assistant) -> None:
    text = works.ask("What was decision 2 at the meeting on 23 April 2024?").text
    assert "light a beacon on the hill" in text


def test_who_undertakes_an_entry_is_told_where_no_column_does(works: Assistant) -> None:
    text = works.ask("Who is responsible for recommendation 1 at Harrow Quay?").text
    assert "names no owner" in text
    assert "Chief Inspector Leon Marsh will take the tick-list away" in text


def test_a_quote_leaves_out_the_number_that_a_program_gives_a_list(works: Assistant) -> None:
    answer = works.ask("How soon is a quiet berth found at Northvale?")
    quote = "If you ask for a quiet berth we will find one within two hours."
    assert quote in [c.quote for c in answer.citations]


def test_nothing_is_said_to_be_nowhere_that_a_document_has(works: Assistant) -> None:
    text = works.ask("What colour are Fiona's boots?").text
    assert "there is nothing in them about" not in text
