"""What a report tells of its entries in sentences: "Action 1.3 (the course) is at risk. …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.rows.fields_had import has_role
from ingest.types import Field, Item
from ingest.wording.handovers import new_holder
from ingest.wording.periods import periods
from ingest.wording.roles import role_of
from ingest.wording.sentences import sentences
from ingest.wording.values import begins_with_status

#: How a sentence tells that: its title in brackets or none, and how it stands up to a mark.
_STANDS = re.compile(
    r"^(?:\((?P<title>[^()]{3,80})\) )?"
    r"(?:is|are|was|were|remains?|stays|has been|have been|continues to be)"
    r"(?: now| still| currently| again| already| also| shown as| rated| reported as)? "
    r"(?P<status>[a-zA-Z][^;:,()]{1,90}?)(?=[.;:,()](?:\s|$)|\s\(|$)"
)
_MERGED = re.compile(r"^(?:merged|absorbed|folded|subsumed|incorporated) (?:into|with)\b", re.I)
_NEW_DATE = re.compile(
    r"\b(?:(?:with a|new|revised|later|extended|target|due) (?:target |due |completion )?date"
    r" (?:is|of)(?: now)?"
    r"|(?:on (?:track|course|target|schedule)|now due|is due|expected|due) (?:for|by|on|in)"
    r"|(?:moved|changed|extended|put back) (?:its|the|this|them|it)(?: date)? (?:to|until)"
    r"|(?:put back|moved|extended|postponed|slipped|deferred)(?: from [^.;]{4,30}?)? (?:to|until)"
    r"|change of date, to|date (?:has )?(?:been )?(?:moved|changed)(?: from [^.;]{4,30}?)? to) "
    r"(?:a (?:new|revised) date of )?(?P<date>[^.;,()]{4,40})"
)
LEAD, TARGET = "Lead", "Target date"
"""The names under which sentences' owners and dates are fields."""
_FEWEST = 3
_MOST = 0.5  # of a document's entries of running text that tell no status of their own


def with_reported(items: Sequence[Item]) -> list[Item]:
    """Give items; entries whose own sentences tell how they stand have that as fields.

    Their status, who leads them now and their new date, each as the sentence has it. Only where
    most entries of running text without a status begin so: elsewhere such words say what is to be.
    """
    bare = [i for i in items if i.kind == "entry" and not i.table and not has_role(i, "status")]
    found = {i.key: told for i in bare if i.identifier and (told := _told(i))}
    if len(found) < max(_FEWEST, _MOST * len(bare)):
        return list(items)
    return [found.get(i.key, i) for i in items]


def tells_only_how_it_stands(item: Item) -> bool:
    """Whether an entry of a report says how far it has got in place of what it is."""
    return any(f.value == item.text and role_of(f.name) == "update" for f in item.fields)


def _told(item: Item) -> Item | None:
    """Give an entry with what its sentences tell; None where the first says no status."""
    stands = _STANDS.match(item.text)
    if stands is None:
        return None
    status = stands["status"].strip()
    if not (says_status(status) or _MERGED.match(status)):
        return None
    fields = [Field("Status", status, item.places)]
    fields.extend(Field(n, v, item.places) for n, v in told_besides(item))
    told = Field("Update", item.text, item.places)
    return replace(item, fields=(*item.fields, *fields, told))


def says_status(words: str) -> bool:
    """Whether words begin with a status, whatever follows it."""
    return any(begins_with_status(f"{' '.join(words.split()[:n])}.") for n in (1, 2, 3))


def told_besides(item: Item) -> Iterator[tuple[str, str]]:
    """Give who an entry's sentences say leads it now, and the last date they set for it."""
    told = dict(changes_told(item.text))
    if not has_role(item, "owner") and LEAD in told:
        yield LEAD, told[LEAD]
    if not has_role(item, "date") and TARGET in told:
        yield TARGET, told[TARGET]


def changes_told(text: str) -> Iterator[tuple[str, str]]:
    """Give who sentences say leads something now, and the last date they set for it, by name."""
    told = sentences(text)
    holder = next((who for s in reversed(told) if (who := new_holder(s))), "")
    if holder:
        yield LEAD, holder
    dates = [m["date"] for s in told for m in _NEW_DATE.finditer(s)]
    exact = [d for d in map(_day, dates) if d]
    if exact:
        yield TARGET, exact[-1]


def _day(text: str) -> str:
    """Give the date that words begin with; "" where they begin otherwise."""
    found = periods(text)
    return text[: found[0].stop].strip() if found and found[0].at <= 4 else ""
