"""Tables that a page break cuts, and lines that say they go on."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import Structure, build_structure
from ingest.elements import Grid
from ingest.types import Block, Cell, Place

HEAD = ("Port", "2022", "2023")
FIRST = (HEAD, ("Northvale", "11", "12"), ("Southmere", "21", "22"))
REST = (("Eastcliff", "31", "32"), ("Westquay", "41", "42"))
EDGES = (60.0, 200.0, 300.0, 400.0)
SHIFTED = (62.0, 215.0, 312.0, 400.0)
ELSEWHERE = (60.0, 120.0, 180.0, 400.0)


def grid(page: int, *rows: tuple[str, ...], edges: tuple[float, ...] = EDGES) -> Grid:
    cells = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in rows)
    return Grid(page, cells, 3, edges=edges, bold_rows=(0,) if rows[0] == HEAD else ())


def line(text: str, page: int = 1) -> Block:
    return Block("paragraph", text, (Place(page, text),))


def ports(structure: Structure) -> list[list[str]]:
    return [[row.values[0] for row in table.rows] for table in structure.tables]


WHOLE = [["Northvale", "Southmere", "Eastcliff", "Westquay"]]
CUT = [["Northvale", "Southmere"], ["Eastcliff", "Westquay"]]


@pytest.mark.parametrize(
    "said",
    [
        "Table 1 goes on overleaf",
        "continued over the page",
        "(see next page)",
        "Continues on the next page",
    ],
)
def test_a_table_that_says_it_goes_on_is_one_table(said: str) -> None:
    structure = build_structure([grid(1, *FIRST), line(said), grid(2, *REST)])
    assert ports(structure) == WHOLE
    assert [b.text for b in structure.blocks if b.text] == []


def test_names_that_come_back_overleaf_are_no_row() -> None:
    structure = build_structure(
        [grid(1, *FIRST), line("The table goes on overleaf"), grid(2, HEAD, *REST)]
    )
    assert ports(structure) == WHOLE
    assert structure.tables[0].header == HEAD


def test_columns_may_stand_a_little_otherwise_on_the_next_page() -> None:
    assert ports(build_structure([grid(1, *FIRST), grid(2, *REST, edges=SHIFTED)])) == WHOLE
    assert len(build_structure([grid(1, *FIRST), grid(1, *REST, edges=SHIFTED)]).tables) == 2
    assert len(build_structure([grid(1, *FIRST), grid(2, *REST, edges=ELSEWHERE)]).tables) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Boats that called at the outer ports",
        "The figures of the outer ports, which were counted later in the year, are overleaf.",
    ],
)
def test_other_lines_between_keep_tables_apart(said: str) -> None:
    structure = build_structure([grid(1, *FIRST), line(said), grid(2, *REST)])
    assert len(structure.tables) == 2
    assert [b.text for b in structure.blocks if b.text] == [said]
