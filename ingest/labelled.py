"""Registers in running text: "Recommendation 7: …" and the labelled lines that follow it.

An entry is opened by what the document calls it and a number, or by a number where its sentence
ends with who and when; its fields are the lines "Name: value" below it, named as they are there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.columns import is_header_name, role_of
from ingest.entry_draft import EntryDraft, with_company
from ingest.identifiers import NOUNS, depth, leading
from ingest.inline_fields import fields_in
from ingest.logs import entry_name, is_topic
from ingest.marks import BULLETS, DASHES
from ingest.numbered import named_above
from ingest.tails import Tail, origin_of, tail_of
from ingest.types import Block, Field, Item, Place
from ingest.values import name_of_note

_FIELD = re.compile(r"^(?P<name>[A-Z][^:;.!?•]{1,48}?)\s?:(?:\s+(?P<value>\S.*))?$", re.S)
#: "Owner - Estates, Dilwyn Rees".
_DASHED_FIELD = re.compile(
    rf"^(?P<name>Owner|Lead|By|Due|Status|Deadline|Target date)\s[{DASHES}]\s(?P<value>\S.*)$", re.S
)
#: "Summer 2024 update. The standard was adopted …": a name that a full stop ends.
_RUN_IN = re.compile(r"^(?P<name>[A-Z][^:;.!?•]{3,60})\.\s+(?P<value>\S.*)$", re.S)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|should|must|may|can|be|been)\b", re.I)
_BARE = re.compile(
    r"^(?P<id>[A-Z]{0,4}[-. ]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)[.):]?\s+(?P<rest>\S.*)$", re.S
)
#: The first of the points that stand below an entry's labelled lines.
_FIRST_POINT = re.compile(r"^1[.)]\s+[A-Z]")
_NEVER = ("text", "identifier", "other")
_SPEAKING = ("paragraph", "list_item", "heading")
_MOST_TOLD = 2  # paragraphs between a numbered title and its labelled lines
_LONGEST_TITLE = 90  # characters of an entry's name
_SHORT = 60  # characters of a field that a sentence below it does not go on with


def field_line(text: str) -> tuple[str, str] | None:
    """Split "Target date: 28 June" into name and value where the name is known as a field's."""
    found = _FIELD.match(text) or _DASHED_FIELD.match(text)
    if found is None or not is_header_name(found["name"]) or role_of(found["name"]) in _NEVER:
        return None
    return found["name"], (found["value"] or "").strip()


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
    listed = {entry_name(item) for item in known if not is_topic(item)}
    own = _own_names(blocks)
    drafts = [*_by_label(blocks, own), *_by_number(blocks, own), *_by_tail(blocks)]
    kept = [d for d in with_company(drafts) if entry_name(d) not in listed]
    order = {id(block): index for index, block in enumerate(blocks)}
    kept.sort(key=lambda d: order[id(d.block)])
    return [draft.item(document) for draft in kept]


def _by_label(blocks: Sequence[Block], own: Collection[str]) -> Iterator[EntryDraft]:
    """Entries that say what they are, each with the fields below it."""
    for index, block in enumerate(blocks):
        draft = _opened(block)
        if draft is None:
            continue
        rest = blocks[index + 1 :]
        if not draft.text:
            titled = len(rest) > 1 and rest[0].kind == "heading" and _named(rest[1], own)
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
    found = leading(_without_bullet(block.text))
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
        if _ends(block, own) or _opened(block) or (draft.fields and _FIRST_POINT.match(block.text)):
            return
        if block.kind == "footnote":
            continue
        split = _named(block, own)
        if split:
            draft.fields += [Field(n, v, block.places) for n, v in fields_in(*split)]
            draft.places.extend(block.places)
            told_below = True
        elif told_below and _is_note(block, draft.fields[-1]):
            draft.fields.append(Field(name_of_note(block.text), block.text, block.places))
            draft.places.extend(block.places)
        elif index < closed and draft.fields:
            last = draft.fields[-1]
            value = f"{last.value}\n{block.text}".strip()
            draft.fields[-1] = replace(last, value=value, places=(*last.places, *block.places))
            draft.places.extend(block.places)
        elif not (draft.headed and index < closed):
            return


