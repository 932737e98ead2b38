"""The HTML of tables: sorted by a click on a head, stacked on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from ui.moments import read_moment

_LONGEST_DATE = 24
"""A longer text that has a date in it is no date."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's HTML, and what it is sorted by where that is not what it shows."""

    inner: str
    sort: str = ""


def text_cell(text: str) -> Cell:
    """Give a cell of plain text; a date is sorted as a date."""
    moment = read_moment(text) if len(text) <= _LONGEST_DATE else None
    return Cell(escape(text), "-".join(f"{part:04}" for part in moment) if moment else "")


def link_cell(text: str, address: str) -> Cell:
    """Give a cell that leads to another page; a click anywhere on its row does too."""
    return Cell(f'<a class="cv-way" href="{escape(address)}" target="_self">{escape(text)}</a>')


def sortable_html(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Give a table; each head is a button that sorts the rows in the browser."""
    head = "".join(
        f'<th scope="col"><button type="button">{escape(name)}</button></th>' for name in heads
    )
    body = "".join(_row(row, heads) for row in rows)
    return (
        f'<div class="cv-wide"><table class="cv-table"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def plain_table_html(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table of plain texts."""
    return sortable_html(heads, ([text_cell(text) for text in row] for row in rows))


def _row(row: Sequence[Cell], heads: Sequence[str]) -> str:
    """Give a row; the column's name stands with each cell for where a narrow screen stacks them."""
    leads = ' class="cv-leads"' if any('class="cv-way"' in cell.inner for cell in row) else ""
    cells = "".join(
        f'<td data-head="{escape(name)}"'
        + (f' data-sort="{cell.sort}"' if cell.sort else "")
        + f">{cell.inner}</td>"
        for name, cell in zip(heads, row, strict=True)
    )
    return f"<tr{leads}>{cells}</tr>"
