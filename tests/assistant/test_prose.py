"""How a passage divides into sentences and points, and what is said with the best of them."""

from __future__ import annotations

from assistant.sentences.choice import choose, lengthened
from assistant.sentences.windows import Window, begins_point, units
from ingest.types import Passage, Place


def passage(text: str) -> Passage:
    return Passage("a.md#00001", "a.md", "prose", text, ("Boats",), (Place(1, text),), "")


def window(own: Passage, words: str) -> Window:
    parts = units(own)
    at = next(n for n, u in enumerate(parts) if words in u.text)
    return Window(own, parts, at, at + 1, 1.0)


def test_a_figure_on_a_line_of_its_own_belongs_to_the_words_below() -> None:
    own = passage("This is half done.\n33 ➧\nHarbours have published a tide table.")
    assert units(own)[1].text == "33 ➧ Harbours have published a tide table."


def test_numbers_of_paragraphs_are_no_points_of_a_list() -> None:
    own = passage(
        "69. The review panel will be able to reach one of two decisions:\n"
        "• uphold the decision\n• refer the case back"
    )
    assert [u.listed for u in units(own)] == [False, True, True]


def test_a_low_number_before_words_is_a_point() -> None:
    assert all(u.listed for u in units(passage("1. Slow to four knots.\n2. Moor at the pier.")))


def test_a_numbered_step_that_opens_a_list_is_no_point_beside_it() -> None:
    assert begins_point("1.8.27 Send for the pilot at once.")
    assert not begins_point("1.8.27 Send for the pilot at once in:")


def test_the_rest_of_a_paragraph_comes_along_and_no_further() -> None:
    own = passage(
        "The act hides old fines. It does not hide warnings. They are no fines.\n"
        "The clerk keeps the book. The book is blue."
    )
    chosen = choose([window(own, "hides old fines")])
    assert chosen[0].text == (
        "The act hides old fines. It does not hide warnings. They are no fines."
    )


def test_words_that_point_back_bring_the_list_before_them() -> None:
    own = passage(
        "Take care with boats that carry:\n• steam engines\n• live cargo\n"
        "These boats are riskier, so that the rules apply."
    )
    chosen = choose([window(own, "These boats")])
    assert "steam engines" in chosen[0].text
    assert "live cargo" in chosen[0].text


def test_what_is_told_over_several_sentences_begins_with_how_it_stands() -> None:
    own = passage("This milestone is COMPLETED. A first edition came out in May. More will follow.")
    assert lengthened(window(own, "first edition")).text.startswith("This milestone is COMPLETED.")


def test_a_run_of_steps_in_a_paragraph_is_told_whole() -> None:
    steps = (
        "A quarrel is settled where it begins. The two pilots speak on the same day. "
        "If that fails, their heads speak within a week. If that fails, the board is asked. "
        "Finally, the Harbour Master decides. The pier is open to all."
    )
    own = passage(steps)
    (said,) = choose([window(own, "A quarrel is settled where it begins.")])
    assert said.sentences[-1] == "Finally, the Harbour Master decides."
