"""Lists and counts: every row that belongs, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import Deliverable, opened
from .paper import Pages, squeezed


def bare(text: str) -> list[str]:
    """Give a name's words for comparing, written apart from the product's own way.

    Plurals, joining words, and a slip in the strategy ("Violence Prevent Unit") are set aside.
    """
    text = text.lower().replace("women's", "women").replace("vpu", "violence prevention unit")
    words = ["prevent" if w == "prevention" else w for w in re.findall(r"[a-z]+", text)]
    return [w.rstrip("s") for w in words if w not in ("and", "of", "the", "for")]


def holding(rows: tuple[Deliverable, ...], name: str) -> list[str]:
    """Give the rows whose owner cell holds a name's words, in their order."""
    return [r.id for r in rows if _in_order(bare(name), bare(r.owner))]


def _in_order(wanted: list[str], words: list[str]) -> bool:
    rest = iter(words)
    return all(word in rest for word in wanted)


def names(rows: tuple[Deliverable, ...]) -> list[str]:
    return sorted({r.owner for r in rows} - {""})


def test_every_owner_gives_exactly_its_rows(
    assistant: Assistant, pages: Pages, deliverables: tuple[Deliverable, ...]
) -> None:
    wrong = []
    for name in names(deliverables):
        answer = assistant.ask(f"Which deliverables are owned by the {name}?")
        found = [i.id for i in answer.items]
        if found != holding(deliverables, name) or answer.count != len(found):
            wrong.append((name, found, holding(deliverables, name)))
        assert pages.invented(answer) == []
    assert len(names(deliverables)) > 35
    assert wrong == []


@pytest.mark.parametrize(
    "asking",
    ["What does the {} own?", "how many deliverables does the {} own", "list all the {}'s actions"],
)
def test_other_wording_gives_the_same_rows(
    assistant: Assistant, deliverables: tuple[Deliverable, ...], asking: str
) -> None:
    for name in ("Force Drugs Lead", "Harm Reduction Leads", "Corporate Communications"):
        answer = assistant.ask(asking.format(name))
        assert [i.id for i in answer.items] == holding(deliverables, name), (asking, name)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what does corporate comms own?", "Corporate Communications"),
        ("which deliverables does FIOCU own?", "Force Intelligence and Organised Crime Unit"),
        ("what is the ADDER coordinator responsible for?", "ADDER Coordinator"),
        ("whcih deliverables does the force drugs leed own", "Force Drugs Lead"),
    ],
)
def test_a_name_in_part_short_or_misspelt(
    assistant: Assistant, deliverables: tuple[Deliverable, ...], question: str, name: str
) -> None:
    assert [i.id for i in assistant.ask(question).items] == holding(deliverables, name)


@pytest.mark.parametrize(
    "question", ["what does the drugs lead own?", "everything the drugs lead owns"]
)
def test_part_of_a_name_stands_together(
    assistant: Assistant, deliverables: tuple[Deliverable, ...], question: str
) -> None:
    """The Regional Drug Strategy Lead is no drugs lead."""
    wanted = [r.id for r in deliverables if "drugs lead" in r.owner.lower()]
    assert len(wanted) > 15
    assert [i.id for i in assistant.ask(question).items] == wanted


def test_the_last_word_of_a_name_tells_two_owners_apart(harbours: Assistant) -> None:
    officer = harbours.ask("What does the Tide Officer own?")
    clerk = harbours.ask("What does the Tide Clerk own?")
    assert [i.id for i in officer.items] == ["1.1b", "1.3a"]
    assert [i.id for i in clerk.items] == ["1.3b"]


def test_owned_alone(assistant: Assistant, deliverables: tuple[Deliverable, ...]) -> None:
    answer = assistant.ask("Which deliverables does the Force Drugs Lead own alone?")
    alone = [r.id for r in deliverables if r.owner == "Force Drugs Lead"]
    assert [i.id for i in answer.items] == alone


def test_every_group_gives_its_rows_and_their_number(
    assistant: Assistant, deliverables: tuple[Deliverable, ...]
) -> None:
    groups = list(dict.fromkeys(r.group for r in deliverables))
    assert len(groups) == 22
    for group in groups:
        rows = [r.id for r in deliverables if r.group == group]
        listed = assistant.ask(f"List the deliverables under {group}")
        counted = assistant.ask(f"How many deliverables are there under {group}?")
        assert [i.id for i in listed.items] == rows
        assert [i.id for i in counted.items] == rows
        assert (listed.count, counted.count) == (len(rows), len(rows))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many deliverables are there?", 79),
        ("how many deliverables are in the South Wales strategy?", 79),
        ("list all deliverables", 79),
        ("How many recommendations are there?", 9),
        ("list all the recommendations", 9),
    ],
)
def test_the_whole_register(assistant: Assistant, question: str, number: int) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.count == number
    assert len(answer.items) == number


def test_entries_that_mention_a_word(
    assistant: Assistant, deliverables: tuple[Deliverable, ...]
) -> None:
    answer = assistant.ask("Which deliverables mention naloxone?")
    wanted = [r.id for r in deliverables if "naloxone" in f"{r.text} {r.owner}".lower()]
    assert wanted
    assert [i.id for i in answer.items] == wanted


