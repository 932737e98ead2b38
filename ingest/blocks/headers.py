"""The rows of a table that name its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.elements import Grid
from ingest.types import Cell
from ingest.wording.identifiers import is_identifier, leading
from ingest.wording.reflow import join_lines
from ingest.wording.roles import is_header_name

_LONGEST = 60
_FEWEST_BELOW = 2  # columns below a head that is divided
_PERIOD = re.compile(r"^(?:FY\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?$|^Q[1-4]\b.{0,12}$")
_FIGURE = re.compile(r"^[£$€<>~(-]?\s?\d[\d.,%()\s–-]*|^[-–*]$")
_AMOUNT = re.compile(
    r"^[£$€<>~≥≤±+(–-]*\s?\.?\d[\d.,%()\s–-]*(?:[%kKmM]|per cent|bn|million)?\s?[*†‡^a-e]{0,2}$"
    r"|^[-–—*.:]{1,2}$|^n/?a$|^\[?[xczu]\]$|^\d{1,3}:\d\d(?::\d\d)?$"
    r"|^(?:\d+\s?(?:hours?|hrs?|h|min(?:ute)?s?|m|sec(?:ond)?s?|s)\b\.?\s?)+$",
    re.I,
)
_BAND = re.compile(r"^(?:\d{1,3}\s?(?:[–-]|to)\s?\d{1,3}|\d{1,3}\+|[<>]\s?\d{1,3})$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def header_span(grid: Grid) -> tuple[int, int]:
    """Give the first of a grid's rows that name its columns and the row after the last.

    Rows over all columns may stand above them; the two are equal where no row names columns.
    """
    first = 0
    while first < len(grid.rows) - 1 and _is_over_all(grid.rows[first], grid.columns):
        first += 1
    if first >= len(grid.rows) or not _names_columns(grid, first):
        return 0, 0
    return first, first + (2 if _has_second_row(grid, first) else 1)


def header_of(grid: Grid) -> tuple[str, ...]:
    """Give a grid's column names, empty where it has no header row.

    Where a name over several columns is divided below, the names below are the columns'.
    """
    begin, end = header_span(grid)
    if begin == end:
        return ()
    names = values_of(grid.rows[begin], grid.columns)
    if end - begin == 1:
        return names
    below = values_of(grid.rows[begin + 1], grid.columns)
    return tuple(lower or upper for upper, lower in zip(names, below, strict=True))


def head_paths(grid: Grid) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Give how many of a grid's first rows are heads, and each column's heads from top to bottom.

    A head over several columns is in the path of each. A row over all columns is a title, not a
    head. None are given where no row can be told to hold heads.
    """
    first, end = header_span(grid)
    if first == end:
        first, end = _unnamed_heads(grid)
    while first > 0 and not _is_over_all(grid.rows[first - 1], grid.columns):
        first -= 1  # heads over several columns, above those that name each
    while first < end < len(grid.rows) - 1 and _goes_on_heading(grid, end):
        end += 1
    if first == end:
        return 0, ()
    paths: list[tuple[str, ...]] = []
    rows = [_spread(grid, index) for index in range(first, end)]
    for column in range(grid.columns):
        texts = (_over(row, column, grid.columns) for row in rows)
        paths.append(tuple(dict.fromkeys(text for text in texts if text)))
    return end, tuple(paths)


def _unnamed_heads(grid: Grid) -> tuple[int, int]:
    """Give the rows that stand over figures, or over other words without being like them."""
    first = 0
    while first < len(grid.rows) - 1 and _is_over_all(grid.rows[first], grid.columns):
        first += 1
    if first >= len(grid.rows) - 1:
        return 0, 0
    cells = [join_lines(c.text.splitlines()) for c in grid.rows[first]]
    beside = [text for text in cells[1:] if text]
    heads = [text for text in beside if not is_figure(text) or _is_label_figure(text)]
    if not beside or len(heads) < len(beside) or any(len(text) > 2 * _LONGEST for text in cells):
        return 0, 0
    below = [
        text
        for row in grid.rows[first + 1 :]
        for cell in row[1:]
        if (text := join_lines(cell.text.splitlines()))
    ]
    figures = sum(map(is_figure, below))
    over_figures = 2 * figures >= len(below) > 0
    full = len(beside) == grid.columns - 1 >= 2 and all(len(t) <= _LONGEST for t in cells)
    distinct = not set(beside) & set(below) and len(set(beside)) == len(beside)
    return (first, first + 1) if over_figures or (full and distinct) else (0, 0)


