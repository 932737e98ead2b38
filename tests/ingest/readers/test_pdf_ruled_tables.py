"""Tables whose rules run over the white between their columns, and values wrapped below names."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from ingest.elements import Grid

from .test_pdf_shaded import entries, fields
from .test_pdf_tables import grids, printed

DARK = Color(0.2, 0.4, 0.4)


def rows_of_words(canvas: Canvas) -> None:
    """Draw a table of long cells between whole rules: either side of it reads like running text."""
    left, middle, right = 50, 310, 560
    for n in range(9):
        top = 740 - 30 * n
        canvas.line(left, top, right, top)
        words = (
            "No.",
            "What the harbour will do",
            "Officer who answers for it and what is measured",
        )
        if n:
            words = (
                f"C{n}",
                f"Visit {n} thousand ships a year and give each of",
                f"Head of Works, Asa Reed of the west pier; {n} ships",
            )
        for x, text in zip((left, left + 24, middle), words, strict=True):
            canvas.drawString(x, top - 12, text)
        if n:
            canvas.drawString(left + 24, top - 24, "them a lamp for the winter that is to come")
            canvas.drawString(middle, top - 24, "were seen last year and more are to be seen")
    canvas.line(left, 470, right, 470)


def test_a_table_that_rules_run_over_is_no_page_of_two_columns(tmp_path: Path) -> None:
    (found,) = grids(printed(tmp_path, rows_of_words))
    assert all(len(row) == 3 for row in found)
    assert found[1][2].startswith("Head of Works, Asa Reed")


def heads(canvas: Canvas, top: int, names: tuple[str, ...], edges: tuple[int, ...]) -> None:
    canvas.setFillColor(DARK)
    canvas.rect(edges[0], top - 18, edges[-1] - edges[0], 18, stroke=0, fill=1)
    canvas.setFillColor(black)
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in zip(edges, names, strict=False):
        canvas.drawString(x + 4, top - 13, name)
    canvas.setFont("Helvetica", 10)


def rows(
    canvas: Canvas, top: int, cells: tuple[tuple[str, ...], ...], edges: tuple[int, ...]
) -> None:
    """Draw rows with a rule below each, broken at every border."""
    for n, row in enumerate(cells):
        y = top - 20 * n
        for x, text in zip(edges, row, strict=False):
            canvas.drawString(x + 4, y - 13, text)
        for a, b in pairwise(edges):
            canvas.line(a, y - 20, b, y - 20)


def two_tables(canvas: Canvas) -> None:
    first, second = (50, 250, 350, 550), (50, 300, 360, 450, 550)
    heads(canvas, 740, ("Measure", "Baseline", "Target"), first)
    for a, b in pairwise(first):
        canvas.line(a, 722, b, 722)
    rows(canvas, 722, (("Ships seen", "61", "75"), ("Lamps lit", "74", "90")), first)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(50, 655, "Principal risks")
    heads(canvas, 640, ("Risk", "Score", "Owner", "Control"), second)
    for a, b in pairwise(second):
        canvas.line(a, 622, b, 622)
    told = (("Fog on the west pier", "20", "Asa Reed", "Ring the bell"),)
    rows(canvas, 622, (*told, ("Ice", "12", "Bo Field", "Salt")), second)


def test_two_tables_with_a_heading_between_are_two(tmp_path: Path) -> None:
    elements = printed(tmp_path, two_tables)
    found = grids(elements)
    assert [row[0] for row in found[0]] == ["Measure", "Ships seen", "Lamps lit"]
    assert found[1][1] == ["Fog on the west pier", "20", "Asa Reed", "Ring the bell"]
    said = [e.text for e in elements if not isinstance(e, Grid)]
    assert "Principal risks" in said


def findings(canvas: Canvas) -> None:
    for n, who in enumerate(("Detective", "Head of Works,", "Harbour"), start=1):
        top = 740 - 90 * n
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(50, top, f"Finding {n}: the lamps of pier {n} are dark")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, top - 18, "Nobody had lit them when the evening came.")
        for x, name, value in ((50, "Responsible officer:", who), (330, "Due:", f"{n} May 2025")):
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(x, top - 36, name)
            wide = canvas.stringWidth(f"{name} ", "Helvetica-Bold", 10)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x + wide, top - 36, value)
        canvas.drawString(50, top - 48, "Superintendent Asa Reed")


def test_a_value_goes_on_below_its_own_name(tmp_path: Path) -> None:
    found = [fields(i) for i in entries(tmp_path, findings)]
    assert [f["Responsible officer"] for f in found] == [
        "Detective Superintendent Asa Reed",
        "Head of Works, Superintendent Asa Reed",
        "Harbour Superintendent Asa Reed",
    ]
    assert [f["Due"] for f in found] == ["1 May 2025", "2 May 2025", "3 May 2025"]


def glossary(canvas: Canvas) -> None:
    """Draw short entries in two columns, which begin at other heights."""
    left = [
        "Neap tide – a tide of small range, when the",
        "moon is at its first or last quarter.",
        "",
        "Berth – a place at the quay in which one ship",
        "may lie and be loaded.",
        "",
        "Pilot – a mariner who knows the waters and is",
        "taken on board to bring a ship into the harbour.",
        "",
        "Fairway – the deepest part of a channel, kept",
        "clear for ships that come and go.",
    ]
    right = ["HM – Harbour Master.", "FBS – Fog Bell Service of both shores.", "TLC – Tide Club."]
    right += ["WPG – West Pier Group.", "RNB – Rock and North Buoy list.", "OLD – Old Lamp Deed."]
    for n, text in enumerate(left):
        canvas.drawString(50, 740 - 13 * n, text)
    for n, text in enumerate(right):
        canvas.drawString(330, 733 - 32 * n, text)


def test_a_glossary_in_two_columns_is_no_table(tmp_path: Path) -> None:
    elements = printed(tmp_path, glossary)
    assert not grids(elements)
    said = [e.text for e in elements if not isinstance(e, Grid)]
    assert "HM – Harbour Master." in said
