"""The order in which a page is read: columns of text left to right, tables where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.pdf_layout import Line, PlacedGrid


def in_reading_order(
    lines: Sequence[Line], grids: Sequence[PlacedGrid], width: float
) -> list[list[Line] | PlacedGrid]:
    """Give a page's stretches of lines and its tables, top to bottom."""
    parts: list[list[Line] | PlacedGrid] = []
    waiting = sorted(grids, key=lambda g: g.box.top)
    stretch: list[Line] = []
    for line in sorted(lines, key=lambda one: (one.box.top, one.box.x0)):
        while waiting and waiting[0].box.top <= line.box.top:
            if stretch:
                parts.append(stretch)
                stretch = []
            parts.append(waiting.pop(0))
        stretch.append(line)
    if stretch:
        parts.append(stretch)
    return [*parts, *waiting]
