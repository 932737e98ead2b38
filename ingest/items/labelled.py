"""Registers in running text: "Recommendation 7: …" and the labelled lines that follow it.

An entry is opened by what the document calls it and a number, by a number where its sentence ends
with who and when, or by a code that stands over a card; its fields are the lines "Name: value"
below it, named as they are there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.items.numbered import named_above
from ingest.lines.chips import with_chips
from ingest.lines.entry_draft import EntryDraft, with_company
from ingest.lines.entry_openers import (
    SPEAKING,
    draft_of,
    inline_tail,
    is_coded,
    is_opener,
    opened,
)
from ingest.lines.field_lines import has_levels, is_level, named_field, own_names, without_bullet
from ingest.lines.fields_below import (
    BELOW,
    MOST_TOLD,
    before_next,
    entries_of_groups,
    take_fields,
    told_below,
    told_more,
)
from ingest.lines.tails import Tail, tail_of
from ingest.rows.logs import entry_name, is_topic, rows_said_of
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import NOUNS, Leading, canonical, depth, leading, singular
from ingest.wording.roles import TOLD_OF_ENTRIES, role_of
from ingest.wording.values import is_bare_chip, is_chip, is_in_capitals, is_somebody

_BARE = re.compile(
    r"^(?P<id>\d{2}/\d{2,3}|[A-Z]{0,4}[-. ]?\d{1,3}(?:\.\d{1,3}){0,3}(?:[a-z]|\([a-z]{1,4}\))?)"
    r"[.):]?\s+"
    r"(?P<rest>\S.*)$",
    re.S,
)
_AMOUNT = re.compile(r"(?:of|out of|per ?cent|in)\b")
_CHIP = re.compile(r"^[A-Z]{3,}(?: [A-Z]{2,}){0,2}$")  # a word beside the number: "NEW"
_OWN_WORDS = frozenset({"what", "detail", "details", "description", "text", "summary"})
_FEWEST_LED = 3  # entries that end with who leads them
_TICKED = re.compile(r"^\[[ xX✓]\]\s+")  # of a list of tasks in a wiki
_FEWEST_STACKED = 2  # lines below a number: its words, and who or when
_LONGEST_TITLE = 90  # characters of an entry's name


def labelled(document: str, blocks: Sequence[Block], known: Collection[Item] = ()) -> list[Item]:
    """Give the entries of registers in running text, but for those that tables already list."""
    listed = {entry_name(item): item for item in known if not is_topic(item)}
    told = any(map(is_opener, blocks))
    own = own_names(blocks, is_opener if told else is_coded)
    if not told and not any(map(is_coded, blocks)):
        own |= own_names(blocks, _is_numbered)
    drafts = [*_by_label(blocks, own), *_by_number(blocks, own), *_by_tail(blocks)]
    rows = [(draft, listed.get(entry_name(draft))) for draft in with_company(drafts)]
    said = rows_said_of([(draft, row) for draft, row in rows if row])
    kept = [draft for draft, row in rows if row is None or row.key in said]
    order = {id(block): index for index, block in enumerate(blocks)}
    kept.sort(key=lambda d: order[id(d.block)])
    return [draft.item(document) for draft in with_chips(_on_cards(_with_later(kept), known))]


def _is_numbered(block: Block) -> bool:
    return block.kind in SPEAKING and has_levels(block.text)


def _with_later(drafts: Sequence[EntryDraft]) -> list[EntryDraft]:
    """Put what a later list tells of entries with headings of their own under that list's heading.

    "Early progress", then "Objective 2: 213 visits were made …".
    """
    headed: dict[tuple[str, str], EntryDraft] = {}
    kept: list[EntryDraft] = []
    for draft in drafts:
        name = (draft.label, canonical(draft.identifier))
        first = headed.get(name)
        told = any(f.value for f in draft.fields)
        under = draft.block.section[-1:]
        if first and under and not (told or draft.headed) and under != first.block.section[-1:]:
            first.fields.append(Field(under[0], draft.text, tuple(draft.places)))
            first.places.extend(draft.places)
            continue
        if draft.headed and any(f.value for f in draft.fields):
            headed.setdefault(name, draft)
        kept.append(draft)
    return kept


def _on_cards(drafts: Sequence[EntryDraft], known: Collection[Item]) -> Sequence[EntryDraft]:
    """Give entries as cards have them: not under another card's title, and called as in tables."""
    called = {_letters(item.identifier): item.label for item in known if item.identifier}
    titles = {d.text.partition(BELOW)[0] for d in drafts if is_coded(d.block)}
    for draft in drafts:
        if not is_coded(draft.block):
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
    entries = entries_of_groups(blocks, own)
    for index, block in enumerate(blocks):
        draft = opened(block)
        if draft is None:
            continue
        rest = blocks[index + 1 :]
        if not draft.text:
            titled = len(rest) > 1 and rest[0].kind == "heading" and named_field(rest[1], own)
            told = rest and rest[0].kind == "paragraph"
            if not (told or titled) or opened(rest[0]):
                continue
            draft.text, draft.places = _own_text(rest[0]), [*draft.places, *rest[0].places]
            rest = rest[1:]
        more = told_below(rest, own) if _is_title(draft) else None
        take_fields(draft, told_more(draft, rest, more or 0), own, entries)
        yield draft


