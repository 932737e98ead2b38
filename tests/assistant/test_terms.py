"""Abbreviations both ways, for all that the strategy's Annex A lists, and defined terms."""

from __future__ import annotations

import re

import pytest

from assistant.assistant import Assistant

from .paper import Pages, squeezed

STRATEGY = "south-wales-substance-misuse-strategy-2022-2025.pdf"
ANNEX = 23  # the page of Annex A


@pytest.fixture(scope="module")
def annex(pages: Pages) -> dict[str, str]:
    """Annex A as pypdf reads it: abbreviations and what they stand for."""
    found = (re.fullmatch(r"(.{2,16}?)\s*[–-]\s+(.+)", s) for s in pages.lines(STRATEGY, ANNEX))
    return {line[1]: line[2].strip() for line in found if line}


def test_every_abbreviation_is_spelled_out(
    assistant: Assistant, pages: Pages, annex: dict[str, str]
) -> None:
    wrong = []
    for short, long in annex.items():
        answer = assistant.ask(f"What does {short} stand for?")
        said = squeezed(long) in squeezed(answer.text)
        cited = (STRATEGY, ANNEX) in {(c.document, c.page) for c in answer.citations}
        if answer.status not in ("answered", "ambiguous") or not said or not cited:
            wrong.append((short, answer.status, answer.text))
        assert pages.invented(answer) == []
    assert len(annex) == 30
    assert wrong == []


def test_what_else_is_asked_with_an_abbreviation_is_answered_too(assistant: Assistant) -> None:
    text = assistant.ask("What does DTOA stand for, and who owns the review of its processes?").text
    assert "Drug Testing on Arrest" in text
    assert "Force Criminal Justice Unit Lead" in text


def test_every_name_is_abbreviated(assistant: Assistant, annex: dict[str, str]) -> None:
    wrong = []
    for short, long in annex.items():
        bare = re.sub(r"\s*\(.*\)", "", long)
        answer = assistant.ask(f"What is the abbreviation for {bare}?")
        if short not in answer.text or answer.status not in ("answered", "ambiguous"):
            wrong.append((short, answer.status, answer.text))
    assert wrong == []


@pytest.mark.parametrize(
    ("question", "long"),
    [
        ("what does oocd stand for", "Out of Court Disposals"),
        ("what do PCSOs stand for?", "Police Community Support Officers"),
        ("what is PCSO short for", "Police Community Support Officers"),
        ("spell out ROCU please", "Regional Organised Crime Unit"),
        ("expand the acronym MARAC", "Multi-Agency Risk Assessment Conference"),
    ],
)
def test_other_wording(assistant: Assistant, question: str, long: str) -> None:
    assert long in assistant.ask(question).text


def test_the_same_abbreviation_read_differently_is_ambiguous(assistant: Assistant) -> None:
    answer = assistant.ask("What does SOC stand for?")
    assert answer.status == "ambiguous"
    assert len({i.document for i in answer.items}) == 2


def test_a_document_decides_between_readings(assistant: Assistant) -> None:
    answer = assistant.ask("What does SOC stand for in Dyfed-Powys?")
    assert answer.status == "answered"
    assert {i.document for i in answer.items} == {"dyfed-powys-deep-dive-progress-report-2019.pdf"}


@pytest.mark.parametrize("short", ["XYZQ", "QQQ"])
def test_an_abbreviation_that_is_not_there(assistant: Assistant, short: str) -> None:
    answer = assistant.ask(f"What does {short} stand for?")
    assert answer.status == "not_found"
    assert short in answer.text
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "page", "words"),
    [
        ("What is meant by county lines?", 24, "dedicated mobile phone lines"),
        ("define Dyfodol De Cymru", 24, "consortium of providers"),
        ("What does middle market drug supply mean?", 24, "multi commodity drug brokers"),
    ],
)
def test_definitions(assistant: Assistant, question: str, page: int, words: str) -> None:
    answer = assistant.ask(question)
    assert words in answer.text
    assert page in {c.page for c in answer.citations}
