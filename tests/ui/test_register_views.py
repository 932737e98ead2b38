"""The register's overview, an entry's own page, the tour, and the figures of the evaluations."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pytest

from ingest.types import Block, Document, Field, Place
from tests.ui.samples import DOCUMENTS, NASTY, PLAN
from tests.ui.test_markup import OURS, Reader
from ui import table_markup, tour_markup
from ui.item_view import show_item
from ui.moments import Moment, read_moment
from ui.overview import counted_by, due, due_in, whole, years
from ui.quality_view import FIGURES, history_of, last_of_each, runs
from ui.register_view import Entry, entries, group_of, in_group, line_of
from ui.tour import Introduced, purpose, terms, tour

ACTION = PLAN.items[0]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-31", (2024, 3, 31)),
        ("2024-03", (2024, 3, 0)),
        ("31/03/2024", (2024, 3, 31)),
        ("31.3.24", (2024, 3, 31)),
        ("by the 1st of March 2024", (2024, 3, 1)),
        ("Sept 2024", (2024, 9, 0)),
        ("1 Mawrth 2024", (2024, 3, 1)),
        ("Q3 2025", (2025, 9, 0)),
        ("2024/25", (2025, 0, 0)),
        ("2024-2027", (2027, 0, 0)),
        ("during 2026", (2026, 0, 0)),
        ("ongoing", None),
        ("99/99/2024", None),
        ("12 months", None),
    ],
)
def test_dates_are_read_as_documents_write_them(text: str, moment: Moment | None) -> None:
    assert read_moment(text) == moment


def entry(identifier: str, **fields: str) -> Entry:
    found = tuple(Field(name.replace("_", " "), value) for name, value in fields.items())
    item = dataclasses.replace(ACTION, identifier=identifier, key=identifier, fields=found)
    return Entry(item, "Plan", 2, "Action")


def test_entries_are_counted_by_each_of_their_owners() -> None:
    every = (
        entry("1", Lead="Ann and Bob"),
        entry("2", Owner="Bob"),
        entry("3", Status="Bob"),
        entry("4", Owner=""),
    )
    split = counted_by(every, "owner", lambda value: tuple(value.split(" and ")))
    assert split == (("Bob", 2), ("Ann", 1))
    assert counted_by(every, "status", whole) == (("Bob", 1),)


def test_what_is_due_is_in_the_order_of_its_dates() -> None:
    every = (
        entry("late", Due_date="2025"),
        entry("month", Deadline="March 2024"),
        entry("day", Target_date="by 31 March 2024"),
        entry("never", Due_date="ongoing"),
        entry("told", Progress="done on 1 January 2020"),
    )
    assert [d.entry.item.identifier for d in due(every)] == ["day", "month", "late"]


def other(name: str, date: str, organisation: str = "PORT") -> Document:
    """Another year's plan with the same entry."""
    item = dataclasses.replace(ACTION, key=f"{name}#1", document=name, identifier="4.2 (a)")
    info = dataclasses.replace(PLAN.info, name=name, date=date, organisation=organisation)
    return dataclasses.replace(PLAN, info=info, items=(item,))


def test_an_entry_is_followed_through_the_documents_of_its_organisation() -> None:
    library = {
        **DOCUMENTS,
        "old.pdf": other("old.pdf", "March 2029"),
        "new.pdf": other("new.pdf", "2032-01-01"),
        "strange.pdf": other("strange.pdf", "2033", "Another port"),
    }
    shown = show_item("plan.pdf#1", library)
    assert shown is not None
    assert [like.item.document for like in shown.likes] == ["new.pdf", "plan.pdf", "old.pdf"]
    assert show_item("nothing", library) is None


def test_an_entry_has_its_group_and_siblings() -> None:
    group = dataclasses.replace(ACTION, key="g", kind="group", identifier="4.2", parent="")
    sibling = dataclasses.replace(ACTION, key="s", identifier="4.2b")
    strange = dataclasses.replace(ACTION, key="x", identifier="5.1a", parent="5.1")
    document = dataclasses.replace(PLAN, items=(ACTION, group, sibling, strange))
    shown = show_item(ACTION.key, {"plan.pdf": document})
    assert shown is not None
    assert shown.group is not None
    assert shown.group.item.key == "g"
    assert [s.item.key for s in shown.siblings] == ["s"]


PAGE = "Contents\nForeword\nWe thank all who have helped us to write this plan.\nOur aims\n" + (
    "The aim of this plan is that no boat is lost in winter.\n"
)


def with_blocks(*blocks: Block) -> Document:
    page = dataclasses.replace(PLAN.pages[0], text=PAGE)
    return dataclasses.replace(PLAN, pages=(page, PLAN.pages[1]), blocks=blocks)


def block(text: str, section: str) -> Block:
    return Block("paragraph", text, (Place(1, text),), (section,))


FOREWORD = block("We thank all who have helped us to write this plan.", "Foreword")
AIM = block("The aim of this plan is that no boat is lost in winter.", "Our aims")


