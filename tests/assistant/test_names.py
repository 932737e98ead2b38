"""Owner cells split into names, names found in questions, words mended, documents named."""

from __future__ import annotations

import pytest

from assistant.question.scopes import Scopes
from assistant.wording.names import NameFinder, split_names
from assistant.wording.spelling import Speller
from ingest.library import Library
from ingest.types import DocumentInfo

CELLS = (
    "Harbour Master",
    "Pier Warden",
    "Ferry Steward and Harbour Master",
    "Quay Safety and Lighting Board",
    "Pier Warden Harbour Master",
    "Tide and Flood Unit Lead",
)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Harbour Master", ("Harbour Master",)),
        ("Force Drugs Lead/VPU Lead", ("Force Drugs Lead", "VPU Lead")),
        ("Ferry Manager; Pier Warden", ("Ferry Manager", "Pier Warden")),
        ("Ferry Manager\nPier Warden", ("Ferry Manager", "Pier Warden")),
        ("Ferry Manager and Pier Officer", ("Ferry Manager", "Pier Officer")),
        ("Ferry Manager, Pier Officer", ("Ferry Manager", "Pier Officer")),
        ("Head of Crime and Disorder", ("Head of Crime and Disorder",)),
        (
            "Lead for Scrutiny, Assurance and Equality",
            ("Lead for Scrutiny, Assurance and Equality",),
        ),
        ("", ()),
        (" / ", ()),
    ],
)
def test_names_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert split_names(cell) == names


def test_a_name_known_from_another_cell_divides() -> None:
    cell = "Neighbourhood Policing Lead Base Command Unit Commanders"
    known = ("Neighbourhood Policing Lead", "Base Command Unit Commanders")
    assert split_names(cell) == (cell,)
    assert split_names(cell, known) == known


def test_three_names_without_a_mark_between_them() -> None:
    cell = "PCC Strategic Lead for Drugs Force Drugs Lead Strategic lead for community safety"
    assert split_names(cell, ("Force Drugs Lead",)) == (
        "PCC Strategic Lead for Drugs",
        "Force Drugs Lead",
        "Strategic lead for community safety",
    )


def test_no_letter_of_a_cell_is_lost(library: Library) -> None:
    for item in library.items:
        for field in item.fields:
            if field.name == "Owner":
                names = "".join(split_names(field.value))
                lost = set(field.value) - set(names)
                assert lost <= set(" /,&and;"), field.value


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("what does the Harbour Master own?", "Harbour Master"),
        ("what does the harbour master own?", "harbour master"),
        ("everything of the Quay Safety and Lighting Board", "Quay Safety and Lighting Board"),
        ("what is on the ferry steward's list", "ferry steward's"),
        ("what does the TFU lead own", "TFU lead"),
    ],
)
def test_a_name_said_in_a_question(question: str, phrase: str) -> None:
    found = NameFinder(CELLS, {"TFU": "Tide and Flood Unit"}).find(question)
    assert found is not None
    assert found.phrase.removeprefix("the ") == phrase


@pytest.mark.parametrize(
    "question", ["who owns it?", "which lead is it?", "what about the lighthouse keeper", "", "?"]
)
def test_no_name_said(question: str) -> None:
    assert NameFinder(CELLS, {}).find(question) is None


VOCABULARY = {"naloxone": 9, "prison": 5, "lighthouse": 2, "custody": 4, "probation": 3}


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("naloxon", "naloxone"),
        ("nalxoone", "naloxone"),
        ("lighthuose", "lighthouse"),
        ("whcih", "which"),
        ("comms", "communications"),
        ("cant", "can't"),
        ("tomorow", "tomorrow"),
    ],
)
def test_a_slip_is_mended(typed: str, mended: str) -> None:
    assert Speller(VOCABULARY).mend(f"and {typed}?") == f"and {mended}?"


@pytest.mark.parametrize(
    "word",
    [
        "naloxone",
        "garden",
        "2.6c",
        "PRISN",
        "Llanelli",
        "cat",
        "zzzzzzzz",
        "it's",
        "gadget",
        "vaping",
    ],
)
def test_other_words_are_left_alone(word: str) -> None:
    assert Speller(VOCABULARY).mend(f"and {word}?") == f"and {word}?"


def info(name: str, organisation: str, *aliases: str) -> DocumentInfo:
    return DocumentInfo(
        name, f"Title of {name}", organisation, "strategy", "", "", "en", "", aliases=aliases
    )


SCOPES = Scopes(
    [
        info("a.pdf", "Northvale Borough Council", "The Vale plan"),
        info("b.pdf", "Upper-Southmere Police and Northvale Borough Council", "Southmere"),
        info("c.pdf", "", "Isle plan"),
    ]
)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("what does the vale plan say", ("a.pdf",)),
        ("in upper southmere", ("b.pdf",)),
        ("in Upper–Southmere and the isle plan", ("b.pdf", "c.pdf")),
        ("what does the council say", ()),
        ("what does the police strategy say", ()),
        ("Title of c.pdf", ("c.pdf",)),
        ("southmeres", ()),
    ],
)
def test_documents_named(question: str, documents: tuple[str, ...]) -> None:
    assert SCOPES.find(question) == documents


def test_the_others_and_short_names() -> None:
    assert SCOPES.others(["b.pdf"]) == ("a.pdf", "c.pdf")
    assert SCOPES.called("a.pdf") == "The Vale plan"
    assert Scopes([info("d.pdf", "")]).called("d.pdf") == "Title of d.pdf"


@pytest.mark.parametrize("said", ["Dr Quarrie", "Mr Quarrie"])
def test_a_title_and_a_surname_name_who_has_a_first_name_too(said: str) -> None:
    finder = NameFinder(["Dr Anselm Quarrie", "Osman Dereli", "Head of Estates"], {})
    found = finder.find(f"everything {said} has on the log please")
    assert found is not None
    assert found.tokens == finder.tokens("Quarrie")


@pytest.mark.parametrize(
    ("often", "rarely", "asked", "understood"),
    [
        (12, 1, "a severe hypo", "a severe hypo hypoglycaemia"),
        (12, 0, "two hypos", "two hypoglycaemia"),
        (12, 4, "a severe hypo", "a severe hypo"),  # the documents say it themselves
        (12, 1, "a silo", "a silo"),
    ],
)
def test_a_clipped_word_is_written_out_as_the_documents_do(
    often: int, rarely: int, asked: str, understood: str
) -> None:
    vocabulary = {"hypoglycaemia": often, "hypo": rarely, "silo": 1, "silicone": 9}
    assert Speller(vocabulary).mend(asked) == understood


def test_initials_that_are_a_word_name_somebody_only_in_capitals() -> None:
    finder = NameFinder(("BY", "RL and BY"), {"BY": "Bronwen Yardley", "RL": "Ruari Lang"})
    assert finder.find("By when?") is None
    holder = finder.find("What does BY have to do?")
    assert holder is not None
    assert holder.phrase == "BY"
