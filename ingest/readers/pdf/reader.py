"""Reads PDF files: text, labels and metadata by pypdf, lines and ruled tables by pdfplumber."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pdfplumber
from pypdf import PdfReader

from ingest.elements import Reading
from ingest.errors import UnreadableFile
from ingest.readers.pdf.layout import PageLayout, read_layout
from ingest.readers.pdf.text import text_elements
from ingest.types import Page

_FEWEST_CHARACTERS = 20


def read_pdf(path: Path) -> Reading:
    """Read a PDF file into pages and elements.

    Raises:
        UnreadableFile: it is encrypted, damaged beyond reading or holds no page.
    """
    with _quiet():
        try:
            pages, metadata = _pages(path)
            layouts = _as_many(_layouts(path), len(pages))
        except UnreadableFile:
            raise
        except Exception as error:  # the libraries raise dozens of kinds on damaged files
            raise UnreadableFile(
                f"{path.name}: the PDF cannot be read ({_first_line(error)}); "
                "open and save it again with a PDF program, or leave it out"
            ) from error
    placed = tuple(
        Page(p.number, p.label, p.text, lay.words, lay.width, lay.height)
        for p, lay in zip(pages, layouts, strict=True)
    )
    return Reading(
        pages=placed,
        elements=text_elements(layouts),
        metadata=metadata,
        warnings=_warnings(placed),
    )


def _pages(path: Path) -> tuple[list[Page], dict[str, str]]:
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile(
            f"{path.name}: the PDF is protected by a password; save a copy without it and add that"
        )
    labels = _labels(reader)
    pages = [
        Page(number, labels[number - 1], page.extract_text())
        for number, page in enumerate(reader.pages, start=1)
    ]
    if not pages:
        raise UnreadableFile(f"{path.name}: the PDF has no pages; leave it out")
    return pages, _metadata(reader)


def _labels(reader: PdfReader) -> list[str]:
    try:
        return list(reader.page_labels)
    except Exception:  # labels are a convenience; a broken label tree must not lose the file
        return [str(n) for n in range(1, len(reader.pages) + 1)]


def _metadata(reader: PdfReader) -> dict[str, str]:
    try:
        found: Mapping[str, object] = reader.metadata or {}
        return {str(k).lstrip("/").lower(): str(v) for k, v in found.items() if v}
    except Exception:  # the same for the information dictionary
        return {}


def _layouts(path: Path) -> list[PageLayout]:
    with pdfplumber.open(path) as pdf:
        layouts = []
        for number, page in enumerate(pdf.pages, start=1):
            layouts.append(read_layout(page, number))
            page.close()
        return layouts


def _as_many(layouts: list[PageLayout], pages: int) -> list[PageLayout]:
    """Give a layout for each page; in damaged files one library finds more pages than another."""
    missing = range(len(layouts) + 1, pages + 1)
    return [*layouts[:pages], *(PageLayout(n, 0.0, 0.0, (), (), (), ()) for n in missing)]


def _warnings(pages: tuple[Page, ...]) -> tuple[str, ...]:
    bare = [p.number for p in pages if len(p.text.strip()) < _FEWEST_CHARACTERS]
    if not bare:
        return ()
    listed = ", ".join(map(str, bare[:12])) + (" …" if len(bare) > 12 else "")
    return (f"no text on {'page' if len(bare) == 1 else 'pages'} {listed} (scanned or empty)",)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' remarks on damaged files off the user's screen."""
    loggers = [logging.getLogger(name) for name in ("pypdf", "pdfminer", "pdfplumber")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _first_line(error: Exception) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__)[:120]
