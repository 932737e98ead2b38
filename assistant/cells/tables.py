"""Tables ready for looking cells up: the terms of their parts, and what weighs how much."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.cells.terms import KINDS_OF_ROW, amounts, measure_of, terms, within
from assistant.wording.english import is_common
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import DataTable, Document

_NUMBER = re.compile(r"^[+]?[£$€]?\s?(-?[\d,]*\.?\d+)")
_SIGNS = str.maketrans({"−": "-", "–": "-"})  # a minus may be printed as a dash
_UNKNOWN = 9.0  # weight of a word that no document has
TOTAL = frozenset({"total", "all", "grand", "whole", "overall", "combined"})
_WIDER = frozenset(terms("England Wales Scotland Britain Kingdom UK Ireland"))


@dataclass(frozen=True, slots=True)
class CellTable:
    """A table with the terms of its parts, taken once."""

    document: Document
    data: DataTable
    about: frozenset[str]
    title: frozenset[str]
    stub: frozenset[str]
    rows: tuple[frozenset[str], ...]
    heads: tuple[frozenset[str], ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundCells:
    """Cells of one row or one column of a table, and how much of the question they explain."""

    table: CellTable
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    explained: float
    near: float
    lead: str = ""


class Weights:
    """How much each term of a question weighs: the more, the fewer passages have it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, found: Iterable[str]) -> float:
        """Give the weight of terms together."""
        return sum(self._each.get(t, 4.0 if not t.isalpha() else _UNKNOWN) for t in found)

    def explained(self, asked: frozenset[str], covered: frozenset[str]) -> float:
        """Give how much of a question is covered, by weight; everyday words left count less."""
        have = self.of(asked & covered)
        left = sum(self.of((t,)) * (0.5 if is_common(t, 3000) else 1.0) for t in asked - covered)
        return have / max(have + left, 0.1)

    @cached_property
    def _each(self) -> dict[str, float]:
        counts: dict[str, int] = {}
        for word, times in self._library.vocabulary.items():
            for term in terms(word) or tokenise(word):
                counts[term] = counts.get(term, 0) + times
        total = max(len(self._library.passages), 2)
        return {t: max(math.log(total / n), 0.3) for t, n in counts.items()}


def taken(document: Document, data: DataTable) -> CellTable:
    """Take the terms of a table's parts and of what its document is called."""
    info = document.info
    heads = tuple(terms(" ".join(path)) for path in data.heads)
    columns = tuple(
        tuple(row.values[n] for row in data.rows if row.values[n]) for n in range(len(heads))
    )
    names = " ".join((info.title, info.organisation, info.date, *info.aliases))
    return CellTable(
        document=document,
        data=data,
        about=terms(f"{data.caption} {' '.join(data.section[-1:])}"),
        title=terms(f"{names} {info.name.rsplit('.', 1)[0]} {' '.join(data.section[:-1])}"),
        stub=terms(" ".join(data.stub)),
        rows=tuple(terms(" ".join((row.group, *row.labels))) for row in data.rows),
        heads=heads,
        measures=tuple(
            measure_of(" ".join(path), data.caption, values)
            for path, values in zip(data.heads, columns, strict=True)
        ),
    )


def in_range(table: CellTable, text: str) -> dict[int, frozenset[str]]:
    """Give the rows that hold the range a number of the question lies in, with its terms."""
    found: dict[int, frozenset[str]] = {}
    for number, unit in amounts(text):
        rows = [
            n
            for n, row in enumerate(table.data.rows)
            if any(within(number, unit, cell) for cell in (*row.labels, *row.values))
        ]
        if len(rows) == 1:
            words = terms(f"{number:g} {unit}")
            found[rows[0]] = found.get(rows[0], frozenset()) | words
    return found


def range_columns(table: CellTable, row: int, text: str) -> tuple[int, ...]:
    """Give the columns whose cell, being the range that a number lies in, is no answer."""
    values = table.data.rows[row].values
    found = [n for n, v in enumerate(values) if any(within(a, u, v) for a, u in amounts(text))]
    return tuple(found) if len(found) < len(values) else ()


def numbers_in(
    table: CellTable, column: int, known: frozenset[str], group: str = ""
) -> dict[int, float]:
    """Give a column's numbers by row, without totals; what stands below a total is a wider area.

    With a `group` only its rows are given.
    """
    found: dict[int, float] = {}
    for index, row in enumerate(table.data.rows):
        if group and row.group != group:
            continue
        label = terms(" ".join(row.labels))
        total = bool(label) and label <= TOTAL | _WIDER | known | KINDS_OF_ROW
        if total and len(found) > 1:
            break
        number = _NUMBER.match(row.values[column].translate(_SIGNS))
        if number and not total:
            found[index] = float(number[1].replace(",", ""))
    return found


def of_kinds(
    table: CellTable, column: int, kinds: Sequence[str], asked: frozenset[str]
) -> tuple[int, ...]:
    """Give the columns of each kind asked for that stand under the same head as one of them."""
    path = table.data.heads[column][:-1]
    return tuple(
        n
        for n, measure in enumerate(table.measures)
        if measure in kinds and (table.data.heads[n][:-1] == path or table.heads[n] & asked)
    ) or (column,)


def is_left(asked: frozenset[str], covered: frozenset[str], text: str) -> bool:
    """Whether a period, a year, a band or a name of the question is none of the table's."""
    left = asked - covered
    if any(re.match(r"^(?:[pb]\d|b<\d|(?:19|20)\d\d$)", t) for t in left):
        return True
    names = re.findall(r"(?<![.?!]\s)(?<!^)\b[A-Z][\w’'-]+", text)
    proper = {t for name in names if name.lower() != "i" for t in terms(name)}
    return bool(proper & left)
