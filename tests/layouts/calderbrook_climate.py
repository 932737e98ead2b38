"""A council's plan: aligned columns without rules, the header printed once, rows cut by pages."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, paged, printed, title_block, writer
from .tables import Column, Ruling, register_table

FILE = "calderbrook-climate-action-plan-2024.pdf"
PROGRESS = "Progress at May 2024"

# number, commitment, responsible officer, timescale, progress
# fmt: off
ROWS = (
    ("C1", "Replace gas boilers with heat pumps in the twelve largest council buildings", "Head of Property Services", "By March 2027", "Four buildings complete. Designs for the Town Hall are with the conservation officer, who has asked for the external units to be moved from the east front to the service yard; this adds £84,000 to the scheme and about four months."),
    ("C2", "Buy only electricity from renewable sources", "Energy Manager", "By October 2023", "Done. The new contract runs to September 2027."),
    ("C3", "Fit solar panels to ten primary schools", "Energy Manager", "By August 2025", "Six fitted, with 412 kW between them. The roof at Moss Lane will not bear the load and another school is being chosen."),
    ("C4", "Bring all council homes to energy band C", "Assistant Director, Housing", "By December 2030", "61 per cent of homes are now in band C or better, against 54 per cent a year ago."),
    ("C5", "Set up a retrofit advice service for private owners and landlords", "Housing Strategy Officer", "By January 2024", "Launched in February 2024 with two advisers. 340 households have been visited so far and 52 have had work done."),
    ("C6", "Move the refuse fleet to electric vehicles as they are replaced", "Fleet Manager", "By 2032", "Two electric vehicles on trial on the moor routes. Range in cold weather has been 30 per cent below the maker’s figure."),
    ("C7", "Install 150 public charging points, at least one in four of them in terraced streets", "Transport Policy Officer", "By June 2025", "88 installed, 19 of them in terraced streets. The network operator cannot connect the Bridge Street car park before the spring of 2026, and we have asked for the reasons in writing and for a list of nearer sites."),
    ("C8", "Open the Calder greenway from the station to Hollins Mill", "Transport Policy Officer", "By September 2024", "Phase one opened in April 2024. Phase two depends on a land purchase."),
    ("C9", "Cut council business mileage by a third from the level of 2019", "Head of Human Resources", "By March 2025", "Down by 29 per cent."),
    ("C10", "Collect food waste from every household every week", "Waste and Recycling Manager", "By March 2026", "Pilot of 2,800 households began in January 2024; seven in ten take part."),
    ("C11", "End the buying of single-use plastics in council catering", "Catering Manager", "By April 2023", "Done."),
    ("C12", "Open a reuse shop at each household waste site", "Waste and Recycling Manager", "By July 2024", "Hollins open. Upper Calder awaits planning permission."),
    ("C13", "Plant 40,000 trees on council land, and record how many live", "Countryside Manager", "By March 2028", "17,350 planted over two winters. A survey in August 2023 found that 91 per cent of the first winter’s trees were alive; losses were worst on the south-facing slope above Nab End, where rabbit guards had blown down and were not put back for several weeks."),
    ("C14", "Restore 200 hectares of blanket bog on Calder Moor with the Wildlife Trust", "Countryside Manager", "By March 2029", "36 hectares complete. Dam building stops from April to July for nesting birds."),
    ("C15", "Let a third of road verges grow until August each year", "Highways Maintenance Manager", "From May 2024", "Begun this month."),
    ("C16", "Adopt a local nature recovery strategy", "Planning Policy Manager", "By December 2025", ""),
    ("C17", "Map the homes at risk from surface water and tell their occupiers", "Flood Risk Officer", "By November 2024", "Mapping finished; letters are to go to 3,120 addresses in June."),
    ("C18", "Build leaky dams in the headwaters of Foul Clough with volunteers", "Flood Risk Officer", "By October 2024", "148 of 200 built."),
    ("C19", "Require a climate statement in every report to Cabinet", "Monitoring Officer", "By May 2023", "Done. 96 per cent of reports in the last year carried one."),
    ("C20", "Give carbon literacy training to all managers and councillors", "Head of Human Resources", "By December 2024", "214 of 390 trained."),
    ("C21", "Take fossil fuel companies out of the pension fund’s direct holdings", "Section 151 Officer", "", "The fund is run by the county; a motion has been put to its committee."),
    ("C22", "Hold a citizens’ panel on climate once a year and publish the Council’s reply", "Democratic Services Manager", "Each November", "Second panel held in November 2023; reply published in February 2024."),
)
# fmt: on

ITEMS = tuple(
    TrueItem(ident, text, (("Responsible officer", who), ("Timescale", when), (PROGRESS, progress)))
    for ident, text, who, when, progress in ROWS
)

# fmt: off
PROSE = (
    "Calderbrook Council declared a climate emergency in July 2019 and promised that its own operations would be carbon neutral by 2032. This is the second review of the action plan. It was received by Cabinet on 18 June 2024 and shows progress at May 2024.",
    "In 2023/24 the Council’s own emissions were 14,210 tonnes of carbon dioxide equivalent, 38 per cent below the level of 2018/19. Buildings make up just over half of what remains and the vehicle fleet a quarter.",
    "The plan has 22 commitments. Each has one responsible officer, who gives an account of it to the Climate and Nature Board. Councillor Priya Nair, Cabinet Member for Environment, chairs the Board.",
    "Money for the plan comes from the capital programme (£6.4 million over three years), from government grants and from savings on energy that are put back into the fund. Where a commitment has no date, the Council does not control the outcome.",
)
# fmt: on
CLOSING = "The next review will be received by Cabinet in June 2025. Background papers may be seen at the Town Hall by appointment."

LOOK = Look(
    header="Calderbrook Council",
    footer="Climate and Nature Action Plan: second review        {page}",
    size=9.5,
    colour="#1d5c38",
)
COLUMNS = (
    Column("No.", 36, "identifier"),
    Column("Commitment", 142, "text"),
    Column("Responsible officer", 92),
    Column("Timescale", 72),
    Column(PROGRESS, 141),
)


def compose(paper: Paper) -> Story:
    """Give the review's story."""
    return [
        *title_block(
            paper,
            "Calderbrook Council",
            "Climate and Nature Action Plan: second review",
            ("Cabinet, 18 June 2024", "Report of the Director of Place"),
        ),
        paper.text("Background", "heading"),
        *map(paper.text, PROSE),
        paper.text("Commitments and progress", "heading"),
        register_table(paper, ITEMS, COLUMNS, Ruling(lines=False, repeat=False, cut=True)),
        paper.text("Next steps", "heading"),
        paper.text(CLOSING),
    ]


def layout() -> Layout:
    """Print the review and give it with its truth."""
    content, pages = printed(LOOK, compose)
    prose = (*PROSE, CLOSING)
    return Layout("unruled table", FILE, writer(FILE, content), paged(ITEMS, pages), prose)
