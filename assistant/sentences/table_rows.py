"""The rows of tables: all of the one that a passage stands in, and others that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.sentences.windows import Window, units
from ingest.blocks.headers import is_figure
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Passage

_FIGURE = re.compile(r"^(?:step\s+)?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]?$", re.IGNORECASE)
_MOST_BESIDE = 3  # further rows that a question names
_LONGEST_ROW = 40  # words of a row that are said; of a longer one what names it


@dataclass(frozen=True, slots=True)
class Member:
    """One point of a series: the window it stands in and how it is said."""

    window: Window
    text: str


def rows_of(passage: Passage, library: Library) -> tuple[Member, ...]:
    """Give the rows of a passage's table, each once."""
    run = [passage]
    for later in library.following(passage):
        if not (_is_like(passage, later, library) and _goes_up(passage, later, library)):
            break
        run.append(later)
    for earlier in reversed(library.preceding(passage)):
        if not (_is_like(passage, earlier, library) and _goes_up(earlier, passage, library)):
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
    return one.section == other.section and first_column(one) == first_column(other)


def _goes_up(one: Passage, other: Passage, library: Library) -> bool:
    """Whether the later of two entries is no step of another list, which counts from 1 again."""
    first, second = library.item(one.item), library.item(other.item)
    if not first or not second or first.key == second.key:
        return True
    numbers = (first.identifier, second.identifier)
    return not all(n.isdigit() for n in numbers) or int(numbers[0]) < int(numbers[1])


def first_column(passage: Passage) -> str:
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


def with_rows_named(
    windows: Sequence[Window], chosen: Sequence[Window], asked: str
) -> list[Window]:
    """Give what was chosen, with the other rows of its table whose labels a question names too."""
    best = chosen[0] if chosen else None
    if best is None or not _is_row(best.passage):
        return list(chosen)
    named = set(tokenise(asked))
    keys = {w.passage.key for w in chosen}
    more = [
        w
        for w in windows
        if _is_row(w.passage)
        and w.passage.key not in keys
        and w.passage.section == best.passage.section
        and (label := set(tokenise(_label_of(w)))) <= named
        and label != set(tokenise(_label_of(best)))
    ]
    return [*chosen, *more[:_MOST_BESIDE]]


def _label_of(row: Window) -> str:
    """Give the last label of a row before its figures: "Kirkmoray" of "Unit: Kirkmoray; …"."""
    labels = [p.partition(": ")[2] for p in row.text.split("; ")]
    figures = next((n for n, value in enumerate(labels) if is_figure(value)), len(labels))
    return labels[max(figures - 1, 0)]


def _is_row(passage: Passage) -> bool:
    """Whether a passage is a row of a table of data."""
    return passage.kind == "item" and not passage.item


def is_of_figures(passage: Passage) -> bool:
    """Whether a passage is a row of a table of data, with figures more than anything else."""
    values = [part.partition(": ")[2] for part in passage.text.split("; ")]
    return _is_row(passage) and 2 * sum(map(is_figure, values)) > len(values)
