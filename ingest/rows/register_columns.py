"""Decides whether a table is a register and which of its columns is what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks.tables import Row, Table
from ingest.rows.marks import count_rows, mark_of
from ingest.wording.identifiers import (
    canonical,
    depth,
    is_identifier,
    is_letter,
    leading,
    sort_key,
)
from ingest.wording.roles import TITLE, ColumnRole, role_of
from ingest.wording.values import is_date, is_somebody, is_status

_MOST = 0.6  # of a column's cells
_FEWEST_COUNTED = 3  # rows
_INDICATOR = re.compile(
    r"^(?:key |success |performance )*(?:indicators?|measures?|kpis?|metrics?)\b", re.I
)
#: Beside what an audit found stands what is to be done about it: that is the entry.
_FOUND = re.compile(r"^(?:findings?|observations?|issues?|what we found|weakness(?:es)?)\b", re.I)
_DEMAND = re.compile(r"\brecommend\w*|\bagreed actions?\b|\bactions? agreed\b", re.I)
_AIMED_AT = re.compile(r"\b(?:baseline|target)\b", re.I)
_EDITION = re.compile(r"^(?:version|issue|revision|rev|edition|draft)\b(?: no\.?| number)?$", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is which: `identifier` is None where rows carry theirs in the text or not.

    `text` is one of the `fields` where the table tells only how entries of another stand.
    `group` is the column whose cells name the group of their rows. `told_by_contents` is true
    where the table has no column names and `names` come from what the cells look like; `counted`
    where bare numbers begin the text and count the rows: "1 Seized cash", "2 Firearms register".
    """

    identifier: int | None
    text: int
    fields: tuple[int, ...]
    roles: tuple[ColumnRole, ...]
    names: tuple[str, ...]
    group: int | None = None
    told_by_contents: bool = False
    counted: bool = False


def columns_of(table: Table) -> Columns | None:
    """Decide what each column is for; None where the table is no register."""
    rows = [r for r in table.rows if not r.heading]
    if not rows:
        return None
    width = len(rows[0].values)
    named = any(table.header)
    told = table.told or names_by_contents(rows, width)
    names = _over_two(table.header, rows) if named else told
    roles = [role_of(n) if n else "other" for n in names]
    identifier = _identifier_column(rows, names, roles, width)
    embedded = None if identifier is not None else _marked_column(rows, width)
    beside = [i for i in table.merged if identifier is not None and i < identifier]
    text = (
        embedded if embedded is not None else _text_column(rows, names, roles, identifier, beside)
    )
    worded = text is not None
    if text is None and identifier is not None and "update" in roles:
        text = roles.index("update")  # the entries' own words stand elsewhere
    if text is None or not _is_register(names, roles, identifier, embedded):
        return None
    filled = [r.values[text] for r in rows if r.values[text]]
    if sum(map(_is_wordy, filled)) < _MOST * len(filled):
        return None
    group = _group_column(table, rows, roles, identifier, text)
    rest = tuple(
        i for i in range(width) if i not in (identifier, group, *([text] if worded else []))
    )
    return Columns(
        identifier,
        text,
        rest,
        tuple(roles),
        names,
        group,
        told_by_contents=not any(table.header),
        counted=identifier is None
        and embedded is None
        and count_rows([row.values[text] for row in rows]),
    )


def _over_two(header: Sequence[str], rows: Sequence[Row]) -> tuple[str, ...]:
    """Give the columns' names; one over the numbers and the words beside them is that of the words.

    "Risk" above "K1" and "Victims go back" names what stands beside K1.
    """
    names = list(header)
    for index, (name, after) in enumerate(pairwise(header)):
        cells = [r.values[index] for r in rows if r.values[index]]
        beside = [r.values[index + 1] for r in rows if r.values[index + 1]]
        codes = len(cells) > 1 and all(map(is_identifier, cells)) and len(set(cells)) == len(cells)
        if name and not after and codes and beside and all(map(_is_wordy, beside)):
            names[index], names[index + 1] = "", name
    return tuple(names)


def is_under(identifier: str, group: str) -> bool:
    """Whether an identifier continues another: "2.6c" is under "2.6", "SO 1(i)" under "SO 1"."""
    inner, outer = canonical(identifier), canonical(group)
    if not outer or len(inner) <= len(outer) or not inner.startswith(outer):
        return False
    return not (outer[-1].isdigit() and inner[len(outer)].isdigit())


def _is_register(
    names: Sequence[str],
    roles: Sequence[ColumnRole],
    identifier: int | None,
    embedded: int | None,
) -> bool:
    if any(_EDITION.match(name.strip()) for name in names):
        return False  # the document's own history
    known = {"owner", "status", "date", "update"} & set(roles)
    if identifier is not None:
        return bool(known) or "text" in roles
    if embedded is not None:
        return True
    if known and "text" in roles:
        return True
    aims = any(_AIMED_AT.search(n) for n in names)
    return aims and any(_INDICATOR.match(n) or role_of(n) == "text" for n in names)


def _identifier_column(
    rows: Sequence[Row], names: Sequence[str], roles: Sequence[ColumnRole], width: int
) -> int | None:
    for index in range(width):
        cells = [r.values[index] for r in rows if r.values[index]]
        marked = sum(is_identifier(c) for c in cells)
        if not cells or marked < _MOST * len(cells):
            continue
        counts = all(c.isdigit() for c in cells) and _go_down(cells)
        if (roles[index] == "identifier" and not counts) or _are_codes(cells):
            return index
        if _go_up(cells) and (index == 0 or (not names[index] and _are_levelled(cells))):
            return index
    return None


