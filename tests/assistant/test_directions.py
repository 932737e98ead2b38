"""Risks that have gone up or down, ratings by a letter, statuses that say when they came to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.wording.statuses import in_full, status_told

from .conftest import opened_with

REGISTER = """# Harbour risk register

Quayside Harbour Board

| Risk | Title | Owner | Score | Direction |
|---|---|---|---|---|
| HR1 | Lamps fail in fog | Head of Works | 15 | up |
| HR2 | The rope breaks | Rope Maker | 12 | level |
| HR3 | The bell cracks | Bell Ringer | 6 | down |
| HR4 | Boats are stolen | Pier Master | 15 | up |
"""

PLAN = """# Quayside plan

Quayside Harbour Board

Colours: red means that it is late, blue means that it is complete.

| Ref | Action | Lead | RAG |
|---|---|---|---|
| 1.1 | Hang lamps on the pier | Head of Works | R |
| 1.2 | Dredge the inner basin | Pier Master | B |
| 1.3 | Ring the fog bell | Bell Ringer | G |
"""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("directions")
    return opened_with(folder, {"register.md": REGISTER})


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("letters")
    return opened_with(folder, {"plan.md": PLAN})


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which risks have gone up?", ["HR1", "HR4"]),
        ("How many risks went down?", ["HR3"]),
        ("Which risks are unchanged?", ["HR2"]),
    ],
)
def test_which_way_a_score_has_moved(register: Assistant, question: str, found: list[str]) -> None:
    assert [i.id for i in register.ask(question).items] == found


@pytest.mark.parametrize(
    ("question", "found"),
    [("Which actions are red?", ["1.1"]), ("How many actions are green?", ["1.3"])],
)
def test_letters_are_colours(plan: Assistant, question: str, found: list[str]) -> None:
    assert [i.id for i in plan.ask(question).items] == found


def test_a_letter_is_told_in_full() -> None:
    assert in_full("A") == "Amber"
    assert in_full("Late") == "Late"


def test_a_long_status_is_told_by_its_first_words() -> None:
    told = "Closed by the Inspectorate on 9 June 2025 after a review of eighty calls."
    assert status_told(told) == "Closed"


OUTCOMES = """# Quayside outcomes

Quayside Harbour Board

| Ref | Outcome | Latest | Trend | Owner |
|---|---|---|---|---|
| 1.1 | More visitors are satisfied | 74% | Up | Head of Visitors |
| 1.2 | More boats are found | 6% | Down | Head of Boats |
| 1.3 | More calls are answered | 92% | Stable | Head of Improvement |
"""


def test_up_is_neither_better_nor_worse(tmp_path: Path) -> None:
    outcomes = opened_with(tmp_path, {"outcomes.md": OUTCOMES})
    assert [i.id for i in outcomes.ask("Which outcomes have improved?").items] != ["1.2"]
    answer = outcomes.ask("Which outcomes are owned by the Head of Improvement?")
    assert [i.id for i in answer.items] == ["1.3"]


def test_a_direction_goes_with_the_other_conditions(register: Assistant) -> None:
    answer = register.ask("Which risks owned by the Pier Master have gone up?")
    assert [i.id for i in answer.items] == ["HR4"]
