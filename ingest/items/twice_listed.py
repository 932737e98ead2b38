"""Entries that one document lists twice, in a summary and in full: told once, with all of both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.types import Item
from ingest.wording.identifiers import canonical


def joined_once(items: Sequence[Item]) -> list[Item]:
    """Give items, those of the same number and the same words as one, where no field differs.

    It stands where the first stood, with the fields of the fullest before those of the others.
    What two lists tell differently of an entry is kept apart: neither can be chosen.
    """
    together: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        if item.kind == "entry" and item.identifier:
            name = (canonical(item.identifier), re.sub(r"\W+", "", item.text).lower())
            together.setdefault(name, []).append(item)
    whole = {
        group[0].key: _joined(group)
        for group in together.values()
        if len(group) > 1 and not _differ(group)
    }
    gone = {item.key for group in together.values() if group[0].key in whole for item in group[1:]}
    return [whole.get(item.key, item) for item in items if item.key not in gone]


def _joined(group: Sequence[Item]) -> Item:
    first, *rest = sorted(group, key=lambda i: -sum(bool(f.value) for f in i.fields))
    fields = list(first.fields)
    for item in rest:
        named = {f.name for f in fields if f.value}
        empty = {f.name for f in item.fields if f.value} - named
        fields = [f for f in fields if f.name not in empty]
        fields += [f for f in item.fields if f.name in empty]
    places = [place for item in (first, *rest) for place in item.places]
    return replace(first, fields=tuple(fields), places=tuple(dict.fromkeys(places)))


def _differ(group: Sequence[Item]) -> bool:
    """Whether a field of one name has two values."""
    told: dict[str, str] = {}
    return any(
        told.setdefault(field.name, field.value) != field.value
        for item in group
        for field in item.fields
        if field.value
    )
