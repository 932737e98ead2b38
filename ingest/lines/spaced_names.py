"""Labelled lines whose names only white divides from their values: "By when February 2026".

A name is known by coming back below the entries of a document: one that tells a role, or one that
stands among such lines again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from ingest.types import Block
from ingest.wording.identifiers import NOUNS, singular
from ingest.wording.periods import periods
from ingest.wording.roles import ColumnRole, is_header_name, role_of
from ingest.wording.values import is_date, names_who, says_something

_MOST_WORDS = 3
_FEWEST, _SHARE = 3, 0.5  # times a name comes back, and of the entries that have it
_NAME = re.compile(r"^[A-Z][a-z]+(?:[’'][a-z]+)?(?: [a-z]+| [A-Z][a-z]+){0,2}$")
#: What begins a sentence and no name; "We" and "They" have no names of their own.
_OPENS = re.compile(
    r"^(?:The|This|That|These|There|It|We|They|I|He|She|A|An|In|On|At|For|From|With|If|As|And|But"
    r"|All|Each|Every|Some|Most|No|Our|Their|Its|His|Her|You|Your)\b"
)
#: What stands before a name or a post, and is none itself.
_OWNING = re.compile(
    r"^(?:Owner|Lead|Lead officer|Led by|Owned by|Responsible|Responsible (?:officer|owner|person)"
    r"|Accountable|Accountable officer|Who|By whom|Who leads|Sponsor|SRO|Assigned to|Contact"
    r"|Action(?:ed)? by|Delivered by|Senior responsible (?:officer|owner))$",
    re.I,
)
_GOES_ON = frozenset({"Officer", "Owner", "Lead", "Date", "Manager", "Status", "By", "When"})
_VALUE = re.compile(r"^[A-Z0-9£$€“\"‘'(]")
_LONGEST_WHO = 90


def spaced_names(blocks: Sequence[Block], opens: Callable[[Block], bool]) -> frozenset[str]:
    """Give such names, each with the space behind it, by which they are told from others."""
    openers = sum(map(opens, blocks))
    least = max(_FEWEST, _SHARE * openers)
    lines = [b.text if _is_line(b) and not opens(b) else "" for b in blocks]
    known = {name for name, times in _counted(lines, _tells_role).items() if times >= least}
    if not known or not openers:
        return frozenset(f"{name} " for name in known)
    below = [
        text if above and split_spaced(above, {f"{n} " for n in known}) else ""
        for above, text in zip(["", *lines], lines, strict=False)
    ]
    more = {name for name, times in _counted(below, _may_name).items() if times >= least}
    return frozenset(f"{name} " for name in known | more)


def split_spaced(text: str, own: Collection[str]) -> tuple[str, str] | None:
    """Split a line into name and value by a document's names, the longest first; None elsewhere."""
    for name in sorted((n for n in own if n.endswith(" ")), key=len, reverse=True):
        value = text.removeprefix(name)
        if value != text and _VALUE.match(value) and _fits(role_of(name), value):
            return name.strip(), value
    return None


def _is_line(block: Block) -> bool:
    return block.kind in ("paragraph", "list_item") and ":" not in block.text[:48]


def _counted(lines: Sequence[str], fits: Callable[[str, str], bool]) -> Counter[str]:
    """Count the names that lines may begin with, of each line the shortest that fits."""
    return Counter(
        next((name for name, value in _divisions(text) if fits(name, value)), "") for text in lines
    )


def _divisions(text: str) -> Iterator[tuple[str, str]]:
    words = text.split(" ")
    for size in range(1, min(_MOST_WORDS, len(words) - 1) + 1):
        name, value = " ".join(words[:size]), " ".join(words[size:])
        whole = _VALUE.match(value) and words[size] not in _GOES_ON
        if whole and _NAME.match(name) and not _OPENS.match(name):
            yield name, value


def _tells_role(name: str, value: str) -> bool:
    role = role_of(name)
    post = role == "owner" and not _OWNING.match(name)  # "Group Manager" has no value behind it
    return is_header_name(name) and role != "text" and not post and _fits(role, value)


def _may_name(name: str, value: str) -> bool:
    return not (says_something(name) or singular(name.lower()) in NOUNS)


def _fits(role: ColumnRole, value: str) -> bool:
    """Whether a value is of the kind that a name tells."""
    if role == "owner":
        return names_who(value) and len(value) <= _LONGEST_WHO
    if role == "date":
        bare = value.rstrip(".")
        return is_date(bare) or (len(bare.split()) <= 4 and bool(periods(bare)))
    return True
