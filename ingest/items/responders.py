"""Who will see to a recommendation, as the response to it says: "Agreed. The Clerk will …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.rows.fields_had import has_role
from ingest.types import Field, Item
from ingest.wording.periods import periods
from ingest.wording.sentences import sentences
from ingest.wording.values import is_somebody

_RESPONSE = re.compile(r"\b(?:response|reply|answer)\b", re.I)
_WORD = r"[A-Z][\w’'&-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|the|&) )*(?:{_WORD}|\({_WORD}(?: {_WORD})*\)|\d{{1,3}}))+"
_WILL = re.compile(rf"^(?:The |Our |Its )?(?P<who>{_NAME}) (?:will|is to|has been asked to)\b")
#: A whole body that answers for itself, and is no one in it.
_BODY = re.compile(
    r"\b(?:Council|Board|Authority|Force|Constabulary|Service|Government|Trust|Partnership)$"
)
_WHEN = re.compile(
    r"\b(?:by|before|in|from|starting in|no later than) (?P<date>(?:the )?(?:end of )?"
    r"(?:\d{1,2} )?[A-Z][a-z]+ (?:19|20)\d\d)\b"
)
_FEWEST, _MOST = 3, 0.5  # entries, and of those without an owner


def with_responders(items: Sequence[Item]) -> list[Item]:
    """Give items; entries whose response says who will act have that, and when, as fields.

    Only where several do, and most of those with a response that tell no owner.
    """
    open_ones = [
        i for i in items if i.kind == "entry" and _response(i) and not has_role(i, "owner")
    ]
    found = {i.key: told for i in open_ones if (told := tuple(_told(i)))}
    if len(found) < max(_FEWEST, _MOST * len(open_ones)):
        return list(items)
    return [replace(i, fields=(*i.fields, *found[i.key])) if i.key in found else i for i in items]


def _response(item: Item) -> Field | None:
    return next((f for f in item.fields if f.value and _RESPONSE.search(f.name)), None)


def _told(item: Item) -> Iterator[Field]:
    response = _response(item)
    for sentence in sentences(response.value) if response else ():
        will = _WILL.match(sentence)
        if response is None or will is None or _BODY.search(will["who"]):
            continue
        if not is_somebody(will["who"]):
            continue
        yield Field("Owner", will["who"], response.places)
        when = _WHEN.search(sentence[will.end() :])
        if when and periods(when["date"]) and not has_role(item, "date"):
            yield Field("Date", when["date"], response.places)
        return
