"""Registers in running text: "Recommendation 7: …" and the labelled lines that follow it.

An entry is opened by what the document calls it and a number, by a number where its sentence ends
with who and when, or by a code that stands over a card; its fields are the lines "Name: value"
below it, named as they are there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.columns import role_of
from ingest.entry_draft import EntryDraft, with_company
from ingest.field_lines import named_field, own_names, without_bullet
from ingest.identifiers import NOUNS, canonical, depth, leading
from ingest.inline_fields import fields_in
from ingest.logs import entry_name, is_note_on, is_topic
from ingest.numbered import named_above
from ingest.tails import Tail, origin_of, tail_of
from ingest.types import Block, Field, Item, Place
from ingest.values import is_somebody, name_of_note

_BARE = re.compile(
    r"^(?P<id>[A-Z]{0,4}[-. ]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)[.):]?\s+(?P<rest>\S.*)$", re.S
)
_CODED = re.compile(r"^[A-Z]{1,6}[-–/ ]?\d{1,3}(?:\.\d{1,2})*[a-z]?(?:[.:]?\s+[A-Z].{0,60})?$")
#: The first of the points that stand below an entry's labelled lines.
_FIRST_POINT = re.compile(r"^1[.)]\s+[A-Z]")
_SPEAKING = ("paragraph", "list_item", "heading")
_BELOW = " – "  # between an entry's title and what is said below it
_MOST_TOLD = 2  # paragraphs between a numbered title and its labelled lines
_LONGEST_TITLE = 90  # characters of an entry's name
_SHORT = 60  # characters of a field that a sentence below it does not go on with


def opens_entry(text: str) -> bool:
    """Whether a line begins with what an entry is called and its number: "Action 7: …"."""
    found = leading(text)
    return bool(found and found.label in NOUNS and found.mark)


def entries_apart(text: str) -> list[str]:
    """Divide a paragraph that holds several entries of one name: "Decision 2: …. Decision 3: …"."""
    found = leading(text)
    if not found or found.label not in NOUNS or found.mark != ":":
        return [text]
    return re.split(rf"(?<=[.;!?])\s+(?={found.label.capitalize()} \d+[a-z]?:\s)", text)


def labelled(document: str, blocks: Sequence[Block], known: Collection[Item] = ()) -> list[Item]:
    """Give the entries of registers in running text, but for those that tables already list."""
    listed = {entry_name(item): item for item in known if not is_topic(item)}
    told = any(map(_is_opener, blocks))
    own = own_names(blocks, _is_opener if told else _is_coded)
    drafts = [*_by_label(blocks, own), *_by_number(blocks, own), *_by_tail(blocks)]
    rows = [(draft, listed.get(entry_name(draft))) for draft in with_company(drafts)]
    kept = [draft for draft, row in rows if row is None or is_note_on(draft, row)]
    order = {id(block): index for index, block in enumerate(blocks)}
    kept.sort(key=lambda d: order[id(d.block)])
    return [draft.item(document) for draft in _on_cards(kept, known)]


def _on_cards(drafts: Sequence[EntryDraft], known: Collection[Item]) -> Sequence[EntryDraft]:
    """Give entries as cards have them: not under another card's title, and called as in tables."""
    called = {_letters(item.identifier): item.label for item in known if item.identifier}
    titles = {d.text.partition(_BELOW)[0] for d in drafts if _is_coded(d.block)}
    for draft in drafts:
        if not _is_coded(draft.block):
            continue
        draft.label = draft.label or called.get(_letters(draft.identifier), "")
        section = tuple(text for text in draft.block.section if text not in titles)
        draft.block = replace(draft.block, section=section)
    return drafts


def _letters(identifier: str) -> str:
    """Give the letters that a register's codes share; a bare number has itself."""
    return canonical(identifier).rstrip("0123456789.") or canonical(identifier)


def _by_label(blocks: Sequence[Block], own: Collection[str]) -> Iterator[EntryDraft]:
    """Entries that say what they are, each with the fields below it."""
    for index, block in enumerate(blocks):
        draft = _opened(block)
        if draft is None:
            continue
        rest = blocks[index + 1 :]
        if not draft.text:
            titled = len(rest) > 1 and rest[0].kind == "heading" and named_field(rest[1], own)
            told = rest and rest[0].kind == "paragraph"
            if not (told or titled) or _opened(rest[0]):
                continue
            draft.text, draft.places = rest[0].text, [*draft.places, *rest[0].places]
            rest = rest[1:]
        more = _told_below(rest, own) if _is_title(draft) else None
        _take_fields(draft, _told_more(draft, rest, more or 0), own)
        yield draft


