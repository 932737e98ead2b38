"""Entries that a numbered heading names and sentences tell, and chips that say how they stand."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

SLIDES = "\n\n".join(
    [
        "# Harbour plan: two years on",
        "Numbers are those of the deliverables in the plan.",
        "## 1.1a Pier lamps DELIVERED\n\nAll 40 hang. Owner: Head of Works.",
        "## 1.1b Bell training ON COURSE\n\n212 of 260 trained. New date: May 2026.\n\n"
        "Owner now: Bell Ringer (was Pier Master).",
        "## 1.2a Rope store DELIVERED\n\nOpened in March 2025. Owner: Rope Maker.",
        "## 1.2b Tide gauge ON COURSE\n\nOrdered. New date: June 2026. Owner: Pier Master.",
    ]
)


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "slides.md").elements)
    return [i for i in build_items("slides.md", structure) if i.kind == "entry"]


def test_titles_with_sentences_below_are_entries_with_the_fields_that_those_name() -> None:
    found = entries(SLIDES)
    assert [(i.identifier, i.text) for i in found] == [
        ("1.1a", "Pier lamps"),
        ("1.1b", "Bell training"),
        ("1.2a", "Rope store"),
        ("1.2b", "Tide gauge"),
    ]
    assert {f.name: f.value for f in found[1].fields} == {
        "Status": "ON COURSE",
        "Note": "212 of 260 trained.",
        "New date": "May 2026",
        "Owner now": "Bell Ringer (was Pier Master)",
    }


def test_sections_without_such_sentences_are_no_entries() -> None:
    plain = "\n\n".join(
        f"## 1.{n} {name}\n\nThe board meets in {name}." for n, name in enumerate("ABCD", 1)
    )
    assert entries(plain) == []


def test_a_figure_is_no_number_of_an_entry() -> None:
    texts = [i.text for i in entries(SLIDES)]
    assert not any(text.startswith("of 260") for text in texts)
