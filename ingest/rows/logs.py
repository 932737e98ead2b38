"""Logs of actions: rows that tell how entries stand whose own words are elsewhere in minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks.tables import Table
from ingest.lexical import tokenise
from ingest.lines.entry_draft import EntryDraft
from ingest.rows.register_columns import columns_of
from ingest.types import Field, Item
from ingest.wording.identifiers import NOUNS, canonical
from ingest.wording.roles import TOLD_OF_ENTRIES, role_told
from ingest.wording.values import is_status

_MOST = 0.8  # of a table's rows, that entries of another have already
_ALIKE = 0.5  # of the words of the shorter of two wordings of one entry
_LONGEST_TOPIC = 4  # words by which a log names what an entry is about


def is_topic(item: Item) -> bool:
    """Whether a row names an entry's topic at most, as a log of actions does: "Off-road bikes"."""
    short = len(item.text.split()) <= _LONGEST_TOPIC and item.text[-1:] not in ".;"
    return bool(item.table and item.identifier and item.fields) and short


def entry_name(entry: Item | EntryDraft) -> tuple[str, str]:
    """Give what two mentions of one entry share: what it is called, and its number."""
    return entry.label, canonical(entry.identifier)


def with_logs(items: Sequence[Item], tables: Sequence[Table]) -> list[Item]:
    """Put what a log's rows tell of entries, where their own words stand elsewhere, beside those.

    A log's fields come first: it says how things stand after what running text reports. The
    columns of notes on entries, which name nobody and no day, come last.
    """
    entries = [item for item in items if item.kind == "entry"]
    told = {entry_name(item): item for item in entries if not item.table}
    pairs = [(told[entry_name(i)], i) for i in entries if i.table and entry_name(i) in told]
    said = rows_said_of(pairs)
    rows = {entry_name(i): i for whole, i in pairs if i.key in said or _is_log_of(whole, i)}
    rated = _rated(entries, tables)
    spent = {row.key for row in rated.values()}
    kept = []
    for item in items:
        row = rated.get(item.key) or rows.get(entry_name(item))
        if row is None and item.key not in spent:
            kept.append(item)
        elif row is not None and item is not row and item.key not in spent:
            kept.append(_with_row(item, row, tables))
    return kept


def _rated(entries: Sequence[Item], tables: Sequence[Table]) -> dict[str, Item]:
    """Give the rows of a second table that only say how each entry of the first stands, by its key.

    "O1 | 61 % | On track" tells nothing by itself; most of such a table's rows must be so.
    """
    first: dict[str, Item] = {}
    for item in entries:
        if item.table and item.identifier[:1].isalpha():
            first.setdefault(canonical(item.identifier), item)
    again = [
        (one, i)
        for i in entries
        if (one := first.get(canonical(i.identifier))) and i.table and one.table != i.table
    ]
    found: dict[str, Item] = {}
    for table in tables:
        rows = [(one, i) for one, i in again if i.table == table.number]
        rating = sum(is_status(i.text) or not i.text for _, i in rows)
        if len(rows) > 1 and rating > len(rows) / 2 and len(rows) >= _MOST * len(table.rows):
            found.update({one.key: i for one, i in rows})
    return found


def _is_log_of(whole: Item, row: Item) -> bool:
    return is_topic(row) and len(whole.text) > len(row.text)


def rows_said_of(pairs: Sequence[tuple[Item | EntryDraft, Item]]) -> frozenset[str]:
    """Give the keys of the rows that tell something of an entry told elsewhere, and are not it.

    Each row comes with the entry of its name. Where most of a table's rows answer in other words,
    all do: "Accepted by the Authority" may share a few with what was asked of it.
    """
    answering = Counter(row.table for whole, row in pairs if _answers(whole, row))
    all_of = Counter(row.table for _, row in pairs)
    answers = {table for table, times in answering.items() if times > all_of[table] / 2}
    return frozenset(
        row.key
        for whole, row in pairs
        if _is_note_on(whole, row) or (row.table in answers and not _tells(whole))
    )


def _answers(whole: Item | EntryDraft, row: Item) -> bool:
    """Whether a row says in other words who will do what about an entry that names nobody."""
    if not _tells(row) or _tells(whole) or whole.label not in NOUNS or is_topic(row):
        return False
    said, asked = set(tokenise(row.text)), set(tokenise(whole.text))
    return bool(said) and len(said & asked) < _ALIKE * min(len(said), len(asked))


def _is_note_on(whole: Item | EntryDraft, row: Item) -> bool:
    """Whether a row names an entry that says who, when or how far, and says none of it itself."""
    return _tells(whole) and not _tells(row)


def _tells(item: Item | EntryDraft) -> bool:
    return any(f.value and role_told(f.name, f.value) in TOLD_OF_ENTRIES for f in item.fields)


def _with_row(item: Item, row: Item, tables: Sequence[Table]) -> Item:
    places = (*item.places, *row.places)
    columns = next((columns_of(t) for t in tables if t.number == row.table), None)
    name = columns.names[columns.text] if columns else ""
    same = not row.text or any(f.value == row.text for f in row.fields)
    note = () if same else (Field(name or "Note", row.text, row.places),)
    if _is_log_of(item, row):
        told = (*(note if is_status(row.text) else ()), *row.fields)
        return replace(item, fields=(*told, *item.fields), places=places)
    return replace(item, fields=(*item.fields, *note, *row.fields), places=places)
