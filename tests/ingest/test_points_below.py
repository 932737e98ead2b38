"""Numbered points that stand below entries and begin again at 1 under each."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

TWO = """\
## Priority Two: Lit piers

Lead: Asa Reed

1. Fit lamps on the long pier by May 2025 [Cy Marsh]
2. Paint the steps of both piers white.
3. Count the lamps that fail [Estates Team].
"""
THREE = """\
## Priority Three: Trained crews

Lead: Bo Field

1. Teach each crew to row in fog.
2. Hold a drill at every spring tide [Drill Board].
"""
SAYS = "The board looks at each measure in turn, and a measure that costs too much is put off.\n"


def entries(*parts: str) -> list[Item]:
    structure = build_structure(parse_markdown("\n".join(parts), "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == "entry"]


def below(*parts: str) -> list[Item]:
    return [i for i in entries(*parts) if i.parent]


def test_points_are_named_with_the_entry_they_stand_below() -> None:
    assert [(i.parent, i.parent_text, i.identifier) for i in below(TWO, THREE)] == [
        ("Priority Two", "Lit piers", "1"),
        ("Priority Two", "Lit piers", "2"),
        ("Priority Two", "Lit piers", "3"),
        ("Priority Three", "Trained crews", "1"),
        ("Priority Three", "Trained crews", "2"),
    ]


def test_points_of_two_entries_have_keys_of_their_own() -> None:
    keys = [i.key for i in below(TWO, THREE)]
    assert keys[0] == "plan.md#point.2.1"
    assert keys[3] == "plan.md#point.3.1"
    assert len(set(keys)) == 5


def test_the_entries_keep_their_own_fields_and_not_the_points() -> None:
    own = [i for i in entries(TWO, THREE) if i.label == "priority"]
    assert [(i.identifier, i.text) for i in own] == [
        ("Two", "Lit piers"),
        ("Three", "Trained crews"),
    ]
    assert [[(f.name, f.value) for f in i.fields] for i in own] == [
        [("Lead", "Asa Reed")],
        [("Lead", "Bo Field")],
    ]


def test_a_name_in_square_brackets_at_the_end_is_the_points_owner() -> None:
    found = below(TWO, THREE)
    assert [(i.text, [(f.name, f.value) for f in i.fields]) for i in found[:3]] == [
        ("Fit lamps on the long pier by May 2025", [("Owner", "Cy Marsh")]),
        ("Paint the steps of both piers white.", []),
        ("Count the lamps that fail", [("Owner", "Estates Team")]),
    ]


def test_points_are_called_what_the_text_calls_them() -> None:
    assert {i.label for i in below(TWO, THREE)} == {"point"}
    called = below(SAYS, "Each measure has an owner.\n", TWO, THREE)
    assert {i.label for i in called} == {"measure"}
    assert called[0].key == "plan.md#measure.2.1"


def test_two_words_of_text_are_too_few_to_name_points() -> None:
    assert {i.label for i in below(SAYS, TWO, THREE)} == {"point"}


def test_a_single_entry_with_points_is_not_enough() -> None:
    assert below(TWO) == []
    assert below(TWO, "## Priority Three: Trained crews\n\nLead: Bo Field\n\n1. Row.\n") == []
