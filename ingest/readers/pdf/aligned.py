"""Tables without vertical rules: columns told by the white between them, over page breaks too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.lines.field_lines import field_line
from ingest.readers.pdf.gutters import Gutters, gutters_of, segments
from ingest.readers.pdf.heads import heads_above, with_heads
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.rows import grid_of
from ingest.readers.pdf.rules import Rule
from ingest.readers.pdf.words import Line, around
from ingest.wording.identifiers import NOUNS, is_identifier, leading
from ingest.wording.marks import BULLETS, DASHES
from ingest.wording.roles import is_header_name

_LEADER = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")
_MARKER = re.compile(rf"^(?:[o{BULLETS}{DASHES}]|\(?\w{{1,3}}[.)]|\d{{1,3}}(?:\.\d{{1,3}})+\.?)$")
_NUMBER = re.compile(r"^[\d.,]{1,6}$|^[ivxl]{1,6}$")
_FEWEST = 3  # lines with more than one cell
_TWO = 2  # columns
_NEAR = 4  # lines above labelled ones in which their title stands
#: "R2", "C-07": what numbers a paragraph besides bare figures.
_CODE = re.compile(r"^(?P<letters>[A-Z]{1,4})[-. ]?(?P<number>\d{1,3})[.:]?$")
_MOSTLY = 0.8  # of coded paragraphs, that end with a full stop
_FEW = 6  # by which numbers of paragraphs grow: some stand inside other layouts
_LARGER = 1.3  # of the rows' size, up to which a line between them names the rows below it


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a page: lines of text, or a table with the gutters that divide it."""

    lines: tuple[Line, ...] = ()
    table: PlacedGrid | None = None
    gutters: Gutters | None = None


def divide(
    lines: Sequence[Line], rules: Sequence[Rule], before: Gutters | None = None
) -> list[Part]:
    """Divide a stretch of lines, top to bottom, into text and aligned tables.

    `before` are the gutters of a table that the page before ends with: where this page's first
    lines stand in its columns they are its next part.
    """
    parts: list[Part] = []
    text: list[Line] = []
    at = 0
    while at < len(lines):
        resumed = _resumed(lines, before) if at == 0 and before else None
        region = resumed or _region(lines, at)
        if region is None:
            text.append(lines[at])
            at += 1
            continue
        taken, gutters = region
        heads = heads_above(text, taken[0], gutters)
        text = text[: len(text) - len(heads)]
        if text:
            parts.append(Part(tuple(text)))
            text = []
        box = around(line.box for line in (*heads, *taken))
        grid = with_heads(grid_of(taken, gutters, rules), heads, gutters)
        if resumed and before and gutters.columns == before.columns:
            grid = replace(grid, edges=before.edges)  # its own white is as ragged as its cells
        parts.append(Part(table=PlacedGrid(grid, box), gutters=gutters))
        at += len(taken)
    if text:
        parts.append(Part(tuple(text)))
    return parts


def _resumed(lines: Sequence[Line], before: Gutters) -> tuple[Sequence[Line], Gutters] | None:
    """Give the first lines of a page that go on with the table of the page before."""
    taken, gutters = _grown([], lines, 0, before)
    taken = list(_without_tail(taken, gutters))
    several = [line for line in taken if len(_columns(line, gutters)) > 1]
    if not taken or not (several or min(_columns(taken[0], gutters)) > 0):
        return None
    return taken, gutters


def _region(lines: Sequence[Line], at: int) -> tuple[Sequence[Line], Gutters] | None:
    """Give the table that begins with line `at`, or None."""
    if len(segments(lines[at])) < 2 or _LEADER.search(lines[at].text):
        return None
    taken, gutters = _grown([lines[at]], lines, at + 1, gutters_of(lines[at]))
    taken = list(_without_tail(taken, gutters))
    told = _are_entries([*lines[max(at - _NEAR, 0) : at], *taken], gutters)
    return (taken, gutters) if _is_table(taken, gutters) and not told else None


def _grown(
    taken: list[Line], lines: Sequence[Line], at: int, gutters: Gutters
) -> tuple[list[Line], Gutters]:
    """Take lines as long as they leave every gutter white, or head the rows below them."""
    for index in range(at, len(lines)):
        line = lines[index]
        if not _near(line, taken):
            break
        if not (_in_size(line, taken) or _goes_on_small(line, taken, gutters)):
            if not _heads_more_rows(lines, index, gutters, taken[0].size):
                break
            taken.append(line)
            continue
        narrowed = gutters.with_line(line)
        if narrowed.columns >= gutters.columns and _stands_in_columns(line, narrowed):
            gutters = narrowed
        elif not _heads_rows(lines, index, gutters):
            break
        taken.append(line)
    return taken, gutters


def _near(line: Line, taken: Sequence[Line]) -> bool:
    """Whether a line stands not far below those above it."""
    if _LEADER.search(line.text):
        return False
    return not taken or line.box.top - taken[-1].box.bottom <= 3.2 * line.size


def _in_size(line: Line, taken: Sequence[Line]) -> bool:
    """Whether a line is in the size of one of the last two above it: a name of rows is larger."""
    return not taken or any(abs(line.size - other.size) <= 1.1 for other in taken[-2:])


def _goes_on_small(line: Line, taken: Sequence[Line], gutters: Gutters) -> bool:
    """Whether a line goes on in a later column that is set smaller: a date in two lines."""
    column = min(_columns(line, gutters))
    sizes = [w.size for other in taken[-2:] for w in other.words if gutters.column(w) == column]
    return column > 0 and any(abs(line.size - size) <= 1.1 for size in sizes)


