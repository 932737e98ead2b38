"""Recommendations inside the sentences of letters, and what later letters say of each."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

LETTERS = "\n\n".join(
    [
        "Dear Harbour Master,",
        "Lamps were out on nine nights. I recommend (I) that the lamps be mended, and (II) that "
        "a clerk count them.",
        "Ropes were frayed. I recommend (III) that the long rope be spliced.",
        "Bells were late. I recommend (IV) that the bell be rung every hour.",
        "Dear Inspector,",
        "Recommendation I is accepted. The Head of Works will mend them by May 2025.",
        "Recommendation III is not accepted. The rope is to be sold.",
        "Dear Commissioner,",
        "Finished: numbers I and II.",
        "Number IV is in progress. The bell is rung on weekdays.",
    ]
)


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "letters.md").elements)
    return [i for i in build_items("letters.md", structure) if i.kind == "entry"]


def test_numbers_in_brackets_make_entries_of_what_is_recommended() -> None:
    assert [(i.identifier, i.text) for i in entries(LETTERS)] == [
        ("I", "the lamps be mended"),
        ("II", "a clerk count them"),
        ("III", "the long rope be spliced"),
        ("IV", "the bell be rung every hour"),
    ]


def test_what_is_said_of_them_later_are_their_fields() -> None:
    first, second, third, fourth = entries(LETTERS)
    assert [(f.name, f.value.split(".")[0]) for f in first.fields] == [
        ("Response", "accepted"),
        ("Status", "Finished"),
    ]
    assert [f.value for f in second.fields] == ["Finished"]
    assert third.fields[0].value.startswith("not accepted. The rope")
    assert fourth.fields[0].name == "Status"


def test_two_are_too_few() -> None:
    assert entries("I recommend (I) that it be mended. I recommend (II) that it be sold.") == []