def _own_text(block: Block) -> str:
    """Give an entry's words below its bare number, without a name before them: "What: …"."""
    name, mark, value = block.text.partition(": ")
    named = name.lower() in _OWN_WORDS or singular(name.lower()) in NOUNS
    return value if mark and named else block.text


def _by_number(blocks: Sequence[Block], own: Collection[str]) -> Iterator[EntryDraft]:
    """Entries with a number alone, each with labelled lines right below it."""
    for index, block in enumerate(blocks[:-1]):
        found = leading(without_bullet(block.text))
        if found is None or found.label or block.kind not in SPEAKING or opened(block):
            continue
        rest = blocks[index + 1 :]
        if not found.rest:
            card = _card(block, rest, own) or _stacked(block, rest, own)
            if card:
                yield card
            continue
        if not found.mark and _AMOUNT.match(found.rest):
            continue  # "212 of 260 trained"
        loud = _CHIP.match(found.rest) and is_chip(found.rest) and depth(found.identifier) > 1
        if loud or is_bare_chip(found.rest):
            chipped = _chipped(block, found, rest, own)
            if chipped:
                yield chipped
            continue
        more = told_below(rest, own, MOST_TOLD if block.kind == "heading" else 0)
        section = block.kind == "heading" and found.identifier.isdigit()
        coded = not found.identifier[0].isdigit() or "/" in found.identifier
        inside = inline_tail(found.rest) if more is None and own and coded else None
        if inside:  # its siblings have lines of their own below them
            noun = named_above(block.section)[0]
            yield draft_of(block, noun, found.identifier, found.rest, inside, "numbered")
            continue
        if more is None or section or named_field(block, own):
            continue
        noun = named_above(block.section)[0]
        number = lettered(found.identifier, block.section)
        draft = draft_of(block, noun, number, found.rest, None, "numbered")
        rest = told_more(draft, rest, more)
        take_fields(draft, rest[: before_next(rest, own)], own)
        yield draft


def _card(block: Block, below: Sequence[Block], own: Collection[str]) -> EntryDraft | None:
    """Give the entry of a card: its code alone, a title or text below it, then labelled lines."""
    if not is_coded(block) or not below or below[0].kind not in SPEAKING:
        return None
    more = told_below([_as_text(b) for b in below[1 : MOST_TOLD + 2]], own)
    if more is None or named_field(below[0], own) or is_coded(below[0]):
        return None
    draft = draft_of(block, "", without_bullet(block.text).strip(), below[0].text, None, "numbered")
    draft.places += below[0].places
    told, rest = below[1 : more + 1], below[more + 1 :]
    if told and _is_post(told[-1]):
        draft.fields = [Field("Owner", told[-1].text, told[-1].places)]
        draft.places += told[-1].places
        told = told[:-1]
    told_more(draft, told, len(told))
    take_fields(draft, rest[: before_next(rest, own)], own)
    return draft


