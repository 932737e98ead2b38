"""Registers whose cells hold several entries, each beginning with its identifier."""

from __future__ import annotations

from ingest.blocks.tables import Row, Table
from ingest.rows.entries import entries
from ingest.rows.packed import unpacked
from ingest.types import Place

HEADER = ("Responsible officer", "Actions, dates and position")
FIRST = (
    "B1.1 Clear the 40 moorings that silted up. By 31 March 2024. In progress – six left. "
    "B1.2 Recruit two divers. By 29 February 2024. Delayed – one in post."
)
SECOND = (
    "C1.1 Rewrite the byelaws. By 15 December 2023. Complete – agreed by the Board. "
    "C1.2 Ring every berth holder who left. By 30 June 2024. Not started."
)


def row(page: int, owner: str, text: str) -> Row:
    places = ((Place(page, owner),) if owner else (), (Place(page, text),))
    return Row((owner, text), places)


def table(*rows: Row) -> Table:
    return Table(1, HEADER, rows, ("Appendix A",), heads=tuple((name,) for name in HEADER))


def test_each_entry_has_a_row_and_what_its_sentences_end_with_is_a_field() -> None:
    items = entries("plan.pdf", table(row(1, "Asa Reed", FIRST), row(1, "Bo Field", SECOND)))
    assert [i.identifier for i in items] == ["B1.1", "B1.2", "C1.1", "C1.2"]
    assert items[0].text == "Clear the 40 moorings that silted up."
    assert [(f.name, f.value) for f in items[1].fields] == [
        ("Responsible officer", "Asa Reed"),
        ("Date", "29 February 2024"),
        ("Status", "Delayed – one in post."),
    ]


def test_a_cell_that_a_page_break_cuts_keeps_what_stands_beside_it() -> None:
    cut = row(2, "", "B1.3 Dredge the basin. By 1 May 2024. In progress.")
    items = entries("plan.pdf", table(row(1, "Asa Reed", FIRST), cut, row(2, "Bo Field", SECOND)))
    dredge = next(i for i in items if i.identifier == "B1.3")
    assert dredge.fields[0].value == "Asa Reed"
    assert [p.page for p in dredge.places] == [2]


def test_every_entry_rests_on_its_own_words_alone() -> None:
    found = unpacked(table(row(1, "Asa Reed", FIRST), row(1, "Bo Field", SECOND)))
    assert found is not None
    assert found.rows[1].on_page(1).text.startswith("B1.2 Recruit two divers.")
    assert "Clear the 40" not in found.rows[1].on_page(1).text


def test_a_cell_with_one_entry_or_other_numbers_in_it_is_left_as_it_is() -> None:
    lone = "B1.1 Clear the moorings. See B2.4 and 3.5 metres of chain. By 31 March."
    assert unpacked(table(row(1, "Asa", lone), row(1, "Bo", "B1.2 Recruit two divers."))) is None
