"""Minutes with a column for actions: what was said, and beside it who is to do what, by when.

Such a table is running text too. Its right column says the whole action, "ACTION: … – name, date",
or who and when beside an action that stands with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.elements import Grid
from ingest.types import Block, Cell, Place
from ingest.wording.reflow import in_one_line
from ingest.wording.values import TIME

_ACTION = re.compile(r"^(?:ACTIONS?|Actions?)\b\s*[:–-]")
_NEXT = re.compile(r"\n(?=(?:ACTIONS?|Actions?)\b\s*[:–-])")
_NUMBERED = re.compile(r"^\d{1,3}(?:[./]\d{1,3})*[.)]?(?:\s|$)")
_BESIDE = re.compile(r"\b(?:action|by whom|who)\b", re.I)
_LONGEST_TITLE = 90
_LEVEL = 4  # of the headings: under those of the minutes themselves
_FEWEST = 2  # actions
_SENTENCE = 60  # characters of what was said, in the longest cell at least


def with_actions_beside(elements: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
    """Give the elements, such tables as headings and paragraphs, also where they go on."""
    width, kind = 0, ""
    for element in elements:
        if not isinstance(element, Grid):
            width = 0 if element.kind == "heading" else width
            yield element
            continue
        told = _kind(element)
        goes_on = width == element.columns and not told
        kind = told or (kind if goes_on else "")
        width = element.columns if kind else 0
        if kind:
            yield from _blocks(element, whole=kind == "whole")
        else:
            yield element


def _kind(grid: Grid) -> str:
    """Give how a table tells actions: "whole" in its last column, "beside" it; "" for others."""
    rows = [[c.text.strip() for c in row] for row in grid.rows if len(row) == grid.columns]
    if not 2 <= grid.columns <= 3 or not rows:
        return ""
    last = [row[-1] for row in rows if row[-1]]
    said = [text for row in rows for text in row[:-1]]
    long = max(map(len, said), default=0) >= _SENTENCE
    if long and len(last) < len(rows) and sum(map(_is_action, last)) >= max(_FEWEST, len(last) / 2):
        return "whole"
    named = bool(_BESIDE.search(rows[0][-1])) or not rows[0][-1]
    told = [row for row in rows if any(map(_is_action, row[:-1]))]
    beside = sum(bool(row[-1]) for row in told)
    return "beside" if long and named and beside >= max(_FEWEST, 0.6 * len(told)) else ""


def _is_action(text: str) -> bool:
    return _ACTION.match(text) is not None


def _blocks(grid: Grid, *, whole: bool) -> Iterator[Block]:
    rows = grid.rows[1:] if _is_head(grid.rows[0]) else grid.rows
    for row in rows:
        *said, last = (cell.text.strip() for cell in _filled(row, grid.columns))
        left = " ".join(filter(None, (in_one_line(text) for text in said)))
        action = any(map(_is_action, said))
        if left:
            yield _paragraph(grid.page, _of_action(said) if action else left, last, action=action)
        if last and (whole or not action):
            for part in _NEXT.split(last):
                text = in_one_line(part)
                yield Block("paragraph", text, (Place(grid.page, text),))


def _paragraph(page: int, text: str, beside: str, *, action: bool) -> Block:
    """Give what was said as a heading or a paragraph; an action with who and when behind it."""
    if action and beside:
        places = (Place(page, text), Place(page, " ".join(beside.split())))
        *who, when = beside.split("\n")
        dated = who and re.match(TIME, when, re.I)
        told = f"{' '.join(who)}, {when}" if dated else " ".join((*who, when))
        return Block("paragraph", f"{text.rstrip('.')} – {told}", places)
    title = len(text) <= _LONGEST_TITLE and text[-1] not in ".;:!?" and not action
    if title and _NUMBERED.match(text):
        return Block("heading", text, (Place(page, text),), level=_LEVEL)
    return Block("paragraph", text, (Place(page, text),))


def _of_action(said: Sequence[str]) -> str:
    return next(in_one_line(text) for text in said if _is_action(text))


def _filled(row: Sequence[Cell], columns: int) -> list[Cell]:
    """Give the cells of a row by their columns, empty ones where a cell runs over several."""
    found = {cell.column: cell for cell in row}
    return [found.get(n, Cell("", n)) for n in range(columns)]


def _is_head(row: Sequence[Cell]) -> bool:
    """Whether a row names the columns: "Minute", "Action by / when"."""
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    short = all(len(text) <= 30 and not _NUMBERED.match(text) for text in texts)
    return short and bool(texts) and bool(_BESIDE.search(texts[-1])) and not _is_action(texts[-1])
