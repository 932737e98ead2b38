"""Registers that stand on their side, and notes on entries in a table of their own."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

LYING = """
| Number | R1 | R2 | R3 |
|---|---|---|---|
| Recommendation | Light the long pier. | Buy a tug that floats. | Mend the fog bell. |
| Lead officer | Asa Reed | Bo Field | |
| Due | May 2025 | June 2025 | July 2025 |
| Number | R4 | R5 | |
| Recommendation | Teach two people to drive. | Ask three yards. | |
| Due | August 2025 | May 2026 | |
"""
FIGURES = """
| Year | 2021 | 2022 | 2023 |
|---|---|---|---|
| Boats seen | 14 | 17 | 11 |
| Cost in pounds | 200 | 340 | 350 |
"""
CARDS = "\n\n".join(
    f"H{n}\n\n### {title}\n\n{text}\n\n- Owner: {who}\n- Finish by: {when}"
    for n, (title, text, who, when) in enumerate(
        (
            ("Lamps", "Light the long pier from dusk to dawn.", "Asa Reed", "May 2025"),
            ("Tug", "Buy a tug that floats and does not smoke.", "Bo Field", "June 2025"),
            ("Bell", "Mend the fog bell before the winter.", "Cy Marsh", "July 2025"),
        ),
        start=1,
    )
)
NOTES = """

## Notes on late actions

| Action | What holds it up | What we are doing |
|---|---|---|
| H2 | Both yards that were asked have closed. | The Board has asked three more. |
| H3 | Nobody can find the bell. | Divers will look for it in May. |
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "plan.md").elements)
    return [i for i in build_items("plan.md", structure) if i.kind == "entry"]


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def test_each_column_of_a_table_on_its_side_is_an_entry() -> None:
    found = entries(LYING)
    assert [i.identifier for i in found] == ["R1", "R2", "R3", "R4", "R5"]
    assert [i.text for i in found][1] == "Buy a tug that floats."
    assert fields(found[1]) == {"Lead officer": "Bo Field", "Due": "June 2025"}
    assert fields(found[3]) == {"Lead officer": "", "Due": "August 2025"}


def test_cells_that_do_not_stand_side_by_side_are_quoted_one_by_one() -> None:
    said = [p.text for p in entries(LYING)[0].places]
    assert said == ["R1", "Light the long pier.", "Asa Reed", "May 2025"]


def test_a_table_of_years_is_no_register_on_its_side() -> None:
    assert entries(FIGURES) == []


def test_a_card_is_its_code_a_title_its_text_and_its_fields() -> None:
    found = entries(CARDS)
    assert [i.identifier for i in found] == ["H1", "H2", "H3"]
    assert found[1].text == "Tug – Buy a tug that floats and does not smoke."
    assert fields(found[1]) == {"Owner": "Bo Field", "Finish by": "June 2025"}
    assert [i.section for i in found] == [(), (), ()]


def test_notes_on_cards_are_told_with_them() -> None:
    found = {i.identifier: i for i in entries(CARDS + NOTES)}
    assert list(found) == ["H1", "H2", "H3"]
    assert {i.label for i in found.values()} == {"action"}
    assert fields(found["H2"]) == {
        "Owner": "Bo Field",
        "Finish by": "June 2025",
        "What holds it up": "Both yards that were asked have closed.",
        "What we are doing": "The Board has asked three more.",
    }