def _are_levelled(cells: Sequence[str]) -> bool:
    """Whether cells are numbers of two levels, each another, as those of entries are: 1.1, 1.2."""
    levels = all(depth(cell) > 1 and is_identifier(cell) for cell in cells)
    return levels and len(set(cells)) == len(cells) > _FEWEST_COUNTED


def _go_up(cells: Sequence[str]) -> bool:
    """Whether most identifiers are greater than the one before, as figures seldom are."""
    keys = [sort_key(c) for c in cells]
    risen = sum(a < b for a, b in pairwise(keys))
    return risen >= 0.7 * (len(keys) - 1)


def _go_down(cells: Sequence[str]) -> bool:
    """Whether many figures are less than the one before, as numbers of entries seldom are."""
    keys = [sort_key(c) for c in cells]
    fallen = sum(a > b for a, b in pairwise(keys))
    return fallen > 0.3 * (len(keys) - 1)


def _are_codes(cells: Sequence[str]) -> bool:
    """Whether cells are identifiers that no figure looks like, each another."""
    codes = [c for c in cells if re.match(r"^(?:[A-Z]{1,6}[ -]?\d|\d{2}/\d{1,3}$)", c)]
    return len(codes) >= 0.9 * len(cells) and len(set(cells)) == len(cells) > 1


def _marked_column(rows: Sequence[Row], width: int) -> int | None:
    """Give the column whose cells begin with identifiers: "c. Review …"; of several the finest."""
    different: dict[int, int] = {}
    for index in range(width):
        cells = [r.values[index] for r in rows if r.values[index]]
        marks = [mark for c in cells if (mark := mark_of(c)) is not None]
        wordy = sum(_is_wordy(mark.rest) for mark in marks)
        if len(cells) > 1 and wordy >= _MOST * len(cells):
            letters = all(is_letter(m.identifier) for m in marks)
            own = {canonical(m.identifier) for m in marks}
            different[index] = len(marks) if letters else len(own)
    return max(different, key=lambda index: different[index], default=None)


def _is_wordy(text: str) -> bool:
    """Whether a text is made of words more than of figures."""
    letters = sum(c.isalpha() for c in text)
    return letters >= 0.55 * len(text.replace(" ", ""))


def _text_column(
    rows: Sequence[Row],
    names: Sequence[str],
    roles: Sequence[ColumnRole],
    identifier: int | None,
    beside: Sequence[int],
) -> int | None:
    """Give the column of the entries' own words; the columns `beside` them name their groups."""
    width = len(roles)
    roles = ["group" if i in beside else role for i, role in enumerate(roles)]
    if TITLE in names:
        return names.index(TITLE)
    named = [i for i in range(width) if roles[i] == "text" and i != identifier]
    asked = [i for i in named if _DEMAND.search(names[i])]
    beside_found = asked and any(_FOUND.match(names[i]) for i in named)
    if beside_found:
        return max(asked, key=lambda i: _mean_length(rows, i))
    if named:
        return max(named, key=lambda i: _mean_length(rows, i))
    free = [i for i in range(width) if roles[i] == "other" and i != identifier]
    wordy = [i for i in free if _mean_length(rows, i) > 15]
    if wordy:
        return wordy[0]
    measured = [i for i in range(width) if roles[i] == "measure" and i != identifier]
    if measured and _mean_length(rows, measured[0]) > 15:
        return measured[0]
    topics = [i for i in free if identifier is not None and _are_words(rows, i)]
    told = topics and {"owner", "status", "update"} & set(roles)
    return topics[0] if told else None


def _are_words(rows: Sequence[Row], index: int) -> bool:
    """Whether every cell of a column is words, however short: what an entry is about."""
    return all(_is_wordy(r.values[index]) for r in rows if r.values[index])


def _mean_length(rows: Sequence[Row], index: int) -> float:
    return sum(len(r.values[index]) for r in rows) / max(len(rows), 1)


def _group_column(
    table: Table,
    rows: Sequence[Row],
    roles: Sequence[ColumnRole],
    identifier: int | None,
    text: int,
) -> int | None:
    """Give the column left of the entries whose merged cells name the entries' groups."""
    last = identifier if identifier is not None else text
    for index in range(last):
        cells = [r.values[index] for r in rows]
        if index not in table.merged and len(set(cells)) > 0.7 * len(cells):
            continue
        if not all(cells):
            continue
        if identifier is not None and all(
            _numbered_like(r.values[index], r.values[identifier]) for r in rows
        ):
            return index
        if roles[index] in ("text", "measure", "group", "other") and len(set(cells)) > 1:
            return index
    return None


def _numbered_like(group: str, identifier: str) -> bool:
    found = leading(group)
    return found is not None and is_under(identifier, found.identifier)


def names_by_contents(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """Name the columns of a table without a header by what most of their cells look like."""
    kinds = (("Status", is_status), ("Date", is_date), ("Owner", is_somebody))
    names: list[str] = []
    for index in range(width):
        cells = [r.values[index] for r in rows if r.values[index]]
        fits = [
            name
            for name, looks_so in kinds
            if name not in names
            and len(cells) > 1
            and _mean_length(rows, index) < 60
            and sum(map(looks_so, cells)) >= 0.7 * len(cells)
        ]
        names.append(fits[0] if fits else "")
    return tuple(names)
