"""Logs of actions: rows that tell how entries stand whose own words are elsewhere in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.entry_draft import EntryDraft
from ingest.identifiers import canonical
from ingest.types import Item

_LONGEST_TOPIC = 4  # words by which a log names what an entry is about


def is_topic(item: Item) -> bool:
    """Whether a row names an entry's topic at most, as a log of actions does: "Off-road bikes"."""
    short = len(item.text.split()) <= _LONGEST_TOPIC and item.text[-1:] not in ".;"
    return bool(item.table and item.identifier and item.fields) and short


def entry_name(entry: Item | EntryDraft) -> tuple[str, str]:
    """Give what two mentions of one entry share: what it is called, and its number."""
    return entry.label, canonical(entry.identifier)


def with_logs(items: Sequence[Item]) -> list[Item]:
    """Put what a log's rows tell of entries, where their own words stand elsewhere, beside those.

    The log's fields come first: it says how things stand after what running text reports.
    """
    entries = [item for item in items if item.kind == "entry"]
    told = {entry_name(item): item for item in entries if not item.table}
    logged = {entry_name(item): item for item in entries if is_topic(item)}
    both = {
        name: item
        for name, item in logged.items()
        if name in told and len(told[name].text) > len(item.text)
    }
    kept = []
    for item in items:
        row = both.get(entry_name(item))
        if row is None:
            kept.append(item)
        elif item is not row:
            fields, places = (*row.fields, *item.fields), (*item.places, *row.places)
            kept.append(replace(item, fields=fields, places=places))
    return kept
