"""Entries set as a small table each: forms, cards, and names with values below a title."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.types import Block, Cell, Item, Place

POSTS = ("Head of Works", "Harbour Master", "Head of Estates")


def grid(*rows: Sequence[str], columns: int = 2, page: int = 1) -> Grid:
    cells = tuple(
        tuple(Cell(text, n, columns if len(row) == 1 else 1) for n, text in enumerate(row))
        for row in rows
    )
    return Grid(page, cells, columns)


def block(kind: str, text: str, level: int = 0) -> Block:
    return Block(kind, text, (Place(1, text),), level=level)  # type: ignore[arg-type]


def entries(*elements: Block | Grid) -> list[Item]:
    found = build_items("printed.pdf", build_structure(elements))
    return [i for i in found if i.kind == "entry"]


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def test_forms_are_rows_of_one_register() -> None:
    found = entries(
        *(
            grid(
                ("Risk no.", f"R0{n}", "Risk owner", who),
                ("Description", f"The pier falls in storm number {n}"),
                ("Approach", "Treat", "Review date", f"{n} May 2026"),
                columns=4,
            )
            for n, who in enumerate(POSTS, 1)
        )
    )
    assert [i.identifier for i in found] == ["R01", "R02", "R03"]
    assert [fields(i)["Risk owner"] for i in found] == list(POSTS)
    assert fields(found[2])["Review date"] == "3 May 2026"
    assert found[0].text == "The pier falls in storm number 1"


def test_a_card_that_is_named_by_a_number_alone_keeps_its_own_values() -> None:
    titles = ("Recommendation 1 (first cause)", "Recommendation 2", "Recommendation 3 (lamps)")
    found = entries(
        *(
            grid((title,), ("Owner", who), ("Our date", f"{n} May 2026"), ("Status", "Late"))
            for n, (title, who) in enumerate(zip(titles, POSTS, strict=True), 1)
        )
    )
    assert [(i.label, i.identifier) for i in found] == [
        ("recommendation", "1"),
        ("recommendation", "2"),
        ("recommendation", "3"),
    ]
    assert [fields(i)["Owner"] for i in found] == list(POSTS)


def test_the_first_field_below_a_card_s_title_is_no_header() -> None:
    found = entries(
        *(
            grid((f"AFI {n}: lamps of the quay",), ("Owner", who), ("Our date", "May 2026"))
            for n, who in enumerate(POSTS, 1)
        )
    )
    assert [i.identifier for i in found] == ["AFI 1", "AFI 2", "AFI 3"]
    assert [fields(i)["Owner"] for i in found] == list(POSTS)


def test_a_table_in_which_a_card_s_beginning_is_missed_makes_no_cards() -> None:
    table = grid(
        ("Recommendation 1 (lamps)",),
        *((name, value) for who in POSTS for name, value in (("Owner", who), ("Due", "May"))),
    )
    assert not any(fields(i).get("Owner") == POSTS[2] for i in entries(table))


def test_cells_of_a_name_and_a_value_are_lines_of_the_entry_above() -> None:
    elements: list[Block | Grid] = []
    for n, who in enumerate(POSTS, 1):
        elements += [
            block("heading", f"1.{n} Lamps of quay {n}", 2),
            grid(
                (f"Lead: {who}", "Target date: 3 May 2026"),
                ("Partners: Port of Ness;", "Status: GREEN"),
                ("Harbour Trust", ""),
            ),
            block("paragraph", "Mend every lamp of the quay. Two wait for glass."),
        ]
    found = entries(*elements)
    assert [i.identifier for i in found] == ["1.1", "1.2", "1.3"]
    assert fields(found[1]) == {
        "Lead": "Harbour Master",
        "Target date": "3 May 2026",
        "Partners": "Port of Ness; Harbour Trust",
        "Status": "GREEN",
        "Note": "Mend every lamp of the quay. Two wait for glass.",
    }


def test_the_wording_of_a_card_may_stand_beside_its_fields() -> None:
    whats = ("Light the whole of the west pier", "Teach all crews to row", "Paint every boat white")
    rows = [
        row
        for n, (what, who) in enumerate(zip(whats, POSTS, strict=True), start=1)
        for row in (
            (f"Recommendation R{n}", "Response: Accepted"),
            (
                f"{what}.",
                f"Responsible officer: {who} Date for completion: {n} May 2025 Status: Late",
            ),
            ("Update at 14 March 2025", f"Told the board {n} times."),
        )
    ]
    found = entries(grid(*rows))
    assert [i.text for i in found] == [f"{what}." for what in whats]
    assert {f.name: f.value for f in found[1].fields} == {
        "Response": "Accepted",
        "Responsible officer": "Harbour Master",
        "Date for completion": "2 May 2025",
        "Status": "Late",
        "Update at 14 March 2025": "Told the board 2 times.",
    }


def test_a_dash_in_a_register_tells_nothing() -> None:
    rows = [(f"A{n}", f"Light pier number {n}", who, "–") for n, who in enumerate(POSTS, start=1)]
    found = entries(grid(("Ref", "Action", "Owner", "Revised date"), *rows, columns=4))
    assert all(f.value == "" for i in found for f in i.fields if f.name == "Revised date")
