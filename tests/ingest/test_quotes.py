"""Wording found on a page, whatever stands between its letters."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.wording.quotes import Run, find_run, run_text, stands_on

PAGE = (
    "The pilot was re-\nviewed in 2019 • and  the OPCC’s “Path-\nfinder” (phase 2) began; "
    "it cost £1.5 million, not 15 million. Efﬁcient oﬀicers ﬁnd it. The end."
)
TEXTS = st.text(alphabet=st.sampled_from("abcAB12 .,-•(’\n\t–ﬁßé"), max_size=60)


def letters(text: str) -> str:
    """Give letters and digits as they are compared, ligatures taken apart."""
    for joined, apart in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(joined, apart)
    return "".join(c.lower() for c in text if c.isalnum())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("The pilot was reviewed", "The pilot was re- viewed"),
        ("reviewed in 2019 and the OPCC's", "re- viewed in 2019 • and the OPCC’s"),
        ("the OPCCs “Pathfinder”", "the OPCC’s “Path- finder”"),
        ("PATHFINDER (PHASE 2)", "Path- finder” (phase 2)"),
        ("it cost £1.5 million", "it cost £1.5 million"),
        ("Efficient officers", "Efﬁcient oﬀicers"),
        ("find it.", "ﬁnd it."),
        ("The end", "The end"),
        ("The end.", "The end."),
        ("The end...", "The end."),
    ],
)
def test_found(wanted: str, found: str) -> None:
    run = find_run(PAGE, wanted)
    assert run is not None
    assert run_text(PAGE, run) == found
    assert stands_on(PAGE, run_text(PAGE, run))


@pytest.mark.parametrize(
    ("page", "wanted", "found"),
    [
        (
            'See [the *plan*](a/b-2.pdf "x"){: .button} **now**.',
            "See the plan now",
            'See [the *plan*](a/b-2.pdf "x"){: .button} **now',
        ),
        (
            "See [the *plan*](a/b-2.pdf){: .button} now.",
            "the plan now",
            "the *plan*](a/b-2.pdf){: .button} now",
        ),
        ("| 1 | ~~May~~ June<br>or July |", "1 June or July", "1 | ~~May~~ June<br>or July"),
        ("| 1 | <s>May</s> <b>June</b>", "1 June", "1 | <s>May</s> <b>June"),
        (
            "Held[^2] in {{ site.year }} June &amp; July",
            "Held in June & July",
            "Held[^2] in {{ site.year }} June &amp; July",
        ),
        ("The old day was ~~May~~.", "May", "May"),
        ("Where x<y and y>z holds", "where x y and y z holds", "Where x<y and y>z holds"),
    ],
)
def test_marks_are_passed_over(page: str, wanted: str, found: str | None) -> None:
    run = find_run(page, wanted)
    assert (run_text(page, run) if run else None) == found


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        " • … – ",
        "the pilot wa",
        "ilot was",
        "the pilot was in 2019",
        "2019 and and the",
        "nd it",
        "and the end of it all",
    ],
)
def test_not_found(wanted: str) -> None:
    assert find_run(PAGE, wanted) is None


def test_a_number_is_not_another_number() -> None:
    """A decimal point is part of a number: 1.5 is not 15."""
    assert find_run("It cost 15 million.", "It cost 1.5 million.") is None
    assert find_run("It cost 1.5 million.", "It cost 15 million.") is None


def test_half_a_ligature_is_half_a_word() -> None:
    assert find_run("a ﬁne day", "ine day") is None
    assert find_run("switch it oﬀ now", "switch it of") is None


def test_the_first_whole_one_is_found() -> None:
    text = "unowned; owned by A. owned by B."
    run = find_run(text, "owned")
    assert run == Run(9, 14)
    later = find_run(text, "owned by", after=14)
    assert later == Run(21, 29)
    assert find_run(text, "owned by", after=22) is None


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("began; it cost", True),
        ("•  and the", True),
        ("began it cost", False),
        ("", False),
        ("  ", False),
        ("Began; it cost", False),
    ],
)
def test_standing_on_a_page(quote: str, stands: bool) -> None:
    assert stands_on(PAGE, quote) is stands


@given(page=TEXTS, wanted=TEXTS)
@example(page="a-b", wanted="ab")
def test_what_is_found_is_what_was_wanted(page: str, wanted: str) -> None:
    run = find_run(page, wanted)
    if run is None:
        return
    assert 0 <= run.start < run.end <= len(page)
    assert letters(page[run.start : run.end]) == letters(wanted)
    assert page[run.start].isalnum()
    assert stands_on(page, run_text(page, run))
    before, after = page[: run.start][-1:], page[run.end :][:1]
    assert not (before.isalnum() and page[run.start].isalnum())
    assert not (after.isalnum() and page[run.end - 1].isalnum())


@given(
    words=st.lists(st.text("abcdé", min_size=1, max_size=6), min_size=1, max_size=12),
    data=st.data(),
)
def test_every_run_of_words_is_found(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    breaks = data.draw(
        st.lists(st.sampled_from([" ", "\n", " • ", ", "]), min_size=12, max_size=12)
    )
    page = "".join(w + b for w, b in zip(words, breaks, strict=False))
    wanted = " ".join(words[first:last])
    run = find_run(page, wanted)
    assert run is not None
    assert letters(page[run.start : run.end]) == letters(wanted)


@given(st.lists(st.sampled_from(["ab", "c", "ab c", "abc"]), max_size=12), st.integers(0, 40))
def test_searching_on_never_goes_back(words: list[str], after: int) -> None:
    page = ", ".join(words)
    run = find_run(page, "ab", after)
    alone = [n for n in range(after, len(page)) if f" {page} "[n : n + 4].strip(",") == " ab "]
    if run is None:
        assert " ab," not in f" {page[after:]}," or page[after - 1 : after].isalnum()
    else:
        assert run.start >= after
        assert page[run.start : run.end] == "ab"
        assert not alone or run.start <= alone[0]
