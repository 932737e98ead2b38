"""Scores that are asked for, and colours that only a key of scores tells."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.wording.scores import asked_band

from .conftest import opened_with

REGISTER = """# Harbour risks

Quaymouth Harbour Board, 9 May 2025

## Risk register

A risk that scores 15 or more is a red risk and is looked at in each meeting; 8 to 14 is amber;
below 8 is green.

| Risk | | Owner | Score before controls | Score now | State |
|---|---|---|---|---|---|
| K1 | The long pier falls down | Asa Reed | 20 | 16 | Open |
| K2 | The tug sinks on a Sunday | Bo Field | 16 | 8 | Closed |
| K3 | Nobody hears the fog bell | Cy Marsh | 12 | 14 | Open |
| K4 | The paint peels in the sun | Di Hill | 9 | 4 | Open |
| K5 | The ferry is late in the fog | Ed Moor | 9 | 16² | Open |
"""


@pytest.fixture(scope="module")
def risks(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return opened_with(tmp_path_factory.mktemp("risks"), {"harbour-risks.md": REGISTER})


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("which risks are red?", ["K1", "K5"]),
        ("how many risks are amber?", ["K2", "K3"]),
        ("which risks are green", ["K4"]),
        ("which risks score 14 or more?", ["K1", "K3", "K5"]),
        ("which risks score below 8", ["K4"]),
        ("which risks score at least 14?", ["K1", "K3", "K5"]),
        ("which risks score between 8 and 14?", ["K2", "K3"]),
        ("which risks score 16?", ["K1", "K5"]),
        ("which open risks score over 10?", ["K1", "K3", "K5"]),
        ("which risks that are not closed score 8 or more?", ["K1", "K3", "K5"]),
        ("which risks scored over 12 before controls", ["K1", "K2"]),
        ("list the risks rated between 8 to 14", ["K2", "K3"]),
        ("who owns the risk with the lowest score?", ["K4"]),
        ("which risks score highest?", ["K1", "K5"]),
        ("which risk had the highest score before controls?", ["K1"]),
    ],
)
def test_risks_are_listed_by_their_scores(
    risks: Assistant, question: str, found: list[str]
) -> None:
    answer = risks.ask(question)
    assert answer.status == "answered"
    assert [i.id for i in answer.items] == found


def test_the_name_over_the_codes_is_that_of_what_stands_beside_them(risks: Assistant) -> None:
    answer = risks.ask("who owns risk K3?")
    assert "Nobody hears the fog bell" in answer.text
    assert "Cy Marsh" in answer.text


@pytest.mark.parametrize("question", ["how did the team score?", "which are rated red", "over 12"])
def test_no_scores_asked(question: str) -> None:
    assert asked_band(question) is None
