"""Entries that no table or label names are called what their document calls them."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown

CARDS = "\n\n".join(
    f"PL{n}\n\n### {title}\n\nSee to the {title.lower()} before winter.\n\n- Owner: Asa Reed"
    for n, title in enumerate(("Lamps", "Tug", "Bell"), start=1)
)


def labels(text: str) -> set[str]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return {i.label for i in build_items("plan.md", structure) if i.kind == "entry"}


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("These are the three promises that we make.", "promise"),
        ("What comes next: 3 small improvements.", "improvement"),
        ("Each card has one owner.", "card"),
        ("It took three years to get here.", "entry"),
        ("Each harbour has a pier of its own.", "entry"),
        ("There are four promises in the older plan.", "entry"),
        ("We serve three hospitals.", "entry"),
        ("It cost £3 promises nobody kept.", "entry"),
    ],
)
def test_the_document_says_what_they_are(said: str, label: str) -> None:
    assert labels(f"# Plan\n\n{said}\n\n{CARDS}") == {label}


@pytest.mark.parametrize(
    ("names", "label"),
    [("Card | Name", "card"), ("Ref | Action", "action"), ("Card | Action", "action")],
)
def test_the_name_over_the_numbers_says_it_where_that_over_the_words_does_not(
    names: str, label: str
) -> None:
    rows = "".join(f"| PL{n} | Light pier {n} at dusk | Asa Reed |\n" for n in (1, 2, 3))
    assert labels(f"| {names} | Owner |\n|---|---|---|\n{rows}") == {label}


def test_letters_below_a_number_are_called_as_the_other_rows_are() -> None:
    text = (
        "# Report\n\n## Priority 2: Protect\n\n| Ref | What | Lead |\n|---|---|---|\n"
        "| 2.1 | Lamps | Asa Reed |\n| 2.2a | Bells | Bo Field |\n| 2.2b | Ropes | Cy Marsh |\n"
    )
    structure = build_structure(parse_markdown(text, "report.md").elements)
    found = [i for i in build_items("report.md", structure) if i.kind == "entry"]
    assert [(i.label, i.identifier) for i in found] == [
        ("action", "2.1"),
        ("action", "2.2a"),
        ("action", "2.2b"),
    ]