def _ends(block: Block, own: Collection[str]) -> bool:
    """Whether a table or a heading that names no field ends what stands below an entry."""
    return block.kind == "row" or (block.kind == "heading" and _named(block, own) is None)


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


def _named(block: Block, own: Collection[str]) -> tuple[str, str] | None:
    text = _without_bullet(block.text)
    if block.kind == "heading":
        name, _, value = text.partition(":")
        return (name.strip(), value.strip()) if name.strip() in own else None
    split = field_line(text)
    if split:
        return split
    for form in (_FIELD, _RUN_IN):
        found = form.match(text)
        if found and found["name"] in own:
            return found["name"], (found["value"] or "").strip()
    return None


def _own_names(blocks: Sequence[Block]) -> frozenset[str]:
    """Give the names before a colon or stop, or set as headings, below half of the entries."""
    openers = sum(_opened(block) is not None for block in blocks)
    names: Counter[str] = Counter()
    for block in blocks:
        text = _without_bullet(block.text)
        if _opened(block):
            continue
        if block.kind == "heading" and is_header_name(text.partition(":")[0].strip()):
            names[text.partition(":")[0].strip()] += 1
        elif block.kind in ("paragraph", "list_item"):
            found = [form.match(text) for form in (_FIELD, _RUN_IN)]
            names.update(m["name"] for m in found if m and (m.re is _FIELD or _is_head(m["name"])))
    return frozenset(n for n, times in names.items() if times >= max(2, 0.5 * openers))


def _is_head(name: str) -> bool:
    """Whether words that a full stop ends are a field's name and no sentence."""
    return role_of(name) not in _NEVER and not _VERB.search(name)


def _by_number(blocks: Sequence[Block], own: Collection[str]) -> Iterator[EntryDraft]:
    """Entries with a number alone, each with labelled lines right below it."""
    for index, block in enumerate(blocks[:-1]):
        found = leading(_without_bullet(block.text))
        if found is None or found.label or not found.rest or block.kind not in _SPEAKING:
            continue
        rest = blocks[index + 1 :]
        more = _told_below(rest, own, _MOST_TOLD if block.kind == "heading" else 0)
        section = block.kind == "heading" and found.identifier.isdigit()
        if more is None or section or _named(block, own):
            continue
        noun = named_above(block.section)[0]
        number = lettered(found.identifier, block.section)
        draft = _draft(block, noun, number, found.rest, None, "numbered")
        rest = _told_more(draft, rest, more)
        ends = next((n for n, b in enumerate(rest) if leading(_without_bullet(b.text))), len(rest))
        _take_fields(draft, rest[:ends], own)
        yield draft


def lettered(identifier: str, section: Sequence[str]) -> str:
    """Give a bare number with the letter of the heading it stands under: "C. Homes", 3: "C3"."""
    above = re.match(r"^([A-Z])[.)]?\s+\S", section[-1]) if section else None
    return f"{above[1]}{identifier}" if above and identifier.isdigit() else identifier


def _is_title(draft: EntryDraft) -> bool:
    """Whether an entry is told by a name only, so that what it says stands below."""
    told = draft.headed or draft.fields or draft.text[-1:] in ".;:!?"
    return not told and len(draft.text) <= _LONGEST_TITLE


def _told_more(draft: EntryDraft, below: Sequence[Block], more: int) -> Sequence[Block]:
    """Add the first paragraphs below an entry's title to it; give the rest."""
    draft.text = " – ".join((draft.text, *(b.text for b in below[:more])))
    draft.places += [place for b in below[:more] for place in b.places]
    return below[more:]


def _told_below(below: Sequence[Block], own: Collection[str], most: int = _MOST_TOLD) -> int | None:
    """Give how many paragraphs tell more of a title before its labelled lines.

    None where no such lines follow; below a numbered sentence they follow at once.
    """
    for index, other in enumerate(below[: most + 1]):
        if other.kind in ("heading", "row") or _opened(other) or _has_levels(other.text):
            return None
        if _named(other, own):
            return index
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


def _without_bullet(text: str) -> str:
    return re.sub(rf"^[{BULLETS}*{DASHES}]\s+", "", text)
