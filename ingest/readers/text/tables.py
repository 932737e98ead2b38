"""Tables in plain text: cells divided by tabs, or numbered rows under a line of column names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.elements import Grid
from ingest.readers.text.pages import TextLine
from ingest.types import Cell
from ingest.wording.reflow import join_lines
from ingest.wording.roles import is_header_name, role_of

RULE = re.compile(r"^[\s\-–—=_|:+]*$")
_MARKUP = re.compile(r"</?(?:i|b|em|strong)>|\*\*")


_PIECE = re.compile(r"\S+(?: \S+)*")

#: Where a piece of a line begins, and its words.
Piece = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The parts of a table, one for each page, and the index of the first line after it."""

    grids: tuple[Grid, ...]
    end: int


def pieces_of(text: str) -> list[Piece]:
    """Divide a line where two spaces or more stand; give where each piece begins, and it."""
    return [(m.start(), m.group()) for m in _PIECE.finditer(text)]


def parts_by_page(
    names: Sequence[str], rows: Sequence[tuple[int, tuple[str, ...]]]
) -> tuple[Grid, ...]:
    """Give a register's part on each page; the first has the column names.

    Rows are (page, cells); a lone cell stands over all columns.
    """
    parts: list[Grid] = []
    for page in sorted({number for number, _ in rows}):
        own = [_in_columns(cells, len(names)) for number, cells in rows if number == page]
        first = not parts
        if first:
            own.insert(0, _in_columns(names, len(names)))
        parts.append(Grid(page, tuple(own), len(names), bold_rows=(0,) if first else ()))
    return tuple(parts)


def _in_columns(values: Sequence[str], columns: int) -> tuple[Cell, ...]:
    if len(values) == 1:
        return (Cell(values[0], 0, columns),)
    return tuple(Cell(value, column) for column, value in enumerate(values))


def piped(lines: Sequence[TextLine]) -> list[TextLine]:
    """Give lines with tabs for the bars between cells, where the next or last line has as many."""
    bars = [line.text.strip().strip("|").count("|") for line in lines]
    beside = [
        n > 1 and n in (bars[at - 1] if at else 0, *bars[at + 1 : at + 2])
        for at, n in enumerate(bars)
    ]
    return [
        replace(x, text=re.sub(r"\s*\|\s*", "\t", x.text.strip().strip("|").strip())) if b else x
        for x, b in zip(lines, beside, strict=True)
    ]


def tabbed_grid(lines: Sequence[tuple[str, int]], at: int) -> Found | None:
    """Read lines whose cells are divided by tabs, from index `at`; None where there are none."""
    if "\t" not in lines[at][0]:
        return None
    page = lines[at][1]
    rows: list[list[str]] = []
    end = at
    while end < len(lines) and lines[end][1] == page:
        if "\t" in lines[end][0]:
            cells = [_MARKUP.sub("", c).strip() for c in lines[end][0].split("\t")]
            if not all(RULE.match(c) for c in cells):
                rows.append(cells)
        elif _heads_rows(lines, end):
            rows.append([lines[end][0].strip()])
        else:
            break
        end += 1
    columns = max((len(r) for r in rows), default=0)
    if columns < 2:
        return None
    return Found((Grid(page, tuple(_cells(r, columns) for r in rows), columns),), end)


def _heads_rows(lines: Sequence[tuple[str, int]], at: int) -> bool:
    """Whether a line without tabs between rows names those below it."""
    text = lines[at][0].strip()
    short = len(text) < 100 and text[-1:] not in ".;,:" and text[:1].isalnum()
    after = lines[at + 1] if at + 1 < len(lines) else ("", 0)
    cells = lines[at - 1][0].count("\t")
    return short and after[1] == lines[at][1] and after[0].count("\t") == cells > 0


def _cells(values: Sequence[str], columns: int) -> tuple[Cell, ...]:
    filled = [v for v in values if v]
    if len(filled) == 1 and values[0] and (len(values) == 1 or _is_title(values[0])):
        return (Cell(values[0], 0, columns),)
    padded = [*values, *[""] * (columns - len(values))]
    return tuple(Cell(value, column) for column, value in enumerate(padded))


def _is_title(text: str) -> bool:
    """Whether a lone first cell names a group: it carries a number of its own, not a letter."""
    return re.match(r"^(?:[A-Z]{0,5}[- ]?)?\d+(?:\.\d+)*\.?\s+\S", text) is not None


def numbered_register(lines: Sequence[tuple[str, int, int]], at: int) -> Found | None:
    """Read rows "1 …", "2 …" under a line of column names, each cell after a blank line.

    Lines are (text, page, blank lines before); None where no such register begins at `at`.
    """
    header = split_header(lines[at][0].strip())
    if header is None or at + 1 >= len(lines) or not _starts_row(lines[at + 1][0], 1):
        return None
    starts: list[int] = []
    end = at + 1
    while end < len(lines) and not (starts and _ends(lines[end][0])):
        if _starts_row(lines[end][0], len(starts) + 1):
            starts.append(end)
        end += 1
    if len(starts) < 2:
        return None
    columns = len(header) + 1
    grids = [Grid(lines[at][1], (_header_cells(header),), columns, bold_rows=(0,))]
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        grids.append(_row_grid(lines[start:stop], len(starts), columns))
    return Found(tuple(grids), end)


def split_header(line: str) -> tuple[str, ...] | None:
    """Split a line of column names; None where the line is not one.

    Wide gaps divide names; else a name ends before the next word that names a column.
    """
    if not line or len(line) > 120 or line[-1] in ".;:":
        return None
    parts = [p for p in re.split(r"\s{2,}|\s\|\s", line) if p]
    if len(parts) > 1:
        return tuple(parts) if sum(is_header_name(p) for p in parts) >= 2 else None
    words = line.split()
    for cut in range(1, min(len(words), 4)):
        first, rest = " ".join(words[:cut]), " ".join(words[cut:])
        roles = (role_of(first), role_of(rest))
        if words[cut][0].isupper() and roles[0] == "text" and roles[1] in _SECOND:
            return (first, rest)
    return None


_SECOND = ("owner", "status", "date", "update")


def _starts_row(text: str, number: int) -> bool:
    return re.match(rf"^\s*{number}\s+[A-Z‘“\"]", text) is not None


def _ends(text: str) -> bool:
    """Whether a numbered heading ("6. Appendices") ends the rows."""
    return re.match(r"^\s*\d{1,2}\.\s+[A-Z]", text) is not None and len(text.strip()) < 80


def _header_cells(header: Sequence[str]) -> tuple[Cell, ...]:
    return (Cell("", 0), *(Cell(name, i) for i, name in enumerate(header, start=1)))


def _row_grid(lines: Sequence[tuple[str, int, int]], rows: int, columns: int) -> Grid:
    first = lines[0]
    number = re.match(r"^\s*(\d+)\s+", first[0])
    own = [first[0][number.end() :] if number else first[0]]
    rest: list[str] = []
    for text, _, gap in lines[1:]:
        (rest if rest or gap else own).append(text)
    cells = (
        Cell(number[1] if number else "", 0),
        Cell(join_lines(own), 1),
        Cell("\n".join(line.strip() for line in rest), 2),
    )
    return Grid(first[1], (cells[:columns],), columns)