def _stands_in_columns(line: Line, gutters: Gutters) -> bool:
    several = len(segments(line)) > 1
    return several or min(_columns(line, gutters)) == 0 or _starts_at(line, gutters)


def _starts_at(line: Line, gutters: Gutters) -> bool:
    """Whether a lone cell begins where a column begins, or ends where one ends."""
    column = min(_columns(line, gutters))
    left = gutters.starts[column]
    right = gutters.between[column][0] if column < len(gutters.between) else gutters.right
    return line.box.x0 >= left - 3 and line.box.x1 <= right + 60


def _heads_rows(lines: Sequence[Line], index: int, gutters: Gutters) -> bool:
    """Whether a line across the columns names the rows below it."""
    line = lines[index]
    if abs(line.box.x0 - gutters.left) > 4 or len(line.text) > 110 or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    narrowed = gutters.with_line(below)
    clear = narrowed.columns >= gutters.columns and len(segments(below)) > 1
    return clear and line.text[-1] not in ".;," and len(segments(line)) == 1


def _heads_more_rows(lines: Sequence[Line], index: int, gutters: Gutters, size: float) -> bool:
    """Whether a line in larger type names more rows of the same table, not another table."""
    if gutters.columns < _FEWEST or not 1 < lines[index].size / size <= _LARGER:
        return False
    return _heads_rows(lines, index, gutters) and not _is_named(lines[index + 1])


def _is_named(line: Line) -> bool:
    """Whether a line holds the names of several columns and nothing else."""
    named = [is_header_name(" ".join(w.text for w in part)) for part in segments(line)]
    return len(named) > 1 and all(named)


def _columns(line: Line, gutters: Gutters) -> set[int]:
    return {gutters.column(word) for word in line.words}


def _without_tail(taken: Sequence[Line], gutters: Gutters) -> Sequence[Line]:
    """Leave out lines at the end that are the text after the table, not its last cells."""
    end = len(taken)
    while end > 1:
        line, above = taken[end - 1], taken[end - 2]
        lone = len(_columns(line, gutters)) == 1 or gutters.crossed_by(line.words)
        first = min(_columns(line, gutters)) == 0
        apart = line.box.top - above.box.bottom > 0.45 * line.size
        if not (lone and first and (apart or line.bold != above.bold)):
            break
        end -= 1
    return taken[:end]


def _is_table(taken: Sequence[Line], gutters: Gutters) -> bool:
    if not gutters.between:
        return False
    several = [line for line in taken if len(_columns(line, gutters)) > 1]
    if len(several) < (2 if _is_named(taken[0]) else _FEWEST):
        return False
    if gutters.columns > 2:
        return True
    numbered = not _is_named(taken[0]) and (
        _is_numbered(several, gutters)
        or _are_coded_sentences(taken, gutters)
        or _have_named_lines(taken, gutters)
    )
    return not (numbered or _is_list(several, gutters) or _is_contents(several))


def _are_entries(lines: Sequence[Line], gutters: Gutters) -> bool:
    """Whether names with colons stand before values under "Action 2": lines of running text."""
    several = [line for line in lines if gutters.between and len(_columns(line, gutters)) > 1]
    named = [cell.endswith(":") for cell in _first_cells(several, gutters)]
    titles = (leading(line.text) for line in lines if line not in several)
    opened = any(found and found.label in NOUNS and not found.rest for found in titles)
    return opened and gutters.columns == _TWO and 2 * sum(named) > len(named)


def _is_list(lines: Sequence[Line], gutters: Gutters) -> bool:
    """Whether the first of two columns holds nothing but bullets or numbers."""
    marks = _first_cells(lines, gutters)
    return sum(_MARKER.match(mark) is not None for mark in marks) >= 0.7 * len(marks)


def _is_numbered(lines: Sequence[Line], gutters: Gutters) -> bool:
    """Whether the first of two columns holds the numbers of paragraphs: bare ones that go up."""
    marks = _first_cells(lines, gutters)
    if not all(mark.isdigit() for mark in marks):
        return False
    return all(0 < int(second) - int(first) < _FEW for first, second in pairwise(marks))


def _have_named_lines(taken: Sequence[Line], gutters: Gutters) -> bool:
    """Whether numbers stand before sentences, and lines like "Owner: …" below those."""
    named = [line for line in taken if field_line(line.text)]
    others = [line for line in taken if line not in named and len(_columns(line, gutters)) > 1]
    return bool(named) and all(map(is_identifier, _first_cells(others, gutters)))


def _are_coded_sentences(taken: Sequence[Line], gutters: Gutters) -> bool:
    """Whether codes that count up stand before sentences, as in the margin of text: R2, R3."""
    firsts = [n for n, line in enumerate(taken) if min(_columns(line, gutters)) == 0]
    codes = [_CODE.match(mark) for mark in _first_cells([taken[n] for n in firsts], gutters)]
    found = [(code["letters"], int(code["number"])) for code in codes if code]
    if len(found) < len(codes) or len(found) < _FEWEST:
        return False
    counted = all(b == (a[0], a[1] + 1) for a, b in pairwise(found))
    whole = sum(taken[n - 1].text[-1] in ".;" for n in firsts[1:])
    return counted and whole >= _MOSTLY * (len(firsts) - 1)


def _first_cells(lines: Sequence[Line], gutters: Gutters) -> list[str]:
    return [" ".join(w.text for w in line.words if gutters.column(w) == 0) for line in lines]


def _is_contents(lines: Sequence[Line]) -> bool:
    """Whether the last column holds nothing but page numbers that grow."""
    last = [line.words[-1].text for line in lines]
    if sum(_NUMBER.match(text) is not None for text in last) < 0.8 * len(last):
        return False
    pages = [int(text) for text in last if text.isdigit()]
    return pages == sorted(pages)
