"""Reports whose numbered paragraphs tell in sentences how each entry of the plan stands."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.items.reported import tells_only_how_it_stands
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

REPORT = """# Harbour report

## Pillar 1

**1.1** All 40 lamps were lit by May. The Board regards the deliverable as complete.

**1.2** The course has not begun. The Board has moved the deliverable from the Harbour Master to
the Head of Works, and has set a new date of 30 June 2026. It is delayed.

**1.3** The Harbour Master closed the deliverable as complete on 12 December 2025.

**1.4** The bell was closed on 29 April 2026 and merged with 1.1. One crew does both.

**1.5** Two tugs of three are bought. The Head of Estates expects to finish by May, so the
deliverable is on track. It was due in April.
"""


def entries(text: str) -> dict[str, Item]:
    found = build_items("report.md", build_structure(parse_markdown(text, "report.md").elements))
    return {i.identifier: i for i in found if i.kind == "entry"}


def values(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields if f.name != "Update"}


def test_sentences_anywhere_in_a_paragraph_tell_how_its_entry_stands() -> None:
    found = entries(REPORT)
    assert {i.label for i in found.values()} == {"deliverable"}
    assert values(found["1.1"]) == {"Status": "complete"}
    assert values(found["1.2"]) == {
        "Status": "delayed",
        "Lead": "the Head of Works",
        "Target date": "30 June 2026",
    }
    assert values(found["1.3"]) == {"Status": "complete"}
    assert values(found["1.4"]) == {"Status": "closed on 29 April 2026 and merged with 1.1"}
    assert values(found["1.5"])["Status"] == "on track"
    assert all(map(tells_only_how_it_stands, found.values()))


def test_numbered_paragraphs_that_tell_no_status_are_no_entries() -> None:
    text = "# Rules\n\n## Lamps\n\n" + "".join(
        f"**2.{n}** Lamp {n} stands on the quay and it is lit by the warden at dusk.\n\n"
        for n in range(1, 6)
    )
    assert entries(text) == {}
