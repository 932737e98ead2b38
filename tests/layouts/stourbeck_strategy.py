"""A strategy whose commitments are numbered paragraphs, who and when in brackets at their end."""
# ruff: noqa: E501 - an entry is kept on one line, as a paragraph of the document

from __future__ import annotations

from reportlab.platypus import PageBreak

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, mark_of, paged, printed, title_page, writer

FILE = "stourbeck-homelessness-strategy-2023-2028.pdf"

AIMS = {
    "4": "Preventing homelessness",
    "5": "A better offer of temporary housing",
    "6": "Ending rough sleeping",
}
# fmt: off
# identifier, commitment, lead, date
ROWS = (
    ("4.1", "We will write to every household whose private tenancy is to end and offer an interview within five working days", "Housing Options Manager", "October 2023"),
    ("4.2", "We will place a housing officer in the job centre and in the county court", "Housing Options Manager", "January 2024"),
    ("4.3", "We will pay up to £1,500 from the prevention fund to keep a family in its home", "Head of Revenues", "April 2023"),
    ("4.4", "We will agree with the prison a plan for each person ten weeks before release", "Probation Lead", "March 2024"),
    ("4.5", "We will run a mediation service for young people who have fallen out with their parents", "Youth Services Manager", ""),
    ("5.1", "We will buy 40 homes to use as temporary housing in the borough", "Head of Development", "March 2026"),
    ("5.2", "We will end the use of bed and breakfast for families for longer than six weeks", "Head of Housing", "December 2023"),
    ("5.3", "We will inspect every temporary home twice a year", "Private Sector Housing Manager", "June 2024"),
    ("5.4", "We will help children to stay at their school by paying for the journey", "Head of Education Access", "September 2023"),
    ("6.1", "We will keep ten beds open every night of the year and not only in the winter", "Rough Sleeping Coordinator", "November 2023"),
    ("6.2", "We will offer a flat of their own, without conditions, to 15 people who have slept rough for longest", "Rough Sleeping Coordinator", "March 2025"),
    ("6.3", "We will bring a nurse and a drug worker to the day centre each week", "Public Health Consultant", "May 2024"),
)
# fmt: on

ITEMS = tuple(
    TrueItem(ident, text, (("Lead", lead), ("by", date)), ident[0], AIMS[ident[0]])
    for ident, text, lead, date in ROWS
)

PROSE = (
    "1.1 In Stourbeck 1,096 households asked us for help with homelessness in 2022/23, a third more than before the pandemic. The loss of a private tenancy was the commonest cause.",
    "1.2 This strategy was adopted by the Council on 22 March 2023. It runs for five years and will be reviewed each spring by the Homelessness Forum, on which 26 organisations sit.",
    "2.1 On a single night in November 2022 our count found 23 people sleeping rough. Five years earlier there were nine. Most were men between 26 and 55; four were women.",
    "2.2 At the end of March 2023 there were 214 households in temporary housing, 61 of them outside the borough. The cost to the Council in the year was £2.7 million.",
    "3.1 We asked 148 people who had been homeless what would have helped. They spoke of being believed, of having one person to ring, and of knowing what would happen next.",
)
HEADINGS = {"1": "Introduction", "2": "What the figures tell us", "3": "What people told us"}

LOOK = Look(
    header="Stourbeck Borough Council – Homelessness Strategy 2023–2028",
    footer="{page}",
    size=11,
    colour="#8a3b12",
)


def _paragraph(paper: Paper, item: TrueItem) -> object:
    lead, date = (value for _, value in item.fields)
    until = f"; by {date}" if date else ""
    words = f"{item.identifier} {item.text} (Lead: {lead}{until})."
    return paper.marked(words, mark_of(item), "body")


def compose(paper: Paper) -> Story:
    """Give the strategy's story: numbered paragraphs throughout."""
    story: Story = [
        *title_page(
            paper,
            "Stourbeck Borough Council",
            "A place to start from: Homelessness Strategy 2023–2028",
            ("Adopted on 22 March 2023",),
        ),
        PageBreak(),
    ]
    for number, name in HEADINGS.items():
        story.append(paper.text(f"{number}. {name}", "heading"))
        story += [paper.text(words) for words in PROSE if words.startswith(number)]
    for number, name in AIMS.items():
        story.append(paper.text(f"{number}. {name}", "heading"))
        story += [_paragraph(paper, item) for item in ITEMS if item.parent == number]
    return story


def layout() -> Layout:
    """Print the strategy and give it with its truth; the prose's paragraphs are no entries."""
    content, pages = printed(LOOK, compose)
    return Layout("numbered paragraphs", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE)
