"""One number in the documents of two bodies: told apart by what sort of body is meant."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

from .conftest import opened_with

FIRE = "fire-response.md"
AMBULANCE = "ambulance-review.md"
ROWS = {
    FIRE: (
        "Quaymouth Fire and Rescue Authority",
        "Light the tower",
        "Asa Reed",
        "Test the ladder",
        "Bo Field",
    ),
    AMBULANCE: (
        "Quaymouth Ambulance Service",
        "Buy two boats",
        "Cy Marsh",
        "Ring back sooner",
        "Di Hill",
    ),
}


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    texts = {
        name: (
            f"# {first} and more\n\n{body}\n\n9 May 2025\n\n## Recommendations\n\n"
            "| Ref | Recommendation | Lead |\n|---|---|---|\n"
            f"| R1 | {first} | {one} |\n| R2 | {second} | {other} |\n"
        )
        for name, (body, first, one, second, other) in ROWS.items()
    }
    return opened_with(tmp_path_factory.mktemp("bodies"), texts)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("who leads R1 at the fire service?", "Asa Reed"),
        ("R1 at the ambulance trust, whose is it", "Cy Marsh"),
    ],
)
def test_a_sort_of_body_tells_whose_entry_is_meant(
    bodies: Assistant, question: str, lead: str
) -> None:
    answer = bodies.ask(question)
    assert answer.status == "answered"
    assert lead in answer.text
    assert len(answer.items) == 1


def test_without_a_body_both_are_given(bodies: Assistant) -> None:
    assert bodies.ask("who leads R1?").status == "ambiguous"


def test_each_part_of_a_question_is_answered_from_its_own_document(bodies: Assistant) -> None:
    answer = bodies.ask("who leads R1 for the fire service and who leads R2 for the ambulance?")
    assert [(i.id, i.document) for i in answer.items] == [("R1", FIRE), ("R2", AMBULANCE)]
    assert "Asa Reed" in answer.text
    assert "Di Hill" in answer.text


def test_a_part_stays_within_the_documents_that_may_be_read(bodies: Assistant) -> None:
    question = "who leads R1 for the fire service and who leads R2 for the ambulance?"
    answer = bodies.ask(question, documents=(FIRE,))
    assert {c.document for c in answer.citations} == {FIRE}
    assert "Di Hill" not in answer.text


@pytest.mark.parametrize(
    "question", ["who leads R1 on the fire of the tower?", "does R1 need fire service approval?"]
)
def test_a_subject_of_the_same_name_is_no_body(bodies: Assistant, question: str) -> None:
    assert bodies.ask(question).status == "ambiguous"


def test_each_part_says_whose_it_is(bodies: Assistant) -> None:
    answer = bodies.ask("who leads R1 for the fire service and who leads R2 for the ambulance?")
    assert [line.split("”")[0] for line in answer.text.splitlines()] == [
        "“Light the tower and more",
        "“Buy two boats and more",
    ]
