"""Registers of two levels, tables that lend each other names, and cells that tell two things."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.blocks.tables import Row, Table
from ingest.items.build import build_items
from ingest.items.glossary import glossary
from ingest.readers.html.reader import parse_html
from ingest.readers.markdown import parse_markdown
from ingest.rows.alike import named_alike
from ingest.rows.divided_fields import divided
from ingest.rows.entries import entries
from ingest.rows.nested import levels_of
from ingest.types import Field, Item, Place
from ingest.wording.values import is_date

HEADER = ("Risk", "Hazard", "Treatments promised", "Owner")


def row(*values: str) -> Row:
    return Row(values, tuple((Place(1, v),) if v else () for v in values))


def table(
    *rows: Row, header: tuple[str, ...] = HEADER, merged: frozenset[int] = frozenset()
) -> Table:
    heads = tuple((name,) for name in header)
    return Table(1, header, rows, ("Risk register",), merged=merged, heads=heads)


TWO = (
    row("R-01", "Grounding on the bar", "T1.1 Buy a buoy", "Asa Reed"),
    row("R-01", "Grounding on the bar", "T1.2 Sound the bar", "Bo Field"),
    row("R-02", "Fire on an old ferry", "T2.1 Fit hoses", "Cy Marsh"),
    row("R-03", "Theft of all the lamps", "None", "Di Hill"),
)


def test_a_risk_over_several_rows_and_its_actions_are_entries_of_their_own() -> None:
    found = entries("plan.pdf", table(*TWO, merged=frozenset({0, 1})))
    assert [(i.label, i.identifier) for i in found] == [
        *(("risk", f"R-0{n}") for n in (1, 2, 3)),
        *(("treatment", code) for code in ("T1.1", "T1.2", "T2.1")),
    ]
    assert found[4].parent == "R-01"
    assert [(f.name, f.value) for f in found[4].fields] == [("Owner", "Bo Field")]


def test_a_table_without_numbers_over_several_rows_has_one_level() -> None:
    assert levels_of(table(*TWO)) is None
    unnumbered = [
        row("R-01", "Grounding on the bar", text, "Asa Reed") for text in ("Buy", "Sound")
    ]
    assert levels_of(table(*unnumbered, merged=frozenset({0, 1}))) is None


def test_tables_without_heads_lend_each_other_the_names_of_columns() -> None:
    plain = ("", "", "")
    told = table(row("1.1", "Light", "May 2025"), row("1.2", "Mend", "June 2025"), header=plain)
    mute = table(row("2.1", "Test", "When it rains"), row("2.2", "Ask", "Later"), header=plain)
    words = table(row("Test", "it", "now"), row("Ask", "her", "then"), header=plain)
    first, second, third = named_alike((told, mute, words))
    assert first.told == second.told == ("", "", "Date")
    assert third.told == ()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (
            "Owner / next date",
            "Head of Boats. March 2026",
            {"Owner": "Head of Boats", "Next date": "March 2026"},
        ),
        ("Lead/Due", "May 2025", {"Due": "May 2025"}),
        ("Lead/Due", "Virtual School Headteacher", {"Lead": "Virtual School Headteacher"}),
        (
            "Lead/Due",
            "To be dated when the lease is signed",
            {"Due": "To be dated when the lease is signed"},
        ),
        ("When and who", "May 2025; Pier Manager", {"When": "May 2025", "Who": "Pier Manager"}),
        ("Lead / date", "Pier Manager, May 2026", {"Lead": "Pier Manager", "Date": "May 2026"}),
        ("Lead / date", "Cllr. J. Brown. Q3 2026", {"Lead": "Cllr. J. Brown", "Date": "Q3 2026"}),
        (
            "Lead / date",
            "Ada Quill (by 3 May 2026)",
            {"Lead": "Ada Quill", "Date": "by 3 May 2026"},
        ),
        ("Lead / date", "Immediate", {"Date": "Immediate"}),
        ("Lead / date", "Head of Boats, ongoing", {"Lead": "Head of Boats", "Date": "ongoing"}),
        ("Owner / next date", "–", {"Owner / next date": "–"}),
        ("Status / comment", "Open. Asa Reed asks.", {"Status / comment": "Open. Asa Reed asks."}),
    ],
)
def test_a_cell_of_who_and_when_is_two_fields(name: str, value: str, told: dict[str, str]) -> None:
    assert {f.name: f.value for f in divided(Field(name, value))} == told


@pytest.mark.parametrize(
    ("value", "dated"),
    [
        ("By end of 2025", True),
        ("By the end of March 2026", True),
        ("Quarterly from Q3 2024/25", True),
        ("Twice a year", True),
        ("Every pier in the harbour", True),
        ("All lamps", False),
        ("Two boats a year", False),
    ],
)
def test_what_reads_like_a_time_in_a_column(value: str, dated: bool) -> None:
    assert is_date(value) is dated


CARD = (
    "<h3>VM-{code}: {title}</h3><span>{chip}</span><p>{told}</p>"
    "<ul><li>Lead: {who}</li><li>When: May 202{n}</li></ul>"
)


def cards(*chips: str) -> list[Item]:
    markup = "".join(
        CARD.format(
            code=f"A{n}", title=f"Light pier {n}", chip=chip, told="It is dark.", who="Asa", n=n
        )
        for n, chip in enumerate(chips, start=1)
    )
    structure = build_structure(parse_html(f"<html><body>{markup}</body></html>").elements)
    return [i for i in build_items("plan.html", structure) if i.kind == "entry"]


def test_codes_of_two_parts_over_cards_with_a_chip_for_how_they_stand() -> None:
    found = cards("Done", "Slow", "Done", "Slow")
    assert [i.identifier for i in found] == ["VM-A1", "VM-A2", "VM-A3", "VM-A4"]
    assert [f.value for i in found for f in i.fields if f.name == "Status"] == ["Done", "Slow"] * 2
    assert found[0].text == "Light pier 1 – It is dark."


def test_words_that_do_not_come_back_are_no_chips() -> None:
    found = cards("North pier", "South pier", "Old pier", "New pier")
    assert not any(f.name == "Status" for i in found for f in i.fields)
    assert "North pier" in found[0].text


def test_rows_that_continue_a_priority_are_its_actions() -> None:
    text = "\n\n".join(
        f"## Priority {n}: Piers\n\n| No. | What | Lead |\n| --- | --- | --- |\n"
        f"| {n}.1 | Light pier {n} (lead: Bo Field) |  |\n| {n}.2 | Mend it | Bo Field |\n"
        f"| {n}.3 NEW | Paint it (lead: to be told) |  |"
        for n in (1, 2)
    )
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    found = [i for i in build_items("plan.md", structure) if i.kind == "entry" and i.table]
    assert [(i.label, i.identifier) for i in found] == [
        ("action", f"{n}.{m}") for n in (1, 2) for m in (1, 2, 3)
    ]
    assert found[0].text == "Light pier 1"
    assert found[0].fields[0] == Field("Lead", "Bo Field", found[0].fields[0].places)
    assert found[2].text == "Paint it (lead: to be told)"
    assert not any(f.value for f in found[2].fields)


def test_abbreviations_that_a_space_divides_from_their_words() -> None:
    lines = ("## Short forms", "SFST standard field sobriety test", "ED emergency department")
    text = "\n\n".join((*lines, "THE end of it"))
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    found = glossary("plan.md", structure.blocks, structure.tables, [])
    assert {i.identifier: i.text for i in found} == {
        "SFST": "standard field sobriety test",
        "ED": "emergency department",
    }
