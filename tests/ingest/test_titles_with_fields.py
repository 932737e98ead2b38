"""Entries without numbers: a heading names each, and labelled lines below tell who and when."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.readers.pdf.chips import with_chip_named
from ingest.types import Block, Item, Place

PLAN = """# Harbour plan

The Board wants a safe harbour, and says here what is to be done for it.

## Our four projects this year

### Mend the lamps
New ones will be bought.

Owner: Asa Reed

Due: 3 May 2026

### Mend the bell

Owner: Bo Field

Due: June 2026

### Paint the boats

Owner: Cy Marsh

Due: July 2026

The Board looks at all of this in August.
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == "entry"]


def block(text: str, kind: str = "paragraph") -> Block:
    return Block("heading" if kind == "heading" else "paragraph", text, (Place(1, text),))


def test_each_title_is_an_entry_with_its_lines() -> None:
    found = entries(PLAN)
    assert [i.text for i in found] == [
        "Mend the lamps – New ones will be bought.",
        "Mend the bell",
        "Paint the boats",
    ]
    assert [i.label for i in found] == ["project"] * 3
    assert [[(f.name, f.value) for f in i.fields] for i in found][1:] == [
        [("Owner", "Bo Field"), ("Due", "June 2026")],
        [("Owner", "Cy Marsh"), ("Due", "July 2026")],
    ]


def test_two_such_titles_are_sections() -> None:
    first, _, _ = PLAN.partition("### Paint the boats")
    assert entries(first) == []


def test_headings_over_entries_are_no_entries() -> None:
    lines = "1. Buy lamps (Lead: Di Hill; by June 2026)\n2. Buy oil (Lead: Ed Ash; by May 2026)\n"
    text = PLAN.replace("Due: July 2026\n", f"Due: July 2026\n\n#### Steps\n\n{lines}")
    assert [i.text for i in entries(text)] == ["Buy lamps", "Buy oil"]


def test_a_status_alone_on_a_card_is_named_and_comes_last() -> None:
    card = [block("Behind", "heading"), block("Mend the lamps", "heading"), block("Who Asa Reed")]
    assert [(b.kind, b.text) for b in with_chip_named(card)] == [
        ("heading", "Mend the lamps"),
        ("paragraph", "Who Asa Reed"),
        ("paragraph", "Status: Behind"),
    ]
    assert with_chip_named(card)[-1].places == (Place(1, "Behind"),)


def test_the_name_of_a_field_is_no_status() -> None:
    card = [block("Mend the lamps", "heading"), block("DUE"), block("3 May 2026")]
    assert with_chip_named(card) == card
