"""Whether entries are asked for, or what is only named like them; and the fields that are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.question.entries_asked import (
    asks_for_one_thing,
    asks_for_others,
    asks_for_status_alone,
    asks_of_any,
    counts_else,
    counts_unnamed,
    is_of_one,
)

from .conftest import opened_with

PLAN = """# Harbour plan

Quaymouth Harbour Board, 9 May 2025

## Actions

| Ref | Action | Lead | Due | Status |
|---|---|---|---|---|
| H1 | Light the long pier | Asa Reed | 31 May 2025 | Done |
| H2 | Mend the fog bell | Bo Field | 30 June 2025 | Late |
| H3 | Buy a tug that floats | Cy Marsh | 31 July 2025 | On track |
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened_with(tmp_path_factory.mktemp("plan"), {"harbour-plan.md": PLAN})


@pytest.mark.parametrize(
    ("text", "else_"),
    [
        ("how many high risk audits were overdue?", True),
        ("how many action plans are there?", True),
        ("how many actions are overdue?", False),
        ("how many of the actions has the board closed?", False),
        ("how many risks are red", False),
    ],
)
def test_what_an_entrys_noun_only_describes_is_counted(text: str, *, else_: bool) -> None:
    assert counts_else(text) is else_


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("how many are red?", True),
        ("how many ambers", True),
        ("which are red?", True),
        ("how many households are red?", False),
    ],
)
def test_what_may_be_counted_without_a_name(text: str, *, entries: bool) -> None:
    assert counts_unnamed(text) is entries


def test_one_thing_and_other_things_are_told_apart() -> None:
    assert is_of_one("when is the pier finished?")
    assert is_of_one("have they finished the pier?")
    assert not is_of_one("have they finished any of them?")
    assert asks_for_others("what are the project's aims?")
    assert not asks_for_others("what are the actions?")


def test_a_list_shows_the_fields_that_are_asked_for(plan: Assistant) -> None:
    bare = plan.ask("list the actions of the harbour plan").text
    dated = plan.ask("list the actions of the harbour plan with their deadlines").text
    assert "30 June 2025" not in bare
    assert "- H2: Mend the fog bell – Bo Field; 30 June 2025" in dated
    assert "Late" not in dated


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("What new target was agreed for the pier?", True),
        ("Which sum was set aside?", True),
        ("What is overdue?", False),
        ("Which action is overdue?", False),
        ("What lamps was he given?", False),
    ],
)
def test_one_thing_that_is_no_entry(text: str, *, one: bool) -> None:
    assert asks_for_one_thing(text) is one


@pytest.mark.parametrize(
    ("text", "any_"),
    [
        ("How does a harbour action get its date changed?", True),
        ("Who has to agree to an action's date?", True),
        ("Who owns an action on bells?", False),
        ("Who owns the action?", False),
    ],
)
def test_what_holds_of_any_entry(text: str, *, any_: bool) -> None:
    assert asks_of_any(text) is any_


def test_a_status_alone_asks_for_entries(plan: Assistant) -> None:
    assert asks_for_status_alone("What is late in the harbour plan?")
    assert not asks_for_status_alone("What is the bell in the harbour plan?")
    assert plan.ask("What is late in the harbour plan?").items[0].id == "H2"


def test_the_body_is_no_owner_of_some_of_its_actions(tmp_path: Path) -> None:
    text = PLAN.replace("# Harbour plan", "# Quaymouth Harbour Board plan")
    text = text.replace("Cy Marsh", "Harbour Master")
    answer = opened_with(tmp_path, {"plan.md": text}).ask(
        "What actions has the harbour board promised?"
    )
    assert [item.id for item in answer.items] == ["H1", "H2", "H3"]
