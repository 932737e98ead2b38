"""Tables of changes whose cells say in a few words how entries stand now."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown

HEAD = "| Ref | Subject | In the plan (April 2024) | Now (October 2024) |\n|---|---|---|---|\n"
ROWS = (
    "| 1.1b | Harbour lamps in need | Head of Works | Owner: Head of Estates. Complete |\n"
    "| 2.1c | Return of boats to their owners | 31 March 2025 | 30 June 2025. Late |\n"
    "| 3.2b | Night shelters along the quay | Bo Field | Withdrawn |\n"
)


def told(rows: str) -> dict[str, dict[str, str]]:
    structure = build_structure(parse_markdown(f"# Report\n\n{HEAD}{rows}", "report.md").elements)
    items = build_items("report.md", structure)
    return {i.identifier: {f.name: f.value for f in i.fields} for i in items if i.kind == "entry"}


def test_the_parts_of_a_cell_are_owner_date_and_status() -> None:
    found = told(ROWS)
    assert found["1.1b"] == {
        "In the plan (April 2024)": "Head of Works",
        "Owner": "Head of Estates",
        "Status": "Complete",
    }
    assert found["2.1c"]["Date"] == "30 June 2025"
    assert found["2.1c"]["Status"] == "Late"
    assert found["3.2b"]["Status"] == "Withdrawn"


def test_a_column_that_says_other_things_is_left_as_it_is() -> None:
    rows = ROWS.replace("Withdrawn", "The posts need a licence from the port").replace(
        "30 June 2025. Late", "The owners have been written to. Late"
    )
    assert told(rows)["1.1b"]["Now (October 2024)"] == "Owner: Head of Estates. Complete"
