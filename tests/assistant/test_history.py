"""One entry over the editions of a plan: the newest first, and what it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.layouts import LAYOUTS

from .conftest import opened

STEMS = ("northmoor", "ravensdale")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A plan with its progress report, and a draft with its final version."""
    folder = tmp_path_factory.mktemp("editions")
    corpus: Path = folder / "corpus"
    corpus.mkdir()
    for layout in LAYOUTS:
        if layout.stem.startswith(STEMS):
            layout.write(corpus)
    return opened(corpus, folder / "index")


def test_the_newest_comes_first_with_what_it_was_before(editions: Assistant) -> None:
    text = editions.ask("How has the lead for action 1.3 changed?").text
    assert text.index("Chief Inspector, Custody") < text.index("Superintendent, Custody")
    assert "31 March 2024" in text.split("\n")[0]


def test_the_edition_that_is_named_is_the_one_answered_from(editions: Assistant) -> None:
    now = editions.ask("Who is accountable for P6 in the final version?").text
    then = editions.ask("Who is accountable for P6 in the draft?").text
    assert "Area Manager, Resilience" in now
    assert "Fleet Manager" in then
    assert "Area Manager, Resilience" not in then


def test_an_earlier_time_is_answered_from_what_held_then(editions: Assistant) -> None:
    text = editions.ask("Who leads action 1.3 as at October 2023?").text
    assert "Superintendent, Custody" in text
    assert "Chief Inspector, Custody" not in text


def test_overdue_goes_by_the_day_that_is_named(editions: Assistant) -> None:
    asked = "which actions were overdue at 1 December 2023 in the September 2023 plan?"
    answer = editions.ask(asked)
    assert [item.id for item in answer.items] == ["1.2", "2.3", "3.4", "4.1", "4.2", "4.4"]


def test_a_count_of_a_state_takes_each_entry_once(editions: Assistant) -> None:
    answer = editions.ask("Which actions are red?")
    keys = [item.id for item in answer.items]
    assert sorted(keys) == sorted(set(keys)) == ["2.1", "2.4", "3.2"]


def test_none_is_an_answer_with_the_rows_it_rests_on(editions: Assistant) -> None:
    answer = editions.ask("Which actions are blue?")
    assert answer.status in ("answered", "not_found")
    if answer.status == "answered":
        assert answer.count == 0
        assert answer.citations
