"""What a quote bears out: a sentence that changes a fact or its sense is never borne out."""

from __future__ import annotations

import pytest

from assistant.retrieval.rerank import FakeReranker
from assistant.types import Answer, AnswerItem, Citation
from assistant.writing.support import Ground, Support, grounds, marks

QUOTE = (
    "In December 2031 the Harbour Board agreed £2.5 million for the sea wall, a 32% increase on the"
    " 14 works of last year. The pier lights will be renewed by 31/03/2032. The Pier Warden was not"
    " consulted. The ferry survey was successful."
)
GROUND = Ground((1,), QUOTE, "Harbour plan\n4.2c", frozenset({"4.2c"}))
SUPPORT = Support(FakeReranker())


@pytest.mark.parametrize(
    "sentence",
    [
        "In December 2031 the Harbour Board agreed £2.5 million for the sea wall.",
        "The Harbour Board agreed £2.5m for the sea wall in 2031.",
        "The sea wall had a 32 per cent increase on the fourteen works of last year.",
        "The pier lights will be renewed by 31 March 2032.",
        "The Pier Warden was not consulted.",
        "Under 4.2c the ferry survey was successful.",
    ],
)
def test_what_the_quote_says_is_borne_out(sentence: str) -> None:
    assert SUPPORT.problem(sentence, GROUND) == ""


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("In December 2030 the Harbour Board agreed £2.5 million for the sea wall.", "date"),
        ("In 2030 the Harbour Board agreed £2.5 million for the sea wall.", "number"),
        ("The Harbour Board agreed £25 million for the sea wall.", "number"),
        ("The Harbour Board agreed £2.5 billion for the sea wall.", "number"),
        ("The Harbour Board agreed 32 million for the sea wall.", "number"),
        ("The sea wall had an increase on the fifteen works of last year.", "number"),
        ("The pier lights will be renewed by 31 May 2032.", "date"),
        ("The County Council agreed £2.5 million for the sea wall.", "name"),
        ("The Harbour Warden agreed £2.5 million for the sea wall.", "name"),
        ("Under 4.2d the ferry survey was successful.", "identifier"),
        ("The Pier Warden was consulted.", "denies"),
        ("The Harbour Board never agreed £2.5 million for the sea wall.", "denies"),
        ("The pier lights were renewed.", "to come"),
        ("All the pier lights will be renewed.", "all"),
        ("The works had a 32% decrease on last year.", "opposite"),
        ("The Pier Warden was not unconsulted.", "sense"),
        ("The ferry was blessed by a bishop in the survey.", "word"),
        ("Yes.", "says nothing"),
    ],
)
def test_what_it_does_not_say_is_not(sentence: str, why: str) -> None:
    assert why in SUPPORT.problem(sentence, GROUND)


def test_a_number_given_to_another_noun_is_seen() -> None:
    ground = Ground((1,), "The plan lists 3 risks and 14 actions for the year.", "")
    assert SUPPORT.problem("The plan lists 14 actions for the year.", ground) == ""
    assert "something else" in SUPPORT.problem("The plan lists 14 risks for the year.", ground)


def test_the_reranker_has_its_say() -> None:
    ground = Ground((1,), "The ferry runs.", "plan wall works board agreed lights pier")
    assert "about something else" in SUPPORT.problem("The pier wall works board agreed.", ground)


def test_marks_are_read_in_any_form() -> None:
    assert marks("One [1][2], three [3, 4]; [2].") == (1, 2, 3, 4)
    assert marks("No [note] here [].") == ()


def test_a_line_that_cites_two_quotes_rests_on_both() -> None:
    def citation(n: int, quote: str, document: str = "plan.pdf") -> Citation:
        return Citation(n, document, "Harbour plan", (), n, quote, "2031")

    item = AnswerItem("4.2c", "Light the pier", (("Owner", "Pier Warden"),), "plan.pdf", (2,))
    answer = Answer(
        "q",
        "answered",
        "Cut by a page. [1][2]\nTwo documents. [1][3]",
        items=(item,),
        citations=(citation(1, "Cut by"), citation(2, "a page."), citation(3, "x", "b.pdf")),
    )
    found = grounds(answer)
    assert [g.numbers for g in found] == [(1,), (2,), (3,), (1, 2)]
    assert found[3].wording == "Cut by\na page."
    assert [g.identifiers for g in found[:2]] == [frozenset(), frozenset({"4.2c"})]
