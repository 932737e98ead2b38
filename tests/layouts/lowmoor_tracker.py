"""A force's tracker on landscape pages: statuses as coloured cells, identifiers of many kinds."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, paged, printed, title_block, writer
from .tables import Column, Ruling, register_table

FILE = "lowmoor-vawg-and-inspection-tracker-2024.pdf"
COLOURS = {"Red": "#f4a6a6", "Amber": "#ffd37a", "Green": "#a9d8a0", "Complete": "#9cc3e6"}

# reference, source, recommendation or action, SRO, deadline, status, commentary
# fmt: off
ROWS = (
    ("VAWG-01", "Force strategy", "Set up a dedicated rape investigation unit in each of the two command areas", "Det Supt Maddox", "30/09/2023", "Complete", "Both units opened on 4 September 2023."),
    ("VAWG-02", "Force strategy", "Use suspect-focused investigation plans in every rape and serious sexual offence case", "Det Supt Maddox", "31/12/2023", "Complete", "97 per cent of cases in January."),
    ("VAWG-03", "Force strategy", "Return victims’ phones within 24 hours of download", "Head of Digital Forensics", "31/03/2024", "Red", "Median of 61 hours. A second extraction kiosk is on order."),
    ("VAWG-04", "Force strategy", "Apply for a stalking protection order in every case assessed as high risk", "DCI Fennell", "30/04/2024", "Amber", "14 applications in the quarter, against nine."),
    ("VAWG-05", "Force strategy", "Name an officer who calls each victim of domestic abuse within 48 hours of the report", "DCI Fennell", "31/01/2024", "Green", ""),
    ("VAWG-06", "Force strategy", "Publish data on misconduct cases that involve violence against women and girls", "Head of Professional Standards", "29/02/2024", "Complete", "Published on 27 February 2024."),
    ("VAWG-07", "Force strategy", "Check all officers and staff against the national database again", "Head of Vetting", "31/03/2024", "Complete", "All 4,116 people checked."),
    ("VAWG-08", "Force strategy", "Run Project Vigilant patrols on 40 nights a year", "Ch Insp Rusk", "31/12/2024", "Green", "Eleven nights so far."),
    ("VAWG-09", "Force strategy", "Survey women and girls about safety twice a year", "Head of Communications", "30/06/2024", "Green", "1,902 replies to the first survey."),
    ("VAWG-10", "Force strategy", "Train all student officers in coercive control with actors who have lived through it", "Head of Learning", "31/05/2024", "Amber", "Two of five intakes trained."),
    ("VAWG-11", "Force strategy", "Bring the domestic violence disclosure scheme within the 28-day limit", "DCI Fennell", "31/03/2024", "Red", "Average of 44 days; two posts vacant."),
    ("VAWG-12", "Force strategy", "Open a women’s reference group that can see live cases with names removed", "T/ACC Brandt", "31/07/2024", "Amber", "Terms of reference agreed. Members are being vetted."),
    ("24/01", "Internal audit", "Reconcile the property store for cash and jewellery every quarter", "Head of Criminal Justice", "30/06/2024", "Green", "First reconciliation found no loss."),
    ("24/02", "Internal audit", "Record the reason whenever a body-worn video is deleted early", "Head of Digital Policing", "31/03/2024", "Complete", "The system now asks for a reason."),
    ("24/05", "Internal audit", "Review overtime above 20 hours a month by name", "Head of Finance", "30/04/2024", "Amber", "List produced; reviews not yet made."),
    ("24/07", "Internal audit", "Test the plan for the loss of the control room with a full evacuation", "Ch Insp Rusk", "31/05/2024", "Red", "Postponed twice because of public order operations."),
    ("24/08", "Internal audit", "Remove leavers from the shared drives on their last day", "Head of Digital Policing", "29/02/2024", "Red", "31 of 112 leavers still had access in a test in March."),
    ("Rec 3", "Inspectorate 2022", "Answer nine in ten emergency calls within ten seconds", "Head of Contact", "31/12/2023", "Complete", "92.4 per cent over six months."),
    ("Rec 4", "Inspectorate 2022", "Improve the recording of crimes reported by professionals", "Force Crime Registrar", "31/03/2024", "Green", "94 per cent in the last audit."),
    ("Rec 9a", "Inspectorate 2022", "Supervise investigations at seven and 28 days", "Det Supt Iveson", "31/01/2024", "Amber", "81 per cent at seven days; 58 per cent at 28 days."),
    ("Rec 9b", "Inspectorate 2022", "Give detective sergeants no more than eight investigators each", "Det Supt Iveson", "30/09/2024", "Red", "Average of 11. Depends on the outcome of the promotion process."),
    ("Rec 11", "Inspectorate 2022", "Show that neighbourhood officers are taken away from their areas less often", "Ch Supt Oyelaran", "30/06/2024", "Amber", "Measure agreed; first figures in April."),
    ("Rec 14", "Inspectorate 2022", "Make the wellbeing of officers in high-stress roles a matter for each chief superintendent", "", "31/08/2024", "Amber", "Lead to be named in April."),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        ref,
        text,
        (
            ("Source", source),
            ("SRO", sro),
            ("Deadline", deadline),
            ("Status", status),
            ("Commentary", commentary),
        ),
    )
    for ref, source, text, sro, deadline, status, commentary in ROWS
)

# fmt: off
PROSE = (
    "This tracker brings into one place the actions of Lowmoor Police’s strategy on violence against women and girls (VAWG), the findings of internal audit, and the recommendations of the inspectorate that are still open. It replaces three separate lists.",
    "Each entry has a senior responsible owner (SRO). The status is the owner’s own, tested by the Assurance Team, and is as at 15 March 2024. Complete means that the Assurance Team has seen evidence; an owner cannot mark an entry as complete.",
    "Internal audit numbers its findings by year, so that 24/07 is the seventh finding of 2024. Findings that were closed before this tracker began are not listed, and neither are recommendations of the inspectorate that it has itself signed off.",
    "The tracker goes to the Deputy Chief Constable’s Assurance Board on the last Wednesday of the month. At its meeting in February the Board asked for the deadlines of VAWG-03 and VAWG-11 to be kept and not moved.",
)
# fmt: on

LOOK = Look(
    header="LOWMOOR POLICE – OFFICIAL",
    footer="VAWG and inspection tracker, March 2024 – {page}/{total}",
    wide=True,
    colour="#22223b",
)
COLUMNS = (
    Column("Reference", 62, "identifier"),
    Column("Source", 76),
    Column("Recommendation or action", 218, "text"),
    Column("SRO", 98),
    Column("Deadline", 66),
    Column("Status", 60),
    Column("Commentary", 150),
)


def compose(paper: Paper) -> Story:
    """Give the tracker's story."""
    ruling = Ruling(dark_header=True, colours=COLOURS)
    return [
        *title_block(
            paper,
            "Lowmoor Police",
            "Violence against women and girls, audit and inspection: tracker",
            ("Assurance Board, 27 March 2024", "Position as at 15 March 2024"),
        ),
        *map(paper.text, PROSE),
        register_table(paper, ITEMS, COLUMNS, ruling),
    ]


def layout() -> Layout:
    """Print the tracker and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout(
        "landscape, coloured cells", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE
    )
