"""A draft answer: what would be said and the wording it rests on, before citations are checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Status
from ingest.types import DataRow, DataTable, Field, Item, Passage, Place


@dataclass(frozen=True, slots=True)
class Source:
    """Wording that a sentence rests on, and the pages of a document where it may stand."""

    document: str
    section: tuple[str, ...]
    places: tuple[Place, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a draft; with sources it is only said if one of them is on its page."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A register entry of a draft, with the fields shown and the wording that shows them."""

    item: Item
    fields: tuple[Field, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be answered."""

    status: Status
    said: tuple[Said, ...]
    shown: tuple[Shown, ...] = ()
    count: int | None = None
    suggestions: tuple[str, ...] = ()


def row_sources(item: Item) -> tuple[Source, ...]:
    """Give the whole row of an entry, a source for each page it stands on."""
    return tuple(Source(item.document, item.section, (p,), p.text) for p in item.places)


def stands_apart(item: Item, field: Field) -> bool:
    """Whether a field stands elsewhere than the entry, under a heading that names it again."""
    own = {word for place in item.places for word in place.text.split()}
    return any(not set(place.text.split()) <= own for place in field.places)


def apart_sources(item: Item, fields: Sequence[Field]) -> tuple[Source, ...]:
    """Give those of an entry's fields that are told elsewhere than in its row."""
    return tuple(wording_source(item, f.value, f) for f in fields if stands_apart(item, f))


def whole_sources(item: Item) -> tuple[Source, ...]:
    """Give the row of an entry and what is told of it elsewhere."""
    return (*row_sources(item), *apart_sources(item, item.fields))


def field_sources(item: Item, field: Field) -> tuple[Source, ...]:
    """Give what one field of an entry rests on, alone."""
    if stands_apart(item, field):
        return (wording_source(item, field.value, field),)
    return row_sources(item)[:1] if is_row(item) else line_sources(item, [field])


def is_row(item: Item) -> bool:
    """Whether an entry stands in one run of words on each of its pages, as a table's row does."""
    return bool(item.table) and len({p.page for p in item.places}) == len(item.places)


def line_sources(item: Item, shown: Sequence[Field]) -> tuple[Source, ...]:
    """Give what a list says of an entry: its row, or in running text its words and those fields."""
    if is_row(item):
        return (*row_sources(item), *apart_sources(item, shown))
    fields = {place for f in item.fields for place in f.places}
    own = [p for p in item.places if p not in fields]
    told = [p for f in shown for p in f.places]
    places = dict.fromkeys((*own, *told))
    return tuple(Source(item.document, item.section, (p,), p.text) for p in places)


def wording_source(item: Item, wording: str, field: Field | None = None) -> Source:
    """Give part of an entry's wording as a source."""
    places = field.places if field and field.places else item.places
    return Source(item.document, item.section, places, wording)


def passage_source(passage: Passage, wording: str) -> Source:
    """Give a sentence of a passage as a source."""
    return Source(passage.document, passage.section, passage.places, wording)


def data_row_source(document: str, table: DataTable, row: DataRow) -> Source:
    """Give a row of a table of data as a source; the row has a place."""
    return Source(document, table.section, row.places[:1], row.places[0].text)


def shown(item: Item) -> Shown:
    """Show an entry with the fields of its row, resting on that."""
    own = tuple(f for f in item.fields if not stands_apart(item, f))
    return Shown(item, own, row_sources(item))
