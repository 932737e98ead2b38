"""What a PDF itself has where a quote is marked: an independent reading of the boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from ingest.types import Box, Page
from ui.highlight import quote_boxes

_SLACK = 0.5
"""How many points a letter's middle may stand outside a box."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or digit of a page with its middle, in points from the top left corner."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Marked:
    """Letters and digits of a quote that are not marked, and marked ones that are not its."""

    missing: str
    extra: str

    @property
    def right(self) -> bool:
        """Whether the marking covers the quote and nothing else."""
        return not (self.missing or self.extra)


class PrintedPages:
    """Reads the letters of a PDF's pages with PDFium, which took no part in finding the boxes."""

    def __init__(self, file: Path) -> None:
        self._pdf = pypdfium2.PdfDocument(file)
        self._pages: dict[int, tuple[Letter, ...]] = {}

    def close(self) -> None:
        self._pdf.close()

    def marked(self, page: Page, quote: str) -> Marked:
        """Compare what is printed in a quote's boxes with the quote."""
        boxes = quote_boxes(page, quote)
        inside = "".join(e.text for e in self._letters(page.number) if _within(e, boxes))
        wanted, found = Counter(_plain(quote)), Counter(_plain(inside))
        return Marked("".join((wanted - found).elements()), "".join((found - wanted).elements()))

    def _letters(self, number: int) -> tuple[Letter, ...]:
        if number not in self._pages:
            self._pages[number] = tuple(_read(self._pdf[number - 1]))
        return self._pages[number]


def _read(page: pypdfium2.PdfPage) -> list[Letter]:
    text, height = page.get_textpage(), page.get_height()
    letters = []
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            left, bottom, right, top = text.get_charbox(index)
            letters.append(Letter(character, (left + right) / 2, height - (top + bottom) / 2))
    return letters


def _within(letter: Letter, boxes: tuple[Box, ...]) -> bool:
    return any(
        box.x0 - _SLACK <= letter.x <= box.x1 + _SLACK
        and box.top - _SLACK <= letter.y <= box.bottom + _SLACK
        for box in boxes
    )


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
