"""Whether the two sides of a gutter are columns of text, or cells that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.pdf.words import Line, Printed
from ingest.wording.identifiers import depth, leading

GUTTER = 8.0
"""The least white between columns of text, in points."""

_FEWEST = 5  # lines side by side
_FEWEST_STARTS, _STAGGERED = 3, 0.4  # paragraphs of a side, and the share of them beside others
_LONG, _MIXED = 20, 0.25  # lines of a column, and the share of them that must fill it
_FULL = 0.85  # of a column's width
_FEWEST_UNDER_TITLES = 2  # lines
_LEVEL = 3.0  # points by which lines side by side may differ in height


def read_as_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both sides fill their width with running text whose rows do not align."""
    if min(len(left), len(right)) < _FEWEST:
        return _open_entries(left, right)
    whole = max(w.box.x1 for w in right) - min(w.box.x0 for w in left)
    if not all(is_running_text(side, whole) for side in (left, right)):
        return False
    return not (_is_divided(left) and _is_divided(right)) and not _rows_align(left, right)


def _open_entries(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether few lines stand side by side and titles of entries are the first on either side."""
    if min(len(left), len(right)) < _FEWEST_UNDER_TITLES or not is_title(right[0].words):
        return False
    top = right[0].box.top
    return any(is_title(line.words) for line in left if abs(line.box.top - top) < _LEVEL)


def _is_divided(lines: Sequence[Line]) -> bool:
    """Whether white stands inside most of a side's lines, as between the cells of a table."""
    return 2 * sum(any(gaps_of(line)) for line in lines) > len(lines)


def is_running_text(lines: Sequence[Line], whole: float) -> bool:
    """Whether lines fill their column's width, as prose does and most cells do not.

    In a long column many lines may be short: boxes stand among its paragraphs.
    """
    first, last = min(w.box.x0 for w in lines), max(w.box.x1 for w in lines)
    wide = last - first
    fills = [(w.box.x1 - w.box.x0) / max(wide, 1) for w in lines]
    full = sum(f >= _FULL for f in fills) >= _MIXED * len(fills) and len(fills) >= _LONG
    words = median(len(w.words) for w in lines)
    return wide >= 0.22 * whole and (median(fills) >= 0.6 or full) and words >= 3


def _rows_align(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the white between rows runs through both sides, as between the rows of a table."""
    ours, theirs = _white(left), _white(right)
    if min(len(ours), len(theirs)) < 2:
        return False
    both = sum(any(a < d - 1 and c < b - 1 for c, d in theirs) for a, b in ours)
    same_start = _share_of_starts(left, right)
    return both >= 0.7 * min(len(ours), len(theirs)) and same_start >= 0.7


def are_staggered(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the paragraphs of both sides begin at other heights, as no table's cells do.

    So do the short entries of a glossary in two columns, which fill none of their lines.
    """
    if min(len(left), len(right)) < _FEWEST_STARTS:
        return False
    whole = max(w.box.x1 for w in right) - min(w.box.x0 for w in left)
    if not any(is_running_text(side, whole) for side in (left, right)):
        return False
    if any(len(_starts(side)) < _FEWEST_STARTS or _is_divided(side) for side in (left, right)):
        return False
    wide = (max(w.box.x1 for w in s) - min(w.box.x0 for w in s) for s in (left, right))
    words = (median(len(w.words) for w in side) for side in (left, right))
    if min(wide) < 0.3 * whole or min(words) < 3:
        return False
    return max(_share_of_starts(left, right), _share_of_starts(right, left)) < _STAGGERED


def _share_of_starts(left: Sequence[Line], right: Sequence[Line]) -> float:
    """Give how many of the right side's paragraphs begin beside one of the left side's."""
    ours, theirs = _starts(left), _starts(right)
    beside = sum(any(abs(a - b) < _LEVEL for a in ours) for b in theirs)
    return beside / max(len(theirs), 1)


def _starts(lines: Sequence[Line]) -> list[float]:
    ends = [gap[1] for gap in _white(lines)]
    return [lines[0].box.top, *ends]


def _white(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Give the stretches of white between lines that are wider than usual, top and bottom."""
    gaps = [(a.box.bottom, b.box.top) for a, b in pairwise(lines)]
    if not gaps:
        return []
    usual = median(b - a for a, b in gaps)
    size = lines[0].size
    wide = max(min(usual, 0.5 * size) + 0.2 * size, 0.35 * size)
    return [(a, b) for a, b in gaps if b - a > wide]


def is_title(words: Sequence[Printed]) -> bool:
    """Whether words begin with a bold number of several levels, as an entry's title does."""
    found = leading(" ".join(w.text for w in words))
    titled = found is not None and bool(found.rest) and depth(found.identifier) > 1
    return titled and words[0].bold


def gaps_of(line: Line) -> Iterator[tuple[float, float]]:
    """Give the stretches of white in a line that may be a gutter: from where to where."""
    for one, other in pairwise(line.words):
        if other.box.x0 - one.box.x1 >= max(GUTTER, 0.8 * line.size):
            yield one.box.x1, other.box.x0
