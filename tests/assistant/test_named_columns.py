"""What a column holds is listed or counted by its name, and asked of the row that is highest."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

PROFILE = """# Harbour profile of Wrayshire

Wrayshire Harbour Board publishes these figures for 2024.

**Table 1: Ports and calls in 2024**

| Port | Crewing | Calls | Harbour master |
| --- | --- | --- | --- |
| Saltby | Wholetime | 2761 | Asa Reed |
| Marlow | Wholetime | 1702 | Bo Field |
| Wexley | Day crewed | 846 | Cy Marsh |
| Pinnock | On-call | 121 | Di Lowe |
| Orle | On-call | 97 | Ed Quill |
| All | | 5527 | |

**Table 2: Average wait by port in 2024**

| Port | Average wait |
| --- | --- |
| Saltby | 7 min |
| Marlow | 8 min |
| Wexley | 12 min |
| Pinnock | 13 min |
| Orle | 14 min |

## Why boats wait

At Orle boats wait for the tide, for the lock is shallow. At Saltby they wait for a pilot.
"""
PLAN = """# Thorpe market plan

Thorpe Market Board, 9 May 2025

| Ref | Action | Theme | Lead |
|---|---|---|---|
| 1.1 | Light every stall from dusk to dawn | Safe stalls | Head of Works |
| 1.2 | Mend the gates of the yard | Safe stalls | Head of Works |
| 2.1 | Weigh the carts each spring | Fair trade | Clerk of Scales |
| 3.1 | Plant the yard with limes | Green yard | Head Gardener |
"""


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"wrayshire-profile.md": PROFILE, "thorpe-plan.md": PLAN}
    return opened_with(tmp_path_factory.mktemp("board"), texts)


def test_the_labels_of_a_tables_rows_are_counted_without_the_total(board: Assistant) -> None:
    answer = board.ask("How many ports are there in the Wrayshire profile?")
    assert answer.count == 5
    assert answer.text.startswith("Five ports in")
    assert len(answer.citations) == 5


def test_the_words_of_a_column_are_listed_with_their_rows(board: Assistant) -> None:
    text = board.ask("Who are the harbour masters in Wrayshire?").text
    assert "Cy Marsh (Wexley)" in text
    assert text.count("\n- ") == 5


def test_the_values_that_entries_share_are_listed(board: Assistant) -> None:
    text = board.ask("What are the three themes of the Thorpe market plan?").text
    assert [line.split(" [")[0] for line in text.split("\n")[1:]] == [
        "- Safe stalls",
        "- Fair trade",
        "- Green yard",
    ]


def test_another_number_than_there_are_is_not_listed(board: Assistant) -> None:
    assert "Four themes" not in board.ask("What are the four themes of the Thorpe plan?").text


def test_the_highest_is_looked_for_among_the_rows_of_the_kind_named(board: Assistant) -> None:
    assert "Pinnock" in board.ask("Which on-call port had the most calls in 2024?").text
    assert "Wexley" in board.ask("Which day-crewed port took the most calls in 2024?").text
    assert "Saltby" in board.ask("Which port had the most calls in 2024?").text


def test_a_second_part_is_asked_of_the_row_that_was_found(board: Assistant) -> None:
    text = board.ask("Which port had the fewest calls in 2024, and what was its average wait?").text
    assert "Orle" in text
    assert "14 min" in text


def test_an_average_that_stands_in_a_column_is_no_sum(board: Assistant) -> None:
    assert "12 min" in board.ask("What was the average wait at Wexley in 2024?").text


WARDS = """# Profile of Aller District

Aller District Council publishes these figures.

**Table 1: Boats by ward**

| Ward | 2023 | 2024 |
| --- | --- | --- |
| Saltby | 12 | 14 |
| Marlow | 8 | 9 |
| Aller | 5 | 4 |
| District | 25 | 27 |
"""


def test_the_whole_is_none_of_its_parts(tmp_path: Path) -> None:
    answer = opened_with(tmp_path, {"profile.md": WARDS}).ask(
        "What are the three wards of Aller District?"
    )
    assert answer.count == 3
    assert [line.split(" [")[0] for line in answer.text.splitlines()[1:]] == [
        "- Saltby",
        "- Marlow",
        "- Aller",
    ]
