"""Cards side by side are read one by one; boxes in columns of text are left to the columns."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.pdf.panels import panels_of
from ingest.readers.pdf.reader import read_pdf
from ingest.readers.pdf.words import Printed
from ingest.types import Box, Item
from ingest.wording.quotes import find_run

from .test_pdf_tables import printed

WIDTH, HEIGHT, GAP = 150, 90, 12
NAMED = (
    ("P1", "Light the long pier", "from dusk to dawn.", "Asa Reed", "May 2025"),
    ("P2", "Buy a tug that floats", "and does not smoke.", "Bo Field", "June 2025"),
    ("P3", "Mend the fog bell", "before the winter.", "Cy Marsh", "July 2025"),
    ("P4", "Teach two people to", "drive the crane.", "Di Hill", "August 2025"),
)
POSTS = (
    ("P1", "Light the long pier", "from dusk to dawn.", "Harbour Office Manager", "May 2025"),
    ("P2", "Buy a tug that floats", "and does not smoke.", "Head of Boats", "June 2025"),
    ("P3", "Mend the fog bell", "before the winter.", "Bell Team", "July 2025"),
)


def box(canvas: Canvas, x: float, top: float, *lines: str, height: float = HEIGHT) -> None:
    canvas.rect(x, top - height, WIDTH, height)
    for n, line in enumerate(lines):
        canvas.drawString(x + 6, top - 14 - 12 * n, line)


def cards(canvas: Canvas) -> None:
    canvas.drawString(60, 760, "What we will do, as cards for the harbour's own people to read.")
    for n, (code, *text, who, when) in enumerate(NAMED):
        x, top = 60 + (n % 3) * (WIDTH + GAP), 740 - (n // 3) * (HEIGHT + GAP)
        box(canvas, x, top, code, *text)
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(x + 6, top - 50, "LED BY")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x + 6, top - 62, who)
        canvas.drawString(x + 6, top - 80, f"Due {when}")


def unnamed(canvas: Canvas) -> None:
    for n, (code, *text, who, when) in enumerate(POSTS):
        x = 60 + n * (WIDTH + GAP)
        canvas.setFont("Helvetica", 9)
        canvas.rect(x, 740 - HEIGHT, WIDTH, HEIGHT)
        for at, line in enumerate((code, *text)):
            canvas.drawString(x + 6, 726 - 12 * at, line)
        canvas.setFont("Helvetica-Bold", 8)
        canvas.drawString(x + 6, 680, who)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(x + 6, 664, f"Due {when}")


def entries(tmp_path: Path, draw: object) -> list[Item]:
    structure = build_structure(printed(tmp_path, draw))  # type: ignore[arg-type]
    return [i for i in build_items("printed.pdf", structure) if i.kind == "entry"]


def fields(item: Item) -> dict[str, str]:
    return {f.name: f.value for f in item.fields}


def test_each_card_of_a_row_is_read_by_itself(tmp_path: Path) -> None:
    found = entries(tmp_path, cards)
    assert [i.identifier for i in found] == ["P1", "P2", "P3", "P4"]
    assert found[1].text == "Buy a tug that floats and does not smoke."
    assert fields(found[1]) == {"LED BY": "Bo Field", "Due": "June 2025"}


def test_a_line_between_text_and_day_that_is_a_post_owns_the_card(tmp_path: Path) -> None:
    found = entries(tmp_path, unnamed)
    assert [fields(i)["Owner"] for i in found] == [who for *_, who, _ in POSTS]
    assert [fields(i)["Due"] for i in found] == [when for *_, when in POSTS]


def numbered(canvas: Canvas) -> None:
    for n, (_, *text, who, when) in enumerate(NAMED[:3]):
        x, top = 60 + (n % 2) * (WIDTH + GAP), 740 - (n // 2) * (HEIGHT + GAP)
        canvas.setFont("Helvetica", 9)
        canvas.rect(x, top - HEIGHT, WIDTH, HEIGHT)
        canvas.drawString(x + WIDTH - 22, top - 19, f"2.{n + 1}")
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(x + 6, top - 14, text[0])
        canvas.drawString(x + 6, top - 26, text[1])
        canvas.setFont("Helvetica", 9)
        for at, line in enumerate((f"Owner: {who}", f"Due: {when}")):
            canvas.drawString(x + 6, top - 46 - 14 * at, line)


def test_a_number_in_a_cards_corner_is_the_cards_own(tmp_path: Path) -> None:
    found = entries(tmp_path, numbered)
    assert [i.identifier for i in found] == ["2.1", "2.2", "2.3"]
    assert fields(found[2]) == {"Owner": "Cy Marsh", "Due": "July 2025"}
    assert found[0].text.startswith("Light the long pier from dusk to dawn.")
    page = read_pdf(tmp_path / "printed.pdf").pages[0].text
    assert all(find_run(page, place.text) for item in found for place in item.places)


def test_boxes_at_different_heights_are_read_column_by_column() -> None:
    left = [Box(60, top, 210, top + 60) for top in (40, 120, 200)]
    right = [Box(240, top, 390, top + 60) for top in (70, 150, 230)]
    words = [
        Printed(text, Box(b.x0 + 6, b.top + 6 + 14 * n, b.x0 + 60, b.top + 16 + 14 * n), 10, False)
        for b in (*left, *right)
        for n, text in enumerate(("The", "pier", "is", "old"))
    ]
    found = panels_of([*right, *left], words, 1, 600)
    assert [p.lines[0].words[0].box.x0 for p in found] == [b.x0 + 6 for b in (*left, *right)]
    between = Printed("beside", Box(220, 100, 235, 112), 10, bold=False)
    assert panels_of([*left, *right], [*words, between], 1, 600) == []
