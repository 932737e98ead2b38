"""Quotes that stand together are one, but for the entries of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.citations import checked
from assistant.drafts import Draft, Said, Source
from ingest.library import Library
from ingest.types import Place

from .conftest import opened_with

TEXT = """# Harbour letter

The west pier has nine lamps. Each lamp burns a litre of oil a night. Asa Reed trims the wicks.

The east pier has four lamps. It was agreed. Bo Field rows out to them. It was agreed.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("letter")
    assistant: Assistant = opened_with(folder, {"letter.md": TEXT})
    return assistant.library


def said(text: str, quote: str) -> Said:
    return Said(text, (Source("letter.md", (), (Place(0, ""),), quote),))


def quotes(library: Library, *lines: Said) -> tuple[str, list[str]]:
    answer = checked(Draft("answered", lines), library, "?")
    return answer.text, [c.quote for c in answer.citations]


def test_a_quote_that_another_holds_is_not_cited_beside_it(library: Library) -> None:
    whole = "The west pier has nine lamps. Each lamp burns a litre of oil a night."
    found = quotes(library, said("Nine.", "nine lamps"), said("So it says.", whole))
    assert found == ("Nine. [1]\nSo it says. [1]", [whole])


def test_sentences_that_follow_each_other_are_one_quote(library: Library) -> None:
    first, second = "The west pier has nine lamps.", "Each lamp burns a litre of oil a night."
    assert quotes(library, said("A", first), said("B", second)) == (
        "A [1]\nB [1]",
        [f"{first} {second}"],
    )


def test_sentences_apart_keep_their_own_quotes(library: Library) -> None:
    first, second = "The west pier has nine lamps.", "Asa Reed trims the wicks."
    assert quotes(library, said("A", first), said("B", second)) == ("A [1]\nB [2]", [first, second])


def test_each_point_of_a_list_keeps_its_own(library: Library) -> None:
    first, second = "The west pier has nine lamps.", "Each lamp burns a litre of oil a night."
    _, found = quotes(library, said("- A", first), said("- B", second))
    assert found == [first, second]


def test_words_that_stand_twice_on_a_page_are_joined_to_neither(library: Library) -> None:
    _, found = quotes(
        library, said("A", "The east pier has four lamps."), said("B", "It was agreed.")
    )
    assert found == ["The east pier has four lamps.", "It was agreed."]


def test_a_long_quote_takes_in_one_that_says_nearly_as_much(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    lamps = " ".join(f"Lamp {n} burns a litre of oil on each night of the year." for n in range(20))
    text = f"# Lamps\n\nThe pier is lit. {lamps}\n"
    library = opened_with(tmp_path_factory.mktemp("lamps"), {"letter.md": text}).library
    whole = f"The pier is lit. {lamps}"
    _, found = quotes(
        library, said("A", lamps), said("B", whole), said("C", "Lamp 7 burns a litre")
    )
    assert found == [whole, "Lamp 7 burns a litre"]
