"""Cells beside a packed one that name each of its entries again."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.wording.roles import role_of

PLAN = """# Pier plan

| Owner | Deliverables | Complete by |
|---|---|---|
| Pier Manager | 1.1 Light the pier. 1.4 Mend the steps. | 1.1: yearly 1.4: 31 May 2025 |
| Tug Master | 1.2 Buy a tug. | 1.2: 30 June 2025 |
| Bell Keeper | 1.3 Hang a louder bell. | 1.3: yearly |
"""


def test_each_entry_has_its_own_part_of_such_a_cell() -> None:
    structure = build_structure(parse_markdown(PLAN, "plan.md").elements)
    found = [i for i in build_items("plan.md", structure) if i.kind == "entry"]
    assert [(i.identifier, i.text, *(f.value for f in i.fields)) for i in found] == [
        ("1.1", "Light the pier.", "Pier Manager", "yearly"),
        ("1.4", "Mend the steps.", "Pier Manager", "31 May 2025"),
        ("1.2", "Buy a tug.", "Tug Master", "30 June 2025"),
        ("1.3", "Hang a louder bell.", "Bell Keeper", "yearly"),
    ]


def test_complete_by_is_a_date_and_complete_a_status() -> None:
    assert role_of("Complete by") == "date"
    assert role_of("To be completed by") == "date"
    assert role_of("Complete?") == "status"
