"""Minutes whose items stand in a column beside what was said of them."""

from __future__ import annotations

from ingest.blocks.minuted import with_minutes_told
from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Cell, Item

TALK = (
    "The Harbour Master told the board how the winter had gone, and what it had cost to keep the "
    "pier open through it. Members were glad that nobody had been hurt, and asked what is next. "
)
ROWS = (
    ("1", "Welcome", TALK),
    ("2", "The pier", f"{TALK}ACTION HB/25/07: Pier Manager to mend the gate. By 4 June 2025."),
    (
        "3",
        "The tug",
        f"{TALK}ACTION HB/25/08: Head of Boats to buy a pump. By 9 May 2025. "
        "ACTION HB/25/09: Bell Team to report on the bell. By 1 July 2025.",
    ),
)


def minutes(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[Item]:
    lines = [head, tuple("---" for _ in head), *rows]
    table = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    text = f"# Harbour Board\n\nMinutes of 2 April 2025\n\n{table}\n"
    structure = build_structure(parse_markdown(text, "minutes.md").elements)
    return [i for i in build_items("minutes.md", structure) if i.kind == "entry"]


def test_actions_within_what_was_said_are_entries() -> None:
    found = minutes(("No", "Item", "Discussion and action"), ROWS)
    assert [i.identifier for i in found] == ["HB/25/07", "HB/25/08", "HB/25/09"]
    assert [[f.value for f in i.fields] for i in found] == [
        ["Pier Manager", "By 4 June 2025"],
        ["Head of Boats", "By 9 May 2025"],
        ["Bell Team", "By 1 July 2025"],
    ]


def test_short_notes_beside_items_stay_a_table() -> None:
    cells = (("Item", "Notes"), ("Mend the gate", "Asa Reed, May"), ("Buy a pump", "Bo Field"))
    rows = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in cells)
    grid = Grid(1, rows, 2, bold_rows=(0,))
    assert list(with_minutes_told([grid])) == [grid]
