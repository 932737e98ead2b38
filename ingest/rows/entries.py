"""Reads the entries of a register out of a table: one item for a row, whatever its columns."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks.tables import Row, Table
from ingest.rows.cards import as_rows
from ingest.rows.divided_fields import divided
from ingest.rows.fields_had import has_role
from ingest.rows.groups import Group, group_of
from ingest.rows.groups_beside import filled_down
from ingest.rows.keys import is_key
from ingest.rows.labels import label_of, naming_column, numbered_noun
from ingest.rows.marks import counted_mark, mark_of
from ingest.rows.nested import levels_of
from ingest.rows.packed import unpacked
from ingest.rows.register_columns import Columns, columns_of
from ingest.rows.turned import upright
from ingest.types import Field, Item, Place
from ingest.wording.identifiers import (
    NOUNS,
    canonical,
    is_identifier,
    is_letter,
    leading,
    singular,
    within,
)
from ingest.wording.roles import role_of
from ingest.wording.values import is_in_capitals, is_somebody, name_of_note

#: What a later edition prints behind the number of an entry of its own: "1.6 NEW".
_ADDED = re.compile(r"\s*(?:\((?i:new|added|revised)\)|\bNEW)$")
#: Who leads an entry, in brackets at the end of its words.
_LED = re.compile(
    r"\s*\((?P<name>lead(?: officer)?|led by|owner|responsible)\s?:\s?(?P<who>[^()]{3,90})\)\.?$",
    re.I,
)
#: In a column of owners: nobody, or the one that another column names.
_NOBODY = re.compile(
    r"^(?:[-–—]+|n\s?/\s?a|no change|unchanged|as (?:before|now|(?:in )?(?:the )?plan)|same)\.?$",
    re.I,
)
_DASH = re.compile(r"^\s*[-–—]+\s*$")  # nothing is told
_FEWEST_REMARKS, _MOST_REMARKED = 3, 0.6
_SHORTEST_REMARK = 4  # words


def entries(document: str, table: Table) -> list[Item]:
    """Give a table's entries and groups; none where it is no register."""
    if is_key(table):
        return []
    levels = levels_of(table)
    if levels is None:
        return _entries(document, table)
    upper, lower = (_entries(document, level) for level in levels)
    over = {canonical(item.identifier): item for item in upper}
    noun = _noun_over(levels[1])
    below = (_below(item, over, noun) for item in lower if item.kind == "entry")
    return [*upper, *below]


def _below(item: Item, over: Mapping[str, Item], noun: str) -> Item:
    """Give a lower entry of two levels with what it is called, under its upper one."""
    above = over.get(canonical(item.parent or item.parent_text))
    own = item.label in NOUNS and not any(item.label == o.label for o in over.values())
    label = noun if noun and not own else item.label
    if above is None:
        return replace(item, label=label)
    return replace(item, label=label, parent=above.identifier, parent_text=above.text)


def _noun_over(table: Table) -> str:
    """Give what the name over the lower entries of a table calls one: "Treatments promised"."""
    words = table.header[1].lower().split() if len(table.header) > 1 else []
    return singular(words[0]) if words and words[0].isalpha() else ""


def _entries(document: str, table: Table) -> list[Item]:
    table = as_rows(table) or upright(table) or unpacked(table) or table
    table = filled_down(table) or table
    columns = columns_of(table)
    if columns is None:
        return []
    label = numbered_noun(columns) or label_of(naming_column(columns), table.section)
    register = _Register(document, table, label)
    items: list[Item] = []
    group = Group()
    titles = sum(_is_group(row, columns) and not row.heading for row in table.rows)
    titled = len(table.rows) >= 2 * titles  # else bare titles are the entries themselves
    remarked = _has_remarks(table.rows)
    for index, row in enumerate(table.rows):
        if remarked and items and items[-1].kind == "entry" and _is_remark(row):
            items[-1] = _with_remark(items[-1], row)
            continue
        if _is_group(row, columns) and (titled or row.heading):
            group = _group(row, _next_identifier(table.rows[index + 1 :], columns), columns)
            items.append(_named(register, row, group))
            continue
        if columns.group is not None:
            named = _group_beside(row, columns.group, columns)
            if named != group:
                group = named
                items.append(_named(register, _cell_alone(row, columns.group), group))
        items.append(_entry(register, row, columns, group))
    return [item for item in items if item.text or item.identifier]


def _has_remarks(rows: Sequence[Row]) -> bool:
    """Whether most rows have a sentence over all columns below them: a remark on the row above."""
    pairs = [(above, below) for above, below in pairwise(rows) if not above.heading]
    remarks = sum(_is_remark(below) for _, below in pairs)
    entries = sum(not row.heading for row in rows)
    if rows and _is_remark(rows[0]):
        return False  # what stands before the first entry names those below it
    return remarks >= _FEWEST_REMARKS and remarks >= _MOST_REMARKED * entries


