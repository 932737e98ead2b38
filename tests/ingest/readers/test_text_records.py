"""Registers in plain text that are set as records: a name, white, its value."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.text.reader import parse_text
from ingest.types import Item
from ingest.wording.quotes import find_run

RISKS = """HARBOUR RISKS

Three risks are watched by the board, and here is each of them with what is done about it.

Risk        HR1
Title       The long pier falls down
Owner       Pier Manager
Score       20      Target 12
In place    A rope at the gate; a warden who walks the pier
            each night
Due         March 2027

Risk        HR2
Title       The tug sinks
Owner       Tug Master
Score       15      Target 10
In place    Two pumps
Due         October 2026

Risk        HR3
Title       Nobody hears the bell
Owner       Bell Keeper
Score       9       Target 4
In place    A louder bell
Due         May 2026

Any risk above 15 is looked at in each meeting.
"""


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_text(text, "risks.txt").elements)
    return [i for i in build_items("risks.txt", structure) if i.kind == "entry"]


def test_each_record_is_an_entry_with_its_fields() -> None:
    found = entries(RISKS)
    assert [(i.identifier, i.text) for i in found] == [
        ("HR1", "The long pier falls down"),
        ("HR2", "The tug sinks"),
        ("HR3", "Nobody hears the bell"),
    ]
    assert [(f.name, f.value) for f in found[0].fields] == [
        ("Owner", "Pier Manager"),
        ("Score", "20"),
        ("Target", "12"),
        ("In place", "A rope at the gate; a warden who walks the pier each night"),
        ("Due", "March 2027"),
    ]


def test_a_record_can_be_quoted_as_it_stands_on_the_page() -> None:
    page = parse_text(RISKS, "risks.txt").pages[0]
    for item in entries(RISKS):
        (place,) = item.places
        assert find_run(page.text, place.text)


def test_two_records_or_lines_without_identifiers_are_no_register() -> None:
    two = RISKS[: RISKS.index("Risk        HR3")]
    assert all("Owner" in i.text or not i.fields for i in entries(two))
    names = RISKS.replace("HR1", "Pier").replace("HR2", "Tug").replace("HR3", "Bell")
    assert entries(names) == []


TRACKER = """HARBOUR TRACKER

Every action is exported here, under the part of the harbour that it is for.

======================
THE PIER
======================

REF      : 1.1a
ACTION   : Light the long pier from end to end
LEAD     : Asa Reed, Pier Manager
DUE      : 14/06/2026
RAG      : GREEN
NEXT STEP: Nothing is needed until the spring tides, when the lamps are looked at again.

REF      : 1.1b
ACTION   : Mend the gate
LEAD     : Bo Lind, Harbour Carpenter
DUE      : 01/04/2026
RAG      : RED

======================
THE TUG
======================

REF      : 2.1a
ACTION   : Buy a second pump
LEAD     : Cy Marsh, Tug Master
DUE      : 30/09/2026
RAG      : AMBER
"""


def test_an_export_with_colons_in_a_column_is_read_under_each_of_its_headings() -> None:
    found = entries(TRACKER)
    assert [(i.identifier, i.text) for i in found] == [
        ("1.1a", "Light the long pier from end to end"),
        ("1.1b", "Mend the gate"),
        ("2.1a", "Buy a second pump"),
    ]
    assert [f.name for f in found[0].fields] == ["LEAD", "DUE", "RAG", "NEXT STEP"]
    assert [f.value for f in found[2].fields][:2] == ["Cy Marsh, Tug Master", "30/09/2026"]


def test_one_space_divides_only_what_is_aligned() -> None:
    loose = TRACKER.replace("NEXT STEP: Nothing", "Note: Nothing")
    assert [f.name for f in entries(loose)[0].fields] == ["LEAD", "DUE", "RAG"]
