"""Entries that a heading numbers and nothing else, and what answers them further on."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.passages import build_passages
from ingest.readers.markdown import parse_markdown
from ingest.types import Item

REPORT = "\n\n".join(
    [
        *(
            f"## Area for improvement {n}\n\nThe harbour should {what}.\n\nWe saw {n} boats."
            for n, what in ((1, "light its pier"), (2, "train its crews"), (3, "count its boats"))
        ),
        "## Annex A: the harbour's response",
        "### Service response: area for improvement 1\n\nWe accept this finding.\n\n"
        "AFI 1. Lead: Asa Reed. To be finished by: 31 March 2025. Position reported: under way.",
        "### Service response: area for improvement 3\n\nWe accept this in part.",
    ]
)


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_markdown(text, "report.md").elements)
    return [i for i in build_items("report.md", structure) if i.kind == "entry"]


def test_a_label_and_a_number_make_an_entry_of_what_stands_below() -> None:
    found = entries(REPORT)
    assert [(i.label, i.identifier, i.text) for i in found] == [
        ("area for improvement", "1", "The harbour should light its pier."),
        ("area for improvement", "2", "The harbour should train its crews."),
        ("area for improvement", "3", "The harbour should count its boats."),
    ]


def test_what_answers_an_entry_further_on_are_its_fields() -> None:
    first, second, third = entries(REPORT)
    assert {f.name: f.value for f in first.fields} == {
        "Service response": "We accept this finding.",
        "Lead": "Asa Reed",
        "To be finished by": "31 March 2025",
        "Position reported": "under way",
    }
    assert second.fields == ()
    assert [f.value for f in third.fields] == ["We accept this in part."]


def test_chapters_and_pairs_are_no_entries() -> None:
    assert entries("\n\n".join(f"## Chapter {n}\n\nText." for n in (1, 2, 3, 4))) == []
    assert entries("\n\n".join(f"## Key finding {n}\n\nText." for n in (1, 2))) == []


def test_headings_of_a_label_and_a_number_are_no_list_of_contents() -> None:
    structure = build_structure(parse_markdown(REPORT, "report.md").elements)
    items = build_items("report.md", structure)
    told = {p.item for p in build_passages("report.md", structure, items)}
    assert {i.key for i in items if i.kind == "entry"} <= told


def test_numbers_with_letters_are_titles_too_and_what_was_decided_is_a_field() -> None:
    report = "\n\n".join(
        f"### Recommendation R{n}\n\nThe port should {what}.\n\n{said}"
        for n, what, said in (
            (1, "light its pier", "Accepted. The pier master, Ada Quill, will do it by May."),
            (2, "train its crews", "Not accepted. The crews are trained."),
            (3, "count its boats", "Accepted in part. We count ferries."),
        )
    )
    found = entries(report)
    assert [(i.label, i.identifier, i.text) for i in found] == [
        ("recommendation", "R1", "The port should light its pier."),
        ("recommendation", "R2", "The port should train its crews."),
        ("recommendation", "R3", "The port should count its boats."),
    ]
    assert [[(f.name, f.value) for f in i.fields] for i in found] == [
        [("Response", "Accepted. The pier master, Ada Quill, will do it by May.")],
        [("Response", "Not accepted. The crews are trained.")],
        [("Response", "Accepted in part. We count ferries.")],
    ]


def test_paragraphs_that_begin_alike_are_fields_of_the_entry_above() -> None:
    parts = "\n\n".join(
        f"## Area for improvement {n}\n\nThe harbour should {what}.\n\n"
        f"Harbour response (May 2025). Accepted. {told}\n\n"
        "Update (June 2025). Open. Two of three piers are done. Owner: Asa Reed."
        for n, what, told in (
            (1, "light its pier", "Lamps were bought."),
            (2, "train its crews", "A school was opened."),
            (3, "count its boats", "A clerk was found."),
        )
    )
    first = entries(parts)[0]
    assert {f.name: f.value for f in first.fields} == {
        "Harbour response (May 2025)": "Accepted. Lamps were bought.",
        "Update (June 2025)": "Open. Two of three piers are done.",
        "Owner": "Asa Reed",
    }


def test_two_titles_with_such_paragraphs_are_entries_and_stay_in_the_passages() -> None:
    parts = "\n\n".join(
        f"## Cause of concern {n}\n\nThe harbour does not {what}.\n\n"
        f"Harbour response (May 2025). Accepted. {who} leads it."
        for n, what, who in ((1, "light its pier", "Asa Reed"), (2, "train its crews", "Cy Marsh"))
    )
    more = "\n\n".join(
        f"## Area for improvement {n}\n\nThe harbour should do more.\n\n"
        "Harbour response (May 2025). Accepted."
        for n in (1, 2, 3)
    )
    structure = build_structure(parse_markdown(f"{parts}\n\n{more}", "report.md").elements)
    items = build_items("report.md", structure)
    assert [i.identifier for i in items if i.label == "cause of concern"] == ["1", "2"]
    passages = build_passages("report.md", structure, items)
    assert any("Asa Reed leads it" in p.text for p in passages)
