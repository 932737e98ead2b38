"""A plan with owners in a column, and a report that tells in sentences what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

PLAN = """# Quiet Quays

Quaymouth Harbour Trust, 30 April 2024

## The actions

| Ref | Action | Lead | Target date | RAG |
|---|---|---|---|---|
| 1.1 | Light every pier from dusk to dawn | Asa Reed, Pier Manager | 31 May 2025 | Green |
| 1.2 | Fit ladders to the long quay | Bo Field, Quay Manager | 30 June 2025 | Amber |
| 1.3 | Train twelve wardens in first aid | Head of Learning | 31 July 2025 | Red |
| 2.1 | Inspect all hired boats each spring | Boat Surveyor | 30 April 2025 | Green |
| 2.2 | Lend out forty lifejackets | Boat Surveyor | 30 April 2026 | Green |
"""
REPORT = """# Quiet Quays: progress after a year

Quaymouth Harbour Trust, September 2025

Position as at 31 August 2025.

## What has been done

Action 1.1 (pier lamps) is complete. The last lamp was lit in May.

Action 1.2 (ladders) is at risk. Bo Field has left and the lead is now Cy Marsh, Head of Works. The
new target date is 31 March 2026.

Action 1.3 (wardens) is on track for 31 December 2025. Nine wardens have been trained.

Action 2.1 (boats) is complete. All 61 boats were inspected.

Action 2.2 (lifejackets) is on track. 31 of the 40 have been lent out.
"""


@pytest.fixture(scope="module")
def quays(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"quiet-quays.md": PLAN, "quiet-quays-a-year-on.md": REPORT}
    return opened_with(tmp_path_factory.mktemp("quays"), texts)


def test_the_lead_of_the_report_goes_before_that_of_the_plan(quays: Assistant) -> None:
    answer = quays.ask("Who leads action 1.2 now?")
    first, second = answer.text.split("Before, in")
    assert "is led by Cy Marsh, Head of Works" in first
    assert "was led by Bo Field" in second
    assert "the lead is now Cy Marsh" in answer.citations[0].quote


def test_where_the_report_names_nobody_the_plan_tells_the_lead(quays: Assistant) -> None:
    assert "Head of Learning" in quays.ask("Who leads action 1.3?").text


def test_lists_go_by_what_the_sentences_say(quays: Assistant) -> None:
    answer = quays.ask("Which actions are at risk (amber)?")
    assert [item.id for item in answer.items] == ["1.2"]
    answer = quays.ask("Which actions are complete?")
    assert [item.id for item in answer.items] == ["1.1", "2.1"]


def test_a_list_of_a_time_is_of_the_edition_of_that_time(quays: Assistant) -> None:
    answer = quays.ask("Which actions were rated red in April 2024?")
    assert [item.id for item in answer.items] == ["1.3"]


def test_how_a_date_has_moved_is_told_from_both(quays: Assistant) -> None:
    answer = quays.ask("How has the target date for 1.2 in the Quiet Quays plan moved?")
    assert "31 March 2026" in answer.text
    assert "30 June 2025" in answer.text


def test_an_entry_that_another_document_has_too_is_told_with_its_plans_owner(
    tmp_path: Path,
) -> None:
    other = PLAN.replace("Quiet Quays", "Market lamps").replace("Quaymouth Harbour", "Thorpe")
    other = other.replace("Light every pier", "Light every stall").replace("Asa Reed", "Di Lowe")
    texts = {"a.md": PLAN, "b.md": REPORT, "c.md": other}
    answer = opened_with(tmp_path, texts).ask("Who owns 1.1?")
    assert answer.status == "ambiguous"
    assert "Asa Reed" in answer.text
    assert "Di Lowe" in answer.text
