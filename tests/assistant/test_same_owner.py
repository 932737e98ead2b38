"""What else an entry's owner has, and what those have whom a sentence names."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

PLAN = """# Harbour Light Plan 2025

Quayside Harbour Board

Apologies for absence came from Annie Quill, Head of Boats, and Cy Marsh, Rope Maker.

| Ref | Action | Owner | Due |
|---|---|---|---|
| 1.1 | Hang lamps on the pier | Annie Quill, Head of Boats | 30 June 2025 |
| 1.2 | Mend the gate | Pier Master | 31 July 2025 |
| 1.3 | Ring the fog bell | Annie Quill, Head of Boats | 31 August 2025 |
| 1.4 | Splice the long rope | Cy Marsh, Rope Maker | 1 May 2025 |
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("same_owner")
    return opened_with(folder, {"harbour-light-plan.md": PLAN})


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What other actions does the owner of 1.1 have?", ["1.3"]),
        ("What else is the person who owns 1.3 responsible for, and when is it due?", ["1.1"]),
        ("How many actions does the owner of 1.1 have?", ["1.1", "1.3"]),
    ],
)
def test_the_owner_of_an_entry_is_asked_about(
    plan: Assistant, question: str, found: list[str]
) -> None:
    answer = plan.ask(question)
    assert [i.id for i in answer.items] == found
    assert answer.count == len(found)


def test_when_they_are_due_is_told_where_that_is_asked(plan: Assistant) -> None:
    text = plan.ask("What else does the owner of 1.3 have, and when is it due?").text
    assert "30 June 2025" in text


def test_nobody_has_another_where_there_is_none(plan: Assistant) -> None:
    assert "No other in that document" in plan.ask("What else does the owner of 1.2 have?").text


def test_the_entries_of_those_whom_a_sentence_names(plan: Assistant) -> None:
    answer = plan.ask("Which actions sit with the two people who sent apologies for absence?")
    assert {i.id for i in answer.items} == {"1.1", "1.3", "1.4"}


def test_the_owner_alone_is_told_where_nothing_else_is_asked(plan: Assistant) -> None:
    assert [i.id for i in plan.ask("Who owns 1.1?").items] == ["1.1"]


def test_a_column_called_who_is_said_in_a_sentence(tmp_path: Path) -> None:
    text = PLAN.replace("| Owner |", "| Who |")
    board = opened_with(tmp_path, {"harbour-light-plan.md": text})
    assert "1.2 (Mend the gate) is with Pier Master." in board.ask("Who has 1.2?").text
