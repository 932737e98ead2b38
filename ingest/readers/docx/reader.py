"""Reads Word files, from their XML: python-docx knows no text boxes, notes or tracked changes."""

from __future__ import annotations

from pathlib import Path

from lxml.etree import _Element as Element

from ingest.elements import Reading
from ingest.errors import UnreadableFile
from ingest.readers.docx.body import Body, bold_titles
from ingest.readers.docx.numbering import Numbering
from ingest.readers.docx.package import Package, W, open_package
from ingest.readers.docx.styles import Styles
from ingest.readers.flow import Flow

_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def read_docx(path: Path) -> Reading:
    """Read a Word file; tracked changes are read as accepted.

    Raises:
        UnreadableFile: it is encrypted, of another kind, damaged, or holds no text.
    """
    with open_package(path) as package:
        try:
            return _read(package)
        except RecursionError as error:
            raise UnreadableFile(
                f"{path.name}: its tables or boxes nest too deep; save it as PDF and add that"
            ) from error


def _read(package: Package) -> Reading:
    body = package.document()
    styles = Styles(_first(package.related("styles")))
    reader = Body(
        styles=styles,
        numbering=Numbering(_first(package.related("numbering"))),
        notes=_notes(package),
        titles=bold_titles(body, styles),
    )
    flow = Flow(bold_headings=False)
    reader.through(body, flow)
    return flow.reading(package.name, package.metadata(), *_warnings(body))


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    """Give foot- and endnotes by kind and identifier; those that draw separators hold no words."""
    return {
        (kind, note.get(f"{W}id", "")): note
        for kind in ("footnote", "endnote")
        for part in package.related(f"{kind}s")
        for note in part.iterchildren(f"{W}{kind}")
    }


def _warnings(body: Element) -> tuple[str, ...]:
    found = (
        (
            any(True for _ in body.iter(*_CHANGES)),
            "it has tracked changes that nobody has accepted yet; they are read as accepted",
        ),
        (
            any(True for cell in body.iter(f"{W}tc") for _ in cell.iter(f"{W}tbl")),
            "it has tables within tables; those are read as lines of the cell they stand in",
        ),
        (
            any(True for _ in body.iter(f"{W}txbxContent")),
            "it has text boxes; they are read after the paragraph that they are anchored to",
        ),
    )
    return tuple(line for is_so, line in found if is_so)


def _first(parts: list[Element]) -> Element:
    return parts[0] if parts else None
