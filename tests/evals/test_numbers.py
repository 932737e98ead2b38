"""Whole numbers in digits and in words; identifiers are none."""

from __future__ import annotations

import pytest

from evals.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("there are twenty-two of them", {22}),
        ("twenty two or twenty, not thirty-one", {22, 20, 31}),
        ("seven (7), eleven, ninety-nine", {7, 11, 99}),
        ("12,345 and 6, 7.", {12345, 6, 7}),
        ("2.6c, 1.2, v3 and 4x", set()),
        ("someone often attends, a tentative one", {1}),
        ("zero", {0}),
        ("", set()),
    ],
)
def test_numbers(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers
