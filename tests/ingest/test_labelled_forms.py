"""Entries of running text whose fields are headings, lines below a number, or sentence ends."""

from __future__ import annotations

import pytest

from ingest.blocks.structure import Structure, build_structure
from ingest.items.build import build_items
from ingest.items.labelled import labelled
from ingest.lines.inline_fields import fields_in
from ingest.lines.tails import tail_of
from ingest.passages import build_passages
from ingest.readers.markdown import parse_markdown
from ingest.readers.text.reader import parse_text
from ingest.types import Item

BROCHURE = "\n\n".join(
    f"## Recommendation {number}\n\nThe harbour should {what}.\n\n### Our response: {said}\n\n"
    f"{who} leads on this.\n\n### Where we are now\n\n{now}"
    for number, what, said, who, now in (
        ("1", "light the pier", "Accepted", "Asa Reed", "Done. The lamps were lit in May."),
        ("4a", "train its crews", "Accepted in part", "Bo Field", "Late. Twelve of 40 are."),
        ("4b", "buy a tug", "Not accepted", "Cy Marsh", "No change."),
    )
)

PLAN = """
## Theme 1: Safer piers

1.1.1. **Fit lamps on the pier.**
   Lead: Asa Reed, Harbour Office
   Target date: 31 March 2025
   On course. 26 lamps are up.

1.1.2. **Start the tide alert again.**
   Lead: Bo Field
   Target date: 30 September 2024
   Done. Finished in July.

1.1.3. **Ask 20 neighbours to keep watch.**
   Lead: Cy Marsh
   Target date: 31 December 2024
   They have yet to be asked.
"""


def structure_of(text: str) -> Structure:
    return build_structure(parse_markdown(text, "plan.md").elements)


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def test_headings_that_come_back_under_entries_name_their_fields() -> None:
    items = labelled("booklet.md", structure_of(BROCHURE).blocks)
    assert [i.identifier for i in items] == ["1", "4a", "4b"]
    assert fields(items[1]) == {
        "Our response": "Accepted in part\nBo Field leads on this.",
        "Where we are now": "Late. Twelve of 40 are.",
    }


def test_every_such_entry_is_found_by_its_words() -> None:
    structure = structure_of(BROCHURE)
    items = build_items("booklet.md", structure)
    told = {p.item for p in build_passages("booklet.md", structure, items)}
    assert {i.key for i in items if i.kind == "entry"} <= told


def test_a_number_with_named_lines_below_it_is_an_entry() -> None:
    items = labelled("plan.md", structure_of(PLAN).blocks)
    assert [i.identifier for i in items] == ["1.1.1", "1.1.2", "1.1.3"]
    assert items[0].text == "Fit lamps on the pier."
    assert fields(items[0]) == {
        "Lead": "Asa Reed, Harbour Office",
        "Target date": "31 March 2025",
        "Status": "On course. 26 lamps are up.",
    }


def test_what_stands_below_without_a_name_is_a_note_unless_it_begins_with_a_status() -> None:
    items = labelled("plan.md", structure_of(PLAN).blocks)
    assert fields(items[1])["Status"] == "Done. Finished in July."
    assert fields(items[2])["Note"] == "They have yet to be asked."


def test_short_labels_in_plain_text_are_written_out() -> None:
    text = "\n\n".join(
        f"Rec {n}\nThe service should count its boats every {what}.\n\nAccountable: {who}\n"
        f"Position at 31 May 2024: {how}."
        for n, what, who, how in ((1, "week", "Asa Reed", "Met"), (2, "day", "Bo Field", "Not met"))
    )
    items = labelled("paper.txt", build_structure(parse_text(text).elements).blocks)
    assert [(i.label, i.identifier) for i in items] == [
        ("recommendation", "1"),
        ("recommendation", "2"),
    ]
    assert fields(items[1])["Accountable"] == "Bo Field"


@pytest.mark.parametrize(
    ("sentence", "owner", "date"),
    [
        ("Mend the lamp – Insp. Hart, by 12 May.", "Insp. Hart", "12 May"),
        ("Stop all night drills – ACFO Garvey, immediately.", "ACFO Garvey", "immediately"),
        ("Ask who pays – the Chair, by 12 April.", "the Chair", "12 April"),
        ("That it be mended. C. Marsh, 15 January 2026.", "C. Marsh", "15 January 2026"),
        ("That it be sold. K. Dunn, at once.", "K. Dunn", "at once"),
    ],
)
def test_a_sentence_ends_with_who_and_when(sentence: str, owner: str, date: str) -> None:
    tail = tail_of(sentence)
    assert tail is not None
    assert dict(tail.fields) == {"Owner": owner, "Date": date}


def test_a_person_with_initials_ends_an_action_with_or_without_how_it_stands() -> None:
    alone = tail_of("That the rope be spliced by March 2026. V. Strand.")
    assert alone is not None
    assert dict(alone.fields) == {"Owner": "V. Strand"}
    told = tail_of("Report on drying rooms. C. Marsh. OVERDUE. Promised for 30 November 2025.")
    assert told is not None
    assert (told.text, dict(told.fields)) == (
        "Report on drying rooms",
        {"Owner": "C. Marsh", "Status": "OVERDUE. Promised for 30 November 2025."},
    )


def test_a_sentence_of_its_own_says_when_and_how_far() -> None:
    tail = tail_of("Dredge the basin. By 31 March 2024. In progress – half is done.")
    assert tail is not None
    assert (tail.text, dict(tail.fields)) == (
        "Dredge the basin.",
        {"Date": "31 March 2024", "Status": "In progress – half is done."},
    )
    assert tail_of("The tide turns. By the pier. It was cold.") is None


def test_fields_at_the_end_of_an_entrys_line_are_its_fields() -> None:
    text = (
        "## Milestones\n\n"
        "- Milestone 1 – All berths have lamps. Target date: 30 September 2024. Owner: Asa Reed.\n"
        "- Milestone 2 – The crane lifts nine tonnes.\n"
        "- Target date: 31 March 2025. Owner: Harbour Board.\n"
    )
    items = labelled("plan.md", structure_of(text).blocks)
    assert [(i.identifier, i.text) for i in items] == [
        ("1", "All berths have lamps."),
        ("2", "The crane lifts nine tonnes."),
    ]
    assert fields(items[0]) == {"Target date": "30 September 2024", "Owner": "Asa Reed"}
    assert fields(items[1]) == {"Target date": "31 March 2025", "Owner": "Harbour Board"}


def test_entries_of_one_paragraph_are_read_one_by_one() -> None:
    text = "Decision 1: To light the pier.\n\nDecision 2: To buy a tug. Decision 3: To sell it."
    structure = structure_of(text)
    items = build_items("minutes.md", structure)
    assert [(i.identifier, i.text) for i in items if i.label == "decision"] == [
        ("1", "To light the pier."),
        ("2", "To buy a tug."),
        ("3", "To sell it."),
    ]
    told = [p.text for p in build_passages("minutes.md", structure, items)]
    assert "Decision 3 To sell it." in told


def test_three_lines_running_that_say_what_words_mean_are_terms() -> None:
    text = (
        "## Notes\n\nAbandoned call: a call that ends before anyone answers.\n\n"
        "Silent call: a call from somebody who cannot speak.\n\n"
        "Long call: a call that lasts more than an hour or two.\n"
    )
    terms = [i for i in build_items("notes.md", structure_of(text)) if i.kind == "definition"]
    assert (terms[0].identifier, terms[0].text) == (
        "Abandoned call",
        "a call that ends before anyone answers.",
    )
    assert len(terms) == 3


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("Target date", "30 June 2024.", [("Target date", "30 June 2024")]),
        (
            "Target date",
            "30 June 2024. Status: achieved on 11 June 2024.",
            [("Target date", "30 June 2024"), ("Status", "achieved on 11 June 2024")],
        ),
        (
            "Response",
            "Accepted. Lead: Bo Field. The budget is small.",
            [("Response", "Accepted. Lead: Bo Field. The budget is small."), ("Lead", "Bo Field")],
        ),
        (
            "Baseline",
            "71% → Target 95% | By June 2026",
            [("Baseline", "71%"), ("Target", "95%"), ("By", "June 2026")],
        ),
        (
            "Accountable",
            "Medical Director | Lead: Chief Pharmacist",
            [("Accountable", "Medical Director"), ("Lead", "Chief Pharmacist")],
        ),
        (
            "Update",
            "Two of three. Recommendation 4 is complete: it was lit.",
            [("Update", "Two of three. Recommendation 4 is complete: it was lit.")],
        ),
        ("Note", "See the map: it shows the pier.", [("Note", "See the map: it shows the pier.")]),
    ],
)
def test_fields_in_one_line(name: str, value: str, found: list[tuple[str, str]]) -> None:
    assert list(fields_in(name, value)) == found


def test_run_in_heads_that_come_back_name_fields_and_sentences_do_not() -> None:
    text = "\n\n".join(
        f"Recommendation {n}. The harbour should {what}.\n\n"
        f"Response of the harbour, winter 2023. Accepted. {who} will do it.\n\n"
        "Summer 2024 update. It has begun.\n\nThis work has been done. There are lamps."
        for n, what, who in ((1, "light the pier", "Asa Reed"), (2, "buy a tug", "Bo Field"))
    )
    first, _ = labelled("review.md", structure_of(text).blocks)
    assert list(fields(first)) == ["Response of the harbour, winter 2023", "Summer 2024 update"]
    assert fields(first)["Response of the harbour, winter 2023"] == "Accepted. Asa Reed will do it."


@pytest.mark.parametrize(
    "below",
    ["Action 3: Plant forty oaks.\n\nOwner: Di Vole", "## Later actions\n\nThey come later."],
)
def test_what_stands_below_an_empty_field_is_not_its_value(below: str) -> None:
    text = (
        "Action 1: Mow the lawns.\n\nOwner: Asa Reed\n\n"
        f"Action 2: Paint the bandstand.\n\nOwner:\n\n{below}"
    )
    found = labelled("plan.md", structure_of(text).blocks)
    assert fields(found[1]) == {"Owner": ""}
    assert [i.identifier for i in found] == ["1", "2", "3"][: len(found)]


def test_codes_whose_fields_end_their_own_paragraph_are_entries() -> None:
    text = "# Pier programme\n\n" + "\n\n".join(
        f"**WP{n}. {name}.** {what}. *Owner:* {who}. *Due:* {when}."
        for n, name, what, who, when in (
            (1, "Lamps", "Light the pier in 24 days", "Pier Manager", "30 September 2026"),
            (2, "Boats", "Count the boats", "Tug Master, Dales Trust", "May 2027"),
            (3, "Bells", "Hang a louder bell", "Bell Keeper", "March 2028"),
        )
    )
    structure = build_structure(parse_markdown(text, "programme.md").elements)
    found = [i for i in build_items("programme.md", structure) if i.kind == "entry"]
    assert [(i.identifier, i.text) for i in found] == [
        ("WP1", "Lamps. Light the pier in 24 days."),
        ("WP2", "Boats. Count the boats."),
        ("WP3", "Bells. Hang a louder bell."),
    ]
    assert [[f.value for f in i.fields] for i in found] == [
        ["Pier Manager", "30 September 2026"],
        ["Tug Master, Dales Trust", "May 2027"],
        ["Bell Keeper", "March 2028"],
    ]


CARDS = """# Harbour objectives

## A. Access

Card A1 Light both piers

Why: Lamps were out on nine nights.

Measure: Lamps that burn

Baseline 71% → Target 95% | By June 2026

Accountable: Head of Works | Lead: Pier Master

Card A2 Ring the bell

Why: Fog came on forty days.

Measure: Hours in which it rang

Baseline 34% (2024) → Target under 10% | By December 2026

Accountable: Harbour Master | Lead: Bell Ringer
"""


def test_marks_divide_the_fields_of_a_card() -> None:
    items = labelled("cards.md", structure_of(CARDS).blocks)
    assert [(i.label, i.identifier, i.text) for i in items] == [
        ("card", "A1", "Light both piers"),
        ("card", "A2", "Ring the bell"),
    ]
    assert fields(items[0]) == {
        "Why": "Lamps were out on nine nights.",
        "Measure": "Lamps that burn",
        "Baseline": "71%",
        "Target": "95%",
        "By": "June 2026",
        "Accountable": "Head of Works",
        "Lead": "Pier Master",
    }


CHIPPED = "\n\n".join(
    f"## 1.{n} {chip}\n\n{text}\n\nOwner {owner}\n\nDue {due}"
    for n, chip, text, owner, due in (
        (1, "NEW", "Light both piers from dusk.", "Head of Works", "30 June 2024"),
        (2, "CONTINUING", "Ring the bell in every fog.", "Bell Ringer", "31 July 2024"),
        (3, "NEW", "Splice the long rope again.", "Rope Maker", "31 May 2025"),
    )
)


def test_a_chip_beside_the_number_and_a_name_without_a_colon() -> None:
    items = labelled("cards.md", structure_of(f"# Strategy\n\n{CHIPPED}").blocks)
    assert [(i.identifier, i.text) for i in items] == [
        ("1.1", "Light both piers from dusk."),
        ("1.2", "Ring the bell in every fog."),
        ("1.3", "Splice the long rope again."),
    ]
    assert fields(items[1]) == {
        "Status": "CONTINUING",
        "Owner": "Bell Ringer",
        "Due": "31 July 2024",
    }


