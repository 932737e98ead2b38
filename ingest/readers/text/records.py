"""Registers in plain text set as records: a field's name, white, its value, a line for each.

    Risk        RR01
    Title       Flooding of the lower town
    Owner       Environment Directorate
    Score       20      Target 12

Each record begins with the same name, before an identifier. A value goes on over lines that stand
below it; a second name and value may stand further right on a line. Exports of trackers put a colon
in a column of its own ("REF      : 1.1a"). Headings may stand between records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ingest.elements import Grid
from ingest.readers.text.pages import TextLine
from ingest.readers.text.tables import Found
from ingest.types import Cell
from ingest.wording.identifiers import is_identifier
from ingest.wording.reflow import join_lines

_NAMED = re.compile(r"^(?P<name>[A-Z][A-Za-z/’' ]{1,24}?)(?P<mark>\s*:\s+|\s{2,})(?P<value>\S.*)$")
_SET_APART = re.compile(r":\s{2,}|\s+")  # what divides names from values that are aligned
_BESIDE = re.compile(r"\s{3,}(?=[A-Z][a-z]+(?::|\s)\s*\S)")
_FEWEST_RECORDS, _FEWEST_FIELDS = 3, 2


@dataclass(slots=True)
class _Record:
    """A record while it is read: its page, and each field's name with the lines of its value."""

    page: int
    fields: list[tuple[str, list[str]]] = field(default_factory=list)


def records(lines: Sequence[TextLine], at: int) -> Found | None:
    """Read such a register from index `at`; None where no three records stand there."""
    first = _NAMED.match(lines[at].text)
    if first is None or not _SET_APART.match(first["mark"]) or not _opens(first, first["name"]):
        return None
    column = first.start("value")
    openers = (line for line in lines if _opens(_NAMED.match(line.text), first["name"]))
    if len(list(islice(openers, _FEWEST_RECORDS))) < _FEWEST_RECORDS:
        return None
    found: list[_Record] = []
    end = at
    while end < len(lines):
        line = lines[end]
        named = _named(line.text, column)
        if _opens(named, first["name"]):
            found.append(_Record(line.page))
        elif line.gap and not named:
            break
        if named:
            found[-1].fields += _pairs(named)
        elif _hangs(line.text, column):
            found[-1].fields[-1][1].append(line.text.strip())
        else:
            break
        end += 1
    if any(len(record.fields) <= _FEWEST_FIELDS for record in found):
        return None
    names = list(dict.fromkeys(name for record in found for name, _ in record.fields))
    pages = sorted({record.page for record in found})
    parts = (_part(page, [r for r in found if r.page == page], names) for page in pages)
    head = tuple(Cell(name, column) for column, name in enumerate(names))
    opening, *rest = parts
    opening = replace(opening, rows=(head, *opening.rows), bold_rows=(0,))
    return Found((opening, *rest), end)


def _named(text: str, column: int) -> re.Match[str] | None:
    """Read a line as a name and its value; one space may divide them where the value is aligned."""
    named = _NAMED.match(text)
    if named and not _SET_APART.match(named["mark"]) and named.start("value") != column:
        return None
    return named


def _opens(named: re.Match[str] | None, name: str) -> bool:
    """Whether a line begins a record: the name that all begin with, before an identifier."""
    return bool(named and named["name"] == name and is_identifier(named["value"].strip()))


def _pairs(named: re.Match[str]) -> Iterator[tuple[str, list[str]]]:
    """Give the names and values of a line: "Score   20      Target 12" has two."""
    own, *others = _BESIDE.split(named["value"])
    yield named["name"], [own.strip()]
    for other in others:
        name, _, value = other.partition(" ")
        yield name.rstrip(":"), [value.strip()]


def _hangs(text: str, column: int) -> bool:
    """Whether a line stands below values, not below names."""
    indent = len(text) - len(text.lstrip())
    return bool(text.strip()) and abs(indent - column) <= 1


def _part(page: int, own: Sequence[_Record], names: Sequence[str]) -> Grid:
    """Give the records of a page, a row each, their fields in the order of all names."""
    rows = []
    for record in own:
        told = {name: join_lines(lines) for name, lines in record.fields}
        cells = enumerate(names)
        rows.append(
            tuple(Cell(told.get(n, ""), at, label=n if n in told else "") for at, n in cells)
        )
    return Grid(page, tuple(rows), len(names))
