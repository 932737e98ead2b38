"""Registers printed as tables on pages: ruled or not, grouped, with coloured statuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Paragraph, Table

from .model import TrueItem
from .paper import Paper, mark_of

Commands = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its printed header, its width in points, and where its cells come from.

    `source` is `identifier`, `text`, or the name of a field; empty means the header's own name.
    """

    header: str
    width: float
    source: str = ""

    def cell(self, item: TrueItem) -> str:
        """Give the item's cell."""
        return item.field(self.source or self.header) or ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a table is drawn. `repeat` repeats the header after a page break, `cut` lets a break
    cut a row; `colours` fills a cell by its words."""

    lines: bool = True
    repeat: bool = True
    cut: bool = False
    groups: bool = True
    dark_header: bool = True
    colours: Mapping[str, str] | None = None


def register_table(
    paper: Paper, items: Sequence[TrueItem], columns: Sequence[Column], ruling: Ruling
) -> Table:
    """Print items as rows, with a row across the table for each group."""
    rows: list[list[Any]] = [[_head(paper, c.header, ruling) for c in columns]]
    commands = _drawing(paper, ruling)
    for group, members in groupby(items, key=lambda item: (item.parent, item.parent_text)):
        if ruling.groups and any(group):
            rows.append([paper.text(" ".join(filter(None, group)), "head")])
            commands += _group_row(len(rows) - 1, ruling)
        for item in members:
            rows.append([_cell(paper, item, i, column) for i, column in enumerate(columns)])
            commands += _fills(item, columns, len(rows) - 1, ruling)
    return Table(
        rows,
        colWidths=[c.width for c in columns],
        style=commands,
        repeatRows=1 if ruling.repeat else 0,
        splitInRow=1 if ruling.cut else 0,
        spaceAfter=12,
    )


def owner_first_table(paper: Paper, items: Sequence[TrueItem], columns: Sequence[Column]) -> Table:
    """Print items with the first column's cell merged over the rows that share it.

    The merged cell is drawn by leaving out the lines inside it, so that a page break can cut it;
    its words stand in its first row alone, as a word processor prints them.
    """
    rows: list[list[Any]] = [[paper.text(c.header, "head") for c in columns]]
    commands: Commands = [*_frame(), ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e2e6ec"))]
    for _, members in groupby(items, key=lambda item: (columns[0].cell(item), item.parent)):
        for n, item in enumerate(members):
            rows.append([_cell(paper, item, i, c) for i, c in enumerate(columns)])
            if n:
                rows[-1][0] = ""
            else:
                commands.append(("LINEABOVE", (0, len(rows) - 1), (0, len(rows) - 1), 0.6, "black"))
    commands += [("LINEBELOW", (0, "splitlast"), (0, "splitlast"), 0.6, "black")]
    commands += [("LINEABOVE", (0, "splitfirst"), (0, "splitfirst"), 0.6, "black")]
    return Table(
        rows, colWidths=[c.width for c in columns], style=commands, repeatRows=1, spaceAfter=12
    )


def _frame() -> Commands:
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("GRID", (1, 0), (-1, -1), 0.6, "black"),
        ("BOX", (0, 0), (-1, -1), 0.6, "black"),
        ("BOX", (0, 0), (0, -1), 0.6, "black"),
        ("BOX", (0, 0), (-1, 0), 0.6, "black"),
    ]


def _head(paper: Paper, words: str, ruling: Ruling) -> Paragraph:
    colour = "white" if ruling.dark_header and ruling.lines else "black"
    return paper.text(words, "head", textColor=colour)


def _drawing(paper: Paper, ruling: Ruling) -> Commands:
    commands: Commands = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruling.lines:
        shade = paper.look.colour if ruling.dark_header else "#e6e6e6"
        commands += [
            ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#808080")),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(shade)),
        ]
    else:
        commands += [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 12)]
    return commands


def _group_row(row: int, ruling: Ruling) -> Commands:
    commands: Commands = [("SPAN", (0, row), (-1, row)), ("NOSPLIT", (0, row), (0, row + 1))]
    if ruling.lines:
        commands.append(("BACKGROUND", (0, row), (-1, row), HexColor("#dce3ee")))
    return commands


def _cell(paper: Paper, item: TrueItem, index: int, column: Column) -> Paragraph:
    words = column.cell(item)
    source = column.source or column.header
    return (
        paper.marked(words, mark_of(item))
        if source == "text" or not index
        else paper.text(words, "cell")
    )


def _fills(item: TrueItem, columns: Sequence[Column], row: int, ruling: Ruling) -> Commands:
    colours = ruling.colours or {}
    return [
        ("BACKGROUND", (i, row), (i, row), HexColor(colours[column.cell(item)]))
        for i, column in enumerate(columns)
        if column.cell(item) in colours
    ]
