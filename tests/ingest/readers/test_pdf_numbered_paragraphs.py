"""Paragraphs whose numbers stand in the margin, and entries at the top of pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.elements import Grid
from ingest.pipeline import read_document
from ingest.readers.choose import read_file
from ingest.readers.running import running_lines

SAID = (
    ("The pier is looked after by a warden", "who walks it each night and each morning."),
    ("The tug was laid up for nine weeks", "because her pump could not be mended."),
    ("The bell was heard by half of the town", "when it was rung for the first time in May."),
)
FOUND = ("Who was asked", "What was seen", "What comes next")


def review(path: Path) -> None:
    canvas = Canvas(str(path))
    number, y = 1, 780
    for title in FOUND:
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawString(60, y, title)
        canvas.setFont("Helvetica", 10)
        y -= 24
        for first, second in SAID:
            canvas.drawString(60, y, str(number))
            canvas.drawString(90, y, first)
            canvas.drawString(90, y - 14, second)
            number, y = number + 1, y - 36
    for entry in (1, 2):
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, y, f"Recommendation R{entry}")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, y - 20, str(number))
        canvas.drawString(90, y - 20, f"The harbour should light pier {entry} from end to end.")
        canvas.drawString(100, y - 42, f"Response: Accepted. Asa Reed will do it in 202{entry}.")
        number, y = number + 1, y - 70
    canvas.save()


def test_numbers_in_the_margin_make_no_table_and_no_part_of_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "review.pdf"
    review(path)
    assert not any(isinstance(e, Grid) for e in read_file(path).elements)
    document = read_document(path)
    said = [b.text for b in document.blocks]
    assert "2 The tug was laid up for nine weeks because her pump could not be mended." in said
    entries = [i for i in document.items if i.kind == "entry"]
    assert [(i.identifier, i.text) for i in entries] == [
        ("R1", "The harbour should light pier 1 from end to end."),
        ("R2", "The harbour should light pier 2 from end to end."),
    ]
    assert entries[1].fields[0].value == "Accepted. Asa Reed will do it in 2022."


@pytest.mark.parametrize(
    ("line", "running"),
    [
        ("Commitment {0}.2", False),
        ("Action {0}", False),
        ("Harbour plan, page {0}", True),
        ("Harbour plan 2025", True),
    ],
)
def test_an_entry_at_the_top_of_each_page_is_no_running_header(line: str, *, running: bool) -> None:
    pages = [[(line.format(n), 0.05), ("What is said here of it.", 0.5)] for n in range(1, 6)]
    assert [bool(found) for found in running_lines(pages)] == [running] * 5


def test_codes_in_the_margin_of_sentences_make_no_table(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "codes.pdf"))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(
        60, 800, "The harbour was looked at in the spring, and this is what we ask of it."
    )
    for n, (first, second) in enumerate(SAID, 1):
        canvas.drawString(60, 800 - 36 * n, f"R{n}")
        canvas.drawString(90, 800 - 36 * n, first)
        canvas.drawString(90, 786 - 36 * n, second)
    canvas.save()
    elements = read_file(tmp_path / "codes.pdf").elements
    assert not any(isinstance(e, Grid) for e in elements)
    said = [e.text for e in elements if not isinstance(e, Grid)]
    assert f"R2 {' '.join(SAID[1])}" in said


def test_numbers_before_sentences_with_labelled_lines_below_make_no_table(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plan.pdf"))
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 800, "The harbour wants this done in the coming year, and no later.")
    y = 770
    for n, (first, _) in enumerate(SAID, 1):
        canvas.drawString(60, y, f"4.1{'abc'[n - 1]}")
        canvas.drawString(100, y, first)
        canvas.drawString(60, y - 14, f"Owner: Pier Manager {n} | By: 31 March 2026")
        y -= 40
    canvas.save()
    document = read_document(tmp_path / "plan.pdf")
    found = [i for i in document.items if i.kind == "entry"]
    assert [(i.identifier, i.text) for i in found] == [
        (f"4.1{'abc'[n]}", first) for n, (first, _) in enumerate(SAID)
    ]
    assert [i.fields[0].value for i in found] == [f"Pier Manager {n}" for n in (1, 2, 3)]
