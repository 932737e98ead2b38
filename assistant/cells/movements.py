"""Which rows of a table rose or fell: between two years, or by the column that says the change."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.cells.tables import TOTAL, CellTable, FoundCells, Weights, is_left, numbers_in
from assistant.cells.terms import ASKING, KINDS_OF_ROW, terms

_DOWN = (
    r"(?:did|does|do|has|have|had) .{2,90}\b(?:fall(?:en)?|decreased?|declined?|dropp?(?:ed)?"
    r"|gone? down)\b|\b(?:fell|decreased|declined|dropped|went down|has fallen|have fallen)\b"
    r"|\ba (?:fall|drop|decrease|decline|reduction) in\b"
)
_UP = (
    r"(?:did|does|do|has|have|had) .{2,90}\b(?:rise|risen|increased?|grow|grown|gone? up)\b"
    r"|\b(?:rose|increased|grew|went up|has risen|have risen)\b"
    r"|\b(?:a|an) (?:rise|increase|growth) in\b"
)
_ASKED = re.compile(r"\b(?:which|what|list|name|how many)\b", re.I)
_WAYS = (("fell", re.compile(_DOWN, re.I)), ("rose", re.compile(_UP, re.I)))
_SAYING = terms(
    "fall fell fallen decrease decreased decline declined drop dropped reduction rise rose risen "
    "increase increased grow grew growth went gone going up down between from since than before "
    "change see saw seen name list"
)
_CHANGE = re.compile(r"\bchange\b|\bdifference\b|\bmovement\b|±|\+/[-–−]", re.I)
_YEAR_BEFORE = re.compile(r"\b(?:year|quarter|month)(?: before|['’]?s? earlier)\b|\bon the year\b")
_PERIOD = re.compile(r"^(?:p?(?:19|20)\d\d(?:/\d\d)?)$")
_SIGN = re.compile(r"^\W*?(?P<sign>[-–−+])\s?[£$€]?\d")
_EXPLAINED = 0.72  # of the question's words by weight: fewer leave open which figures are meant
_MOST_ROWS = 40
_TWO = 2  # years, or bands over rows


@dataclass(frozen=True, slots=True)
class Movement:
    """The rows that moved as asked, and how many were compared."""

    found: FoundCells
    compared: int


def way_asked(text: str) -> str:
    """Give which way the rows that a question asks for moved, "fell" or "rose"; "" for neither."""
    return next((way for way, cue in _WAYS if _ASKED.search(text) and cue.search(text)), "")


class Movements:
    """Finds the rows of one table whose figures moved up or down."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def find(self, table: CellTable, text: str, way: str) -> Movement | None:
        """Give the rows that moved that way, as a question asks; None where a table is silent."""
        if len(table.data.rows) > _MOST_ROWS:
            return None
        asked = frozenset(terms(text)) - ASKING - _SAYING
        known = table.about | table.title | table.stub | KINDS_OF_ROW
        columns = self._columns(table, text, asked)
        heads = frozenset(t for column in columns for t in table.heads[column])
        covered = known | heads
        subject = {t for t in asked if t.isalpha()} - KINDS_OF_ROW - table.title
        if not columns or is_left(asked, covered, text) or (subject and not subject & table.about):
            return None
        explained = self._weights.explained(asked, covered)
        if explained < _EXPLAINED:
            return None
        group = _group(table, asked - known)
        if group is None:
            return None
        moved = _by_years if len(columns) > 1 else _by_sign
        fits = moved(table, columns, group)
        if not fits or len(fits) < _filled(table, columns[-1], group):
            return None  # a figure that cannot be read may be one that moved
        kept = tuple(
            row for row, change in fits.items() if (change < 0) == (way == "fell") and change
        )
        if not kept:
            return None
        cells = FoundCells(table, kept, columns, explained, -self._weights.of(table.about - asked))
        return Movement(cells, len(fits))

    def _columns(self, table: CellTable, text: str, asked: frozenset[str]) -> tuple[int, ...]:
        """Give the two columns that are compared, or the one that tells the change."""
        years = [n for n, own in enumerate(table.heads) if any(map(_PERIOD.match, own))]
        years.sort(key=lambda n: _year(table, n))
        named = [n for n in years if table.heads[n] & {t for t in asked if _PERIOD.match(t)}]
        if len(named) == _TWO:
            return tuple(named)
        told = [n for n, path in enumerate(table.data.heads) if _CHANGE.search(" ".join(path))]
        if len(told) == 1:
            return (told[0],)
        if _YEAR_BEFORE.search(text) and len(years) > 1 and not named:
            return (years[-2], years[-1])
        return ()


def _year(table: CellTable, column: int) -> str:
    """Give the year of a column's head, by which the earlier of two is told."""
    return min(t.lstrip("p") for t in table.heads[column] if _PERIOD.match(t))


def _filled(table: CellTable, column: int, group: str) -> int:
    """Count the rows, without totals, that say anything at all in a column."""
    rows = [row for row in table.data.rows if not group or row.group == group]
    own = [
        row for row in rows if not terms(" ".join(row.labels)) <= TOTAL | table.title | KINDS_OF_ROW
    ]
    return sum(bool(re.search(r"\w", row.values[column])) for row in own)


def _group(table: CellTable, asked: frozenset[str]) -> str | None:
    """Give the band over the rows that is asked for, "" where there is none; None if untold."""
    groups = {row.group for row in table.data.rows}
    named = [group for group in groups if terms(group) & asked]
    if len(groups) < _TWO:
        return ""
    return named[0] if len(named) == 1 else None


def _by_years(table: CellTable, columns: tuple[int, ...], group: str) -> dict[int, float]:
    """Give how far each row moved from the first column to the second, totals left out."""
    first, second = (numbers_in(table, column, table.title, group) for column in columns)
    return {row: second[row] - first[row] for row in first if row in second}


def _by_sign(table: CellTable, columns: tuple[int, ...], group: str) -> dict[int, float]:
    """Give the change of each row that the column tells by a sign, totals left out."""
    found: dict[int, float] = {}
    for row, change in numbers_in(table, columns[0], table.title, group).items():
        sign = _SIGN.match(table.data.rows[row].values[columns[0]])
        found[row] = change if sign is None or sign["sign"] == "+" else -abs(change)
    return found
