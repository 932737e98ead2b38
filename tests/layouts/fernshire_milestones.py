"""Milestones under headings in plain text, ragged as extraction from a PDF leaves it."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from .model import Layout, TrueItem
from .paper import writer

FILE = "fernshire-control-room-replacement-milestones.txt"
WIDTH = 78

# number, stage, milestone, lead, target date, status
# fmt: off
ROWS = (
    ("1", "Stage one: preparation", "Outline business case approved by the Fire Authority", "Programme Manager", "28 June 2022", "Complete"),
    ("2", "Stage one: preparation", "User requirements signed off by control staff, crews and neighbouring services", "Group Manager, Control", "30 September 2022", "Complete"),
    ("3", "Stage one: preparation", "Agreement with two neighbouring services to take each other's calls when one is overloaded", "Assistant Chief Fire Officer", "31 December 2022", "Complete"),
    ("4", "Stage two: procurement", "Invitation to tender issued", "Head of Procurement", "16 January 2023", "Complete"),
    ("5", "Stage two: procurement", "Evaluation of bids finished, with reference visits to two other services", "Head of Procurement", "26 May 2023", "Complete"),
    ("6", "Stage two: procurement", "Contract awarded and mobilisation meeting held", "Programme Manager", "31 July 2023", "Complete, six weeks late"),
    ("7", "Stage three: build", "New servers installed at headquarters and at the fallback site in Drayley", "Head of Digital", "30 November 2023", "Complete"),
    ("8", "Stage three: build", "Data on 214,000 premises cleaned and moved to the new gazetteer", "Data Quality Officer", "31 January 2024", "Behind schedule"),
    ("9", "Stage three: build", "Mobile data terminals fitted to all 58 appliances", "Fleet and Equipment Manager", "29 March 2024", "On schedule"),
    ("10", "Stage three: build", "Interface to the ambulance service tested end to end", "Head of Digital", "26 April 2024", "Behind schedule"),
    ("11", "Stage four: going live", "All control staff trained and assessed as competent on the new system", "Group Manager, Control", "31 May 2024", "On schedule"),
    ("12", "Stage four: going live", "Dress rehearsal over two nights with both control rooms running side by side", "Group Manager, Control", "21 June 2024", "Not yet due"),
    ("13", "Stage four: going live", "New system live", "Programme Manager", "9 July 2024", "Not yet due"),
    ("14", "Stage four: going live", "Old system switched off and its data archived", "", "30 September 2024", "Not yet due"),
)
# fmt: on

ITEMS = tuple(
    TrueItem(
        n,
        text,
        (("Lead", lead), ("Target date", date), ("Status", status)),
        parent_text=stage,
        label="Milestone",
    )
    for n, stage, text, lead, date, status in ROWS
)

# fmt: off
PROSE = (
    "Fernshire Fire and Rescue Service took 31,406 emergency calls last year. The system that receives them and sends out the crews was bought in 2009 and its maker will cease to support it in December 2024.",
    "This paper shows the milestones of the programme to replace it, with the status of each as at 16 February 2024. It is written for the Programme Board and is published with the papers of the Fire Authority.",
    "The approved budget is £3.85 million. Spending to the end of January 2024 was £2.31 million. The contingency of £240,000 has not been touched.",
    "Two milestones are behind schedule. The premises data took longer to clean than had been planned because one district council numbers its flats differently. The ambulance service has moved its own upgrade from January to March and cannot test with us before it is finished.",
    "The Senior Responsible Owner is Deputy Chief Fire Officer Marcus Thole. The Programme Board meets on the third Friday of the month.",
)
# fmt: on


def _paragraph(words: str) -> list[str]:
    return [*textwrap.wrap(words, WIDTH), ""]


def _milestone(item: TrueItem) -> list[str]:
    lead, date, status = (value for _, value in item.fields)
    lines = textwrap.wrap(f"Milestone {item.identifier}  {item.text}", 62)
    return [*lines, f"Lead: {lead}".rstrip(), f"Target date: {date}", f"Status:  {status}", ""]


def _flow() -> Iterator[tuple[list[str], TrueItem | None]]:
    """The lines in blocks that pages do not cut, each with the milestone it is, if any."""
    title = [
        "Fernshire Fire and Rescue Authority",
        "",
        "Control room replacement programme",
        "Milestone plan",
        "",
        "Version 2.3, 16 February 2024",
        "",
        "1. Introduction",
        "",
    ]
    yield title, None
    for words in PROSE[:3]:
        yield _paragraph(words), None
    yield ["2. Summary of progress", ""], None
    for words in PROSE[3:]:
        yield _paragraph(words), None
    yield ["3. Milestones", ""], None
    for stage, members in groupby(ITEMS, key=lambda item: item.parent_text):
        for n, item in enumerate(members):
            yield ([stage, ""] if not n else []) + _milestone(item), item


def _pages(height: int = 44) -> tuple[list[list[str]], dict[str, int]]:
    pages: list[list[str]] = [[]]
    starts: dict[str, int] = {}
    for lines, item in _flow():
        if len(pages[-1]) + len(lines) > height:
            pages.append([])
        pages[-1] += lines
        if item:
            starts[item.identifier] = len(pages)
    return pages, starts


def _text(pages: list[list[str]]) -> str:
    """The pages with what runs along them, a form feed after each."""
    out = []
    for n, lines in enumerate(pages, 1):
        head = ["Control room replacement programme: milestone plan", ""] if n > 1 else []
        foot = ["", f"FFRA/24/017{'Page':>30} {n} of {len(pages)}", ""]
        out.append("\n".join(head + lines + foot) + "\f")
    return "".join(out)


def layout() -> Layout:
    """Write the plan and give it with its truth; pages are counted by form feeds."""
    pages, starts = _pages()
    truth = tuple(
        TrueItem(
            i.identifier, i.text, i.fields, i.parent, i.parent_text, starts[i.identifier], i.label
        )
        for i in ITEMS
    )
    content = _text(pages).encode()
    return Layout("milestones in plain text", FILE, writer(FILE, content), truth, PROSE)
