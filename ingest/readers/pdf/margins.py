"""Notes in a page's right margin, each under its number, beside text that runs on by itself.

Minutes have their actions there. Taken as a column of a table, what was said and what stands beside
it are cut line by line; so the notes are taken out of the page's words, and each goes to the
paragraph that it stands beside.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks.margin_actions import number_of
from ingest.elements import Grid
from ingest.readers.pdf.words import Line, Printed, lines_of
from ingest.types import Block, Cell

_LEFTMOST = 0.6  # of the page's width: where a margin may begin
_WHITE = 4.0  # points to the left of a margin
_SAME = 3.0  # points by which lines of a margin may begin apart
_SMALL = 0.95  # of the text's size: a margin is set smaller
_WIDEST_GAP = 1.5  # lines between the lines of a note
_NEAR = 0.6  # lines between those of a paragraph
_FEWEST = 2  # notes of a page, or one where a page before has a margin there


@dataclass(frozen=True, slots=True)
class Note:
    """A note's printed lines, its number first; `top` is how far down its page it begins."""

    top: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """The notes of a page, the words that they are made of, and where they begin; points."""

    x: float
    notes: tuple[Note, ...]
    words: frozenset[Printed]


def margins_of(pages: Sequence[tuple[Sequence[Printed], float]]) -> list[Margin | None]:
    """Give each page's margin; `pages` are their words outside tables and their widths."""
    found: list[Margin | None] = []
    known: list[float] = []
    for words, width in pages:
        margin = _margin(words, width, known)
        found.append(margin)
        known += [margin.x] if margin else []
    return found


def _margin(words: Sequence[Printed], width: float, known: Sequence[float]) -> Margin | None:
    lines = lines_of(words, 1)
    numbers = [w for w in _numbers(lines) if w.box.x0 >= _LEFTMOST * width]
    if not numbers:
        return None
    x = min(w.box.x0 for w in numbers)
    right = [w for w in words if w.box.x0 >= x - _SAME and w.middle > numbers[0].box.top]
    again = any(abs(x - other) <= _SAME for other in known)
    notes = tuple(_notes(lines_of(right, 1)))
    held = frozenset(w for note in notes for line in note.lines for w in line.words)
    if len(notes) < (1 if again else _FEWEST) or _is_crossed(words, held, x):
        return None
    left = [w.size for w in words if w.box.x0 < x - _SAME and len(w.text) > 1]
    smaller = bool(left) and numbers[0].size <= _SMALL * max(set(left), key=left.count)
    told = all(len(note.lines) > 1 for note in notes)
    return Margin(x, notes, held) if smaller and told else None


def _numbers(lines: Sequence[Line]) -> Iterator[Printed]:
    """Give the first word of each number that stands at the end of a line, apart from the rest."""
    for line in lines:
        for count in range(1, min(2, len(line.words)) + 1):
            *before, first = line.words[: len(line.words) - count + 1]
            text = " ".join(w.text for w in line.words[-count:])
            apart = not before or first.box.x0 - before[-1].box.x1 >= _WHITE
            if apart and number_of(text):
                yield first
                break


def _is_crossed(words: Sequence[Printed], held: Collection[Printed], x: float) -> bool:
    """Whether text runs into a margin at the height of its notes."""
    top, bottom = min(w.box.top for w in held), max(w.box.bottom for w in held)
    across = (w for w in words if w.box.x0 < x - _SAME and top <= w.middle <= bottom)
    return any(w.box.x1 > x - _WHITE for w in across)


def _notes(lines: Sequence[Line]) -> Iterator[Note]:
    """Give the lines under each number, up to a wide gap: the page's own number stands below."""
    starts = [n for n, line in enumerate(lines) if number_of(line.text)]
    for first, end in pairwise([*starts, len(lines)]):
        own = [lines[first]]
        for line in lines[first + 1 : end]:
            if line.box.top - own[-1].box.bottom > _WIDEST_GAP * line.size:
                break
            own.append(line)
        yield Note(own[0].box.top, tuple(own))


def beside(lines: Sequence[Line], margin: Margin) -> tuple[Sequence[Line], Sequence[Line]]:
    """Split lines into those over the whole width, above, and those beside a margin."""
    wide = [n for n, line in enumerate(lines) if line.box.x1 > margin.x - _WHITE]
    end = wide[-1] + 1 if wide else 0
    if 0 < end < len(lines) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return lines[:end], lines[end:]


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line may be the short last one of the paragraph above."""
    near = line.box.top - above.box.bottom < _NEAR * line.size
    return near and line.size == above.size and line.bold == above.bold


def with_notes(
    elements: Sequence[tuple[Block | Grid, float]], notes: Sequence[Note], page: int
) -> Iterator[Block | Grid]:
    """Give a page's elements, which come with how far down they end, and its notes among them.

    A paragraph with notes and those that follow it, up to a heading or a table, make a table of two
    columns.
    """
    left = list(notes)
    rows: list[tuple[Cell, Cell]] = []
    for element, bottom in elements:
        own = [note for note in left if note.top < bottom]
        left = left[len(own) :]
        ends = isinstance(element, Grid) or element.kind == "heading"
        if ends and rows:
            yield Grid(page, tuple(rows), 2)
            rows = []
        if isinstance(element, Grid) or ends or not (rows or own):
            yield element
            rows += [_row("", own)] if own else []
        else:
            rows.append(_row(element.text, own))
    if left:
        rows.append(_row("", left))
    if rows:
        yield Grid(page, tuple(rows), 2)


def _row(said: str, notes: Sequence[Note]) -> tuple[Cell, Cell]:
    return Cell(said, 0), Cell("\n".join(line.text for note in notes for line in note.lines), 1)
