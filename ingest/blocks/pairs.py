"""Small tables of names and values below entries: "Owner | Head of Custody", "Target date | May".

Below "Recommendation 3a" and its words such a table is no register of its own: its rows are the
entry's labelled lines. So are rows of which each cell holds both, "Lead: Head of Custody | Target
date: May", below "1.2 Custody visits".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.elements import Grid
from ingest.lines.field_lines import field_line
from ingest.types import Block, Place
from ingest.wording.identifiers import NOUNS, depth, leading
from ingest.wording.reflow import in_one_line
from ingest.wording.roles import TOLD_OF_ENTRIES, is_header_name, role_of

_FEWEST = 3  # such tables that have a name in common
_KNOWN = 2  # names in a table of "Lead: …" cells
_NAMED = re.compile(r"[A-Z][^:.;]{1,30}: \S")
_ABOVE = 4  # elements above one in which its entry is opened


def with_pairs_told(elements: Iterable[Block | Grid]) -> list[Block | Grid]:
    """Give the elements, such tables as lines "Owner: Head of Custody"."""
    own = list(elements)
    tables = {
        n: lines
        for n, e in enumerate(own)
        if isinstance(e, Grid) and (lines := _pairs(e) or _named(e)) and _is_below_entry(own[:n])
    }
    seen = Counter(name for lines in tables.values() for name in {n for n, *_ in lines})
    if max(seen.values(), default=0) < _FEWEST:
        return own
    found: list[Block | Grid] = []
    for number, element in enumerate(own):
        found.extend([block for _, block in tables[number]] if number in tables else [element])
    return found


def _pairs(grid: Grid) -> list[tuple[str, Block]]:
    """Read rows of a known name and its value; nothing where one is something else."""
    rows = [[in_one_line(c.text) for c in row] for row in grid.rows]
    if grid.columns != 2 or any(len(row) != 2 or not is_header_name(row[0]) for row in rows):
        return []
    told = any(role_of(name) in TOLD_OF_ENTRIES for name, _ in rows)
    return [_line(grid.page, name.rstrip(": "), value) for name, value in rows] if told else []


def _named(grid: Grid) -> list[tuple[str, Block]]:
    """Read rows of cells that each begin with a name, of which several are known."""
    rows = _joined([[in_one_line(c.text) for c in row] for row in grid.rows])
    cells = [text for row in rows for text in row if text]
    known = sum(field_line(text) is not None for text in cells)
    if known < _KNOWN or not all(_NAMED.match(text) for text in cells):
        return []
    lines = [" ".join(filter(None, row)) for row in rows]
    return [
        (line.partition(":")[0], Block("paragraph", line, (Place(grid.page, line),)))
        for line in lines
    ]


def _joined(rows: Sequence[list[str]]) -> list[list[str]]:
    """Give the rows, such as only go on with the cells above joined to these."""
    found: list[list[str]] = []
    for row in rows:
        if found and len(row) == len(found[-1]) and not any(":" in text for text in row):
            found[-1] = [f"{a} {b}".strip() for a, b in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    return found


def _is_below_entry(above: Sequence[Block | Grid]) -> bool:
    """Whether "Recommendation 3a" stands a few lines above, with no other table between."""
    for element in reversed(above[-_ABOVE:]):
        if isinstance(element, Grid):
            return False
        found = leading(element.text)
        titled = found and element.kind == "heading" and found.rest and depth(found.identifier) > 1
        if found and (found.label in NOUNS or titled):
            return True
    return False


def _line(page: int, name: str, value: str) -> tuple[str, Block]:
    """Give a name and the line in which it tells a value."""
    text = f"{name}: {value}".strip()
    return name, Block("paragraph", text, (Place(page, f"{name} {value}"),))
