"""Abbreviations and terms that stand one after the other in a paragraph."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.items.run_in_terms import is_short, run_in
from ingest.readers.markdown import parse_markdown
from ingest.types import Block, Place


def terms(text: str, *section: str) -> list[tuple[str, str, str]]:
    block = Block("paragraph", text, (Place(3, text),), section)
    return [(i.label, i.identifier, i.text) for i in run_in("plan.pdf", [block])]


@pytest.mark.parametrize("mark", [";", "."])
def test_several_in_a_paragraph_are_divided(mark: str) -> None:
    text = f"NHB – Northvale Harbour Board{mark} TTG – tide table group{mark} LP – long pier."
    assert terms(text, "Abbreviations") == [
        ("acronym", "NHB", "Northvale Harbour Board"),
        ("acronym", "TTG", "tide table group"),
        ("acronym", "LP", "long pier"),
    ]


def test_a_comma_divides_a_short_form_from_its_meaning() -> None:
    text = "Abbreviations: MLA, mooring and lamp allowance; TTG, tide table group."
    assert terms(text) == [
        ("acronym", "MLA", "mooring and lamp allowance"),
        ("acronym", "TTG", "tide table group"),
    ]


def test_a_list_that_begins_inside_a_paragraph_leaves_out_what_stands_before() -> None:
    text = (
        "This plan was agreed in May. Abbreviations: NHB – Northvale Harbour Board; "
        "TTG – tide table group."
    )
    assert [short for _, short, _ in terms(text)] == ["NHB", "TTG"]


def test_a_definition_among_them_is_read() -> None:
    text = (
        "NHB means Northvale Harbour Board. TTG means tide table group. "
        "A night berth means a berth that is let from dusk to dawn."
    )
    assert terms(text, "Terms used")[-1] == (
        "definition",
        "night berth",
        "a berth that is let from dusk to dawn",
    )


def test_each_term_is_shown_where_it_stands_on_the_page() -> None:
    text = "Abbreviations: NHB – Northvale Harbour Board; TTG – tide table group."
    block = Block("paragraph", text, (Place(3, text),))
    assert [i.places for i in run_in("plan.pdf", [block])] == [
        (Place(3, "NHB – Northvale Harbour Board;"),),
        (Place(3, "TTG – tide table group."),),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NHB – Northvale Harbour Board; TTG – tide table group.",  # no title says so
        "Abbreviations: NHB – Northvale Harbour Board.",
        "ACTION: Asa Reed to light the pier. ACTION: Bo Field to buy a tug.",
    ],
)
def test_other_paragraphs_list_nothing(text: str) -> None:
    assert terms(text) == []


def test_what_entries_are_called_is_no_abbreviation() -> None:
    text = "ACTION: Asa Reed to light it. NHB: Northvale Harbour Board. TTG: tide table group."
    assert terms(text, "Abbreviations") == []
    assert not is_short("ACTION")
    assert not is_short("ACTIONS 2")
    assert is_short("NHB")


def test_letters_of_the_words_behind_them_need_no_mark_between() -> None:
    text = (
        "HVP High Volume Pump. TAW Tactical Adviser (Water). WRT Water Rescue Team. "
        "PIER stands in the sea."
    )
    assert [(short, long) for _, short, long in terms(text, "Abbreviations")] == [
        ("HVP", "High Volume Pump"),
        ("TAW", "Tactical Adviser (Water)"),
        ("WRT", "Water Rescue Team"),
    ]


def test_terms_before_colons_are_divided_where_one_paragraph_holds_them_all() -> None:
    text = (
        "Night watch : a person who keeps the pier from dusk to dawn. TTG : tide table group. "
        "LP : long pier, which is closed in winter."
    )
    assert terms(text, "What some words in this paper mean") == [
        ("definition", "Night watch", "a person who keeps the pier from dusk to dawn"),
        ("acronym", "TTG", "tide table group"),
        ("acronym", "LP", "long pier, which is closed in winter"),
    ]


def test_what_abbreviations_stand_for_is_told_in_a_sentence() -> None:
    text = "# Note\n\nICV stands for independent custody visitor, HCP for healthcare professional, "
    text += "and OOCD for out-of-court disposal. HMP is asked for news of the harbour each May."
    structure = build_structure(parse_markdown(text, "note.md").elements)
    found = {i.identifier: i.text for i in build_items("note.md", structure) if i.kind == "acronym"}
    assert found == {
        "ICV": "independent custody visitor",
        "HCP": "healthcare professional",
        "OOCD": "out-of-court disposal",
    }
