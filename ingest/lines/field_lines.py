"""The labelled lines of entries in running text: "Target date: 28 June", and how they are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest

from ingest.lines.spaced_names import spaced_names, split_spaced
from ingest.types import Block
from ingest.wording.identifiers import depth, leading
from ingest.wording.marks import BULLETS, DASHES, DIVIDERS
from ingest.wording.roles import is_header_name, role_of
from ingest.wording.values import is_date, is_status, names_who, says_something

_FIELD = re.compile(r"^(?P<name>[A-Z][^:;.!?•]{1,48}?)\s?:(?:\s+(?P<value>\S.*))?$", re.S)
#: "Owner - Estates, Dilwyn Rees".
_DASHED_FIELD = re.compile(
    rf"^(?P<name>Owner|Lead|By|Due|Status|Deadline|Target date)\s[{DASHES}]\s(?P<value>\S.*)$", re.S
)
#: "Due September 2025": a name that only a date can follow.
_DATED_FIELD = re.compile(r"^(?P<name>Due|Deadline|Target date)(?: by)?\s(?P<value>\S.{2,30})$")
BARE_NAMES = r"(?:Baseline|Target|Measure|By|Due|Deadline|Owner|Lead|Status)"
"""Names of fields that need no colon where a mark divides them from the next."""
#: "Baseline 71% → Target 95% | By June 2026": the first of several that marks divide.
_PIECED = re.compile(
    rf"^(?P<name>{BARE_NAMES})\s(?P<value>[^{DIVIDERS}:]{{1,60}}[{DIVIDERS}]\s.+)$", re.S
)
#: "Summer 2024 update. The standard was adopted …": a name that a full stop ends.
_RUN_IN = re.compile(r"^(?P<name>[A-Z][^:;.!?•]{3,60})\.\s+(?P<value>\S.*)$", re.S)
_OUTCOME = re.compile(r"(?:Outcome|Result|Action|Decision|Finding)s?")
_DECIDED = re.compile(
    r"(?:not |partly |partially |fully )?(?:accepted|agreed|noted|rejected)\b", re.I
)
_SAID = re.compile(r"(?:see|read|refer|work)\b", re.I)  # what begins a remark and no name
_NEVER = ("text", "identifier", "other")
_FEWEST_ALIKE = 3  # times that a name must come back which no role is known of


def field_line(text: str) -> tuple[str, str] | None:
    """Split "Target date: 28 June" into name and value where the name is known as a field's."""
    found = _FIELD.match(text) or _DASHED_FIELD.match(text)
    if found is None or not is_header_name(found["name"]) or role_of(found["name"]) in _NEVER:
        pieced = _PIECED.match(text)
        if pieced and _fits(pieced["name"], re.split(f"[{DIVIDERS}]", pieced["value"])[0].strip()):
            return pieced["name"], pieced["value"]
        dated = _DATED_FIELD.match(text)
        return (dated["name"], dated["value"]) if dated and is_date(dated["value"]) else None
    return found["name"], (found["value"] or "").strip()


def _fits(name: str, value: str) -> bool:
    """Whether a value is of the kind that a name without a colon tells."""
    role = role_of(name)
    if role == "owner":
        return names_who(value)
    if role == "date":
        return is_date(value)
    return is_status(value) if role == "status" else bool(re.search(r"\d", value))


def named_field(block: Block, own: Collection[str]) -> tuple[str, str] | None:
    """Split a block into a field's name and value; `own` are the document's own names of fields.

    The value is empty where the name stands alone above it.
    """
    text = without_bullet(block.text)
    if text in own:
        return text, ""
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
    return split_spaced(text, own)


def own_names(blocks: Sequence[Block], opens: Callable[[Block], bool]) -> frozenset[str]:
    """Give the names of fields that come back below half of the entries, which `opens` tells.

    They stand before a colon or a stop, alone on a line above the value, or as headings; one that
    only white divides from its value is given with a space behind it.
    """
    openers = sum(map(opens, blocks))
    named: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for block, below in zip_longest(blocks, blocks[1:]):
        text = without_bullet(block.text)
        if opens(block) or (below is not None and has_levels(below.text)):
            continue  # "We will" over 1.1, 1.2 …: what follows are entries
        if block.kind == "heading":
            name = text.partition(":")[0].strip()
            if is_date(name):
                continue
            (named if is_header_name(name) else alike)[name] += 1
        elif block.kind in ("paragraph", "list_item"):
            found = [form.match(text) for form in (_FIELD, _RUN_IN)]
            named.update(m["name"] for m in found if m and (m.re is _FIELD or _is_head(m["name"])))
            alike.update(m["name"] for m in found if m and m.re is _RUN_IN and _may_head(m["name"]))
            if _stands_alone(text):
                alike[text] += 1
    usual = {name for name, times in named.items() if times >= max(2, 0.5 * openers)}
    least = max(_FEWEST_ALIKE, 0.5 * openers)
    same = {name for name, times in alike.items() if openers and times >= least}
    return frozenset(usual | same) | spaced_names(blocks, opens)


def without_bullet(text: str) -> str:
    """Give a text without the bullet or dash that it begins with."""
    return re.sub(rf"^[{BULLETS}*{DASHES}]\s+", "", text)


def has_levels(text: str) -> bool:
    """Whether a paragraph begins with a number of several levels, as an entry does."""
    found = leading(text)
    return bool(found and found.rest and depth(found.identifier) > 1)


def begins_level(text: str) -> bool:
    """Whether a line begins with a number of several levels, with words behind it or none."""
    found = leading(text)
    return bool(found and depth(found.identifier) > 1)


def is_level(text: str) -> bool:
    """Whether a line is a number of several levels and nothing else, above an entry's lines."""
    found = leading(text)
    return bool(found and not found.rest and depth(found.identifier) > 1)


def _is_head(name: str) -> bool:
    """Whether words that a full stop ends are a field's name and no sentence."""
    told = role_of(name) not in _NEVER or _OUTCOME.fullmatch(name)
    return bool(told) and not says_something(name)


def _may_head(name: str) -> bool:
    """Whether a few words before a full stop may name a field by coming back: no "Accepted."."""
    decided = is_status(name) or _DECIDED.match(name)
    return len(name.split()) > 1 and not (decided or says_something(name))


def _stands_alone(text: str) -> bool:
    """Whether a line is a name and no more: "WHO LEADS", "We will know it worked if"."""
    told = role_of(text) in ("owner", "date")  # "COMPLETE BY" tells no status
    if re.search(r"[:\d]", text) or _SAID.match(text) or (is_status(text) and not told):
        return False
    several = len(text.split()) > 1 or told
    return text[:1].isupper() and several and is_header_name(text)
