"""Questions in two steps: what a sentence says of an entry leads to what the entry's row tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

PLAN = """# Harbour Light Plan 2025

Quayside Harbour Board

The Harbour Watch Group is chaired by the Director of Boats. Annie Quill, Director of Boats, has
held the post since 2021.

In April 2025 the tide gauge was struck by a barge, and 1.2 had to wait for its repair. Money left
over from the drowned bell buoy has gone to 1.3.

The tea room for rowers at the old boathouse is paid for by the council and is separate from 1.4.

| Ref | Action | Owner | Target | Due | Position |
|---|---|---|---|---|---|
| 1.1 | Hang lamps on the pier | Head of Works | 40 lamps | 30 June 2025 | Depends on 1.4 |
| 1.2 | Dredge the inner basin | Pier Master | 3 metres | 31 July 2025 | Held up |
| 1.3 | Ring the fog bell | Bell Ringer | every hour | 31 August 2025 | On track |
| 1.4 | Splice the long rope | Rope Maker | 200 metres | To be agreed by the Board | On track |
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("bridges")
    return opened_with(folder, {"harbour-light-plan.md": PLAN})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who owns the action that got the money left over from the drowned bell buoy?", "Bell"),
        ("Who leads the action that had to wait when a barge struck the tide gauge?", "Pier"),
        ("1.1 cannot start before another action is done: who owns that one?", "Rope Maker"),
    ],
)
def test_the_entry_that_a_sentence_names(plan: Assistant, question: str, told: str) -> None:
    assert told in plan.ask(question).text


def test_a_second_part_is_asked_of_the_same_entry(plan: Assistant) -> None:
    text = plan.ask("Who owns the fog bell action and what is its target?").text
    assert "Bell Ringer" in text
    assert "every hour" in text


def test_who_holds_the_post_that_chairs(plan: Assistant) -> None:
    asked = "What is the name of the person who chairs the Harbour Watch Group?"
    assert "Annie Quill" in plan.ask(asked).text


def test_a_date_that_is_still_open_is_no_date(plan: Assistant) -> None:
    answer = plan.ask("When is 1.4 due?")
    assert answer.status == "blank"
    assert "To be agreed by the Board" in answer.text


def test_what_is_counted_must_be_spoken_of(plan: Assistant) -> None:
    assert plan.ask("How many lifeguards does the inner basin have?").status == "not_found"


def test_why_is_no_list(plan: Assistant) -> None:
    answer = plan.ask("Why are the Rope Maker's actions late?")
    assert answer.count is None


def test_a_sentence_that_denies_the_link_leads_nowhere(plan: Assistant) -> None:
    text = plan.ask("Who runs the action on the tea room for rowers at the old boathouse?").text
    assert "Rope Maker" not in text


def test_what_must_be_done_by_a_day_is_a_list(plan: Assistant) -> None:
    answer = plan.ask("What actions must be done by July 2025?")
    assert {i.id for i in answer.items} == {"1.1", "1.2"}
