"""Forms in which plain documents give entries, and tables that only look like them."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.items.doers import with_doers
from ingest.lines.entry_openers import entries_apart
from ingest.readers.html.reader import parse_html
from ingest.readers.markdown import parse_markdown
from ingest.readers.text.reader import parse_text
from ingest.types import Block, Cell, Item, Place
from ingest.wording.roles import role_of, role_told


def items_of(text: str) -> list[Item]:
    return list(build_items("plan.md", build_structure(parse_markdown(text, "plan.md").elements)))


def entries(items: list[Item]) -> dict[str, dict[str, str]]:
    return {i.identifier: {f.name: f.value for f in i.fields} for i in items if i.kind == "entry"}


def grid(
    page: int, *rows: tuple[str, ...], bold: tuple[int, ...] = (), edges: tuple[float, ...]
) -> Grid:
    cells = tuple(tuple(Cell(text, n) for n, text in enumerate(row)) for row in rows)
    return Grid(page, cells, len(rows[0]), edges, bold)


HEAD = ("Pier", "2020", "2021")
BAR = grid(1, HEAD, bold=(0,), edges=(49.0, 286.0, 388.0, 490.0))
ROWS = grid(1, ("North", "12", "14"), ("South", "9", "8"), edges=(53.0, 249.0, 416.0, 480.0))


def test_a_bar_of_names_above_rows_is_their_head() -> None:
    (table,) = build_structure([BAR, ROWS]).tables
    assert table.header == HEAD
    assert [r.values for r in table.rows] == [("North", "12", "14"), ("South", "9", "8")]


def test_a_bar_at_the_foot_of_a_page_that_stands_again_overleaf_is_one() -> None:
    again = grid(2, HEAD, bold=(0,), edges=BAR.edges)
    below = grid(2, ("North", "12", "14"), ("South", "9", "8"), edges=ROWS.edges)
    (table,) = build_structure([BAR, again, below]).tables
    assert (table.header, len(table.rows)) == (HEAD, 2)


def test_the_one_row_below_a_bar_may_be_a_line() -> None:
    line = Block("paragraph", "North pier 12 1,014", (Place(1, "North pier 12 1,014"),))
    (table,) = build_structure([BAR, line]).tables
    assert [r.values for r in table.rows] == [("North pier", "12", "1,014")]
    words = Block("paragraph", "North pier is shut", (Place(1, "North pier is shut"),))
    assert not build_structure([BAR, words]).tables[0].rows


def test_a_key_to_statuses_tells_terms_and_a_register_entries() -> None:
    key = items_of(
        "| RAG | What it means |\n|---|---|\n"
        "| Red | The date has passed. |\n| Green | It will be met. |"
    )
    assert [(i.kind, i.identifier) for i in key if i.kind != "section"] == [
        ("definition", "Red"),
        ("definition", "Green"),
    ]
    risks = items_of(
        "| RAG | Risk |\n|---|---|\n"
        "| Red | Loss of the trained crew |\n| Green | Late delivery of rope |"
    )
    assert [i.kind for i in risks if i.kind == "entry"] == ["entry", "entry"]


def test_responses_under_headings_that_name_recommendations() -> None:
    found = entries(
        items_of(
            "# Lifeboats\n\n## Crews\n\nRecommendation 1. The crew should train each week.\n\n"
            "Recommendation 2. The boat should be painted.\n\n# Annex\n\n"
            "## Response to Recommendation 1\n\nAccepted. Lead: Coxswain Ada Quill. "
            "Update, May 2025: open. Ten are trained.\n\n"
            "## Response to Recommendation 2\n\nRejected.\n\nLead: Head of Boats\n"
        )
    )
    assert found["1"] == {
        "Response": "Accepted.",
        "Lead": "Coxswain Ada Quill",
        "Update, May 2025": "open. Ten are trained.",
    }
    assert found["2"] == {"Response": "Rejected.", "Lead": "Head of Boats"}


def test_commitments_that_end_with_who_leads_them_below_a_heading_that_comes_back() -> None:
    text = "\n\n".join(
        f"## Priority {n}: Piers\n\n### We will\n\n"
        f"{n}.1 Light pier {n} by May. Lead: Pier Master\n\n"
        f"{n}.2 Mend pier {n}. Lead: Head of Boats"
        for n in (1, 2)
    )
    assert entries(items_of(text)) == {
        "1.1": {"Lead": "Pier Master"},
        "1.2": {"Lead": "Head of Boats"},
        "2.1": {"Lead": "Pier Master"},
        "2.2": {"Lead": "Head of Boats"},
    }


def test_two_of_them_in_one_paragraph_are_divided() -> None:
    text = "2.3 Light it. Lead: Pier Master 2.4 Mend it. Lead: Head of Boats"
    assert entries_apart(text) == [
        "2.3 Light it. Lead: Pier Master",
        "2.4 Mend it. Lead: Head of Boats",
    ]
    assert entries_apart("2.3 Of the 40, 2.4 Tonnes were lost.") == [
        "2.3 Of the 40, 2.4 Tonnes were lost."
    ]


def action(identifier: str, text: str) -> Item:
    return Item(
        key=identifier, document="m.md", kind="entry", label="action", identifier=identifier,
        text=text, fields=(), parent="", parent_text="", section=(), places=(Place(1, text),),
    )  # fmt: skip


def test_who_is_to_do_an_action_is_told_by_its_first_words() -> None:
    found = with_doers(
        [
            action("1", "Ms Quill and Mr Reed to paint the boat, by 3 May 2026."),
            action("2", "Head of Estates to bring costs to the July meeting."),
            action("3", "JT to circulate the list as soon as possible."),
        ]
    )
    assert [{f.name: f.value for f in i.fields} for i in found] == [
        {"Owner": "Ms Quill and Mr Reed", "Date": "by 3 May 2026"},
        {"Owner": "Head of Estates"},
        {"Owner": "JT", "Date": "as soon as possible"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "High Risk Victims to receive a call.",
        "Christmas Lights Display to move to Quay Street.",
        "Police Station Road will close immediately.",
        "Planning Permission will expire before June 2026.",
    ],
)
def test_what_happens_to_something_is_done_by_nobody(text: str) -> None:
    assert not any(i.fields for i in with_doers([action("1", text), action("2", text)]))


def packed(dates: str) -> list[dict[str, str]]:
    html = (
        "<table><tr><th>Owner</th><th>Deliverables</th><th>When</th></tr><tr><td>Pier Master</td>"
        "<td><p>A1.1 Light the pier at night.</p><p>A1.2 Mend the gate of the pier.</p></td>"
        f"<td>{dates}</td></tr><tr><td>Head of Boats</td><td><p>A2.1 Buy a longer rope.</p>"
        "<p>A2.2 Paint the old boat.</p></td><td><p>Q2 2025</p><p>1 May 2026</p></td></tr></table>"
    )
    found = build_items("plan.html", build_structure(parse_html(html).elements))
    return [{f.name: f.value for f in i.fields} for i in found if i.kind == "entry"][:2]


def test_dates_below_one_another_are_those_of_the_entries_beside_them() -> None:
    told = packed("<p>31 October 2024</p><p>March 2025, then yearly</p>")
    assert [t["When"] for t in told] == ["31 October 2024", "March 2025, then yearly"]


@pytest.mark.parametrize("dates", ["<p>From June 2025</p><p>to March 2026</p>", "<p>May 2025</p>"])
def test_one_date_in_two_lines_is_of_all_of_them(dates: str) -> None:
    first, second = packed(dates)
    assert first["When"] == second["When"]


def test_references_at_the_margin_of_plain_text_keep_their_words() -> None:
    text = (
        "ROPE COMMITTEE\n\nMINUTES\n\n2.  MATTERS ARISING\n\n"
        "24/01  Letter to the mill about the rope. Ms Quill said that it had been\n"
        "       sent on 2 February; no answer had come.\n"
        "24/02  Map of the knots. Mr Reed showed it.\n\n"
        "Action 1 (from item 2): Buy a rope as long as the pier and the boat together are,\n"
        "and test it - Ms Quill, by 12 May.\n"
        "Action 2 (from item 2): Sell the old one - Mr Reed, by 1 June.\n"
    )
    structure = build_structure(parse_text(text, "minutes.txt").elements)
    texts = [b.text for b in structure.blocks]
    assert any(t.startswith("24/01") and t.endswith("no answer had come.") for t in texts)
    found = entries(list(build_items("minutes.txt", structure)))
    assert found["1"] == {"Owner": "Ms Quill", "Date": "12 May", "From": "item 2"}
    assert found["2"] == {"Owner": "Mr Reed", "Date": "1 June", "From": "item 2"}


def test_a_name_that_ends_with_by_is_of_who_or_when_as_its_value_tells() -> None:
    assert role_told("Implemented by", "30 June 2025") == "date"
    assert role_told("Implemented by", "Stores Manager") == "owner"
    assert role_of("Funded by") == "other"
    assert role_of("Due by") == "date"
