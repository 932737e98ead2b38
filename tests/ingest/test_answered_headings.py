"""Recommendations numbered through a report, and what answers them under headings of an annex."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

REPORT = """# Harbour inspection

## 1. The pier

The pier is dark.

R1 By 31 May 2025 the Harbour Master should light the long pier.

R2 With immediate effect the harbour should mend the rail.

## 2. The boats

R3 By 30 June 2025 the harbour should buy a tug that floats.

## Annex A: action plan

### Response to R1: accepted

Owner: Head of Lamps, Asa Reed. Forty lamps were bought in March.

Update, 31 October 2025. The pier is lit. Status: Complete.

### Response to R2: accepted in part

Owner: Pier Manager. The rail is mended on one side.

Update, 31 October 2025. The other side waits. Status: Overdue.

### Response to R3: accepted

Owner: Head of Boats. Three yards were asked.

Update, 31 October 2025. A tug is bought. Status: Complete.
"""

NOTES = """# Notes of the meeting

## 1. The pier

- A1 AR to write to the lamp maker by 28 February 2025.

## 2. The boats

- A2 BF and CM to look at the tug, by 31 March 2025.
- A3 CM to count the boats by ward for the June meeting.
"""


def entries(text: str) -> dict[str, Item]:
    structure = build_structure(parse_markdown(text, "report.md").elements)
    found = [i for i in build_items("report.md", structure) if i.kind == "entry"]
    return {i.identifier: i for i in found}


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def test_each_recommendation_has_what_answers_it() -> None:
    found = entries(REPORT)
    assert sorted(found) == ["R1", "R2", "R3"]
    assert {i.label for i in found.values()} == {"recommendation"}
    assert fields(found["R1"]) == {
        "Date": "31 May 2025",
        "Response": "accepted",
        "Owner": "Head of Lamps, Asa Reed",
        "Note": "Forty lamps were bought in March.",
        "Update, 31 October 2025": "The pier is lit.",
        "Status": "Complete",
    }
    assert fields(found["R2"])["Response"] == "accepted in part"
    assert fields(found["R2"])["Status"] == "Overdue"


def test_codes_before_who_is_to_do_what_are_actions() -> None:
    found = entries(NOTES)
    assert [(i.label, fields(i)) for i in found.values()] == [
        ("action", {"Owner": "AR", "Date": "by 28 February 2025"}),
        ("action", {"Owner": "BF and CM", "Date": "by 31 March 2025"}),
        ("action", {"Owner": "CM"}),
    ]


def test_a_heading_about_another_kind_of_entry_gives_it_nothing() -> None:
    found = entries(REPORT.replace("Response to R", "Response to risk R"))
    assert [f.name for f in found["R1"].fields if f.name.startswith("Response")] == []


def test_two_headings_about_one_entry_are_both_kept() -> None:
    more = REPORT + "\n### Progress on R1: slow\n\nOwner: Head of Bells.\n"
    told = [(f.name, f.value) for f in entries(more)["R1"].fields]
    assert ("Response", "accepted") in told
    assert ("Progress", "slow") in told
