"""Finds the rows and columns of one table that a question means."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.cells.lines import TIED, TableLines, common_to_heads
from assistant.cells.tables import (
    CellTable,
    FoundCells,
    Weights,
    is_left,
    numbers_in,
    range_columns,
)
from assistant.cells.terms import ASKING, KINDS_OF_ROW, NEUTRAL, measures_asked, terms

_EXPLAINED = 0.72  # of the question's words by weight: fewer leave open what is asked for
_OF_EXTREME, _OF_HEAD = 0.8, 0.45  # the same for a highest value, and where its head is said
_ROOT = 4  # letters of a label's word that a question must have
_MOST_SAID = 40  # rows of a whole column
_MOST = re.compile(
    r"\b(?<!at )(?:highest|most(?! of\b)|largest|biggest|greatest|top|longest|maximum|slowest"
    r"|busiest)\b",
    re.I,
)
_LEAST = re.compile(
    r"\b(?<!at )(?:lowest|fewest|least|smallest|shortest|minimum|quickest|fastest)\b", re.I
)
_CLAUSE = re.compile(r"[:;,?]|\band\b|\b(?:how many|what)\b|\bdid (?:it|they)\b", re.I)
_WHICH = re.compile(
    r"\b(?:which|what|who|where|when)\b"
    rf"|\b(?:{'|'.join(sorted(KINDS_OF_ROW))})\w* with (?:the )?(?:most|fewest|highest|lowest)\b",
    re.I,
)
_EACH = re.compile(
    r"\b(?:each|every|by (?:district|area|year|month|age|sex|role|sector|organisation|type)"
    r"|breakdown|broken down|split by|list)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|without|no longer)\b|n[’']t\b", re.I)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|none|neither)\b|n[’']t\b|\b(?:un|non-?)\w{4,}", re.I
)
_PERIOD = re.compile(r"^(?:p?(?:19|20)\d\d(?:/\d\d)?)$")
_YES = re.compile(r"^(?:yes|y|x|✓|✔|●|•|\uf0fc|true)$", re.I)
NONE = re.compile(r"^(?:[-–—]{1,2}|\.\.|:|n/?a|\[[xczu]\])$", re.I)


class CellSearch:
    """Looks in one table for the rows and columns that a question names."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._lines = TableLines(weights)

    def find(self, table: CellTable, text: str, asked: frozenset[str]) -> list[FoundCells]:
        """Give what a table has of the terms asked for: cells of a row, of a column, or none."""
        known = table.about | table.title | table.stub
        superlative = _MOST.search(text) or _LEAST.search(text)
        if superlative and _WHICH.search(text):
            ends = [most for most in (True, False) if (_MOST if most else _LEAST).search(text)]
            extremes = (self._extreme(table, text, asked, known, most=most) for most in ends)
            return [one for one in extremes if one]
        rows, own = self._lines.rows_meant(table, text, asked)
        if not rows:
            each = self._each(table, text, asked, known) if _EACH.search(text) else None
            each = each or (
                self._ticked(table, text, asked, known) if _WHICH.search(text) else None
            )
            return [each] if each else []
        ranged = range_columns(table, rows[0], text)
        columns, heads = self._lines.columns_meant(table, text, asked - own, known, ranged)
        told = known - _periods(known) if _is_of_periods(table) else known
        covered = told | own | heads
        if not columns or is_left(asked, covered, text) or _turned(table, rows, columns, text):
            return []
        explained = self._weights.explained(asked, covered)
        if explained < _EXPLAINED or _is_of_else(table, asked - own, covered):
            return []
        spare = self._weights.of(table.about - asked) + 0.5 * self._weights.of(table.title - asked)
        explained -= 0.05 * (len(columns) > 1 and len(measures_asked(text)) == 1)
        return [FoundCells(table, rows, columns, explained, -spare)]

    def _ticked(
        self, table: CellTable, text: str, asked: frozenset[str], known: frozenset[str]
    ) -> FoundCells | None:
        """Give the rows that have a tick in the column asked for: "which of them come in 4mm"."""
        columns, heads = self._lines.columns_meant(table, text, asked, known)
        covered = known | heads | KINDS_OF_ROW
        if len(columns) != 1 or not heads & asked - known or is_left(asked, covered, text):
            return None
        explained = self._weights.explained(asked, covered)
        values = [row.values[columns[0]] for row in table.data.rows]
        rows = tuple(n for n, v in enumerate(values) if _YES.match(v))
        ticks = all(not v or _YES.match(v) or NONE.match(v) or v.lower() == "no" for v in values)
        if explained < _EXPLAINED or not ticks or not rows:
            return None
        return FoundCells(table, rows, columns, explained, -self._weights.of(table.about - asked))

    def _extreme(
        self,
        table: CellTable,
        text: str,
        asked: frozenset[str],
        known: frozenset[str],
        *,
        most: bool,
    ) -> FoundCells | None:
        """Give the row with the highest or lowest value of the column asked for.

        Where bands divide the rows, only those below the band that is asked for are compared.
        """
        group = self._band(table, asked)
        if group is None:
            return None
        kinds, allowed = _of_kinds(table, text)
        known |= terms(" ".join((group, *kinds)))
        bare = terms(_LEAST.sub(" ", _MOST.sub(" ", text))) - ASKING
        said = [m.end() for m in (_MOST.search(text), _LEAST.search(text)) if m]
        key = terms(_CLAUSE.split(text[min(said) :], maxsplit=1)[0]) - ASKING
        first = terms(" ".join(text[min(said) :].split()[:1]))
        named = bool(first & _own_words(table))  # "the most closure orders": Closure
        columns, heads = self._lines.columns_meant(
            table, text, bare & key if named else bare, known
        )
        if len(columns) != 1:
            return None
        column = columns[0]
        beside = (bare - key) & _own_words(table) if named else frozenset()
        if beside - table.heads[column]:
            others, more = self._lines.columns_meant(table, text, bare - key, known)
            if len(others) != 1:
                return None
            columns, heads = (column, *others), heads | more
        covered = known | heads | KINDS_OF_ROW
        if is_left(bare, covered, text):
            return None
        heads |= key if named else frozenset()  # "closure orders", though the head says Closure
        explained = self._weights.explained(bare, known | heads)
        if bare & KINDS_OF_ROW and not bare & KINDS_OF_ROW & known:
            explained = self._weights.explained(bare - KINDS_OF_ROW, known | heads) - 0.05
        about = table.about | table.heads[column] | table.stub | terms(group)
        subject = bare & about - KINDS_OF_ROW
        if explained < (_OF_HEAD if named else _OF_EXTREME) or not subject:
            return None
        values = numbers_in(table, column, known - terms(" ".join(kinds)), group)
        values = {row: value for row, value in values.items() if row in allowed}
        if len(values) < (1 if kinds else 2):
            return None
        ends = max(values.values()) if most else min(values.values())
        rows = tuple(n for n, v in values.items() if v == ends)
        word = "Highest" if most else "Lowest"
        of = f"{word} of the {len(values)} rows" if len(values) > 1 else "The only row"
        lead = " ".join((of, *(f"“{kind}”" for kind in kinds)))
        return FoundCells(
            table, rows, columns, explained, -self._weights.of(table.about - asked), lead
        )

    def _band(self, table: CellTable, asked: frozenset[str]) -> str | None:
        """Give the band over a table's rows that is asked for, "" where it has none or one.

        None where the question tells no one of several.
        """
        bands = list(dict.fromkeys(row.group for row in table.data.rows))
        if len(bands) < 2:
            return ""
        weights = sorted(((self._weights.of(terms(b) & asked), b) for b in bands), reverse=True)
        apart = weights[0][0] - weights[1][0] >= TIED
        return weights[0][1] if apart else None

    def _each(
        self, table: CellTable, text: str, asked: frozenset[str], known: frozenset[str]
    ) -> FoundCells | None:
        """Give the whole column where the question asks for each of its rows."""
        columns, heads = self._lines.columns_meant(table, text, asked, known)
        covered = known | heads | KINDS_OF_ROW | terms("each every by breakdown broken split list")
        if len(columns) != 1 or is_left(asked, covered, text):
            return None
        explained = self._weights.explained(asked, covered)
        subject = asked & (table.about | heads) - KINDS_OF_ROW
        if explained < 0.85 or len(subject) < 2 or len(table.data.rows) > _MOST_SAID:
            return None
        rows = tuple(range(len(table.data.rows)))
        return FoundCells(table, rows, columns, explained, -self._weights.of(table.about - asked))


