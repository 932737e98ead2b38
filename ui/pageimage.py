"""Draws a PDF's page as an image with places marked on it."""

from __future__ import annotations

import io
import threading
from functools import lru_cache
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageDraw

from ingest.types import Box, Page

_PIXELS = 1400
"""The width of the image: sharp on a screen of twice the usual density."""
_MARK = (255, 226, 110)


class PageImages:
    """Draws pages one at a time (PDFium may not be used by two threads) and keeps the last ones."""

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self._lock = threading.Lock()
        self._plain = lru_cache(maxsize=16)(_drawn)

    def png(self, file: Path, page: Page, boxes: tuple[Box, ...]) -> bytes:
        """Give a page as PNG; the boxes, in points from its top left corner, are marked."""
        with self._lock:
            plain = self._plain(file, page.number, file.stat().st_mtime_ns)
        image = _marked(plain, page, boxes)
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()


def _drawn(file: Path, number: int, changed: int) -> Image.Image:
    """Draw a page; `changed` is only there so that a changed file is drawn anew."""
    del changed
    pdf = pypdfium2.PdfDocument(file)
    try:
        page = pdf[number - 1]
        image: Image.Image = page.render(scale=_PIXELS / page.get_width()).to_pil().convert("RGB")
    finally:
        pdf.close()
    return image


def _marked(image: Image.Image, page: Page, boxes: tuple[Box, ...]) -> Image.Image:
    """Tint the boxes as a marker pen does: what is printed stays as dark as it was."""
    if not boxes or not page.width or not page.height:
        return image
    across, down = image.width / page.width, image.height / page.height
    ink = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(ink)
    for box in boxes:
        edges = (
            box.x0 * across - 3,
            box.top * down - 2,
            box.x1 * across + 3,
            box.bottom * down + 2,
        )
        pen.rectangle(edges, fill=_MARK)
    return ImageChops.multiply(image, ink)
