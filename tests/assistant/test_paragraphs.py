"""Paragraphs asked for by their numbers, headings that entries are counted under, terms."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.register.entries import Register

from .conftest import opened_with

RULES = """# Pier rules

Quaymouth Harbour Board, 9 May 2025

## 9 Dry feet

1.1.1 Boots are lent out at the gate by the Quaymouth Harbour Board (QHB) from six.

1.1.2 Wardens may close the long pier where:

- a wave has come over the wall
- the wind is above gale force

## Aim 2: Warm hands

2.1.1 Gloves are lent out at the gate in winter.

17. A visitor who falls in must be given tea and a blanket.

## Terms used in these rules

### Spring tide

A tide in the days after a new or a full moon.

## Actions

### Aim 3: Safe ladders

| Ref | Action | Lead |
|---|---|---|
| 3.1a | Paint the ladders | Asa Reed |
| 3.1b | Count the rungs | Bo Field |

### Aim 4: Bright lamps

| Ref | Action | Lead |
|---|---|---|
| 4.1a | Light the short pier | Cy Marsh |
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened_with(tmp_path_factory.mktemp("rules"), {"pier-rules.md": RULES})


def test_a_paragraph_is_quoted_by_its_number(rules: Assistant) -> None:
    answer = rules.ask("what does 1.1.1 say?")
    assert answer.status == "answered"
    assert "Boots are lent out at the gate" in answer.text
    assert "Gloves" not in answer.text


def test_points_below_a_paragraph_come_with_it(rules: Assistant) -> None:
    answer = rules.ask("what is rule 1.1.2")
    assert "- a wave has come over the wall" in answer.text
    assert "- the wind is above gale force" in answer.text
    assert {c.quote for c in answer.citations} >= {"the wind is above gale force"}


def test_a_plain_number_is_one_after_what_paragraphs_are_called(rules: Assistant) -> None:
    assert "tea and a blanket" in rules.ask("what does paragraph 17 of the pier rules say").text


def test_a_number_that_no_paragraph_has_is_not_answered(rules: Assistant) -> None:
    assert rules.ask("what does paragraph 9.9.9 say?").status in ("no_such_item", "not_found")


def test_a_term_is_told_where_the_question_names_its_document(rules: Assistant) -> None:
    answer = rules.ask("What do the pier rules of May 2025 mean by spring tide?")
    assert answer.text.startswith("Spring tide: A tide in the days after")


def test_entries_are_counted_under_a_numbered_heading(rules: Assistant) -> None:
    answer = rules.ask("how many actions are under aim 3 of the pier rules?")
    assert answer.count == 2
    assert [i.id for i in answer.items] == ["3.1a", "3.1b"]


def test_a_short_form_told_before_the_question_is_spelled_out(rules: Assistant) -> None:
    answer = rules.ask("QHB keeps coming up in the pier rules, what is it?")
    assert answer.text.startswith("QHB stands for Quaymouth Harbour Board")


def test_a_section_is_no_recommendation_of_its_number(rules: Assistant) -> None:
    register = Register(rules.library)
    assert register.find("9", (), ("recommendation",)) == []
    assert [i.text for i in register.find("9")] == ["Dry feet"]
