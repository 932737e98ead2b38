"""The list, steps or rows that a sentence leads to or stands in, whole over passages and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.sentences.table_rows import Member, rows_of
from assistant.sentences.windows import STEP, Unit, Window, begins_point, list_start, units
from ingest.library import Library
from ingest.types import Passage

_MOST = 40  # members: a longer series is no list that a person reads
_FEWEST = 2
_MOST_ADDED = 15  # points or rows that are said though no list is asked for
#: Words that lead to what comes next.
_LEADS = re.compile(
    r"\b(?:steps?|following|below|table|as follows|these|procedure|principles?)\b"
    r"[^.:]{0,80}[.:]?\s*$"
    r"|[:;]\s*$",
    re.I,
)
_POINTS_BACK = re.compile(r"^\W*(?:all of )?(?:these|those|such)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """A list: the words that lead to it, if any, and its points in order."""

    lead: Window | None
    members: tuple[Member, ...]


def series_of(window: Window, library: Library) -> Series | None:
    """Give the whole series that a window stands in or right before; None where there is none."""
    item = library.item(window.passage.item)
    if item and item.kind in ("acronym", "definition"):
        return None
    found = _of_points(window, library) or _led_to(window, library)
    if found is None:
        rows = window.passage.kind == "item"
        found = _of_rows(window, library) if rows else _of_headings(window)
    return found if found and _FEWEST <= len(found.members) <= _MOST else None


def with_its_list(window: Window, library: Library) -> list[Window]:
    """Give a window with the list beyond its passage that it leads to, or points back to."""
    back = _pointed_back(window, library)
    if back:
        return [back, window]
    series = series_of(window, library)
    if series is None or not leads_to(window, series):
        return [window]
    beyond = [m.window for m in series.members if m.window.passage.key != window.passage.key]
    if not beyond or len(beyond) > _MOST_ADDED:
        return [window]
    found = [replace(window, last=len(window.units))]
    for one in beyond:
        if found[-1].passage.key == one.passage.key:
            found[-1] = replace(found[-1], last=one.last)
        else:
            found.append(replace(one, score=window.score))
    return found


def _pointed_back(window: Window, library: Library) -> Window | None:
    """Give the list right before a passage whose first words point to it: "These …"."""
    if window.first or not _POINTS_BACK.match(window.text):
        return None
    before = library.preceding(window.passage)
    if not before or not _goes_on(before[-1], window.passage):
        return None
    own = units(before[-1])
    first = list_start(own, len(own))
    if first == len(own):
        return None
    return Window(before[-1], own, max(first - 1, 0), len(own), window.score)


def _of_points(window: Window, library: Library) -> Series | None:
    """Give the points of running text that a window is among, or leads to."""
    own = window.units
    inside = [n for n in range(window.first, window.last) if own[n].listed]
    if inside:
        start = inside[0]
    elif window.last < len(own) and own[window.last].listed:
        start = window.last
    else:
        return None
    first, last = list_start(own, start), start
    while last < len(own) and own[last].listed:
        last += 1
    points = _members(window.passage, own, first, last)
    lead = replace(window, first=first - 1, last=first) if first else None
    if first == 0:
        lead, before = _before(window.passage, library)
        points = [*before, *points]
    if last == len(own):
        points += _after(window.passage, library)
    return Series(lead, tuple(points)) if not _are_paragraphs(points) else None


def _are_paragraphs(points: Sequence[Member]) -> bool:
    """Whether points are the numbered paragraphs of a text and no list: they begin after 1."""
    number = STEP.match(points[0].text) or re.match(r"\(?(?P<last>\d{1,3})[.)]", points[0].text)
    return number is not None and int(number["last"]) > 1


def _before(passage: Passage, library: Library) -> tuple[Window | None, list[Member]]:
    """Give the points that a passage goes on from, and what leads to them."""
    found: list[Member] = []
    for earlier in reversed(library.preceding(passage)):
        own = units(earlier)
        if not _goes_on(earlier, passage) or not own:
            break
        first = list_start(own, len(own))
        found = [*_members(earlier, own, first, len(own)), *found]
        if first:
            return Window(earlier, own, first - 1, first, 0.0), found
    return None, found


def _after(passage: Passage, library: Library) -> list[Member]:
    """Give the points that the next pieces of the same text begin with."""
    found: list[Member] = []
    for later in library.following(passage):
        own = units(later)
        if not _goes_on(passage, later):
            break
        length = next((n for n, u in enumerate(own) if not u.listed), len(own))
        found += _members(later, own, 0, length)
        if length < len(own):
            break
    return found


def _goes_on(first: Passage, second: Passage) -> bool:
    """Whether one passage is the next piece of another's text."""
    same = first.section == second.section and first.item == second.item
    return same and first.kind == second.kind and bool(first.kind == "prose" or first.item)


def _led_to(window: Window, library: Library) -> Series | None:
    """Give the rows or points that come right after the passage a window ends."""
    slack = 2 if window.passage.item else 1  # a long field may go on as a list
    if window.last < len(window.units) - slack:
        return None
    lead = replace(window, first=len(window.units) - 1, last=len(window.units))
    if not window.passage.item and not _LEADS.search(lead.text):
        return None
    following = library.following(window.passage)
    if not following or following[0].section != window.passage.section:
        return None
    if following[0].kind == "item" and not window.passage.item:
        rows = rows_of(following[0], library)
        return Series(lead, rows) if rows else None
    points = _after(window.passage, library)
    return Series(lead, tuple(points)) if points else None


def _of_headings(window: Window) -> Series | None:
    """Give the headings right below the heading that a passage is the outline of."""
    passage = window.passage
    if not passage.section or not passage.text.startswith(f"{passage.section[-1]}\n"):
        return None
    own = tuple(Unit(line, listed=True) for line in passage.text.split("\n"))
    lead = Window(passage, own, 0, 1, window.score)
    members = (Window(passage, own, n, n + 1, 0.0) for n in range(1, len(own)))
    return Series(lead, tuple(Member(w, w.text) for w in members))


def _of_rows(window: Window, library: Library) -> Series | None:
    """Give all rows of the table that a row stands in, and the words before it."""
    rows = rows_of(window.passage, library)
    if not rows:
        return None
    before = library.preceding(rows[0].window.passage)
    lead = None
    if before and before[-1].kind == "prose" and before[-1].section == window.passage.section:
        own = units(before[-1])
        lead = Window(before[-1], own, len(own) - 1, len(own), 0.0)
    values = [i for r in rows if (i := library.item(r.window.passage.item)) and i.fields]
    return Series(lead, rows) if lead or not values else None


def _members(passage: Passage, own: tuple[Unit, ...], first: int, last: int) -> list[Member]:
    """Give the points between two places, each with all its sentences."""
    starts = [n for n in range(first, last) if n == first or begins_point(own[n].text)]
    return [
        Member(Window(passage, own, start, stop, 0.0), " ".join(u.text for u in own[start:stop]))
        for start, stop in pairwise([*starts, last])
    ]


def leads_to(window: Window, series: Series) -> bool:
    """Whether a window is what leads to a series, or one sentence before it."""
    lead = series.lead
    return (
        lead is not None
        and lead.passage.key == window.passage.key
        and window.first <= lead.first <= window.last + 1
    )
