"""A plan that lists its entries twice, minutes of the board that watches it, and other tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Turn

from .conftest import opened_with

ROADS = """# Road Safety Board: minutes

Quaymouth Borough Council

Minutes of the meeting held on 3 June 2024.

Present: Una Gray (Chair); Di Lowe.

## Road Safety Plan

The Board AGREED that action 1.3a should pass to the Highways Engineer. Action 1.1a is expected to
lead to fewer wrecks.
"""
LATER = """# Harbour Light Board: minutes

Quaymouth Borough Council

Minutes of the meeting held on 12 May 2025.

Present: Tess Oakes (Independent Chair); Bo Field.

## 2. Money

The Board noted the cost of oil.
"""
PLAN = """# Harbour Light Plan 2023-2026

Quaymouth Borough Council

Agreed on 27 March 2023.

## What we will do

| Ref | Action | Lead |
|---|---|---|
| 1.1a | Hang lamps along the whole of the west pier | Head of Works |
| 1.2a | Train lookouts to read the weather by the hour | Keeper of the Watch |
| 1.3a | Ring the fog bell each hour of the night | Harbour Master |

## How we will know

| No. | Measure | Baseline | Target | Reported by | Met? |
|---|---|---|---|---|---|
| M1 | Lamps that burn at dusk | 40% | 95% | Asa Reed | Yes |
| M2 | Lookouts who can read a glass | 12 | 30 | Bo Field | No |
| M3 | Nights with a bell in fog | 61% | 99% | Cy Marsh | Yes |

## What is due

| Ref | Milestone | Due |
|---|---|---|
| 1.1a | First ten lamps | May 2024 |
| 1.2a | First six lookouts | June 2024 |
| 1.3a | New bell rope | July 2024 |

## What we keep

| Code | Class of record | Keep for | Then |
|---|---|---|---|
| K1 | Logs of the watch | Permanently | Archive |
| K2 | Bills for oil | Seven years | Burn |
| K3 | Charts of the channel | Permanently | Archive |
| K4 | Maps of the wrecks | permanently | Archive |

## Berths by shore

| Shore | 2022 | 2023 |
|---|---|---|
| West Strand | 41 | 47 |
| East Spit | 12 | 9 |
"""
MINUTES = """# Harbour Light Board: minutes

Quaymouth Borough Council

Minutes of the meeting held on 14 May 2024.

Present: Morag Weir (Independent Chair); Asa Reed (Head of Works); Bo Field.

## 3. Matters arising

The post of Keeper of the Watch had been lost, and the Board AGREED that action 1.2a should pass
to the Pilot Master, with effect from 1 June 2024.

Action 1.1a is held back by gales, which no longer stop before May.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("harbour")
    texts = {"plan.md": PLAN, "a-minutes.md": MINUTES, "roads.md": ROADS, "later.md": LATER}
    return opened_with(folder, texts)


def test_an_entry_listed_twice_is_told_from_where_the_answer_is(harbour: Assistant) -> None:
    answer = harbour.ask("Who leads 1.3a?")
    assert answer.status == "answered"
    assert "Harbour Master" in answer.text
    assert "here is each" not in answer.text
    assert "July 2024" in harbour.ask("When is 1.3a due?").text


def test_the_minutes_say_who_has_it_now_and_nothing_else(harbour: Assistant) -> None:
    text = harbour.ask("Who leads 1.2a?").text
    assert "Keeper of the Watch" in text
    assert "should pass to the Pilot Master" in " ".join(text.split())
    assert "gales" not in harbour.ask("Who leads 1.1a?").text


def test_what_met_its_target_is_counted(harbour: Assistant) -> None:
    assert harbour.ask("How many of the measures met their target?").count == 2
    missed = harbour.ask("Which measures missed their target?")
    assert [i.id for i in missed.items] == ["M2"]


def test_the_rows_of_a_value_are_listed(harbour: Assistant) -> None:
    answer = harbour.ask("Which classes of record do we keep permanently?")
    assert answer.count == 3
    assert "Logs of the watch" in answer.text
    assert "Maps of the wrecks" in answer.text
    assert "Bills for oil" not in answer.text
    denied = harbour.ask("Which classes of record do we not keep permanently?")
    assert "Two rows" not in denied.text
    assert denied.count != 3


def test_another_row_of_the_table_takes_the_place_of_the_first(harbour: Assistant) -> None:
    asked = "How many berths were there in West Strand in 2023?"
    history = (Turn("user", asked), Turn("assistant", "47."))
    answer = harbour.ask("What about East Spit?", history)
    assert answer.understood == "How many berths were there in East Spit in 2023?"
    assert "9" in answer.text


def test_who_chairs_is_told_among_those_present(harbour: Assistant) -> None:
    text = harbour.ask("Who chairs the Harbour Light Board?").text
    assert "Tess Oakes" in text  # of the latest minutes
    assert "Morag Weir" not in text


def test_minutes_of_another_board_say_nothing_of_the_plan(harbour: Assistant) -> None:
    assert "Highways" not in harbour.ask("Who leads 1.3a?").text
    assert "wrecks" not in harbour.ask("Who leads 1.1a?").text


def test_a_number_of_entries_is_no_list_of_all_that_are_about_something(harbour: Assistant) -> None:
    found = harbour.ask("Which of the three actions is about fog?")
    assert [i.id for i in found.items] == ["1.3a"]
