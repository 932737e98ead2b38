"""Registers set as cards: an entry's identifier and text over rows of a field's name and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks.tables import Row, Table
from ingest.lines.field_lines import field_line
from ingest.lines.inline_fields import fields_in
from ingest.rows.marks import mark_of
from ingest.types import Field, Place
from ingest.wording.identifiers import NOUNS, is_identifier, leading
from ingest.wording.roles import TITLE, TOLD_OF_ENTRIES, role_of

_FEWEST = 2  # fields
_WORDING = 4  # words: no name of a field has more


def as_rows(table: Table) -> Table | None:
    """Give the table of the same entries, a row each; None where the table is no set of cards.

    The columns are Ref, the entry's text (named "" as cards do not say), then the fields' names
    in the order in which they first stand.
    """
    cards = _cards(table)
    if cards is None:
        return None
    names = list(dict.fromkeys(field.name for _, fields in cards for field in fields))
    rows = tuple(_row(head, fields, names) for head, fields in cards)
    header = (_noun([head for head, _ in cards]) or "Ref", TITLE, *names)
    return replace(table, header=header, rows=rows, merged=frozenset())


def _cards(table: Table) -> list[tuple[Row, list[Field]]] | None:
    """Give each card's first row and its fields."""
    rows = [r for r in table.rows if not r.heading or _opens(r) or mark_of(_first(r))]
    whole = [Row(table.header, tuple(() for _ in table.header))] if any(table.header) else []
    above = 1 if rows and rows[0].heading and _opens(rows[0]) else 0  # a name passed for a header
    rows = _in_pairs([*rows[:above], *whole, *rows[above:]])
    if len(rows) <= _FEWEST or any(len(r.values) != 2 for r in rows) or not _opens(rows[0]):
        return None
    cards: list[tuple[Row, list[Field]]] = []
    for row in rows:
        if _opens(row):
            cards.append(_opened(row))
        elif not cards[-1][0].values[1] and (beside := _beside_wording(row)):
            head, own = cards[-1]
            cards[-1] = (_with_wording(head, row), [*own, *beside])
        else:
            cards[-1][1].append(Field(row.values[0].rstrip(":"), row.values[1], row.places[1]))
    if any(len({f.name for f in own}) < len(own) for _, own in cards):
        return None  # a card's beginning was missed: two would pass for one
    names = [field.name for _, fields in cards for field in fields]
    known = sum(role_of(name) not in ("other", "text") for name in names)
    alike = len(cards) > _FEWEST and len({tuple(f.name for f in own) for _, own in cards}) == 1
    told = {role_of(name) for name in names} & set(TOLD_OF_ENTRIES)
    if len(names) < _FEWEST * len(cards) or not (known >= 0.6 * len(names) or (alike and told)):
        return None
    return cards


def _in_pairs(rows: Sequence[Row]) -> list[Row]:
    """Divide rows of two names and two values, "Causes … Inherent …", into a row for each pair."""
    if any(len(r.values) != 4 for r in rows) or not any(map(_opens, rows)):
        return list(rows)
    return [
        Row(row.values[at : at + 2], row.places[at : at + 2])
        for row in rows
        for at in (0, 2)
        if any(row.values[at : at + 2])
    ]


def _first(row: Row) -> str:
    return next((v for v in row.values if v), "")


def _opens(row: Row) -> bool:
    return is_identifier(row.values[0]) or (mark_of(row.values[0]) is not None)


def _opened(row: Row) -> tuple[Row, list[Field]]:
    """Begin a card; what stands beside its number may be a field: "R1 | Response: accepted"."""
    found = field_line(row.values[1])
    if found is None:
        return row, []
    return Row((row.values[0], ""), (row.places[0], ())), [Field(*found, row.places[1])]


def _beside_wording(row: Row) -> list[Field]:
    """Give the fields that one cell holds beside the wording of what they are of."""
    found = field_line(row.values[1])
    if found is None or len(row.values[0].split()) < _WORDING:
        return []
    page = row.places[1][0].page if row.places[1] else 0
    fields = [
        Field(name, value, (Place(page, f"{name}: {value}"),)) for name, value in fields_in(*found)
    ]
    return fields if len(fields) >= _FEWEST else []


def _with_wording(head: Row, row: Row) -> Row:
    own = (head.places[0], row.places[0])
    return Row((head.values[0], row.values[0]), own, apart=True)


def _noun(heads: Sequence[Row]) -> str:
    """Give what all cards are called before their numbers, "Finding 1"; "" for nothing."""
    nouns = {found.label for head in heads if (found := leading(head.values[0]))}
    return nouns.pop().capitalize() if len(nouns) == 1 and nouns <= NOUNS else ""


def _row(head: Row, fields: Sequence[Field], names: Sequence[str]) -> Row:
    found = {field.name: field for field in fields}
    identifier, text = head.values
    places: list[tuple[Place, ...]] = list(head.places)
    if not is_identifier(identifier):
        mark = mark_of(identifier)
        text = f"{mark.rest} {text}".strip() if mark else text
        identifier = mark.identifier if mark else identifier
    elif (named := leading(identifier)) and named.label in NOUNS:
        identifier = named.identifier
    values = [identifier, text]
    for name in names:
        values.append(found[name].value if name in found else "")
        places.append(found[name].places if name in found else ())
    return Row(tuple(values), tuple(places), apart=head.apart)
