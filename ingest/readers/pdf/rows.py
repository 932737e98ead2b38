"""The rows of a table without vertical rules: told by rules, by white or by first cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.elements import Grid
from ingest.readers.pdf.divided import Divided, rows_between
from ingest.readers.pdf.gutters import Gutters
from ingest.readers.pdf.rules import Rule
from ingest.readers.pdf.words import Line, Printed, cell_text
from ingest.types import Cell
from ingest.wording.identifiers import is_identifier, leading

Rows = list[list[Line]]

_APART = 0.6  # of the letters' size: white that divides a column's text
_NEAR = 8.0  # points by which a rule may begin or end beside a column's border
_SMALLER = 0.9  # of the letters' size
_JUMP = 0.8  # of the letters' size, between lines set wide apart and rows set wider
_SHORT = 4  # lines of a part in which one identifier tells its rows: head and one row, cut


def grid_of(lines: Sequence[Line], gutters: Gutters, rules: Sequence[Rule]) -> Grid:
    """Make the grid of a table's lines."""
    rows: list[tuple[Cell, ...]] = []
    bold: list[int] = []
    down: list[tuple[int, int]] = []
    for row in _rows(lines, gutters, rules):
        divided = _under_one(row, gutters, rules) or _divided(row, gutters)
        for at, part in enumerate(divided.parts):
            down += [(len(rows), column) for column in divided.over if at]
            if all(w.bold for n, cell in enumerate(part) if n not in divided.over for w in cell):
                bold.append(len(rows))
            rows.append(_cells(part, row, gutters))
    return Grid(
        page=lines[0].page,
        rows=tuple(rows),
        columns=gutters.columns,
        edges=gutters.edges,
        bold_rows=tuple(bold),
        down=tuple(down),
    )


def _under_one(row: Sequence[Line], gutters: Gutters, rules: Sequence[Rule]) -> Divided | None:
    """Give the rows into which rules from some column to the last divide a row; None without any.

    What stands left of such rules is of all of those rows.
    """
    top, bottom = row[0].box.top, max(line.box.bottom for line in row)
    first, last = gutters.edges[1], gutters.edges[-2]
    partly = [
        r
        for r in rules
        if top < r.y < bottom and first - _NEAR <= r.x0 < last and r.x1 >= gutters.right - _NEAR
    ]
    if not partly:
        return None
    start = min(r.x0 for r in partly)
    over = [n for n, begun in enumerate(gutters.starts) if begun < start - 1]
    words = [word for line in row for word in line.words]
    heights = [*sorted({r.y for r in partly if r.x0 <= start + _NEAR}), bottom]
    parts: list[tuple[list[Printed], ...]] = []
    for above, below in pairwise([top, *heights]):
        part: list[list[Printed]] = [[] for _ in range(gutters.columns)]
        for word in words:
            column = gutters.column(word)
            if column in over or above <= word.middle < below:
                part[column].append(word)
        if any(part[n] for n in range(gutters.columns) if n not in over):
            parts.append(tuple(part))
    return Divided(tuple(parts), len(over), frozenset(over)) if len(parts) > 1 else None


def _divided(row: Sequence[Line], gutters: Gutters) -> Divided:
    """Give a row; more than one where labels and figures stand beside each other below a label."""
    own: list[list[Printed]] = [[] for _ in range(gutters.columns)]
    for word in (word for line in row for word in line.words):
        own[gutters.column(word)].append(word)
    whole = Divided((tuple(own),))
    if gutters.crossed_by(row[0].words):
        return whole
    divided = rows_between(own)
    return divided if divided.label else whole


def _rows(lines: Sequence[Line], gutters: Gutters, rules: Sequence[Rule]) -> Rows:
    """Divide lines into rows by what the table offers: rules between all, white, first cells."""
    small = [line for line in lines[1:] if _is_small(line, lines[0].size, gutters)]
    if small:
        rows = _rows([line for line in lines if line not in small], gutters, rules)
        return _with_small(rows, small)
    by_rule = _by_rules(lines, gutters, rules)
    led = _has_bold_labels(lines, gutters)
    by_white = [part for band in by_rule for part in _by_white(band, led=led)]
    begun = sum(bool(_text_in(row[0], gutters, 0)) for row in by_white)
    begun = min(begun, sum(_blocks_in(band, gutters) for band in by_rule))
    if len(by_rule) > 2 and begun <= 1.3 * len(by_rule):
        return by_rule
    marked = _by_marks(lines, gutters)
    clear = len(by_white) >= 0.9 * len(marked) or _two_widths(_gaps(lines), lines[0].size)
    return by_white if clear and _well_divided(by_white, gutters) else marked


def _is_small(line: Line, size: float, gutters: Gutters) -> bool:
    """Whether a line only goes on in a later column set smaller, whose white is of its own."""
    first = min(gutters.column(word) for word in line.words)
    return first > 0 and line.size < _SMALLER * size


