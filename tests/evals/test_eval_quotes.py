"""Quotes checked against the files, apart from the assistant."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.types import Answer
from evals.pages import CorpusPages
from evals.quotes import check, locate, verbatim
from evals.types import CitationCheck, ReferenceQuestion
from tests.evals.conftest import cite

ROW = "a. Dredge the channel Harbour Master"


@pytest.fixture
def pages(small_corpus: Path) -> CorpusPages:
    return CorpusPages(small_corpus)


@pytest.mark.parametrize(
    ("document", "page", "quote", "found"),
    [
        ("plan.pdf", 1, " a. Dredge\n the channel ", True),
        ("plan.pdf", 1, "1.1 Keep the quay open a. Dredge", True),
        ("plan.pdf", 1, "a. dredge the channel", False),
        ("plan.pdf", 1, "a.Dredge the channel", False),
        ("plan.pdf", 2, "Dredge the channel", False),
        ("plan.pdf", 9, "Dredge the channel", False),
        ("gone.pdf", 1, "Dredge the channel", False),
        ("note.md", 0, "twice a day", True),
        ("note.md", 3, "twice a day", True),
        ("note.md", 3, "twice a week", False),
        ("plan.pdf", 1, " ", False),
    ],
)
def test_a_quote_is_a_run_of_its_page(
    pages: CorpusPages, document: str, page: int, quote: str, found: bool
) -> None:
    assert verbatim(cite(1, document, page, quote), pages) is found


def test_evidence_is_located_by_its_letters(pages: CorpusPages) -> None:
    assert locate("a: dredge the CHANNEL", ("plan",), pages) == {("plan.pdf", 1)}
    assert locate("a: dredge the CHANNEL", (), pages) == {("plan.pdf", 1)}
    assert locate("twice a day", ("note.md",), pages) == {("note.md", 0)}
    # Not found whole: any page of the named document.
    assert locate("a. Dredge b. Light", ("plan",), pages) == {("plan.pdf", 1), ("plan.pdf", 2)}


def test_citations_are_compared_with_the_evidence_of_their_page(pages: CorpusPages) -> None:
    question = ReferenceQuestion(
        "q", "Q?", "owner", documents=("plan",), evidence=(ROW, "May 2031")
    )
    quotes = (
        cite(1, "plan.pdf", 1, ROW),
        cite(2, "plan.pdf", 2, ROW),
        cite(3, "note.md", 0, "day"),
    )
    checks, cited = check(question, Answer("Q?", "answered", "", citations=quotes), pages)
    assert checks == (
        CitationCheck(verbatim=True, supports=True),
        CitationCheck(verbatim=False, supports=False),
        CitationCheck(verbatim=True, supports=False),
    )
    assert cited == (True, False)


def test_where_no_evidence_is_scored_quotes_still_are(pages: CorpusPages) -> None:
    question = ReferenceQuestion("q", "Q?", "unanswerable", evidence=(ROW,))
    answer = Answer("Q?", "blank", "", citations=(cite(1, "plan.pdf", 1, ROW),))
    assert check(question, answer, pages) == ((CitationCheck(True, None),), ())


@pytest.mark.parametrize(
    ("members", "count", "sample"),
    [
        (("1.1a", "1.1b"), None, True),
        (("1.1a",), None, False),
        (("Harbour Master", "Pier Warden"), None, False),
        (None, 2, True),
        (None, 1, False),
        (None, None, False),
    ],
)
def test_a_sample_of_the_evidence_says_nothing_against_other_citations(
    pages: CorpusPages, members: tuple[str, ...] | None, count: int | None, sample: bool
) -> None:
    question = ReferenceQuestion("q", "Q?", "list", evidence=(ROW,), members=members, count=count)
    other = cite(1, "plan.pdf", 1, "1.1 Keep the quay open")
    checks, cited = check(question, Answer("Q?", "answered", "", citations=(other,)), pages)
    assert checks[0].supports is (None if sample else False)
    assert cited == (False,)
