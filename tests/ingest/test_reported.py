"""Reports that tell in sentences how each action stands, who leads it now and when it is due."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.items.reported import tells_only_how_it_stands
from ingest.readers.markdown import parse_markdown
from ingest.types import Item
from ingest.wording.handovers import new_holder

REPORT = """# Progress report

## Pillar 1

Action 1.1 (lamps on the quay) is complete. All 40 lamps were lit by May.

Action 1.2 (mooring course) is at risk. Asa Reed has left; the lead is now Bo Field, Interim
Harbour Manager, who has taken over action 2.1 too. The revised target date is 30 June 2026.

Action 1.3 (night berths) is on track for 31 October 2025. Inspector Cy Marsh remains the lead.

Action 1.4 (bell) has been merged into action 1.1, because one crew does both.
"""


def reported(text: str) -> dict[str, Item]:
    structure = build_structure(parse_markdown(text, "report.md").elements)
    found = build_items("report.md", structure)
    return {i.identifier: i for i in found if i.kind == "entry"}


def values(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields if f.name != "Update"}


def test_what_sentences_say_of_an_action_becomes_its_fields() -> None:
    found = reported(REPORT)
    assert values(found["1.1"]) == {"Status": "complete"}
    assert values(found["1.2"]) == {
        "Status": "at risk",
        "Lead": "Bo Field, Interim Harbour Manager",
        "Target date": "30 June 2026",
    }
    assert values(found["1.3"]) == {
        "Status": "on track for 31 October 2025",
        "Lead": "Inspector Cy Marsh",
        "Target date": "31 October 2025",
    }
    assert values(found["1.4"]) == {"Status": "merged into action 1.1"}
    assert all(tells_only_how_it_stands(item) for item in found.values())


def test_a_plan_of_what_is_to_be_tells_no_status() -> None:
    text = (
        "# Plan\n\nAction 1.1: Open a hub that is open to all.\n\n"
        "Action 1.2: Mend the lamps.\n\nAction 1.3 is complete. It ended in May.\n"
    )
    assert all(not values(item) for item in reported(text).values())


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("The lead is now Chief Inspector Ida Quill, since May.", "Chief Inspector Ida Quill"),
        ("He left and the action moved to Superintendent Ada Marsh.", "Superintendent Ada Marsh"),
        ("Responsibility for this has transferred to the Head of Estates.", "the Head of Estates"),
        ("It is now led by Cy Reed, Head of Transport, at no cost.", "Cy Reed, Head of Transport"),
        ("Joss Brandt continues to lead.", "Joss Brandt"),
    ],
)  # fmt: skip
def test_a_new_holder_is_named_as_the_sentence_has_it(sentence: str, holder: str) -> None:
    assert new_holder(sentence) == holder


@pytest.mark.parametrize(
    "sentence",
    [
        "The action has moved to Phase Two.",
        "The action has moved to Amber.",
        "The action has moved to March 2026.",
        "The work moved to another site.",
        "Responsibility is now shared.",
        "The lead is now thin on the roof.",
    ],
)
def test_what_is_passed_to_nobody_names_no_holder(sentence: str) -> None:
    assert new_holder(sentence) == ""