def _with_small(rows: Rows, small: Sequence[Line]) -> Rows:
    """Put lines of a column set smaller into the rows that begin above them."""
    for line in small:
        above = [row for row in rows if row[0].box.top <= line.box.top]
        (above[-1] if above else rows[0]).append(line)
    return rows


def _blocks_in(band: Sequence[Line], gutters: Gutters) -> int:
    """Give how many pieces of text stand in the first column between two rules.

    Its own lines are looked at: those of the columns beside it seldom stand level with them.
    """
    own = [w for line in band for w in line.words if gutters.column(w) == 0]
    own.sort(key=lambda w: w.box.top)
    far = (b.box.top - a.box.bottom > _APART * band[0].size for a, b in pairwise(own))
    return len(own[:1]) + sum(far)


def _by_rules(lines: Sequence[Line], gutters: Gutters, rules: Sequence[Rule]) -> Rows:
    wide = 0.7 * (gutters.right - gutters.left)
    across = sorted(
        r.y for r in rules if r.x1 - r.x0 >= wide and r.x0 < gutters.right and r.x1 > gutters.left
    )
    rows: Rows = []
    for line in lines:
        if not rows or any(rows[-1][-1].box.bottom - 2 <= y <= line.box.top + 2 for y in across):
            rows.append([])
        rows[-1].append(line)
    return rows


def _has_bold_labels(lines: Sequence[Line], gutters: Gutters) -> bool:
    """Whether the first column alone is bold: then bold type tells no row from another."""
    first = [w.bold for line in lines[1:] for w in line.words if gutters.column(w) == 0]
    rest = [w.bold for line in lines[1:] for w in line.words if gutters.column(w) > 0]
    return bool(first) and all(first) and not any(rest)


def _by_white(lines: Sequence[Line], *, led: bool = False) -> Rows:
    """Divide where the white between lines is wider than inside cells, or bold type ends.

    With `led` the cells of the first column are bold, and that divides nothing.
    """
    gaps = _gaps(lines)
    if not gaps:
        return [list(lines)]
    size = lines[0].size
    least = max(min(gaps), 0.0)
    wide = min(least + 0.22 * size, 0.6 * size)
    rows: Rows = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap > wide or (line.bold != rows[-1][-1].bold and not led):
            rows.append([])
        rows[-1].append(line)
    return rows


def _gaps(lines: Sequence[Line]) -> list[float]:
    """Give the white above each line but the first, below the lowest line so far."""
    gaps: list[float] = []
    bottom = lines[0].box.bottom
    for line in lines[1:]:
        gaps.append(line.box.top - bottom)
        bottom = max(bottom, line.box.bottom)
    return gaps


def _two_widths(gaps: Sequence[float], size: float) -> bool:
    """Whether the white between lines is either narrow or wide, with nothing in between."""
    ordered = sorted(gaps)
    jumps = [b - a for a, b in pairwise(ordered)]
    at = max(range(len(jumps)), key=jumps.__getitem__) + 1 if jumps else 0
    for most, least in ((0.4, 0.25), (ordered[at] / size if at else 0.0, _JUMP)):
        narrow = [g for g in gaps if g < most * size]
        wide = [g for g in gaps if g >= most * size]
        several = min(len(narrow), len(wide)) >= 0.15 * len(gaps) and bool(wide and narrow)
        if several and min(wide) - max(narrow) > least * size and max(narrow) < size:
            return True
    return False


def _by_marks(lines: Sequence[Line], gutters: Gutters) -> Rows:
    """Divide before each line with an identifier, else with anything, in the first column."""
    firsts = [_text_in(line, gutters, 0) for line in lines]
    marked = [_is_mark(t) for t in firsts]
    if sum(marked) < max(2 if len(lines) > _SHORT else 1, 0.2 * sum(map(bool, firsts))):
        marked = [bool(t) for t in firsts]
    rows: Rows = []
    for line, begins in zip(lines, marked, strict=True):
        if not rows or begins or gutters.crossed_by(line.words) or line.bold != rows[-1][-1].bold:
            rows.append([])
        rows[-1].append(line)
    return rows


def _is_mark(text: str) -> bool:
    found = leading(text)
    led = found and bool(found.label or found.mark or not found.identifier.isdigit())
    return is_identifier(text) or bool(led)


def _well_divided(rows: Rows, gutters: Gutters) -> bool:
    """Whether most rows have something in their first or second column."""
    begun = sum(
        any(_text_in(line, gutters, column) for line in row for column in (0, 1)) for row in rows
    )
    return begun >= 0.8 * len(rows)


def _text_in(line: Line, gutters: Gutters, column: int) -> str:
    return " ".join(w.text for w in line.words if gutters.column(w) == column)


def _cells(
    part: Sequence[list[Printed]], row: Sequence[Line], gutters: Gutters
) -> tuple[Cell, ...]:
    if gutters.crossed_by(row[0].words):
        words = [word for line in row for word in line.words]
        return (Cell(cell_text(words), 0, gutters.columns),)
    return tuple(Cell(cell_text(inside), column) for column, inside in enumerate(part))
