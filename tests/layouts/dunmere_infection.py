"""A trust's plan ruled across only: number and action in one cell, several owners in a cell."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from reportlab.platypus import Table

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, mark_of, paged, printed, title_block, writer

FILE = "dunmere-hospitals-infection-prevention-plan-2024.pdf"
HEADER = ("What we will do", "Who", "When", "Evidence of completion", "BRAG")

THEMES = {
    "1": "Clean hands and clean wards",
    "2": "Antibiotics used well",
    "3": "Lines, catheters and wounds",
    "4": "Buildings, water and air",
}
# fmt: off
# identifier, action, owners one to a line, date, evidence, rating
ROWS = (
    ("1.1", "Audit hand hygiene on every ward each month, by staff of another ward", "Matrons", "April 2024", "Audit returns from all 34 wards", "Blue"),
    ("1.2", "Recruit 16 cleaners so that each ward is cleaned in the evening", "Head of Facilities\nHR Business Partner", "June 2024", "Rota with evening shifts filled", "Amber"),
    ("1.3", "Replace torn mattresses and keep ten spare on each site", "Head of Facilities", "May 2024", "Mattress audit below 2 per cent failed", "Green"),
    ("1.4", "Give each ward a named link nurse with a day a month for the work", "Director of Nursing", "September 2024", "", "Green"),
    ("2.1", "Review every course of intravenous antibiotics after 48 hours", "Antimicrobial Pharmacist\nClinical Directors", "July 2024", "Snapshot audit above 90 per cent", "Red"),
    ("2.2", "Bring the guidelines into the prescribing system", "Chief Clinical Information Officer", "December 2024", "Release note of the system", "Green"),
    ("2.3", "Report the use of broad-spectrum antibiotics by specialty", "Antimicrobial Pharmacist", "April 2024", "Quarterly report to the Committee", "Blue"),
    ("3.1", "Take out urinary catheters that are no longer needed, by a daily prompt", "Ward Managers", "August 2024", "Catheter days down by a tenth", "Amber"),
    ("3.2", "Use one pack for the insertion of all lines", "Head of Procurement", "October 2024", "Pack on the ordering system", "Green"),
    ("3.3", "Follow up surgical wounds by telephone at 30 days", "Surgical Site Nurse", "November 2024", "Calls recorded for eight patients in ten", ""),
    ("4.1", "Flush outlets that are seldom used twice a week and sign for it", "Estates Manager\nWater Safety Group", "April 2024", "Signed logs", "Red"),
    ("4.2", "Test the ventilation of all theatres", "Estates Manager", "March 2025", "Certificates for 14 theatres", "Amber"),
    ("4.3", "Plan for single rooms whenever a ward is refurbished", "", "Ongoing", "Design brief", "Green"),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        row[0],
        row[1],
        tuple(
            (name, value.replace("\n", " "))
            for name, value in zip(HEADER[1:], row[2:], strict=True)
        ),
        row[0][0],
        THEMES[row[0][0]],
    )
    for row in ROWS
)

PROSE = (
    "Dunmere Hospitals NHS Trust had 47 cases of Clostridioides difficile in 2023/24, against a limit of 38. Three outbreaks of norovirus closed wards for 29 days in all.",
    "This plan was agreed by the Infection Prevention and Control Committee on 9 May 2024. It will be reviewed in October. The ratings are as at 30 April 2024.",
    "Blue means that an action is complete and embedded. Green means on track, Amber that there are concerns which can be put right, and Red that the action is off track.",
    "The Director of Infection Prevention and Control, Dr Yasmin Farrow, is the executive answerable for the plan.",
)

LOOK = Look(
    header="Dunmere Hospitals NHS Trust",
    footer="Infection prevention plan 2024/25 | Page {page} of {total}",
    font="Times-Roman",
    bold="Times-Bold",
    italic="Times-Italic",
    size=11,
    colour="#005a8c",
)


def _table(paper: Paper, theme: str) -> Table:
    rows = [[paper.text(name, "head") for name in HEADER]]
    for item in ITEMS:
        if item.parent == theme:
            first = paper.marked(f"<b>{item.identifier}</b> {item.text}", mark_of(item))
            row = next(row for row in ROWS if row[0] == item.identifier)
            owners = [paper.text(name, "cell") for name in row[2].split("\n")]
            rows.append([first, owners, *(paper.text(words, "cell") for words in row[3:])])
    rules = [
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, "black"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, "grey"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(rows, colWidths=[168, 100, 62, 104, 50], style=rules, repeatRows=1, spaceAfter=10)


def compose(paper: Paper) -> Story:
    """Give the plan's story: a table for each theme."""
    story: Story = [
        *title_block(
            paper,
            "Dunmere Hospitals NHS Trust",
            "Infection prevention and control: plan for 2024/25",
            ("Infection Prevention and Control Committee, 9 May 2024",),
        ),
        *map(paper.text, PROSE),
    ]
    for number, name in THEMES.items():
        story += [paper.text(f"Theme {number}: {name}", "heading"), _table(paper, number)]
    return story


def layout() -> Layout:
    """Print the plan and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout(
        "number and text in one cell", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE
    )
