"""Actions that minutes record in brackets where they were agreed."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.items.recorded_actions import recorded_actions
from ingest.items.resolutions import resolutions
from ingest.readers.markdown import parse_markdown
from ingest.types import Block, Item, Place

LAMPS = (
    "Members asked about the lamps. The Board agreed that Captain Ada Quill would light the pier, "
    "and report by 27 February 2026 (Action 25/42). Bo Field offered to mend the gate; the Chair "
    "thanked him and this was recorded as Action 25/43, due 19 December 2025."
)
BOATS = (
    "Cy Marsh said that boats cost £79 a month. It was agreed that he would bring a paper to the "
    "January meeting (Action 25/44). Tea (Action Group) was served (see Action plan)."
)
GIVEN = "Dr Di Hill is to write a note (Action 25/45, by 5 May 2026)."


def recorded(*texts: str) -> list[Item]:
    blocks = [Block("paragraph", text, (Place(2, text),), ("Piers",)) for text in texts]
    return recorded_actions("minutes.pdf", blocks)


def test_each_is_an_entry_with_who_and_when_where_its_sentence_tells() -> None:
    found = recorded(LAMPS, GIVEN)
    assert [(i.label, i.identifier) for i in found] == [
        ("action", "25/42"),
        ("action", "25/43"),
        ("action", "25/45"),
    ]
    assert [{f.name: f.value for f in i.fields} for i in found] == [
        {"Owner": "Captain Ada Quill", "Date": "by 27 February 2026"},
        {"Owner": "Bo Field", "Date": "due 19 December 2025"},
        {"Owner": "Dr Di Hill", "Date": "by 5 May 2026"},
    ]
    assert found[2].text == "Dr Di Hill is to write a note."


def test_whom_a_pronoun_means_is_told_by_the_sentence_before() -> None:
    _, boats, *_ = recorded(GIVEN, BOATS)
    assert boats.text.startswith("Cy Marsh said that boats cost £79 a month. It was agreed")
    assert all(f.name != "Owner" for f in boats.fields)


def test_one_alone_or_one_that_a_register_lists_is_left_out() -> None:
    assert recorded(GIVEN) == []
    listed = recorded(LAMPS)
    blocks = [Block("paragraph", LAMPS, (Place(2, LAMPS),))]
    assert recorded_actions("minutes.pdf", blocks, listed) == []


AGREED = (
    "AGREED:",
    "HB/25/31 That the Pier Master publish the tide times every month. By 30 May 2026.",
    "HB/25/32 That the Pier Master and the Boat Officer hold an open evening. January meeting.",
    "HB/25/33 That a grant for lamps be costed.",
    "Owner: Head of Boats",
    "HB/25/34 That the Chamber of Trade representative name two shops.",
)


def test_resolutions_with_references_tell_who_and_when() -> None:
    structure = build_structure(parse_markdown("\n\n".join(AGREED), "minutes.md").elements)
    found = [i for i in build_items("minutes.md", structure) if i.kind == "entry"]
    assert [i.identifier for i in found] == [f"HB/25/{n}" for n in (31, 32, 33, 34)]
    assert [{f.name: f.value for f in i.fields} for i in found] == [
        {"Owner": "Pier Master", "Date": "By 30 May 2026"},
        {"Owner": "Pier Master and the Boat Officer", "Date": "January meeting"},
        {"Owner": "Head of Boats"},
        {"Owner": "Chamber of Trade representative"},
    ]
    assert found[0].text == "That the Pier Master publish the tide times every month."


def test_those_that_a_register_lists_count_but_are_not_listed_again() -> None:
    text = "\n\n".join(AGREED)
    structure = build_structure(parse_markdown(text, "minutes.md").elements)
    known = resolutions("minutes.md", structure.blocks)
    again = resolutions("minutes.md", structure.blocks, known[:2])
    assert [i.identifier for i in again] == [i.identifier for i in known[2:]]


def test_what_is_agreed_names_no_owner_where_nobody_is_to_act() -> None:
    said = (
        "HB/26/1 That Standing Orders are suspended. By a majority of six to two.",
        "HB/26/2 That Market Street car park remain closed. At no cost to the Council.",
        "HB/26/3 That the Clerk write to the bank. By 3 May 2026.",
    )
    structure = build_structure(parse_markdown("\n\n".join(said), "minutes.md").elements)
    found = resolutions("minutes.md", structure.blocks)
    assert [{f.name: f.value for f in i.fields} for i in found] == [
        {},
        {},
        {"Owner": "Clerk", "Date": "By 3 May 2026"},
    ]


def test_two_resolutions_are_no_register() -> None:
    structure = build_structure(parse_markdown("\n\n".join(AGREED[:3]), "minutes.md").elements)
    assert not [i for i in build_items("minutes.md", structure) if i.kind == "entry"]
