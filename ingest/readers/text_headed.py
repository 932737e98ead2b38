"""Registers in plain text whose columns stand under a line of column names, set apart by spaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.columns import is_header_name
from ingest.identifiers import is_identifier
from ingest.readers.text_tables import Found, Piece, parts_by_page, pieces_of
from ingest.reflow import join_lines

_FEWEST_NAMES = 3
_FEWEST_ROWS = 2
_LOOSE = 3  # characters that a cell may begin before its column's name


@dataclass(slots=True)
class _Row:
    """A row while it is read: the page it began on, and the lines of each of its cells."""

    page: int
    cells: list[list[str]] = field(default_factory=list)

    def add(self, pieces: Sequence[tuple[int, str]]) -> None:
        for column, text in pieces:
            self.cells[column].append(text)


def headed_register(lines: Sequence[tuple[str, int]], at: int) -> Found | None:
    """Read rows of (text, page) below a line of column names; None where none begins at `at`.

    A row begins where its first column does; lines that leave that empty go on with it, also
    over a page's end. A line that keeps to no column ends the table.
    """
    heads = pieces_of(lines[at][0])
    named = sum(is_header_name(text) for _, text in heads)
    if len(heads) < _FEWEST_NAMES or named < len(heads) - 1 or not is_header_name(heads[0][1]):
        return None
    starts = [start for start, _ in heads]
    rows: list[_Row] = []
    end = at + 1
    while end < len(lines):
        text, page = lines[end]
        pieces = pieces_of(text)
        placed = _placed(pieces, starts)
        if pieces and [t for _, t in pieces] == [t for _, t in heads]:
            end += 1
            continue
        if placed is None or not _belongs(pieces, placed, rows):
            break
        if placed[0][0] == 0:
            rows.append(_Row(page, [[] for _ in starts]))
        rows[-1].add(placed)
        end += 1
    if len(rows) < _FEWEST_ROWS:
        return None
    cells = [(row.page, tuple(map(join_lines, row.cells))) for row in rows]
    return Found(parts_by_page([text for _, text in heads], cells), end)


def _placed(pieces: Sequence[Piece], starts: Sequence[int]) -> list[tuple[int, str]] | None:
    """Give each piece its column, none twice; None where the line is no row of the columns."""
    found: list[tuple[int, str]] = []
    for start, text in pieces:
        column = max((n for n, s in enumerate(starts) if s <= start + _LOOSE), default=0)
        if found and column <= found[-1][0]:
            return None
        if column < len(starts) - 1 and start + len(text) > starts[column + 1] + 4 * _LOOSE:
            return None  # words that run on over the next column are a sentence
        found.append((column, text))
    return found


def _belongs(
    pieces: Sequence[Piece], placed: Sequence[tuple[int, str]], rows: Sequence[_Row]
) -> bool:
    """Whether a line begins a row as the rows before it did, or goes on with one."""
    if not placed:
        return False
    if placed[0][0] > 0:
        return bool(rows)
    marked = [is_identifier(" ".join(row.cells[0])) for row in rows]
    if marked and all(marked):
        return is_identifier(placed[0][1])
    return len(pieces) > 1