def test_an_action_with_the_number_of_its_resolution_is_listed_once() -> None:
    text = (
        "# Minutes\n\n## Priority 1: Piers\n\n"
        "1. Action 1.1: lamps on the pier\n\nLead: Pier Master\n\nStatus: Amber\n\n"
        "2. Action 1.2: bell in the fog\n\nLead: Bell Ringer\n\nStatus: Green\n\n"
        "3. Action 1.4: long rope\n\nLead: Rope Maker\n\nStatus: Red\n"
    )
    items = labelled("minutes.md", structure_of(text).blocks)
    assert [(i.label, i.identifier) for i in items] == [
        ("action", "1.1"),
        ("action", "1.2"),
        ("action", "1.4"),
    ]


def test_tasks_of_a_wiki_are_entries_with_who_and_when() -> None:
    text = (
        "# Planner\n\n## Blocked\n\n"
        "- [ ] **T-102** Rope barrier — *Rope Maker* — due 30 April 2025 — blocked: no easement\n"
        "- [ ] **T-106** Fog trial — *Bell Ringer* — no due date — blocked: no devices\n"
        "\n## Done\n\n"
        "- [x] **T-100** Round tower — *Head of Works* — done 2 August 2024\n"
        "- [x] **T-103** Second crew — *Pier Master* — done 15 July 2024\n"
    )
    items = labelled("planner.md", structure_of(text).blocks)
    assert [i.identifier for i in items] == ["T-102", "T-106", "T-100", "T-103"]
    assert fields(items[0]) == {
        "Owner": "Rope Maker",
        "Date": "due 30 April 2025",
        "Note": "blocked: no easement",
    }
    assert fields(items[2]) == {"Owner": "Head of Works", "Status": "done 2 August 2024"}


def test_abbreviations_that_open_a_sentence_with_what_they_stand_for() -> None:
    text = (
        "# Minutes\n\nePx: electronic notes. FSA: first specialist assessment, the first visit. "
        "The board met. SAW: a tool for wood.\n\n"
        "SSRI Site-specific risk information: facts about a building."
    )
    items = build_items("minutes.md", structure_of(text))
    told = {i.identifier: i.text for i in items if i.kind == "acronym"}
    assert told["FSA"] == "first specialist assessment"
    assert told["SSRI"] == "Site-specific risk information"
    assert "SAW" not in told


NUMBERED_REVIEW = """
# Review of the harbour

## Recommendations, responses and outcomes

7. Recommendation 1. We recommended that the pier should be lit from end to end.

8. Response. The Harbour Master accepted this in full.

9. Outcome. The lamps were lit in May. Closed.

10. Recommendation 2. We recommended that the tug should have a second pump.

11. Response. Accepted in part, for want of money.

12. Outcome. A pump is on order. In progress.
"""

GROUPED = """
# Progress on the harbour plan

## Priority 1: Keep the pier safe

1.1a Light the pier from end to end.

Status: Green Owner: Asa Reed

1.1b Mend the gate at its end.

Status: Red Owner: Bo Field

## Priority 2: Keep the tug afloat

2.1a Buy a second pump for her.

Status: Amber Owner: Cy Marsh
"""

MEASURED = """
# Objectives

## Objective 1: Light the piers

| Measure | Baseline | Target |
|---|---|---|
| Lamps that burn at night | 12 | 40 |

Owner: Asa Reed

## Objective 2: Train the crews

| Measure | Baseline | Target |
|---|---|---|
| Crews trained in first aid | 3 | 9 |

Owner: Bo Field

## Early progress

- Objective 1: nine lamps were hung in June.
"""


def entries_of(text: str) -> dict[str, Item]:
    found = build_items("plan.md", structure_of(text))
    return {f"{i.label} {i.identifier}": i for i in found if i.kind == "entry" and i.identifier}


def test_running_numbers_of_paragraphs_are_no_part_of_what_is_told_below_an_entry() -> None:
    found = entries_of(NUMBERED_REVIEW)
    assert list(found) == ["recommendation 1", "recommendation 2"]
    assert fields(found["recommendation 1"]) == {
        "Response": "The Harbour Master accepted this in full.",
        "Outcome": "The lamps were lit in May. Closed.",
    }


def test_a_group_does_not_take_the_lines_of_the_entries_below_it() -> None:
    found = {i.identifier: fields(i) for i in entries_of(GROUPED).values()}
    assert {k: told["Owner"] for k, told in found.items() if told} == {
        "1.1a": "Asa Reed",
        "1.1b": "Bo Field",
        "2.1a": "Cy Marsh",
    }