def _goes_on_heading(grid: Grid, index: int) -> bool:
    """Whether a row below heads divides them: no label of its own and no figures."""
    row = grid.rows[index]
    filled = [join_lines(c.text.splitlines()) for c in row if c.text.strip() and c.column > 0]
    above = {c.column: c.text for c in grid.rows[index - 1]}
    same = {c.column for c in row if c.text.strip() and above.get(c.column) == c.text}
    same |= {column for line, column in grid.down if line == index}
    merged = bool(same) or {index - 1, index} <= set(grid.bold_rows)
    unlabelled = not above.get(0, "").strip()
    labelled = any(c.column == 0 and c.text.strip() for c in row) and 0 not in same
    if unlabelled and len(filled) > sum(bool(t.strip()) for n, t in above.items() if n > 0):
        labelled, merged = False, True  # the label's head stands beside the lower heads
    divided = any(1 < c.span < grid.columns for c in grid.rows[index - 1])
    if not filled or labelled or not (merged or divided):
        return False
    return all(not is_figure(text) or _is_label_figure(text) for text in filled)


def _spread(grid: Grid, index: int) -> Sequence[Cell]:
    """Give a row of heads; those over as many columns each, where no border says so, over these.

    Columns that are only aligned do not show how far a head above them reaches.
    """
    row = grid.rows[index]
    filled = [c for c in row if c.text.strip() and c.column > 0]
    width, left = divmod(grid.columns - 1, max(len(filled), 1))
    own = [1 + n * width for n in range(len(filled))]
    inside = all(a <= c.column < a + width for a, c in zip(own, filled, strict=True))
    if left or width < _FEWEST_BELOW or not inside or any(c.span > 1 for c in row):
        return row
    labels = [c for c in row if c.column == 0]
    return (*labels, *(Cell(c.text, a, width) for a, c in zip(own, filled, strict=True)))


def _over(row: Sequence[Cell], column: int, columns: int) -> str:
    """Give the text of the cell that stands over a column."""
    for cell in row:
        if cell.column <= column < cell.column + cell.span and cell.span < max(columns, 2):
            return join_lines(cell.text.splitlines())
    return ""


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or a mark that stands for one."""
    return _AMOUNT.match(text) is not None


def _is_label_figure(text: str) -> bool:
    """Whether a figure may be a column's name: a year, a quarter, a band of ages or sizes."""
    return _PERIOD.match(text) is not None or _BAND.match(text) is not None


def values_of(cells: Sequence[Cell], columns: int) -> tuple[str, ...]:
    """Give a row's text for each column; a merged cell counts for its first column."""
    values = [""] * columns
    for cell in cells:
        if cell.column < columns:
            values[cell.column] = join_lines(cell.text.splitlines())
    return tuple(values)


def _is_over_all(cells: Sequence[Cell], columns: int) -> bool:
    filled = [c for c in cells if c.text.strip()]
    return len(filled) == 1 and filled[0].span == columns > 1


def _names_columns(grid: Grid, index: int) -> bool:
    row = grid.rows[index]
    cells = [c for c in row if c.text.strip()]
    if not cells or any(len(c.text) > _LONGEST for c in cells) or len(row) < 2:
        return False
    values = [join_lines(c.text.splitlines()) for c in cells]
    if any(_is_entry_like(v) for v in values) or len(values) < max(2, len(row) - 1):
        return False
    known = sum(is_header_name(v) for v in values)
    if index in grid.bold_rows and len(grid.bold_rows) < len(grid.rows):
        return known > 0 or len(values) == len(row)
    if _stands_over_figures(grid, index):
        return True
    periods = sum(_PERIOD.match(v) is not None for v in values)
    if periods >= 2 and periods + known >= len(values) - 1:
        return True
    return known == len(values) or (len(values) > 2 and known >= len(values) - 1)


def _stands_over_figures(grid: Grid, index: int) -> bool:
    """Whether a row of words stands over rows of figures."""
    below = [c.text for row in grid.rows[index + 1 :] for c in row[1:] if c.text.strip()]
    figures = sum(_FIGURE.match(text) is not None for text in below)
    words = [c.text for c in grid.rows[index] if c.text.strip()]
    named = all(re.match(r"[^\W\d]", text) for text in words)
    return len(below) > 3 and figures >= 0.7 * len(below) and named and len(words) > 1


def _is_entry_like(value: str) -> bool:
    """Whether a value marks an entry and so cannot be a column's name."""
    if _YEAR.search(value):
        return False
    found = leading(value)
    lettered = found is not None and bool(found.mark or "." in found.identifier)
    return is_identifier(value) or lettered


def _has_second_row(grid: Grid, first: int) -> bool:
    """Whether a name over several columns is divided in the row below."""
    over = [c for c in grid.rows[first] if 1 < c.span < grid.columns and c.text.strip()]
    if not over or first + 1 >= len(grid.rows):
        return False
    below = [
        join_lines(c.text.splitlines())
        for c in grid.rows[first + 1]
        if any(o.column <= c.column < o.column + o.span for o in over)
    ]
    return len(below) > len(over) and all(
        0 < len(b) <= _LONGEST and not _is_entry_like(b) for b in below
    )
