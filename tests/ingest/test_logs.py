"""A log's rows that only name a topic tell more of the entries of running text."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.rows.logs import is_topic
from ingest.types import Item

MINUTES = """\
## Lamps

Action 1: Light the long pier from dusk to dawn. Owner: Asa Reed.

## Boats

Action 2: Ask three yards what a new tug would cost. Owner: Bo Field.
"""
LOG = """\
## Action log

| Action | Topic | Owner | Status |
|---|---|---|---|
| 1 | Pier lamps | Cy Marsh | Closed |
| 2 | New tug | Bo Field | Open |
| 3 | Fog bell | Asa Reed | Open |
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "minutes.md").elements)
    return [i for i in build_items("minutes.md", structure) if i.kind == "entry"]


def test_a_row_is_put_together_with_the_entry_of_its_number() -> None:
    found = {i.identifier: i for i in entries(MINUTES + LOG)}
    assert found["1"].text == "Light the long pier from dusk to dawn."
    assert len(entries(MINUTES + LOG)) == 3


def test_the_logs_fields_come_first() -> None:
    found = {i.identifier: i for i in entries(MINUTES + LOG)}
    assert [(f.name, f.value) for f in found["1"].fields] == [
        ("Owner", "Cy Marsh"),
        ("Status", "Closed"),
        ("Owner", "Asa Reed"),
    ]


def test_the_entry_stands_where_its_words_do_and_in_the_log() -> None:
    found = {i.identifier: i for i in entries(MINUTES + LOG)}
    assert found["1"].section == ("Lamps",)
    said = [p.text for p in found["1"].places]
    assert said[0].startswith("Action 1: Light the long pier")
    assert said[-1].endswith("Closed")


def test_a_row_without_such_an_entry_stays_as_it_is() -> None:
    found = {i.identifier: i for i in entries(MINUTES + LOG)}
    assert (found["3"].text, found["3"].section) == ("Fog bell", ("Action log",))


def test_a_row_that_says_the_whole_is_the_entry() -> None:
    whole = LOG.replace("Pier lamps", "Light the long pier from dusk to dawn each night.")
    (row,) = (i for i in entries(MINUTES + whole) if i.identifier == "1")
    assert not is_topic(row)
    assert row.table
    assert [(f.name, f.value) for f in row.fields] == [("Owner", "Cy Marsh"), ("Status", "Closed")]
