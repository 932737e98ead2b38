"""Tables with shaded rows, cards with a table inside, rows under part rules, columns of boxes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.types import Item

from .test_pdf_tables import grids, printed

GREY, DARK = Color(0.9, 0.94, 0.95), Color(0.2, 0.4, 0.4)
EDGES = (60, 120, 380, 540)
ROWS = (
    ("No.", "What we will do", "Target date"),
    ("B1", "Light both piers from dusk", "May 2025"),
    ("B2", "Mend the steps of the pier", "June 2025"),
    ("B3", "Test the crane each quarter", "July 2025"),
    ("B4", "Teach two people to drive it", "August 2025"),
)


def entries(tmp_path: Path, draw: object) -> list[Item]:
    structure = build_structure(printed(tmp_path, draw))  # type: ignore[arg-type]
    return [i for i in build_items("printed.pdf", structure) if i.kind == "entry"]


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def shade(canvas: Canvas, top: int, colour: Color, edges: tuple[int, ...] = EDGES) -> None:
    canvas.setFillColor(colour)
    for left, right in pairwise(edges):
        canvas.rect(left, top - 20, right - left, 20, stroke=0, fill=1)
    canvas.setFillColor(black)


def striped(canvas: Canvas, *, wide: str = "") -> None:
    """Draw a table whose head and every second row are shaded; `wide` stands over one plain row."""
    for n, row in enumerate(ROWS):
        top = 740 - 20 * n
        if n % 2 == 1 or n == 0:
            shade(canvas, top, DARK if n == 0 else GREY)
        canvas.setStrokeColor(GREY)
        canvas.line(EDGES[0], top - 20, EDGES[-1], top - 20)
        if wide and n == 2:
            canvas.drawString(EDGES[0] + 4, top - 14, wide)
            continue
        for x, text in zip(EDGES, row, strict=False):
            canvas.drawString(x + 4, top - 14, text)


def test_plain_rows_between_shaded_ones_are_rows_of_the_table(tmp_path: Path) -> None:
    found = entries(tmp_path, striped)
    assert [i.identifier for i in found] == ["B1", "B2", "B3", "B4"]
    assert [fields(i)["Target date"] for i in found] == [row[2] for row in ROWS[1:]]


def test_words_over_all_columns_between_shaded_rows_are_no_row(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        striped(canvas, wide="What the harbour's own people will do for the piers and the boats")

    rows = [row for table in grids(printed(tmp_path, draw)) for row in table]
    assert not any("people" in cell for row in rows for cell in row[1:])
    assert not any(row[0].startswith("What the") and any(row[1:]) for row in rows)


CARDS = (
    (
        "AFI 1",
        "The harbour should light its piers.",
        (("A1.1", "New lamps", "Pier Master", "Closed"),),
    ),
    (
        "AFI 2",
        "The harbour should count its boats.",
        (
            ("A2.1", "Buy a counter", "Head of Boats", "Closed"),
            ("A2.2", "Count each day", "Harbour Manager", "Open"),
        ),
    ),
    ("AFI 3", "The harbour should train its crews.", (("A3.1", "A course", "Crew Lead", "Open"),)),
)
INNER = (70, 120, 300, 430, 530)


def cards(canvas: Canvas) -> None:
    """Draw cards: number and title shaded side by side, over a shaded body with text and rows."""
    top = 740
    for number, title, rows in CARDS:
        height = 40 + 20 * len(rows)
        for left, right, colour in ((60, 130, DARK), (130, 540, GREY)):
            canvas.setFillColor(colour)
            canvas.rect(left, top - 22, right - left, 22, stroke=0, fill=1)
        canvas.setFillColor(Color(0.95, 0.95, 0.95))
        canvas.rect(60, top - 22 - height, 480, height, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(66, top - 15, number)
        canvas.drawString(136, top - 15, title)
        canvas.drawString(70, top - 40, "Our response. Accepted. We have begun, and shall go on.")
        for n, row in enumerate(rows):
            y = top - 60 - 20 * n
            canvas.setStrokeColor(Color(0.7, 0.7, 0.7))
            for left, right, text in zip(INNER, INNER[1:], row, strict=False):
                canvas.drawString(left + 2, y, text)
                canvas.line(left, y - 5, right, y - 5)
        top -= height + 40


def test_cards_are_entries_and_so_are_the_rows_inside_them(tmp_path: Path) -> None:
    found = {i.identifier: i for i in entries(tmp_path, cards)}
    assert list(found) == ["A1.1", "A2.1", "A2.2", "A3.1", "AFI 1", "AFI 2", "AFI 3"]
    assert fields(found["A2.2"]) == {"Owner": "Harbour Manager", "Status": "Open"}
    assert found["A2.2"].parent_text == "AFI 2"
    assert found["AFI 2"].text == "The harbour should count its boats."
    assert fields(found["AFI 2"])["Our response"].startswith("Accepted.")


RISKS = (
    (
        "R-01",
        "Grounding on the bar",
        "12 High",
        (("T1.1 Buy a second buoy", "May 2025"), ("T1.2 Sound the bar", "June 2025")),
    ),
    ("R-02", "Fire on a ferry", "8 Low", (("T2.1 Fit foam hoses", "July 2025"),)),
    (
        "R-03",
        "A tug that sinks",
        "9 Low",
        (("T3.1 Patch the hull", "Ongoing"), ("T3.2 Hire another", "May 2026")),
    ),
)
AT = (60, 110, 260, 330, 480)


def risks(canvas: Canvas) -> None:
    """Draw risks between whole rules; rules from the fourth column on divide their treatments."""
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in zip(AT, ("Risk", "Hazard", "Score", "Treatments promised", "Due"), strict=True):
        canvas.drawString(x, 746, name)
    canvas.setFont("Helvetica", 10)
    y = 740
    canvas.line(55, y, 560, y)
    for code, hazard, score, treatments in RISKS:
        for x, text in zip(AT, (code, hazard, score), strict=False):
            canvas.drawString(x, y - 14, text)
        for n, (treatment, due) in enumerate(treatments):
            canvas.drawString(AT[3], y - 14, treatment)
            canvas.drawString(AT[4], y - 14, due)
            y -= 24
            last = n == len(treatments) - 1
            canvas.line(55 if last else AT[3] - 4, y, 560, y)


def test_rules_from_some_column_on_divide_what_is_of_one_risk(tmp_path: Path) -> None:
    found = {i.identifier: i for i in entries(tmp_path, risks)}
    assert [i for i in found if i.startswith("R")] == ["R-01", "R-02", "R-03"]
    assert [i for i in found if i.startswith("T")] == ["T1.1", "T1.2", "T2.1", "T3.1", "T3.2"]
    assert found["R-01"].text == "Grounding on the bar"
    assert fields(found["R-01"]) == {"Score": "12 High"}
    assert (found["T1.2"].label, found["T1.2"].parent) == ("treatment", "R-01")
    assert fields(found["T1.2"]) == {"Due": "June 2025"}


PROSE = (
    "The board adopted the plan in November, and",
    "it runs to the end of the year after next. It",
    "holds the harbour to what stands in the boxes,",
    "and the person named beneath each does the work",
)


def columns(canvas: Canvas) -> None:
    """Draw two columns: paragraphs with short lines among them left, and prose right."""
    for n in range(24):
        y = 750 - 15 * n
        short = n % 4 > 1
        canvas.drawString(60, y, f"Who: Asa Reed {n}" if short else PROSE[n % 4])
        if n < 20:
            canvas.drawString(320, y - 4, PROSE[(n + 1) % 4] if n % 5 else f"{PROSE[0][:38]} {n}")


def test_a_column_with_many_short_lines_is_read_by_itself(tmp_path: Path) -> None:
    text = " ".join(e.text for e in printed(tmp_path, columns) if hasattr(e, "text"))
    assert text.index("Who: Asa Reed 23") < text.index(PROSE[0][:38] + " 0")


def test_columns_whose_lines_stand_at_other_heights_are_read_one_by_one(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(8):
            canvas.drawString(60, 750 - 15 * n, f"{PROSE[n % 4]}")
            canvas.drawString(320, 742 - 15 * n, f"{PROSE[(n + 2) % 4][:40].strip()} {n}")

    text = " ".join(e.text for e in printed(tmp_path, draw) if hasattr(e, "text"))
    assert text.index(f"{PROSE[2][:40].strip()} 0") > text.rindex(
        "the person named beneath each does the work"
    )


def test_a_column_set_smaller_may_fill_two_lines_beside_one(tmp_path: Path) -> None:
    works = (
        ("6.1", "Light both piers from dusk to dawn", ("October 2026",)),
        ("6.2", "Mend the steps of the long pier", ("Contract let by", "November 2026")),
        ("6.3", "Test the crane once in a quarter", ("Ongoing",)),
        ("6.4", "Teach two people to drive the crane", ("May 2026",)),
    )

    def draw(canvas: Canvas) -> None:
        for n, (code, text, when) in enumerate(works):
            y = 740 - 32 * n
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, y, code)
            canvas.drawString(100, y, text)
            canvas.setFont("Helvetica", 8)
            for m, line in enumerate(when):
                canvas.drawString(400, y - 11 * m, line)

    found = entries(tmp_path, draw)
    assert [i.identifier for i in found] == ["6.1", "6.2", "6.3", "6.4"]
    assert fields(found[1])["Date"] == "Contract let by November 2026"


RATED = (
    ("No.", "Objective", "Who leads", "Status"),
    ("1.1", "Light both piers from dusk", "Pier Master", "Green"),
    ("1.2", "Mend the steps of the pier", "Head of Works", "Amber"),
    ("1.3", "Test the crane each quarter", "Crane Driver", "Red"),
)
RATED_EDGES = (60, 100, 300, 440, 540)


def rated(canvas: Canvas) -> None:
    """Draw a table with a shaded head, thin bars under each cell and coloured statuses."""
    shade(canvas, 740, GREY, RATED_EDGES)
    for n, row in enumerate(RATED):
        top = 740 - 24 * n
        if n:
            canvas.setFillColor(Color(0.6, 0.85 - 0.2 * n, 0.5))
            canvas.rect(RATED_EDGES[-2], top - 20, 100, 24, stroke=0, fill=1)
            canvas.setFillColor(DARK)
            for left, right in pairwise(RATED_EDGES):
                canvas.rect(left, top - 20, right - left, 0.75, stroke=0, fill=1)
        elif n == 0:
            canvas.setFillColor(DARK)
            for left, right in pairwise(RATED_EDGES):
                canvas.rect(left, 720, right - left, 0.75, stroke=0, fill=1)
        canvas.setFillColor(black)
        for x, text in zip(RATED_EDGES, row, strict=False):
            canvas.drawString(x + 4, top - 14, text)


def test_thin_bars_divide_rows_of_which_only_the_status_is_shaded(tmp_path: Path) -> None:
    found = entries(tmp_path, rated)
    assert [i.identifier for i in found] == ["1.1", "1.2", "1.3"]
    assert [fields(i)["Who leads"] for i in found] == [row[2] for row in RATED[1:]]
    assert [fields(i)["Status"] for i in found] == ["Green", "Amber", "Red"]


REPORT = (
    ("1.1", "Scorecard", "Head of Insight", "June 2024", "First scorecard is out; three since."),
    ("1.2", "Survivor panel", "Strategic Lead", "July 2024", "Eleven of twelve people were found."),
    ("1.3", "Rope checks", "Rope Maker", "August 2024", "Ninety ropes of a hundred are checked."),
)
REPORT_EDGES = (60, 100, 240, 400, 520)


def remarked(canvas: Canvas) -> None:
    """Draw rows with a remark below each across its columns; rules only between the entries."""
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in zip(REPORT_EDGES, ("Ref", "Deliverable", "Owner", "Date"), strict=False):
        canvas.drawString(x + 4, 740, name)
    for n in range(len(REPORT) + 1):
        for left, right in pairwise(REPORT_EDGES):
            canvas.line(left, 734 - 34 * n, right, 734 - 34 * n)
    for n, row in enumerate(REPORT):
        top = 722 - 34 * n
        canvas.setFont("Helvetica", 10)
        for x, text in zip(REPORT_EDGES, row[:4], strict=False):
            canvas.drawString(x + 4, top, text)
        canvas.setFont("Helvetica-Oblique", 10)
        canvas.drawString(REPORT_EDGES[1] + 4, top - 15, row[4])


def test_a_remark_below_each_row_is_told_of_that_row(tmp_path: Path) -> None:
    found = entries(tmp_path, remarked)
    assert [(i.identifier, i.text) for i in found] == [(row[0], row[1]) for row in REPORT]
    assert [fields(i) for i in found] == [
        {"Owner": row[2], "Date": row[3], "Note": row[4]} for row in REPORT
    ]


FIGURES = (
    ("District", "2022", "2023"),
    ("Ashby", "21", "27"),
    ("Brinsop", "34", "38"),
    ("Both", "55", "65"),
)


def totalled(canvas: Canvas) -> None:
    """Draw a table whose names stand over its first rule and whose totals stand under the last."""
    edges = (60, 240, 340, 440)
    for n, row in enumerate(FIGURES):
        canvas.setFont("Helvetica-Bold" if n in (0, len(FIGURES) - 1) else "Helvetica", 10)
        for x, text in zip(edges, row, strict=False):
            canvas.drawString(x + 4, 740 - 20 * n, text)
        if n < len(FIGURES) - 1:
            for left, right in pairwise(edges):
                canvas.line(left, 734 - 20 * n, right, 734 - 20 * n)


def test_names_over_the_first_rule_and_totals_under_the_last_are_rows(tmp_path: Path) -> None:
    assert grids(printed(tmp_path, totalled)) == [[list(row) for row in FIGURES]]
