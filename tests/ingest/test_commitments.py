"""Commitments of lists, with what stands once over all of them."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

PIERS = """\
## Our commitments for the piers

Lead: Asa Reed

- Light both piers from dusk to dawn
- Mend the steps within a week

"""
BOATS = """\
## Our commitments for boats

- Buy a tug that floats
- Teach each crew to row in fog
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == "entry"]


def test_a_lead_between_a_heading_and_its_points_is_the_lead_of_each() -> None:
    found = entries(PIERS)
    assert [(i.label, i.text) for i in found] == [
        ("commitment", "Light both piers from dusk to dawn"),
        ("commitment", "Mend the steps within a week"),
    ]
    assert [[(f.name, f.value) for f in i.fields] for i in found] == [[("Lead", "Asa Reed")]] * 2


def test_it_is_shown_where_it_stands() -> None:
    (lead,) = entries(PIERS)[1].fields
    assert [p.text for p in lead.places] == ["Lead: Asa Reed"]


def test_all_labelled_lines_there_are_fields() -> None:
    text = PIERS.replace("Lead: Asa Reed\n", "Lead: Asa Reed\n\nTarget date: 31 May 2025\n")
    assert [[f.value for f in i.fields] for i in entries(text)] == [
        ["Asa Reed", "31 May 2025"],
        ["Asa Reed", "31 May 2025"],
    ]


def test_the_next_list_has_no_part_in_it() -> None:
    assert [[f.value for f in i.fields] for i in entries(PIERS + BOATS)] == [
        ["Asa Reed"],
        ["Asa Reed"],
        [],
        [],
    ]


def test_a_sentence_there_leaves_the_list_without_its_title() -> None:
    assert entries(PIERS.replace("Lead: Asa Reed", "The piers are dark at night.")) == []
