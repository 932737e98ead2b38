"""The registers of the two documents, from PDF and from text, are those read by hand."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ingest.pipeline import read_document
from ingest.types import Document, Item

ROOT = Path(__file__).resolve().parents[2]
STRATEGY = "south-wales-substance-misuse-strategy-2022-2025"
REPORT = "dyfed-powys-deep-dive-progress-report-2019"
FORMS = {
    "pdf": lambda stem: ROOT / "corpus" / f"{stem}.pdf",
    "text": lambda stem: ROOT / "tests" / "data" / f"{stem}.txt",
}


@cache
def read(stem: str, form: str) -> Document:
    return read_document(FORMS[form](stem))


def entries(document: Document) -> dict[str, Item]:
    return {item.identifier: item for item in document.items if item.kind == "entry"}


def rows(name: str) -> list[dict[str, str]]:
    path = ROOT / "evals" / "questions" / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


@pytest.mark.parametrize("form", FORMS)
def test_every_deliverable_is_exact(form: str) -> None:
    found = entries(read(STRATEGY, form))
    wanted = rows("deliverables.csv")
    assert len(wanted) == 79
    assert list(found) == [row["id"] for row in wanted]
    for row in wanted:
        item = found[row["id"]]
        told = (item.text, item.fields[0].value, item.parent, item.parent_text)
        assert tuple(map(plain, told)) == (
            row["text"],
            row["owner"],
            row["parent_id"],
            row["parent_title"],
        )


@pytest.mark.parametrize("form", FORMS)
def test_every_deliverable_is_on_its_page(form: str) -> None:
    document = read(STRATEGY, form)
    for item in entries(document).values():
        for place in item.places:
            page = letters(document.page(place.page).text)
            assert letters(" ".join(place.text.split()[:3])) in page


@pytest.mark.parametrize("form", FORMS)
def test_the_groups_are_those_of_the_document(form: str) -> None:
    groups = [item for item in read(STRATEGY, form).items if item.kind == "group"]
    wanted = {(row["parent_id"], row["parent_title"]) for row in rows("deliverables.csv")}
    assert len(groups) == 22
    assert {(g.identifier, plain(g.text)) for g in groups} >= wanted


@pytest.mark.parametrize("form", FORMS)
def test_every_recommendation_is_exact(form: str) -> None:
    found = entries(read(REPORT, form))
    wanted = rows("recommendations.csv")
    assert list(found) == [row["number"] for row in wanted] == [str(n) for n in range(1, 10)]
    for row in wanted:
        assert plain(found[row["number"]].text) == row["recommendation"]


def positions(form: str) -> Iterator[str]:
    for item in entries(read(REPORT, form)).values():
        (position,) = item.fields
        assert position.name == "Position as of September 2019"
        yield position.value


def test_a_position_is_whole_over_page_breaks() -> None:
    pdf, text = map(list, (positions("pdf"), positions("text")))
    assert [letters(one) for one in pdf] == [letters(one) for one in text]
    cut = [item for item in entries(read(REPORT, "pdf")).values() if len(item.places) > 1]
    assert len(cut) >= 2
    for position in pdf:
        assert plain(position)[0].isupper()
        assert plain(position)[-1] in ".!?"


def test_the_positions_are_all_that_the_table_says() -> None:
    """Nothing of the pages that hold the table is lost: their words are in some row or block."""
    document = read(REPORT, "pdf")
    items = entries(document).values()
    table = [place.page for item in items for place in item.places]
    said = letters(" ".join(b.text for b in document.blocks))
    said += letters(" ".join(i.text + " ".join(f.value for f in i.fields) for i in items))
    for page in range(min(table), max(table) + 1):
        words = [letters(w) for w in document.page(page).text.split() if len(letters(w)) > 5]
        lost = [w for w in words if w not in said]
        assert len(lost) <= 0.02 * len(words), lost


ANNEX_A = {
    "AMCD": "Advisory Council on the Misuse of Drugs",
    "BCU": "Base Command Unit",
    "COMU": "Covert Operations Management Unit",
    "FCJU": "Criminal Justice Unit",
    "MDMA": "Methylenedioxymethamphetamine",
    "MoRiLE Risks": "Management of Risk in Law Enforcement",
    "NPT": "Neighbourhood Policing Team",
    "OoCD": "Out of Court Disposals",
    "ROCU": "Regional Organised Crime Unity",
    "SOC Tasking": "Serious Organised Crime Tasking",
    "VAWDSV": "Violence Against Women, Domestic Abuse and Sexual Violence",
    "WEDINOS": "Welsh Emerging Drugs and Identification of Novel Substances",
    "YJS": "Youth Justice Services",
}


@pytest.mark.parametrize("form", FORMS)
def test_the_annex_lists_its_acronyms(form: str) -> None:
    found = {i.identifier: i.text for i in read(STRATEGY, form).items if i.kind == "acronym"}
    assert {short: found.get(short) for short in ANNEX_A} == ANNEX_A
    assert len(found) >= 40
