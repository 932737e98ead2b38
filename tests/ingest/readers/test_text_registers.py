"""Registers in plain text under a line of column names, the columns set apart by spaces."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.readers.text.reader import parse_text
from ingest.types import Item

HEAD = "Ref    Action                         Lead          Due          Status     Note"
ROWS = """\
A1.1   Clear the list of 64 moorings  AM Asa Reed   31/03/2024   Complete   Cleared 22 March.
       that have silted up
A1.2   Re-inspect all 78 berths       GM Bo Field   30/09/2024   On track   61 done.

A1.3   Agree with the ferries how to   AM Asa Reed  31/07/2024   Off track  One of three
       share the tide tables                                                signed.
"""
PAGE = "\n\nNorthvale Harbour          Page {} of 3\n\n\n\nBoard 20 June 2024   Item 7\n\n\n"
MORE = "A1.4   Sell the old tug               Cy Marsh      31/12/2024   On track   Offer of £1m.\n"


def entries(text: str) -> list[Item]:
    structure = build_structure(parse_text(text).elements)
    return [i for i in build_items("paper.txt", structure) if i.kind == "entry"]


def test_each_line_that_begins_in_the_first_column_is_a_row() -> None:
    found = entries(f"ANNEX 1\n\n{HEAD}\n\n{ROWS}\nAM = area manager.\n")
    assert [i.identifier for i in found] == ["A1.1", "A1.2", "A1.3"]
    assert found[0].text == "Clear the list of 64 moorings that have silted up"
    assert {f.name: f.value for f in found[2].fields} == {
        "Lead": "AM Asa Reed",
        "Due": "31/07/2024",
        "Status": "Off track",
        "Note": "One of three signed.",
    }


def test_rows_go_on_over_the_running_lines_of_a_page() -> None:
    text = f"{HEAD}\n\n{ROWS}{PAGE.format(1)}{MORE}{PAGE.format(2)}The end.{PAGE.format(3)}"
    assert [i.identifier for i in entries(text)] == ["A1.1", "A1.2", "A1.3", "A1.4"]


def test_words_that_stand_apart_by_chance_are_no_table() -> None:
    text = "Lead  date  and status were  discussed at length by all  who had come.\nNobody left."
    assert not any(isinstance(e, Grid) for e in parse_text(text).elements)


STACKED = """Harbour plan: progress

Ref
Action
Lead
Finish date
Position
Comment

Objective 1: Light the piers

1a
Replace the oil lamps at the west pier and
the light house with electric ones
Asa Reed
31 December 2025
Slipping
The west pier needs a bigger supply
before the autumn.

1b
Fit bells on six buoys
Bo Field
31 March 2025
On course
Four finished. One retired in
August.
"""


def test_cells_below_one_another_are_shared_out_by_what_they_hold() -> None:
    found = entries(STACKED)
    assert [i.identifier for i in found] == ["1a", "1b"]
    assert found[0].text == (
        "Replace the oil lamps at the west pier and the light house with electric ones"
    )
    assert {f.name: f.value for f in found[1].fields} == {
        "Lead": "Bo Field",
        "Finish date": "31 March 2025",
        "Position": "On course",
        "Comment": "Four finished. One retired in August.",
    }
    assert found[0].parent_text == "Light the piers"


def test_names_over_the_cells_of_every_page_do_not_run_along_them() -> None:
    pages = STACKED.replace("1b\n", "\f1b\n") + "\fRef\nAction\nLead\nFinish date\nPosition\n"
    more = "1c\nSell the tug\nCy Marsh\n30 June 2025\nDone\nSold in May.\n"
    found = entries(f"{pages}Comment\n\n{more}")
    assert [i.identifier for i in found] == ["1a", "1b", "1c"]


def test_bars_between_cells_divide_them() -> None:
    text = """Actions arising

Minute | Action | Who | By
-------|--------|-----|---
47/24 | Write to the ferry | Asa Reed | 24 January 2025
48/24 | Count the boats | Bo Field | 7 February 2025
"""
    found = entries(text)
    assert [(i.identifier, i.text) for i in found] == [
        ("47/24", "Write to the ferry"),
        ("48/24", "Count the boats"),
    ]
    assert {f.name: f.value for f in found[0].fields} == {
        "Who": "Asa Reed",
        "By": "24 January 2025",
    }


RAGGED = """\
Harbour scrutiny panel: what we asked for, and what was done about it by the end of the year
2023

Recommendation 1: Publish the tide tables

That the harbour publish, each month and in one place on its website, the times
of all tides.

  Response, October 2022: Accepted. Lead: Harbour Master.
  Update, March 2023: They have been published since January 2023. Those of the
  old dock have been left out because its gauge does not record them.

Recommendation 2: A bell

 That a bell be rung at the end of the pier in fog, from 186 days of the year
 to 214.

Response, October 2022: Accepted in part. Lead: Bo Field. The budget is small.

 Update, March 2023: It rings.
"""


def test_what_a_titled_entry_asks_stands_below_its_name_and_indented_lines_go_on() -> None:
    first, second = entries(RAGGED)
    assert first.text == (
        "Publish the tide tables – That the harbour publish, each month and in one place on its "
        "website, the times of all tides."
    )
    assert [(f.name, f.value) for f in first.fields] == [
        ("Response, October 2022", "Accepted."),
        ("Lead", "Harbour Master"),
        (
            "Update, March 2023",
            "They have been published since January 2023. Those of the old dock have been left "
            "out because its gauge does not record them.",
        ),
    ]
    assert second.field("Lead") is not None
    assert second.fields[0].value == "Accepted in part. Lead: Bo Field. The budget is small."


FIGURES = """\
Table 1: calls to the harbour by quarter

                  Calls      Average time to    Calls lost
