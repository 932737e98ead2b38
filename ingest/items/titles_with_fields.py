"""Entries without numbers that a heading names: "Mend the lamps", then "Owner: …", "Due: …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import named_field, own_names
from ingest.lines.fields_below import BELOW, MOST_TOLD, paragraphs_below
from ingest.lines.inline_fields import fields_in
from ingest.rows.entries import hash_of
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import NOUNS, leading, singular
from ingest.wording.roles import TOLD_OF_ENTRIES, ColumnRole, role_of

_FEWEST = 3  # such titles
_ALIKE = 0.7  # of the titles that tell the same
_USUAL = "action"


def titles_with_fields(document: str, blocks: Sequence[Block], known: Sequence[Item]) -> list[Item]:
    """Give such entries, three or more that all tell who and when, or how far.

    A heading over entries that were read otherwise is no entry but their group.
    """
    taken = {place for item in known if item.kind == "entry" for place in item.places}
    over = {text for item in known if item.kind == "entry" for text in item.section}
    titles = [
        index
        for index, block in enumerate(blocks)
        if _may_open(block)
        and block.text not in over
        and not taken
        & {*block.places, *(p for b in paragraphs_below(blocks, index) for p in b.places)}
    ]
    opening = {id(blocks[index]) for index in titles}
    own = own_names(blocks, lambda block: id(block) in opening)
    drafts = [d for d in (_draft(blocks, index, own) for index in titles) if d]
    usual = Counter(role for d in drafts for role in _told(d))
    shared = {role for role, times in usual.items() if times >= _ALIKE * len(drafts)}
    if len(drafts) < _FEWEST or "owner" not in shared or len(shared) < 2:
        return []
    return [_item(document, draft) for draft in drafts if _told(draft) & shared]


def _may_open(block: Block) -> bool:
    return block.kind == "heading" and leading(block.text) is None


def _draft(blocks: Sequence[Block], index: int, own: frozenset[str]) -> EntryDraft | None:
    """Give what stands below a title, where its labelled lines come after few others."""
    title, below = blocks[index], paragraphs_below(blocks, index)
    split = [named_field(block, own) for block in below]
    told = next((n for n, found in enumerate(split) if found), len(below))
    if told > MOST_TOLD:
        return None
    end = next((n for n, found in enumerate(split[told:], told) if not found), len(below))
    draft = EntryDraft("", "", title.text, title, "titled", [*title.places])
    draft.text = BELOW.join((title.text, *(b.text for b in below[:told])))
    draft.told = below[:told]
    draft.fields = list(_fields(below[told:end], own))
    draft.places += [place for b in below[:end] for place in b.places]
    return draft if _told(draft) else None


def _fields(blocks: Sequence[Block], own: frozenset[str]) -> Iterator[Field]:
    for block in blocks:
        split = named_field(block, own)
        if split:
            yield from (Field(name, value, block.places) for name, value in fields_in(*split))


def _told(draft: EntryDraft) -> set[ColumnRole]:
    return {role_of(f.name) for f in draft.fields} & set(TOLD_OF_ENTRIES)


def _item(document: str, draft: EntryDraft) -> Item:
    draft.label = _noun(draft.block)
    return replace(draft.item(document), key=f"{document}#{draft.label}.{hash_of(draft.text)}")


def _noun(title: Block) -> str:
    """Give what the nearest heading above calls such entries: "Our twelve initiatives"."""
    for text in reversed(title.section):
        words = (singular(word) for word in re.findall(r"[a-z]{4,}s\b", text.lower()))
        noun = next((word for word in words if word in NOUNS), "")
        if noun:
            return noun
    return _USUAL
