"""A community safety plan in Markdown: pipe tables, and numbered lists with owners in them."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from itertools import groupby

from .model import Layout, TrueItem
from .paper import writer

FILE = "pennard-valley-community-safety-plan-2024-2027.md"

PRIORITIES = {
    "1": "Town centres where people feel safe",
    "2": "Less violence",
    "3": "Safer roads",
}
# identifier, action, lead agency, due, status
# fmt: off
TABLED = (
    ("1.1", "Put two community wardens in Pennard and one in Llanfair Cross", "Pennard Valley Council", "September 2024", "In progress"),
    ("1.2", "Bring the CCTV of three town councils into one control room", "Pennard Valley Council", "March 2026", "Not started"),
    ("1.3", "Renew the public spaces protection order for the riverside", "Legal Services", "June 2024", "Completed"),
    ("1.4", "Agree a night bus from Pennard on Fridays and Saturdays", "Transport Wales West", "December 2024", "Not started"),
    ("2.1", "Place a youth worker in the emergency department at weekends", "Valley University Hospital", "October 2024", "In progress"),
    ("2.2", "Give every licensed venue the training on vulnerability", "Licensing Team", "May 2025", "In progress"),
    ("2.3", "Set up a knife surrender bin at each police station", "Gwaun Police", "April 2024", "Completed"),
    ("2.4", "Publish the serious violence strategy", "Gwaun Police", "January 2024", "Completed"),
    ("3.1", "Reduce the limit to 20 mph outside all 46 schools", "Highways", "August 2025", "In progress"),
    ("3.2", "Visit every sixth form with the survivors’ road safety talk", "Mid Gwaun Fire and Rescue", "July 2024", "In progress"),
    ("3.3", "Fit average speed cameras on the mountain road", "Road Safety Partnership", "", "Not started"),
)
# fmt: on
# number, commitment, owner, date; owners in bold
# fmt: off
LISTED = (
    ("1", "Hold a joint tasking meeting every two weeks", "Community Safety Manager", "from May 2024"),
    ("2", "Share the data of the hospitals on assaults with the police each month", "Public Health Analyst", "from July 2024"),
    ("3", "Report to the scrutiny committee in public", "Partnership Chair", "each November"),
    ("4", "Survey 2,000 residents about how safe they feel", "Research Officer", "by February 2025"),
    ("5", "Review the membership of the Partnership", "Partnership Chair", "by April 2025"),
)
# fmt: on
# number, request, owner; owners in brackets
# fmt: off
ASKED = (
    ("1", "Keep the funding of violence prevention at its present level", "Police and Crime Commissioner"),
    ("2", "Give councils the power to fine those who park on pavements", "Welsh Ministers"),
    ("3", "Provide a magistrates’ court sitting in the valley", "Courts Service"),
)
# fmt: on

ITEMS = (
    tuple(
        TrueItem(
            ident,
            text,
            (("Lead agency", who), ("Due", due), ("Status", status)),
            ident[0],
            PRIORITIES[ident[0]],
        )
        for ident, text, who, due, status in TABLED
    )
    + tuple(
        TrueItem(n, text, (("Owner", who), ("Date", when)), parent_text="How we will work together")
        for n, text, who, when in LISTED
    )
    + tuple(
        TrueItem(n, text, (("Owner", who),), parent_text="What we ask of others")
        for n, text, who in ASKED
    )
)

# fmt: off
PROSE = (
    "The Pennard Valley Community Safety Partnership is made up of the Council, Gwaun Police, Mid Gwaun Fire and Rescue Service, the health board and the probation service. The law asks us to work out together what harms people most and to do something about it.",
    "This plan was agreed on 26 March 2024 and runs until March 2027. The status of each action is as at 30 April 2024.",
    "In our survey of 2023, 71 per cent of people said that they felt safe in their town centre after dark, and 93 per cent during the day. Young women and people over 75 felt least safe.",
    "The Partnership has £186,000 of its own to spend each year. Everything else comes from the budgets of its members.",
)
# fmt: on


def _table(rows: list[TrueItem]) -> list[str]:
    lines = ["| Ref | Action | Lead agency | Due | Status |", "| --- | :--- | --- | ---: | --- |"]
    for item in rows:
        cells = (item.identifier, item.text, *(value for _, value in item.fields))
        lines.append("| " + " | ".join(cells) + " |")
    return [*lines, ""]


def _page() -> str:
    lines = [
        "# Pennard Valley Community Safety Plan 2024–2027",
        "",
        "*Pennard Valley Community Safety Partnership, 26 March 2024*",
        "",
        "## Who we are",
        "",
        PROSE[0],
        "",
        PROSE[1],
        "",
        "## What we know",
        "",
        PROSE[2],
        "",
        PROSE[3],
        "",
        "## Our priorities",
        "",
    ]
    tabled = [item for item in ITEMS if item.parent]
    for number, members in groupby(tabled, key=lambda item: item.parent):
        lines += [f"### Priority {number}: {PRIORITIES[number]}", "", *_table(list(members))]
    lines += ["## How we will work together", ""]
    lines += [f"{n}. {text}. **{who}**, {when}." for n, text, who, when in LISTED]
    lines += ["", "## What we ask of others", ""]
    lines += [f"{n}. {text} ({who})" for n, text, who in ASKED]
    return "\n".join(lines) + "\n"


def layout() -> Layout:
    """Write the plan and give it with its truth."""
    return Layout("Markdown plan", FILE, writer(FILE, _page().encode()), ITEMS, PROSE)
