"""Keys to statuses: tables that say what red, amber and green, or the like, mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.blocks.tables import Row, Table
from ingest.wording.values import is_status

#: What stands over a key: over its second column, or above it.
_MEANS = re.compile(
    r"\b(?:mean(?:s|ing)|definitions?|descriptions?|explanation|key|legend)\b", re.I
)
_FEWEST, _MOST = 2, 10  # rows
_WORDS = 3  # of a status
_PAIR = 2  # columns


def is_key(table: Table) -> bool:
    """Whether a table has nothing but a status in each row, each another, and what it means."""
    return any(meanings(table))


def meanings(table: Table) -> Iterator[tuple[str, str, Row]]:
    """Give each status of a key with its meaning and its row; none of a table that is no key."""
    rows = [r for r in table.rows if not r.heading]
    if not _MEANS.search(" ".join((*table.header[1:], table.caption, *table.section[-1:]))):
        return
    if not _FEWEST <= len(rows) <= _MOST or any(len(r.values) != _PAIR for r in rows):
        return
    first = [r.values[0] for r in rows]
    if len(set(first)) < len(rows) or not all(map(_is_plain_status, first)):
        return
    if all(r.values[1] and not _is_plain_status(r.values[1]) for r in rows):
        yield from ((r.values[0], r.values[1], r) for r in rows)


def _is_plain_status(text: str) -> bool:
    return len(text.split()) <= _WORDS and not re.search(r"\d", text) and is_status(text)
