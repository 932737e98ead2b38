"""Running text of a policy: whole lists, steps in order, parts of a question, two editions."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.sentences.series_choice import asks_for_series, nouns_of
from ingest.wording.quotes import stands_on

from .conftest import opened
from .policy import write_policy


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("policy")
    return opened(write_policy(folder / "corpus"), folder / "index")


def points(text: str) -> list[str]:
    """Give the lines of an answer that are points, without their marks and citations."""
    lines = (line for line in text.split("\n") if line.startswith("- "))
    return [line[2:].split(" [")[0] for line in lines]


def test_steps_come_whole_and_in_order(policy: Assistant) -> None:
    answer = policy.ask(
        "What steps must all crews carry out, in order, once a patrol is called off?"
    )
    assert points(answer.text) == [
        "1. Acknowledge the call on channel nine.",
        "2. Slow to four knots.",
        "3. Switch off the blue lights.",
        "4. Moor at the nearest pier.",
    ]


def test_all_rows_of_a_table_are_given_and_counted(policy: Assistant) -> None:
    answer = policy.ask("How many kinds of vessel are there, and which are they?")
    assert [p.split(" – ")[0] for p in points(answer.text)] == ["Tender", "Launch", "Cutter"]
    assert answer.count == 3


def test_a_list_that_wording_announces_by_its_number_is_found_further_on(policy: Assistant) -> None:
    answer = policy.ask("How many checks must a crew pass before it casts off, and what are they?")
    assert [p.split(":")[0] for p in points(answer.text)] == ["Hull", "Radio", "Crew"]
    assert answer.count == 3
    assert "What is looked at" in answer.text


def test_a_number_of_another_thing_announces_no_list(policy: Assistant) -> None:
    answer = policy.ask("Which lights must be off once a patrol is called off?")
    assert "Hull" not in answer.text


def test_a_row_that_answers_by_itself_is_given_alone(policy: Assistant) -> None:
    answer = policy.ask("Who may take the cutter out?")
    assert "harbour master" in answer.text
    assert "Tender" not in answer.text


def test_each_part_of_a_question_is_answered_in_its_own_words(policy: Assistant) -> None:
    text = policy.ask("How much is the grant for life jackets and who can approve it?").text
    assert "250 crowns" in text
    assert "stores clerk" in text


def test_a_numbered_point_is_found_by_what_its_heading_calls_it(policy: Assistant) -> None:
    answer = policy.ask("What does principle 2 say?")
    assert "waste no fuel" in answer.text


def test_what_an_edition_added_is_told_by_its_headings(policy: Assistant) -> None:
    answer = policy.ask(
        "Which section was added to the boat patrol policy between the versions of 2019 and 2022?"
    )
    assert points(answer.text) == ["Working near seals"]
    assert {c.document for c in answer.citations} == {"boat-patrol-policy-2022.md"}


def test_two_editions_may_be_named_by_their_dates_alone(policy: Assistant) -> None:
    answer = policy.ask(
        "What is new in the boat patrol policy of June 2022 compared with that of March 2019?"
    )
    assert points(answer.text)[0] == "Working near seals"
    assert {c.document for c in answer.citations} == {"boat-patrol-policy-2022.md"}


def test_a_later_part_may_ask_the_same_of_the_other_edition(policy: Assistant) -> None:
    text = policy.ask(
        "How much is the grant for life jackets in the 2019 version of the boat patrol policy,"
        " and what is it in the 2022 version?"
    ).text
    assert "200 crowns" in text
    assert "250 crowns" in text


def test_what_only_the_other_edition_says_is_told_as_such(policy: Assistant) -> None:
    answer = policy.ask(
        "In the 2019 version of the boat patrol policy, what must be declared about a paid column?"
    )
    assert "does not say this" in answer.text
    assert "paid column" in answer.text
    assert "1 June 2022" in answer.text


def test_an_edition_is_not_said_to_lack_what_it_has(policy: Assistant) -> None:
    answer = policy.ask("In the 2019 version of the boat patrol policy, who signs the plan?")
    assert "shift skipper" in answer.text
    assert "does not say" not in answer.text


def test_dates_of_both_editions_are_told_line_by_line(policy: Assistant) -> None:
    text = policy.ask("From what date is each version of the boat patrol policy in force?").text
    assert "3 March 2019" in text
    assert "1 June 2022" in text


@pytest.mark.parametrize(
    ("question", "status", "lead"),
    [
        ("Is the boat patrol policy of 2019 still in force?", "corrected", "No: "),
        ("Is the boat patrol policy of 2019 still the one we work to?", "corrected", "No: "),
        ("Is the boat patrol policy of June 2022 still current?", "answered", "Yes: no later"),
        ("Has the boat patrol policy of 2019 been replaced?", "answered", "Yes: "),
    ],
)
def test_whether_an_edition_still_holds(
    policy: Assistant, question: str, status: str, lead: str
) -> None:
    answer = policy.ask(question)
    assert answer.status == status
    assert answer.text.startswith(lead)
    assert "1 June 2022" in answer.text
    assert {c.document for c in answer.citations} == {"boat-patrol-policy-2022.md"}


def test_every_quote_is_on_its_page(policy: Assistant) -> None:
    for question in (
        "What steps must all crews carry out once a patrol is called off?",
        "How many kinds of vessel are there, and which are they?",
        "What changed in the latest version of the boat patrol policy about seals?",
    ):
        answer = policy.ask(question)
        assert answer.citations
        for cited in answer.citations:
            page = policy.library.document(cited.document).page(cited.page)
            assert stands_on(page.text, cited.quote)


@pytest.mark.parametrize(
    ("question", "series"),
    [
        ("what are all the tactical options", True),
        ("talk me through what happens when a boat is lost", True),
        ("name the four aims", True),
        ("what did the homeless audit say about smoking", False),
        ("who signs the plan", False),
    ],
)
def test_when_a_list_is_asked_for(question: str, series: bool) -> None:
    assert asks_for_series(question) is series


def test_the_nouns_that_a_list_is_asked_by() -> None:
    assert nouns_of("which safety needles are on the formulary") == {"needl"}
