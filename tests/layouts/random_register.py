"""Registers made at random for property-based tests, and the ways to lay them out.

`registers()` is the strategy; each function of `WAYS` writes a register into a folder and gives
the path with the truth. Texts within a register are unique, and so are its identifiers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from .model import TrueItem
from .paper import MARGIN, Look, Paper, Story, paged, printed, title_block
from .tables import Column, Ruling, register_table
from .word import grid, merge, opening, paragraphs, written

if TYPE_CHECKING:
    from docx.document import Document

IDENTIFIERS: Mapping[str, Callable[[int, int], str]] = {
    "1.1": lambda group, n: f"{group}.{n}",
    "1.1a": lambda group, n: f"{group}.{1 + (n - 1) // 5}{'abcde'[(n - 1) % 5]}",
    "A1": lambda group, n: f"{'ABCDEFGH'[group - 1]}{n}",
    "B2.4": lambda group, n: f"B{group}.{n}",
    "VAWG-01": lambda group, n: f"VAWG-{group}{n:02}",
    "24/07": lambda group, n: f"{22 + group}/{n:02}",
    "Rec 9": lambda group, n: f"Rec {group * 50 + n}",
}
# What the heading of a group begins with; with the other identifiers it has no number.
GROUP_NUMBERS: Mapping[str, Callable[[int], str]] = {
    "1.1": str,
    "1.1a": str,
    "A1": lambda group: "ABCDEFGH"[group - 1],
    "B2.4": lambda group: f"B{group}",
}
IDENTIFIER_HEADERS = ("Ref", "No.", "ID", "Reference", "Ref no.")
TEXT_HEADERS = ("Action", "Deliverable", "Commitment", "Recommendation", "Objective", "Activity")
GROUPS = (
    "Safer communities",
    "People and culture",
    "Data and technology",
    "Money and buildings",
    "Working with partners",
)

VERBS = (
    "Review",
    "Publish",
    "Agree",
    "Set up",
    "Train staff in",
    "Commission",
    "Audit",
    "Replace",
    "Consult residents on",
    "Write a business case for",
)
THINGS = (
    "the complaints process",
    "the register of assets",
    "the out of hours service",
    "the volunteer scheme",
    "the lone working policy",
    "the records store",
    "the visitor centre",
    "the induction course",
    "the fleet contract",
    "the winter plan",
    "the youth forum",
    "the appeals panel",
)
TAILS = (
    "",
    "across all sites",
    "with the two district councils",
    "before the next inspection",
    "and report the result to the Board, so that lessons are learned by every team",
    "in line with the guidance of 2022",
)

NAMES = {
    "owner": ("Owner", "Lead", "Responsible officer", "SRO", "Sponsor", "Lead officer"),
    "date": ("Target date", "Due date", "Deadline", "By when", "Completion date"),
    "status": ("RAG status", "Status", "RAG", "Current status"),
    "progress": ("Progress", "Update", "Position as of March 2024", "Comments"),
    "measure": ("Measure", "Success measure", "Outcome"),
    "number": ("Baseline", "Target"),
}
VALUES = {
    "owner": (
        "Head of Finance",
        "Supt Jane Aldous",
        "Director of Nursing",
        "Estates Manager",
        "Head of Digital and Head of People",
        "Chief Fire Officer",
        "Cllr Peter Vane",
    ),
    "date": ("31 March 2024", "June 2024", "30/09/2024", "Q3 2024/25", "Ongoing", "1 May 2025"),
    "status": ("Red", "Amber", "Green", "Complete", "Not started", "On track"),
    "progress": (
        "First draft received.",
        "Delayed by three months because the supplier withdrew.",
        "On course.",
        "Twelve of 40 done; the rest follow after the summer.",
        "Closed by the Board on 4 March 2024.",
    ),
    "measure": (
        "Share answered within ten days",
        "Number of visits each quarter",
        "Satisfaction in the annual survey",
        "Cost of each case",
    ),
    "number": ("12", "85%", "£1.2 million", "Not measured", "1,450"),
}
WIDTHS = {"owner": 92, "date": 76, "status": 64, "progress": 130, "measure": 104, "number": 66}
PROSE = (
    "This document lists what has been agreed and who answers for it. It was prepared for the "
    "meeting of the Board in April 2024.",
    "The Board receives it four times a year. Entries stay on the list until the Board has seen "
    "that they are finished.",
)


@dataclass(frozen=True, slots=True)
class Register:
    """A register before it is laid out; `kinds` are those of the fields, in printed order."""

    identifier_header: str
    text_header: str
    headers: tuple[str, ...]
    kinds: tuple[str, ...]
    items: tuple[TrueItem, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all columns."""
        return (self.identifier_header, self.text_header, *self.headers)


@dataclass(frozen=True, slots=True)
class Laid:
    """A register laid out in a file, with its truth."""

    path: Path
    truth: tuple[TrueItem, ...]


