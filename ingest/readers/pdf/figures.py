"""Key figures in large type, each with its label in small type below, side by side or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.pdf.gutters import segments
from ingest.readers.pdf.words import Line, Printed, around, cell_text
from ingest.wording.periods import periods

_LARGE, _SMALL = 1.5, 1.2  # of the body's size: figures from, labels up to
_MOST_LINES = 4  # of a label
_LONGEST = 16  # characters of a figure: "17 min 40 s"
_APART = 2.5  # of the label's size, from which a line below is no part of it
_SHORTEST = 2  # characters of a figure that stands alone
_BEGINS = re.compile(r"^[£$€<>~≈+–-]?\s?\d")


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure and what it is of, as one line of text: "63% feel safe after dark"."""

    text: str
    page: int


def with_key_figures(lines: Sequence[Line], body: float) -> Iterator[Line | KeyFigure]:
    """Give lines in order, with each figure and its label as one; `body` is the usual size."""
    at = 0
    while at < len(lines):
        figures = _figures(lines[at], body)
        labels = _labels(lines, at + 1, body) if figures else []
        parts = _in_columns(figures, labels)
        if not figures or not all(parts):
            yield lines[at]
            at += 1
            continue
        for figure, label in zip(figures, parts, strict=True):
            text = " ".join(f"{cell_text(figure)} {cell_text(label)}".split())
            yield KeyFigure(text, lines[at].page)
        at += 1 + len(labels)


def _figures(line: Line, body: float) -> list[list[Printed]]:
    """Give the figures of a line that holds nothing else."""
    if line.size < _LARGE * body:
        return []
    parts = segments(line)
    texts = [" ".join(w.text for w in part) for part in parts]
    alone = len(texts) == 1 and len(texts[0]) < _SHORTEST  # the number of a chapter
    return [] if alone or not all(map(_is_figure, texts)) else parts


def _is_figure(text: str) -> bool:
    """Whether a text is a number with at most a short unit: "84.7", "1 in 5", "9 min 12 s"."""
    bare = _BEGINS.match(text) and not re.search(r"[^\W\d_]{4}", text)
    return bool(bare) and len(text) <= _LONGEST and not periods(text)


def _labels(lines: Sequence[Line], at: int, body: float) -> list[Line]:
    """Give the lines of small type right below a line of figures."""
    found: list[Line] = []
    for line in lines[at : at + _MOST_LINES]:
        above = found[-1].box.bottom if found else line.box.top
        if line.size > _SMALL * body or line.box.top - above > _APART * line.size:
            break
        found.append(line)
    return found


def _in_columns(figures: Sequence[list[Printed]], labels: Sequence[Line]) -> list[list[Printed]]:
    """Give the words below each figure; a label begins where its figure does, or under it."""
    boxes = [around(w.box for w in figure) for figure in figures]
    own: list[list[Printed]] = [[] for _ in figures]
    for line in labels:
        for part in segments(line):
            box = around(w.box for w in part)
            middle = (box.x0 + box.x1) / 2
            nearest = min(
                range(len(boxes)),
                key=lambda n: min(
                    abs(boxes[n].x0 - box.x0), abs((boxes[n].x0 + boxes[n].x1) / 2 - middle)
                ),
            )
            own[nearest] += part
    return own
