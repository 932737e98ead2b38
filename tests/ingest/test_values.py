"""What a value looks like where nothing names it."""

from __future__ import annotations

import pytest

from ingest.wording.values import (
    begins_with_status,
    is_date,
    is_somebody,
    is_status,
    name_of_note,
    says_something,
)


@pytest.mark.parametrize("text", ["31 March 2024", "by Autumn 2023", "30/09/2024", "Q3", "ongoing"])
def test_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["the pier", "12 boats", "in May they came"])
def test_no_dates(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("On course. 26 lamps are up.", True),
        ("Not begun. Waits on a form.", True),
        ("Delayed – one in post.", True),
        ("Late.", True),
        ("Late nights are over.", False),
        ("They have yet to be asked.", False),
    ],
)
def test_what_begins_with_a_status(text: str, begins: bool) -> None:
    assert begins_with_status(text) is begins
    assert name_of_note(text) == ("Status" if begins else "Note")


def test_statuses_and_people() -> None:
    assert is_status("Complete, six weeks late")
    assert not is_status("The lamps were lit in May")
    assert is_somebody("Head of Repairs")
    assert not is_somebody("the west pier")


def test_the_month_of_may_is_no_verb() -> None:
    assert not says_something("Response (May 2024)")
    assert says_something("The Board may respond")