def _no_number(_: int) -> str:
    return ""


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Make a register of 3 to 40 rows with 2 to 6 fields, in groups or not, some cells blank."""
    kinds = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=2, max_size=6, unique=True))
    headers = tuple(draw(st.sampled_from(NAMES[kind])) for kind in kinds)
    rows = draw(_rows(kinds))
    groups = draw(st.integers(0, min(len(rows) // 2, len(GROUPS))))
    scheme = draw(st.sampled_from(sorted(IDENTIFIERS)))
    number = GROUP_NUMBERS.get(scheme, _no_number)
    size = -(-len(rows) // max(groups, 1))
    items = []
    for n, (text, values) in enumerate(rows):
        group = n // size + 1
        items.append(
            TrueItem(
                IDENTIFIERS[scheme](group, n % size + 1),
                text,
                tuple(zip(headers, values, strict=True)),
                number(group) if groups else "",
                GROUPS[group - 1] if groups else "",
            )
        )
    first, second = draw(st.sampled_from(IDENTIFIER_HEADERS)), draw(st.sampled_from(TEXT_HEADERS))
    return Register(first, second, headers, tuple(kinds), tuple(items))


def _rows(kinds: list[str]) -> st.SearchStrategy[list[tuple[str, tuple[str, ...]]]]:
    text = st.builds(
        lambda *parts: " ".join(filter(None, parts)),
        st.sampled_from(VERBS),
        st.sampled_from(THINGS),
        st.sampled_from(TAILS),
    )
    # Some cells are blank.
    cells = st.tuples(*(st.sampled_from((*VALUES[kind], "")) for kind in kinds))
    row = st.tuples(text, cells)
    # A length drawn first: lists left to themselves are mostly short.
    rows = st.integers(3, 40).flatmap(
        lambda n: st.lists(row, min_size=n, max_size=n, unique_by=lambda made: made[0])
    )
    return rows.filter(lambda found: any(any(values) for _, values in found))


def as_ruled_pdf(register: Register, folder: Path) -> Laid:
    """Lay it out as a ruled table whose header is repeated on each page."""
    return _pdf(register, folder / "ruled.pdf", Ruling())


def as_unruled_pdf(register: Register, folder: Path) -> Laid:
    """Lay it out in columns without rules, the header printed once, rows cut by page breaks."""
    return _pdf(register, folder / "unruled.pdf", Ruling(lines=False, repeat=False, cut=True))


def _pdf(register: Register, path: Path, ruling: Ruling) -> Laid:
    look = Look(header="Board paper 7", wide=len(register.kinds) > 3, size=9.5)
    widths = [58, 150, *(WIDTHS[kind] for kind in register.kinds)]
    scale = (look.page_size[0] - 2 * MARGIN) / sum(widths)
    sources = ("identifier", "text", *register.headers)
    columns = [
        Column(header, width * scale, source)
        for header, width, source in zip(register.header, widths, sources, strict=True)
    ]

    def compose(paper: Paper) -> Story:
        return [
            *title_block(paper, "Quarrington Authority", "Board action log", ("April 2024",)),
            *map(paper.text, PROSE),
            register_table(paper, register.items, columns, ruling),
        ]

    content, pages = printed(look, compose)
    path.write_bytes(content)
    return Laid(path, paged(register.items, pages))


def _cells(item: TrueItem) -> tuple[str, ...]:
    return (item.identifier, item.text, *(value for _, value in item.fields))


def _grouped(register: Register) -> list[tuple[str, list[TrueItem]]]:
    """The groups' printed headings with their entries; the heading is empty without groups."""
    found = groupby(register.items, key=lambda item: f"{item.parent} {item.parent_text}".strip())
    return [(heading, list(members)) for heading, members in found]


def as_docx(register: Register, folder: Path) -> Laid:
    """Lay it out as a word processor's table, a merged row heading each group."""
    rows, heads = [register.header], []
    for heading, members in _grouped(register):
        if heading:
            heads.append(len(rows))
            rows.append((heading, *[""] * (len(register.header) - 1)))
        rows += [_cells(item) for item in members]

    def compose(document: Document) -> None:
        opening(document, "Quarrington Authority", "Board action log", ("April 2024",))
        paragraphs(document, PROSE)
        table = grid(document, rows)
        for head in heads:
            merge(table, (head, 0), (head, len(register.header) - 1))

    path = folder / "register.docx"
    path.write_bytes(written(compose))
    return Laid(path, register.items)


def as_html(register: Register, folder: Path) -> Laid:
    """Lay it out as a web page's table, a spanning row heading each group."""
    lines = ["<table>", f"<thead>{_row('th', register.header)}</thead>", "<tbody>"]
    for heading, members in _grouped(register):
        if heading:
            span = len(register.header)
            lines.append(f'<tr><th colspan="{span}">{escape(heading)}</th></tr>')
        lines += [_row("td", _cells(item)) for item in members]
    head = "<!DOCTYPE html><html lang='en'><head><title>Board action log</title></head><body>"
    said = "".join(f"<p>{escape(words)}</p>" for words in PROSE)
    page = [head, "<h1>Board action log</h1>", said, *lines, "</tbody></table></body></html>"]
    return _text(folder / "register.html", page, register)


def _row(tag: str, cells: tuple[str, ...]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def as_markdown(register: Register, folder: Path) -> Laid:
    """Lay it out as pipe tables, one under each group's heading."""
    lines = ["# Board action log", "", *PROSE, ""]
    for heading, members in _grouped(register):
        if heading:
            lines += [f"## {heading}", ""]
        lines += [_piped(register.header), _piped(tuple("---" for _ in register.header))]
        lines += [*(_piped(_cells(item)) for item in members), ""]
    return _text(folder / "register.md", lines, register)


def _piped(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def as_tabbed_text(register: Register, folder: Path) -> Laid:
    """Lay it out as lines of tab-separated cells, a group's heading on a line of its own."""
    lines = ["Board action log", "", *PROSE, "", "\t".join(register.header)]
    for heading, members in _grouped(register):
        lines += [heading] if heading else []
        lines += ["\t".join(_cells(item)) for item in members]
    return _text(folder / "register.txt", lines, register)


def _text(path: Path, lines: list[str], register: Register) -> Laid:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Laid(path, register.items)


Way = Callable[[Register, Path], Laid]
WAYS: Mapping[str, Way] = {
    "ruled pdf": as_ruled_pdf,
    "unruled pdf": as_unruled_pdf,
    "docx": as_docx,
    "html": as_html,
    "markdown": as_markdown,
    "tabbed text": as_tabbed_text,
}
