"""Actions that minutes name by who is to do them."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.items.named_actions import named_actions
from ingest.passages import build_passages
from ingest.readers.markdown import parse_markdown
from ingest.types import Block, Item, Place

SEND = "ACTION: Asa Reed to send the members a list of all berths, by 6 May 2024."
BUY = "ACTION: The Head of Boats and Cranes will buy a tug."


def block(text: str) -> Block:
    return Block("paragraph", text, (Place(2, text),), ("Boats",))


def told(item: Item) -> tuple[str, dict[str, str]]:
    return item.text, {f.name: f.value for f in item.fields}


def test_an_action_tells_who_is_to_do_what_and_by_when() -> None:
    found = named_actions("minutes.pdf", [block(SEND), block(BUY)])
    assert [told(i) for i in found] == [
        (
            "Send the members a list of all berths",
            {"Owner": "Asa Reed", "Date": "by 6 May 2024"},
        ),
        ("Buy a tug", {"Owner": "The Head of Boats and Cranes"}),
    ]


def test_it_is_an_entry_without_a_number_where_it_stands() -> None:
    first, second = named_actions("minutes.pdf", [block(SEND), block(BUY)])
    assert (first.kind, first.label, first.identifier) == ("entry", "action", "")
    assert (first.section, first.places) == (("Boats",), (Place(2, SEND),))
    assert first.key != second.key


def test_two_in_one_paragraph_are_read_one_by_one() -> None:
    text = "Action: Asa Reed to ring the bell as soon as possible. " + SEND
    first, second = named_actions("minutes.pdf", [block(text)])
    assert told(first) == ("Ring the bell", {"Owner": "Asa Reed", "Date": "as soon as possible"})
    assert told(second)[1]["Date"] == "by 6 May 2024"


def test_other_sentences_are_no_actions() -> None:
    others = [block("Action: none."), block("Asa Reed to send a list."), block("Actions to follow")]
    assert named_actions("minutes.pdf", others) == []


def test_what_a_paragraph_says_before_its_action_stays_a_passage() -> None:
    text = f"The gritting lorry cost £86,000. {SEND}\n"
    structure = build_structure(parse_markdown(text, "minutes.md").elements)
    items = build_items("minutes.md", structure)
    assert [i.places for i in items if i.kind == "entry"] == [(Place(0, SEND),)]
    passages = build_passages("minutes.md", structure, items)
    assert any("£86,000" in p.text for p in passages)


def test_minutes_list_them_once_and_explain_no_abbreviation_by_them() -> None:
    text = f"## 4. Boats\n\nThe tug is old.\n\n{BUY}\n\n## 5. Berths\n\nAll are let.\n\n{SEND}\n"
    items = build_items("minutes.md", build_structure(parse_markdown(text, "minutes.md").elements))
    assert [i.text for i in items if i.kind == "entry"] == [
        "Buy a tug",
        "Send the members a list of all berths",
    ]
    assert [i.identifier for i in items if i.kind in ("acronym", "definition")] == []
