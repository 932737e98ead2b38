"""Reads the entries of a register out of a table: one item for a row, whatever its columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.columns import ColumnRole, role_of
from ingest.identifiers import (
    LABELS,
    Leading,
    canonical,
    is_identifier,
    is_letter,
    leading,
    singular,
    within,
)
from ingest.tables import Row, Table
from ingest.types import Field, Item, Place

#: The labels that are nouns of their own, not "item" or "no.".
_NOUNS = frozenset(LABELS[: LABELS.index("item")])
_FEW = 0.6  # of a column's cells


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is which: `identifier` is None where rows carry theirs in the text or not."""

    identifier: int | None
    text: int
    fields: tuple[int, ...]
    roles: tuple[ColumnRole, ...]
    names: tuple[str, ...]


def entries(document: str, table: Table) -> list[Item]:
    """Give a table's entries and groups; none where it is no register."""
    columns = _columns(table)
    if columns is None:
        return []
    label = label_of(columns.names[columns.text], table.section)
    items: list[Item] = []
    group = _Group()
    for row in table.rows:
        if _is_group(row, columns):
            group = _group(row, columns)
            items.append(_item(document, table, label, group.identifier, group.text, row, group))
            continue
        items.append(_entry(document, table, label, row, columns, group))
    return [item for item in items if item.text or item.identifier]


@dataclass(frozen=True, slots=True)
class _Group:
    identifier: str = ""
    text: str = ""


def label_of(name: str, section: Sequence[str]) -> str:
    """Give what the document calls its entries: the column's name, else the headings above."""
    if singular(name.strip().lower()) in _NOUNS:
        return singular(name.strip().lower())
    for text in (*reversed(section[-2:]), name):
        for word in text.lower().split():
            bare = singular(word.strip(".,:;()"))
            if bare in _NOUNS:
                return bare
    return singular(name.strip().lower()) if name else "entry"


def _columns(table: Table) -> Columns | None:
    """Decide what each column is for; None where the table is no register."""
    rows = [r for r in table.rows if not r.heading]
    if not rows:
        return None
    width = len(rows[0].values)
    names = tuple(table.header) if table.header else ("",) * width
    roles = [role_of(n) if n else "other" for n in names]
    identifier = _identifier_column(rows, roles, width)
    embedded = None if identifier is not None else _marked_column(rows, width)
    text = embedded if embedded is not None else _text_column(rows, roles, identifier, width)
    if text is None:
        return None
    known = {"owner", "status", "date", "update"} & set(roles)
    if identifier is None and embedded is None and not (known and "text" in roles):
        return None
    if identifier is not None and not known and "text" not in roles:
        return None
    rest = tuple(i for i in range(width) if i not in (identifier, text))
    return Columns(identifier, text, rest, tuple(roles), names)


def _identifier_column(rows: Sequence[Row], roles: Sequence[str], width: int) -> int | None:
    for index in range(width):
        cells = [r.values[index] for r in rows if r.values[index]]
        marked = sum(is_identifier(c) for c in cells)
        if cells and marked >= _FEW * len(cells) and (index == 0 or roles[index] == "identifier"):
            return index
    return None


def _marked_column(rows: Sequence[Row], width: int) -> int | None:
    """Give the column whose cells begin with identifiers: "c. Review …"."""
    for index in range(width):
        cells = [r.values[index] for r in rows if r.values[index]]
        if len(cells) > 1 and sum(_mark(c) is not None for c in cells) >= _FEW * len(cells):
            return index
    return None


def _text_column(
    rows: Sequence[Row], roles: Sequence[str], identifier: int | None, width: int
) -> int | None:
    named = [i for i in range(width) if roles[i] == "text" and i != identifier]
    if named:
        return max(named, key=lambda i: _mean_length(rows, i)) if len(named) > 1 else named[0]
    free = [i for i in range(width) if roles[i] == "other" and i != identifier]
    wordy = [i for i in free if _mean_length(rows, i) > 15]
    return wordy[0] if wordy else None


def _mean_length(rows: Sequence[Row], index: int) -> float:
    return sum(len(r.values[index]) for r in rows) / max(len(rows), 1)


def _mark(text: str) -> Leading | None:
    found = leading(text)
    if found is None or not found.rest:
        return None
    plain_number = found.identifier.isdigit() and not (found.mark or found.label)
    return None if plain_number else found


def _is_group(row: Row, columns: Columns) -> bool:
    """Whether a row names the group of the rows below: alone over all columns, or a bare title."""
    if row.heading:
        return True
    if any(row.values[i] for i in columns.fields):
        return False
    if not columns.fields:
        return False
    found = leading(row.values[columns.text])
    return bool(found and not is_letter(found.identifier) and columns.identifier is None)


def _group(row: Row, columns: Columns) -> _Group:
    text = next((v for v in row.values if v), "")
    found = leading(text)
    if found and (found.mark or found.label or not found.identifier.isdigit()):
        return _Group(found.identifier, found.rest)
    return _Group("", text)


def _entry(
    document: str, table: Table, label: str, row: Row, columns: Columns, group: _Group
) -> Item:
    text = row.values[columns.text]
    identifier = row.values[columns.identifier] if columns.identifier is not None else ""
    if not identifier:
        found = _mark(text)
        if found:
            identifier, text = found.identifier, found.rest
    if identifier and is_letter(identifier):
        identifier = within(group.identifier, identifier)
    return _item(document, table, label, identifier.strip(), text, row, group, columns)


def _item(
    document: str,
    table: Table,
    label: str,
    identifier: str,
    text: str,
    row: Row,
    group: _Group,
    columns: Columns | None = None,
) -> Item:
    fields = tuple(_fields(row, columns)) if columns else ()
    key = canonical(identifier) or f"row{row.pages[0] if row.pages else 0}-{hash_of(text)}"
    return Item(
        key=f"{document}#{table.number}.{key}",
        document=document,
        kind="entry" if columns else "group",
        label=label,
        identifier=identifier,
        text=text,
        fields=fields,
        parent=group.identifier if columns else "",
        parent_text=group.text if columns else "",
        section=table.section,
        places=tuple(row.on_page(page) for page in row.pages),
        table=table.number,
    )


def _fields(row: Row, columns: Columns) -> Iterator[Field]:
    for index in columns.fields:
        if columns.names[index] or row.values[index]:
            name = columns.names[index] or f"Column {index + 1}"
            places: tuple[Place, ...] = row.places[index]
            yield Field(name, row.values[index], places)


def hash_of(text: str) -> str:
    """Give a short stable name for a text that has no identifier."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
