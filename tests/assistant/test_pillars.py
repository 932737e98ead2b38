"""A strategy in numbered pillars and its report in numbered sections: what stands under which."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Turn

from .conftest import opened_with

PLAN = """# Quayside Harbour Strategy 2024

Quayside Harbour Board

18 March 2024

## Pillar 1: Lights

| Ref | Deliverable | Owner | Due |
|---|---|---|---|
| 1.1 | Hang lamps along the west pier | Head of Works | 30 June 2024 |
| 1.2 | Mend the lamp on the east pier | Head of Works | 31 July 2024 |

## Pillar 2: Fog

| Ref | Deliverable | Owner | Due |
|---|---|---|---|
| 2.1 | Ring the bell in every fog | Bell Ringer | 31 August 2024 |
| 2.2 | Count the days of fog | Tide Clerk | 30 September 2024 |
| 2.3 | Train two more bell ringers | Bell Ringer | 31 October 2024 |
"""

REPORT = """# Quayside Harbour Strategy 2024: progress report

Quayside Harbour Board

30 September 2025

## 1. Where we are

Cy Marsh retired in June 2025, and Pillar 2 is now led by Annie Quill.

## 2. Status of every deliverable

| Ref | Deliverable | Owner now | New date | Status |
|---|---|---|---|---|
| 1.1 | West pier lamps | Head of Works | 31 May 2025 | Complete |
| 1.2 | East pier lamp | Pier Master | 31 May 2025 | Complete |
| 2.1 | Bell in fog | Bell Ringer | 30 June 2026 | Off track |
| 2.2 | Days of fog | Tide Clerk | 31 May 2025 | Complete |
| 2.3 | More bell ringers | Bell Ringer | 31 December 2025 | On track |
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("pillars")
    return opened_with(folder, {"strategy.md": PLAN, "progress-report.md": REPORT})


def test_a_pillar_is_not_the_section_of_its_number(both: Assistant) -> None:
    answer = both.ask("How many deliverables are in pillar 2 of the Quayside strategy?")
    assert answer.count == 3
    assert {i.id for i in answer.items} == {"2.1", "2.2", "2.3"}


def test_a_follow_up_is_about_the_plan_and_its_report(both: Assistant) -> None:
    history = (
        Turn("user", "Who owns the Quayside bell deliverable, 2.1?"),
        Turn("assistant", "The Bell Ringer owns 2.1."),
    )
    assert "30 June 2026" in both.ask("What is the new date for it?", history).text


def test_a_report_is_no_progress_that_is_asked_for(both: Assistant) -> None:
    text = both.ask("What is the new date of 2.1 in the progress report?").text
    assert "30 June 2026" in text
    assert "Off track" not in text


def test_the_first_owners_are_those_when_the_plan_was_published(both: Assistant) -> None:
    asked = "Who owned 1.2 when the strategy was published?"
    assert "Head of Works" in both.ask(asked).text
