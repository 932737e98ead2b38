"""Boxes that tell of the document itself: who wrote and approved it, its version, its review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks.structure import Structure
from ingest.blocks.tables import Row, Table
from ingest.types import Place

_KEY = re.compile(
    r"^(?:(?:document|policy|plan|report|publication|strategy)\s+)?"
    r"(?:authors?|(?:authored|written) by"
    r"|(?:document )?owner|approv\w+(?: by| date)?|ratif\w+(?: by| date)?|endorsed by|sponsor"
    r"|version(?: (?:number|no\.?|control|date))?|status|classification|reference(?: number)?|ref"
    r"|(?:next )?review(?:ed)?(?: date| by| due)?|date|published|replaces|supersedes|title"
    r"|date(?: of)? (?:ratified|approv(?:ed|al)|issued?|publi(?:shed|cation)|adopted|agreed"
    r"|effective|(?:next )?review(?:ed)?|last updated|created)|last (?:updated|reviewed)"
    r"|(?:issue|publication|effective|implementation|ratification|approval|expiry) date"
    r"|security|(?:force |lead )?contact(?: officer)?|lead|(?:presented|prepared) by"
    r"|paper(?: (?:number|no\.?|title))?|decision (?:sought|required|asked for)"
    r"|report (?:of|by|author|title)|subject|(?:date of )?meeting(?: date)?|agenda item|committee"
    r"|(?:cabinet|portfolio|lead|responsible|executive) (?:member|holder|officer|director)"
    r"|wards?(?: affected)?|key decision|decision maker|public or private|exempt)\s*:?$",
    re.IGNORECASE,
)
_FEWEST = 3
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class Told:
    """One line of such a box: what is told, as the box has it, and where it stands."""

    name: str
    value: str
    places: tuple[Place, ...]


def control_box(structure: Structure) -> tuple[Told, ...]:
    """Give what a document's boxes tell of it, in reading order."""
    return tuple(told for table in structure.tables for told in told_of(table))


def told_of(table: Table) -> tuple[Told, ...]:
    """Give the lines of a table of names and values about its document; none where it is other."""
    lines = [*_in_header(table), *(told for row in table.rows for told in _in_row(row))]
    names = [told for told in lines if _KEY.match(told.name)]
    if len(names) < _FEWEST or 2 * len(names) < len(table.rows):
        return ()
    return tuple(lines)


def _in_header(table: Table) -> Iterator[Told]:
    if len(table.header) == 2 and _KEY.match(table.header[0]):
        yield Told(_bare(table.header[0]), table.header[1], ())


def _in_row(row: Row) -> Iterator[Told]:
    """Give the pairs of a row: a name and the value to its right, once or several times."""
    filled = [column for column, value in enumerate(row.values) if value]
    if len(filled) % 2 or len(row.values) > 4:
        return
    for left, right in zip(filled[::2], filled[1::2], strict=True):
        name, value = row.values[left], row.values[right]
        if len(name) < 60 and len(value) <= _LONGEST_VALUE:
            yield Told(_bare(name), value, _places(row, (left, right)))


def _places(row: Row, columns: Sequence[int]) -> tuple[Place, ...]:
    found = [place for column in columns for place in row.places[column]]
    pages = dict.fromkeys(place.page for place in found)
    return tuple(Place(n, " ".join(p.text for p in found if p.page == n)) for n in pages)


def _bare(name: str) -> str:
    return name.strip().rstrip(":").strip()
