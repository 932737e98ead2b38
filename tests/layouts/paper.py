"""Printing on pages: styles, running header and footer, and the page on which an item starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer

from .model import TrueItem

MARGIN = 56.0
Story = list[Any]
Setting = str | float
Pages = dict[str, int]


class Marked(Paragraph):  # type: ignore[misc]
    """A paragraph that notes the page on which it begins under its mark."""

    mark: str = ""
    pages: Pages | None = None

    def split(self, width: float, height: float) -> list[Any]:
        """Split as a paragraph does; both parts carry the mark, the first printed counts."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.mark, part.pages = self.mark, self.pages
        return parts

    def draw(self) -> None:
        """Print, and note the page."""
        if self.pages is not None and self.mark:
            self.pages.setdefault(self.mark, self.canv.getPageNumber())
        super().draw()


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is printed: its fonts, its colour, and what runs along each page.

    `footer` may hold {page} and {total}. `columns` is the number of text columns after the
    first page.
    """

    header: str = ""
    footer: str = "Page {page}"
    font: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    italic: str = "Helvetica-Oblique"
    size: float = 10.0
    colour: str = "#1f3864"
    wide: bool = False
    columns: int = 1

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = landscape(A4) if self.wide else A4
        return float(width), float(height)

    @property
    def text_width(self) -> float:
        """The width between the margins in points."""
        return self.page_size[0] - 2 * MARGIN

    def style(self, name: str = "body", **changes: Setting) -> ParagraphStyle:
        """Give a paragraph style: body, title, heading, subheading, cell, head or small."""
        made = self._changes()[name]
        base: dict[str, Setting] = {
            "fontName": self.font,
            "fontSize": self.size,
            "textColor": "black",
        }
        if name in {"title", "heading", "subheading"}:
            base["textColor"] = HexColor(self.colour)
        return ParagraphStyle(name, **(base | made | changes))

    def _changes(self) -> dict[str, dict[str, Setting]]:
        size = self.size
        return {
            "body": {"leading": size * 1.35, "spaceAfter": size * 0.8},
            "title": {"fontName": self.bold, "fontSize": 24, "leading": 29, "spaceAfter": 12},
            "heading": {
                "fontName": self.bold,
                "fontSize": size + 4,
                "leading": size * 1.7,
                "spaceBefore": size,
                "spaceAfter": size * 0.6,
                "keepWithNext": 0,
            },
            "subheading": {
                "fontName": self.bold,
                "fontSize": size + 1,
                "leading": size * 1.5,
                "spaceBefore": size * 0.6,
                "spaceAfter": 4,
                "keepWithNext": 0,
            },
            "cell": {"fontSize": size - 0.5, "leading": size * 1.2},
            "head": {"fontName": self.bold, "fontSize": size - 0.5, "leading": size * 1.2},
            "small": {"fontSize": size - 2, "leading": size},
        }


@dataclass(slots=True)
class Paper:
    """A document being printed: a look, and the pages that marks were printed on."""

    look: Look
    pages: Pages = field(default_factory=dict)

    def text(self, words: str, style: str = "body", **changes: Setting) -> Paragraph:
        """Give a paragraph; & and < are written as they are meant."""
        return Paragraph(escaped(words), self.look.style(style, **changes))

    def justified(self, words: str) -> Paragraph:
        """Give a body paragraph set to both margins."""
        return self.text(words, alignment=TA_JUSTIFY)

    def marked(self, words: str, mark: str, style: str = "cell", **changes: Setting) -> Marked:
        """Give a paragraph whose page is noted under `mark`."""
        paragraph = Marked(escaped(words), self.look.style(style, **changes))
        paragraph.mark, paragraph.pages = mark, self.pages
        return paragraph


def escaped(words: str) -> str:
    """Write & < > for the paragraph's markup, keeping <b> and <i>."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for tag in ("b", "i"):
        safe = safe.replace(f"&lt;{tag}&gt;", f"<{tag}>").replace(f"&lt;/{tag}&gt;", f"</{tag}>")
    return safe


def printed(look: Look, compose: Callable[[Paper], Story]) -> tuple[bytes, Pages]:
    """Print what `compose` gives; twice, as the footer may tell how many pages there are."""
    total = 0
    for _ in range(2 if "{total}" in look.footer else 1):
        paper, out = Paper(look), BytesIO()
        template = _template(look, out, total)
        template.build(compose(paper))
        total = template.page
    return out.getvalue(), paper.pages


def _template(look: Look, out: BytesIO, total: int) -> BaseDocTemplate:
    width, height = look.page_size
    inner = height - 2 * MARGIN
    gap = 22.0
    column = (look.text_width - gap * (look.columns - 1)) / look.columns
    bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    frames = [
        Frame(MARGIN + i * (column + gap), MARGIN, column, inner, id=f"c{i}", **bare)
        for i in range(look.columns)
    ]
    first = Frame(MARGIN, MARGIN, look.text_width, inner, id="first", **bare)
    made = BaseDocTemplate(out, pagesize=(width, height), invariant=1, title="", author="")
    made.addPageTemplates(
        [
            PageTemplate(
                id="first", frames=[first], onPage=_runner(look, total), autoNextPageTemplate="rest"
            ),
            PageTemplate(id="rest", frames=frames, onPage=_runner(look, total)),
        ]
    )
    return made


def _runner(look: Look, total: int) -> Callable[[Any, Any], None]:
    def run(canvas: Any, _: Any) -> None:  # noqa: ANN401 - the printing library is untyped
        width, height = look.page_size
        canvas.saveState()
        canvas.setFont(look.font, 8)
        canvas.setFillColor(HexColor("#555555"))
        canvas.drawString(MARGIN, height - 34, look.header)
        foot = look.footer.format(page=canvas.getPageNumber(), total=total)
        canvas.drawRightString(width - MARGIN, 30, foot)
        canvas.restoreState()

    return run


def title_page(paper: Paper, organisation: str, title: str, lines: Sequence[str]) -> Story:
    """Give a title page's story, without the break after it."""
    return [
        Spacer(1, 120),
        paper.text(organisation, "heading", keepWithNext=0),
        paper.text(title, "title"),
        Spacer(1, 24),
        *(paper.text(line) for line in lines),
    ]


def title_block(paper: Paper, organisation: str, title: str, lines: Sequence[str]) -> Story:
    """Give a title that stands at the top of the first page, the text following below."""
    return [
        paper.text(organisation, "subheading"),
        paper.text(title, "title", fontSize=18, leading=22),
        *(paper.text(line, spaceAfter=2) for line in lines),
        Spacer(1, 10),
    ]


def paged(items: Sequence[TrueItem], pages: Pages) -> tuple[TrueItem, ...]:
    """Give the items with the page that each was printed on, found by mark."""
    return tuple(replace(item, page=pages[mark_of(item)]) for item in items)


def mark_of(item: TrueItem) -> str:
    """The mark an item is printed under."""
    return f"{item.label} {item.identifier} {item.text}"


def writer(file_name: str, content: bytes) -> Callable[[Path], None]:
    """Give the function that writes those bytes into a folder."""

    def write(folder: Path) -> None:
        (folder / file_name).write_bytes(content)

    return write
