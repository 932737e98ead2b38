"""A table that is no register: figures by district and year, continued on the next page."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from reportlab.platypus import PageBreak, Table

from .model import Layout, TrueItem
from .paper import Look, Paper, Story, mark_of, paged, printed, title_block, writer

FILE = "fernshire-fires-statistical-bulletin-2023.pdf"
CAPTION = "Table 2: Accidental fires in the home by district, 2018/19 to 2022/23 (number of fires)"
YEARS = ("2018/19", "2019/20", "2020/21", "2021/22", "2022/23")

ROWS = (
    ("Ashmere", "41", "38", "35", "37", "33"),
    ("Brampton Vale", "28", "31", "30", "26", "27"),
    ("Colne", "96", "91", "88", "90", "84"),
    ("Drayley", "133", "127", "140", "121", "118"),
    ("East Fern", "52", "49", "55", "47", "51"),
    ("Fernmouth", "164", "158", "149", "152", "139"),
    ("Great Holt", "19", "22", "17", "20", "-"),
    ("Haverley", "73", "70", "68", "66", "61"),
    ("Isle of Wend", "11", "9", "12", "8", "10"),
    ("Kingsford", "88", "92", "85", "81", "79"),
    ("Lower Fern", "34", "30", "33", "29", "28"),
    ("North Moor", "23", "25", "21", "24", "22"),
    ("Fernshire", "762", "742", "733", "701", "671"),
)

ITEMS = tuple(
    TrueItem(
        "", name, tuple(zip(YEARS, values, strict=True)), parent_text=CAPTION, kind="statistic"
    )
    for name, *values in ROWS
)

# fmt: off
PROSE = (
    "This bulletin gives the number of fires to which Fernshire Fire and Rescue Service was called in the five years to March 2023. The figures were taken from the incident recording system on 30 June 2023.",
    "A fire is accidental unless the officer in charge recorded it as deliberate. Where the motive is not known it is counted as accidental, as in the national statistics.",
    "There were 671 accidental fires in the home in 2022/23, the lowest number since the series began in 2009/10. Cooking was the cause of 46 per cent of them, electrical faults of 19 per cent and smoking materials of 8 per cent.",
    "In 2022/23 five people died and 61 went to hospital because of accidental fires in the home. In the year before, seven people died.",
    "Figures for districts are small and go up and down from year to year by chance. They should not be used to judge the work of a single station.",
    "In 2020/21 people spent much more time at home because of the pandemic. The number of fires caused by cooking rose in Drayley and in East Fern, and fell elsewhere.",
    "Figures for Great Holt in 2022/23 are withheld because the boundary with Kingsford is being changed. They are included in the total.",
)
# fmt: on

LOOK = Look(
    header="Fernshire Fire and Rescue Service – Statistical bulletin 2023/4",
    footer="{page}",
    font="Times-Roman",
    bold="Times-Bold",
    italic="Times-Italic",
    size=12,
    colour="#333333",
)


def _table(paper: Paper, items: tuple[TrueItem, ...]) -> Table:
    right = {"alignment": 2}
    rows = [[paper.text("District", "head"), *(paper.text(y, "head", **right) for y in YEARS)]]
    for item in items:
        style = "head" if item.text == "Fernshire" else "cell"
        values = (paper.text(value, style, **right) for _, value in item.fields)
        rows.append([paper.marked(item.text, mark_of(item), style), *values])
    lines = [
        ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
    ]
    return Table(rows, colWidths=[130, *[66] * 5], style=lines, hAlign="LEFT", spaceAfter=12)


def compose(paper: Paper) -> Story:
    """Give the bulletin's story."""
    return [
        *title_block(
            paper,
            "Fernshire Fire and Rescue Service",
            "Fires in Fernshire, April 2018 to March 2023",
            ("Statistical bulletin 2023/4", "Published 14 September 2023"),
        ),
        *map(paper.justified, PROSE[:3]),
        paper.text("Table 1: People harmed in accidental fires in the home, 2022/23", "head"),
        paper.text("Deaths 5; taken to hospital 61; rescued 38."),
        *map(paper.justified, PROSE[3:6]),
        paper.text(CAPTION, "head", spaceAfter=6),
        _table(paper, ITEMS[:6]),
        paper.text("continued on the next page", "small"),
        PageBreak(),
        paper.text("Table 2 (continued)", "head", spaceAfter=6),
        _table(paper, ITEMS[6:]),
        paper.text(
            "Source: incident recording system. A dash means that the figure is withheld.", "small"
        ),
        paper.text(PROSE[6]),
    ]


def layout() -> Layout:
    """Print the bulletin and give it with its truth, which holds no entries."""
    content, pages = printed(LOOK, compose)
    return Layout(
        "statistics, no register", FILE, writer(FILE, content), paged(ITEMS, pages), PROSE
    )
