"""Numbered paragraphs say in full what a table has as short titles."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.items.in_full import IN_FULL
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

WORDINGS = {
    "1.1": "Hang a lamp at the end of each pier before the first of November.",
    "1.2": "Teach every crew to read the glass, the wind and the tide table.",
    "2.1": "Ring the bell of the lighthouse each hour while there is fog.",
}
TABLE = """
| No. | Short title | Owner |
|---|---|---|
| 1.1 | Pier lamps | Head of Works |
| 1.2 | Crews and their glass | Harbour Master |
| 2.1 | Fog bell | Head of Lights |
"""


def entries(paragraphs: str) -> list[Item]:
    text = f"# Harbour plan\n\n## What we will do\n\n{paragraphs}\n\n## Appendix: owners\n{TABLE}"
    structure = build_structure(parse_markdown(text).elements)
    items = build_items("plan.md", structure)
    return [i for i in items if i.kind == "entry" and i.table]


def test_an_entry_of_a_table_has_its_full_wording() -> None:
    found = entries("\n\n".join(f"{number} {text}" for number, text in WORDINGS.items()))
    assert {i.identifier: f.value for i in found if (f := i.field(IN_FULL))} == WORDINGS
    assert [i.text for i in found] == ["Pier lamps", "Crews and their glass", "Fog bell"]


def test_a_number_that_two_paragraphs_have_tells_nothing() -> None:
    lines = [f"{number} {text}" for number, text in WORDINGS.items()]
    found = entries("\n\n".join([*lines, *(f"{line} Again." for line in lines)]))
    assert not any(i.field(IN_FULL) for i in found)


def test_paragraphs_about_something_else_are_no_wording() -> None:
    told = ("The review was asked for in May after a storm.", "Three inspectors spent nine days.")
    lines = [*told, "The last review made six proposals in all."]
    numbered = zip(("1.1", "1.2", "2.1"), lines, strict=True)
    assert not any(i.field(IN_FULL) for i in entries("\n\n".join(" ".join(n) for n in numbered)))
