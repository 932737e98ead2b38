"""Terms in plain text that stand in two columns below a title."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.elements import Reading
from ingest.items.build import build_items
from ingest.readers.text.reader import parse_text

from .reading import grids, texts

TERMS = """\
NHB         Northvale Harbour Board
TTG         Tide table group, which meets
            on the first day of a quarter
Berth       A berth let from dusk to dawn
"""
TWO = "".join(TERMS.splitlines(keepends=True)[::3])
ABOVE = """\
Harbour plan

The board has two piers and a crane, and it sees to all three of them each year.

"""


def reading(text: str) -> Reading:
    return parse_text(ABOVE + text)


def pairs(text: str) -> list[list[str]]:
    return [t.split("\t") for t in texts(reading(text)) if "\t" in t]


def test_terms_below_a_title_are_read_with_their_meanings() -> None:
    assert pairs(f"Abbreviations and terms\n\n{TERMS}") == [
        ["NHB", "Northvale Harbour Board"],
        ["TTG", "Tide table group, which meets on the first day of a quarter"],
        ["Berth", "A berth let from dusk to dawn"],
    ]


def test_they_are_the_documents_terms() -> None:
    structure = build_structure(reading(f"GLOSSARY\n\n{TERMS}").elements)
    items = build_items("plan.txt", structure)
    assert {i.identifier: i.text for i in items if i.kind == "acronym"} == {
        "NHB": "Northvale Harbour Board",
        "TTG": "Tide table group, which meets on the first day of a quarter",
    }


def test_what_stands_below_the_list_is_no_part_of_it() -> None:
    found = texts(reading(f"Glossary\n\n{TERMS}\nThe board sat in May and agreed all of this.\n"))
    assert found[-1] == "The board sat in May and agreed all of this."
    assert len([t for t in found if "\t" in t]) == 3


def test_two_terms_are_too_few() -> None:
    assert pairs(f"Abbreviations\n\n{TWO}") == []
    assert len(pairs(f"Abbreviations\n\n{TWO}LP          Long pier\n")) == 3


def test_without_a_title_that_says_so_there_are_no_terms() -> None:
    assert pairs(f"Who came to the pier\n\n{TERMS}") == []
    assert pairs(TERMS) == []


def test_a_term_is_shown_as_it_is_printed() -> None:
    read = reading(f"Glossary\n\n{TERMS}")
    assert grids(read) == []
    block = next(e for e in build_structure(read.elements).blocks if e.text.startswith("TTG"))
    assert [p.text for p in block.places] == [
        "TTG Tide table group, which meets on the first day of a quarter"
    ]