def _stacked(block: Block, below: Sequence[Block], own: Collection[str]) -> EntryDraft | None:
    """Give the entry whose lines are all named, its own words as well: "1.1a", "Action: …"."""
    if not is_level(block.text) or len(below) < _FEWEST_STACKED or not named_field(below[1], own):
        return None
    name, mark, text = below[0].text.partition(": ")
    noun = singular(name.lower())
    if not mark or noun not in NOUNS | _OWN_WORDS or role_of(name) in TOLD_OF_ENTRIES:
        return None
    label = noun if noun in NOUNS else ""
    draft = draft_of(block, label, without_bullet(block.text).strip(), text, None, "numbered")
    draft.places += below[0].places
    take_fields(draft, below[1 : 1 + before_next(below[1:], own)], own)
    return draft


def _chipped(
    block: Block, found: Leading, below: Sequence[Block], own: Collection[str]
) -> EntryDraft | None:
    """Give the entry of a card with a chip beside its number: "1.1 NEW", then what it is."""
    card = _card(replace(block, text=found.identifier), below, own)
    if card:
        card.block = block
        card.fields.insert(0, Field("Status", found.rest, block.places))
        return card
    if not below or below[0].kind not in SPEAKING or named_field(below[0], own):
        return None
    if told_below(below[1:], own, 0) is None:
        return None
    draft = draft_of(block, "", found.identifier, below[0].text, None, "numbered")
    draft.places += below[0].places
    draft.fields = [Field("Status", found.rest, block.places)]
    rest = below[1:]
    take_fields(draft, rest[: before_next(rest, own)], own)
    return draft


def _as_text(block: Block) -> Block:
    """Give a post set as a heading as a line of text."""
    return replace(block, kind="paragraph") if _is_post(block) else block


def _is_post(block: Block) -> bool:
    """Whether a line that no name stands before is a post or a body: "Data Manager"."""
    named = is_somebody(block.text) and is_in_capitals(block.text)
    return named and block.text[-1:] not in ".!?;:"


def lettered(identifier: str, section: Sequence[str]) -> str:
    """Give a bare number with the letter of the heading it stands under: "C. Homes", 3: "C3"."""
    above = re.match(r"^([A-Z])[.)]?\s+\S", section[-1]) if section else None
    return f"{above[1]}{identifier}" if above and identifier.isdigit() else identifier


def _is_title(draft: EntryDraft) -> bool:
    """Whether an entry is told by a name only, so that what it says stands below."""
    told = draft.fields or draft.text[-1:] in ".;:!?"
    return not told and len(draft.text) <= _LONGEST_TITLE


def _by_tail(blocks: Sequence[Block]) -> Iterator[EntryDraft]:
    """Numbered sentences that end with who and when, as a sentence does or by their names.

    Those that end with one field only, "Lead: …", where several of several levels do: 1.1, 1.2.
    """
    led: list[EntryDraft] = []
    for block in blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        found = _BARE.match(_TICKED.sub("", without_bullet(block.text)))
        tail = _tail(found["rest"]) if found else None
        if found and tail and not any(c.isdigit() for c in _owner(tail)):
            yield draft_of(block, "", found["id"], found["rest"], tail, tail.kind)
        elif found and depth(found["id"]) > 1:
            one = inline_tail(found["rest"])
            if one and role_of(one.fields[0][0]) == "owner":
                led.append(draft_of(block, "", found["id"], found["rest"], one, "numbered"))
    if len(led) >= _FEWEST_LED:
        yield from led


def _tail(text: str) -> Tail | None:
    """Split off several fields by their names, or who and when as a sentence ends with them."""
    inline = inline_tail(text)
    return inline if inline and len(inline.fields) > 1 else tail_of(text)


def _owner(tail: Tail) -> str:
    return tail.fields[0][1] if tail.fields else ""