def _opened(block: Block) -> EntryDraft | None:
    if block.kind not in _SPEAKING:
        return None
    found = leading(without_bullet(block.text))
    if found is None or found.label not in NOUNS:
        return None
    if not found.mark and found.rest and not (found.rest[0].isupper() or found.rest[0] in "(‘“"):
        return None
    text, origin = origin_of(found.rest)
    tail = tail_of(text)
    split = tail if tail and tail.kind in ("named", "dashed", "sentence") else _inline_tail(text)
    draft = _draft(block, found.label, found.identifier, text, split, "label")
    draft.fields += [_field(block, name, value) for name, value in origin]
    return draft


def _inline_tail(text: str) -> Tail | None:
    """Split off the fields that end an entry's line: "… docked. Target date: …. Owner: …."."""
    own, *fields = fields_in("", text)
    return Tail("inline", own[1], tuple(fields)) if fields and own[1] != text else None


def _draft(
    block: Block, label: str, identifier: str, text: str, tail: Tail | None, kind: str
) -> EntryDraft:
    told = tail.text if tail else text
    draft = EntryDraft(label, identifier, told, block, kind, list(block.places))
    if tail:
        draft.fields = [_field(block, name, value) for name, value in tail.fields]
    return draft


def _field(block: Block, name: str, value: str) -> Field:
    page = next((p.page for p in reversed(block.places) if value and value in p.text), None)
    places = block.places if page is None else (Place(page, value),)
    return Field(name, value, places if value else ())


def _take_fields(draft: EntryDraft, blocks: Sequence[Block], own: Collection[str]) -> None:
    """Add the labelled lines below an entry, and what goes on under them before the next entry."""
    closed = _length_of_section(blocks, own) if draft.headed else _next_entry(blocks, draft, own)
    told_below = False
    for index, block in enumerate(blocks):
        if index > 0 and _is_value_below(block, blocks[index - 1], own):
            _add_to_last(draft, block)
            continue
        if _ends(block, own) or _opened(block) or (draft.fields and _FIRST_POINT.match(block.text)):
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
        elif index < closed and draft.fields:
            _add_to_last(draft, block)
        elif not (draft.headed and index < closed):
            return


def _add_to_last(draft: EntryDraft, block: Block) -> None:
    """Let an entry's last field go on in a block."""
    last = draft.fields[-1]
    value = f"{last.value}\n{block.text}".strip()
    draft.fields[-1] = replace(last, value=value, places=(*last.places, *block.places))
    draft.places.extend(block.places)


def _is_value_below(block: Block, above: Block, own: Collection[str]) -> bool:
    """Whether a block is the value of the field whose bare name stands right above it.

    A name with a colon and nothing behind it is a field left empty.
    """
    if without_bullet(above.text) not in own or block.kind == "row":
        return False
    return not (named_field(block, own) or _opened(block) or _is_coded(block))


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
        opened = _opened(block)
        if opened:
            return index if opened.label == draft.label else 0
    return 0


def _is_note(block: Block, last: Field) -> bool:
    """Whether a sentence stands below the last short field, and does not go on with it."""
    short = role_of(last.name) in ("owner", "date") and 0 < len(last.value) <= _SHORT
    return short and block.kind in ("paragraph", "list_item") and block.text[-1:] in ".!"


def _by_number(blocks: Sequence[Block], own: Collection[str]) -> Iterator[EntryDraft]:
    """Entries with a number alone, each with labelled lines right below it."""
    for index, block in enumerate(blocks[:-1]):
        found = leading(without_bullet(block.text))
        if found is None or found.label or block.kind not in _SPEAKING:
            continue
        rest = blocks[index + 1 :]
        if not found.rest:
            card = _card(block, rest, own)
            if card:
                yield card
            continue
        more = _told_below(rest, own, _MOST_TOLD if block.kind == "heading" else 0)
        section = block.kind == "heading" and found.identifier.isdigit()
        if more is None or section or named_field(block, own):
            continue
        noun = named_above(block.section)[0]
        number = lettered(found.identifier, block.section)
        draft = _draft(block, noun, number, found.rest, None, "numbered")
        rest = _told_more(draft, rest, more)
        _take_fields(draft, rest[: _before_next(rest, own)], own)
        yield draft


