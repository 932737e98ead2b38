"""Cuts a document into passages: a few sentences of one section, or one register entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Structure
from ingest.sentences import sentences
from ingest.tables import Table
from ingest.types import Block, Item, Passage, PassageKind, Place

_FULL = 700  # characters: a passage is closed once it holds this much
_LONGEST = 1100  # characters: a longer paragraph or field is cut at sentence ends


def build_passages(
    document: str, structure: Structure, items: Sequence[Item]
) -> tuple[Passage, ...]:
    """Give a document's passages in reading order, numbered in their keys."""
    by_table: dict[int, list[Item]] = {}
    for item in items:
        if item.table:
            by_table.setdefault(item.table, []).append(item)
    parts = list(_parts(structure, by_table))
    parts.extend(_of_items(i for i in items if i.kind == "acronym"))
    return tuple(
        Passage(
            f"{document}#{number:05d}", document, p.kind, p.text, p.section, p.places, p.item
        )
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


def _parts(structure: Structure, by_table: dict[int, list[Item]]) -> Iterator[_Part]:
    tables = {table.number: table for table in structure.tables}
    waiting: list[Block] = []
    for block in structure.blocks:
        apart = block.kind in ("row", "footnote", "heading")
        if waiting and (apart or not _goes_with(waiting, block)):
            yield from _prose(waiting)
            waiting = []
        if block.kind == "row":
            items = by_table.get(block.table, [])
            yield from _of_items(items) if items else _of_rows(tables[block.table])
        elif block.kind == "footnote":
            yield _Part("footnote", block.text, block.section, block.places)
        elif block.kind != "heading":
            waiting.append(block)
    if waiting:
        yield from _prose(waiting)


def _goes_with(waiting: Sequence[Block], block: Block) -> bool:
    """Whether a block belongs to the passage under way: same section, not yet full, or its list."""
    if waiting[-1].section != block.section:
        return False
    size = sum(len(b.text) for b in waiting)
    in_list = block.kind == "list_item" and (
        waiting[-1].kind == "list_item" or waiting[-1].text.rstrip().endswith((":", ";", "-"))
    )
    return size < _LONGEST if in_list else size + len(block.text) < _FULL


def _prose(blocks: Sequence[Block]) -> Iterator[_Part]:
    if len(blocks) == 1 and len(blocks[0].text) > _LONGEST:
        block = blocks[0]
        for text in cut(block.text):
            yield _Part("prose", text, block.section, block.places)
        return
    text = "\n".join(block.text for block in blocks)
    places = tuple(place for block in blocks for place in block.places)
    yield _Part("prose", text, blocks[0].section, places)


def _of_items(items: Iterable[Item]) -> Iterator[_Part]:
    for item in items:
        head = f"{item.identifier} {item.text}".strip()
        short = [f"{f.name}: {f.value}" for f in item.fields if 0 < len(f.value) <= _FULL]
        text = "\n".join([head, *short])
        yield _Part("item", text, _with_group(item), item.places, item.key)
        for field in item.fields:
            if len(field.value) > _FULL:
                for piece in cut(field.value):
                    yield _Part(
                        "item", piece, (*_with_group(item), head), field.places, item.key
                    )


def _with_group(item: Item) -> tuple[str, ...]:
    if not item.parent_text:
        return item.section
    return (*item.section, f"{item.parent} {item.parent_text}".strip())


def _of_rows(table: Table) -> Iterator[_Part]:
    """A table that is no register: each row with its column names."""
    for row in table.rows:
        named = [
            f"{name}: {value}" if name else value
            for name, value in zip(table.header or ("",) * len(row.values), row.values, strict=True)
            if value
        ]
        if named:
            places = tuple(row.on_page(page) for page in row.pages)
            yield _Part("item", "; ".join(named), table.section, places)


def cut(text: str) -> list[str]:
    """Cut a long text at sentence ends into pieces of about the usual size."""
    pieces: list[str] = []
    for sentence in sentences(text):
        if pieces and len(pieces[-1]) + len(sentence) < _FULL:
            pieces[-1] = f"{pieces[-1]} {sentence}"
        else:
            pieces.append(sentence)
    return pieces
