"""Columns that say how entries stand now in a few words: "Owner: Head of Vetting. Complete"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.types import Field, Item
from ingest.wording.roles import TOLD_OF_ENTRIES, role_of
from ingest.wording.sentences import sentences
from ingest.wording.values import is_chip, is_date

_NOW = re.compile(r"^(?:now|current(?:ly)?|latest|new|revised|today)\b(?!.*\b(?:date|due)\b)", re.I)
_NAMED = re.compile(r"^(?P<name>[A-Z][\w ]{2,20}): (?P<value>\S.*)$")
_UNCHANGED = re.compile(r"\b(?:unchanged|as before|no change|the same)\b", re.I)
_PARTS = re.compile(r"(?<=[^.,;]),\s+|;\s+")
_FEWEST = 3
_MOST = 0.6  # of the entries with such a column


def with_now_told(items: Sequence[Item]) -> list[Item]:
    """Give items; what such a column says is their owner, date and status.

    Only where most of its cells say nothing else, and some two of them: no part of a cell is left
    out.
    """
    own = [(i, f) for i in items for f in i.fields if f.value and _is_now(f)]
    told = {i.key: parts for i, f in own if (parts := _parts(f))}
    several = any(len(parts) > 1 for parts in told.values())
    if not several or len(told) < max(_FEWEST, _MOST * len(own)):
        return list(items)
    return [_with(item, told[item.key]) if item.key in told else item for item in items]


def _is_now(field: Field) -> bool:
    return _NOW.match(field.name) is not None and role_of(field.name) == "other"


def _with(item: Item, parts: Sequence[Field]) -> Item:
    fields = [f for field in item.fields for f in (parts if _is_now(field) else (field,))]
    return replace(item, fields=tuple(fields))


def _parts(field: Field) -> tuple[Field, ...]:
    """Divide a cell into what it tells; nothing where a part of it says something else."""
    found: list[Field] = []
    for sentence in sentences(" ".join(field.value.split())):
        part = sentence.rstrip(".")
        named = _NAMED.match(part)
        if named and role_of(named["name"]) in TOLD_OF_ENTRIES:
            found.append(Field(named["name"], named["value"], field.places))
        elif is_date(part):
            found.append(Field("Date", part, field.places))
        elif is_chip(_PARTS.split(part)[0]):
            found.append(Field("Status", part, field.places))
        elif not _UNCHANGED.search(part):
            return ()
    return tuple(found)
