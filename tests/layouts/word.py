"""Writing word-processor files: headings, paragraphs, tables with merged cells, page footers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Row
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph


def written(compose: Callable[[Document], None]) -> bytes:
    """Give the bytes of the file that `compose` writes into."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2024, 1, 8)
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(10.5)
    compose(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def turned(document: Document) -> None:
    """Set the pages landscape."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def running(document: Document, header: str, footer: str) -> None:
    """Set the words along the top and the foot of each page, the page number after the foot's."""
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    foot = section.footer.paragraphs[0]
    foot.text = f"{footer} "
    _page_field(foot)


def _page_field(paragraph: Paragraph) -> None:
    for kind, words in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()._r
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = words
        run.append(mark)


def opening(document: Document, organisation: str, title: str, lines: Sequence[str]) -> None:
    """Write the title at the head of the document."""
    document.add_paragraph(organisation)
    document.add_heading(title, 0)
    for line in lines:
        document.add_paragraph(line)


def paragraphs(document: Document, words: Sequence[str]) -> None:
    """Write body paragraphs."""
    for paragraph in words:
        document.add_paragraph(paragraph)


def grid(document: Document, rows: Sequence[Sequence[str]], bold_rows: int = 1) -> Table:
    """Write a ruled table; the first `bold_rows` rows are its header."""
    table: Table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            fill(cell, text)
    for row in table.rows[:bold_rows]:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
        _repeat(row._tr)
    return table


def _repeat(row: CT_Row) -> None:
    properties = row.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def fill(cell: _Cell, text: str) -> None:
    """Write a cell's words, each line a paragraph."""
    first, *rest = text.split("\n")
    cell.paragraphs[0].text = first
    for line in rest:
        cell.add_paragraph(line)


def merge(table: Table, top: tuple[int, int], bottom: tuple[int, int]) -> None:
    """Merge the cells between two corners (row, column); the top left cell's words stay."""
    start, end = table.cell(*top), table.cell(*bottom)
    words = start.text
    for row in range(top[0], bottom[0] + 1):
        for column in range(top[1], bottom[1] + 1):
            table.cell(row, column).text = ""
    start.merge(end)
    # Merging keeps the empty paragraphs of every cell that went into it.
    merged = table.cell(*top)
    for paragraph in merged.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    merged.paragraphs[0].text = words
