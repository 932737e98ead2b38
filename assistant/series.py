"""The list, steps or rows that a sentence leads to or stands in, whole over passages and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.cues import NO_NOUN, SEVERAL, read_number
from assistant.prose import Unit, Window, begins_point, list_start, units
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Passage

_MOST = 40  # members: a longer series is no list that a person reads
_FEWEST = 2
_MOST_ADDED = 15  # points or rows that are said though no list is asked for
_ASKED = re.compile(
    r"\b(?:steps?|stages?|procedures?|process|in (?:what )?order|walk (?:me|us) through"
    r"|talk (?:me|us) through|what happens|what do (?:i|we|you|they) (?:have to |need to )?do"
    r"|what .{0,60}(?:has|have|had|need|needs) to do|which ones|what are they|who are they"
    r"|name them|list them|who (?:sits?|is|are) on|members(?:hip)?|made up of|consists? of"
    r"|criteria)\b"
    r"|^\W*(?:list|name)\b|\b(?:list|all) (?:of )?the\b|\bhow many\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"\b(?:which|what|name|{NO_NOUN}list|give|all|every|how many"
    r"|the (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b(?:\W+[\w’'-]+){0,3}?\W+"
    r"(?P<noun>[a-z][\w’'-]{2,}(?:(?<![sui])s|people|staff))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"\bthe ({SEVERAL}|\d{{1,2}})\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(
    r"^\W*(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would)\b", re.I
)
_NO_NOUN = frozenset(
    "does was has is this his its yours hers ours theirs always perhaps us police news class "
    "process access business status basis focus across less".split()
)
#: Words that lead to what comes next.
_LEADS = re.compile(
    r"\b(?:steps?|following|below|table|as follows|these|procedure|principles?)\b"
    r"[^.:]{0,80}[.:]?\s*$"
    r"|[:;]\s*$",
    re.I,
)
_POINTS_BACK = re.compile(r"^\W*(?:all of )?(?:these|those|such)\b", re.IGNORECASE)
_FIGURE = re.compile(r"^(?:step\s+)?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]?$", re.IGNORECASE)
_NEAR = 1.0  # how far behind the best sentence one may be that leads to a list
_ALONE = 3.0  # how far ahead of the other rows of its table a row is that answers by itself
_LONGEST_ROW = 40  # words of a row that are said; of a longer one what names it


@dataclass(frozen=True, slots=True)
class Member:
    """One point of a series: the window it stands in and how it is said."""

    window: Window
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """A list: the words that lead to it, if any, and its points in order."""

    lead: Window | None
    members: tuple[Member, ...]


def asks_for_series(question: str) -> bool:
    """Whether several things, or steps in order, are asked for."""
    asked = _ASKED.search(question) is not None and not _YES_NO.match(question)
    return asked or bool(nouns_of(question))


def nouns_of(question: str) -> frozenset[str]:
    """Give the stems of the plurals that a question asks for: "what changes", "all the options"."""
    words = (m["noun"].lower() for m in _PLURAL.finditer(question))
    return frozenset(t for w in words if w not in _NO_NOUN for t in tokenise(w))


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
    if series is None or not _leads(window, series):
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
    number = re.match(r"\(?(\d{1,3})[.)]", points[0].text)
    return number is not None and int(number[1]) > 1


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
        rows = _rows(following[0], library)
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
    rows = _rows(window.passage, library)
    if not rows:
        return None
    before = library.preceding(rows[0].window.passage)
    lead = None
    if before and before[-1].kind == "prose" and before[-1].section == window.passage.section:
        own = units(before[-1])
        lead = Window(before[-1], own, len(own) - 1, len(own), 0.0)
    values = [i for r in rows if (i := library.item(r.window.passage.item)) and i.fields]
    return Series(lead, rows) if lead or not values else None


def _rows(passage: Passage, library: Library) -> tuple[Member, ...]:
    """Give the rows of a passage's table, each once."""
    run = [passage]
    for later in library.following(passage):
        if not _is_like(passage, later, library):
            break
        run.append(later)
    for earlier in reversed(library.preceding(passage)):
        if not _is_like(passage, earlier, library):
            break
        run.insert(0, earlier)
    firsts = [p for n, p in enumerate(run) if not p.item or p.item not in [q.item for q in run[:n]]]
    return tuple(_row(p, library) for p in firsts)


