"""Tables of figures in plain text whose columns are set apart by spaces alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.blocks.headers import is_figure
from ingest.elements import Grid
from ingest.readers.text.tables import RULE, Found, pieces_of
from ingest.types import Cell

_STROKES = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*")
_FEWEST = 3  # lines, the heads among them
_MOST = 0.7  # of the cells beside the labels, which must be figures

Extent = tuple[int, int, str]


def underlined_grid(lines: Sequence[tuple[str, int]], at: int) -> Found | None:
    """Read a table whose heads are underlined, column by column: "----  ------  ---".

    The strokes tell where each column stands, so that its cells may be words; a line that stands
    in one column alone goes on with the row above. `lines` are of (text, page), from line `at`.
    """
    strokes = lines[1][0] if len(lines) > 1 else ""
    columns = [m.span() for m in re.finditer(r"[-=]{2,}", strokes)]
    if len(columns) < 2 or not _STROKES.fullmatch(strokes):
        return None
    page = lines[0][1]
    rows: list[list[str]] = []
    end = 0
    for text, number in lines:
        if number != page:
            break
        if end != 1 and RULE.match(text):
            end += 1
            break
        if end != 1:
            cells = _under(text, columns)
            if cells is None or (not cells[0] and not rows):
                break
            if cells[0] or sum(map(bool, cells)) > 1:
                rows.append(cells)
            else:
                rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        end += 1
    if len(rows) < _FEWEST or not all(rows[0]):
        return None
    grid = tuple(tuple(Cell(t, n) for n, t in enumerate(row)) for row in rows)
    return Found((Grid(page, grid, len(columns), bold_rows=(0,)),), at + end)


def _under(text: str, columns: Sequence[tuple[int, int]]) -> list[str] | None:
    """Give a line's cells; None where words stand in no column, or reach into the next."""
    cells = [""] * len(columns)
    for start, piece in pieces_of(text):
        column = _nearest((start, start + len(piece), piece), columns)
        after = columns[column + 1][0] if column + 1 < len(columns) else len(text)
        if cells[column] or start + len(piece) > after or start + len(piece) <= columns[column][0]:
            return None
        cells[column] = piece
    alone = sum(map(bool, cells)) == 1 and bool(cells[0])
    return None if alone else cells


def aligned_grid(lines: Sequence[tuple[str, int]], at: int) -> Found | None:
    """Read lines of (text, page) that stand in columns, the first being line `at` of the file.

    None is given where they do not. Only tables of figures are read: columns of words cannot be
    told from words that happen to stand apart.
    """
    page = lines[0][1]
    end = 0
    rows: list[list[Extent]] = []
    while end < len(lines) and lines[end][1] == page:
        text = lines[end][0]
        pieces = [(start, start + len(piece), piece) for start, piece in pieces_of(text)]
        ruled = RULE.match(text) is not None
        if "\t" in text or (len(pieces) < 2 and not (ruled and rows)):
            break
        if not ruled:
            rows.append(pieces)
        end += 1
    columns = _columns(rows)
    if len(rows) < _FEWEST or len(columns) < 2:
        return None
    grid = tuple(_cells(row, columns) for row in rows)
    beside = [c.text for row in grid[1:] for c in row[1:] if c.text]
    if not beside or sum(map(is_figure, beside)) < _MOST * len(beside):
        return None
    taken = [_placed(row, columns) for row in rows]
    if any(len(set(own)) < len(own) for own in taken):
        return None  # two pieces in one column: the columns are not what they seem
    return Found((Grid(page, grid, len(columns)),), at + end)


def _columns(rows: Sequence[Sequence[Extent]]) -> list[tuple[int, int]]:
    """Give from where to where each column reaches, told by the rows with most usual length."""
    if not rows:
        return []
    usual = Counter(len(row) for row in rows).most_common(1)[0][0]
    whole = [row for row in rows if len(row) == usual]
    return [(min(r[n][0] for r in whole), max(r[n][1] for r in whole)) for n in range(usual)]


def _cells(row: Sequence[Extent], columns: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    texts = [""] * len(columns)
    for piece, column in zip(row, _placed(row, columns), strict=True):
        texts[column] = piece[2]
    return tuple(Cell(text, column) for column, text in enumerate(texts))


def _placed(row: Sequence[Extent], columns: Sequence[tuple[int, int]]) -> list[int]:
    """Give each piece its column: in order where there are as many, however ragged they stand."""
    if len(row) == len(columns):
        return list(range(len(columns)))
    return [_nearest(piece, columns) for piece in row]


def _nearest(piece: Extent, columns: Sequence[tuple[int, int]]) -> int:
    """Give the column that a piece overlaps most, else the nearest."""
    return max(
        range(len(columns)),
        key=lambda n: (min(piece[1], columns[n][1]) - max(piece[0], columns[n][0]), -n),
    )
