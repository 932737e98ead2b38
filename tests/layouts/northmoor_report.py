"""A later report on the force's plan: a card for each action, some changed, some replaced."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import KeepTogether, Spacer, Table

from .model import Layout, TrueItem
from .northmoor_plan import GROUPS
from .paper import Look, Paper, Story, mark_of, paged, printed, title_block, writer

FILE = "northmoor-custody-progress-report-q4-2023-24.pdf"
STATUS = "Status at 31 March 2024"

# identifier, action, lead, target date, status, update
# fmt: off
ROWS = (
    ("1.2", "Agree a performance framework for custody that shows waiting times, strip searches, use of force and complaints by suite", "Head of Criminal Justice", "30 November 2023", "Complete", "The framework was signed off by the Custody Oversight Board on 12 December 2023, twelve days late."),
    ("1.3", "Fill the vacant custody inspector posts at Penhallow and Stanmere suites so that every shift has inspector cover", "Chief Inspector, Custody", "30 June 2024", "Amber", "Stanmere is filled. Two candidates for Penhallow are being vetted. The lead and the date were changed by the Board in February."),
    ("1.4", "Introduce a quarterly dip sample of 40 custody records by an officer independent of custody", "Head of Professional Standards", "31 December 2023", "Complete", "Two samples have been taken. The second found the grounds for detention fully recorded in 37 of 40 records."),
    ("1.5", "Publish an annual statement on custody outcomes, including an account of disproportionality", "Head of Corporate Communications", "30 April 2024", "Green", "In design. The data have been checked by the independent advisory group."),
    ("2.1", "Retrain all custody sergeants in setting and reviewing observation levels", "Custody Training Manager", "31 March 2024", "Red", "48 of 71 sergeants have been retrained. Courses in February were cancelled because of operational demand."),
    ("2.3", "Replace the handover checklist with one handover in each shift attended by all custody staff and recorded on body-worn video", "Custody Inspector, Stanmere", "31 October 2023", "Complete", "Closed in November 2023 after three unannounced visits."),
    ("2.4", "Remove ligature points identified in the 2022 survey from the cells at Penhallow", "Head of Estates", "31 August 2024", "Red", "Eleven of 22 cells done. The contractor went into administration in January 2024 and a new one starts in May."),
    ("2.6", "Commission a second healthcare practitioner at the busiest times, on the evidence of the demand study", "", "", "Superseded", "Superseded by action 2.7, as the health board now commissions custody healthcare."),
    ("2.7", "Agree with the health board a healthcare service for custody with two practitioners from Thursday to Sunday", "Head of Criminal Justice", "30 September 2024", "Amber", "New action. First meeting held on 5 March 2024."),
    ("3.2", "Agree a joint protocol with the four local authorities for alternative accommodation for children refused bail", "ACC Operations", "30 June 2024", "Red", "Three authorities have signed. The Assistant Chief Constable has written to the chief executive of the fourth."),
    ("3.3", "Secure the attendance of an appropriate adult within two hours of the request in nine cases out of ten", "Appropriate Adult Scheme Coordinator", "31 December 2023", "Amber", "86 per cent in the quarter, against 74 per cent when the plan was made."),
    ("3.4", "Offer every girl under 18 a named female member of staff on arrival and record the name", "Superintendent, Custody", "31 October 2023", "Complete", "Recorded in all 58 cases in the quarter."),
    ("3.5", "Extend liaison and diversion cover at Stanmere to weekends", "Chief Inspector, Partnerships", "30 June 2024", "Green", "Funding agreed with NHS partners. Cover begins on 1 June 2024."),
    ("4.1", "Complete a use of force form for every officer involved in every incident in custody", "Head of Learning and Development", "31 October 2023", "Amber", "Forms were found for 88 per cent of officers in a sample of 90 incidents."),
    ("4.2", "Review CCTV of ten use of force incidents a month in a scrutiny panel with community members", "Chief Inspector, Custody", "30 November 2023", "Complete", "The panel has met four times."),
    ("4.4", "Authorise strip searches only where the grounds are recorded in full, with an inspector’s review within 24 hours", "", "", "Superseded", "Superseded by action 4.6 after the change in the national code."),
    ("4.6", "Have every strip search of a detainee under 18 authorised by a superintendent before it takes place", "Superintendent, Custody", "30 April 2024", "Green", "New action. The instruction was issued on 18 March 2024."),
    ("5.2", "Test fire evacuation at each suite twice a year, by day and by night", "Custody Inspectors", "Ongoing", "Green", "All three suites tested by night in February."),
    ("5.3", "Replace the failing intercom system at Penhallow", "Head of Digital Services", "31 May 2024", "Amber", "Ordered. The equipment arrives in the week of 13 May."),
    ("5.4", "Complete a pre-release risk assessment with every detainee face to face, and record how the person will travel home", "Superintendent, Custody", "31 December 2023", "Complete", "Closed in January 2024. 98 per cent of records had the assessment."),
    ("5.6", "Build a covered exercise yard at Stanmere", "Head of Estates", "31 March 2025", "Amber", "A budget of £140,000 was approved in January 2024."),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        ident,
        text,
        (("Lead", lead), ("Target date", date), (STATUS, status), ("Update", update)),
        ident.split(".")[0],
        GROUPS[ident.split(".")[0]],
    )
    for ident, text, lead, date, status, update in ROWS
)

# fmt: off
PROSE = (
    "This is the third report on the Custody Improvement Plan 2023–2025. It covers the quarter from January to March 2024 and shows the position as at 31 March 2024. It was considered by the Custody Oversight Board on 24 April 2024.",
    "Only actions that were open at the start of the quarter, or that were closed since the version of September 2023, are shown. Actions that were already complete in that version are not repeated. Two actions have been superseded and two are new.",
    "During the quarter 4,702 people were detained. The average wait from arrival to the authority to detain was 19 minutes. Eleven children were held overnight after charge.",
    "His Majesty’s Inspectorate came back for two days in March 2024. Its letter will be published in May.",
)
# fmt: on

LOOK = Look(
    header="Custody Improvement Plan: progress report, quarter 4 of 2023/24",
    footer="Northmoor Constabulary  |  Page {page} of {total}",
)


def _card(paper: Paper, item: TrueItem) -> KeepTogether:
    rows = [
        [paper.marked(f"<b>{item.identifier}</b>", mark_of(item)), paper.text(item.text, "head")]
    ]
    rows += [[paper.text(name, "cell"), paper.text(value, "cell")] for name, value in item.fields]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#808080")),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor("#dce3ee")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return KeepTogether([Table(rows, colWidths=[110, 372], style=style), Spacer(1, 9)])


def compose(paper: Paper) -> Story:
    """Give the report's story: a card for each action, under the plan's headings."""
    story: Story = [
        *title_block(
            paper,
            "Northmoor Constabulary",
            "Custody Improvement Plan: progress report, quarter 4 of 2023/24",
            ("Custody Oversight Board, 24 April 2024", "Position as at 31 March 2024"),
        ),
        *map(paper.text, PROSE),
    ]
    for number, name in GROUPS.items():
        story.append(paper.text(f"{number} {name}", "heading", keepWithNext=1))
        story += [_card(paper, item) for item in ITEMS if item.parent == number]
    return story


def layout() -> Layout:
    """Print the report and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout(
        "progress report in cards", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE
    )
