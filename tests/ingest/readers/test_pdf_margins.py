"""Notes in a page's margin go to the paragraphs beside them, and the text runs on."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.blocks.structure import Structure, build_structure
from ingest.items.build import build_items
from ingest.readers.pdf.reader import read_pdf

SAID = (
    (
        "1. The long pier",
        ("The Harbour Master told the Board how the winter had gone,", "and that nobody was hurt."),
        ("HB24/31", "Head of Boats to", "buy a tug", "by 30 November", "2024"),
    ),
    (
        "2. The fog bell",
        ("The bell is silent in the fog, and members asked why it had", "not been mended at once."),
        ("HB24/32", "Bell Team, Pier Office", "to mend the bell", "by 4 March 2025"),
    ),
)


def minutes(path: Path, said: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]) -> None:
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 780, "Minutes of the Harbour Board, held on 2 October 2024 in the long")
    canvas.drawString(60, 766, "room above the pier, with nobody away.")
    y = 730.0
    for title, text, note in said:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, y, title)
        canvas.setFont("Helvetica", 11)
        for n, line in enumerate(text, 1):
            canvas.drawString(60, y - 14 * n, line)
        canvas.setFont("Helvetica", 7)
        for n, line in enumerate(note):
            canvas.drawString(430, y - 10 - 9 * n, line)
        y -= 80
    canvas.setFont("Helvetica", 7)
    canvas.drawString(430, 60, "Page 1")
    canvas.save()


def structure(path: Path) -> Structure:
    return build_structure(read_pdf(path).elements)


def test_the_actions_of_a_margin_and_the_text_beside_it(tmp_path: Path) -> None:
    minutes(tmp_path / "minutes.pdf", SAID)
    read = structure(tmp_path / "minutes.pdf")
    texts = [b.text for b in read.blocks]
    assert " ".join(SAID[0][1]) in texts
    assert " ".join(SAID[1][1]) in texts
    found = [i for i in build_items("minutes.pdf", read) if i.kind == "entry"]
    assert [(i.identifier, i.section[-1]) for i in found] == [
        ("HB24/31", "1. The long pier"),
        ("HB24/32", "2. The fog bell"),
    ]
    assert [{f.name: f.value for f in i.fields} for i in found] == [
        {"Owner": "Head of Boats", "Date": "by 30 November 2024"},
        {"Owner": "Bell Team, Pier Office", "Date": "by 4 March 2025"},
    ]


def test_a_column_of_numbers_alone_is_no_margin(tmp_path: Path) -> None:
    bare = tuple((title, text, note[:1]) for title, text, note in SAID)
    minutes(tmp_path / "minutes.pdf", bare)
    items = build_items("minutes.pdf", structure(tmp_path / "minutes.pdf"))
    assert not [i for i in items if i.kind == "entry" and i.fields]
