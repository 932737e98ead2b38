"""What a question takes for granted, what became of an entry, and whose something is."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Turn

from .conftest import opened

PLAN = """# Harbour safety plan 2023-2026

Northvale Harbour Board. Agreed on 14 March 2023. The action numbers run on from HS-1.

## Action register

| Ref | Action | Lead | Target date | RAG |
| --- | --- | --- | --- | --- |
| HS-1 | Light the pier | Estates and Fleet Manager | 31 May 2023 | Green |
| HS-2 | Run a ferry pilot with two boats | Harbour Master | 30 November 2023 | Amber |
| HS-3 | Write a joint policy with the tenants | Tenancy Officer | 31 January 2024 | Red |
| HS-4 | Train the crews in first aid | Harbour Master | 31 March 2024 | Red |
| HS-5 | Buy a tug | Head of Finance | 30 June 2024 | Green |
| HS-6 | Count the moorings | Inspector, Quays North | 31 July 2024 | Green |
"""
REPORT = """# Harbour safety plan 2023-2026: progress report

Northvale Harbour Board, 17 October 2024. Position at 30 September 2024.

## Changes

HS-2 was superseded by HS-7 on 9 January 2024, because two boats were too few. HS-3 was withdrawn on
5 March 2024: the tenants preferred the national scheme. The target date of HS-4 moved from 31 March
2024 to 30 June 2025.

## Position of the actions

| Ref | Action | Lead | Status at 30 September 2024 |
| --- | --- | --- | --- |
| HS-1 | Light the pier | Det. Supt. Asa Reed | Complete |
| HS-4 | Train the crews in first aid | Harbour Master | Red |
| HS-5 | Buy a tug | Head of Finance | Amber |
| HS-6 | Count the moorings | Inspector, Quays North | Red |
| HS-7 | Hire a ferry | Harbour Master | Green |
"""
REVIEW = """# Review of the lifeguards

Westmere Council. Published on 2 May 2024.

## Recommendations

**Recommendation 1**: The beach should be patrolled at dawn.

Response: Rejected. Nobody swims then.

**Recommendation 2**: Each tower should have a telephone.

Response: Accepted. The line is laid.

**Recommendation 3**: The flags should be larger.

Response: Accepted in part. Those at the pier will be.

## How the recommendations are followed up

A recommendation is treated as closed only when the committee has voted on it.
"""
HOMES = """BRIDGEFORD HOMES PLAN 2024

Agreed by Bridgeford Town Council on 3 April 2024.

PRIORITY ONE: KEEP PEOPLE HOUSED

Lead: Prevention Manager
Money: 240,000 pounds

1. Call each tenant within three days of a notice.
2. Open a fund for arrears. [Bridgeford Law Centre]

PRIORITY TWO: OFF THE STREET

Lead: Outreach Coordinator
Money: 715,000 pounds

1. Go out on every night of the year. [Anchor Trust]
2. Open the shelter at zero degrees.
3. Find kennels for the dogs.

The actions under each priority are numbered from 1. An action is closed by the board, and no action
may be dropped.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("granted")
    (folder / "corpus").mkdir()
    for name, text in (
        ("harbour-safety-plan-2023.md", PLAN),
        ("harbour-safety-progress-2024.md", REPORT),
        ("lifeguards-review.md", REVIEW),
        ("bridgeford-homes.txt", HOMES),
    ):
        (folder / "corpus" / name).write_text(text, "utf-8")
    return opened(folder / "corpus", folder / "index")


def test_what_became_of_an_entry_is_told_where_running_text_tells_it(library: Assistant) -> None:
    answer = library.ask("Is HS-3 still going?")
    assert "withdrawn on 5 March 2024" in " ".join(answer.text.split())
    assert "not listed" not in answer.text
    moved = library.ask("new deadline for HS-4?")
    assert "30 June 2025" in " ".join(moved.text.split())


def test_what_took_an_entrys_place_is_answered_too(library: Assistant) -> None:
    answer = library.ask("Who leads HS-2?")
    assert "superseded by HS-7" in answer.text
    assert "HS-7 (Hire a ferry)" in answer.text


def test_who_had_an_entry_before_is_said_in_the_past(library: Assistant) -> None:
    answer = library.ask("Who leads HS-1 now?")
    assert "is led by Det. Supt. Asa Reed" in answer.text
    assert "was led by the Estates and Fleet Manager" in answer.text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which actions were red in the original harbour register?", {"HS-3", "HS-4"}),
        ("Which harbour actions were red at 30 September 2024?", {"HS-4", "HS-6"}),
        ("List the completed harbour actions", {"HS-1"}),
        ("Which actions belonged to the Inspector, Quays North in the harbour plan?", {"HS-6"}),
        ("What is the Head of Finance on the hook for in the harbour plan?", {"HS-5"}),
        ("what all does the Head of Finance lead in the harbour plan", {"HS-5"}),
    ],
)
def test_a_list_keeps_to_the_edition_and_the_owner_meant(
    library: Assistant, question: str, found: set[str]
) -> None:
    assert {i.id for i in library.ask(question).items} == found