def _card(block: Block, below: Sequence[Block], own: Collection[str]) -> EntryDraft | None:
    """Give the entry of a card: its code alone, a title or text below it, then labelled lines."""
    if not _is_coded(block) or not below or below[0].kind not in _SPEAKING:
        return None
    more = _told_below([_as_text(b) for b in below[1 : _MOST_TOLD + 2]], own)
    if more is None or named_field(below[0], own) or _is_coded(below[0]):
        return None
    draft = _draft(block, "", without_bullet(block.text).strip(), below[0].text, None, "numbered")
    draft.places += below[0].places
    told, rest = below[1 : more + 1], below[more + 1 :]
    if told and _is_post(told[-1]):
        draft.fields = [Field("Owner", told[-1].text, told[-1].places)]
        draft.places += told[-1].places
        told = told[:-1]
    _told_more(draft, told, len(told))
    _take_fields(draft, rest[: _before_next(rest, own)], own)
    return draft


def _as_text(block: Block) -> Block:
    """Give a post set as a heading as a line of text."""
    return replace(block, kind="paragraph") if _is_post(block) else block


def _is_post(block: Block) -> bool:
    """Whether a line that no name stands before is a post or a body: "Data Manager"."""
    return block.text[-1:] not in ".!?;:" and is_somebody(block.text)


def _is_coded(block: Block) -> bool:
    """Whether a block begins with a code that no figure looks like: "MP1", "SV3 Place mapping"."""
    return block.kind in _SPEAKING and _CODED.match(without_bullet(block.text)) is not None


def _is_opener(block: Block) -> bool:
    return _opened(block) is not None


def _before_next(below: Sequence[Block], own: Collection[str]) -> int:
    """Give how many blocks stand before the next number that opens something."""
    for index, block in enumerate(below):
        value = index > 0 and _is_value_below(block, below[index - 1], own)
        if not value and leading(without_bullet(block.text)):
            return index
    return len(below)


def lettered(identifier: str, section: Sequence[str]) -> str:
    """Give a bare number with the letter of the heading it stands under: "C. Homes", 3: "C3"."""
    above = re.match(r"^([A-Z])[.)]?\s+\S", section[-1]) if section else None
    return f"{above[1]}{identifier}" if above and identifier.isdigit() else identifier


def _is_title(draft: EntryDraft) -> bool:
    """Whether an entry is told by a name only, so that what it says stands below."""
    told = draft.fields or draft.text[-1:] in ".;:!?"
    return not told and len(draft.text) <= _LONGEST_TITLE


def _told_more(draft: EntryDraft, below: Sequence[Block], more: int) -> Sequence[Block]:
    """Add the first paragraphs below an entry's title to it; give the rest."""
    draft.text = _BELOW.join((draft.text, *(b.text for b in below[:more])))
    draft.places += [place for b in below[:more] for place in b.places]
    return below[more:]


def _told_below(below: Sequence[Block], own: Collection[str], most: int = _MOST_TOLD) -> int | None:
    """Give how many paragraphs tell more of a title before its labelled lines.

    None where no such lines follow; below a numbered sentence they follow at once.
    """
    for index, other in enumerate(below[: most + 1]):
        if other.kind == "row" or _opened(other) or _has_levels(other.text):
            return None
        if named_field(other, own):
            return index
        if other.kind == "heading":
            return None
    return None


def _has_levels(text: str) -> bool:
    """Whether a paragraph has a number of several levels: an entry of its own below a title."""
    found = leading(text)
    return bool(found and found.rest and depth(found.identifier) > 1)


def _by_tail(blocks: Sequence[Block]) -> Iterator[EntryDraft]:
    """Numbered sentences that end with who and when."""
    for block in blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        found = _BARE.match(block.text)
        tail = tail_of(found["rest"]) if found else None
        if found and tail and not any(c.isdigit() for c in _owner(tail)):
            yield _draft(block, "", found["id"], found["rest"], tail, tail.kind)


def _owner(tail: Tail) -> str:
    return tail.fields[0][1] if tail.fields else ""
