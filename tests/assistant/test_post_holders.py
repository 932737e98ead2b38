"""Who holds a post that registers name without the person."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.trace import Tried

from .conftest import opened_with

PLAN = """# Harbour safety plan

Quaymouth Harbour Board, 9 May 2025

## Actions

| Ref | Action | Lead |
|---|---|---|
| H1 | Light the long pier | Operation Gannet Lead |
| H2 | Mend the fog bell | Chair of the Pier Subgroup |
| H3 | Teach two people to drive the crane | Crane Foreman |
| H4 | Buy a tug that floats | Head of Boats |
| H5 | Fill the lamps | Head of Lamps |

## Who is who

The Tide Subgroup is chaired by Superintendent Farida Whitlam. The Pier Subgroup is chaired by
Josephine Arkell, who is the Harbour Treasurer. Operation Gannet is led by Inspector Callum Verity.
The Crane Foreman looks after the crane in Ynys Mawr. Anna Kowalczyk told the Lamp Committee that
she will chair the works panel. The Lamp Committee is chaired by the Harbour Master. Jane Smith is
the Head of Boats for the harbour. The Head of Lamps, Peter Brown, keeps the oil.

## Oversight

The rota for the fog bell was agreed by the Lamp Committee in March. The harbour dues are watched by
the Tide Subgroup, which meets each week.
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened_with(tmp_path_factory.mktemp("plan"), {"harbour-safety-plan.md": PLAN})


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        (
            "who chairs the Pier Subgroup?",
            "The Pier Subgroup is chaired by Josephine Arkell, who is the Harbour Treasurer.",
        ),
        (
            "what is the name of the Operation Gannet Lead?",
            "Operation Gannet is led by Inspector Callum Verity.",
        ),
        (
            "who chairs the Lamp Committee?",
            "The Lamp Committee is chaired by the Harbour Master.",
        ),
        (
            "what is the name of the Head of Boats?",
            "Jane Smith is the Head of Boats for the harbour.",
        ),
        (
            "what is the name of the Head of Lamps?",
            "The Head of Lamps, Peter Brown, keeps the oil.",
        ),
    ],
)
def test_the_sentence_that_names_the_holder_is_the_answer(
    plan: Assistant, question: str, quote: str
) -> None:
    answer = plan.ask(question)
    assert answer.status == "answered"
    assert [c.quote for c in answer.citations] == [quote]


def test_the_person_behind_an_entrys_owner_is_told_with_it(plan: Assistant) -> None:
    answer = plan.ask("what is the name of the person who leads H2?")
    assert "Chair of the Pier Subgroup" in answer.text
    assert "Josephine Arkell" in answer.text
    assert "Whitlam" not in answer.text


def test_a_later_part_may_ask_who_chairs_the_body_that_was_found(plan: Assistant) -> None:
    answer = plan.ask(
        "Which committee agreed the rota for the fog bell, and who chairs that committee?"
    )
    assert answer.status == "answered"
    assert "agreed by the Lamp Committee" in answer.citations[0].quote
    assert answer.citations[-1].quote == "The Lamp Committee is chaired by the Harbour Master."


def test_the_person_is_left_out_where_the_post_is_asked_for(plan: Assistant) -> None:
    assert "Arkell" not in plan.ask("who leads H2?").text


def test_a_post_whose_holder_nobody_names_is_told_as_such(plan: Assistant) -> None:
    answer = plan.ask("what is the name of the Crane Foreman?")
    assert answer.status == "not_found"
    assert "do not say who holds it" in answer.text


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who is the Head of Lamps?", "The Head of Lamps, Peter Brown, keeps the oil."),
        (
            "Who is the Quaymouth Harbour Treasurer?",
            "Josephine Arkell, who is the Harbour Treasurer",
        ),
    ],
)
def test_who_somebody_is_by_their_post(plan: Assistant, question: str, quote: str) -> None:
    assert quote in plan.ask(question).citations[0].quote


def test_a_deputy_is_not_taken_for_the_post(tmp_path: Path) -> None:
    text = PLAN.replace("The Head of Lamps, Peter", "The Deputy Head of Lamps, Peter")
    deputy = opened_with(tmp_path, {"plan.md": text})
    quotes = [c.quote for c in deputy.ask("Who is the Deputy Head of Lamps?").citations]
    assert quotes == ["The Deputy Head of Lamps, Peter Brown, keeps the oil."]
    trace = deputy.explain("Who is the Head of Lamps?")
    found = [s for s in trace.steps if isinstance(s, Tried) and s.way == "the person in a post"]
    assert [step.status for step in found] == [""]
