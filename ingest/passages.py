"""Cuts a document into passages: a few sentences of one section, or one register entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.about.control import told_of
from ingest.blocks.contents import without_contents
from ingest.blocks.outline import outlines
from ingest.blocks.structure import Structure
from ingest.blocks.tables import Table
from ingest.items.follow_ups import under_entries
from ingest.types import Block, Item, Passage, PassageKind, Place
from ingest.wording.marks import BULLETS, POINT
from ingest.wording.sentences import sentences

_FULL = 700  # characters: a passage is closed once it holds this much
_LONGEST = 1100  # characters: a longer paragraph or field is cut at sentence ends
_LONGEST_LIST = 1500  # characters: a lead-in and its bullets stay together up to this
_ONLY_MARK = re.compile(rf"[{BULLETS}]")


def build_passages(
    document: str, structure: Structure, items: Sequence[Item]
) -> tuple[Passage, ...]:
    """Give a document's passages in reading order, numbered in their keys."""
    parts = list(_parts(structure, items))
    parts.extend(_of_items(i for i in items if i.kind == "acronym"))
    return tuple(
        Passage(f"{document}#{number:05d}", document, p.kind, p.text, p.section, p.places, p.item)
        for number, p in enumerate(parts)
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A passage before it has its number."""

    kind: PassageKind
    text: str
    section: tuple[str, ...]
    places: tuple[Place, ...]
    item: str = ""


def _parts(structure: Structure, items: Sequence[Item]) -> Iterator[_Part]:
    tables = {table.number: table for table in structure.tables}
    by_table, by_place = _where(items)
    blocks = without_contents(under_entries(structure.blocks, by_place))
    below = outlines(blocks)
    waiting: list[Block] = []
    told: set[str] = set()
    for index, block in enumerate(blocks):
        entry = by_place.get(block.places[0]) if block.places else None
        apart = block.kind in ("row", "footnote", "heading") or entry is not None
        if waiting and (apart or not _goes_with(waiting, blocks, index)):
            yield from _prose(waiting)
            waiting = []
        if block.kind == "heading" and index in below:
            yield _outline(block, below[index])
        if entry is not None:
            if entry.key not in told:
                told.add(entry.key)
                yield from _of_items([entry])
        elif block.kind == "row":
            own = by_table.get(block.table, [])
            yield from _of_items(own) if own else _of_rows(tables[block.table])
        elif block.kind == "footnote":
            yield _Part("footnote", block.text, block.section, block.places)
        elif block.kind != "heading":
            waiting.append(block)
    if waiting:
        yield from _prose(waiting)
    inside = (i for i in items if i.kind == "entry" and not i.table and i.key not in told)
    yield from _of_items(i for i in inside if any(f.value for f in i.fields))


def _where(items: Sequence[Item]) -> tuple[Mapping[int, list[Item]], Mapping[Place, Item]]:
    """Give the entries of each table, and those of running text by where they stand."""
    by_table: dict[int, list[Item]] = {}
    by_place: dict[Place, Item] = {}
    for item in items:
        if item.table:
            by_table.setdefault(item.table, []).append(item)
        elif item.kind == "entry":
            by_place.update((place, item) for place in item.places if place not in by_place)
    return by_table, by_place


def _goes_with(waiting: Sequence[Block], blocks: Sequence[Block], index: int) -> bool:
    """Whether a block belongs to the passage under way: same section, not yet full, or its list."""
    block = blocks[index]
    if waiting[-1].section != block.section:
        return False
    size = sum(len(b.text) for b in waiting)
    if block.kind == "list_item" and _leads_on(waiting[-1]):
        return size + len(block.text) < _LONGEST_LIST
    whole = len(block.text)
    if block.text.rstrip().endswith(":"):
        whole += _list_length(blocks, index + 1)
    return size + whole < _FULL


def _leads_on(block: Block) -> bool:
    return block.kind == "list_item" or block.text.rstrip().endswith((":", ";", "-"))


def _list_length(blocks: Sequence[Block], start: int) -> int:
    """Give the length of the list that begins there; 0 where none does."""
    length = 0
    for block in blocks[start:]:
        if block.kind != "list_item":
            break
        length += len(block.text)
    return length


def _prose(blocks: Sequence[Block]) -> Iterator[_Part]:
    if len(blocks) == 1 and len(blocks[0].text) > _LONGEST:
        block = blocks[0]
        for text in cut(block.text):
            yield _Part("prose", text, block.section, block.places)
        return
    text = "\n".join(map(_line, blocks))
    places = tuple(place for block in blocks for place in block.places)
    yield _Part("prose", text, blocks[0].section, places)


def _line(block: Block) -> str:
    """Give a block's text, a point of a list with its mark: HTML and Word files leave it out."""
    bare = block.kind == "list_item" and not POINT.match(block.text)
    return f"{BULLETS[0]} {block.text}" if bare else block.text


def _outline(heading: Block, below: Sequence[Block]) -> _Part:
    """Give a heading with the headings right below it, so that they can be named together."""
    text = "\n".join([heading.text, *(block.text for block in below)])
    places = tuple(place for block in below for place in block.places)
    return _Part("prose", text, (*heading.section, heading.text), places)


def _of_items(items: Iterable[Item]) -> Iterator[_Part]:
    for item in items:
        head = _head(item)
        short = [f"{f.name}: {f.value}" for f in item.fields if 0 < len(f.value) <= _FULL]
        text = "\n".join([head, *short])
        yield _Part("item", text, _with_group(item), item.places, item.key)
        for field in item.fields:
            if len(field.value) > _FULL:
                for piece in cut(field.value):
                    yield _Part("item", piece, (*_with_group(item), head), field.places, item.key)


def _head(item: Item) -> str:
    """Give an entry's identifier and text; one of running text says what it is called too."""
    called = item.label.capitalize() if not item.table and item.identifier.isdigit() else ""
    return f"{called} {item.identifier} {item.text}".strip()


def _with_group(item: Item) -> tuple[str, ...]:
    group = f"{item.parent} {item.parent_text}".strip()
    if not item.parent_text or any(item.parent_text in title for title in item.section):
        return item.section
    return (*item.section, group)


def _of_rows(table: Table) -> Iterator[_Part]:
    """Give each row of a table that is no register with its caption and column names."""
    section = (*table.section, table.caption) if table.caption else table.section
    told = told_of(table)
    if told:
        text = "\n".join(f"{line.name}: {line.value}" for line in told)
        yield _Part("item", text, section, tuple(place for line in told for place in line.places))
        return
    names = tuple(map(", ".join, table.heads)) or table.header
    band = ""
    for row in table.rows:
        if row.values in table.over:
            continue
        lone = row.heading or (bool(row.values[0]) and not any(row.values[1:]))
        if lone:
            band = next((v for v in row.values if v), "")
        named = [
            f"{name}: {value}" if name and not lone else value
            for name, value in zip(names or ("",) * len(row.values), row.values, strict=True)
            if value and not _ONLY_MARK.fullmatch(value)
        ]
        if named:
            places = row.runs
            path = (*section, band) if band and not lone else section
            yield _Part("item", "; ".join(named), path, places)


def cut(text: str) -> list[str]:
    """Cut a long text at sentence ends into pieces of about the usual size."""
    pieces: list[str] = []
    for sentence in sentences(text):
        if pieces and len(pieces[-1]) + len(sentence) < _FULL:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return pieces
