"""What the page of one entry shows: the entry, its group, and what became of it over the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.types import Document, Item
from ingest.wording.identifiers import canonical
from ui.moments import read_moment
from ui.register_view import Entry, entries


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry; its group, where it stands in one; and its likes in other documents.

    `likes` have the same identifier and are called the same, in documents of the same
    organisation, the newest document first; the entry itself is among them.
    """

    entry: Entry
    group: Entry | None
    siblings: tuple[Entry, ...]
    likes: tuple[Entry, ...]


def show_item(key: str, documents: Mapping[str, Document]) -> Shown | None:
    """Give what is shown of the entry of that key; None where there is no such entry."""
    every = entries(documents)
    found = next((entry for entry in every if entry.item.key == key), None)
    if found is None:
        return None
    own = [e for e in every if e.item.document == found.item.document]
    return Shown(
        entry=found,
        group=next((e for e in own if _is_group_of(e.item, found.item)), None),
        siblings=tuple(e for e in own if found.item.parent and _same_group(e.item, found.item)),
        likes=_likes(found, every, documents),
    )


def _is_group_of(group: Item, item: Item) -> bool:
    wanted = canonical(item.parent)
    return group.kind == "group" and bool(wanted) and canonical(group.identifier) == wanted


def _same_group(other: Item, item: Item) -> bool:
    same = canonical(other.parent) == canonical(item.parent)
    return same and other.kind == item.kind and other.key != item.key


def _likes(
    found: Entry, every: tuple[Entry, ...], documents: Mapping[str, Document]
) -> tuple[Entry, ...]:
    organisation = documents[found.item.document].info.organisation.casefold()
    if not found.item.identifier:
        return (found,)
    likes = [
        entry
        for entry in every
        if entry.item.key == found.item.key
        or (
            organisation
            and entry.kind.casefold() == found.kind.casefold()
            and canonical(entry.item.identifier) == canonical(found.item.identifier)
            and documents[entry.item.document].info.organisation.casefold() == organisation
        )
    ]
    return tuple(sorted(likes, key=lambda e: _age(documents[e.item.document]), reverse=True))


def _age(document: Document) -> tuple[int, int, int, str]:
    info = document.info
    moment = read_moment(info.date) or read_moment(info.as_of) or (0, 0, 0)
    return (*moment, info.name)
