"""A health board's objectives: measure, baseline and target in a table with merged cells."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from .model import Layout, TrueItem
from .paper import writer
from .word import grid, merge, opening, paragraphs, running, written

if TYPE_CHECKING:
    from docx.document import Document

FILE = "glenorrin-annual-delivery-plan-2024-25.docx"
HEADER = (
    "Ref",
    "Objective",
    "Measure",
    "Baseline 2023/24",
    "Target March 2025",
    "Executive sponsor",
)

AIMS = {
    "A1": "Shorter waits for planned care",
    "A2": "Faster diagnosis of cancer",
    "B1": "Care closer to home",
    "B2": "Safe and timely urgent care",
    "C1": "A workforce that stays",
    "C2": "Living within our means",
}
# identifier, objective, measure, baseline, target, sponsor
# fmt: off
ROWS = (
    ("A1.1", "Reduce the number of people who wait more than a year for a first outpatient appointment", "People waiting over 52 weeks, last day of the month", "1,204", "No more than 300", "Director of Acute Services"),
    ("A1.2", "Make better use of the theatres at Kinlarig", "Share of planned theatre time used", "71%", "85%", "Director of Acute Services"),
    ("A1.3", "Offer every orthopaedic patient a date for surgery before they leave clinic", "Share of patients given a date", "Not measured", "95%", "Director of Acute Services"),
    ("A2.1", "Start treatment within 62 days of an urgent suspicion of cancer", "Share treated within 62 days", "68.4%", "80%", "Medical Director"),
    ("A2.2", "Open a rapid diagnostic service for vague symptoms", "Days from referral to diagnosis, median", "41", "14", "Medical Director"),
    ("B1.1", "Grow the hospital at home service from 20 to 60 places", "Places available on an average day", "20", "60", "Chief Officer, Integrated Joint Board"),
    ("B1.2", "Give people over 75 with frailty an anticipatory care plan", "People with a plan shared on the key information summary", "3,150", "6,000", "Chief Officer, Integrated Joint Board"),
    ("B1.3", "Move blood tests out of the hospital clinics into five community hubs", "Tests taken in hubs each month", "0", "4,500", "Director of Primary Care"),
    ("B2.1", "See, treat and discharge or admit people from the emergency department within four hours", "Share within four hours", "63.9%", "75%", "Director of Acute Services"),
    ("B2.2", "End waits of more than twelve hours for a bed", "Waits over 12 hours each month", "412", "0", "Director of Acute Services"),
    ("B2.3", "Reduce falls with harm on the wards", "Falls with harm for each 1,000 bed days", "0.42", "0.30", "Director of Nursing"),
    ("B2.4", "Recognise and treat sepsis within an hour of triage", "Share given antibiotics within 60 minutes", "74%", "90%", "Director of Nursing"),
    ("C1.1", "Reduce sickness absence", "Hours lost to sickness as a share of contracted hours", "6.8%", "5.5%", "Director of People"),
    ("C1.2", "Fill band 5 nursing vacancies", "Vacancies, whole-time equivalent", "138", "60", "Director of Nursing"),
    ("C1.3", "Give every member of staff an appraisal", "Share with an appraisal in the last twelve months", "52%", "85%", "Director of People"),
    ("C2.1", "Deliver recurring savings", "Recurring savings in the year", "£11.2 million", "£18.0 million", "Director of Finance"),
    ("C2.2", "Reduce spending on agency staff", "Agency spending in the year", "£9.6 million", "£6.0 million", ""),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        row[0],
        row[1],
        tuple(zip(HEADER[2:], row[2:], strict=True)),
        row[0].split(".")[0],
        AIMS[row[0].split(".")[0]],
    )
    for row in ROWS
)

# fmt: off
PROSE = (
    "Glenorrin Health Board serves 286,000 people in the towns of Kinlarig and Port Ellan and in the glens and islands between them. This plan sets out what the Board will do in the year from April 2024 to March 2025. It was approved on 28 March 2024.",
    "The plan is arranged under three ambitions: A, timely care; B, the right care in the right place; and C, a Board fit for the future. Each has two aims, and each aim has objectives that can be measured.",
    "The baseline is the position in 2023/24 as at 29 February 2024, the latest month for which figures had been validated. Where something had not been measured, the table says so.",
    "The Board’s Performance Committee receives a report on every objective each quarter. The executive sponsor answers for it at the Committee, and each aim also has a programme manager, who is not named here.",
)
# fmt: on


def _rows() -> tuple[list[tuple[str, ...]], list[int]]:
    """The printed rows, and the numbers of those that head an aim."""
    rows: list[tuple[str, ...]] = [HEADER]
    heads = []
    for aim, members in groupby(ITEMS, key=lambda item: item.parent):
        heads.append(len(rows))
        rows.append((f"{aim} {AIMS[aim]}", *[""] * 5))
        rows += [(i.identifier, i.text, *(value for _, value in i.fields)) for i in members]
    return rows, heads


def _compose(document: Document) -> None:
    running(document, "Glenorrin Health Board", "Annual Delivery Plan 2024/25 – page")
    opening(
        document,
        "Glenorrin Health Board",
        "Annual Delivery Plan 2024/25",
        ("Approved by the Board on 28 March 2024", "Baselines as at 29 February 2024"),
    )
    document.add_heading("1 Introduction", 1)
    paragraphs(document, PROSE[:2])
    document.add_heading("2 How to read the plan", 1)
    paragraphs(document, PROSE[2:])
    document.add_heading("3 Aims and objectives", 1)
    rows, heads = _rows()
    table = grid(document, rows)
    for head in heads:
        merge(table, (head, 0), (head, 5))
    start = 1
    for sponsor, members in groupby(rows[1:], key=lambda row: row[5]):
        end = start + len(list(members)) - 1
        if sponsor and end > start:
            merge(table, (start, 5), (end, 5))
        start = end + 1


def layout() -> Layout:
    """Write the plan and give it with its truth."""
    content = written(_compose)
    return Layout("objectives with merged cells", FILE, writer(FILE, content), ITEMS, PROSE)
