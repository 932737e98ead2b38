"""Identifiers with slashes, in words and by letter, and words that only look like them."""

from __future__ import annotations

import pytest

from ingest.wording.identifiers import canonical, is_identifier, leading, mentions


def named(question: str) -> list[tuple[str, str]]:
    return [(m.label, m.identifier) for m in mentions(question)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who owns EM/25/03?", [("", "em/25/03")]),
        ("who owns em/25/03?", [("", "em/25/03")]),
        ("What is Objective Four about?", [("objective", "4")]),
        ("what is objective four about?", [("objective", "4")]),
        ("Which boats does theme B name?", [("theme", "b")]),
        ("Which boats does Theme b name?", [("theme", "b")]),
        ("What was action 25/41a?", [("action", "25/41a")]),
        ("What is deliverable Y2-1?", [("deliverable", "y21")]),
        ("Who owns recommendations R1-4?", [("recommendation", "r1"), ("recommendation", "4")]),
        ("Compare priority two and action 24/07.", [("priority", "2"), ("action", "24/07")]),
        ("Who leads HRB 14/2 and RSP/3b?", [("", "hrb14/2"), ("", "rsp/3b")]),
    ],
)
def test_identifiers_of_questions(question: str, found: list[tuple[str, str]]) -> None:
    assert named(question) == found


@pytest.mark.parametrize(
    "question",
    [
        "What is the number one reason for dark piers?",
        "What was promised?",
        "When did version 3.1 of the guidance come into force?",
        "What has the harbour promised to do?",
        "Which four piers are lit?",
        "Is one of the targets a fog bell?",
        "Does theme back this?",
    ],
)
def test_ordinary_words_are_no_identifiers(question: str) -> None:
    assert named(question) == []


@pytest.mark.parametrize(
    ("text", "label", "identifier", "rest"),
    [
        ("EM/25/03 Light the pier", "", "EM/25/03", "Light the pier"),
        ("Objective Four: Lit piers", "objective", "Four", "Lit piers"),
        ("Theme B: Boats", "theme", "B", "Boats"),
    ],
)
def test_identifiers_at_the_start_of_a_line(
    text: str, label: str, identifier: str, rest: str
) -> None:
    found = leading(text)
    assert found is not None
    assert (found.label, found.identifier, found.rest) == (label, identifier, rest)


@pytest.mark.parametrize(
    "text", ["Objective Fourteen: Lit piers", "Promised lamps are lit", "Four piers are lit"]
)
def test_lines_that_begin_with_words_have_none(text: str) -> None:
    assert leading(text) is None


def test_a_number_that_begins_an_amount_is_none() -> None:
    assert leading("Finding. One hundred lamps had no glass.") is None


def test_words_and_letters_are_compared_as_figures_are() -> None:
    assert canonical("Four") == canonical("Objective 4") == canonical("four:") == "4"
    assert canonical("EM/25/03") == canonical("em/25/03") == "em/25/03"
    assert canonical("B") == canonical("b.") == canonical("(b)") == "b"
    assert is_identifier("EM/25/03")
    assert is_identifier("25/49b")
    assert is_identifier("Y2-1")
