"""The white between the columns of a table that has no vertical rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf.words import Line, Printed

_WIDE = 0.75  # of the font size: more than the space between two words
_NARROWEST = 0.5  # of the font size: what is left of a gutter when all lines are seen
_SAME = 1.0  # points by which words of one column begin apart

Piece = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gutters:
    """The white stretches between columns, left to right, and the table's own sides; points.

    `pieces` is what is printed, from where to where, line after line; `least` is the width that
    white must have to divide columns.
    """

    between: tuple[Piece, ...]
    left: float
    right: float
    pieces: tuple[Piece, ...]
    least: float

    @property
    def columns(self) -> int:
        """How many columns the gutters divide."""
        return len(self.between) + 1

    @property
    def edges(self) -> tuple[float, ...]:
        """The column borders: the table's sides and the middles of the gutters."""
        return (self.left, *((a + b) / 2 for a, b in self.between), self.right)

    @property
    def starts(self) -> tuple[float, ...]:
        """Where the text of each column begins."""
        return (self.left, *(b for _, b in self.between))

    def column(self, word: Printed) -> int:
        """Give the column that a word stands in."""
        middle = (word.box.x0 + word.box.x1) / 2
        return sum(middle > (a + b) / 2 for a, b in self.between)

    def crossed_by(self, words: Iterable[Printed]) -> bool:
        """Whether a word stands across a gutter's middle, or words run on over it."""
        ordered = sorted(words, key=lambda w: w.box.x0)
        middles = [(a + b) / 2 for a, b in self.between]
        if any(w.box.x0 < m - 0.5 and w.box.x1 > m + 0.5 for w in ordered for m in middles):
            return True
        return any(
            self.column(one) != self.column(other) and other.box.x0 - one.box.x1 < 0.45 * one.size
            for one, other in pairwise(ordered)
        )

    def with_line(self, line: Line) -> Gutters:
        """Give the gutters that are left when another line is seen."""
        least = min(self.least, _NARROWEST * line.size)
        return _between([*self.pieces, *_pieces(line, self.starts[1:])], least)


def segments(line: Line, starts: Sequence[float] = ()) -> list[list[Printed]]:
    """Divide a line where the white is wider than between words.

    Where a column is known to begin, at one of `starts`, less white divides: a full cell.
    """
    parts: list[list[Printed]] = [[]]
    for word in line.words:
        white = word.box.x0 - parts[-1][-1].box.x1 if parts[-1] else 0.0
        begins = any(abs(word.box.x0 - start) <= _SAME for start in starts)
        if parts[-1] and white >= (_NARROWEST if begins else _WIDE) * line.size:
            parts.append([])
        parts[-1].append(word)
    return parts


def gutters_of(line: Line) -> Gutters:
    """Give the white stretches of one line."""
    return _between(_pieces(line), _NARROWEST * line.size)


def _pieces(line: Line, starts: Sequence[float] = ()) -> list[Piece]:
    return [(part[0].box.x0, part[-1].box.x1) for part in segments(line, starts)]


def _between(pieces: Sequence[Piece], least: float) -> Gutters:
    ordered = sorted(pieces)
    between: list[Piece] = []
    reach = ordered[0][1]
    for start, end in ordered[1:]:
        if start - reach >= least:
            between.append((reach, start))
        reach = max(reach, end)
    return Gutters(tuple(between), ordered[0][0], reach, tuple(pieces), least)
