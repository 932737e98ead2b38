"""Minutes whose actions stand in the margin, beside what was said."""

from __future__ import annotations

from dataclasses import replace

from ingest.blocks.margin_actions import number_of, with_margins_told
from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.types import Block, Cell, Item


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in rows)
    return Grid(1, cells, len(rows[0]))


def entries(table: Grid) -> list[Item]:
    items = build_items("minutes.pdf", build_structure([table]))
    return [i for i in items if i.kind == "entry"]


WHOLE = grid(
    ("2. The pier and its lamps", ""),
    ("2.1 The Harbour Master told the Board how the winter had gone, and", "ACTION 41\nMend the"),
    ("that nobody had been hurt by the ice. It was agreed that the", "lamps, and tell\nthe Board"),
    ("lamps were not", "Head of Boats with the\nPier Manager"),
    ("bright enough.", "7 March"),
    ("", "ACTION 42\nBuy a pump\nA. Reed\nJune meeting"),
)
BESIDE = grid(
    ("4", "The pier", ""),
    (
        "4.1",
        "The Harbour Master told the Board how the winter had\ngone, and what it cost to keep",
        "24/07\nA Reed\n17 May 2024",
    ),
    ("", "the pier open through it.", ""),
    ("", "ACTION: Pier Manager to publish the cost of the", ""),
    ("", "winter.", ""),
    ("4.2", "Members asked for a list of the boats.", "24/08\nB Field\nBefore September"),
    ("", "ACTION: Send a list of boats to members.", "meeting"),
)


def test_a_margin_that_says_the_whole_action() -> None:
    found = entries(WHOLE)
    assert [(i.identifier, i.text) for i in found] == [
        ("41", "Mend the lamps, and tell the Board"),
        ("42", "Buy a pump"),
    ]
    assert [[f.value for f in i.fields] for i in found] == [
        ["Head of Boats with the Pier Manager", "7 March"],
        ["A. Reed", "June meeting"],
    ]


def test_a_margin_with_who_and_when_beside_the_action() -> None:
    found = entries(BESIDE)
    assert [(i.identifier, i.text) for i in found] == [
        ("24/07", "Pier Manager to publish the cost of the winter."),
        ("24/08", "Send a list of boats to members."),
    ]
    assert [[f.value for f in i.fields] for i in found] == [
        ["A Reed", "17 May 2024"],
        ["B Field", "Before September meeting"],
    ]


def test_what_was_said_runs_on_as_it_was_printed() -> None:
    blocks = [b for b in with_margins_told([WHOLE]) if isinstance(b, Block)]
    assert blocks[0].kind == "heading"
    assert blocks[1].text == (
        "2.1 The Harbour Master told the Board how the winter had gone, and that nobody had been "
        "hurt by the ice. It was agreed that the lamps were not bright enough."
    )
    places = [place.text for place in blocks[2].places]
    assert places[0].startswith("Mend the lamps, and tell the Board Head of Boats")


def test_numbers_without_actions_beside_them_stay_a_table() -> None:
    table = grid(
        ("Stolen boats of each year, with their names and makers", "23/24\n14\n15"),
        ("Stolen oars of each year, with their lengths and makers", "24/25\n16\n17"),
    )
    assert list(with_margins_told([table])) == [table]


def test_days_and_years_number_no_action() -> None:
    assert [number_of(line) for line in ("24/07", "ACTION 41", "BOD/24/117")] == [
        "24/07",
        "41",
        "BOD/24/117",
    ]
    assert not any(map(number_of, ("24/07/2025", "31-05-25", "2024/25", "2024-07-01")))


def test_what_stands_above_the_first_number_is_kept() -> None:
    first, *others = WHOLE.rows
    above = replace(WHOLE, rows=((first[0], Cell("to the end of\nthe quay", 1)), *others))
    said = [block.text for block in with_margins_told([above]) if isinstance(block, Block)]
    assert "to the end of the quay" in said
