"""What is told of entries under headings that name them again: "P3.1 Mentoring", then how it went.

A report lists its entries in a table and tells of each in running text further on. What stands
there is a field of the entry, named by the heading that all of it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lexical import tokenise
from ingest.lines.field_lines import field_line
from ingest.lines.fields_below import paragraphs_below
from ingest.lines.inline_fields import fields_in
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import canonical, leading

_FEWEST = 2  # headings that name entries of a table
#: "Response to Recommendation 1": what is told, and of which entry.
_ANSWERED = re.compile(
    r"^(?P<what>[A-Z][\w’'-]+(?: [\w’'-]+){0,3}?) (?:to|on|for|of) (?P<entry>[A-Z].+)$"
)
_SHARED = 0.5  # of a heading's words, that an entry which is only numbered must have too


def with_details(items: Sequence[Item], blocks: Sequence[Block]) -> list[Item]:
    """Give the items; entries with what stands under headings that name them again."""
    told: dict[str, list[Field]] = {}
    for item, below in (*_named_again(items, blocks), *_answered(items, blocks)):
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


def _answered(items: Sequence[Item], blocks: Sequence[Block]) -> Iterator[tuple[Item, list[Field]]]:
    """Give each entry of running text with what stands under "Response to Recommendation 1"."""
    listed = {
        (i.label, canonical(i.identifier)): i for i in items if i.kind == "entry" and not i.table
    }
    for index, block in enumerate(blocks):
        named = _ANSWERED.match(block.text) if block.kind == "heading" else None
        found = leading(named["entry"]) if named else None
        item = listed.get((found.label, canonical(found.identifier))) if found else None
        if named is None or found is None or item is None or found.rest:
            continue
        below = paragraphs_below(blocks, index)
        yield item, [field for b in below for field in _told(named["what"], b)]


def _told(name: str, block: Block) -> Iterator[Field]:
    """Give a paragraph's fields: what it says itself, and what it names inside."""
    for own, value in fields_in(*(field_line(block.text) or (name, block.text))):
        yield Field(own, value, block.places)


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
