"""Actions without numbers in minutes: "ACTION: Asa Reed to send members a list, by 6 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.rows.entries import hash_of
from ingest.types import Block, Field, Item, Place
from ingest.wording.marks import DASHES
from ingest.wording.values import TIME

_NAME = r"(?:the )?[A-Z][\w.’'-]*(?:,? (?:(?:of|and|for|the|&) (?:the )?)*[A-Z][\w.’'-]*){0,9}"
_ACTION = re.compile(
    rf"^(?:ACTIONS?|Actions?)(?:\s*[:–-]\s+)(?P<owner>{_NAME}) (?:to|will) (?P<text>[a-z].+)$", re.S
)
#: "ACTION: Put up warning signs – Niall Bruton, Roads, end January 2017".
_DASHED = re.compile(
    rf"^(?:ACTIONS?|Actions?)\s*[:–-]\s+(?P<text>[A-Z].{{10,}}?)\s[{DASHES}]\s"
    rf"(?P<owner>(?:the )?[A-Z][^–—;]{{2,80}}?)(?:, (?P<date>{TIME}))?\.?$",
    re.S,
)
#: What is done by whoever is told to: "ACTION: Write to the Minister …".
_IMPERATIVE = frozenset(
    "Write Report Speak Talk Apply Refer Respond Reply Return Continue Listen Contribute Commit"
    " Bring Send Move Agree Attend".split()
)
_WHEN = re.compile(
    r",? (?P<date>(?:by|before|no later than) [^,.;]{3,40}|immediately|as soon as possible)\.?$"
)
_APART = re.compile(r"(?<=[.;])\s+(?=ACTIONS?:\s)")


def named_actions(document: str, blocks: Sequence[Block]) -> list[Item]:
    """Give what minutes ask somebody to do, each with who and when."""
    return list(_actions(document, blocks))


def _actions(document: str, blocks: Sequence[Block]) -> Iterator[Item]:
    for block in blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        for part in _APART.split(block.text):
            dashed = _DASHED.match(part)
            told = dashed or _ACTION.match(part)
            if told is None or told["owner"] in _IMPERATIVE:
                continue
            # What else the paragraph says stays a passage of its own.
            own = part == block.text or not block.places
            places = block.places if own else (Place(block.places[0].page, part),)
            ending = None if dashed else _WHEN.search(told["text"])
            text = told["text"][: ending.start()] if ending else told["text"].rstrip(".")
            when = dashed or ending
            fields = [Field("Owner", told["owner"], places)]
            if when and when["date"]:
                fields.append(Field("Date", when["date"], places))
            yield Item(
                key=f"{document}#action.{hash_of(text)}",
                document=document,
                kind="entry",
                label="action",
                identifier="",
                text=text[:1].upper() + text[1:],
                fields=tuple(fields),
                parent="",
                parent_text="",
                section=block.section,
                places=places,
            )
