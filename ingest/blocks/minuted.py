"""Minutes set in columns: the item on the left, and beside it what was said and agreed.

Such a table is running text with its headings at its side. It is read as headings and paragraphs,
so that its actions and its sentences are found as in any other minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.elements import Grid
from ingest.types import Block, Cell, Place
from ingest.wording.reflow import in_one_line

_ITEM = re.compile(r"^(?:agenda )?(?:items?|topics?|subjects?)\b", re.I)
_NUMBER = re.compile(r"^(?:no\.?|nr\.?|#|ref\.?|item(?: no\.?)?)?$", re.I)
_SAID = re.compile(r"\b(?:discussions?|minutes?|notes?|summary of)\b", re.I)
_LONG = 150  # characters of what was said of an item, at the mean
_LEVEL = 4  # of the headings: under those of the minutes themselves
#: Before "ACTION QS/24/32: …" within what was said.
_NEXT = re.compile(r"(?<=[.!?])\s+(?=(?:[A-Z]{4,}|[A-Z][a-z]{3,}) (?=[\w/.–-]*\d)[\w/.–-]+\s?:\s)")


def with_minutes_told(elements: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
    """Give the elements, tables of minutes as headings and paragraphs, also where they go on."""
    columns: tuple[int, ...] = ()
    width = 0
    for element in elements:
        if not isinstance(element, Grid):
            columns = () if element.kind == "heading" else columns
            yield element
            continue
        told = _columns(element)
        rows = element.rows[1:] if told else element.rows
        goes_on = columns and element.columns == width and not element.bold_rows
        columns = told or (columns if goes_on else ())
        width = element.columns
        if columns:
            yield from _blocks(rows, columns, element.page)
        else:
            yield element


def _columns(grid: Grid) -> tuple[int, ...]:
    """Give the columns of a table of minutes, what was said last; none where it is another."""
    head = [cell.text.strip() for cell in grid.rows[0]]
    said = len(head) - 1
    if not 2 <= len(head) <= 3 or not _SAID.search(head[said]) or len(grid.rows) < 2:
        return ()
    if not _ITEM.match(head[said - 1]) or (said > 1 and not _NUMBER.match(head[0])):
        return ()
    texts = [row[said].text for row in grid.rows[1:] if len(row) == len(head)]
    long = bool(texts) and sum(map(len, texts)) >= _LONG * len(texts)
    return tuple(range(len(head))) if long else ()


def _blocks(rows: Sequence[Sequence[Cell]], columns: Sequence[int], page: int) -> Iterator[Block]:
    for row in rows:
        texts = [in_one_line(row[c].text) for c in columns if c < len(row)]
        *named, said = texts
        title = " ".join(filter(None, named))
        if title:
            yield Block("heading", title, (Place(page, title),), level=_LEVEL)
        for part in _NEXT.split(said):
            if part.strip():
                yield Block("paragraph", part.strip(), (Place(page, part.strip()),))