def _is_like(one: Passage, other: Passage, library: Library) -> bool:
    """Whether two passages are rows of one table, or entries of one list."""
    if other.kind != "item" or bool(one.item) != bool(other.item):
        return False
    first, second = library.item(one.item), library.item(other.item)
    if first and second:
        same_list = first.section == second.section and first.label == second.label
        return first.table == second.table if first.table or second.table else same_list
    return one.section == other.section and _names(one) == _names(other)


def _names(passage: Passage) -> str:
    """Give the name of a row's first column."""
    return passage.text.partition(":")[0] if ": " in passage.text else ""


def _row(passage: Passage, library: Library) -> Member:
    """Say a row: whole where it is short, else what names it."""
    own = units(passage)
    window = Window(passage, own, 0, len(own), 0.0)
    item = library.item(passage.item)
    if item:
        number = f"{item.identifier} " if item.identifier else ""
        fields = [f.value for f in item.fields if f.value]
        return Member(window, _short(f"{number}{item.text}", fields))
    values = _values(passage.text)
    if len(values) > 1 and _FIGURE.match(values[0]):
        values = [f"{values[0].rstrip('.):')}. {values[1]}", *values[2:]]
    return Member(window, _short(values[0], values[1:]) if values else passage.text)


def _short(name: str, values: Sequence[str]) -> str:
    said = name
    for value in values:
        if len(said.split()) + len(value.split()) > _LONGEST_ROW:
            break
        said = f"{said} – {value}"
    return said


def _values(text: str) -> list[str]:
    """Give the values of a row, without the names of their columns."""
    found = []
    for part in re.split(r";\s+(?=[^;:]{1,60}:\s)|\n", text):
        name, colon, value = part.partition(": ")
        found.append((value if colon and len(name) <= 60 else part).strip())
    return found


def _members(passage: Passage, own: tuple[Unit, ...], first: int, last: int) -> list[Member]:
    """Give the points between two places, each with all its sentences."""
    starts = [n for n in range(first, last) if n == first or begins_point(own[n].text)]
    return [
        Member(Window(passage, own, start, stop, 0.0), " ".join(u.text for u in own[start:stop]))
        for start, stop in pairwise([*starts, last])
    ]


def likeliest(
    question: str, windows: Sequence[Window], library: Library, within: float
) -> tuple[Window, Series] | None:
    """Give the best window with a series of what is asked for; None where none of the best has one.

    A window's series counts where its lead, its heading or its first column's name is of the
    thing asked for; that of the best window also where steps are asked for. Where a question
    says how many there are, the series has as many.
    """
    asked = nouns_of(question)
    stated = _NUMBER.search(question)
    number = read_number(stated[1]) if stated else None
    for window in windows:
        if window.score < windows[0].score - within:
            break
        series = series_of(window, library)
        if series is None or _is_one_of(window, series, windows):
            continue
        if number and len(series.members) != number:
            continue
        leads = _leads(window, series)
        near = window.score >= windows[0].score - (_NEAR if leads else 0.0)
        if asked & _called(window, series) or (near and (leads or not asked)):
            return window, series
    return None


def _leads(window: Window, series: Series) -> bool:
    """Whether a window is what leads to a series, or one sentence before it."""
    lead = series.lead
    return (
        lead is not None
        and lead.passage.key == window.passage.key
        and window.first <= lead.first <= window.last + 1
    )


def _is_one_of(window: Window, series: Series, windows: Sequence[Window]) -> bool:
    """Whether a window is a point of a series that answers far better than the other points."""
    own = {m.window.passage.key: m for m in series.members}
    if window.passage.kind != "item" or window.passage.key not in own:
        return False
    others = (
        w.score for w in windows if w.passage.key in own and w.passage.key != window.passage.key
    )
    return window.score > max(others, default=-_ALONE) + _ALONE


def _called(window: Window, series: Series) -> frozenset[str]:
    """Give the stems by which a series is called."""
    return frozenset(t for text in _callings(window, series) for t in tokenise(text))


def _callings(window: Window, series: Series) -> Iterator[str]:
    if series.lead:
        yield series.lead.text
    yield from window.passage.section[-2:]
    yield _names(series.members[0].window.passage)
