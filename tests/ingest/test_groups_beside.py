"""Groups named once beside the first of their entries, and registers without entries' own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

from .readers.test_pdf_tables import printed

STANDING = """
| Theme | Action | Status | Owner | Update |
|---|---|---|---|---|
| 1 Boats and | PC1 | Done | Asa Reed | The tug was bought in May 2025. |
| tugs | | | | |
| | PC2 | Late | Bo Field | Both yards that were asked have closed. |
| | PC3 | On track | Cy Marsh | Two of three people can drive it. |
| 2 Piers | PC4 | Done | Di Hill | Every lamp has been lit since June. |
| | PC5 | Late | Asa Reed | The bell has not been found. |
"""
BANDS = (
    ("Part A: Boats and tugs", ("A1", "Buy a tug that floats", "Asa Reed", "May 2025")),
    ("", ("A2", "Ask three yards what it costs", "Bo Field", "June 2025")),
    ("Part B: Piers and lamps", ("B1", "Light the long pier at night", "Cy Marsh", "July 2025")),
    ("", ("B2", "Mend the fog bell in winter", "Di Hill", "August 2025")),
)


def entries(text: str, kind: str = "entry") -> list[Item]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == kind]


def test_the_group_of_the_first_entry_is_that_of_those_below_it() -> None:
    found = entries(STANDING)
    assert [i.identifier for i in found] == ["PC1", "PC2", "PC3", "PC4", "PC5"]
    assert [i.parent for i in found] == ["1", "1", "1", "2", "2"]
    assert {i.label for i in found} == {"action"}


def test_a_group_is_called_what_its_column_is_and_named_over_all_its_lines() -> None:
    found = entries(STANDING, "group")
    assert [(i.label, i.identifier, i.text) for i in found] == [
        ("theme", "1", "Boats and tugs"),
        ("theme", "2", "Piers"),
    ]


def test_an_entry_without_words_of_its_own_is_told_by_how_it_stands() -> None:
    found = entries(STANDING)[1]
    assert found.text == "Both yards that were asked have closed."
    assert {f.name: f.value for f in found.fields}["Update"] == found.text


@pytest.mark.parametrize(
    "column",
    ["Status | Overdue | Overdue", "Carried forward | Yes |", "Lead | Asa Reed | Bo Field"],
)
def test_a_status_a_flag_or_an_owner_is_of_its_own_row_alone(column: str) -> None:
    name, first, fourth = (part.strip() for part in column.split("|"))
    rows = "".join(
        f"| {first if n == 1 else fourth if n == 4 else ''} | H{n} | Light pier {n} at dusk |\n"
        for n in range(1, 7)
    )
    found = entries(f"| {name} | Ref | Action |\n|---|---|---|\n{rows}")
    assert [f.value for i in found for f in i.fields if f.value] == [
        v for v in (first, fourth) if v
    ]
    assert {i.parent_text for i in found} == {""}


def test_a_name_of_rows_in_larger_type_does_not_end_their_table(tmp_path: Path) -> None:
    columns = (60, 100, 300, 440)

    def draw(canvas: Canvas) -> None:
        y = 740
        canvas.setFont("Helvetica-Bold", 9)
        for x, name in zip(columns, ("Ref", "Action", "Lead", "Date"), strict=True):
            canvas.drawString(x, y, name)
        for band, cells in BANDS:
            if band:
                y -= 20
                canvas.setFont("Helvetica-Bold", 11)
                canvas.drawString(60, y, band)
            y -= 20
            canvas.setFont("Helvetica", 9)
            for x, text in zip(columns, cells, strict=True):
                canvas.drawString(x, y, text)

    structure = build_structure(printed(tmp_path, draw))
    found = [i for i in build_items("printed.pdf", structure) if i.kind == "entry"]
    assert [(i.identifier, i.parent_text) for i in found] == [
        ("A1", "Part A: Boats and tugs"),
        ("A2", "Part A: Boats and tugs"),
        ("B1", "Part B: Piers and lamps"),
        ("B2", "Part B: Piers and lamps"),
    ]
    assert {f.name: f.value for f in found[2].fields} == {"Lead": "Cy Marsh", "Date": "July 2025"}