def _is_said(label: str, text: str) -> bool:
    """Whether a question says a label, in whatever form its words have: "day-crewed"."""
    words = [re.escape(w if len(w) < _ROOT else w[:_ROOT]) for w in re.findall(r"\w+", label)]
    return re.search(r"\b" + r"\w*\W+".join(words), text, re.I) is not None


def _of_kinds(table: CellTable, text: str) -> tuple[list[str], set[int]]:
    """Give the kinds of rows that a question names, and the rows of all of them.

    A kind is what several rows share in a column of labels: "Day crewing", 2023/24.
    """
    rows = table.data.rows
    allowed = set(range(len(rows)))
    kinds: list[str] = []
    for column in range(len(table.data.stub)):
        labels = [row.labels[column] if column < len(row.labels) else "" for row in rows]
        named = [v for v in set(labels) if v and _is_said(v, text)]
        if len(named) == 1 and len(set(labels)) < len(labels):
            kinds += named
            allowed &= {n for n, label in enumerate(labels) if label == named[0]}
    return kinds, allowed


def _is_of_else(table: CellTable, asked: frozenset[str], covered: frozenset[str]) -> bool:
    """Whether all that a question is about, besides its row and in what measure, is missing."""
    subject = {t for t in asked if t.isalpha()} - table.title - ASKING - NEUTRAL - KINDS_OF_ROW
    subject -= {"per", "share", "price"}
    return bool(subject) and not subject & covered


def _periods(found: Collection[str]) -> set[str]:
    """Give the terms that are years, of the calendar or of accounts."""
    return {t for t in found if _PERIOD.match(t)}


def _is_of_periods(table: CellTable) -> bool:
    """Whether a table's columns are years, so that a year asked for must be one of them."""
    return sum(bool(_periods(own)) for own in table.heads) > 1


def _own_words(table: CellTable) -> frozenset[str]:
    """Give the words by which the heads of a table's columns differ."""
    common = common_to_heads(table)
    return frozenset(t for own in table.heads for t in own - common if t.isalpha())


def _turned(table: CellTable, rows: Sequence[int], columns: Sequence[int], text: str) -> bool:
    """Whether the question says "not" and neither the cell's row nor its column does."""
    if not _NOT.search(text):
        return False
    labels = " ".join(part for n in rows for part in table.data.rows[n].labels)
    heads = " ".join(part for n in columns for part in table.data.heads[n])
    return not _NEGATIVE.search(f"{labels} {heads} {table.data.caption}")
