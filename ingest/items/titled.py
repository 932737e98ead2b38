"""Entries that a heading numbers and nothing else: "Area for improvement 3", then what it is.

What answers them may stand elsewhere, under a heading that names them again: "Service response:
area for improvement 3". That and the lines "Lead: …. To be finished by: …." are their fields, and
so is a paragraph further below that says what was decided: "Accepted in part. …", or one that
begins as such paragraphs do below other entries: "Service response (January 2025). …".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import field_line
from ingest.lines.fields_below import paragraphs_below
from ingest.lines.inline_fields import NAME_INSIDE, fields_in
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import canonical, singular
from ingest.wording.roles import is_header_name, role_of

_TITLE = re.compile(
    r"^(?:(?P<told>[A-Z][^:]{2,40}): )?(?P<label>[A-Za-z][a-z]+(?: [a-z]+){0,3}) "
    r"(?P<id>(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:\.\d{1,2})*[a-z]?)$"
)
_DECIDED = re.compile(
    r"^(?:(?:not|partly|partially|fully) )?(?:accept(?:ed)?|agreed|rejected|supported|declined)"
    r"(?: in (?:part|full|principle)| and \w+)?\s?(?:[.:;,]|[–—-]\s)",
    re.I,
)
#: "Service response (January 2025). Accepted": a name that a full stop or a colon ends.
_RUN_IN = re.compile(r"^(?P<name>[A-Z][^:;.!?•]{3,60})[.:]\s+(?P<value>\S.*)$", re.S)
_RESPONSE = "Response"
_FEWEST = 3
_FEWEST_INLINE = 2
_NO_ENTRIES = frozenset("chapter section part appendix annex page table figure step".split())


def titled(document: str, blocks: Sequence[Block], known: Collection[Item] = ()) -> list[Item]:
    """Give such entries, three or more of a name, but for those that are listed already."""
    listed = {(i.label, canonical(i.identifier)) for i in known if i.kind == "entry"}
    found: dict[tuple[str, str], EntryDraft] = {}
    titles = list(_titles(blocks))
    own = _run_in_names(blocks, [index for *_, told, index in titles if not told])
    for label, identifier, told, index in titles:
        if not told and (label, canonical(identifier)) not in listed:
            entry = _entry(label, identifier, blocks, index, own)
            if entry:
                found.setdefault((label, identifier), entry)
    names = {label for label, _ in found}
    fielded = {label for (label, _), e in found.items() if e.fields}
    kept = {n for n in names if sum(label == n for label, _ in found) >= _FEWEST - (n in fielded)}
    for label, identifier, told, index in titles:
        entry = found.get((label, identifier))
        if told and entry and label in kept:
            _answer(entry, told, blocks, index)
    return [e.item(document) for (label, _), e in found.items() if label in kept]


def _titles(blocks: Sequence[Block]) -> Iterator[tuple[str, str, str, int]]:
    """Give each such heading: its label and number, what it says of the entry, and its index."""
    for index, block in enumerate(blocks):
        title = _TITLE.match(block.text) if block.kind == "heading" else None
        if title is None:
            continue
        *first, last = title["label"].lower().split()
        label = " ".join((*first, singular(last)))
        if label.split()[0] not in _NO_ENTRIES:
            yield label, title["id"], title["told"] or "", index


def _run_in_names(blocks: Sequence[Block], titles: Sequence[int]) -> frozenset[str]:
    """Give what begins a paragraph below half of the titles: "Service response (January 2025)"."""
    names: Counter[str] = Counter()
    for index in titles:
        found = (_RUN_IN.match(b.text) for b in paragraphs_below(blocks, index)[1:])
        names.update({m["name"] for m in found if m and not _DECIDED.match(m.string)})
    least = max(_FEWEST, 0.5 * len(titles))
    return frozenset(name for name, times in names.items() if times >= least)


def _entry(
    label: str, identifier: str, blocks: Sequence[Block], index: int, own: Collection[str]
) -> EntryDraft | None:
    below = paragraphs_below(blocks, index)
    if not below:
        return None
    heading, text = blocks[index], below[0]
    if field_line(text.text):
        return _told_by_lines(label, identifier, heading, below)
    entry = EntryDraft(
        label, identifier, text.text, heading, "titled", [*heading.places, *text.places]
    )
    for block in below[1:]:
        led = _RUN_IN.match(block.text)
        if led and led["name"] in own:
            told = fields_in(led["name"], led["value"])
            entry.fields += [Field(name, value, block.places) for name, value in told]
            entry.places.extend(block.places)
        elif _DECIDED.match(block.text):
            entry.fields.append(Field(_RESPONSE, block.text, block.places))
            entry.places.extend(block.places)
    return entry


def _told_by_lines(
    label: str, identifier: str, heading: Block, below: Sequence[Block]
) -> EntryDraft | None:
    """Give an entry below whose title there are labelled lines only: its own words are elsewhere.

    How it stands is its text, as in a table without a column for an entry's words.
    """
    told = [(block, *split) for block in below if (split := field_line(block.text))]
    text = next((value for _, name, value in told if role_of(name) == "update"), "")
    if not text:
        return None
    places = [*heading.places, *(place for block, *_ in told for place in block.places)]
    entry = EntryDraft(label, identifier, text, heading, "titled", places)
    entry.fields = [Field(name, value, block.places) for block, name, value in told]
    return entry


def _answer(entry: EntryDraft, told: str, blocks: Sequence[Block], index: int) -> None:
    """Add what is said of an entry under a heading that names it again."""
    for block in paragraphs_below(blocks, index):
        parts = list(NAME_INSIDE.finditer(block.text))
        names = [p["name"] for p in parts]
        if len(parts) >= _FEWEST_INLINE and all(map(is_header_name, names)):
            stops = [*(p.start() for p in parts[1:]), len(block.text)]
            for part, stop in zip(parts, stops, strict=True):
                value = block.text[part.end() : stop].strip().rstrip(".;")
                entry.fields.append(Field(part["name"], value, block.places))
        else:
            entry.fields.append(Field(told, block.text, block.places))
        entry.places.extend(block.places)
