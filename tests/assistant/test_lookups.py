"""Entries looked up by their identifiers: every owner, every status, and what is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer

from .conftest import Deliverable
from .paper import NORTHVALE, Pages, squeezed

STRATEGY = "south-wales-substance-misuse-strategy-2022-2025.pdf"
REPORT = "dyfed-powys-deep-dive-progress-report-2019.pdf"

#: Something that only the position on that recommendation says.
POSITIONS = {
    "1": "Operation Moose",
    "2": "Prevention Summit",
    "3": "Custody and Criminal Justice",
    "4": "1st November 2019",
    "5": "Ministry of Justice",
    "6": "county lines action plan",
    "7": "Hywel Dda",
    "8": "Ethical Use of Police Powers",
    "9": "T/ACC Evans",
}


def ids(answer: Answer) -> list[str]:
    return [item.id for item in answer.items]


def test_every_owner(
    assistant: Assistant, pages: Pages, deliverables: tuple[Deliverable, ...]
) -> None:
    wrong = []
    for row in deliverables:
        answer = assistant.ask(f"Who owns deliverable {row.id}?")
        shown = next((i for i in answer.items if i.id == row.id), None)
        if shown is None or dict(shown.fields)["Owner"] != row.owner:
            wrong.append((row.id, str(shown)))
        if pages.invented(answer) or answer.status != "answered":
            wrong.append((row.id, answer.text))
    assert len(deliverables) == 79
    assert wrong == []


def test_every_owner_is_said_and_cited_where_it_stands(
    assistant: Assistant, pages: Pages, deliverables: tuple[Deliverable, ...]
) -> None:
    wrong = []
    for row in deliverables:
        answer = assistant.ask(f"who owns {row.id}")
        words = squeezed(answer.text)
        if not all(squeezed(w) in words for w in re.findall(r"\w+", row.owner)):
            wrong.append((row.id, answer.text))
        cited = {c.page for c in answer.citations if c.document == STRATEGY}
        if not cited & set(pages.with_words(STRATEGY, row.text)):
            wrong.append((row.id, str(cited)))
    assert wrong == []


def test_the_quote_of_an_owner_holds_the_row_and_the_owner(assistant: Assistant) -> None:
    answer = assistant.ask("who owns deliverable 2.6c")
    assert [(c.document, c.page, c.n) for c in answer.citations] == [(STRATEGY, 17, 1)]
    quote = answer.citations[0].quote
    assert "Review Drug Testing on Arrest" in quote
    assert quote.endswith("Force Criminal Justice Unit Lead and Project ADDER coordinator")
    assert "[1]" in answer.text
    assert answer.items[0].citations == (1,)
    assert answer.citations[0].as_of == "2022"


def test_an_owner_cut_by_a_page_break_is_cited_on_both_pages(assistant: Assistant) -> None:
    answer = assistant.ask("who owns 2.1b")
    assert sorted({c.page for c in answer.citations}) == [14, 15]
    assert answer.citations[-1].quote.endswith("Police Schools Programme")


@pytest.mark.parametrize("label", ["deliverable", "action", "item", "number", ""])
def test_the_label_said_does_not_matter(assistant: Assistant, label: str) -> None:
    assert ids(assistant.ask(f"who owns {label} 3.1a".replace("  ", " "))) == ["3.1a"]


@pytest.mark.parametrize("number", sorted(POSITIONS))
def test_every_recommendation_has_its_position(
    assistant: Assistant, pages: Pages, recommendations: dict[str, str], number: str
) -> None:
    answer = assistant.ask(f"What happened to recommendation {number}?")
    assert answer.status == "answered"
    assert ids(answer) == [number]
    assert squeezed(answer.items[0].text) == squeezed(recommendations[number])
    position = dict(answer.items[0].fields)["Position as of September 2019"]
    assert POSITIONS[number] in " ".join(position.split())
    assert pages.invented(answer) == []
    assert {c.document for c in answer.citations} == {REPORT}
    first = min(p for p in pages.with_words(REPORT, recommendations[number]))
    assert {c.page for c in answer.citations} <= {first, first + 1}
    assert {c.as_of for c in answer.citations} == {"September 2019"}


@pytest.mark.parametrize("number", sorted(POSITIONS))
def test_every_sentence_said_of_a_position_is_on_its_page(
    assistant: Assistant, pages: Pages, recommendations: dict[str, str], number: str
) -> None:
    answer = assistant.ask(f"What is the status of recommendation {number}?")
    first = min(p for p in pages.with_words(REPORT, recommendations[number]))
    page = squeezed(pages.text(REPORT, first) + pages.text(REPORT, min(first + 1, 9)))
    said = [line.split(" [")[0] for line in answer.text.splitlines()]
    ends = [squeezed(line.rsplit(": ", 1)[-1])[-60:] for line in said]
    assert ends
    assert [e for e in ends if e not in page] == []


def test_a_pointer_is_followed(assistant: Assistant) -> None:
    answer = assistant.ask("who owns 4.4a?")
    assert answer.status == "answered"
    assert ids(answer) == ["4.4a", "2.4a"]
    assert "Corporate Communications Department" in answer.text
    assert [c.page for c in answer.citations] == [19, 15]


def test_a_pointer_is_followed_in_its_own_document(harbours: Assistant) -> None:
    answer = harbours.ask("who owns 1.2b?")
    assert ids(answer) == ["1.2b", "1.1b"]
    assert {i.document for i in answer.items} == {"northvale-harbour-plan.pdf"}
    assert "Pier Warden" in answer.text


def test_an_empty_cell_is_blank(harbours: Assistant) -> None:
    answer = harbours.ask("who owns 1.2c?")
    assert answer.status == "blank"
    assert ids(answer) == ["1.2c"]
    assert dict(answer.items[0].fields) == {"Owner": ""}
    assert answer.citations[0].quote == "c. Paint the ferry"


def test_a_group_gives_its_entries(assistant: Assistant) -> None:
    answer = assistant.ask("What is 2.6?")
    assert answer.status == "answered"
    assert ids(answer) == ["2.6a", "2.6b", "2.6c", "2.6d"]
    assert answer.count == 4
    assert "Develop systems where intelligence" in answer.text


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who owns 2.6c and 2.7b?", ["2.6c", "2.7b"]),
        ("who owns 2.6c, 2.6d and 2.7a", ["2.6c", "2.6d", "2.7a"]),
        ("who owns 2.6a to 2.6d?", ["2.6a", "2.6b", "2.6c", "2.6d"]),
        ("what happened to recommendations 4 and 5?", ["4", "5"]),
        ("what is the status of recommendation 4 and recommendation 5", ["4", "5"]),
    ],
)
def test_several_identifiers_are_all_answered(
    assistant: Assistant, question: str, found: list[str]
) -> None:
    assert ids(assistant.ask(question)) == found


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("who owns 2.6z", ["2.6a", "2.6b", "2.6c", "2.6d"]),
        ("who owns deliverable 2.6e?", ["2.6a", "2.6b", "2.6c", "2.6d"]),
        ("what happened to recommendation 12?", ["7", "8", "9"]),
        ("who owns 9.9", []),
    ],
)
def test_what_is_not_there_is_said_with_the_nearest(
    assistant: Assistant, question: str, nearest: list[str]
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_such_item"
    assert answer.items == ()
    assert answer.citations == ()
    assert all(n in answer.text for n in nearest)
    assert [s.rsplit(" ", 1)[-1] for s in answer.suggestions][-len(nearest) :] == nearest or (
        nearest == [] and answer.suggestions
    )


def test_one_unknown_among_known_ones_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("who owns 2.6c and 9.9a?")
    assert "2.6c" in ids(answer)
    assert "9.9a" in answer.text


@pytest.mark.parametrize(
    ("question", "identifier"),
    [
        ("who owns deliverable 2.6c in Dyfed-Powys?", "2.6c"),
        ("what does recommendation 4 in South Wales say?", "4"),
    ],
)
def test_an_entry_of_another_document_is_not_denied(
    assistant: Assistant, question: str, identifier: str
) -> None:
    """It is not in the document that was named; that it is in none would be untrue."""
    answer = assistant.ask(question)
    assert answer.status in ("no_such_item", "corrected")
    assert identifier in answer.text
    assert f"{identifier} in the documents" not in answer.text


def test_the_same_identifier_in_two_documents_is_ambiguous(
    harbours: Assistant, harbour_pages: Pages
) -> None:
    answer = harbours.ask("who owns 1.1a?")
    assert answer.status == "ambiguous"
    assert [(i.document[:5], dict(i.fields)["Owner"]) for i in answer.items] == [
        ("north", "Harbour Master"),
        ("south", "Beach Warden"),
    ]
    assert {"Northvale", "Southmere", "Harbour Master", "Beach Warden"} <= {
        w for w in ("Northvale", "Southmere", "Harbour Master", "Beach Warden") if w in answer.text
    }
    assert harbour_pages.invented(answer) == []
    assert len(answer.citations) == 2


def test_one_document_of_two_is_enough_to_tell(harbours: Assistant) -> None:
    answer = harbours.ask("who owns 1.3a?")
    assert answer.status == "answered"
    assert "Tide Officer" in answer.text


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("Why does the Force Drugs Lead own 2.6c?", "Force Criminal Justice Unit Lead"),
        ("Is the Force Drugs Lead the only owner of 1.3d?", "PCC Substance Misuse Strategic Lead"),
    ],
)
def test_a_wrong_owner_is_corrected(assistant: Assistant, question: str, owner: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "corrected"
    assert owner in answer.text
    assert answer.citations


def test_a_right_owner_is_not_corrected(assistant: Assistant) -> None:
    assert assistant.ask("Does the Force Drugs Lead own 1.2b?").status == "answered"


def test_a_post_is_named_and_the_person_is_not(assistant: Assistant) -> None:
    answer = assistant.ask("What is the name of the person who is the Force Drugs Lead?")
    assert answer.status == "not_found"
    assert "Force Drugs Lead" in answer.text


def test_a_recommendation_has_no_owner_field(assistant: Assistant) -> None:
    answer = assistant.ask("who owns recommendation 4?")
    assert ids(answer) == ["4"]
    assert "owner" in answer.text


def test_the_wording_of_an_entry(assistant: Assistant) -> None:
    answer = assistant.ask("What is the exact wording of 2.6c?")
    assert "Review Drug Testing on Arrest (DTOA) processes" in answer.text


def test_every_row_of_the_small_plan(harbours: Assistant) -> None:
    for heading, rows in NORTHVALE:
        group = heading.split()[0]
        for place, (text, owner) in enumerate(rows):
            letter = "abc"[place]
            answer = harbours.ask(f"what does {group}{letter} in Northvale say?")
            assert answer.items[0].id == f"{group}{letter}"
            assert squeezed(answer.items[0].text) == squeezed(text[3:])
            assert dict(answer.items[0].fields)["Owner"] == owner


def test_the_readme_shows_the_answer_that_is_given(assistant: Assistant) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    answer = assistant.ask("who owns deliverable 2.6c")
    assert answer.text in readme
    assert answer.citations[0].quote in readme
