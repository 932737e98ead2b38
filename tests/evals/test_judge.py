"""The rules by which an answer is right, each with answers just on either side of it."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.types import Answer, AnswerItem, Status
from evals.judge import count_exact, judge, list_exact
from evals.types import ReferenceQuestion

NEGATION = (("not ", "no ", "never"),)


def question(type_: str = "owner", **more: Any) -> ReferenceQuestion:  # noqa: ANN401
    return ReferenceQuestion(id="q", question="Q?", type=type_, **more)


def answer(text: str, status: Status = "answered", ids: str = "", **more: Any) -> Answer:  # noqa: ANN401
    items = tuple(AnswerItem(id_, f"Text of {id_}", (), "plan.pdf", ()) for id_ in ids.split())
    return Answer("Q?", status, text, items=items, **more)


@pytest.mark.parametrize(
    ("said", "correct"),
    [
        ("It is the force crime unit’s lead [1] and the “ADDER” co‑ordinator.", True),
        ("It is the FCU and the ADDER team.", True),
        ("It is the Force Crime Unit.", False),
        ("It is the FCU, with ADDER, under the Drugs\nLead.", False),
    ],
)
def test_every_fact_and_nothing_forbidden(said: str, correct: bool) -> None:
    asked = question(
        must_include=(("Force Crime Unit's lead", "FCU"), ("ADDER",)),
        must_not_include=("drugs lead",),
    )
    assert judge(asked, answer(said)).correct is correct


def test_why_an_answer_is_wrong_is_said() -> None:
    asked = question(must_include=(("Lead", "Head"),), must_not_include=("Clerk",))
    reasons = judge(asked, answer("The Clerk.", "blank")).reasons
    assert reasons == (
        "status blank, but the documents answer it",
        "does not say 'Lead'",
        "says 'Clerk', which is wrong",
    )


def test_a_mark_does_not_part_the_words_of_a_fact() -> None:
    asked = question(must_include=(("Lead and the Clerk",),))
    assert judge(asked, answer("The Lead [1] and the Clerk [2].")).correct


def test_facts_may_stand_at_the_ends_of_the_text() -> None:
    asked = question(must_include=((" three ",), ("no ",)))
    assert judge(asked, answer("three or no")).correct


def test_a_list_says_its_items_too() -> None:
    facts = (("1.2b",), ("text of 1.2c",))
    said = answer("Two items.", ids="1.2b 1.2c")
    assert judge(question("list", must_include=facts), said).correct
    assert judge(question("multi_hop", must_include=facts, members=("1.2b",)), said).correct
    assert not judge(question("owner", must_include=facts), said).correct


@pytest.mark.parametrize(
    ("status", "text", "correct"),
    [
        ("not_found", "The documents do not say.", True),
        ("no_such_item", "There is no 5.1a.", True),
        ("blank", "No owner is named.", True),
        ("not_found", "Ask somebody else.", False),
        ("answered", "There is no 5.1a.", False),
        ("ambiguous", "There is no single 5.1a.", False),
    ],
)
def test_the_unanswerable_must_be_refused(status: Status, text: str, correct: bool) -> None:
    asked = question("unanswerable", must_include=NEGATION)
    assert judge(asked, answer(text, status)).correct is correct


@pytest.mark.parametrize(
    ("status", "text", "correct"),
    [
        ("corrected", "It is being extended.", True),
        ("not_found", "Nothing about that.", True),
        ("no_such_item", "Nothing about that.", True),
        ("answered", "It was not cancelled; it is to be extended.", True),
        ("answered", "It was cancelled for lack of money.", False),
        ("blank", "Unknown.", False),
        ("corrected", "Cancelled in 2019.", False),
    ],
)
def test_a_false_premise_must_be_put_right(status: Status, text: str, correct: bool) -> None:
    asked = question(
        "false_premise", must_include=(("not cancelled",),), must_not_include=("in 2019",)
    )
    assert judge(asked, answer(text, status)).correct is correct


@pytest.mark.parametrize(
    ("ids", "exact"),
    [
        ("2.6c 1.1a", True),
        ("1.1(a) 2.6.C", True),
        ("1.1a", False),
        ("1.1a 2.6c 2.6d", False),
        ("1.1a 2.6c 2.6c", True),
        ("", False),
    ],
)
def test_identifiers_must_be_the_whole_set(ids: str, exact: bool) -> None:
    assert list_exact(("1.1a", "2.6 c"), answer("1.1a and 2.6c", ids=ids)) is exact


def test_phrases_must_all_be_said() -> None:
    members = ("County Lines", "G4S")
    assert list_exact(members, answer("G4S and\ncounty lines"))
    assert not list_exact(members, answer("county lines", ids="G4"))


@pytest.mark.parametrize(
    ("said", "exact"),
    [
        (answer("Some.", count=3), True),
        (answer("Three of them.", count=4), False),
        (answer("There are three [5]. They are five."), True),
        (answer("There are 3 in 1 document."), True),
        (answer("Section 2.3 lists them [3]."), False),
        (answer("There are several. There are three."), False),
        (answer("There are twenty-three."), False),
    ],
)
def test_counts(said: Answer, exact: bool) -> None:
    assert count_exact(3, said) is exact


def test_exactness_is_known_only_where_it_is_asked_for() -> None:
    assert judge(question(), answer("x")).list_exact is None
    verdict = judge(question("count", count=2, members=("a", "b")), answer("a b", count=2))
    assert (verdict.list_exact, verdict.count_exact) == (True, True)
