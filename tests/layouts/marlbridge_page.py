"""A council's web page: navigation and scripts around two tables with merged cells."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from html import escape
from itertools import groupby

from .model import Layout, TrueItem
from .paper import writer

FILE = "marlbridge-domestic-abuse-partnership-progress.html"

PRIORITIES = {
    "DA1": "Prevent abuse before it starts",
    "DA2": "Support adults and children who have been harmed",
    "DA3": "Hold those who harm to account",
}
# identifier, action, who, by when, status, comment
# fmt: off
ACTIONS = (
    ("DA1.1", "Offer healthy relationships lessons to every secondary school", "Public Health", "July 2024", "On track", "31 of 38 schools have taken up the offer."),
    ("DA1.2", "Run a campaign for bystanders in pubs and gyms", "Communications Team", "December 2023", "Done", "Reached an estimated 90,000 people."),
    ("DA1.3", "Train hairdressers and beauticians to spot the signs and signpost", "Public Health", "March 2024", "Late", "Trainer on long-term leave; restarting in May 2024."),
    ("DA1.4", "Add questions about abuse to the health visitor’s first call", "Marlbridge Community Health", "September 2023", "Done", ""),
    ("DA2.1", "Provide 42 refuge places, six of them suitable for wheelchair users", "Housing Options", "April 2025", "On track", "36 places open, four of them suitable for wheelchair users."),
    ("DA2.2", "Place an independent domestic violence adviser in the maternity unit", "Marlbridge Hospitals", "January 2024", "Done", "In post since 15 January 2024."),
    ("DA2.3", "Offer therapy to every child in refuge within four weeks", "Children’s Services", "June 2024", "At risk", "The waiting time is nine weeks."),
    ("DA2.4", "Set up a fund for those who flee without recourse to public funds", "Housing Options", "October 2023", "Done", "£25,000 committed for two years."),
    ("DA2.5", "Publish information in the eight languages most used in the county", "Communications Team", "May 2024", "On track", "Five languages published."),
    ("DA3.1", "Commission a behaviour change programme for people who harm", "Community Safety Team", "February 2024", "Late", "No compliant bid; being advertised again."),
    ("DA3.2", "Review every repeat case at the risk assessment conference within ten days", "Marlbridge Police", "Ongoing", "On track", "94 per cent within ten days."),
    ("DA3.3", "Bring in a perpetrator panel for the twenty who cause most harm", "Marlbridge Police", "November 2024", "Not started", "Waiting for the new information system."),
    ("DA3.4", "Learn from domestic homicide reviews within six months of publication", "Community Safety Team", "", "On track", "One review published this year."),
)
# fmt: on
# indicator, baseline, target, values of the year
MEASURES = (
    ("Referrals to the helpline", "2,310", "2,800", "2,655", "2,702"),
    ("People supported in refuge", "164", "190", "171", "168"),
    ("Share of callers answered at the first attempt", "81%", "90%", "86%", "88%"),
    ("Repeat cases at the risk assessment conference", "33%", "28%", "31%", "32%"),
    ("Schools that teach the lessons", "19", "38", "27", "31"),
)
MEASURE_HEADER = ("Baseline 2021/22", "Target 2024/25", "2022/23", "2023/24")

ITEMS = tuple(
    TrueItem(
        ident,
        text,
        (("Who", who), ("By when", when), ("Status", status), ("Comment", comment)),
        ident.split(".")[0],
        PRIORITIES[ident.split(".")[0]],
    )
    for ident, text, who, when, status, comment in ACTIONS
) + tuple(
    TrueItem(
        "",
        name,
        tuple(zip(MEASURE_HEADER, values, strict=True)),
        parent_text="How we measure success",
    )
    for name, *values in MEASURES
)

# fmt: off
PROSE = (
    "The Marlbridge Domestic Abuse Partnership brings together the County Council, the police, the hospitals, housing providers and five charities. Its strategy runs from 2022 to 2025.",
    "This page shows what the Partnership said it would do and how far it had got as at 31 March 2024. It is updated twice a year, after the Partnership Board has met.",
    "Last year 9,480 offences that involved domestic abuse were recorded in the county, 4 per cent more than the year before. The Partnership believes that most of the rise reflects greater confidence in reporting.",
    "If you are in danger now, ring 999. If you cannot speak, press 55 when asked.",
    "A charity that supports men who are abused joined the Partnership in January 2024.",
)
# fmt: on

HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Domestic abuse: progress against our action plan | Marlbridge County Council</title>
<meta name="description" content="How the partnership is doing">
<style>table{border-collapse:collapse}th,td{border:1px solid #666;padding:4px}.vh{position:absolute;left:-999em}</style>
<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}var Lead="not content";</script>
</head>
<body>
<div id="cookie-banner" role="dialog"><p>We use some essential cookies to make this site work.</p><button>Accept</button></div>
<a class="vh" href="#main">Skip to main content</a>
<header><p>Marlbridge County Council</p>
<nav aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/bins">Bins and recycling</a></li><li><a href="/council-tax">Council tax</a></li><li><a href="/jobs">Jobs</a></li></ul></nav>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li><a href="/safety">Community safety</a></li><li>Domestic abuse progress</li></ol></nav></header>
<main id="main">
"""
FOOT = """</main>
<aside><h2>Related pages</h2><ul><li><a href="/refuge">Find a refuge</a></li><li><a href="/clare">Ask about a partner</a></li></ul></aside>
<footer><ul><li><a href="/privacy">Privacy</a></li><li><a href="/accessibility">Accessibility</a></li></ul><p>&copy; Marlbridge County Council 2024</p></footer>
<script src="/static/site.js" defer></script>
<noscript><p>Please turn on JavaScript.</p></noscript>
</body>
</html>
"""


