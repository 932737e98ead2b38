"""Small tables of names and values below entries: "Owner | Head of Custody", "Target date | May".

Below "Recommendation 3a" and its words such a table is no register of its own: its rows are the
entry's labelled lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.elements import Grid
from ingest.types import Block, Place
from ingest.wording.identifiers import NOUNS, leading
from ingest.wording.reflow import join_lines
from ingest.wording.roles import TOLD_OF_ENTRIES, is_header_name, role_of

_FEWEST = 3  # such tables that have a name in common
_ABOVE = 4  # elements above one in which its entry is opened


def with_pairs_told(elements: Iterable[Block | Grid]) -> list[Block | Grid]:
    """Give the elements, such tables as lines "Owner: Head of Custody"."""
    own = list(elements)
    tables = {
        n: pairs
        for n, e in enumerate(own)
        if isinstance(e, Grid) and (pairs := _pairs(e)) and _is_below_entry(own[:n])
    }
    seen = Counter(name for pairs in tables.values() for name in {n for n, *_ in pairs})
    if max(seen.values(), default=0) < _FEWEST:
        return own
    found: list[Block | Grid] = []
    for number, element in enumerate(own):
        if number in tables and isinstance(element, Grid):
            found.extend(_line(element.page, *pair) for pair in tables[number])
        else:
            found.append(element)
    return found


def _pairs(grid: Grid) -> list[tuple[str, str]]:
    """Read rows of a known name and its value; nothing where one is something else."""
    rows = [[join_lines(c.text.split("\n")) for c in row] for row in grid.rows]
    if grid.columns != 2 or any(len(row) != 2 or not is_header_name(row[0]) for row in rows):
        return []
    told = any(role_of(name) in TOLD_OF_ENTRIES for name, _ in rows)
    return [(name.rstrip(": "), value) for name, value in rows] if told else []


def _is_below_entry(above: Sequence[Block | Grid]) -> bool:
    """Whether "Recommendation 3a" stands a few lines above, with no other table between."""
    for element in reversed(above[-_ABOVE:]):
        if isinstance(element, Grid):
            return False
        found = leading(element.text)
        if found and found.label in NOUNS:
            return True
    return False


def _line(page: int, name: str, value: str) -> Block:
    return Block("paragraph", f"{name}: {value}".strip(), (Place(page, f"{name} {value}"),))
