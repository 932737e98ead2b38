"""Commitments as bullets without identifiers, under headings."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Layout, TrueItem
from .paper import writer
from .word import opening, paragraphs, running, written

if TYPE_CHECKING:
    from docx.document import Document

FILE = "thornley-care-leavers-promise-2023.docx"

# fmt: off
COMMITMENTS = {
    "A home of your own": (
        "We will pay the council tax of every care leaver under 25 who lives in the district.",
        "We will act as guarantor for your first private tenancy.",
        "We will never place you in bed and breakfast accommodation.",
        "We will give you a setting up home allowance of £3,000.",
        "We will keep a room for you for six months if you want to try living elsewhere first.",
    ),
    "Work and learning": (
        "We will guarantee an interview to any care leaver who meets the essential criteria for a council job.",
        "We will reserve ten apprenticeships a year for care leavers.",
        "We will pay for the travel to your first month of work.",
        "We will give you a laptop when you start college or university.",
    ),
    "Health and wellbeing": (
        "We will pay for your prescriptions until you are 25.",
        "We will give you free membership of our three leisure centres.",
        "We will see that you can speak to a mental health worker within two weeks of asking.",
        "We will help you to get your health history and explain it to you.",
    ),
    "Someone on your side": (
        "We will give you a personal adviser until you are 25, and tell you before the adviser changes.",
        "We will answer your messages within two working days.",
        "We will remember your birthday.",
        "We will invite you to Sunday lunch at the Hub every month.",
        "We will ask the Care Leavers’ Forum before we change this promise.",
    ),
}
# fmt: on

ITEMS = tuple(
    TrueItem("", text, parent_text=heading)
    for heading, texts in COMMITMENTS.items()
    for text in texts
)

# fmt: off
PROSE = (
    "When you leave care you are still ours. Thornley District Council is your corporate parent, and this is what we promise you until your 25th birthday. It was written with fourteen young people of the Care Leavers’ Forum and agreed by Full Council on 19 July 2023.",
    "There are 163 care leavers between 16 and 25 in the district. A hundred and four live in Thornley itself and the rest in other towns; the promise holds wherever you live, apart from the council tax, which other councils set.",
    "If we do not keep a promise, tell your personal adviser or ring the Children’s Rights Officer, Dana Whitlock, on the number at the end. She will answer within five working days.",
    "We will look at the promise again in July 2025.",
)
# fmt: on


def _compose(document: Document) -> None:
    running(document, "Thornley District Council", "Our promise to care leavers – page")
    opening(
        document,
        "Thornley District Council",
        "Our promise to care leavers",
        ("Agreed by Full Council on 19 July 2023",),
    )
    paragraphs(document, PROSE[:2])
    for heading, texts in COMMITMENTS.items():
        document.add_heading(heading, 1)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")
    document.add_heading("If we get it wrong", 1)
    paragraphs(document, PROSE[2:])


def layout() -> Layout:
    """Write the promise and give it with its truth."""
    content = written(_compose)
    return Layout("bullets without identifiers", FILE, writer(FILE, content), ITEMS, PROSE)
