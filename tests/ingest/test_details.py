"""What stands under headings that name a table's entries again."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

TABLE = """## Position

| Ref | Subject | Status |
|---|---|---|
| {one} | Lamps on the pier | Late |
| {two} | Ladders on the quay | Done |
| {three} | Boats for hire | Done |
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "report.md").elements)
    return [i for i in build_items("report.md", structure) if i.kind == "entry"]


def told(items: list[Item]) -> list[list[str]]:
    return [[f.value for f in i.fields if f.name.startswith("Under")] for i in items]


def test_paragraphs_under_such_headings_are_fields_named_by_the_heading_above_them() -> None:
    detail = (
        "## Detail\n\n### P1 Lamps\n\nThe lamps came late.\n\nThey work.\n\n"
        "### P3 Boats\n\nAll are dry."
    )
    found = entries(TABLE.format(one="P1", two="P2", three="P3") + "\n" + detail)
    assert [i.identifier for i in found] == ["P1", "P2", "P3"]
    assert told(found) == [["The lamps came late.", "They work."], [], ["All are dry."]]
    assert found[0].fields[-1].name == "Under “Detail”"


def test_a_numbered_section_is_of_an_entry_only_where_it_has_its_words() -> None:
    sections = (
        "## Detail\n\n### 1.1 Lamps\n\nThe lamps came late.\n\n### 1.2 Money\n\nThere is none.\n\n"
        "### 1.3 Boats for hire\n\nAll are dry."
    )
    found = entries(TABLE.format(one="1.1", two="1.2", three="1.3") + "\n" + sections)
    assert told(found) == [["The lamps came late."], [], ["All are dry."]]


def test_a_single_heading_is_chance() -> None:
    text = TABLE.format(one="P1", two="P2", three="P3") + "\n## P1 Lamps\n\nThe lamps came late."
    assert told(entries(text)) == [[], [], []]
