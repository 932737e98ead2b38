"""Numbered sub-headings can be named together, and a lead-in stays with its bullets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.lines.tails import tail_of
from ingest.passages import build_passages
from ingest.pipeline import read_document
from ingest.rows.doubts import doubts
from ingest.types import Block, Cell, Passage, Place

STRATEGY = "south-wales-substance-misuse-strategy-2022-2025.pdf"


def passages(*blocks: tuple[str, str]) -> Sequence[Passage]:
    levels = {"title": 1, "heading": 2}
    made = [
        Block(
            "heading" if kind in levels else kind,  # type: ignore[arg-type]  # literals below
            text,
            (Place(1, text),),
            level=levels.get(kind, 0),
        )
        for kind, text in blocks
    ]
    structure = build_structure(made)
    return build_passages("plan.pdf", structure, build_items("plan.pdf", structure))


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(tuple(Cell(text, column) for column, text in enumerate(row)) for row in rows)
    return Grid(4, cells, len(rows[0]))


def test_the_strategic_aims_stand_in_one_passage(corpus: Path) -> None:
    found = [p for p in read_document(corpus / STRATEGY).passages if p.text.startswith("Strategic")]
    assert found[0].text.splitlines() == [
        "Strategic Aims",
        "a. Early intervention and Prevention",
        "b. Breaking the Cycle of Addiction",
        "c. Tackling Supply",
    ]
    assert [place.text for place in found[0].places] == found[0].text.splitlines()[1:]


def test_headings_without_numbers_make_no_list() -> None:
    made = passages(("title", "Plan"), ("heading", "Why"), ("paragraph", "Because."))
    assert [p.text for p in made] == ["Because."]


def test_points_without_a_mark_are_given_one() -> None:
    made = passages(
        ("paragraph", "It holds:"),
        ("list_item", "tools"),
        ("list_item", "2. standards"),
        ("list_item", "– schemas"),
    )
    assert made[0].text.splitlines() == ["It holds:", "• tools", "2. standards", "– schemas"]


def test_a_long_list_stays_with_its_lead_in() -> None:
    bullets = [("list_item", f"• {'word ' * 30}{n}") for n in range(6)]
    made = passages(("paragraph", "Before. " * 60), ("paragraph", "We found that:"), *bullets)
    assert made[1].text.startswith("We found that:\n•")
    assert made[1].text.count("•") == 6


def test_an_entry_that_is_a_heading_keeps_its_labelled_lines() -> None:
    made = passages(
        ("heading", "Action 1: Open a hub"),
        ("paragraph", "The hub will be in the library."),
        ("paragraph", "Lead: Head of Place"),
        ("heading", "Action 2: Close the depot"),
        ("paragraph", "It is too large."),
        ("paragraph", "Lead: Fleet Manager"),
    )
    assert [p.text for p in made] == [
        "Action 1 Open a hub – The hub will be in the library.\nLead: Head of Place",
        "Action 2 Close the depot – It is too large.\nLead: Fleet Manager",
    ]


def test_a_table_without_names_is_doubted() -> None:
    table = grid(
        ("A1", "Review the lone working policy", "Head of Finance", "May 2024"),
        ("A2", "Publish the winter plan in full", "Estates Manager", "June 2024"),
    )
    structure = build_structure([table])
    entry = build_items("plan.pdf", structure)[0]
    assert [(f.name, f.value) for f in entry.fields] == [
        ("Owner", "Head of Finance"),
        ("Date", "May 2024"),
    ]
    assert "no column names" in doubts(structure.tables)[0]


def test_figures_are_no_entries() -> None:
    table = grid(
        ("Males", "80.5 (80.3 - 80.7)", "79.5"),
        ("Females", "84.1 (83.9 - 84.3)", "83.1"),
        ("All", "82.2 (82.0 - 82.4)", "81.3"),
    )
    assert build_items("plan.pdf", build_structure([table])) == ()


@pytest.mark.parametrize(
    ("text", "left", "fields"),
    [
        ("Agree – Insp. Hart, by 12 May.", "Agree", {"Owner": "Insp. Hart", "Date": "12 May"}),
        ("Agree it – DS Iqbal.", "Agree it", {"Owner": "DS Iqbal", "Date": ""}),
        ("Buy it (Lead: Head of IT; by May).", "Buy it", {"Lead": "Head of IT", "by": "May"}),
        ("Buy. Fleet Manager, from June.", "Buy", {"Owner": "Fleet Manager", "Date": "from June"}),
        ("Pay the fund (Welsh Ministers)", "Pay the fund", {"Owner": "Welsh Ministers"}),
    ],
)
def test_who_and_when_at_the_end(text: str, left: str, fields: dict[str, str]) -> None:
    tail = tail_of(text)
    assert tail is not None
    assert (tail.text, dict(tail.fields)) == (left, fields)


@pytest.mark.parametrize("text", ["Review drug testing on arrest (DTOA)", "It rose – by a third."])
def test_what_is_no_tail(text: str) -> None:
    assert tail_of(text) is None


def test_the_parts_of_a_paper_are_no_list() -> None:
    parts = ("1. Welcome and apologies", "2. Lamps", "3. Ladders", "4. Any other business")
    made = passages(
        ("title", "Minutes"), *(b for p in parts for b in (("heading", p), ("paragraph", "Said.")))
    )
    assert not any("2. Lamps" in p.text and "3. Ladders" in p.text for p in made)
    aims = ("1. Bright lamps", "2. Safe ladders", "3. Dry feet")
    made = passages(
        ("title", "Our aims"), *(b for p in aims for b in (("heading", p), ("paragraph", "Said.")))
    )
    assert any("1. Bright lamps\n2. Safe ladders\n3. Dry feet" in p.text for p in made)
