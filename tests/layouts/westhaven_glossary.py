"""A glossary twice over: acronyms in a table, terms in a list, others in the running text."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from reportlab.platypus import Table

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, mark_of, paged, printed, title_block, writer

FILE = "westhaven-safeguarding-adults-words-we-use.pdf"

ACRONYMS = (
    ("AMHP", "Approved Mental Health Professional"),
    ("DoLS", "Deprivation of Liberty Safeguards"),
    ("IMCA", "Independent Mental Capacity Advocate"),
    ("LPS", "Liberty Protection Safeguards"),
    ("MARAC", "Multi-Agency Risk Assessment Conference"),
    ("MCA", "Mental Capacity Act 2005"),
    ("MSP", "Making Safeguarding Personal"),
    ("PiPoT", "Person in a Position of Trust"),
    ("SAB", "Safeguarding Adults Board"),
    ("SAR", "Safeguarding Adults Review"),
    ("VARM", "Vulnerable Adult Risk Management meeting"),
    ("WASP", "Westhaven Adult Safeguarding Partnership"),
)
# fmt: off
TERMS = (
    ("Concern", "any worry about an adult that is reported to the council, whether or not it turns out to be well founded"),
    ("Cuckooing", "taking over the home of a person in order to use it for crime"),
    ("Enquiry", "what the council does, or asks others to do, to find out whether an adult is being abused or neglected"),
    ("Organisational abuse", "neglect or poor care in a place such as a hospital or care home, whether once or over time"),
    ("Professional curiosity", "looking and asking beyond what one is first told"),
    ("Self-neglect", "not looking after one’s own health, hygiene or surroundings to a degree that does harm; it includes hoarding"),
    ("Threshold", "the level of risk at which a concern becomes an enquiry"),
)
# fmt: on
IN_TEXT = (("CHC", "Continuing Healthcare"), ("HCOP", "High Cost Placement Panel"))

ITEMS = tuple(
    TrueItem(short, full, (("Meaning", full),), kind="acronym") for short, full in ACRONYMS
) + tuple(TrueItem(term, meaning, kind="definition") for term, meaning in TERMS)

# fmt: off
PROSE = (
    "People who work in safeguarding use a great many short forms. This paper explains those that appear most often in the policies of the Westhaven Adult Safeguarding Partnership. It was revised in February 2023 by the Training Subgroup.",
    "A person whose needs are mainly for health may be entitled to Continuing Healthcare (CHC), which is free. Decisions about placements above £1,500 a week are made by the High Cost Placement Panel (HCOP), which meets on Tuesdays.",
    "Where a CHC assessment and a safeguarding enquiry run at the same time, the enquiry is not to wait. The HCOP is told that there is one, and no more than it needs to know.",
    "Words that mean different things to different services are marked in training, since a ‘referral’ to a police officer is not what it is to a nurse. If a word is missing, please tell the Partnership’s office.",
)
# fmt: on

LOOK = Look(
    header="Westhaven Adult Safeguarding Partnership – Words we use",
    footer="Revised February 2023 – page {page} of {total}",
    colour="#0b5563",
    size=10.5,
)


def _table(paper: Paper) -> Table:
    rows = [[paper.text("Short form", "head"), paper.text("Meaning", "head")]]
    rows += [
        [paper.marked(i.identifier, mark_of(i)), paper.text(i.text, "cell")]
        for i in ITEMS
        if i.kind == "acronym"
    ]
    style = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, "grey"),
        ("LINEBELOW", (0, 0), (-1, 0), 1, "black"),
    ]
    return Table(
        rows, colWidths=[100, 300], style=style, repeatRows=1, hAlign="LEFT", spaceAfter=10
    )


def compose(paper: Paper) -> Story:
    """Give the paper's story."""
    terms = [item for item in ITEMS if item.kind == "definition"]
    return [
        *title_block(
            paper,
            "Westhaven Adult Safeguarding Partnership",
            "Words we use",
            ("A guide for staff and volunteers, February 2023",),
        ),
        paper.text(PROSE[0]),
        paper.text("Short forms", "heading"),
        _table(paper),
        paper.text("Terms", "heading"),
        *(paper.marked(f"<b>{i.identifier}</b> – {i.text}", mark_of(i), "body") for i in terms),
        paper.text("Money and placements", "heading"),
        *map(paper.text, PROSE[1:]),
    ]


def layout() -> Layout:
    """Print the paper and give it with its truth."""
    content, pages = printed(LOOK, compose)
    return Layout("glossary", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE)
