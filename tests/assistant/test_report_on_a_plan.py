"""A plan and the report on it: what each tells of an entry, in rows and under headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

PLAN = """# Harbour Safety Delivery Plan 2025 to 2028

Quaymouth Harbour Fire and Rescue Service, September 2025

## The actions

### Priority 1: Safe piers

| Ref | Action | Lead officer | Due |
|---|---|---|---|
| P1.1 | Light every pier from dusk to dawn | Pier Manager (North) | May 2026 |
| P1.2 | Fit ladders to the long quay | Pier Manager (South) | June 2026 |
| P1.3 | Train twelve wardens in first aid | Head of Learning | July 2026 |

### Priority 2: Safe boats

| Ref | Action | Lead officer | Due |
|---|---|---|---|
| P2.1 | Inspect all hired boats each spring | Boat Surveyor | April 2026 |
| P2.2 | Lend out forty lifejackets | Pier Manager (North) | March 2027 |
"""

REPORT = """# Harbour Safety Delivery Plan 2025 to 2028: first progress report

Quaymouth Harbour Fire Authority, 24 September 2026

## Position of each action at 31 August 2026

| Ref | Position | Rating |
|---|---|---|
| P1.1 | The short pier is lit and the long pier will be in May. | Amber |
| P1.2 | Nine of the ladders are fitted. | Green |
| P1.3 | Not started. The trainer has left. | Red |
| P2.1 | All 61 boats were inspected. | Green |
| P2.2 | 31 of the 40 jackets have been lent out. | Green |

## Detail

### P1.1 Lamps

The contractor went out of business in March. Work begins again in February 2027.

### P2.1 Boats

Two boats were taken out of use.
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {"harbour-safety-plan.md": PLAN, "harbour-safety-report.md": REPORT}
    return opened_with(tmp_path_factory.mktemp("both"), texts)


def test_what_stands_under_a_heading_that_names_an_entry_is_told_with_its_own_quote(
    both: Assistant,
) -> None:
    answer = both.ask("what happened to P1.1?")
    assert "Under “Detail”: The contractor went out of business in March." in answer.text
    quotes = {c.n: c.quote for c in answer.citations}
    line = next(line for line in answer.text.split("\n") if "Under “Detail”" in line)
    assert any(f"[{n}]" in line and "out of business" in quote for n, quote in quotes.items())


def test_an_edition_is_chosen_by_the_day_that_its_table_tells(both: Assistant) -> None:
    answer = both.ask("what was the rating of P1.1 as of August 2026?")
    assert "(31 August 2026)" in answer.text
    assert "Amber" in answer.text


def test_who_leads_comes_from_the_plan_where_the_report_has_no_such_column(
    both: Assistant,
) -> None:
    answer = both.ask("who leads P1.2?")
    assert answer.status == "answered"
    assert "led by the Pier Manager (South)" in answer.text
    assert "names no owner" not in answer.text


def test_what_has_been_done_so_far_comes_from_the_report(both: Assistant) -> None:
    answer = both.ask("how many of the lifejackets have been lent out?")
    assert "31 of the 40 jackets" in answer.text


def test_a_row_that_only_tells_how_far_it_is_is_listed_in_the_plans_words(
    both: Assistant,
) -> None:
    answer = both.ask("how many actions are under Priority 2?")
    assert answer.count == 2
    assert "P2.1: Inspect all hired boats each spring" in answer.text
    assert any("Inspect all hired boats" in c.quote for c in answer.citations)


def test_a_word_in_brackets_tells_two_posts_apart(both: Assistant) -> None:
    answer = both.ask("Which actions did the plan give to the Pier Manager (North)?")
    assert {i.id for i in answer.items} == {"P1.1", "P2.2"}


def test_what_is_due_comes_from_the_plan_where_the_report_has_no_dates(both: Assistant) -> None:
    answer = both.ask("Which harbour actions were due before June 2026?")
    assert {i.id for i in answer.items} == {"P1.1", "P2.1"}


def test_an_entry_is_not_stopped_that_its_newest_report_calls_green(both: Assistant) -> None:
    answer = both.ask("why was P1.2 stopped?")
    assert answer.status == "corrected"
    assert answer.text.startswith("No: Action P1.2 – Rating: Green.")
    assert answer.text.count("Rating: Green") == 1


def test_an_owner_cell_that_points_to_another_entry_is_followed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    plan = PLAN.replace(
        "| P2.2 | Lend out forty lifejackets | Pier Manager (North)",
        "| P2.2 | Lend out forty lifejackets | As for action P1.3",
    )
    pointed = opened_with(tmp_path_factory.mktemp("pointed"), {"harbour-safety-plan.md": plan})
    answer = pointed.ask("who leads P2.2?")
    assert "As for action P1.3" in answer.text
    assert "P1.3 (Train twelve wardens in first aid) is led by the Head of Learning" in answer.text


def test_before_the_end_of_a_month_is_in_it_too(both: Assistant) -> None:
    answer = both.ask("Which harbour actions were due before the end of June 2026?")
    assert {i.id for i in answer.items} == {"P1.1", "P1.2", "P2.1"}


def test_how_a_plans_entries_are_rated_comes_from_its_report(both: Assistant) -> None:
    answer = both.ask(
        "Which actions in the Harbour Safety Delivery Plan of September 2025 are red?"
    )
    assert {i.id for i in answer.items} == {"P1.3"}


def test_what_was_added_to_a_plan_stands_in_its_report(tmp_path: Path) -> None:
    added = "| P2.3 NEW | Buy a second rescue boat. Ordered in July. | Green |\n\n## Detail"
    report = REPORT.replace("\n## Detail", added)
    assistant = opened_with(tmp_path, {"plan.md": PLAN, "report.md": report})
    answer = assistant.ask(
        "What new actions were added to the harbour safety plan during the first year?"
    )
    assert [(i.id, i.document) for i in answer.items] == [("P2.3", "report.md")]
