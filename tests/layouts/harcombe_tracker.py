"""A panel's tracker: a header over two rows, empty cells, tracked changes and a text box."""
# ruff: noqa: E501 - an entry is kept on one line, as a row of the document

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml

from .model import Layout, TrueItem
from .paper import writer
from .word import grid, merge, opening, paragraphs, running, turned, written

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

FILE = "harcombe-police-and-crime-panel-tracker.docx"
TOP = ("Ref", "Recommendation of the Panel", "Ownership", "", "Progress", "")
HEADER = (
    "Ref",
    "Recommendation of the Panel",
    "Lead officer",
    "Panel member",
    "Status",
    "Last update",
)

# identifier, recommendation, lead officer, panel member, status, last update
# fmt: off
ROWS = (
    ("PCP-01", "Publish response times for 101 calls each month", "Head of Contact", "Cllr Amis", "Implemented", "Published since June 2023."),
    ("PCP-02", "Explain how the precept for 2024/25 will be spent on neighbourhood teams", "Chief Finance Officer", "Cllr Redfern", "Implemented", "Paper received on 2 February 2024."),
    ("PCP-03", "Report on the use of Tasers against children", "Superintendent, Operations Support", "Ms Odell", "Open", ""),
    ("PCP-04", "Show how many complaints are still open after twelve months", "Head of Professional Standards", "", "Open", "Figures expected at the meeting in July 2024."),
    ("PCP-05", "Visit the new control room", "", "Cllr Amis", "Implemented", "Visit made on 14 November 2023."),
    ("PCP-06", "Set a target for answering letters from councillors", "Staff Officer to the Chief Constable", "Cllr Thrale", "Partly implemented", "Target of ten working days set; not yet measured."),
    ("PCP-07", "Tell the Panel when a police station is to be closed or sold", "Head of Estates", "Cllr Redfern", "Open", "Estates strategy due in the autumn."),
    ("PCP-08", "Review the confidence of rural communities in the reporting of hare coursing", "Rural Crime Sergeant", "Mr Voss", "Open", ""),
    ("PCP-09", "Recruit two independent members of the Panel", "Democratic Services Officer", "Cllr Thrale", "Implemented", "Ms Odell and Mr Voss joined in September 2023."),
    ("PCP-10", "Compare the cost of hired vehicles with that of buying them", "Fleet Manager", "Mr Voss", "", "Not yet considered."),
    ("PCP-11", "Bring the annual report to the Panel in draft", "Head of Policy", "Cllr Redfern", "Rejected", "The Commissioner prefers to bring it once it is final."),
)
# fmt: on
# identifier, column, words taken out, words put in: what is printed above is after the change
TRACKED = (
    ("PCP-04", 2, "Complaints Manager", "Head of Professional Standards"),
    ("PCP-06", 4, "Open", "Partly implemented"),
    ("PCP-07", 5, "No strategy is planned.", "Estates strategy due in the autumn."),
)

ITEMS = tuple(
    TrueItem(row[0], row[1], tuple(zip(HEADER[2:], row[2:], strict=True))) for row in ROWS
)

# fmt: off
PROSE = (
    "The Harcombe Police and Crime Panel scrutinises the Commissioner. This tracker lists the recommendations that the Panel has made since May 2023 and what has become of them.",
    "The tracker is brought to every ordinary meeting. This version was prepared for the meeting of 19 April 2024; changes made since the agenda was first sent out are shown as tracked changes.",
    "A recommendation is taken off the tracker once it has been marked as implemented at two meetings running.",
    "The Commissioner must reply to a recommendation within 28 days.",
)
# fmt: on
BOX = "Next meeting: 12 July 2024 at 10am in Shire Hall. Papers are sent out on 4 July."

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_BOX = f"""<w:p xmlns:w="{WORDS}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>
<v:shape id="box1" style="width:300pt;height:44pt" stroked="t"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>{BOX}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"""


def _change(table: Table, row: int, column: int, old: str, new: str) -> None:
    """Write a cell as a deletion and an insertion that nobody has accepted yet."""
    author = 'w:author="Democratic Services" w:date="2024-04-16T09:30:00Z"'
    deleted = f'<w:del xmlns:w="{WORDS}" w:id="{row}1" {author}><w:r><w:delText>{old}</w:delText></w:r></w:del>'
    inserted = (
        f'<w:ins xmlns:w="{WORDS}" w:id="{row}2" {author}><w:r><w:t>{new}</w:t></w:r></w:ins>'
    )
    paragraph = table.cell(row, column).paragraphs[0]
    paragraph.clear()
    paragraph._p.append(parse_xml(deleted))
    paragraph._p.append(parse_xml(inserted))


def _compose(document: Document) -> None:
    turned(document)
    running(
        document, "Harcombe Police and Crime Panel", "Recommendations tracker, April 2024 – page"
    )
    opening(
        document,
        "Harcombe Police and Crime Panel",
        "Recommendations tracker",
        ("Report to the meeting of 19 April 2024", "Report of the Democratic Services Officer"),
    )
    paragraphs(document, PROSE)
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(TEXT_BOX))
    table = grid(document, [TOP, HEADER, *ROWS], bold_rows=2)
    identifiers = [row[0] for row in ROWS]
    for identifier, column, old, new in TRACKED:
        _change(table, identifiers.index(identifier) + 2, column, old, new)
    for corners in (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5))):
        merge(table, *corners)


def layout() -> Layout:
    """Write the tracker and give it with its truth: changes count as made."""
    content = written(_compose)
    prose = (*PROSE, BOX)
    return Layout("tracked changes", FILE, writer(FILE, content), ITEMS, prose)
