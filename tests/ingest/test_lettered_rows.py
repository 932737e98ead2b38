"""Rows whose words begin with A., B., C. are called by those letters."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

PLAN = """# Harbour plan

| Objective | Measure | Baseline | Target | Lead |
|---|---|---|---|---|
| A. Lit piers | Lamps | 4 | 9 | Asa Reed |
| B. Dry boats | Pumps | 2 | 5 | Bo Field |
| C. Loud bells | Bells | 1 | 3 | Cy Marsh |
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == "entry"]


def test_letters_that_count_the_rows_are_their_identifiers() -> None:
    assert [(i.label, i.identifier, i.text) for i in entries(PLAN)] == [
        ("objective", "A", "Lit piers"),
        ("objective", "B", "Dry boats"),
        ("objective", "C", "Loud bells"),
    ]


def test_a_letter_alone_is_a_word() -> None:
    found = entries(PLAN.replace("B. Dry", "Dry").replace("C. Loud", "Loud"))
    assert [i.identifier for i in found] == ["", "", ""]
