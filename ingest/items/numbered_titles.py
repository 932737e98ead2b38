"""Entries that a numbered heading names and sentences tell: "1.2b Knife bins", then how it stands.

"Six bins in place. New date: May 2026. Owner: Partnerships Inspector." A word in capitals that ends
several of the titles is a chip that says how they stand: "DELIVERED".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.items.reported import changes_told
from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import field_line
from ingest.lines.fields_below import paragraphs_below
from ingest.lines.inline_fields import fields_in
from ingest.types import Block, Field, Item, Place
from ingest.wording.identifiers import canonical, depth, leading
from ingest.wording.roles import TOLD_OF_ENTRIES, role_of
from ingest.wording.values import is_chip, name_of_note

_CAPITALS = r"[A-Z]{2,}(?:(?: [–—-])? [A-Z]{2,})*"
_CHIP = re.compile(rf"^(?P<title>.*[a-z)].*?)\s+(?P<chip>{_CAPITALS})$")
_CHIP_ALONE = re.compile(rf"^{_CAPITALS}$")
_STATUS = "Status"
_FEWEST = 3
_TELLING = 0.6  # of the titles, below which somebody, a date or a status is named
_MOSTLY = 0.7  # of such titles, that nothing else has read
_MOST_BELOW = 4  # paragraphs below such a title


def with_numbered_titles(
    document: str, blocks: Sequence[Block], known: Sequence[Item]
) -> list[Item]:
    """Add such entries, three or more; they take the place of the few that were read otherwise."""
    listed = {canonical(i.identifier) for i in known if i.kind == "entry"}
    drafts = list(_drafts(blocks))
    new = [d for d in drafts if canonical(d.identifier) not in listed]
    telling = sum(any(role_of(f.name) in TOLD_OF_ENTRIES for f in d.fields) for d in new)
    if len(new) < _FEWEST or telling < _TELLING * len(new):
        return list(known)
    rows = {canonical(i.identifier) for i in known if i.kind == "entry" and i.table}
    if len(new) < _MOSTLY * len(drafts):
        drafts = new
    drafts = [d for d in drafts if canonical(d.identifier) not in rows]  # a table's are entries
    _take_chips(drafts)
    told = {canonical(d.identifier) for d in drafts}
    kept = [i for i in known if i.kind != "entry" or canonical(i.identifier) not in told]
    return [*kept, *(draft.item(document) for draft in drafts)]


def _drafts(blocks: Sequence[Block]) -> Iterator[EntryDraft]:
    for index, block in enumerate(blocks):
        found = leading(block.text) if block.kind == "heading" else None
        if found is None or found.label or not found.rest or depth(found.identifier) < 2:
            continue
        below = paragraphs_below(blocks, index)
        if not 0 < len(below) <= _MOST_BELOW:
            continue
        draft = EntryDraft("", found.identifier, found.rest, block, "title", [*block.places])
        for paragraph in below:
            draft.fields += _told(paragraph)
            draft.places += paragraph.places
        yield draft


def _told(block: Block) -> Iterator[Field]:
    """Give what a paragraph tells: its sentences as a note, and the fields that they name."""
    if _CHIP_ALONE.match(block.text):
        yield Field(_STATUS, block.text, block.places)
        return
    split = field_line(block.text)
    name, value = split or (name_of_note(block.text), block.text)
    found = [(n, v) for n, v in fields_in(name, value) if v]
    roles = {role_of(n) for n, _ in found}
    changed = () if split else changes_told(block.text)
    also = [(n, v) for n, v in changed if role_of(n) not in roles]
    yield from (Field(n, v, block.places) for n, v in (*found, *also))


def _take_chips(drafts: Sequence[EntryDraft]) -> None:
    """Make the capitals that end titles a field, where most titles have them and they recur."""
    found = [(draft, m) for draft in drafts if (m := _CHIP.match(draft.text))]
    words = Counter(m["chip"] for _, m in found)
    if not all(map(is_chip, words)):
        return  # "Expand town centre CCTV"
    if len(found) < _TELLING * len(drafts) or len(words) > 0.5 * len(found):
        return
    for draft, match in found:
        places = tuple(Place(p.page, match["chip"]) for p in draft.block.places)
        draft.text = match["title"]
        draft.fields.insert(0, Field(_STATUS, match["chip"], places))
