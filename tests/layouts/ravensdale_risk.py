"""A fire service's plan twice: the draft for consultation, and the final version after it."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Layout, TrueItem
from .paper import writer
from .word import grid, opening, paragraphs, running, written

if TYPE_CHECKING:
    from docx.document import Document

DRAFT_FILE = "ravensdale-fire-risk-plan-2024-2028-draft.docx"
FINAL_FILE = "ravensdale-fire-risk-plan-2024-2028-final.docx"
HEADER = ("Proposal", "What we will do", "Accountable officer", "Delivery date", "Cost or saving")

# identifier, proposal, officer, date, cost
# fmt: off
DRAFT_ROWS = (
    ("P1", "Move the second fire engine at Harrow Road to Bexwell, where calls have risen most", "Area Manager, Response", "April 2025", "Cost neutral"),
    ("P2", "Crew the engine at Tarn Street from 8am to 8pm only", "Area Manager, Response", "October 2025", "Saving of £610,000 a year"),
    ("P3", "Carry out 12,000 home safety visits a year, seven in ten of them to people at high risk", "Head of Prevention", "April 2024", "£180,000 a year"),
    ("P4", "Inspect every high-rise residential building once in three years", "Head of Protection", "March 2026", "£240,000 a year"),
    ("P5", "Stop attending automatic fire alarms in offices by day unless a fire is confirmed", "Head of Control", "January 2025", "Saving of £95,000 a year"),
    ("P6", "Buy two vehicles for wildfires and train 40 firefighters to use them", "Fleet Manager", "May 2025", "£420,000"),
    ("P7", "Recruit on-call firefighters at the five stations with fewest", "Head of People", "December 2024", "£75,000"),
    ("P8", "Close the training centre at Mill Lane and share the one of Eastmarch Fire Service", "Assistant Chief Fire Officer", "April 2026", "Saving of £330,000 a year"),
)
# fmt: on
# fmt: off
FINAL_ROWS = (
    ("P1", "Move the second fire engine at Harrow Road to Bexwell, where calls have risen most", "Area Manager, Response", "July 2025", "Cost neutral"),
    ("P2", "Withdrawn after consultation", "", "", ""),
    ("P3", "Carry out 14,000 home safety visits a year, eight in ten of them to people at high risk", "Head of Prevention", "April 2024", "£210,000 a year"),
    ("P4", "Inspect every high-rise residential building once in two years", "Head of Protection", "March 2026", "£310,000 a year"),
    ("P5", "Stop attending automatic fire alarms in offices by day unless a fire is confirmed, hospitals and care homes excepted", "Head of Control", "April 2025", "Saving of £80,000 a year"),
    ("P6", "Buy two vehicles for wildfires and train 40 firefighters to use them", "Area Manager, Resilience", "May 2025", "£420,000"),
    ("P7", "Recruit on-call firefighters at the five stations with fewest", "Head of People", "December 2024", "£75,000"),
    ("P8", "Keep the training centre at Mill Lane and let out its classrooms when they are not in use", "Assistant Chief Fire Officer", "April 2026", "Income of £40,000 a year"),
    ("P9", "Fit all stations with separate clean and dirty areas to protect firefighters from contaminants", "Head of Estates", "March 2028", "£1.9 million"),
)
# fmt: on

# fmt: off
DRAFT_PROSE = (
    "Ravensdale Fire and Rescue Authority must say every four years what risks there are in its area and how it will meet them. This is a draft for consultation. It makes eight proposals, on which we would like to hear your view by 5 January 2024.",
    "There were 8,214 incidents in Ravensdale in 2022/23, of which 1,906 were fires. Three people lost their lives in fires in the home; all three were over 70 and lived alone.",
    "Nothing in this draft has been decided. The Authority will consider the replies on 22 February 2024.",
)
# fmt: on
# fmt: off
FINAL_PROSE = (
    "Ravensdale Fire and Rescue Authority must say every four years what risks there are in its area and how it will meet them. This plan was approved on 22 February 2024. It takes the place of the draft of October 2023.",
    "The consultation brought 2,731 replies. Most people supported proposals P1, P3, P4 and P6. Two in three were against P2, and the Authority has withdrawn it. P8 has been changed, and P9 is new and answers a point that the firefighters’ representatives made.",
    "There were 8,214 incidents in Ravensdale in 2022/23, of which 1,906 were fires. The first review of this plan will be in March 2025.",
)
# fmt: on


def _items(rows: tuple[tuple[str, ...], ...]) -> tuple[TrueItem, ...]:
    return tuple(
        TrueItem(row[0], row[1], tuple(zip(HEADER[2:], row[2:], strict=True))) for row in rows
    )


def _version(
    file_name: str,
    rows: tuple[tuple[str, ...], ...],
    prose: tuple[str, ...],
    lines: tuple[str, ...],
) -> Layout:
    items = _items(rows)

    def compose(document: Document) -> None:
        running(document, "Ravensdale Fire and Rescue Authority", f"{lines[0]} – page")
        opening(
            document,
            "Ravensdale Fire and Rescue Authority",
            "Community Risk Management Plan 2024–2028",
            lines,
        )
        document.add_heading("Introduction", 1)
        paragraphs(document, prose)
        document.add_heading("Our proposals", 1)
        grid(document, [HEADER, *rows])

    return Layout(lines[0], file_name, writer(file_name, written(compose)), items, prose)


def draft() -> Layout:
    """Write the draft and give it with its truth."""
    return _version(
        DRAFT_FILE,
        DRAFT_ROWS,
        DRAFT_PROSE,
        ("Consultation draft, October 2023", "Version 0.3 – not yet agreed"),
    )


def final() -> Layout:
    """Write the final version and give it with its truth."""
    return _version(
        FINAL_FILE,
        FINAL_ROWS,
        FINAL_PROSE,
        ("Final version, February 2024", "Version 1.0, approved on 22 February 2024"),
    )