Quarter          offered      answer (min:sec)       (per cent)
2021/22 Q1        81,304      4:12             18.6
2021/22 Q2    88,951        6:47         24.9
2021/22 Q3        79,120      5:58         22.3
"""


def test_ragged_columns_of_figures_are_told_by_their_order() -> None:
    (table,) = build_structure(parse_text(FIGURES).elements).tables
    assert table.rows[-1].values == ("2021/22 Q3", "79,120", "5:58", "22.3")
    assert [r.values for r in table.rows if r.values[0] == "2021/22 Q2"] == [
        ("2021/22 Q2", "88,951", "6:47", "24.9")
    ]


PLAIN = """\
HARBOUR WATCH
Harbour Safety Plan 2025 to 2027

WHY WE ARE DOING THIS

In last year's survey 312 people told us that they do not feel safe on the long pier at night.

----------------------------------------------------------------------
PART ONE
----------------------------------------------------------------------

HS1.  Lamp passport.  A one-page record that follows a lamp when it is moved to another pier or
      mended, so nobody has to look for it.
      Owner: Asa Reed (Estates)    By: 30 April 2025       Status: done

HS2.  Get the wait for a pilot down from 19 minutes to 6.
      Owner: Bo Field              By: 30 September 2025   Status: behind.  Now 11 minutes, for the
      harbour has only one pilot who can swim.

HS3   A quiet room at each pier.
      Owner - Estates, Cy Marsh.   By: 31 Dec 2025.   Status: behind. Three are open.
"""


def test_a_plain_plan_with_its_fields_side_by_side_is_a_register() -> None:
    found = entries(PLAIN)
    assert [(i.identifier, i.text) for i in found] == [
        (
            "HS1",
            "Lamp passport. A one-page record that follows a lamp when it is moved to another pier "
            "or mended, so nobody has to look for it.",
        ),
        ("HS2", "Get the wait for a pilot down from 19 minutes to 6."),
        ("HS3", "A quiet room at each pier."),
    ]
    assert [(f.name, f.value) for f in found[1].fields] == [
        ("Owner", "Bo Field"),
        ("By", "30 September 2025"),
        ("Status", "behind. Now 11 minutes, for the harbour has only one pilot who can swim"),
    ]
    assert [(f.name, f.value) for f in found[2].fields] == [
        ("Owner", "Estates, Cy Marsh"),
        ("By", "31 Dec 2025"),
        ("Status", "behind. Three are open"),
    ]


WRAPPED = """\
Table 1   Initiatives

No.    Initiative                               Lead                     Due             State at
                                                                                         start
-------------------------------------------------------------------------------------------------
SPEED

RP1    Move the three mobile lamps to          Senior Pilot             31 August 2025  Ready
       other piers for at least four days      Aroha Reed

RP2    Ask the agency to lower the limit       Inspector Fergus         30 November     Not begun
       at the dock.                            Marsh                    2025
"""


def test_columns_that_wrap_below_two_lines_of_names_and_a_band_are_rows() -> None:
    first, second = entries(WRAPPED)
    assert (first.identifier, first.parent_text) == ("RP1", "SPEED")
    assert {f.name: f.value for f in second.fields} == {
        "Lead": "Inspector Fergus Marsh",
        "Due": "30 November 2025",
        "State at start": "Not begun",
    }


def test_rows_go_on_where_the_names_of_columns_come_again_below_a_caption() -> None:
    names = HEAD.replace("Status     Note", "State at   Note")
    second = " " * HEAD.index("Status") + "start"
    rule = "-" * len(HEAD)
    again = (
        f"Table 1   Actions (continued)\n\n{names}\n{second}\n\n{MORE}\nTable 2   The ten routes\n"
    )
    text = f"ANNEX 1\n\n{names}\n{second}\n{rule}\n{ROWS}\f{again}\nTea is at 4.\n"
    found = entries(text)
    assert [i.identifier for i in found] == ["A1.1", "A1.2", "A1.3", "A1.4"]
    assert found[3].field("State at start") is not None
    assert found[3].text == "Sell the old tug"


def test_columns_of_words_are_told_by_the_strokes_below_their_heads() -> None:
    text = (
        "3.1  The Board has nine members:\n\n"
        "     Seat                      Number   Chosen by\n"
        "     ------------------------  ------   ----------------\n"
        "     Residents of both shores     5     Public call\n"
        "     Ferrymen and their            3     The guild, by a show\n"
        "     crews                                of hands\n"
        "     Health service               1     Regional manager\n\n"
        "3.2  The Chair is one of the five.\n"
    )
    (found,) = (e for e in parse_text(text).elements if isinstance(e, Grid))
    assert [[c.text for c in row] for row in found.rows] == [
        ["Seat", "Number", "Chosen by"],
        ["Residents of both shores", "5", "Public call"],
        ["Ferrymen and their", "3", "The guild, by a show"],
        ["crews", "", "of hands"],
        ["Health service", "1", "Regional manager"],
    ]


def test_dots_that_lead_to_a_name_stand_for_a_colon() -> None:
    text = (
        "Office holders:\n\n"
        "     Harbour Master ........... Asa Reed\n"
        "     Head of Works ............ Bo Field\n"
    )
    said = [e.text for e in parse_text(text).elements if not isinstance(e, Grid)]
    assert said[-2:] == ["Harbour Master: Asa Reed", "Head of Works: Bo Field"]
