"""Pages as browsers print them: a white backdrop, cells without a gap, raised endings."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.layout import PageLayout, read_layout

LEFT, MIDDLE, RIGHT = 60, 110, 540


@pytest.fixture
def layout(tmp_path: Path) -> PageLayout:
    path = tmp_path / "printed.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(30, 30, 540, 740, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(LEFT, 740, "These two steps follow a lost oar, on the 9")
    width = canvas.stringWidth("These two steps follow a lost oar, on the 9", "Helvetica", 10)
    canvas.setFont("Helvetica", 6)
    canvas.drawString(LEFT + width, 744, "th")
    canvas.setFont("Helvetica", 10)
    tops = (720, 700, 680, 660)
    for y in tops:
        canvas.line(LEFT, y, RIGHT, y)
    for x in (LEFT, MIDDLE, RIGHT):
        canvas.line(x, tops[0], x, tops[-1])
    for y, cells in zip(
        tops, (("Stage", "Action"), ("First", "Row to the pier"), ("Last", "Ask for another oar")),
        strict=False,
    ):  # fmt: skip
        canvas.drawRightString(MIDDLE, y - 14, cells[0])
        canvas.drawString(MIDDLE, y - 14, cells[1])
    canvas.drawString(LEFT, 600, "Below the table.")
    canvas.save()
    with pdfplumber.open(path) as pdf:
        return read_layout(pdf.pages[0], 1)


def test_a_backdrop_is_no_table(layout: PageLayout) -> None:
    assert len(layout.grids) == 1
    outside = " ".join(w.text for w in layout.outside)
    assert "These two steps" in outside
    assert "Below the table." in outside


def test_cells_without_a_gap_between_their_words_are_told_apart(layout: PageLayout) -> None:
    rows = [[cell.text for cell in row] for row in layout.grids[0].grid.rows]
    assert rows == [
        ["Stage", "Action"],
        ["First", "Row to the pier"],
        ["Last", "Ask for another oar"],
    ]


def test_a_raised_ending_stays_with_its_figure(layout: PageLayout) -> None:
    assert "9th" in [w.text for w in layout.outside]