def test_the_number_of_owners_of_one(assistant: Assistant) -> None:
    answer = assistant.ask("How many owners does 4.1a have?")
    assert answer.count == 3


@pytest.mark.parametrize(
    ("question", "number"),
    [("How many groups of deliverables are there?", 22), ("how many groups are under 2?", 8)],
)
def test_the_number_of_groups(assistant: Assistant, question: str, number: int) -> None:
    assert assistant.ask(question).count == number


def test_a_list_says_its_scope(harbours: Assistant) -> None:
    both = harbours.ask("List the actions under 1.1")
    one = harbours.ask("List the actions under 1.1 in Southmere")
    assert [(i.document[:5], i.id) for i in both.items] == [
        ("north", "1.1a"),
        ("north", "1.1b"),
        ("south", "1.1a"),
        ("south", "1.1b"),
    ]
    assert "2 documents" in both.text
    assert [(i.document[:5], i.id) for i in one.items] == [("south", "1.1a"), ("south", "1.1b")]
    assert "Southmere" in one.text


def test_every_row_of_a_list_is_cited_with_its_own_row(
    assistant: Assistant, deliverables: tuple[Deliverable, ...]
) -> None:
    answer = assistant.ask("What does the Force Drugs Lead own?")
    text = {r.id: r.text for r in deliverables}
    quotes = {c.n: squeezed(c.quote) for c in answer.citations}
    for item in answer.items:
        assert item.citations
        assert any(squeezed(text[item.id])[:40] in quotes[n] for n in item.citations), item.id


@pytest.mark.parametrize(
    "question",
    [
        "Which deliverables are not owned by the Force Drugs Lead?",
        "How many deliverables are owned by someone other than the Force Drugs Lead?",
        "list the deliverables that the Force Drugs Lead does not own",
    ],
)
def test_not_owned_is_never_answered_with_what_is_owned(
    assistant: Assistant, deliverables: tuple[Deliverable, ...], question: str
) -> None:
    """The rest of the register, whole, or no list at all."""
    owned = holding(deliverables, "Force Drugs Lead")
    found = [i.id for i in assistant.ask(question).items]
    assert found in ([], [r.id for r in deliverables if r.id not in owned])


@pytest.mark.parametrize(
    "question", ["list the deliverables under 9", "how many deliverables are under 5?"]
)
def test_a_group_that_is_not_there_is_not_the_whole_register(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status in ("no_such_item", "not_found")
    assert answer.items == ()


def test_where_somebody_is_named_as_owner_alone_or_not(
    assistant: Assistant, deliverables: tuple[Deliverable, ...]
) -> None:
    answer = assistant.ask(
        "Where are the harm reduction leads named as an owner, alone or with someone else?"
    )
    assert [i.id for i in answer.items] == holding(deliverables, "Harm Reduction Leads")


def test_who_the_lead_is_asks_for_one_owner_whoever_is_named_before(assistant: Assistant) -> None:
    asked = (
        "Diversion with all the youth justice services (out of court disposals): who's the lead?"
    )
    answer = assistant.ask(asked)
    assert [i.id for i in answer.items] == ["2.3a"]
    assert "Force Criminal Justice Unit Lead" in answer.text


def test_what_two_conditions_choose(
    assistant: Assistant, deliverables: tuple[Deliverable, ...]
) -> None:
    answer = assistant.ask("Which deliverables under 2.6 are owned by the Force Drugs Lead?")
    owned = holding(deliverables, "Force Drugs Lead")
    assert [i.id for i in answer.items] == [i for i in owned if i.startswith("2.6")]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which actions have no owner?", ["1.2b", "1.2c"]),
        ("How many actions in Northvale have no owner?", ["1.2b", "1.2c"]),
    ],
)
def test_entries_without_an_owner(harbours: Assistant, question: str, found: list[str]) -> None:
    answer = harbours.ask(question)
    assert [i.id for i in answer.items] == found
    assert answer.count == len(found)


_PRACTICES = (
    "Keep charts dry",
    "Log each tide",
    "Test the radio",
    "Oil the winch",
    "Coil the rope",
)


def test_what_another_document_only_repeats_is_counted_once(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    rows = [
        f"- **Practice {n}**: {text} every week of the season."
        for n, text in enumerate(_PRACTICES, 1)
    ]
    other = "\n\n## Going out\n\n- **Practice 6**: Tell the coastguard before every trip.\n"
    for name, own in (("practices", rows), ("framework", rows[:2])):
        text = f"# Harbour {name}\n\n## Looking after gear\n\n" + "\n".join(own) + other
        (corpus / f"harbour-{name}.md").write_text(text, encoding="utf-8")
    answer = opened(corpus, tmp_path / "index").ask(
        "How many practices are under Looking after gear?"
    )
    assert answer.count == len(_PRACTICES)
    assert {i.document for i in answer.items} == {"harbour-practices.md"}


def test_all_of_them_are_not_given_where_none_tells_the_status_asked_for(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("How many of the recommendations are complete?")
    assert answer.count is None
    assert answer.items == ()
