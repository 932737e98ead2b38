"""Resolutions of minutes: a reference, then what was agreed: "SPC/25/31 That the Engineer …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import field_line
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import canonical, leading
from ingest.wording.periods import periods
from ingest.wording.sentences import sentences
from ingest.wording.values import is_date, is_somebody

_LABEL = "action"
_FEWEST = 3
_LONGEST_DATE = 60  # characters of a sentence that only says when
_NAME = r"[A-Z][\w.’'-]*(?: (?:(?:of|for|the|&) )*[A-Z][\w.’'-]*){0,5}"
_POST = rf"{_NAME}(?: (?:representatives?|members?|nominee|chair|secretary))?"
#: "That the Senior Engineer and the Communications Officer hold …": who, then what they do.
_WHO = re.compile(
    rf"^That (?P<the>the )?(?P<who>{_POST}(?: and (?:the )?{_POST})?) "
    r"(?!(?:be|is|are|was|were|has|have|remains?|notes?|stays?)\b)[a-z]+\b"
)
_WHEN = re.compile(
    r"^Within \w+ (?:working )?(?:day|week|month)s?$|\bmeeting$"
    r"|^(?:By|Before|At) the (?:end|start|beginning) of the \w+$"
)


def resolutions(document: str, blocks: Sequence[Block], known: Collection[Item] = ()) -> list[Item]:
    """Give what minutes resolve under references of their own, of three or more, if not listed."""
    listed = {canonical(item.identifier) for item in known if item.kind == "entry"}
    found = list(_entries(blocks))
    own = (e.item(document) for e in found if canonical(e.identifier) not in listed)
    return list(own) if len(found) >= _FEWEST else []


def _entries(blocks: Sequence[Block]) -> Iterator[EntryDraft]:
    for index, block in enumerate(blocks):
        opened = leading(block.text) if block.kind in ("paragraph", "list_item") else None
        if opened is None or not opened.rest.startswith("That ") or opened.identifier.isdigit():
            continue
        *told, last = sentences(opened.rest)
        when = last if told and _tells_when(last.rstrip(".")) else ""
        text = " ".join(told) if when else opened.rest
        entry = EntryDraft(
            opened.label or _LABEL, opened.identifier, text, block, "resolved", list(block.places)
        )
        who = _WHO.match(text)
        if who and (who["the"] or is_somebody(who["who"])):
            entry.fields.append(Field("Owner", who["who"], block.places))
        if when:
            entry.fields.append(Field("Date", when.rstrip("."), block.places))
        _take_lines(entry, blocks[index + 1 :])
        yield entry


def _tells_when(sentence: str) -> bool:
    """Whether a sentence only says by when: "By 30 May 2026", "January meeting"."""
    short = len(sentence) <= _LONGEST_DATE
    return short and bool(is_date(sentence) or periods(sentence) or _WHEN.search(sentence))


def _take_lines(entry: EntryDraft, below: Sequence[Block]) -> None:
    """Add the labelled lines right below: "Owner: Biodiversity Officer"."""
    for block in below:
        split = field_line(block.text)
        if split is None or block.kind not in ("paragraph", "list_item"):
            return
        entry.fields = [f for f in entry.fields if f.name != split[0]]
        entry.fields.append(Field(split[0], split[1], block.places))
        entry.places.extend(block.places)