def _element(tag: str, words: str, attributes: str = "") -> str:
    return f"<{tag}{' ' + attributes if attributes else ''}>{escape(words, quote=False)}</{tag}>"


def _action_table() -> str:
    lines = [
        "<table>",
        "<caption>Actions by priority, as at 31 March 2024</caption>",
        "<thead>",
        '<tr><th rowspan="2" scope="col">Priority</th><th rowspan="2" scope="col">Ref</th>'
        '<th rowspan="2" scope="col">Action</th><th rowspan="2" scope="col">Who</th>'
        '<th rowspan="2" scope="col">By when</th><th colspan="2" scope="colgroup">Progress</th></tr>',
        '<tr><th scope="col">Status</th><th scope="col">Comment</th></tr>',
        "</thead>",
        "<tbody>",
    ]
    entries = [item for item in ITEMS if item.identifier]
    for priority, members in groupby(entries, key=lambda item: item.parent):
        rows = list(members)
        for n, item in enumerate(rows):
            name = f"{priority} {PRIORITIES[priority]}"
            span = f'scope="rowgroup" rowspan="{len(rows)}"'
            first = "" if n else _element("th", name, span)
            cells = "".join(_element("td", value) for _, value in item.fields)
            lines.append(
                f"<tr>{first}{_element('th', item.identifier, 'scope=' + chr(34) + 'row' + chr(34))}"
                f"{_element('td', item.text)}{cells}</tr>"
            )
    return "\n".join([*lines, "</tbody>", "</table>"])


def _measure_table() -> str:
    head = "".join(_element("th", name, 'scope="col"') for name in ("Indicator", *MEASURE_HEADER))
    rows = [
        f"<tr>{_element('th', name, 'scope=row')}{''.join(_element('td', v) for v in values)}</tr>"
        for name, *values in MEASURES
    ]
    return "\n".join(["<table>", f"<tr>{head}</tr>", *rows, "</table>"])


def _page() -> str:
    said = [_element("p", words) for words in PROSE]
    return "\n".join(
        [
            HEAD + _element("h1", "Domestic abuse: progress against our action plan"),
            '<p>Published <time datetime="2024-04-22">22 April 2024</time></p>',
            *said[:3],
            _element("h2", "What we said we would do"),
            _action_table(),
            _element("h2", "How we measure success"),
            said[4],
            _measure_table(),
            _element("h2", "Get help"),
            said[3],
            FOOT,
        ]
    )


def layout() -> Layout:
    """Write the page and give it with its truth."""
    return Layout("web page", FILE, writer(FILE, _page().encode()), ITEMS, PROSE)
