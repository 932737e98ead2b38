"""What may be typed, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.asked import LONGEST, Asked, read_question


@pytest.mark.parametrize(
    ("typed", "text", "problem"),
    [
        ("", "", "empty"),
        (" \t\n ", "", "empty"),
        ("\u200b\x00\x1b", "", "empty"),
        ("?!… --", "?!… --", "no_words"),
        ("who  owns\n2.6c?", "who owns 2.6c?", ""),
        ("who\x07 owns \x1b[31m2.6c", "who owns [31m2.6c", ""),
        ("<b>who</b> owns {2.6c}", "<b>who</b> owns {2.6c}", ""),
        ("Pwy sy’n berchen ar 2.6ĉ?", "Pwy sy’n berchen ar 2.6ĉ?", ""),
        ("x" * LONGEST, "x" * LONGEST, ""),
        ("x" * 10_000, "x" * 10_000, "too_long"),
    ],
)
def test_what_is_typed_becomes_a_question_or_a_problem(typed: str, text: str, problem: str) -> None:
    assert read_question(typed) == Asked(text, problem)  # type: ignore[arg-type]


@given(st.text())
def test_a_question_is_one_line_that_can_be_written_down(typed: str) -> None:
    text = read_question(typed).text
    assert text == " ".join(text.split())
    assert text.encode("utf-8").decode("utf-8") == text
    assert read_question(text).text == text
