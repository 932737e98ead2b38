"""Rows that only rules across the page divide, and pages of prose in two columns."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from ingest.blocks.structure import build_structure

from .test_pdf_tables import grids, printed

COLUMNS = (60, 160, 420)
RULES = (750, 728, 640, 552, 500)
Work = tuple[str, str, str]


def block(canvas: Canvas, top: int, owner: tuple[str, ...], *works: Work) -> None:
    """Draw an owner over evenly spaced lines, and beside them what is theirs, with dates."""
    for n, line in enumerate(owner):
        canvas.drawString(COLUMNS[0], top - 16 - 15 * n, line)
    for n, (line, more, when) in enumerate(works):
        y = top - 14 - 34 * n
        canvas.drawString(COLUMNS[1], y, line)
        canvas.drawString(COLUMNS[1], y - 12, more)
        canvas.drawString(COLUMNS[2], y, when)


def owned(canvas: Canvas) -> None:
    for y in RULES:
        canvas.line(55, y, 545, y)
    canvas.setFont("Helvetica-Bold", 10)
    for x, name in zip(COLUMNS, ("Owner", "Deliverable", "By when"), strict=True):
        canvas.drawString(x, 736, name)
    canvas.setFont("Helvetica", 10)
    light = ("Light both piers from dusk to", "dawn on every day.", "May 2025")
    mend = ("Mend the steps of the long", "pier before the winter.", "June 2025")
    block(canvas, RULES[1], ("Harbour", "Master's", "Office"), light, mend)
    test = ("Test the crane with nine tonnes", "once in a quarter.", "July 2025")
    teach = ("Teach two more people to", "drive the crane.", "August 2025")
    block(canvas, RULES[2], ("Crane", "Foreman", "Bo Field"), test, teach)
    block(canvas, RULES[3], ("Cy Marsh",), ("Buy a tug that floats and", "does not smoke.", "2026"))


def test_what_stands_beside_one_owner_between_two_rules_is_one_row(tmp_path: Path) -> None:
    (found,) = grids(printed(tmp_path, owned))
    rows = [[" ".join(text.split()) for text in row] for row in found]
    assert rows == [
        ["Owner", "Deliverable", "By when"],
        [
            "Harbour Master's Office",
            "Light both piers from dusk to dawn on every day. "
            "Mend the steps of the long pier before the winter.",
            "May 2025 June 2025",
        ],
        [
            "Crane Foreman Bo Field",
            "Test the crane with nine tonnes once in a quarter. "
            "Teach two more people to drive the crane.",
            "July 2025 August 2025",
        ],
        ["Cy Marsh", "Buy a tug that floats and does not smoke.", "2026"],
    ]


LEFT = (
    "The harbour was built by nine families",
    "who had come down the river with boats",
    "and a crane. They lit the first pier",
    "with lamps of oil, and each family kept",
    "one of them for a week. In the second",
    "winter the ice took that pier, and they",
    "set it up again from better timber than",
    "before. Nobody wrote down what all this",
    "timber had cost, but a bell was bought",
    "for what was left. It was rung whenever",
    "fog came in, at first by a boy who lived",
    "on the pier, and then by whoever was near",
    "enough to reach it before the boats did.",
    "When the boy was grown he took over the",
    "crane, and he taught two more to drive",
    "it. All of them were paid by the tonne.",
)
RIGHT = (
    "Today there are two piers, and a tug keeps",
    "the way between them open in the coldest",
    "weeks. The lamps are electric, and the bell",
    "rings by itself when the fog comes in from",
    "the sea. A board of five sees to all of it,",
    "and it meets on the first day of a quarter.",
    "Its minutes are kept in the crane house and",
    "may be read there by anyone who asks for it.",
)


def justified(canvas: Canvas, x: float, y: float, text: str, width: float) -> None:
    """Draw a line whose words are set apart until it is as wide as its column."""
    words = text.split()
    free = width - sum(canvas.stringWidth(w, "Helvetica", 10) for w in words)
    for word in words:
        canvas.drawString(x, y, word)
        x += canvas.stringWidth(word, "Helvetica", 10) + free / (len(words) - 1)


def in_columns(canvas: Canvas) -> None:
    for n, left in enumerate(LEFT):
        justified(canvas, 60, 700 - 14 * n, left, 260)
    for n, right in enumerate(RIGHT):
        canvas.drawString(338, 700 - 14 * n, right)


def test_a_column_set_to_its_full_width_is_read_before_the_one_beside_it(tmp_path: Path) -> None:
    structure = build_structure(printed(tmp_path, in_columns))
    assert structure.tables == ()
    assert " ".join(b.text for b in structure.blocks) == " ".join((*LEFT, *RIGHT))


def _boxes_beside_text(canvas: Canvas) -> None:
    """Draw a column of text, and beside it boxes: a number, a title, a text, who and when."""
    canvas.setFont("Helvetica", 10)
    for n in range(24):
        canvas.drawString(55, 740 - 13 * n, f"The harbour has {n} piers and all of them are old.")
    for n, (title, who, when) in enumerate(
        (("Lamps", "Pier Manager", "May 2026"), ("Boats", "Tug Master", "June 2026"),
         ("Bells", "Bell Keeper", "July 2026"))
    ):  # fmt: skip
        top = 750 - 100 * n
        canvas.rect(320, top - 80, 40, 80)
        canvas.rect(360, top - 80, 180, 80)
        canvas.drawString(330, top - 16, f"1.{n + 1}")
        lines = (title, "We will mend what is broken,", f"and paint it {n} times.")
        for row, line in enumerate((*lines, f"Lead {who}", f"By {when}")):
            canvas.drawString(365, top - 14 - 14 * row, line)


def test_boxes_in_one_of_two_columns_are_read_after_the_text_beside_them(tmp_path: Path) -> None:
    structure = build_structure(printed(tmp_path, _boxes_beside_text))
    kinds = [b.kind for b in structure.blocks]
    assert "row" in kinds
    assert "row" not in kinds[: kinds.index("row")]
    text = " ".join(b.text for b in structure.blocks[: kinds.index("row")])
    assert "The harbour has 0 piers" in text
    assert "The harbour has 23 piers" in text
    (table,) = structure.tables
    assert table.header == ("Ref", "Entry", "Lead", "By")
    assert [row.values for row in table.rows] == [
        ("1.1", "Lamps: We will mend what is broken, and paint it 0 times.", "Pier Manager",
         "May 2026"),
        ("1.2", "Boats: We will mend what is broken, and paint it 1 times.", "Tug Master",
         "June 2026"),
        ("1.3", "Bells: We will mend what is broken, and paint it 2 times.", "Bell Keeper",
         "July 2026"),
    ]  # fmt: skip


def _titles_side_by_side(canvas: Canvas) -> None:
    """Draw a slide: two titles of entries on one line, a few lines of text below each."""
    columns = (
        (60, "1.2a Hotspot patrols", ("Nine visits in 2025. Robbery", "down by a third.")),
        (
            320,
            "1.2b Rope reviews",
            ("Seven of ten ropes seen. The", "rest is for the bell ringer."),
        ),
    )
    for x, title, lines in columns:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(x, 700, title)
        canvas.setFont("Helvetica", 12)
        for n, line in enumerate(lines, 1):
            canvas.drawString(x, 700 - 15 * n, line)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(60, 640, "1.2c Tide gauge")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(60, 625, "Ordered in May from the maker.")


def test_entries_side_by_side_under_their_titles_are_no_table(tmp_path: Path) -> None:
    parts = printed(tmp_path, _titles_side_by_side)
    assert grids(parts) == []
    texts = [block.text for block in build_structure(parts).blocks]
    assert texts.index("1.2a Hotspot patrols") < texts.index("1.2c Tide gauge")
    assert texts.index("1.2c Tide gauge") < texts.index("1.2b Rope reviews")
