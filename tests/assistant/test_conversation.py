"""Follow-ups, resolved from what was asked and said before."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.types import Turn

OWNER = (
    Turn("user", "who owns 2.6c"),
    Turn("assistant", "Deliverable 2.6c is owned by the Force Criminal Justice Unit Lead. [1]"),
)
POSITION = (Turn("user", "What happened to recommendation 4?"),)


def ids(assistant: Assistant, question: str, history: tuple[Turn, ...]) -> list[str]:
    return [i.id for i in assistant.ask(question, history).items]


@pytest.mark.parametrize(
    ("question", "identifier"),
    [
        ("and the next one?", "2.6d"),
        ("what about the following item", "2.6d"),
        ("the one after that?", "2.6d"),
        ("and the one before that?", "2.6b"),
        ("what does the one just before it ask for?", "2.6b"),
        ("who owns the previous one?", "2.6b"),
        ("what about 2.7b?", "2.7b"),
        ("and 2.7b", "2.7b"),
        ("sorry, I meant 2.7b", "2.7b"),
        ("who owns it?", "2.6c"),
        ("is that one shared with anyone else? who owns it?", "2.6c"),
    ],
)
def test_follow_ups_of_an_owner(assistant: Assistant, question: str, identifier: str) -> None:
    answer = assistant.ask(question, OWNER)
    assert [i.id for i in answer.items] == [identifier]
    assert answer.status == "answered"
    assert dict(answer.items[0].fields)["Owner"].split()[0] in answer.text
    assert identifier in answer.understood


@pytest.mark.parametrize(
    ("question", "identifier"),
    [
        ("and (d)?", "2.6d"),
        ("same person for (b)?", "2.6b"),
        ("what about d", "2.6d"),
        ("and who does (b) go to?", "2.6b"),
    ],
)
def test_an_entry_beside_it_by_its_letter(
    assistant: Assistant, question: str, identifier: str
) -> None:
    answer = assistant.ask(question, OWNER)
    assert [i.id for i in answer.items] == [identifier]
    assert dict(answer.items[0].fields)["Owner"].split()[0] in answer.text


def test_a_letter_that_no_entry_has_is_no_entry(assistant: Assistant) -> None:
    assert "2.6z" not in assistant.understand("and (z)?", OWNER).text


def test_what_was_spoken_of_before_is_not_asked_for_again(assistant: Assistant) -> None:
    asked = assistant.understand("and how many occurrences of possession were recorded?", OWNER)
    assert asked.identifiers == ()
    assert "2.6c" in asked.text


def test_no_single_name_stands_for_several_things(assistant: Assistant) -> None:
    before = (Turn("user", "How many people lived in Swansea Bay in 2015?"),)
    asked = assistant.understand("Where did most of them work?", before)
    assert "most of them" in asked.text
    assert "people lived in Swansea Bay" in asked.text


@pytest.mark.parametrize("question", ["what does it say exactly?", "word for word please"])
def test_the_exact_wording_of_what_was_spoken_of(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, OWNER)
    assert [i.id for i in answer.items] == ["2.6c"]
    assert "Review Drug Testing on Arrest (DTOA) processes" in answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("and recommendation 5?", "5"),
        ("what about recommendation 5?", "5"),
        ("and the next one?", "5"),
        ("and the one before that?", "3"),
        ("what is the latest on it?", "4"),
    ],
)
def test_follow_ups_of_a_recommendation(assistant: Assistant, question: str, number: str) -> None:
    assert ids(assistant, question, POSITION) == [number]


def test_two_turns_back(assistant: Assistant) -> None:
    history = (*OWNER, Turn("user", "and the next one?"), Turn("assistant", "2.6d is owned … [1]"))
    assert ids(assistant, "and the one after that?", history) == ["2.7a"]


def test_three_follow_ups_without_answers(assistant: Assistant) -> None:
    history = (OWNER[0], Turn("user", "what about 2.7b?"), Turn("user", "and the next one?"))
    assert ids(assistant, "what does it say exactly?", history) == ["2.7c"]


def test_the_last_subject_counts(assistant: Assistant) -> None:
    history = (*OWNER, Turn("user", "What happened to recommendation 4?"))
    assert ids(assistant, "what does it say exactly?", history) == ["4"]


def test_there_is_nothing_after_the_last_entry(assistant: Assistant) -> None:
    """The last one again would be a wrong answer to "the next one"."""
    answer = assistant.ask(
        "and the next one?", (Turn("user", "What happened to recommendation 9?"),)
    )
    assert [i.id for i in answer.items] != ["9"]


def test_there_is_nothing_before_the_first_entry(assistant: Assistant) -> None:
    answer = assistant.ask("and the one before that?", (Turn("user", "who owns 1.1a"),))
    assert [i.id for i in answer.items] != ["1.1a"]


@pytest.mark.parametrize("question", ["what about the other force?", "and in Dyfed-Powys?"])
def test_the_other_force(assistant: Assistant, question: str) -> None:
    history = (Turn("user", "How does South Wales deal with county lines?"),)
    asked = assistant.understand(question, history)
    assert asked.documents == ("dyfed-powys-deep-dive-progress-report-2019.pdf",)
    assert "county lines" in asked.text


@pytest.mark.parametrize("question", ["what about the other one?", "and in Southmere?"])
def test_the_other_document_with_the_same_number(harbours: Assistant, question: str) -> None:
    answer = harbours.ask(question, (Turn("user", "who owns 1.1a in Northvale?"),))
    assert [dict(i.fields)["Owner"] for i in answer.items] == ["Beach Warden"]


@pytest.mark.parametrize(
    "question", ["and the next one?", "and who owns the next one?", "And who owns 1.1b?"]
)
def test_the_next_one_stays_in_its_document(harbours: Assistant, question: str) -> None:
    answer = harbours.ask(question, (Turn("user", "who owns 1.1a in Southmere?"),))
    assert [(i.id, i.document) for i in answer.items] == [("1.1b", "southmere-harbour-plan.pdf")]


@pytest.mark.parametrize(
    ("question", "year"),
    [("and the year before?", "2018"), ("what about the following year?", "2020")],
)
def test_the_year_before_and_after(assistant: Assistant, question: str, year: str) -> None:
    history = (Turn("user", "How many deaths were there in 2019?"),)
    assert assistant.understand(question, history).text == f"How many deaths were there in {year}?"


def test_the_year_before_one_of_two_halves(assistant: Assistant) -> None:
    history = (Turn("user", "How many deaths were there in 2019/20?"),)
    text = assistant.understand("and the year before?", history).text
    assert text == "How many deaths were there in 2018/19?"


@pytest.mark.parametrize(
    "question",
    [
        "How often does the ferry run in winter?",
        "Who owns 1.1a in Northvale?",
    ],
)
def test_a_whole_question_is_left_as_it_is(harbours: Assistant, question: str) -> None:
    history = (Turn("user", "who owns 1.3a in Southmere?"), Turn("assistant", "The Tide Officer."))
    asked = harbours.understand(question, history)
    assert asked.text == question
    assert asked.understood == ""


def test_a_short_whole_question_is_not_limited_by_what_was_before(harbours: Assistant) -> None:
    history = (Turn("user", "who owns 1.3a in Southmere?"), Turn("assistant", "The Tide Officer."))
    answer = harbours.ask("What does the Harbour Master own?", history)
    assert [i.id for i in answer.items] == ["1.1a", "1.2a"]


def test_without_history_nothing_is_resolved(assistant: Assistant) -> None:
    assert assistant.understand("and the next one?").text == "and the next one?"


def test_what_was_understood_is_told(assistant: Assistant) -> None:
    assert assistant.ask("who owns 2.6c").understood == ""
    assert "2.7b" in assistant.ask("what about 2.7b?", OWNER).understood


@pytest.mark.parametrize("history", [("", ""), ("\x00", "?"), ("who owns 9.9z", "There is none.")])
def test_odd_histories_do_no_harm(assistant: Assistant, history: tuple[str, str]) -> None:
    turns = (Turn("user", history[0]), Turn("assistant", history[1]))
    assert ids(assistant, "who owns 2.6c", turns) == ["2.6c"]
