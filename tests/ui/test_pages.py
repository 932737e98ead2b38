"""Pages with the quote marked: where it stands, the image, the file it comes from."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest.types import Block, Box, Page, Place
from tests.ui.samples import PLAN, QUOTE, WORDS, line
from ui.highlight import quote_boxes
from ui.markup import page_text_html
from ui.originals import find_original
from ui.pageimage import PageImages
from ui.section_view import section_around

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


def test_a_text_is_shown_from_the_heading_above_the_quote_to_the_next() -> None:
    text = "Plan\nBefore.\nBoats\nCount the boats <b>twice</b>.\nShips\nCount the ships."
    heads = tuple(
        Block("heading", name, (Place(0, name),), level=1) for name in ("Plan", "Boats", "Ships")
    )
    page = Page(1, "", text)
    document = dataclasses.replace(PLAN, pages=(page,), blocks=heads)
    part = section_around(document, page, "Count the boats")
    assert text[part.start : part.end] == "Boats\nCount the boats <b>twice</b>.\n"
    html = page_text_html(page, ("Count the boats", "Count the ships"), part)
    assert "<mark>Count the boats</mark> &lt;b&gt;twice" in html
    assert "ships" not in html
    whole = section_around(document, page, "not there")
    assert (whole.start, whole.end) == (0, len(text))


def test_words_are_marked_where_the_lines_of_two_cells_interleave() -> None:
    words = (
        *line("people and", 10, 10),
        *line("Assurance and", 300, 10),
        *line("communities", 10, 22),
        *line("Equality", 300, 22),
        *line("and communities", 10, 200),
    )
    page = Page(1, "1", "", words, 600, 800)
    boxes = quote_boxes(page, "people and communities Assurance and Equality")
    assert {(box.x0, box.top) for box in boxes} == {(10, 10), (300, 10), (10, 22), (300, 22)}
    assert sum(box.x1 - box.x0 for box in boxes) == 6 * (10 + 13 + 11 + 8)


def test_no_word_of_the_page_is_marked_for_two_of_the_quote() -> None:
    words = (*line("Schools review", 10, 10), *line("National Schools", 300, 10))
    page = Page(1, "1", "", words, 600, 800)
    (left, right) = quote_boxes(page, "Schools review National Schools")
    assert (left.x0, right.x0, right.x1) == (10, 300, 300 + 6 * len("National Schools"))
