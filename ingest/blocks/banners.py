"""Entries under bands of their own: a number and a title, and at the band's end how it stands.

A reader gives each band as a table of one row. Where several look so they open entries of running
text, and what stands at their ends is their status.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.elements import Grid
from ingest.types import Block, Place
from ingest.wording.identifiers import leading
from ingest.wording.reflow import in_one_line
from ingest.wording.values import is_chip

_FEWEST = 3  # bands
_LEVEL = 6  # of a heading: below all others


def with_banners_told(elements: Iterable[Block | Grid]) -> list[Block | Grid]:
    """Give the elements, such bands as a heading and a line that tells the status."""
    own = list(elements)
    bands = {n: told for n, e in enumerate(own) if isinstance(e, Grid) and (told := _band(e))}
    if len(bands) < _FEWEST:
        return own
    found: list[Block | Grid] = []
    for number, element in enumerate(own):
        found.extend(bands.get(number, (element,)))
    return found


def _band(grid: Grid) -> tuple[Block, Block] | None:
    """Read a row of two cells: a numbered title and a status."""
    filled = [c.text.strip() for c in grid.rows[0] if c.text.strip()] if len(grid.rows) == 1 else []
    if len(filled) != 2:
        return None
    title, status = (in_one_line(text) for text in filled)
    named = leading(title)
    if named is None or not named.rest or not is_chip(status):
        return None
    place = Place(grid.page, title)
    return (
        Block("heading", title, (place,), level=_LEVEL, bold=True),
        Block("paragraph", f"Status: {status}", (Place(grid.page, status),)),
    )
