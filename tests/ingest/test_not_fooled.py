"""Plain documents that look like entries, fields and chips, and are none."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.lines.tails import tail_of
from ingest.passages import build_passages
from ingest.readers.html.reader import parse_html
from ingest.readers.markdown import parse_markdown
from ingest.types import Item


def items(text: str) -> list[Item]:
    return list(build_items("plan.md", build_structure(parse_markdown(text, "plan.md").elements)))


def entries(text: str) -> list[Item]:
    return [i for i in items(text) if i.kind == "entry"]


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def test_numbered_titles_under_one_without_a_number_stay_in_the_passages() -> None:
    text = (
        "# Report\n\n## Recommendation\n\nMembers are asked to agree the three below in turn.\n\n"
        "## Recommendation 1\n\nFit alley gates in Northfield.\n\n"
        "## Recommendation 2\n\nMend the harbour lamps.\n\n"
        "## Recommendation 3\n\nOpen a hub for victims.\n"
    )
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    passages = build_passages("plan.md", structure, build_items("plan.md", structure))
    told = " ".join(p.text for p in passages)
    assert "alley gates" in told
    assert "hub for victims" in told


def test_rows_of_a_table_are_not_replaced_by_sections_of_their_numbers() -> None:
    sections = "\n\n".join(
        f"## {n} How it is kept\n\nThe board reads it. Owner: Clerk {n}."
        for n in ("1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5")
    )
    text = (
        "# Plan\n\n| Ref | Action | Owner |\n|---|---|---|\n"
        "| 1.1 | Clear the backlog | Head of Vetting |\n| 1.2 | Check again | HR Director |\n\n"
        f"{sections}\n"
    )
    first = next(i for i in entries(text) if i.identifier == "1.1")
    assert fields(first)["Owner"] == "Head of Vetting"


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologise in writing to the complainant, Mr. J. Smith.",
        "Collect the witness statement of Insp. K. Rees.",
        "Papers to be tabled. Venue Town Hall, 15 January 2026.",
    ],
)
def test_whom_something_is_for_is_no_owner(sentence: str) -> None:
    assert tail_of(sentence) is None


def test_an_abbreviation_beside_a_number_is_no_status() -> None:
    text = "# Plan\n\n" + "\n\n".join(
        f"## 2.{n} {short}\n\nInstall {n} of them.\n\nOwner: Estates Manager"
        for n, short in enumerate(("CCTV", "VAWG", "MARAC"), 1)
    )
    assert not any("Status" in fields(i) for i in entries(text))


def test_an_abbreviation_at_the_end_of_titles_is_no_status() -> None:
    text = "# Plan\n\n" + "\n\n".join(
        f"## 1.{n} {title}\n\nWork has begun. Owner: Estates Manager."
        for n, title in enumerate(
            ("Expand town CCTV", "Repair estate CCTV", "Tackle moped ASB", "Reduce square ASB"), 1
        )
    )
    found = entries(text)
    assert next(i.text for i in found) == "Expand town CCTV"
    assert not any("Status" in fields(i) for i in found)


def test_a_sentence_over_the_first_entry_names_a_group() -> None:
    rows = "".join(
        f"<tr><td colspan=3>{head}</td></tr><tr><td>A{n}</td><td>{text}</td><td>{who}</td></tr>"
        for n, (head, text, who) in enumerate(
            (
                ("We will keep our children safe.", "Visit every school", "Ann Lee"),
                ("We will make our roads safer.", "Check speeds on the A40", "Raj Patel"),
                ("We will light our streets well.", "Mend every lamp", "Sian Rees"),
            ),
            1,
        )
    )
    page = "<table><tr><th>Ref</th><th>Action</th><th>Lead</th></tr>" + rows + "</table>"
    structure = build_structure(parse_html(page, "plan.html").elements)
    found = [i for i in build_items("plan.html", structure) if i.kind == "entry"]
    assert [i.parent_text for i in found][1] == "We will make our roads safer."


def test_a_sentence_that_begins_like_a_field_is_none() -> None:
    text = "# Minutes\n\n" + "\n\n".join(
        f"Action {n}: {what}\n\n{said}"
        for n, what, said in (
            (1, "Cut knife crime", "Lead Officers met in May and agreed the scope"),
            (2, "Mend the lamps", "Lead Members asked for a paper in June"),
            (3, "Map bus routes", "Lead Agencies will meet again in July"),
        )
    )
    assert not any("Lead" in fields(i) for i in entries(text))


def test_numbered_lines_in_small_letters_are_entries() -> None:
    text = "# Plan\n\n" + "\n\n".join(
        f"1.{n} {what}\n\nOwner: {who}\n\nDue: March 2026"
        for n, what, who in (
            (1, "reduce burglary", "Ann Lee"),
            (2, "mend the lamps", "Raj Patel"),
            (3, "map bus routes", "Sian Rees"),
        )
    )
    assert [i.identifier for i in entries(text)] == ["1.1", "1.2", "1.3"]


def test_a_rank_and_a_name_are_no_abbreviation() -> None:
    text = "# Minutes\n\nPC Paul Carter, the ward officer, gave an update on patrols."
    assert not any(i.kind == "acronym" for i in items(text))


def test_findings_are_no_recommendations_and_sentences_are_whole() -> None:
    text = (
        "# Letter\n\nWe were told (1) that the cells are cold and (2) that the food is poor. "
        "I therefore recommend (3) that St. Mary's ward be opened and (4) that a nurse be on "
        "duty.\n\nI recommend (5) that a shower be mended, (6) that cells be heated and (7) that "
        "food be warm."
    )
    assert [(i.identifier, i.text) for i in entries(text)] == [
        ("3", "St. Mary's ward be opened"),
        ("4", "a nurse be on duty"),
        ("5", "a shower be mended"),
        ("6", "cells be heated"),
        ("7", "food be warm"),
    ]
