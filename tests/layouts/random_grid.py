"""Tables of figures made at random for property-based tests, and the ways to lay them out.

`grids()` is the strategy; each function of `WAYS` writes a grid into a folder and gives the path.
Labels within a grid are unique, and so are the heads of its columns from the top down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from reportlab.platypus import Table

from .paper import Look, Paper, Story, printed, title_block
from .word import grid as word_table
from .word import merge, opening, paragraphs, written

if TYPE_CHECKING:
    from docx.document import Document

CAPTION = "Table 4: Calls answered by district (number of calls)"
PROSE = (
    "These figures were taken from the recording system on the last day of June and may be "
    "revised when late reports have been entered.",
    "They are published once a year for those who plan the service in the districts and for the "
    "people who live there.",
)
FIRST = ("North", "South", "East", "West", "Upper", "Lower", "Great", "Little", "Old", "New")
SECOND = ("Marlow", "Hatherby", "Quenley", "Dunmere", "Stokeford", "Wrayton")
PERIODS = tuple(f"20{year}/{year + 1}" for year in range(15, 24))
NAMES = ("Urgent", "Routine", "Advice", "Transfers", "Lost", "Repeat", "Silent", "Hoax")
GROUPS = ("Day", "Night", "Weekend")
STUB = "District"


@dataclass(frozen=True, slots=True)
class FigureGrid:
    """A table of figures before it is laid out; `groups` stand over the heads where given."""

    groups: tuple[str, ...]
    heads: tuple[str, ...]
    labels: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """Each column's heads from the top down."""
        if not self.groups:
            return tuple((head,) for head in self.heads)
        return tuple(zip(self.groups, self.heads, strict=True))

    @property
    def spans(self) -> list[tuple[str, int]]:
        """The heads over several columns with how many they stand over."""
        return [(name, len(list(run))) for name, run in groupby(self.groups)]


@st.composite
def grids(draw: st.DrawFn, *, two_rows: bool = True) -> FigureGrid:
    """Make a grid of 4 to 50 rows and 2 to 6 columns, under one row of heads or also two."""
    pool = draw(st.sampled_from((PERIODS, NAMES)))
    if two_rows and draw(st.booleans()):
        each = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=2, unique=True))
        over = GROUPS[: draw(st.integers(2, 3))]
        groups = tuple(group for group in over for _ in each)
        heads = tuple(head for _ in over for head in each)
    else:
        groups = ()
        heads = tuple(draw(st.lists(st.sampled_from(pool), min_size=2, max_size=6, unique=True)))
    names = [f"{a} {b}" for a in FIRST for b in SECOND] + list(SECOND)
    count = draw(st.sampled_from((4, 9, 24, 50)))
    labels = tuple(draw(st.permutations(names))[:count])
    figure = st.one_of(
        st.integers(0, 40_000).map("{:,}".format),
        st.sampled_from(("-", "12.5%", "0", "(7)")),
    )
    row = st.tuples(*(figure for _ in heads))
    values = tuple(draw(st.lists(row, min_size=len(labels), max_size=len(labels))))
    return FigureGrid(groups, heads, labels, values)


def as_ruled_pdf(made: FigureGrid, folder: Path) -> Path:
    """Lay it out with all rules drawn, its heads repeated on each page."""
    every = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    return _pdf(made, folder / "ruled.pdf", every, repeat=True)


def as_unruled_pdf(made: FigureGrid, folder: Path) -> Path:
    """Lay it out in aligned columns, with rules above and below the heads alone."""
    heads = 1 + bool(made.groups)
    lines = [
        ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
        ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.5, "black"),
    ]
    return _pdf(made, folder / "unruled.pdf", lines, repeat=False)


def as_shaded_pdf(made: FigureGrid, folder: Path) -> Path:
    """Lay it out with shaded heads and every other column shaded, and no rules between rows."""
    heads = 1 + bool(made.groups)
    lines = [("BACKGROUND", (0, 0), (-1, heads - 1), "lightgrey")]
    lines += [
        ("BACKGROUND", (column, heads), (column, -1), "whitesmoke")
        for column in range(1, len(made.heads) + 1, 2)
    ]
    every = [("GRID", (0, 0), (-1, heads - 1), 0.5, "black")]
    every += [("LINEBELOW", (0, -1), (-1, -1), 0.5, "black")]
    return _pdf(made, folder / "shaded.pdf", [*lines, *every], repeat=True)


