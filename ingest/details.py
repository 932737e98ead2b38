"""What is told of entries under headings that name them again: "P3.1 Mentoring", then how it went.

A report lists its entries in a table and tells of each in running text further on. What stands
there is a field of the entry, named by the heading that all of it stands under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.fields_below import paragraphs_below
from ingest.identifiers import canonical, leading
from ingest.lexical import tokenise
from ingest.types import Block, Field, Item

_FEWEST = 2  # headings that name entries of a table
_SHARED = 0.5  # of a heading's words, that an entry which is only numbered must have too


def with_details(items: Sequence[Item], blocks: Sequence[Block]) -> list[Item]:
    """Give the items; entries of tables with what stands under headings that name them."""
    told: dict[str, list[Field]] = {}
    for item, below in _named_again(items, blocks):
        told.setdefault(item.key, []).extend(below)
    if len(told) < _FEWEST:
        return list(items)
    return [replace(i, fields=(*i.fields, *told.get(i.key, ()))) for i in items]


def _named_again(
    items: Sequence[Item], blocks: Sequence[Block]
) -> Iterator[tuple[Item, list[Field]]]:
    """Give each entry of a table that a heading names, with what stands under the heading."""
    listed = [i for i in items if i.kind == "entry" and i.table and i.identifier]
    opening = {place for i in items if i.kind == "entry" and not i.table for place in i.places}
    for index, block in enumerate(blocks):
        apart = block.kind == "heading" and not opening & set(block.places)
        item = _entry_of(block, listed) if apart else None
        if item:
            name = f"Under “{(block.section or (block.text,))[-1]}”"
            yield item, [Field(name, b.text, b.places) for b in paragraphs_below(blocks, index)]


def _entry_of(heading: Block, listed: Sequence[Item]) -> Item | None:
    """Give the entry whose identifier a heading begins with and whose words it shares."""
    number = leading(heading.text)
    if number is None:
        return None
    wanted = canonical(number.identifier)
    title = set(tokenise(number.rest))
    for item in listed:
        if canonical(item.identifier) != wanted:
            continue
        named = number.label == item.label or (wanted[:1].isalpha() and wanted[-1:].isdigit())
        shared = len(title & set(tokenise(item.text)))
        if named or (title and not wanted.isdigit() and shared >= _SHARED * len(title)):
            return item
    return None
