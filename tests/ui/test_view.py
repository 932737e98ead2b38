"""What is shown of an answer."""

from __future__ import annotations

import dataclasses

import pytest

from assistant.types import Status
from tests.ui.samples import CITATION, DOCUMENTS, LIST, LOOK_UP, QUOTE, TEXT
from ui.view import Piece, pieces, reveal, section_path, show, source, surroundings, unlisted


def test_a_look_up_shows_its_text_source_and_how_it_was_understood() -> None:
    shown = show(LOOK_UP, DOCUMENTS)
    assert shown.pieces == (Piece("4.2a is owned by the Harbour Master. "), Piece("[1]", 1))
    assert shown.understood == "who owns item 4.2a"
    assert shown.as_of == ("March 2031",)
    assert shown.table is None
    assert shown.notice == ""
    assert shown.suggestions == ("who owns 4.2b",)


def test_a_source_has_the_quote_in_its_surroundings_and_the_printed_page() -> None:
    found = source(CITATION, DOCUMENTS)
    assert (found.page, found.label) == (2, "1")
    assert found.quote == QUOTE
    assert found.before.endswith("Item Owner ")
    assert found.after.startswith(" 4.2b Count the boats")


def test_a_source_whose_document_is_gone_still_has_its_quote() -> None:
    found = source(CITATION, {})
    assert (found.before, found.quote, found.after) == ("", QUOTE, "")


def test_surroundings_are_cut_at_words() -> None:
    before, quote, after = surroundings(TEXT, "Count the boats", around=12)
    assert quote == "Count the boats"
    assert before == "… Master 4.2b "
    assert after == " Deputy …"


def test_a_list_becomes_a_table_with_every_field() -> None:
    table = show(LIST, DOCUMENTS).table
    assert table is not None
    assert table.fields == ("Owner", "Due")
    assert [row.values for row in table.rows] == [("Harbour Master", ""), ("", "=2032")]
    assert table.rows[0].title == "Harbour Plan <2031>"
    assert [s.page for s in table.rows[0].sources] == [2]


@pytest.mark.parametrize("status", ["corrected", "blank", "ambiguous", "no_such_item", "not_found"])
def test_every_kind_of_refusal_is_said(status: Status) -> None:
    assert show(dataclasses.replace(LOOK_UP, status=status), DOCUMENTS).notice == status


def test_lines_that_the_table_shows_are_not_said_twice() -> None:
    listed = "Two items:\n- 4.2a: Repair [1]\n- 4.2b: Count [1]\nAs of March."
    shown = show(dataclasses.replace(LIST, text=listed), DOCUMENTS)
    assert "".join(p.text for p in shown.pieces) == "Two items:\nAs of March."


@pytest.mark.parametrize(
    "text", ["Two:\n- 4.2a [1]", "Two:\n- 4.2a\n- 9.9\n", "Two:\n- 4.2a\n- 4.2b\n- and one more"]
)
def test_text_that_says_more_than_the_table_stays_whole(text: str) -> None:
    assert unlisted(text, LIST.items) == text


def test_the_title_is_not_said_again_as_a_section() -> None:
    again = dataclasses.replace(CITATION, section=("HARBOUR Plan <2031>", "Plan"))
    assert section_path(again) == ("Plan",)
    assert section_path(CITATION) == ("Plan", "4.2")
    assert section_path(dataclasses.replace(CITATION, section=())) == ()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("A. [1]", [0, 1]),
        ("A [1][2] B", [0, 1, 2, 0]),
        ("A [1, 2]", [0, 1, 2]),
        ("A [3]", [0]),
        ("A [1, 3]", [0]),
        ("[2] A", [2, 0]),
        ("array[0] and [x]", [0]),
        ("", []),
    ],
)
def test_marks_become_citations_only_where_there_is_one(text: str, cited: list[int]) -> None:
    found = pieces(text, frozenset({1, 2}))
    assert [piece.citation for piece in found] == cited


@pytest.mark.parametrize("words", range(9))
def test_text_is_revealed_word_by_word_and_never_otherwise_than_it_ends(words: int) -> None:
    whole = pieces("one two [1] three\nfour five", frozenset({1}))
    part = "".join(piece.text for piece in reveal(whole, words))
    assert "one two [1] three\nfour five".startswith(part)
    assert len(part.split()) == min(words, 6)


def test_a_row_that_a_page_break_cuts_is_shown_with_its_other_part() -> None:
    other = dataclasses.replace(CITATION, n=2, page=3, quote="of the Port")
    far = dataclasses.replace(CITATION, n=3, page=9, quote="elsewhere")
    item = dataclasses.replace(LIST.items[0], citations=(1, 2, 3))
    answer = dataclasses.replace(LOOK_UP, items=(item,), citations=(CITATION, other, far))
    first, second, third = show(answer, DOCUMENTS).sources
    assert first.beside == ((3, "of the Port"),)
    assert second.beside == ((2, QUOTE),)
    assert third.beside == ()
    alone = dataclasses.replace(answer, items=())
    assert all(found.beside == () for found in show(alone, DOCUMENTS).sources)
