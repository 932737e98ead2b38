"""Registers in plain text whose cells stand below one another, as some programs take tables out.

The column names come first, a line each, then the rows, each its cells from top to bottom with a
blank line after them. A cell may go on over lines, and nothing marks where the next one begins:
the lines are shared out so that dates stand under the column of dates, statuses under theirs, and
the identifier alone on the first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ingest.readers.text.tables import Found, parts_by_page
from ingest.wording.identifiers import is_identifier
from ingest.wording.reflow import join_lines
from ingest.wording.roles import ColumnRole, is_header_name, role_of
from ingest.wording.values import is_date, is_status

_FEWEST_NAMES = 3
_FEWEST_ROWS = 2
_MOST_LINES = 30  # of one row
_NEVER = -99.0

Line = tuple[str, int, int]


def stacked_register(lines: Sequence[Line], at: int) -> Found | None:
    """Read such a register from index `at`; lines are (text, page, blank lines before).

    None where no column names stand there, the first of them that of the identifiers.
    """
    names = _names(lines, at)
    if len(names) < _FEWEST_NAMES or role_of(names[0]) != "identifier":
        return None
    roles = tuple(map(role_of, names))
    rows: list[tuple[int, tuple[str, ...]]] = []
    end = at + len(names)
    while end < len(lines):
        if _names(lines, end) == names:
            end += len(names)
            continue
        group = _group(lines, end)
        cells = _shared_out(tuple(text.strip() for text, _, _ in group), roles)
        title = len(group) == 1 and _opens_rows(lines, end + 1)
        if cells is None and not title:
            break
        rows.append((lines[end][1], cells or (group[0][0].strip(),)))
        end += len(group)
    if sum(len(cells) > 1 for _, cells in rows) < _FEWEST_ROWS:
        return None
    return Found(parts_by_page(names, rows), end)


def _names(lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """Give the column names that stand there, a line each without a blank line between."""
    found: list[str] = []
    for text, _, gap in lines[at:]:
        if not is_header_name(text.strip()) or (found and gap):
            break
        found.append(text.strip())
    return tuple(found)


def _group(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """Give the lines up to the next blank one."""
    end = at + 1
    while end < len(lines) and not lines[end][2] and end - at < _MOST_LINES:
        end += 1
    return lines[at:end]


def _opens_rows(lines: Sequence[Line], at: int) -> bool:
    """Whether a row begins there, so that the line before it names the rows below."""
    return at < len(lines) and lines[at][2] > 0 and is_identifier(lines[at][0].strip())


def _shared_out(lines: tuple[str, ...], roles: tuple[ColumnRole, ...]) -> tuple[str, ...] | None:
    """Share lines out to columns in order, one at least for each; None where they are no row."""
    if not lines or not is_identifier(lines[0]) or len(lines) < len(roles):
        return None

    @cache
    def best(line: int, column: int) -> tuple[float, tuple[int, ...]]:
        left = len(roles) - column - 1
        if left == 0:
            return _fit(lines[line:], roles[column]), (len(lines),)
        options = []
        for stop in range(line + 1, len(lines) - left + 1):
            rest, stops = best(stop, column + 1)
            options.append((_fit(lines[line:stop], roles[column]) + rest, (stop, *stops)))
        return max(options, default=(_NEVER, ()))

    score, stops = best(0, 0)
    if score <= _NEVER / 2 or not stops:
        return None
    starts = (0, *stops[:-1])
    return tuple(join_lines(lines[a:b]) for a, b in zip(starts, stops, strict=True))


def _fit(lines: Sequence[str], role: ColumnRole) -> float:
    """Give how well lines are one cell of a column: its kind of value, and whole lines."""
    text = join_lines(lines)
    goes_on = sum(not line[:1].isupper() for line in lines[1:]) - 0.5 * (len(lines) - 1)
    whole = goes_on - (not text[:1].isalnum())
    if role == "identifier":
        return 2.0 if len(lines) == 1 and is_identifier(text) else _NEVER
    if role == "date":
        return 3.0 if is_date(text) else -2.0
    if role == "status":
        return 3.0 if is_status(text) else -2.0
    if role == "update" and is_status(lines[0]):
        return whole + (2.0 if len(lines) == 1 else -2.0)
    if role == "owner":
        return whole + (1.0 if len(text) < 60 and not any(c.isdigit() for c in text) else -1.0)
    return whole
