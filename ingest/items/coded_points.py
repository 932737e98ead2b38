"""Points whose codes count up under a heading that names them: "Milestones", then "M1 – …".

They may stand under headings of their own for each quarter or year, which then say when. What is
asked for throughout a report, "R1 By May the force should …", are its recommendations; what
somebody is to do, "A8 RL to take advice …", are actions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_uppercase, digits

from ingest.items.numbered import named_above
from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import without_bullet
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import canonical
from ingest.wording.marks import DASHES
from ingest.wording.values import is_date

_POINT = re.compile(
    rf"^(?P<letters>[A-Z]{{1,4}})(?P<number>\d{{1,2}})(?:\s?[:.){DASHES}]|(?=\s[A-Z]))\s+(?P<text>[A-Z\d‘“£].+)$",
    re.S,
)
#: "By 31 May 2025 the force should …".
_BY = re.compile(
    r"^(?:By|Before|No later than) (?P<date>(?:the )?(?:[\w’']+ ){1,4}?(?:19|20)\d\d)\b"
)
_ASKS = re.compile(r"\b(?:should|must|ought to)\b")
#: "RL to take advice …", "TO and AM to meet …", "Head of Estates to …".
_DOES = re.compile(r"^[A-Z][\w’'.-]*(?:,? (?:(?:and|of|for|the) )*[A-Z][\w’'.-]*){0,6} to [a-z]")
#: "Quarter 1 (April to June 2025)", "2025/26": a heading that is a time and nothing else.
_PERIOD = re.compile(
    r"^(?:(?:Quarter|Year|Phase|Q) ?\d\b.{0,40}"
    r"|(?:Spring|Summer|Autumn|Winter)? ?20\d\d(?:[/–-]\d{2,4})?"
    r"|(?:By |In )?[A-Z][a-z]+ 20\d\d(?: (?:to|–) [A-Z][a-z]+ 20\d\d)?)$"
)
_WHOLE = 0.6  # of the numbers up to the last
_FEWEST = 3
_MOSTLY = 0.8  # of points without a name that say what should be done


def coded_points(
    document: str, blocks: Sequence[Block], known: Collection[Item] = ()
) -> list[Item]:
    """Give such points as entries, three or more of the same letters that count up from 1."""
    listed = {canonical(item.identifier) for item in known if item.kind == "entry"}
    found: dict[str, list[EntryDraft]] = {}
    for draft in _drafts(blocks):
        letters = draft.identifier.rstrip(digits)
        found.setdefault(letters, []).append(draft)
    runs = [
        run
        for run in found.values()
        if _count_up(run) and not any(canonical(d.identifier) in listed for d in run)
    ]
    return [draft.item(document) for run in runs for draft in _named(run)]


def _count_up(run: Sequence[EntryDraft]) -> bool:
    """Whether three codes or more count up from 1; a number in between may be left out.

    Where some come twice or go back they are mentioned, and a part of them would be no list.
    """
    numbers = [int(d.identifier.lstrip(ascii_uppercase)) for d in run]
    rising = all(a < b for a, b in pairwise(numbers))
    whole = len(numbers) >= _WHOLE * max(numbers, default=0)
    asked = any(d.text.rstrip().endswith("?") for d in run)
    return len(run) >= _FEWEST and numbers[0] == 1 and rising and whole and not asked


def _named(run: Sequence[EntryDraft]) -> Sequence[EntryDraft]:
    """Give points as headings call them, or as their sentences say what should be done."""
    if all(draft.label for draft in run):
        return run
    for label, cue in (("recommendation", _ASKS), ("action", _DOES)):
        if sum(cue.search(draft.text) is not None for draft in run) >= _MOSTLY * len(run):
            return [replace(draft, label=label) for draft in run]
    return ()


def _drafts(blocks: Sequence[Block]) -> Iterator[EntryDraft]:
    heading: Block | None = None
    for block in blocks:
        if block.kind == "heading":
            heading = block
            continue
        told = block.kind in ("list_item", "paragraph")
        point = _POINT.match(without_bullet(block.text)) if told else None
        noun = named_above(block.section)[0]
        if point is None:
            continue
        number = f"{point['letters']}{point['number']}"
        draft = EntryDraft(noun, number, point["text"], block, "coded", [*block.places])
        if heading and _PERIOD.match(heading.text):
            draft.fields.append(Field("Date", heading.text, heading.places))
        due = _BY.match(draft.text)
        if due and not draft.fields and is_date(due["date"]):
            draft.fields.append(Field("Date", due["date"], block.places))
        yield draft
