"""A force's action plan: a ruled table over several pages, its header repeated on each."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from reportlab.platypus import PageBreak

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, paged, printed, title_page, writer
from .tables import Column, Ruling, register_table

FILE = "northmoor-custody-improvement-plan-2023.pdf"

GROUPS = {
    "1": "Leadership and accountability",
    "2": "Risk assessment and observation",
    "3": "Children and vulnerable adults",
    "4": "Use of force and dignity",
    "5": "Buildings, records and release",
}

# identifier, action, lead, target date, RAG status
# fmt: off
ROWS = (
    ("1.1", "Appoint a chief officer lead for custody who chairs the Custody Oversight Board every month", "ACC Operations", "31 July 2023", "Complete"),
    ("1.2", "Agree a performance framework for custody that shows waiting times, strip searches, use of force and complaints by suite", "Head of Criminal Justice", "30 November 2023", "Amber"),
    ("1.3", "Fill the vacant custody inspector posts at Penhallow and Stanmere suites so that every shift has inspector cover", "Superintendent, Custody", "31 January 2024", "Red"),
    ("1.4", "Introduce a quarterly dip sample of 40 custody records by an officer independent of custody", "Head of Professional Standards", "31 December 2023", "Green"),
    ("1.5", "Publish an annual statement on custody outcomes, including an account of disproportionality", "Head of Corporate Communications", "30 April 2024", "Green"),
    ("2.1", "Retrain all custody sergeants in setting and reviewing observation levels", "Custody Training Manager", "31 March 2024", "Amber"),
    ("2.2", "Make sure that detainees on level 2 observations are roused and that each rousing is recorded with the response given", "Superintendent, Custody", "30 September 2023", "Complete"),
    ("2.3", "Replace the handover checklist with one handover in each shift attended by all custody staff and recorded on body-worn video", "Custody Inspector, Stanmere", "31 October 2023", "Green"),
    ("2.4", "Remove ligature points identified in the 2022 survey from the cells at Penhallow", "Head of Estates", "29 February 2024", "Red"),
    ("2.5", "Review anti-rip clothing: authorise it by exception only and record the reason each time", "Superintendent, Custody", "31 October 2023", "Complete"),
    ("2.6", "Commission a second healthcare practitioner at the busiest times, on the evidence of the demand study", "Head of Procurement and Head of Criminal Justice", "31 May 2024", "Amber"),
    ("3.1", "Record the reason for every detention of a child overnight and send it to the Custody Oversight Board", "Custody Inspector, Penhallow", "31 August 2023", "Complete"),
    ("3.2", "Agree a joint protocol with the four local authorities for alternative accommodation for children refused bail", "Chief Inspector, Partnerships", "31 March 2024", "Red"),
    ("3.3", "Secure the attendance of an appropriate adult within two hours of the request in nine cases out of ten", "Appropriate Adult Scheme Coordinator", "31 December 2023", "Amber"),
    ("3.4", "Offer every girl under 18 a named female member of staff on arrival and record the name", "Superintendent, Custody", "31 October 2023", "Green"),
    ("3.5", "Extend liaison and diversion cover at Stanmere to weekends", "", "30 June 2024", "Amber"),
    ("4.1", "Complete a use of force form for every officer involved in every incident in custody", "Head of Learning and Development", "31 October 2023", "Amber"),
    ("4.2", "Review CCTV of ten use of force incidents a month in a scrutiny panel with community members", "Chief Inspector, Custody", "30 November 2023", "Green"),
    ("4.3", "Pixelate the toilet areas on all cell monitors and tell detainees so on arrival", "Head of Digital Services", "30 September 2023", "Complete"),
    ("4.4", "Authorise strip searches only where the grounds are recorded in full, with an inspector’s review within 24 hours", "Chief Inspector, Custody", "30 November 2023", "Amber"),
    ("4.5", "Make menstrual products available on arrival without the detainee having to ask", "Custody Inspector, Stanmere", "31 July 2023", "Complete"),
    ("5.1", "Carry out a deep clean of all three suites and agree a cleaning standard with the contractor", "Head of Estates", "31 August 2023", "Complete"),
    ("5.2", "Test fire evacuation at each suite twice a year, by day and by night", "Custody Inspectors", "Ongoing", "Green"),
    ("5.3", "Replace the failing intercom system at Penhallow", "Head of Digital Services", "31 May 2024", "Red"),
    ("5.4", "Complete a pre-release risk assessment with every detainee face to face, and record how the person will travel home", "Superintendent, Custody", "31 December 2023", "Amber"),
    ("5.5", "Provide shoes and warm clothing on release where a detainee’s own have been kept as evidence", "Custody Inspectors", "30 September 2023", "Complete"),
    ("5.6", "Build a covered exercise yard at Stanmere", "Head of Estates", "To be confirmed", ""),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        ident,
        action,
        (("Lead", lead), ("Target date", date), ("RAG status", rag)),
        ident.split(".")[0],
        GROUPS[ident.split(".")[0]],
    )
    for ident, action, lead, date, rag in ROWS
)

# fmt: off
PROSE = (
    "His Majesty’s Inspectorate visited our custody suites without notice in February 2023. The inspectors found staff who treated people with patience and respect, and they also found weaknesses in oversight, in the recording of risk and in the care of children that we accept in full.",
    "This plan sets out what Northmoor Constabulary will do about each of the 27 areas that the inspectors named. It was agreed by the Custody Oversight Board on 14 June 2023 and is owned by the Assistant Chief Constable (Operations), Helena Marsh.",
    "Custody is provided at three suites: Penhallow, Stanmere and Wick Road. Together they have 74 cells, and 18,460 people were detained there in the year to March 2023. Wick Road opened in 2019 and had no areas for improvement in its physical conditions.",
    "Progress is reviewed by the Custody Oversight Board each month and reported to the Police and Crime Commissioner each quarter. The position shown in this version is as at 30 September 2023.",
    "Each action has one of four ratings. Complete means that the Board has seen the evidence and closed the action. Green means that it is on course for its target date, Amber that there is some risk to the date, and Red that the date will be missed unless something changes.",
    "An action is closed only when the evidence has been tested by someone outside custody. Actions that have been closed are dip sampled six months later, and are opened again if the practice has not lasted.",
    "Questions about the plan may be sent to the Criminal Justice Department at Force Headquarters, Abbot’s Way, Northmoor.",
)
# fmt: on

LOOK = Look(
    header="Northmoor Constabulary – Custody Improvement Plan 2023–2025",
    footer="OFFICIAL    Page {page} of {total}",
)
COLUMNS = (
    Column("Ref", 30, "identifier"),
    Column("Action", 210, "text"),
    Column("Lead", 100),
    Column("Target date", 78),
    Column("RAG status", 64),
)


def compose(paper: Paper) -> Story:
    """Give the plan's story."""
    return [
        *title_page(
            paper,
            "Northmoor Constabulary",
            "Custody Improvement Plan 2023–2025",
            (
                "Response to the inspection of custody suites, February 2023",
                "Published July 2023; position as at 30 September 2023",
                "Owner: Assistant Chief Constable (Operations)",
            ),
        ),
        PageBreak(),
        paper.text("Why we have a plan", "heading"),
        *map(paper.text, PROSE[:3]),
        paper.text("How progress is judged", "heading"),
        *map(paper.text, PROSE[3:6]),
        paper.text("The actions", "heading"),
        register_table(paper, ITEMS, COLUMNS, Ruling()),
        paper.text(PROSE[6]),
    ]


def layout() -> Layout:
    """Print the plan and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout("ruled action plan", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE)
