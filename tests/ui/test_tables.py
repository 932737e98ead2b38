"""Tables: the register's rows, and what a spreadsheet gets."""

from __future__ import annotations

import csv
import io

import pytest

from tests.ui.samples import DOCUMENTS, LIST, QUOTE
from ui.csvfile import as_csv, table_csv
from ui.register_view import entries, fields_of, having, matching, row_of
from ui.view import show


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_an_answers_table_is_saved_with_pages_and_quotes() -> None:
    table = show(LIST, DOCUMENTS).table
    assert table is not None
    head, first, second = read(table_csv(table, "cy"))
    assert head == ["Eitem", "Testun", "Owner", "Due", "Dogfen", "Tudalen", "Dyfyniad"]
    assert first[:3] == ["4.2a", "Repair the sea wall", "Harbour Master"]
    assert first[4:] == ["plan.pdf", "2", QUOTE]
    assert second[3] == "'=2032"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    (cell,) = read(as_csv((f"{start}1+1",), ()))[0]
    assert cell == f"'{start}1+1"


def test_the_register_has_every_item() -> None:
    every = entries(DOCUMENTS)
    assert [(e.item.identifier, e.kind, e.page) for e in every] == [
        ("4.2a", "Action", 2),
        ("RNLI", "acronym", 0),
    ]
    assert fields_of(every) == ("Owner", "Page")
    assert row_of(every[0], ("Owner",))[:3] == (
        "4.2a",
        "Repair the sea wall before the winter storms",
        "Harbour Master",
    )


@pytest.mark.parametrize(
    ("words", "kind", "documents", "found"),
    [
        ("", "", (), 2),
        ("harbour WALL", "", (), 1),
        ("keep safe", "", (), 1),
        ("lighthouse", "", (), 0),
        ("", "Action", (), 1),
        ("", "", ("plan.pdf",), 2),
        ("", "", ("other.pdf",), 0),
    ],
)
def test_the_register_is_filtered(
    words: str, kind: str, documents: tuple[str, ...], found: int
) -> None:
    assert len(matching(entries(DOCUMENTS), words, kind, documents)) == found


@pytest.mark.parametrize(
    ("words", "found"), [("", 2), ("master HARBOUR", 1), ("deputy", 0), ("17", 0)]
)
def test_the_register_is_filtered_by_owner(words: str, found: int) -> None:
    assert len(having(entries(DOCUMENTS), "owner", words)) == found
