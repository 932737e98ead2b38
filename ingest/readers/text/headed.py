"""Registers in plain text whose columns stand under a line of column names, set apart by spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.readers.text.tables import RULE, Found, Piece, parts_by_page, pieces_of
from ingest.wording.identifiers import NOUNS, is_identifier, singular
from ingest.wording.reflow import join_lines
from ingest.wording.roles import is_header_name, role_of

_CAPTION = re.compile(r"(?:table|figure|chart|annex|appendix)\s\w{1,3}\b", re.I)
_FEWEST_NAMES = 3
_FEWEST_ROWS = 2
_MOST_ABOVE, _MOST_PIECES = 2, 2  # lines above heads that come again, pieces of each
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
    numbered = bool(heads) and _is_number(heads[0][1])
    known = named >= len(heads) - 1 or (numbered and named >= _FEWEST_NAMES)
    if len(heads) < _FEWEST_NAMES or not known or not (numbered or is_header_name(heads[0][1])):
        return None
    starts = [start for start, _ in heads]
    end, heads = _with_second_line(lines, at + 1, heads)
    rows: list[_Row] = []
    while end < len(lines):
        text, page = lines[end]
        pieces = _divided(pieces_of(text), starts)
        if _is_band(pieces, lines[end + 1 : end + 2], starts):
            rows.append(_Row(page, [[pieces[0][1]]]))
            end += 1
            continue
        placed = _placed(pieces, starts)
        again = _headed_again(lines, end, [text for _, text in heads])
        if again and rows:
            end = again
            continue
        if placed is None or not _belongs(pieces, placed, rows):
            break
        if placed[0][0] == 0 or len(rows[-1].cells) == 1:
            rows.append(_Row(page, [[] for _ in starts]))
        rows[-1].add(placed)
        end += 1
    if len(rows) < _FEWEST_ROWS:
        return None
    cells = [(row.page, tuple(map(join_lines, row.cells))) for row in rows]
    return Found(parts_by_page([text for _, text in heads], cells), end)


def _is_number(name: str) -> bool:
    """Whether a column's name says that its cells are identifiers: "Ref", "Rec"."""
    return role_of(name) == "identifier" or singular(name.rstrip(".").lower()) in NOUNS


def _with_second_line(
    lines: Sequence[tuple[str, int]], at: int, heads: list[Piece]
) -> tuple[int, list[Piece]]:
    """Give where the rows begin, and the heads with what a second line of them adds."""
    if at < len(lines) and not RULE.match(lines[at][0]):
        more = pieces_of(lines[at][0])
        starts = [start for start, _ in heads]
        after = pieces_of(lines[at + 1][0]) if at + 1 < len(lines) else []
        ruled = bool(after) and RULE.match(lines[at + 1][0])
        inside = bool(more) and more[0][0] > starts[0] + _LOOSE
        below = ruled or (bool(after) and inside and is_identifier(after[0][1]))
        if below and all(any(abs(s - start) <= _LOOSE for s in starts) for start, _ in more):
            heads = [
                (start, " ".join([text, *(t for s, t in more if abs(s - start) <= _LOOSE)]))
                for start, text in heads
            ]
            at += 1
    while at < len(lines) and RULE.match(lines[at][0]):
        at += 1
    return at, heads


def _headed_again(lines: Sequence[tuple[str, int]], at: int, heads: Sequence[str]) -> int:
    """Give where rows go on below the same heads on a further page; 0 where none begin again.

    A caption may stand above them: "Table 1 Initiatives (continued)".
    """
    for index in range(at, min(at + _MOST_ABOVE + 1, len(lines))):
        pieces = [text for _, text in pieces_of(lines[index][0])]
        if len(pieces) == len(heads) and all(map(str.startswith, heads, pieces)):
            rest = [h.removeprefix(p).strip() for h, p in zip(heads, pieces, strict=True)]
            below = [t for _, t in pieces_of(lines[index + 1][0])] if index + 1 < len(lines) else []
            second = bool(below) and below == [text for text in rest if text]
            return index + 1 + second
        if len(pieces) > _MOST_PIECES:
            return 0
    return 0


def _divided(pieces: Sequence[Piece], starts: Sequence[int]) -> list[Piece]:
    """Give a line's pieces; one that a full cell runs together with the next is two."""
    if len(pieces) < _FEWEST_ROWS:
        return list(pieces)  # a sentence
    found: list[Piece] = []
    taken = {start for start, _ in pieces}
    for start, text in pieces:
        cut = 0
        for border in starts:
            free = not any(abs(border - other) <= _LOOSE for other in taken)
            spaces = [m.end() for m in re.finditer(r" (?=[A-Z0-9])", text) if free]
            near = [at for at in spaces if abs(start + at - border) <= _LOOSE]
            if near and border > start + _LOOSE:
                at = min(near, key=lambda p: abs(start + p - border))
                found.append((start + cut, text[cut:at].strip()))
                cut = at
        found.append((start + cut, text[cut:].strip()))
    return found


def _is_band(
    pieces: Sequence[Piece], after: Sequence[tuple[str, int]], starts: Sequence[int]
) -> bool:
    """Whether a line is the name of the rows below it: capitals alone, over an identifier."""
    alone = len(pieces) == 1 and pieces[0][0] <= starts[0] + _LOOSE and pieces[0][1].isupper()
    below = pieces_of(after[0][0]) if after else []
    return alone and len(below) > 1 and is_identifier(below[0][1])


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
    if not placed or _CAPTION.match(placed[0][1]):
        return False
    if placed[0][0] > 0:
        return bool(rows)
    marked = [is_identifier(" ".join(row.cells[0])) for row in rows if len(row.cells) > 1]
    if marked and all(marked):
        return is_identifier(placed[0][1])
    return len(pieces) > 1
