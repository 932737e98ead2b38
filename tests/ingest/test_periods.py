"""Dates in the forms that documents and people use, and what they are no dates for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.wording.periods import periods, read_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("31 March 2024", "2024-03-31", "2024-03-31"),
        ("by the 31st of March 2024", "2024-03-31", "2024-03-31"),
        ("March 31, 2024", "2024-03-31", "2024-03-31"),
        ("31/03/2024", "2024-03-31", "2024-03-31"),
        ("31.3.24", "2024-03-31", "2024-03-31"),
        ("2024-03-31", "2024-03-31", "2024-03-31"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("Dec-23", "2023-12-01", "2023-12-31"),
        ("Autumn 2023", "2023-09-01", "2023-11-30"),
        ("winter 2023", "2023-12-01", "2024-02-29"),
        ("Q3 2024/25", "2024-10-01", "2024-12-31"),
        ("Q4 2024/25", "2025-01-01", "2025-03-31"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("2024/25", "2024-04-01", "2025-03-31"),
        ("2022–2026", "2022-01-01", "2026-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("the end of 2024", "2024-12-31", "2024-12-31"),
        ("30 Mehefin 2024", "2024-06-30", "2024-06-30"),
    ],
)
def test_a_date_is_the_days_it_may_mean(text: str, first: str, last: str) -> None:
    found = read_period(text)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["Ongoing", "To be confirmed", "may be done", "24/07", "£2,024", "31 April 2024", "", "30%"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_period(text) is None


def test_a_date_that_no_longer_holds_is_passed_over() -> None:
    found = read_period("June 2024 (was March 2023)")
    assert found is not None
    assert found.last == date(2024, 6, 30)


def test_of_several_dates_the_last_is_the_one_to_meet() -> None:
    found = read_period("31 January 2024, revised to 30 April 2024")
    assert found is not None
    assert found.last == date(2024, 4, 30)


def test_a_day_without_a_year_is_of_the_year_given() -> None:
    assert read_period("25 April") is None
    found = read_period("25 April", 2024)
    assert found is not None
    assert found.first == date(2024, 4, 25)


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for text in (
        f"{day.day} {day:%B %Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {day:%b %Y}",
    ):
        found = periods(f"due by {text}.")
        assert [(p.first, p.last) for p in found] == [(day, day)]
