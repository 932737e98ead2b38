"""Tables that a page leaves open, that label their figures line by line, or are named apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.blocks.structure import build_structure
from ingest.elements import Grid
from ingest.items.build import build_items
from ingest.readers.pdf.reader import read_pdf
from ingest.types import Block

Draw = Callable[[Canvas], None]
LEFT, MIDDLE, RIGHT = 60, 200, 540


def printed(tmp_path: Path, *pages: Draw) -> tuple[Block | Grid, ...]:
    path = tmp_path / "printed.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read_pdf(path).elements


def grids(elements: tuple[Block | Grid, ...]) -> list[list[list[str]]]:
    return [[[c.text for c in row] for row in e.rows] for e in elements if isinstance(e, Grid)]


def test_a_row_that_the_page_leaves_open_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (200, 180):
            canvas.line(LEFT, y, RIGHT, y)
        for x in (LEFT, MIDDLE, RIGHT):
            canvas.line(x, 200, x, 60)
        canvas.drawString(LEFT + 5, 186, "Lead")
        canvas.drawString(MIDDLE + 5, 186, "Actions")
        canvas.drawString(LEFT + 5, 160, "Asa Reed")
        canvas.drawString(MIDDLE + 5, 160, "B1.1 Mend the pier before the winter.")

    assert grids(printed(tmp_path, draw)) == [
        [["Lead", "Actions"], ["Asa Reed", "B1.1 Mend the pier before the winter."]]
    ]


def test_a_cell_that_runs_over_rows_is_whole_where_borders_are_drawn_cell_by_cell(
    tmp_path: Path,
) -> None:
    edges = (60, 140, 320, 500, 560)
    rows = (
        ("Theme", "Action", "Lead", "RAG"),
        ("Prevent harm", "1.1 Mend the lamps of the quay", "Asa Reed", "Green"),
        ("", "1.2 Mend the lamps of the pier", "Bo Field", "Green"),
        ("", "1.3 Mend the bell of the pier", "", "Green"),
        ("", "1.4 Mend the tug in the dock", "Cy Marsh", "Green"),
    )

    def draw(canvas: Canvas) -> None:
        top = 700
        for number, row in enumerate(rows):
            after = rows[number + 1] if number + 1 < len(rows) else ("x",) * 4
            for left, right, text, below in zip(edges, edges[1:], row, after, strict=False):
                canvas.rect(left, top - 30, 0.6, 30, stroke=0, fill=1)
                canvas.rect(right, top - 30, 0.6, 30, stroke=0, fill=1)
                if number == 0:
                    canvas.rect(left, top, right - left, 0.6, stroke=0, fill=1)
                if below:
                    canvas.rect(left, top - 30, right - left, 0.6, stroke=0, fill=1)
                canvas.drawString(left + 4, top - 12, text)
            top -= 30

    (found,) = grids(printed(tmp_path, draw))
    assert [row[2] for row in found] == ["Lead", "Asa Reed", "Bo Field", "Bo Field", "Cy Marsh"]
    assert [row[0] for row in found[1:]] == ["Prevent harm"] * 4


def test_bands_with_a_title_and_a_status_open_entries(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        y = 740
        for ref, title, status in (
            ("1.1a", "Harbour hub", "Complete"),
            ("1.1b", "Lamps on the quay", "On track"),
            ("2.3", "Bell buoys", "Paused"),
        ):
            for left, right, shade in ((60, 420, 0.9), (420, 540, 0.6)):
                canvas.setFillGray(shade)
                canvas.rect(left, y - 6, right - left, 20, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(64, y, f"{ref} {title}")
            canvas.drawString(424, y, status)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, y - 30, "Owner: Head of Works. Date: May 2026.")
            canvas.drawString(60, y - 60, f"Update: Work on {title.lower()} has gone on since May.")
            y -= 110

    structure = build_structure(printed(tmp_path, draw))
    found = [i for i in build_items("report.pdf", structure) if i.kind == "entry"]
    assert [(i.identifier, i.text) for i in found] == [
        ("1.1a", "Harbour hub"),
        ("1.1b", "Lamps on the quay"),
        ("2.3", "Bell buoys"),
    ]
    assert [{f.name: f.value for f in i.fields}["Status"] for i in found] == [
        "Complete",
        "On track",
        "Paused",
    ]
    assert {f.name: f.value for f in found[2].fields}["Owner"] == "Head of Works"


def test_labels_beside_figures_make_rows_under_the_label_of_all(tmp_path: Path) -> None:
    columns = (60, 200, 320, 400, 480)

    def draw(canvas: Canvas) -> None:
        rows = [("Measure", "Port", "2021", "2022", "2023")]
        for measure in ("Boats", "Lamps"):
            for place, base in (("Northvale", 10), ("Southmere", 20), ("All", 30)):
                name = measure if place == "Northvale" else ""
                rows.append((name, place, str(base + 1), str(base + 2), str(base + 3)))
        y = 700
        for number, row in enumerate(rows):
            if number % 3 == 1 or number == 0:
                canvas.line(50, y + 14, 540, y + 14)
            for x, text in zip(columns, row, strict=True):
                canvas.drawString(x, y, text)
            y -= 18
        canvas.line(50, y + 14, 540, y + 14)

    (found,) = grids(printed(tmp_path, draw))
    assert found[2] == ["Boats", "Southmere", "21", "22", "23"]
    assert found[6] == ["Lamps", "All", "31", "32", "33"]
    assert len(found) == 7


def test_names_in_another_size_above_a_table_are_its_columns(tmp_path: Path) -> None:
    columns = (60, 180, 240, 320, 380)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(180, 720, "Boats")
        canvas.drawString(320, 720, "Lamps")
        canvas.setFont("Helvetica-Bold", 8)
        for x, text in zip(columns, ("Port", "2021", "2022", "2021", "2022"), strict=True):
            canvas.drawString(x, 704, text)
        canvas.setFont("Helvetica", 10)
        for n, port in enumerate(("Northvale", "Southmere", "Eastcliff")):
            for x, text in zip(columns, (port, "11", "12", "13", "14"), strict=True):
                canvas.drawString(x, 686 - 18 * n, text)

    structure = build_structure(printed(tmp_path, draw))
    assert structure.tables[0].heads == (
        ("Port",),
        ("Boats", "2021"),
        ("Boats", "2022"),
        ("Lamps", "2021"),
        ("Lamps", "2022"),
    )


def test_a_box_of_bullets_is_a_list(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(("We will answer.", "We will come back.", "We will say why.")):
            top = 700 - 20 * n
            for x0, x1 in ((60, 80), (80, 400)):
                canvas.rect(x0, top, x1 - x0, 20)
            canvas.drawString(66, top + 6, "•")
            canvas.drawString(86, top + 6, text)

    structure = build_structure(printed(tmp_path, draw))
    assert [(b.kind, b.text) for b in structure.blocks] == [
        ("list_item", "We will answer."),
        ("list_item", "We will come back."),
        ("list_item", "We will say why."),
    ]


def test_numbered_lines_at_the_edge_of_left_and_right_pages_are_left_out(tmp_path: Path) -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(60, 400, f"The harbour has {number} piers and a light on each.")
            edge = f"{number} | Northvale" if number % 2 else f"Our harbour | {number}"
            canvas.drawString(60, 30, edge)

        return draw

    elements = printed(tmp_path, *(page(n) for n in range(1, 6)))
    assert [e.text for e in elements if isinstance(e, Block)] == [
        f"The harbour has {n} piers and a light on each." for n in range(1, 6)
    ]


COLUMNS = (40, 120, 280, 380, 470)
HEADS = ("Ref", "What we will do", "Who", "By when", "How we will know")


def lines(*rows: tuple[str, ...], top: int) -> Draw:
    """Draw lines of cells that only white sets apart, the heads in bold."""

    def draw(canvas: Canvas) -> None:
        for n, row in enumerate(rows):
            canvas.setFont("Helvetica-Bold" if row == HEADS else "Helvetica", 8)
            for x, text in zip(COLUMNS, row, strict=True):
                canvas.drawString(x, top - 10 * n, text)

    return draw


def test_a_row_without_rules_goes_on_over_the_page(tmp_path: Path) -> None:
    first = lines(
        HEADS, ("NH 1(i)", "Light the long pier with", "Harbour", "31 May 2023", "No lamp"), top=60
    )
    rest = lines(("Dark pier", "electric lamps.", "Master", "", "fails."), top=760)
    next_row = lines(
        ("NH 1(ii)", "Mend the crane at the", "Crane", "30 June 2024", "It lifts nine"),
        ("Broken crane", "old dock before winter.", "Foreman", "", "tonnes."),
        top=735,
    )

    def second(canvas: Canvas) -> None:
        rest(canvas)
        next_row(canvas)

    (table,) = build_structure(printed(tmp_path, first, second)).tables
    assert table.header == HEADS
    assert [r.values for r in table.rows] == [
        (
            "NH 1(i) Dark pier",
            "Light the long pier with electric lamps.",
            "Harbour Master",
            "31 May 2023",
            "No lamp fails.",
        ),
        (
            "NH 1(ii) Broken crane",
            "Mend the crane at the old dock before winter.",
            "Crane Foreman",
            "30 June 2024",
            "It lifts nine tonnes.",
        ),
    ]


def test_figures_in_large_type_keep_the_labels_below_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 26)
        canvas.drawString(60, 700, "118,400")
        canvas.drawString(320, 700, "9 min 12 s")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 684, "boats call at Northvale")
        canvas.drawString(320, 684, "median wait for a pilot,")
        canvas.drawString(320, 672, "2023/24")
        canvas.setFont("Helvetica-Bold", 26)
        canvas.drawString(60, 620, "2023/24")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 600, "The harbour was open on all days of the year but two.")

    blocks = [e for e in printed(tmp_path, draw) if isinstance(e, Block)]
    assert [b.text for b in blocks[:2]] == [
        "118,400 boats call at Northvale",
        "9 min 12 s median wait for a pilot, 2023/24",
    ]
    assert blocks[2].text == "2023/24"  # a year is no figure


def test_the_first_row_below_a_shaded_head_needs_no_rule_above_it(tmp_path: Path) -> None:
    edges = (60, 100, 340, 480, 560)
    rows = (
        ("1.1", "Mend the lamps of the quay", "Asa Reed", "May 2026"),
        ("1.2", "Mend the bell of the pier", "Bo Field", "June 2026"),
        ("1.3", "Buy a tug for the dock", "Cy Marsh", "July 2026"),
    )

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        for x, end, name in zip(edges, edges[1:], ("Ref", "Action", "Owner", "Date"), strict=False):
            canvas.setFillGray(0.2)
            canvas.rect(x, 700, end - x, 18, stroke=0, fill=1)
            canvas.setFillGray(1)
            canvas.drawString(x + 4, 705, name)
        canvas.setFont("Helvetica", 10)
        for n, row in enumerate(rows):
            for x, end, text in zip(edges, edges[1:], row, strict=False):
                canvas.setFillGray(0.6)
                canvas.rect(x, 670 - 30 * n, end - x, 0.7, stroke=0, fill=1)
                canvas.setFillGray(0)
                canvas.drawString(x + 4, 682 - 30 * n, text)

    assert grids(printed(tmp_path, draw)) == [
        [["Ref", "Action", "Owner", "Date"], *(list(row) for row in rows)]
    ]
