"""Which lines of plain text belong together, and which begin something."""

from __future__ import annotations

from pathlib import Path

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.pipeline import read_document
from ingest.readers.text.reader import parse_text
from ingest.types import Item

from .reading import blocks, texts

PROSE = "The harbour has two piers and a crane, and the board sees to all three of them each year."


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_text(text).elements)
    return [i for i in build_items("paper.txt", structure) if i.kind == "entry"]


def test_a_line_drawn_below_a_short_line_makes_a_title_of_it() -> None:
    text = f"Our harbour\n===========\n\nWhat we have\n------------\n{PROSE}\n"
    assert blocks(parse_text(text)) == [
        ("heading 1", "Our harbour"),
        ("heading 2", "What we have"),
        ("paragraph", PROSE),
    ]


def test_a_line_drawn_below_a_sentence_or_a_gap_makes_no_title() -> None:
    text = f"Lamps are lit.\n-------\n\nA crane and two piers\n\n-------\n{PROSE}\n"
    assert [kind for kind, _ in blocks(parse_text(text))] == ["paragraph"] * 3


FIELDS = """\
Keeping the piers

1. Fit lamps on the pier.
Who:    Asa Reed
From:   1 May 2024
Shown by: no dark steps

2. Buy a tug.
Who:    Bo Field, with the crane
        foreman and his crew
From:   1 June 2024
Shown by: a tug that floats

3. Teach the crews.
Who:    Cy Marsh
From:   1 July 2024
Shown by: a drill in fog
"""


def test_names_that_come_back_before_a_colon_are_fields_and_no_headings() -> None:
    found = blocks(parse_text(FIELDS))
    assert [kind for kind, text in found if text.startswith(("Who", "From", "Shown"))] == [
        "paragraph"
    ] * 9


def test_the_value_of_a_field_goes_on_in_its_column() -> None:
    found = texts(parse_text(FIELDS))
    assert "Who: Bo Field, with the crane foreman and his crew" in found
    assert "From: 1 June 2024" in found


def test_lines_that_hang_below_a_points_words_are_joined() -> None:
    text = (
        "a) Light the pier.\n   Do so before dusk.\n"
        "10. Count boats,\n    then\n    Count lamps.\n"
        "Count cranes.\n"
    )
    assert texts(parse_text(text))[:2] == [
        "a) Light the pier. Do so before dusk.",
        "10. Count boats, then Count lamps.",
    ]
    assert texts(parse_text(text))[-1] == "Count cranes."


def test_a_number_of_two_levels_after_a_blank_line_begins_something() -> None:
    text = f"{PROSE[:-1]}\n\n3.2 Storing the oars\n\n{PROSE}\n\n3.3 Storing the lamps\n\n{PROSE}\n"
    assert blocks(parse_text(text)) == [
        ("paragraph", PROSE[:-1]),
        ("heading 3", "3.2 Storing the oars"),
        ("paragraph", PROSE),
        ("heading 3", "3.3 Storing the lamps"),
        ("paragraph", PROSE),
    ]


def test_a_number_inside_a_sentence_begins_nothing() -> None:
    text = f"{PROSE[:-1]} but not since\n3.2 Million boats came to see them.\n"
    assert len(texts(parse_text(text))) == 1


def test_lines_that_count_pages_are_left_out() -> None:
    text = f"{PROSE}\n\nPage 2 of 5\n\nThe crane lifts nine tonnes.\n\n- 3 -\n\nIt is old.\n"
    assert texts(parse_text(text)) == [PROSE, "The crane lifts nine tonnes.", "It is old."]


def test_a_line_that_names_a_page_inside_a_sentence_stays() -> None:
    text = f"{PROSE}\n\nPage 2 of 5 was torn out of the log.\n"
    assert texts(parse_text(text))[-1] == "Page 2 of 5 was torn out of the log."


LETTERED = f"""\
{PROSE}

C. Piers

1. Fit lamps on the pier.
Lead: Asa Reed
Due: 1 May 2024

2. Paint the steps.
Lead: Bo Field
Due: 1 June 2024

{PROSE}

D. Boats

1. Buy a tug.
Lead: Cy Marsh
Due: 1 July 2024
"""


def test_numbers_under_a_lettered_heading_take_its_letter() -> None:
    found = entries(LETTERED)
    assert [(i.identifier, i.text) for i in found] == [
        ("C1", "Fit lamps on the pier."),
        ("C2", "Paint the steps."),
        ("D1", "Buy a tug."),
    ]
    assert [f.value for f in found[2].fields] == ["Cy Marsh", "1 July 2024"]


def test_without_a_letter_numbers_stay_as_they_are() -> None:
    plain = LETTERED.replace("C. Piers", "Our Piers").replace("D. Boats", "Our Boats")
    assert [i.identifier for i in entries(plain)] == ["1", "2", "1"]


def test_a_first_line_of_two_things_far_apart_is_two() -> None:
    text = "SELSEA BOROUGH COUNCIL                         Housing Options\n=====\n"
    text += f"\n{PROSE}\n{PROSE}\n"
    first, second, *_ = build_structure(parse_text(text).elements).blocks
    assert first.text == "SELSEA BOROUGH COUNCIL"
    assert second.text == "Housing Options"


def test_a_list_of_terms_on_the_first_lines_stays_one() -> None:
    text = (
        "Glossary\n--------\n\nNHB       Harbour Board\nTTG       Tow Group\nLP        Low Pier\n"
    )
    blocks = build_structure(parse_text(text).elements).blocks
    assert [b.text for b in blocks][1:] == ["NHB\tHarbour Board", "TTG\tTow Group", "LP\tLow Pier"]


def test_lines_set_in_the_middle_stay_apart_and_the_one_in_capitals_is_the_title(
    tmp_path: Path,
) -> None:
    head = "        COLD WEATHER AND OUTREACH PROTOCOL\n                Winter 2024, issue 3\n"
    path = tmp_path / "paper.txt"
    path.write_text(f"{head}\n\nWhy we have it\n--------------\n{PROSE}\n{PROSE}\n", "utf-8")
    assert read_document(path).info.title == "COLD WEATHER AND OUTREACH PROTOCOL"


def test_who_adopted_a_paper_is_no_part_of_its_title(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(f"# Harbour plan 2024 Adopted by the Board on 3 May 2024\n\n{PROSE}\n", "utf-8")
    assert read_document(path).info.title == "Harbour plan 2024"
