"""Entries that a document lists in a summary and in full."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

SUMMARY = (
    "| Ref | Risk | Residual |\n|---|---|---|\n| R1 | The pier falls | 15 |\n"
    "| R2 | The tug sinks | 10 |\n| R3 | The bell is not heard | 4 |\n"
)
CARDS = "\n".join(
    f"| {ref} | {risk} | Owner | {owner} |\n|---|---|---|---|\n"
    f"| Causes | Age and weather | Inherent | 25 |\n"
    f"| Controls | A warden | Residual | {residual} |\n"
    for ref, risk, owner, residual in (
        ("R1", "The pier falls", "Asa Reed", 15),
        ("R2", "The tug sinks", "Bo Field", 12),
        ("R3", "The bell is not heard", "Cy Marsh", 4),
    )
)


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "risks.md").elements)
    return [i for i in build_items("risks.md", structure) if i.kind == "entry"]


def test_a_card_of_pairs_of_names_and_values_is_an_entry() -> None:
    (first, *_) = entries(f"# Risks\n\n{CARDS}")
    assert (first.identifier, first.text) == ("R1", "The pier falls")
    assert [(f.name, f.value) for f in first.fields] == [
        ("Owner", "Asa Reed"),
        ("Causes", "Age and weather"),
        ("Inherent", "25"),
        ("Controls", "A warden"),
        ("Residual", "15"),
    ]


def test_an_entry_of_a_summary_and_of_a_card_is_told_once_unless_they_differ() -> None:
    found = entries(f"# Risks\n\n## Summary\n\n{SUMMARY}\n## In full\n\n{CARDS}")
    assert sorted(i.identifier for i in found) == ["R1", "R2", "R2", "R3"]
    first = next(i for i in found if i.identifier == "R1")
    assert {f.name: f.value for f in first.fields}["Owner"] == "Asa Reed"
    assert len(first.places) > 1
