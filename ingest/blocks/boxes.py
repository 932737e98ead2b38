"""Text set in a ruled box, which a reader gives as a table: it is a list or paragraphs."""

from __future__ import annotations

import re

from ingest.elements import Grid
from ingest.types import Block, Place
from ingest.wording.marks import BULLETS, DASHES
from ingest.wording.reflow import in_one_line

#: A bullet, also one whose letter the file's font does not name.
_BULLET = re.compile(rf"^(?:[o*{BULLETS}{DASHES}]|\(cid:\d+\))$")


def boxed(grid: Grid) -> tuple[Block, ...]:
    """Give the blocks of a box that holds text and no table; none where it is a table."""
    rows = [[c.text.strip() for c in row] for row in grid.rows]
    if grid.columns == 2 and all(len(r) == 2 and _BULLET.match(r[0]) and r[1] for r in rows):
        return tuple(_item(row[1], grid.page) for row in rows)
    return ()


def _item(text: str, page: int) -> Block:
    words = in_one_line(text)
    return Block("list_item", words, (Place(page, words),))
