"""Numbered points that stand below entries: "Priority Two", "Lead: …", then "1. …", "2. …".

Their numbers begin again below the next entry, so that each is named with the one above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.items.numbered import POINT, numbered_item
from ingest.lines.tails import tail_of
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import NOUNS, canonical, singular

_FEWEST = 2  # points below one entry
_FEWEST_HOLDERS = 2  # entries with points below them
#: What points below entries are usually called, the likeliest first.
_USUAL = ("action", "task", "measure", "objective", "commitment", "deliverable", "milestone")
_UNNAMED = "entry"
_FEWEST_TOLD = 3  # times that running text calls them so
_POINT_NOUN = "point"


def with_points_below(document: str, blocks: Sequence[Block], known: Sequence[Item]) -> list[Item]:
    """Give items with the points that stand right under entries' labelled lines.

    A point that was read as an entry by itself, for whom it names at its end, is put under its
    entry instead.
    """
    below = list(_points_below(document, blocks, known))
    taken = {place for item in below for place in item.places}
    kept = [i for i in known if i.label != _UNNAMED or not set(i.places) <= taken]
    return [*kept, *below]


def _points_below(
    document: str, blocks: Sequence[Block], known: Collection[Item]
) -> Iterator[Item]:
    runs = [(h, own) for h, own in _runs(blocks, known) if len(own) >= _FEWEST]
    if len(runs) < _FEWEST_HOLDERS:
        return
    noun = _noun_of_points(blocks, {holder.label for holder, _ in runs})
    for holder, own in runs:
        for number, block in enumerate(own, start=1):
            yield _point(document, noun, number, block, holder)


def _runs(blocks: Sequence[Block], known: Collection[Item]) -> Iterator[tuple[Item, list[Block]]]:
    """Give each entry with the points 1, 2, … that begin right below its last line."""
    named = NOUNS - {_UNNAMED}
    holders = {p: i for i in known if i.kind == "entry" and i.label in named for p in i.places}
    holder: Item | None = None
    own: list[Block] = []
    for block in blocks:
        above = next((holders[p] for p in block.places if p in holders), None)
        point = POINT.match(block.text) if block.kind in ("list_item", "paragraph") else None
        if holder and point and not above and int(point["number"]) == len(own) + 1:
            own.append(block)
            continue
        if holder and own:
            yield holder, own
        holder, own = above, []
    if holder and own:
        yield holder, own


def _noun_of_points(blocks: Sequence[Block], besides: Collection[str]) -> str:
    """Give what the document's running text calls the points below entries of another name."""
    told = Counter(
        singular(word)
        for block in blocks
        if block.kind == "paragraph"
        for word in re.findall(r"[a-z]+", block.text.lower())
    )
    usual = max((noun for noun in _USUAL if noun not in besides), key=lambda noun: told[noun])
    return usual if told[usual] >= _FEWEST_TOLD else _POINT_NOUN


def _point(document: str, noun: str, number: int, block: Block, holder: Item) -> Item:
    """Give a point below an entry, with whom it names in square brackets at its end."""
    item = numbered_item(document, noun, number, block)
    tail = tail_of(item.text)
    fields: tuple[Field, ...] = ()
    if tail and tail.kind == "bracketed" and item.text.rstrip(". ").endswith("]"):
        item = replace(item, text=tail.text)
        fields = tuple(Field(name, value, block.places) for name, value in tail.fields)
    return replace(
        item,
        key=f"{document}#{noun}.{canonical(holder.identifier)}.{number}",
        fields=fields,
        parent=f"{holder.label.capitalize()} {holder.identifier}",
        parent_text=holder.text,
    )