def _pdf(
    made: FigureGrid, path: Path, style: Sequence[tuple[object, ...]], *, repeat: bool
) -> Path:
    look = Look(header="Statistical bulletin", size=9.5)
    heads = 1 + bool(made.groups)
    spans, column = [], 1
    for _, width in made.spans:
        spans.append(("SPAN", (column, 0), (column + width - 1, 0)))
        column += width
    if made.groups:
        spans.append(("SPAN", (0, 0), (0, 1)))

    def compose(paper: Paper) -> Story:
        rows = []
        if made.groups:
            over = [
                paper.text(name if first else "", "head", alignment=1)
                for name, width in made.spans
                for first in [True, *[False] * (width - 1)]
            ]
            rows.append([paper.text(STUB, "head"), *over])
        stub = "" if made.groups else STUB
        named = (paper.text(head, "head", alignment=2) for head in made.heads)
        rows.append([paper.text(stub, "head"), *named])
        for label, values in zip(made.labels, made.values, strict=True):
            cells = (paper.text(value, "cell", alignment=2) for value in values)
            rows.append([paper.text(label, "cell"), *cells])
        widths = [120.0, *[60.0] * len(made.heads)]
        table = Table(
            rows, widths, style=[*style, *spans], hAlign="LEFT", repeatRows=heads * repeat
        )
        return [
            *title_block(paper, "Wrayshire Service", "Calls in Wrayshire", ("June 2024",)),
            *map(paper.text, PROSE),
            paper.text(CAPTION, "head", spaceAfter=6),
            table,
            paper.text(PROSE[1], spaceBefore=20),
        ]

    path.write_bytes(printed(look, compose)[0])
    return path


def as_docx(made: FigureGrid, folder: Path) -> Path:
    """Lay it out as a word processor's table with merged heads."""
    rows = [(STUB, *made.groups), ("", *made.heads)] if made.groups else [(STUB, *made.heads)]
    blank = [
        ("" if index and made.groups and rows[0][index] == rows[0][index - 1] else cell)
        for index, cell in enumerate(rows[0])
    ]
    rows[0] = tuple(blank)
    rows += [(label, *v) for label, v in zip(made.labels, made.values, strict=True)]

    def compose(document: Document) -> None:
        opening(document, "Wrayshire Service", "Calls in Wrayshire", ("June 2024",))
        paragraphs(document, (*PROSE, CAPTION))
        table = word_table(document, rows)
        column = 1
        for _, width in made.spans:
            merge(table, (0, column), (0, column + width - 1))
            column += width
        if made.groups:
            merge(table, (0, 0), (1, 0))
        paragraphs(document, PROSE[:1])

    path = folder / "grid.docx"
    path.write_bytes(written(compose))
    return path


def as_html(made: FigureGrid, folder: Path) -> Path:
    """Lay it out as a web page's table, its heads in its head and its labels as row heads."""
    lines = [f"<p><strong>{CAPTION}</strong></p>", "<table><thead>"]
    if made.groups:
        over = "".join(f'<th colspan="{n}">{name}</th>' for name, n in made.spans)
        lines.append(f'<tr><th rowspan="2">{STUB}</th>{over}</tr>')
    stub = "" if made.groups else f"<th>{STUB}</th>"
    lines.append(f"<tr>{stub}{''.join(f'<th>{head}</th>' for head in made.heads)}</tr></thead>")
    for label, values in zip(made.labels, made.values, strict=True):
        cells = "".join(f"<td>{escape(value)}</td>" for value in values)
        lines.append(f"<tr><th>{escape(label)}</th>{cells}</tr>")
    said = "".join(f"<p>{words}</p>" for words in PROSE)
    head = "<!DOCTYPE html><html lang='en'><head><title>Calls</title></head><body><h1>Calls</h1>"
    path = folder / "grid.html"
    path.write_text("\n".join([head, said, *lines, "</table></body></html>"]), encoding="utf-8")
    return path


def as_markdown(made: FigureGrid, folder: Path) -> Path:
    """Lay it out as a pipe table; heads over several columns go into the heads below them."""
    heads = [" ".join(path) for path in made.paths]
    rows = [(STUB, *heads), tuple("---" for _ in (STUB, *heads))]
    rows += [(label, *v) for label, v in zip(made.labels, made.values, strict=True)]
    lines = ["# Calls", "", *PROSE, "", f"**{CAPTION}**", ""]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    path = folder / "grid.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def as_tabbed_text(made: FigureGrid, folder: Path) -> Path:
    """Lay it out as lines of cells divided by tabs."""
    heads = [" ".join(path) for path in made.paths]
    rows = [(STUB, *heads)]
    rows += [(label, *v) for label, v in zip(made.labels, made.values, strict=True)]
    lines = ["Calls", "", *PROSE, "", CAPTION, "", *("\t".join(row) for row in rows)]
    path = folder / "grid.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def as_spaced_text(made: FigureGrid, folder: Path) -> Path:
    """Lay it out as lines whose cells are set apart by spaces, figures to the right."""
    heads = [" ".join(path) for path in made.paths]
    rows = [(STUB, *heads)]
    rows += [(label, *v) for label, v in zip(made.labels, made.values, strict=True)]
    width = max(map(len, heads)) + 3
    lines = ["Calls", "", *PROSE, "", CAPTION, ""]
    lines += [f"{row[0]:<20}" + "".join(f"{cell:>{width}}" for cell in row[1:]) for row in rows]
    path = folder / "grid.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


Way = Callable[[FigureGrid, Path], Path]
#: The ways that keep heads over several columns apart from those below them.
IN_TWO_ROWS: Mapping[str, Way] = {
    "ruled pdf": as_ruled_pdf,
    "unruled pdf": as_unruled_pdf,
    "shaded pdf": as_shaded_pdf,
    "docx": as_docx,
    "html": as_html,
}
WAYS: Mapping[str, Way] = {
    **IN_TWO_ROWS,
    "markdown": as_markdown,
    "tabbed text": as_tabbed_text,
    "spaced text": as_spaced_text,
}
