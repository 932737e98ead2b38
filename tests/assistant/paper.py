"""Makes the small documents that these tests ask about, and reads pages for them once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfReader
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from assistant.types import Answer

#: A group's heading, and its rows: what is to be done, and by whom.
Group = tuple[str, Sequence[tuple[str, str]]]

NORTHVALE: tuple[Group, ...] = (
    (
        "1.1 Keep the quay safe",
        (
            ("a. Dredge the channel", "Harbour Master"),
            ("b. Light the pier at night", "Pier Warden"),
        ),
    ),
    (
        "1.2 Look after the ferry",
        (
            ("a. Print the ferry timetable", "Ferry Steward and Harbour Master"),
            ("b. See action 1.1b", ""),
            ("c. Paint the ferry", ""),
        ),
    ),
)
SOUTHMERE: tuple[Group, ...] = (
    (
        "1.1 Keep the beach clean",
        (
            ("a. Rake the sand", "Beach Warden"),
            ("b. Empty the bins", "Beach Warden Tide Officer"),
        ),
    ),
    (
        "1.3 Teach children to swim",
        (("a. Hold lessons in July", "Tide Officer"), ("b. Lend out floats", "Tide Clerk")),
    ),
)
CATALOG = """
["northvale-harbour-plan.pdf"]
organisation = "Northvale Port Authority"
kind = "action-plan"
as_of = "May 2031"
aliases = ["Northvale"]

["southmere-harbour-plan.pdf"]
organisation = "Southmere Port Authority"
kind = "action-plan"
aliases = ["Southmere"]
"""


def write_harbours(folder: Path) -> Path:
    """Write the plans of two authorities that number different actions alike."""
    folder.mkdir()
    _write(
        folder / "northvale-harbour-plan.pdf",
        "Northvale Harbour Plan",
        NORTHVALE,
        "The ferry runs twice a day in winter. It was paid for by the Lantern Fund in 2031.",
    )
    _write(
        folder / "southmere-harbour-plan.pdf",
        "Southmere Harbour Plan",
        SOUTHMERE,
        "The lifeboat was launched nine times in 2030.",
    )
    (folder / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    return folder


def _write(path: Path, title: str, groups: Sequence[Group], prose: str) -> None:
    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    parts = [
        Paragraph(title, styles["Title"]),
        PageBreak(),
        Paragraph("Delivery plan", styles["Heading1"]),
    ]
    for heading, rows in groups:
        cells = [[heading, ""], ["Action", "Owner"], *([*row] for row in rows)]
        table = Table([[Paragraph(c, body) for c in row] for row in cells], colWidths=[330, 150])
        table.setStyle(
            TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("SPAN", (0, 0), (1, 0))])
        )
        parts += [table, Spacer(1, 20)]
    parts += [PageBreak(), Paragraph("Background", styles["Heading1"]), Paragraph(prose, body)]
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1, title=title).build(parts)


class Pages:
    """The pages of PDF files as pypdf reads them, apart from the product's own reading."""

    def __init__(self, folder: Path) -> None:
        self._texts = {
            path.name: [page.extract_text() for page in PdfReader(path).pages]
            for path in sorted(folder.glob("*.pdf"))
        }

    def text(self, document: str, page: int) -> str:
        """Give a page's text with white space as single spaces."""
        return " ".join(self._texts[document][page - 1].split())

    def lines(self, document: str, page: int) -> list[str]:
        return self._texts[document][page - 1].splitlines()

    def with_words(self, document: str, words: str) -> list[int]:
        """Give the pages on which words stand, whatever divides their letters."""
        pages = self._texts[document]
        return [n for n, text in enumerate(pages, start=1) if squeezed(words) in squeezed(text)]

    def invented(self, answer: Answer) -> list[str]:
        """Give the quotes of an answer that are not on the page they name."""
        return [
            c.quote
            for c in answer.citations
            if not c.quote.strip() or c.quote not in self.text(c.document, c.page)
        ]


def squeezed(text: str) -> str:
    """Give the letters and digits of a text only, in lower case."""
    return re.sub(r"[\W_]+", "", text.lower())