def test_lines_below_the_table_of_an_entrys_section_are_the_entrys() -> None:
    found = entries_of(MEASURED)
    assert fields(found["objective 2"]) == {"Owner": "Bo Field"}


def test_what_a_later_list_tells_of_an_entry_is_told_with_it() -> None:
    found = entries_of(MEASURED)
    assert len([k for k in found if k == "objective 1"]) == 1
    assert fields(found["objective 1"]) == {
        "Owner": "Asa Reed",
        "Early progress": "nine lamps were hung in June.",
    }


def test_counts_of_each_status_are_no_entries() -> None:
    summary = (
        "# Report\n\n| Rating | Number | Change |\n|---|---|---|\n| Green | 8 | no change |\n"
        "| Amber | 6 | up 1 |\n| Red | 2 | up 1 |\n| Paused | 1 | up 1 |\n"
    )
    assert entries_of(summary) == {}


LINES_ONLY = """
# Progress on the harbour plan

## Milestone 1.1a

- Lead now: Asa Reed
- Status: Complete
- Comment: Both piers were lit in May.

## Milestone 1.1b

- Lead now: Bo Field
- Status: Delayed
- Comment: The tug has no pump yet.

## Milestone 1.2a

- Lead now: Cy Marsh
- Status: On track
- Comment: The bell is on its way.
"""


def test_entries_that_only_have_labelled_lines_are_told_by_how_they_stand() -> None:
    found = entries_of(LINES_ONLY)
    assert list(found) == ["milestone 1.1a", "milestone 1.1b", "milestone 1.2a"]
    assert found["milestone 1.1b"].text == "The tug has no pump yet."
    assert fields(found["milestone 1.1b"])["Lead now"] == "Bo Field"


STACKED = """# Plan

## Priority 1: Lit piers

Only one pier in nine is lit, and the winter is long.

1.1a

Action: Light the long pier from dusk to dawn.

Lead: Asa Reed

By when: 3 May 2026

1.1b

Action: Light the short pier.

Lead: Bo Field

By when: June 2026

## Priority 2: Dry boats

1.2a

Action: Buy a pump for each boat.

Lead: Cy Marsh

By when: July 2026
"""


def test_numbers_above_lines_that_are_all_named() -> None:
    items = labelled("plan.md", structure_of(STACKED).blocks)
    assert [(i.label, i.identifier, i.text) for i in items] == [
        ("action", "1.1a", "Light the long pier from dusk to dawn."),
        ("action", "1.1b", "Light the short pier."),
        ("action", "1.2a", "Buy a pump for each boat."),
    ]
    assert [[f.value for f in i.fields] for i in items] == [
        ["Asa Reed", "3 May 2026"],
        ["Bo Field", "June 2026"],
        ["Cy Marsh", "July 2026"],
    ]


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        (
            "Head of Works. Was due 31 July 2025. CLOSED. All the doors hang true.",
            (
                ("Owner", "Head of Works"),
                ("Due", "31 July 2025"),
                ("Status", "CLOSED"),
                ("Update", "All the doors hang true."),
            ),
        ),
        ("Asa Reed. From 22 May 2025.", (("Owner", "Asa Reed"), ("Due", "22 May 2025"))),
        ("Head of Works. She asks for more.", (("Owner", "Head of Works. She asks for more."),)),
    ],
)
def test_who_has_it_is_told_from_when_and_how_it_stands(
    value: str, fields: tuple[tuple[str, str], ...]
) -> None:
    assert fields_in("Owner", value) == fields


def test_actions_of_a_note_with_lines_of_their_own_or_none() -> None:
    text = (
        "ACTIONS FROM THIS MEETING\n\n"
        "  HRB 14/1  Buy 20 lamps for the west pier.\n"
        "            Owner: Head of Works. Due 30 September 2025.\n"
        "  HRB 14/2  Count the bells of the harbour; report to the next\n"
        "            meeting. Owner: Harbour Master. Due 18 November 2025.\n"
        "  HRB 14/3  Paint the boats white again.\n"
        "            Owner: Bo Field. From 22 September 2025.\n"
    )
    items = build_items("note.txt", build_structure(parse_text(text).elements))
    found = {i.identifier: {f.name: f.value for f in i.fields} for i in items if i.kind == "entry"}
    assert found == {
        "HRB 14/1": {"Owner": "Head of Works", "Due": "30 September 2025"},
        "HRB 14/2": {"Owner": "Harbour Master", "Due": "18 November 2025"},
        "HRB 14/3": {"Owner": "Bo Field", "Due": "22 September 2025"},
    }
