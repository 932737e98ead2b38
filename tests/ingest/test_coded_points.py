"""Points whose codes count up under a heading that says what they are."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

PLAN = """# Harbour plan

## Milestones by quarter

### Quarter 1 (April to June 2025)

- M1 – Two tugs delivered to the long pier.
- M2 – The bell rings again.

### Quarter 2 (July to September 2025)

- M3 – The lamps of the quay are lit.

## Our commitments

### To the town

- C1. We shall mend the lamps within a day. (Lamp Team)
- C2. We shall ring the bell in fog. (Bell Team)

### To the boats

- C3. We shall keep the pier clear. (Pier Manager)
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == "entry"]


def test_points_are_entries_with_the_time_of_their_heading() -> None:
    found = [i for i in entries(PLAN) if i.label == "milestone"]
    assert [(i.identifier, i.text, [f.value for f in i.fields]) for i in found] == [
        ("M1", "Two tugs delivered to the long pier.", ["Quarter 1 (April to June 2025)"]),
        ("M2", "The bell rings again.", ["Quarter 1 (April to June 2025)"]),
        ("M3", "The lamps of the quay are lit.", ["Quarter 2 (July to September 2025)"]),
    ]


def test_codes_are_called_as_the_heading_over_all_of_them_says() -> None:
    found = [i for i in entries(PLAN) if i.identifier.startswith("C")]
    assert [(i.label, i.identifier) for i in found] == [
        ("commitment", "C1"),
        ("commitment", "C2"),
        ("commitment", "C3"),
    ]


def test_codes_that_do_not_count_up_are_no_entries() -> None:
    text = PLAN.replace("M2 –", "M7 –").replace("M3 –", "M9 –")
    assert not [i for i in entries(text) if i.label == "milestone"]


def test_a_code_that_was_taken_out_leaves_the_others() -> None:
    text = PLAN.replace("- M2 – The bell rings again.\n", "").replace(
        "- M3 – The lamps of the quay are lit.",
        "- M3 – The lamps of the quay are lit.\n- M4 – The rail is mended.",
    )
    found = [i.identifier for i in entries(text) if i.label == "milestone"]
    assert found == ["M1", "M3", "M4"]


def test_questions_with_codes_are_no_entries() -> None:
    text = PLAN.replace("long pier.", "long pier?")
    assert not [i for i in entries(text) if i.label == "milestone"]
