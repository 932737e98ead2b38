"""Who is to do an entry, where its own words begin with that: "Ms Lowther to write …, by 3 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.rows.fields_had import has_role
from ingest.types import Field, Item

_ONE = r"[A-Z][\w.’'&-]*(?: (?:(?:of|and|for|the|&) )*[A-Z][\w.’'&-]*){1,6}"
_SHORT = r"[A-Z]{2,4}|(?:The )?(?:Chair|Secretary|Clerk|Treasurer|Convenor|Convener)"
_WHO = rf"(?:The )?(?:{_ONE}|{_SHORT})(?:(?:,| and| with|, with|/) (?:the )?(?:{_ONE}|{_SHORT}))*"
#: What happens to something, or comes of itself, is done by nobody.
_HAPPENING = (
    r"be|go|the|an?|all|receive|expire|close|move|continue|remain|start|begin|open|increase|fall|rise"
    r"|become|have|need|require"
)
_BEGINS = re.compile(rf"^(?P<who>{_WHO}) (?:to|will|shall) (?!(?:{_HAPPENING})\b)[a-z]")
_TITLED = re.compile(
    r"^(?:The )?(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof|Professor|Rev|PC|Sgt|Sergeant|Insp"
    r"|Inspector|Supt|Superintendent|Ch|Chief|Det|DCI|DI|DS|ACC|DCC|Head|Director|Chair|Deputy|Assistant)\b"
)
_BODY = re.compile(
    r"\b(?:agency|council|trust|authority|forum|group|committee|panel|association|office|police"
    r"|board|team|unit|department|partnership|service|commissioner|officer|manager|lead|director"
    r"|co-?ordinator|clerk|secretary|treasurer|advis[eo]r|analyst|warden|engineer)s?$",
    re.I,
)
_WHEN = re.compile(
    r"(?:,? (?P<when>(?:by|before|no later than) "
    r"(?=[\dA-Z]|the\b|(?:mid|early|late|end|next|this|close|noon|spring|summer|autumn|winter)\b)"
    r"[^,.;]{3,40}|immediately|as soon as possible)"
    r"|\. (?P<after>(?:By|Before|No later than) [^,.;]{0,30}\d[^,.;]{0,20}))\.?$"
)
_FEWEST = 2
_MOST = 0.5  # of a document's entries without a lead begin so


def with_doers(items: Sequence[Item]) -> list[Item]:
    """Give items; entries that begin with who is to do them have that, and when, as fields.

    Only where several entries of running text do, and most of those that name no lead.
    """
    open_ones = [i for i in items if i.kind == "entry" and not i.table and not has_role(i, "owner")]
    found = {i.key: told for i in open_ones if (told := tuple(_told(i)))}
    if len(found) < max(_FEWEST, _MOST * len(open_ones)):
        return list(items)
    return [replace(i, fields=(*i.fields, *found[i.key])) if i.key in found else i for i in items]


def _told(item: Item) -> Iterator[Field]:
    begins = _BEGINS.match(item.text)
    if begins is None or not _is_somebody(begins["who"]):
        return
    yield Field("Owner", begins["who"], item.places)
    when = None if has_role(item, "date") else _WHEN.search(item.text)
    if when:
        yield Field("Date", when["when"] or when["after"], item.places)


def _is_somebody(who: str) -> bool:
    """Whether words name a person by title, a post or a body, or are somebody's initials."""
    if _TITLED.match(who) or _BODY.search(who):
        return True
    return all(re.fullmatch(_SHORT, part) for part in re.split(r", | and | with |/", who))
