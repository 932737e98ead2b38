"""Words, identifiers, and the index over them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import IndexOutdated
from ingest.lexical import LexicalIndex, tokenise

ROWS = [
    "2.6c Review drug testing on arrest processes",
    "2.6d Review the referral forms",
    "VAWG-12 Publish the strategy for women's safety",
    "",
    "Review drug testing on arrest processes again",
]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("2.6c", ["2.6c", "2", "6", "c"]),
        ("VAWG-12", ["vawg-12", "vawg", "12"]),
        ("18.5.1.", ["18.5.1", "18", "5", "1"]),
        ("drug-related", ["drug-related", "drug", "relat"]),
        ("the women’s strategies", ["women", "strategi"]),
        ("Who is it?", []),
        ("", []),
        ("— … •", []),
        ("Müller café", ["muller", "cafe"]),
        ("Kōwhai Ynys Môn", ["kowhai", "ynys", "mon"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert tokenise(text) == tokens


def test_an_identifier_finds_its_row_before_its_neighbours() -> None:
    found = LexicalIndex.build(ROWS).search("what is 2.6c about", 5)

    assert [row for row, _ in found] == [0, 1]


def test_word_forms_meet() -> None:
    found = LexicalIndex.build(ROWS).search("who tests?", 5)

    assert {row for row, _ in found} == {0, 4}


def test_rows_without_a_shared_word_are_not_found() -> None:
    assert LexicalIndex.build(ROWS).search("naloxone", 5) == []


def test_equal_scores_are_ordered_by_row() -> None:
    found = LexicalIndex.build(["same words"] * 4).search("words", 3)

    assert [row for row, _ in found] == [0, 1, 2]


def test_only_allowed_rows_take_up_the_places() -> None:
    index = LexicalIndex.build(ROWS)
    allowed = np.array([False, True, True, True, True])

    assert index.search("drug testing", 1, allowed)[0][0] == 4
    assert index.search("drug testing", 5, np.zeros(5, dtype=bool)) == []


@pytest.mark.parametrize("query", ["", "the", "?!", "zzz"])
def test_a_query_without_known_words_finds_nothing(query: str) -> None:
    assert LexicalIndex.build(ROWS).search(query, 5) == []


@pytest.mark.parametrize("texts", [[], [""], ["the of"]])
def test_an_index_without_words_works_and_is_kept(texts: list[str], tmp_path: Path) -> None:
    LexicalIndex.build(texts).save(tmp_path)

    index = LexicalIndex.load(tmp_path)

    assert len(index) == len(texts)
    assert index.search("anything", 3) == []


def test_a_saved_index_answers_as_before(tmp_path: Path) -> None:
    index = LexicalIndex.build(ROWS)
    index.save(tmp_path / "lexical")

    again = LexicalIndex.load(tmp_path / "lexical")

    assert again.search("drug testing review", 5) == index.search("drug testing review", 5)
    assert again.vocabulary == index.vocabulary


def test_an_index_of_another_version_says_so(tmp_path: Path) -> None:
    LexicalIndex.build(ROWS).save(tmp_path)
    state = tmp_path / "words.json"
    state.write_text(state.read_text().replace('"format": 2', '"format": 1'))

    with pytest.raises(IndexOutdated, match="--rebuild"):
        LexicalIndex.load(tmp_path)


def test_a_phrase_counts_more_than_its_words_apart() -> None:
    rows = ["the testing of a drug", "drug testing of the"]

    assert LexicalIndex.build(rows).search("drug testing", 1)[0][0] == 1


def test_the_same_texts_give_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        LexicalIndex.build(ROWS).save(tmp_path / name)

    for file in (tmp_path / "one").rglob("*.*"):
        assert (
            file.read_bytes()
            == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()
        )


def test_the_vocabulary_counts_rows_of_words_as_written() -> None:
    vocabulary = LexicalIndex.build(ROWS).vocabulary

    assert vocabulary["review"] == 3
    assert vocabulary["processes"] == 2
    assert "process" not in vocabulary


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=30))
def test_any_text_can_be_indexed_and_asked(texts: list[str], query: str) -> None:
    found = LexicalIndex.build(texts).search(query, 10)

    assert [score for _, score in found] == sorted((s for _, s in found), reverse=True)


def test_a_word_counts_by_how_rare_it_is_among_the_allowed_rows() -> None:
    texts = ["harbour harbour dues", "harbour lights", "harbour walls"]
    index = LexicalIndex.build([*texts, *["the moor road and its lights"] * 40])
    own = np.array([n < len(texts) for n in range(len(index))])

    everywhere = index.scores("harbour lights")
    among = index.scores("harbour lights", own)
    assert everywhere[0] > 0.5 * everywhere[1]
    assert among[0] < 0.2 * among[1]  # all three have that word: it does not tell them apart


def test_rarity_among_all_rows_is_the_usual_one() -> None:
    index = LexicalIndex.build(["harbour dues", "harbour lights", "moor road"])
    every = np.ones(len(index), dtype=np.bool_)

    assert index.scores("harbour lights", every) == pytest.approx(index.scores("harbour lights"))
