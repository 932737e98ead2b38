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


ASKED = """\
## Recommendations

Recommendation 1. Keep the long pier open through the winter for three years.

Recommendation 2. Pay the bell ringers not less than the harbour masters are paid.

Recommendation 3. Ask the town to buy a tug of its own.

## Response

| Rec. | Response | What will be done | Lead | Due |
|---|---|---|---|---|
| 1 | Agreed in part | Two winters only, as the money allows | Asa Reed | 1 May 2026 |
| 2 | Agreed | The ringers are paid the same from May | Bo Field | 1 May 2026 |
| 3 | Not agreed | The town was asked before and said no | Cy Marsh | 1 June 2026 |
"""


def test_rows_that_answer_recommendations_are_their_fields() -> None:
    found = {i.identifier: i for i in entries(ASKED)}
    assert sorted(found) == ["1", "2", "3"]
    assert found["2"].label == "recommendation"
    assert found["2"].text.startswith("Pay the bell ringers")
    assert [(f.name, f.value) for f in found["2"].fields] == [
        ("What will be done", "The ringers are paid the same from May"),
        ("Response", "Agreed"),
        ("Lead", "Bo Field"),
        ("Due", "1 May 2026"),
    ]


RATED = """\
## Objectives

| No. | Objective | Measure | Who reports |
|---|---|---|---|
| O1 | Lit piers | Lamps | Asa Reed |
| O2 | Dry boats | Pumps | Bo Field |

## Where we are

| No. | Latest result | Our view |
|---|---|---|
| O1 | 61 | On track |
| O2 | 18 | Behind |
"""


def test_a_table_that_only_rates_the_entries_of_another() -> None:
    found = entries(RATED)
    assert [(i.identifier, i.text) for i in found] == [("O1", "Lit piers"), ("O2", "Dry boats")]
    assert [(f.name, f.value) for f in found[1].fields] == [
        ("Our view", "Behind"),
        ("Latest result", "18"),
        ("Measure", "Pumps"),
        ("Who reports", "Bo Field"),
    ]