def test_an_owner_is_named_as_the_cell_names_it(library: Assistant) -> None:
    answer = library.ask("Who leads HS-6?")
    assert "the Inspector, Quays North" in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why did Westmere accept the dawn patrol in recommendation 1?", "Rejected"),
        ("Since HS-1 was withdrawn, who looks after the pier?", "Complete"),
    ],
)
def test_a_status_taken_for_granted_is_put_right(
    library: Assistant, question: str, said: str
) -> None:
    answer = library.ask(question)
    assert answer.status == "corrected"
    assert answer.text.startswith("No: ")
    assert said in answer.text.split("\n")[0]


def test_a_status_that_is_so_is_not_put_right(library: Assistant) -> None:
    answer = library.ask("Why did Westmere reject recommendation 1?")
    assert answer.status == "answered"
    assert "Nobody swims then" in answer.text


def test_another_number_of_entries_is_put_right(library: Assistant) -> None:
    wrong = library.ask("Which of the five recommendations on the lifeguards is about flags?")
    assert wrong.status == "corrected"
    assert "three recommendations, not five" in wrong.text
    right = library.ask("Which of the three recommendations on the lifeguards is about flags?")
    assert right.status == "answered"
    assert "recommendations, not" not in right.text


def test_when_something_counts_as_closed_is_no_date(library: Assistant) -> None:
    answer = library.ask("When is a lifeguards recommendation treated as closed?")
    assert "the committee has voted" in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What does Bridgeford's priority two action 2 say?", "zero degrees"),
        ("Who has priority one action 2 in the Bridgeford plan?", "Bridgeford Law Centre"),
        ("How many actions does Priority Two of the Bridgeford plan have?", "three actions"),
        ("What is the third action of Priority Two in the Bridgeford plan?", "kennels"),
    ],
)
def test_points_below_an_entry_are_found_by_both_numbers(
    library: Assistant, question: str, said: str
) -> None:
    assert said in library.ask(question).text


def test_a_point_without_an_owner_has_that_of_its_entry(library: Assistant) -> None:
    answer = library.ask("Who is responsible for kennels for the dogs in Bridgeford?")
    assert "names nobody of its own" in answer.text
    assert "Outreach Coordinator" in answer.text


def test_the_next_point_stays_below_its_entry(library: Assistant) -> None:
    history = (
        Turn("user", "Who has Priority Two, action 1 in the Bridgeford plan?"),
        Turn("assistant", "Priority Two, action 1 is owned by the Anchor Trust."),
    )
    answer = library.ask("and what is the next one?", history)
    assert "zero degrees" in answer.text


TRIAGE = """# Selsea rescue plan 2024

Selsea Rescue Service. Agreed on 2 May 2024. An action can be closed when a visit has confirmed it.

| Ref | Action | Owner | Status |
| --- | --- | --- | --- |
| SR 1(i) | Model what the boats would cost | Finance Partner | Complete |
| SR 1(ii) | Buy a rope | Quartermaster | Complete |
| SR 2(i) | Paint the hut | Warden | Late |
"""


@pytest.fixture(scope="module")
def two_plans(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("plans")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "selsea-rescue-plan.md").write_text(TRIAGE, "utf-8")
    (folder / "corpus" / "harbour-safety-progress-2024.md").write_text(REPORT, "utf-8")
    return opened(folder / "corpus", folder / "index")


def test_the_words_before_actions_say_whose_they_are(two_plans: Assistant) -> None:
    answer = two_plans.ask("Which of the rescue actions are complete?")
    assert {i.id for i in answer.items} == {"SR 1(i)", "SR 1(ii)"}


def test_entries_are_counted_by_the_beginning_they_share(two_plans: Assistant) -> None:
    answer = two_plans.ask("How many actions come under SR 1?")
    assert answer.count == 2


def test_a_cost_that_somebody_works_out_is_not_asked_for(two_plans: Assistant) -> None:
    answer = two_plans.ask("Which person has to model what the boats would cost?")
    assert "Finance Partner" in answer.text


def test_what_can_be_closed_is_no_list_of_what_is(two_plans: Assistant) -> None:
    answer = two_plans.ask("When may a Selsea action be closed: what must a visit do first?")
    assert not answer.items
    assert "visit has confirmed" in answer.text
