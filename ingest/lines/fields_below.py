"""What stands below an entry of running text: more of its text, and its labelled lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.entry_openers import is_coded, opened
from ingest.lines.field_lines import begins_level, named_field, without_bullet
from ingest.lines.inline_fields import fields_in
from ingest.types import Block, Field
from ingest.wording.identifiers import leading
from ingest.wording.roles import role_of
from ingest.wording.values import is_bare_chip, name_of_note

#: The first of the points that stand below an entry's labelled lines.
_FIRST_POINT = re.compile(r"^1[.)]\s+[A-Z]")
BELOW = " – "  # between an entry's title and what is said below it
MOST_TOLD = 2  # paragraphs between a numbered title and its labelled lines
_SHORT = 60  # characters of a field that a sentence below it does not go on with


def take_fields(
    draft: EntryDraft,
    blocks: Sequence[Block],
    own: Collection[str],
    entries: Collection[int] = (),
) -> None:
    """Add the labelled lines below an entry, and what goes on under them before the next entry.

    A heading's lines end at `entries`, blocks by their `id`, which have lines of their own.
    """
    closed = _length_of_section(blocks, own) if draft.headed else _next_entry(blocks, draft, own)
    told_below = False
    for index, block in enumerate(blocks):
        if draft.headed and id(block) in entries:
            return
        if index > 0 and _is_value_below(block, blocks[index - 1], own):
            _add_to_last(draft, block)
            continue
        if draft.headed and block.kind == "row":
            told_below = False
            continue  # a table of its measures, with who and when below it
        if _ends(block, own) or opened(block) or (draft.fields and _FIRST_POINT.match(block.text)):
            return
        if block.kind == "footnote":
            continue
        split = named_field(block, own)
        if split:
            draft.fields += [Field(n, v, block.places) for n, v in fields_in(*split)]
            draft.places.extend(block.places)
            told_below = True
        elif told_below and _is_note(block, draft.fields[-1]):
            draft.fields.append(Field(name_of_note(block.text), block.text, block.places))
            draft.places.extend(block.places)
        elif index < closed and draft.fields and (told_below or draft.headed):
            _add_to_last(draft, block)
        elif not draft.headed:
            return


def entries_of_groups(blocks: Sequence[Block], own: Collection[str]) -> frozenset[int]:
    """Give the numbered entries below headings, each with a labelled line, by their blocks' `id`.

    None where no heading has two of them: of one alone it cannot be told whose the line is.
    """
    found = [
        block
        for block, below in pairwise(blocks)
        if block.kind in ("paragraph", "list_item")
        and begins_level(block.text)
        and not named_field(block, own)
        and named_field(below, own)
    ]
    together = Counter(block.section for block in found)
    several = max(together.values(), default=0) > 1
    return frozenset(map(id, found)) if several else frozenset()


def _add_to_last(draft: EntryDraft, block: Block) -> None:
    """Let an entry's last field go on in a block; nothing goes on with a bare status."""
    last = draft.fields[-1]
    if role_of(last.name) == "status" and is_bare_chip(last.value):
        draft.fields.append(Field(name_of_note(block.text), block.text, block.places))
        draft.places.extend(block.places)
        return
    value = f"{last.value}\n{block.text}".strip()
    draft.fields[-1] = replace(last, value=value, places=(*last.places, *block.places))
    draft.places.extend(block.places)


def _is_value_below(block: Block, above: Block, own: Collection[str]) -> bool:
    """Whether a block is the value of the field whose bare name stands right above it.

    A name with a colon and nothing behind it is a field left empty.
    """
    if without_bullet(above.text) not in own or block.kind == "row":
        return False
    return not (named_field(block, own) or opened(block) or is_coded(block))


def _ends(block: Block, own: Collection[str]) -> bool:
    """Whether a table or a heading that names no field ends what stands below an entry."""
    return block.kind == "row" or (block.kind == "heading" and named_field(block, own) is None)


def _length_of_section(blocks: Sequence[Block], own: Collection[str]) -> int:
    """Give how many blocks stand before the next heading or table."""
    ends = (index for index, block in enumerate(blocks) if _ends(block, own))
    return next(ends, len(blocks))


def _next_entry(blocks: Sequence[Block], draft: EntryDraft, own: Collection[str]) -> int:
    """Give how many blocks there are before the next entry like it; 0 before a heading."""
    for index, block in enumerate(blocks):
        if _ends(block, own):
            return 0
        following = opened(block)
        if following:
            return index if following.label == draft.label else 0
    return 0


def _is_note(block: Block, last: Field) -> bool:
    """Whether a sentence stands below the last short field, and does not go on with it."""
    short = role_of(last.name) in ("owner", "date") and 0 < len(last.value) <= _SHORT
    return short and block.kind in ("paragraph", "list_item") and block.text[-1:] in ".!"


def before_next(below: Sequence[Block], own: Collection[str]) -> int:
    """Give how many blocks stand before the next number that opens something."""
    for index, block in enumerate(below):
        value = index > 0 and _is_value_below(block, below[index - 1], own)
        if not value and leading(without_bullet(block.text)):
            return index
    return len(below)


def told_more(draft: EntryDraft, below: Sequence[Block], more: int) -> Sequence[Block]:
    """Add the first paragraphs below an entry's title to it; give the rest."""
    draft.text = BELOW.join((draft.text, *(b.text for b in below[:more])))
    draft.told += below[:more]
    draft.places += [place for b in below[:more] for place in b.places]
    return below[more:]


def told_below(below: Sequence[Block], own: Collection[str], most: int = MOST_TOLD) -> int | None:
    """Give how many paragraphs tell more of a title before its labelled lines.

    None where no such lines follow; below a numbered sentence they follow at once.
    """
    for index, other in enumerate(below[: most + 1]):
        if other.kind == "row" or opened(other) or begins_level(other.text):
            return None
        if named_field(other, own):
            return index
        if other.kind == "heading":
            return None
    return None


def paragraphs_below(blocks: Sequence[Block], index: int) -> list[Block]:
    """Give the paragraphs between a heading and the next, or a table."""
    own: list[Block] = []
    for block in blocks[index + 1 :]:
        if block.kind not in ("paragraph", "list_item"):
            break
        own.append(block)
    return own