def _is_remark(row: Row) -> bool:
    text = next((v for v in row.values if v), "")
    return row.heading and text[-1:] in ".!?" and len(text.split()) >= _SHORTEST_REMARK


def _with_remark(item: Item, row: Row) -> Item:
    """Give an entry with the sentence below its row as a field."""
    text = next(v for v in row.values if v)
    field = Field(name_of_note(text), text, row.runs)
    return replace(item, fields=(*item.fields, field), places=(*item.places, *row.runs))


def _is_group(row: Row, columns: Columns) -> bool:
    """Whether a row names the group of the rows below: alone over all columns, or a bare title."""
    if row.heading:
        return True
    if any(row.values[i] for i in columns.fields):
        return False
    if columns.identifier is not None and not row.values[columns.text]:
        only = row.values[columns.identifier]
        return bool(only) and not is_identifier(only)
    if not columns.fields:
        return False
    found = leading(row.values[columns.text])
    return bool(found and not is_letter(found.identifier) and columns.identifier is None)


def _group(row: Row, entry: str, columns: Columns) -> Group:
    return group_of(next((v for v in row.values if v), ""), entry)


def _group_beside(row: Row, column: int, columns: Columns) -> Group:
    """Give the group in a column of a row; a column called Theme says what its numbers are."""
    group = group_of(row.values[column], _identifier(row, columns)[0])
    noun = singular(columns.names[column].strip().lower())
    found = leading(group.text)
    if noun not in NOUNS or group.identifier or not (found and found.rest):
        return group
    return Group(found.identifier, found.rest, noun)


def _next_identifier(rows: Sequence[Row], columns: Columns) -> str:
    """Give the identifier of the next entry, empty where it is only a letter."""
    for row in rows:
        if not _is_group(row, columns):
            identifier = _identifier(row, columns)[0]
            return "" if is_letter(identifier) else identifier
    return ""


def _identifier(row: Row, columns: Columns) -> tuple[str, str]:
    """Give a row's identifier as printed, and its text without it."""
    text = row.values[columns.text]
    identifier = row.values[columns.identifier] if columns.identifier is not None else ""
    if not identifier:
        found = counted_mark(text) if columns.counted else mark_of(text)
        if found:
            identifier, text = found.identifier, found.rest
    return _ADDED.sub("", identifier.strip()), text


def _entry(register: _Register, row: Row, columns: Columns, group: Group) -> Item:
    identifier, text = _identifier(row, columns)
    if identifier and is_letter(identifier):
        identifier = within(group.identifier, identifier)
    item = _item(register, identifier, text, row, group, columns)
    led = _LED.search(text)
    owned = has_role(item, "owner")
    if led is None or owned or not _names_who(led["who"]):
        return item
    lead = Field(led["name"].capitalize(), led["who"].strip(), row.places[columns.text])
    return replace(item, text=text[: led.start()], fields=(lead, *item.fields))


def _names_who(text: str) -> bool:
    """Whether words in brackets name a post, a body or a person: none is "to be told"."""
    return is_somebody(text) or is_in_capitals(text)


@dataclass(frozen=True, slots=True)
class _Register:
    """What all items of a table share; `columns` are None for its groups."""

    document: str
    table: Table
    label: str


def _item(
    register: _Register,
    identifier: str,
    text: str,
    row: Row,
    group: Group,
    columns: Columns | None = None,
) -> Item:
    fields = tuple(_fields(row, columns)) if columns else ()
    key = canonical(identifier) or f"row{row.pages[0] if row.pages else 0}-{hash_of(text)}"
    return Item(
        key=f"{register.document}#{register.table.number}.{key}",
        document=register.document,
        kind="entry" if columns else "group",
        label=register.label if columns or group.label not in NOUNS else group.label,
        identifier=identifier,
        text=text,
        fields=fields,
        parent=group.identifier if columns else "",
        parent_text=group.text if columns else "",
        section=register.table.section,
        places=row.runs,
        table=register.table.number,
    )


def _named(register: _Register, row: Row, group: Group) -> Item:
    return _item(register, group.identifier, group.text, row, group)


def _cell_alone(row: Row, column: int) -> Row:
    """Give a merged cell beside the entries, which names their group."""
    return Row((row.values[column],), (row.places[column],))


def _fields(row: Row, columns: Columns) -> Iterator[Field]:
    for index in columns.fields:
        if columns.names[index] or row.values[index]:
            name = columns.names[index] or f"Column {index + 1}"
            places: tuple[Place, ...] = row.places[index]
            value = row.values[index]
            nobody = role_of(name) == "owner" and _NOBODY.match(value)
            if nobody or _DASH.match(value):
                value, places = "", ()
            yield from divided(Field(name, value, places))


def hash_of(text: str) -> str:
    """Give a short stable name for a text that has no identifier."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
