"""What the Register page shows: every item of the documents as one row. No Streamlit in here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ingest.types import Document, Item
from ingest.wording.roles import ColumnRole, role_told

_ROLES: tuple[ColumnRole, ...] = ("owner", "status", "date")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with its document's title and the page that it begins on (0 where none)."""

    item: Item
    title: str
    page: int
    kind: str


def entries(documents: Mapping[str, Document]) -> tuple[Entry, ...]:
    """Give every item of every document, in the order of the documents and their pages."""
    return tuple(
        Entry(
            item,
            document.info.title,
            item.places[0].page if item.places else 0,
            item.label or item.kind,
        )
        for _, document in sorted(documents.items())
        for item in document.items
    )


def matching(
    all_entries: Iterable[Entry], words: str, kind: str, documents: Collection[str]
) -> tuple[Entry, ...]:
    """Give the entries that have all the words, are of the kind and of one of the documents.

    An empty argument asks for nothing.
    """
    wanted = words.casefold().split()
    return tuple(
        entry
        for entry in all_entries
        if (not kind or entry.kind == kind)
        and (not documents or entry.item.document in documents)
        and all(word in _searched(entry) for word in wanted)
    )


def having(all_entries: Iterable[Entry], role: ColumnRole, words: str) -> tuple[Entry, ...]:
    """Give the entries with a field of that role whose value has all the words.

    Without words, every entry is given.
    """
    wanted = words.casefold().split()
    return tuple(
        entry
        for entry in all_entries
        if not wanted
        or any(all(w in value.casefold() for w in wanted) for value in values_of(entry, role))
    )


def values_of(entry: Entry, role: ColumnRole) -> tuple[str, ...]:
    """Give an entry's values of a role: "owner" for Owner, Lead, Responsible officer."""
    return tuple(
        " ".join(field.value.split())
        for field in entry.item.fields
        if field.value.strip() and role_told(field.name, field.value) == role
    )


def group_of(entry: Entry) -> str:
    """Give the group that an entry stands in, by its identifier and text; "" where none."""
    return " ".join(f"{entry.item.parent} {entry.item.parent_text}".split())


def in_group(all_entries: Iterable[Entry], group: str) -> tuple[Entry, ...]:
    """Give the entries of a group, as `group_of` names it; "" asks for nothing."""
    return tuple(entry for entry in all_entries if not group or group_of(entry) == group)


def line_of(entry: Entry) -> tuple[str, ...]:
    """Give what the table shows: text, owner, status, date, group, document, page."""
    return (
        entry.item.text,
        *("; ".join(values_of(entry, role)) for role in _ROLES),
        group_of(entry),
        entry.title,
        str(entry.page or ""),
    )


def fields_of(chosen: Iterable[Entry]) -> tuple[str, ...]:
    """Give the names of the fields that any of the entries has, as first met."""
    return tuple(dict.fromkeys(f.name for entry in chosen for f in entry.item.fields))


def row_of(entry: Entry, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Give an entry's cells: identifier, text, its fields, section, document, page."""
    values = {f.name: f.value for f in entry.item.fields}
    return (
        entry.item.identifier,
        entry.item.text,
        *(values.get(name, "") for name in fields),
        " › ".join(entry.item.section),
        entry.title,
        str(entry.page or ""),
    )


def _searched(entry: Entry) -> str:
    item = entry.item
    parts = (item.identifier, item.text, item.parent_text, *item.section)
    return " ".join((*parts, *(f.value for f in item.fields))).casefold()
