"""Pages with the quote marked: where it stands, the image, the file it comes from."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest.types import Box, Page
from tests.ui.samples import PLAN, QUOTE, WORDS
from ui.highlight import quote_boxes
from ui.originals import find_original
from ui.pageimage import PageImages

PAGE = PLAN.pages[1]


def test_a_quote_across_two_columns_and_lines_is_marked_whole() -> None:
    boxes = quote_boxes(PAGE, QUOTE)
    assert {(box.x0, box.top) for box in boxes} == {(10, 40), (300, 40), (10, 52)}
    assert all(box.bottom - box.top == 10 for box in boxes)


def test_a_quote_in_one_cell_is_one_box() -> None:
    (box,) = quote_boxes(PAGE, "Count the boats")
    assert (box.x0, box.top, box.x1) == (40, 80, 40 + 6 * len("Count the boats"))


def test_nothing_is_marked_that_is_not_there() -> None:
    assert quote_boxes(PAGE, "Paint the lighthouse") == ()
    assert quote_boxes(PAGE, "…") == ()
    assert quote_boxes(Page(1, "1", "no positions"), "positions") == ()


def test_the_image_is_tinted_inside_the_boxes_only(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    canvas = Canvas(str(file), pagesize=(600, 800))
    canvas.drawString(10, 750, "Count the boats")
    canvas.save()
    page = Page(1, "1", "Count the boats", WORDS, 600, 800)
    png = PageImages().png(file, page, (Box(300, 400, 400, 420),))
    image = Image.open(io.BytesIO(png))
    scale = image.width / 600
    red, green, blue = image.getpixel((int(350 * scale), int(410 * scale)))  # type: ignore[misc]
    assert (red, green) > (200, 200)
    assert blue < 150
    assert image.getpixel((int(350 * scale), int(500 * scale))) == (255, 255, 255)
    plain = Image.open(io.BytesIO(PageImages().png(file, page, ())))
    assert plain.getpixel((int(350 * scale), int(410 * scale))) == (255, 255, 255)


def test_the_file_is_given_only_while_it_is_the_one_that_was_read(tmp_path: Path) -> None:
    inside = tmp_path / "2031" / "plan.pdf"
    inside.parent.mkdir()
    inside.write_bytes(b"first")
    info = dataclasses.replace(PLAN.info, sha256=hashlib.sha256(b"first").hexdigest())
    assert find_original(tmp_path, info) == inside
    inside.write_bytes(b"second")
    assert find_original(tmp_path, info) is None
