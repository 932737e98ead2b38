"""The right reader for a file, whatever its name says."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFile
from ingest.readers.choose import can_read, read_file

PAGE = b"<!DOCTYPE html><html><body><h1>Plan</h1><p>A page of words for all.</p></body></html>"


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.docx", "a.md", "a.txt", "a.pdf", "a.doc"])
def test_a_web_page_is_one_under_any_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- saved -->\n" + PAGE)
    assert read_file(path).pages[0].text == "Plan\nA page of words for all."


def test_a_web_page_in_utf_16_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE.decode().encode("utf-16"))
    assert read_file(path).pages[0].text == "Plan\nA page of words for all."


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docm", "a.txt"])
def test_a_word_file_is_one_under_any_name(name: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A page of words for all.")
    document.save(str(tmp_path / "a.docx"))
    path = (tmp_path / "a.docx").rename(tmp_path / name)
    assert read_file(path).pages[0].text == "A page of words for all."


def test_a_pdf_named_as_a_web_page_is_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "A page of words for all.")
    canvas.save()
    (page,) = read_file(path).pages
    assert (page.number, page.text.strip()) == (1, "A page of words for all.")


@pytest.mark.parametrize(
    ("name", "begins", "kind"),
    [
        ("a.md", "# Plan\n\n*Words*", "# Plan\n\n*Words*"),
        ("a.html", "<p>Plan</p><p>Words</p>", "Plan\nWords"),
        ("a.txt", "# Plan\n\nWords", "# Plan\n\nWords"),
    ],
)
def test_text_goes_by_its_name(name: str, begins: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(begins, "utf-8")
    assert read_file(path).pages[0].text == kind


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.rtf", b"{\\rtf1 words}"),
        ("a.txt", b"{\\rtf1 words}"),
        ("a.eml", b"From: a@example.org\n\nwords"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 600),
        ("a.odt", b"PK\x03\x04"),
        ("a.html", b"\x89PNG\r\n\x1a\n"),
        ("a.pdf", b"words"),
        ("a.docx", b"words"),
        ("a", b"words"),
    ],
)
def test_other_files_are_refused_in_a_line(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=f"^{name}: [^\n]+; [^\n]+$"):
        read_file(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="check the path"):
        read_file(tmp_path / "none.md")


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("plan.MD", True),
        ("plan.docx", True),
        ("README.md", False),
        ("~$plan.docx", False),
        (".plan.md", False),
        ("plan.rtf", False),
    ],
)
def test_a_name_tells_what_is_looked_at(name: str, readable: bool) -> None:
    assert can_read(Path(name)) is readable
