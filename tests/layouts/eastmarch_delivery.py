"""A commissioner's delivery plan: the owner stands first, one merged cell for several rows."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, paged, printed, title_block, writer
from .tables import Column, owner_first_table

FILE = "eastmarch-opcc-delivery-plan-2022-2026.pdf"

OBJECTIVES = {
    "SO 1": "Safer streets and open spaces",
    "SO 2": "Putting victims first",
    "SO 3": "A police service that is trusted",
    "SO 4": "Preventing harm to young people",
}
POSITION = "Position as of January 2024"

# owner, identifier, deliverable, due, position
# fmt: off
ROWS = (
    ("Head of Commissioning", "SO 1(i)", "Award the Safer Streets round 5 grants to the six districts", "September 2023", "Awarded on 11 September 2023; all six schemes are under way."),
    ("Head of Commissioning", "SO 1(ii)", "Fund two outreach workers for the evening economy in Harcombe and Saltby", "December 2023", "One worker in post at Saltby. Harcombe is being advertised a second time."),
    ("Head of Commissioning", "SO 1(iii)", "Evaluate the Safer Streets schemes of rounds 3 and 4", "March 2024", "The University of Eastmarch has the data and reports in March."),
    ("Community Engagement Manager", "SO 1(iv)", "Hold a public meeting with the Commissioner in every district each year", "March 2024", "Five of six held. Wold is arranged for 21 February 2024."),
    ("Community Engagement Manager", "SO 1(v)", "Set up a rural crime forum that meets quarterly", "June 2023", "Met for the third time in December 2023."),
    ("Victims and Witnesses Lead", "SO 2(i)", "Recommission the victim care service from April 2025", "October 2024", "Market engagement closed in November 2023 with nine responses."),
    ("Victims and Witnesses Lead", "SO 2(ii)", "Give every victim of a sexual offence the choice of an independent adviser within two working days", "April 2024", "84 per cent in the quarter to December 2023."),
    ("Victims and Witnesses Lead", "SO 2(iii)", "Publish a compliance report on the Victims’ Code twice a year", "Ongoing", "Second report published in November 2023."),
    ("Victims and Witnesses Lead", "SO 2(iv)", "Open a remote evidence suite at the Saltby family centre", "May 2024", "Building works are delayed by asbestos; opening now expected in September 2024."),
    ("Restorative Justice Coordinator", "SO 2(v)", "Double the number of restorative meetings that take place face to face", "March 2025", "31 meetings in nine months, against 22 in the whole of the year before."),
    ("Restorative Justice Coordinator", "SO 2(vi)", "Train 20 volunteer facilitators", "July 2024", ""),
    ("Chief Executive", "SO 3(i)", "Review the complaints review function and publish the lessons twice a year", "February 2024", "Review complete; publication awaits legal advice."),
    ("Chief Executive", "SO 3(ii)", "Recruit six independent members to the ethics committee", "November 2023", "All six appointed; first meeting held on 9 January 2024."),
    ("Scrutiny Manager", "SO 3(iii)", "Bring the stop and search scrutiny panel under the Office’s management", "April 2023", "Transferred. The panel looked at 60 records in the last quarter."),
    ("Scrutiny Manager", "SO 3(iv)", "Extend the custody visiting scheme to 30 visitors", "March 2024", "24 visitors accredited; six in vetting."),
    ("Scrutiny Manager", "SO 3(v)", "Hold the Chief Constable to account in public four times a year", "Ongoing", "Three meetings held this year. The next is on 28 February 2024."),
    ("Chief Finance Officer", "SO 3(vi)", "Publish a plain guide to how the precept is spent", "February 2024", "In draft."),
    ("Violence Reduction Programme Manager", "SO 4(i)", "Place youth workers in the emergency departments of both hospitals", "September 2023", "In place at St Brannock’s since October 2023. Saltby Infirmary has not agreed an information sharing protocol."),
    ("Violence Reduction Programme Manager", "SO 4(ii)", "Offer a mentor to every child excluded from a secondary school", "September 2024", "112 children offered a mentor; 71 have accepted."),
    ("Violence Reduction Programme Manager", "SO 4(iii)", "Write the serious violence needs assessment with the health board and publish it", "January 2024", "Published on 18 January 2024."),
    ("Violence Reduction Programme Manager and Head of Commissioning", "SO 4(iv)", "Commission a trauma-informed training offer for schools", "July 2024", "Specification agreed; tender to be issued in February 2024."),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        ident,
        text,
        (("Owner", owner), ("Due", due), (POSITION, position)),
        ident.split("(")[0],
        OBJECTIVES[ident.split("(")[0]],
    )
    for owner, ident, text, due, position in ROWS
)

# fmt: off
PROSE = (
    "The Police and Crime Plan for Eastmarch says what the Commissioner, Judith Okafor, was elected to do. This delivery plan says how her Office does its part, who is answerable for each deliverable, and where matters stood in January 2024.",
    "The plan has four strategic objectives (SO). The numbering follows the Police and Crime Plan, so that a reader can go from one to the other. Deliverables that belong to the Chief Constable are not repeated here; they are in the Force’s own plan.",
    "The Office has 23 members of staff and a budget of £2.1 million, apart from £4.8 million in grants that it gives to others. Owners meet every six weeks under the chairmanship of the Chief Executive.",
    "The plan is reported to the Police and Crime Panel in March and in September. An owner who expects to miss a date tells the Chief Executive before the date and not after it.",
)
# fmt: on

LOOK = Look(
    header="Office of the Police and Crime Commissioner for Eastmarch",
    footer="Delivery Plan 2022–2026, January 2024 – {page}",
    font="Times-Roman",
    bold="Times-Bold",
    italic="Times-Italic",
    size=11,
    colour="#4b1d52",
)
COLUMNS = (
    Column("Owner", 92),
    Column("Ref", 48, "identifier"),
    Column("Deliverable", 138, "text"),
    Column("Due", 65),
    Column(POSITION, 140),
)


def compose(paper: Paper) -> Story:
    """Give the plan's story: a table under each objective's heading."""
    story: Story = [
        *title_block(
            paper,
            "Office of the Police and Crime Commissioner for Eastmarch",
            "Delivery Plan 2022–2026: position statement",
            ("Report to the Police and Crime Panel, 7 March 2024", "Position as of January 2024"),
        ),
        paper.text("Introduction", "heading"),
        *map(paper.justified, PROSE),
    ]
    for number, name in OBJECTIVES.items():
        story.append(paper.text(f"{number}: {name}", "heading", keepWithNext=0))
        members = [item for item in ITEMS if item.parent == number]
        story.append(owner_first_table(paper, members, COLUMNS))
    return story


def layout() -> Layout:
    """Print the plan and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout("owner first, merged", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE)
