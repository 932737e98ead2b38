"""What a question is understood to ask for."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.question.understand import LONGEST, content_words, plain

STRATEGY = "south-wales-substance-misuse-strategy-2022-2025.pdf"
REPORT = "dyfed-powys-deep-dive-progress-report-2019.pdf"


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("the naloxone rollout, who is that down to?", True),
        ("whose job is drug testing, and is it down to custody?", True),
        ("what did the average wait come down to?", False),
        ("how far has the backlog gone down to date?", False),
    ],
)
def test_down_to_somebody_is_no_figure_that_falls(
    assistant: Assistant, question: str, *, owner: bool
) -> None:
    assert assistant.understand(question).asks("owner") is owner


@pytest.mark.parametrize(
    "dress",
    [
        "2.6c",
        "2.6C",
        "2.6 (c)",
        "2.6(c)",
        "2.6.c",
        "2.6 c",
        "2.6 C",
        "2.6(C)",
        '"2.6 c"',
        "[2.6c]",
        "2.6c?",
        "deliverable 2.6c",
        "Deliverable 2.6 (c)",
        "DELIVERABLE 2.6C",
        "action 2.6 c",
        "item no. 2.6c",
        "deliverable #2.6c",
    ],
)
def test_identifiers_in_any_dress(assistant: Assistant, dress: str) -> None:
    asked = assistant.understand(f"who owns {dress}")
    assert asked.identifiers == ("2.6c",)
    assert asked.unknown == ()
    assert asked.operation == "look_up"
    assert asked.asks("owner")


@pytest.mark.parametrize(
    "question",
    [
        "Is 2.6 complete?",
        "what is 2.6",
        "and is 2.6 under way?",
        "tell me about 2.6",
        "when is 2.6 due",
    ],
)
def test_an_identifier_after_a_verb_that_asks_is_one(assistant: Assistant, question: str) -> None:
    assert assistant.understand(question).identifiers == ("2.6",)


@pytest.mark.parametrize("dress", ["recommendation 4", "Recommendation No. 4", "rec 4", "Rec. 4"])
def test_a_bare_number_needs_its_label(assistant: Assistant, dress: str) -> None:
    asked = assistant.understand(f"what happened to {dress}")
    assert asked.identifiers == ("4",)
    assert asked.asks("update")


@pytest.mark.parametrize(
    "question",
    [
        "were there 4 arrests?",
        "what happened in 2019",
        "did it rise by 2.6%?",
        "was it 15.5 percent",
        "a driver gets a 3.8 on the sensor",
        "was the level above 9.9 that day",
        "my patient's ketones are 1.2, what now",
    ],
)
def test_ordinary_numbers_are_no_identifiers(assistant: Assistant, question: str) -> None:
    asked = assistant.understand(question)
    assert (asked.identifiers, asked.unknown) == ((), ())


def test_known_and_unknown_identifiers_are_told_apart(assistant: Assistant) -> None:
    asked = assistant.understand("who owns 2.6c, 2.6z and 1.1a?")
    assert asked.identifiers == ("2.6c", "1.1a")
    assert asked.unknown == ("2.6z",)


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("who owns 2.6c", "look_up"),
        ("list the deliverables under 2.6", "list"),
        ("which deliverables does the Force Drugs Lead own?", "list"),
        ("how many deliverables mention naloxone", "count"),
        ("How many deliverables are under 2.6?", "count"),
        ("what does PCSO stand for?", "expand"),
        ("what is the abbreviation for Neighbourhood Policing Team", "expand"),
        ("what is meant by county lines?", "define"),
        ("compare how both reports describe county lines", "compare"),
        ("why did naloxone use rise in prisons?", "explain"),
        ("who owns 2.6c in both strategies?", "look_up"),
    ],
)
def test_operations(assistant: Assistant, question: str, operation: str) -> None:
    assert assistant.understand(question).operation == operation


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("who is responsible for 2.6c", "owner"),
        ("whose job is 2.6c", "owner"),
        ("who leads on 2.6c", "owner"),
        ("who's in charge of 2.6c", "owner"),
        ("what happened to recommendation 4", "update"),
        ("status of recommendation 4", "update"),
        ("how far has recommendation 4 got", "update"),
        ("when is 2.6c due", "date"),
        ("what is the deadline for 2.6c", "date"),
        ("what does 2.6c say", "text"),
        ("exact wording of 2.6c", "text"),
    ],
)
def test_fields(assistant: Assistant, question: str, field: str) -> None:
    assert assistant.understand(question).asks(field)


def test_a_field_that_is_not_asked_for(assistant: Assistant) -> None:
    assert assistant.understand("tell me about county lines").fields == ()


@pytest.mark.parametrize(
    ("question", "mended"),
    [
        ("who owns delivrable 2.6c", "who owns deliverable 2.6c"),
        ("whcih unit leads", "which unit leads"),
        ("is there a nalaxone scheme", "is there a naloxone scheme"),
        ("what about prisson", "what about prison"),
    ],
)
def test_typing_errors_are_mended(assistant: Assistant, question: str, mended: str) -> None:
    assert assistant.understand(question).text == mended


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("how does South Wales deal with naloxone", (STRATEGY,)),
        ("In SWP, who owns 2.6c?", (STRATEGY,)),
        ("what does dyfed powys say", (REPORT,)),
        ("what does DYFED-POWYS say", (REPORT,)),
        ("what does the deep dive say", (REPORT,)),
        (f"what does {REPORT} say", (REPORT,)),
        ("naloxone in South Wales and in Dyfed-Powys", (REPORT, STRATEGY)),
        ("naloxone in Gwent", ()),
    ],
)
def test_scopes(assistant: Assistant, question: str, documents: tuple[str, ...]) -> None:
    assert assistant.understand(question).documents == documents


def test_documents_chosen_beside_the_question_limit_it(harbours: Assistant) -> None:
    chosen = "southmere-harbour-plan.pdf"
    answer = harbours.ask("who owns 1.1a?", documents=[chosen])
    assert answer.status == "answered"
    assert [i.document for i in answer.items] == [chosen]
    prose = harbours.ask("How often does the ferry run?", documents=[chosen])
    assert {c.document for c in prose.citations} <= {chosen}
    assert "twice a day" not in prose.text


def test_another_document_than_the_chosen_one_is_not_passed_off(harbours: Assistant) -> None:
    """Northvale's 1.1a is asked for and only Southmere may be searched."""
    answer = harbours.ask("who owns 1.1a in Northvale?", documents=["southmere-harbour-plan.pdf"])
    assert answer.status in ("no_such_item", "not_found", "corrected") or "Southmere" in answer.text


def test_a_document_that_is_not_there_is_not_all_documents(harbours: Assistant) -> None:
    answer = harbours.ask("who owns 1.1a?", documents=["elsewhere.pdf"])
    assert answer.items == ()
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("typed", "one_line"),
    [
        ("  who\n\nowns\t2.6c  ", "who owns 2.6c"),
        ("who\x00owns\x07 2.6c\x1b[31m", "who owns 2.6c [31m"),
        ("cafe\u0301", "café"),
        ("a\u200bb\u202e c", "a b c"),
        ("", ""),
    ],
)
def test_a_question_is_one_plain_line(typed: str, one_line: str) -> None:
    assert plain(typed) == one_line


def test_a_long_question_is_cut() -> None:
    assert len(plain("word " * 5000)) <= LONGEST


def test_content_words_leave_the_asking_out() -> None:
    assert content_words("Who is responsible for the naloxone kits in Swansea?") == (
        "naloxone",
        "kits",
        "Swansea",
    )