def test_a_document_says_in_its_own_words_what_it_is_for() -> None:
    heading = Block("heading", "Our aims", (Place(1, "Our aims"),), (), level=1)
    document = with_blocks(FOREWORD, heading, block("Too short.", "Purpose"), AIM)
    (introduced,) = tour({"plan.pdf": document})
    assert introduced.purpose == AIM.places[0]
    assert [(s.text, s.page) for s in introduced.sections] == [("Our aims", 1)]
    invented = block("These words are nowhere on the page that they name.", "Purpose")
    assert purpose(with_blocks(invented, FOREWORD)) == FOREWORD.places[0]
    assert purpose(with_blocks()) is None


def test_terms_are_searched() -> None:
    assert [t.term for t in terms(DOCUMENTS, "lifeboat ROYAL", ("acronym",))] == ["RNLI"]
    assert terms(DOCUMENTS, "", ("definition",)) == ()
    assert terms(DOCUMENTS, "train", ("acronym",)) == ()


def nasty_tour() -> list[str]:
    info = dataclasses.replace(PLAN.info, title=NASTY, organisation=NASTY, kind=NASTY, as_of=NASTY)
    document = dataclasses.replace(PLAN, info=info)
    introduced = Introduced(document, Place(1, NASTY), ())
    return [
        tour_markup.introduced_html(introduced, "en"),
        table_markup.plain_table_html((NASTY,), ((NASTY,),)),
        tour_markup.facts_html(((NASTY, NASTY), ("left out", ""))),
    ]


@pytest.mark.parametrize("html", nasty_tour())
def test_markup_in_a_document_is_shown_as_text(html: str) -> None:
    read = Reader(html)
    assert {tag for tag, _ in read.tags} <= OURS | {"h3", "dl", "dt", "dd"}
    assert NASTY in read.text
    assert "left out" not in read.text


def test_the_last_run_of_each_set_counts_and_the_others_are_its_history(tmp_path: Path) -> None:
    def write(path: str, name: str, hits: int, when: int) -> None:
        figures = {f: {"hits": hits, "total": 10} for f in FIGURES}
        part = {"correct": {"hits": hits, "total": 10}}
        found = {
            "format": 1,
            "name": name,
            "figures": {**figures, "p50": 0.5},
            "by_type": {"owner": part},
            "questions": [{}] * 10,
        }
        at = tmp_path / path
        at.parent.mkdir(exist_ok=True)
        at.write_text(json.dumps(found), "utf-8")
        os.utime(at, (when, when))

    write("dev.json", "dev", 9, 2_000)
    write("before/dev.json", "dev", 7, 1_000)
    write("hard.json", "hard", 5, 1_500)
    (tmp_path / "other.json").write_text("[]", "utf-8")
    (tmp_path / "broken.json").write_text("{", "utf-8")
    every = runs(tmp_path)
    assert [(r.name, r.overall["correct"].hits) for r in last_of_each(every)] == [
        ("dev", 9),
        ("hard", 5),
    ]
    assert [r.by_type["owner"].hits for r in history_of(every, "dev")] == [7, 9]
    assert runs(tmp_path / "none") == ()


def test_the_table_shows_owner_status_date_and_group_whatever_they_are_called() -> None:
    item = dataclasses.replace(
        ACTION,
        fields=(
            Field("Lead", "Harbour Master"),
            Field("RAG", "Red"),
            Field("Deadline", "May 2031"),
        ),
    )
    (entry,) = entries({"plan.pdf": dataclasses.replace(PLAN, items=(item,))})
    text, owner, status, date, group, title, page = line_of(entry)
    assert (owner, status, date) == ("Harbour Master", "Red", "May 2031")
    assert (group, title, page) == ("4.2 Keep the harbour safe", PLAN.info.title, "2")
    assert text == ACTION.text
    assert in_group([entry], group_of(entry)) == in_group([entry], "") == (entry,)
    assert in_group([entry], "4.3 Another") == ()
    assert years(due([entry])) == (2031,)
    assert due_in([entry], 2031) == (entry,)
    assert due_in([entry], 2030) == ()


def test_a_name_that_ends_with_by_is_shown_under_what_its_value_tells() -> None:
    who, when = entry("1", Implemented_by="Harbour Master"), entry("2", Implemented_by="May 2031")
    assert [line_of(one)[1:4] for one in (who, when)] == [
        ("Harbour Master", "", ""),
        ("", "", "May 2031"),
    ]
    assert [d.entry for d in due((who, when))] == [when]


def test_a_table_sorts_dates_as_dates_and_leads_from_a_row() -> None:
    row = [
        table_markup.link_cell("4.2a", 'item?item="a"&lang=cy'),
        table_markup.text_cell("May 2031"),
    ]
    html = table_markup.sortable_html(("Item", "Date"), [row])
    assert '<tr class="cv-leads">' in html
    assert 'href="item?item=&quot;a&quot;&amp;lang=cy"' in html
    assert '<td data-head="Date" data-sort="2031-0005-0000">May 2031</td>' in html
    plain = table_markup.plain_table_html(("Item",), [("no date",)])
    assert "cv-leads" not in plain
    assert "data-sort" not in plain
