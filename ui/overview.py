"""What the register looks like as a whole: how many entries each owner has, what is due when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ingest.wording.roles import ColumnRole, role_told
from ui.moments import Moment, read_moment
from ui.register_view import Entry, values_of

Split = Callable[[str], tuple[str, ...]]
"""Gives the names that one cell holds."""


@dataclass(frozen=True, slots=True)
class Due:
    """A date that a field of an entry names, as it is written and as it is ordered."""

    entry: Entry
    field: str
    written: str
    moment: Moment


def counted_by(
    entries: Iterable[Entry], role: ColumnRole, split: Split
) -> tuple[tuple[str, int], ...]:
    """Give each value of a role with the number of entries that have it, the most first."""
    found: Counter[str] = Counter()
    for entry in entries:
        found.update({name for value in values_of(entry, role) for name in split(value)})
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0].casefold())))


def whole(value: str) -> tuple[str, ...]:
    """Give a cell as the one value it is."""
    return (value,)


def due(entries: Iterable[Entry]) -> tuple[Due, ...]:
    """Give the dates of the fields that are for dates, earliest first.

    Of an entry that names several dates in one field, the first counts.
    """
    found = [
        Due(entry, field.name, " ".join(field.value.split()), moment)
        for entry in entries
        for field in entry.item.fields
        if role_told(field.name, field.value) == "date" and (moment := read_moment(field.value))
    ]
    # A month without a day is due when it ends: after its days.
    return tuple(sorted(found, key=lambda d: tuple(part or 99 for part in d.moment)))


def years(dates: Iterable[Due]) -> tuple[int, ...]:
    """Give the years of the dates, earliest first."""
    return tuple(sorted({one.moment[0] for one in dates}))


def due_in(entries: Iterable[Entry], year: int) -> tuple[Entry, ...]:
    """Give the entries with a date in a year."""
    return tuple(e for e in entries if any(one.moment[0] == year for one in due([e])))
