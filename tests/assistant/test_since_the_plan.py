"""A question with a part on the plan and a part on what was reported since."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer
from assistant.wording.kinds_held import holds_kind

from .conftest import opened_with

PLAN = """# Harbour Light Plan 2023-2026

Quaymouth Harbour Board

Agreed on 27 March 2023.

## Money

The capital programme is £9.4 million, of which £6.2 million is for the tug Ariadne.

## What we will do

| Ref | Action | Lead | Due |
|---|---|---|---|
| 1.1 | Hang lamps along the west pier | Asa Reed | 30 June 2023 |
| 1.2 | Train lookouts to read the weather | Bo Field | 31 January 2024 |
| 1.3 | Ring the fog bell each hour | Cy Marsh | 31 December 2023 |
"""
REPORT = """# Harbour Light Plan 2023-2026: progress report

Quaymouth Harbour Board

23 May 2024. Position at 31 March 2024.

## Money since

The cost of the tug Ariadne has risen to £6.9 million, for her hull is thin.

## Progress

| Ref | Action | Lead | Status |
|---|---|---|---|
| 1.1 | Lamps on the west pier | Asa Reed | Complete |
| 1.2 | Lookouts | Bo Field | Late |
| 1.3 | Fog bell | Cy Marsh | Complete |
"""


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("works")
    return opened_with(folder, {"plan.md": PLAN, "report.md": REPORT})


def cited(answer: Answer) -> set[str]:
    return {citation.document for citation in answer.citations}


def test_the_later_part_is_asked_of_the_report(works: Assistant) -> None:
    answer = works.ask(
        "What did the plan set aside for the tug Ariadne and what does the later report say of it?"
    )
    assert "£6.2 million" in answer.text
    assert "£6.9 million" in answer.text
    assert cited(answer) == {"plan.md", "report.md"}


def test_a_sum_is_a_budget() -> None:
    said = "Of this £6.2 million is for the tug."
    assert holds_kind("What is the budget of the tug?", said, "")
    assert not holds_kind("What is the budget of the tug?", "The tug is old.", "")
