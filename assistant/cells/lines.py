"""Chooses the rows and the columns of one table that a question names."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.cells.tables import TOTAL, CellTable, Weights, in_range, of_kinds
from assistant.cells.terms import ASKING, NEUTRAL, measures_asked, terms

_COVERED = 0.6  # of a label's words by weight that the question must have
TIED = 0.6  # points between columns, or rows, that cannot be told apart
_MOST_ROWS = 3  # that one question may name
_ENOUGH = 7.0  # weight of a long label's words that point to its row
_AHEAD = 4.0  # by how much they must point there rather than elsewhere
_AND = re.compile(r"\b(?:and|or)\b|&", re.I)


class TableLines:
    """Weighs the labels of a table's rows and the heads of its columns against a question."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def rows_meant(
        self, table: CellTable, text: str, asked: frozenset[str]
    ) -> tuple[tuple[int, ...], frozenset[str]]:
        """Give the rows whose label the question has, and the question's terms they explain.

        There are several where it names several whole, or where it cannot tell two apart.
        """
        ranged = in_range(table, text)
        scored: list[tuple[float, float, int]] = []
        for index, own in enumerate(table.rows):
            label = terms(" ".join(table.data.rows[index].labels)) or own
            label = label - table.stub or label
            shared = self._weights.of(own & asked)
            weight = self._weights.of(label)
            covered = self._weights.of(label & asked) / weight if weight else 0.0
            if index in ranged:
                shared, covered = shared + 9.0, 1.0
            if shared and (covered >= _COVERED or len(label & asked) > 1):
                scored.append((shared, covered, index))
        scored.sort(key=lambda s: (-s[0], -s[1], s[2]))
        if not scored:
            return (), frozenset()
        shared, covered, best = scored[0]
        rivals = [s for s in scored[1:] if shared - s[0] < TIED]
        if covered < _COVERED:
            behind = scored[1][0] if len(scored) > 1 else 0.0
            if shared < _ENOUGH or shared - behind < _AHEAD:
                return (), frozenset()
        rows: tuple[int, ...] = (best,)
        if rivals and covered < 1.0:
            rows = (best, *(s[2] for s in rivals))
        elif rivals and any(s[1] == 1.0 for s in rivals):
            rows = (best, *(s[2] for s in rivals if s[1] == 1.0))
        elif _AND.search(text):
            whole = [
                s[2] for s in scored[1:] if s[1] == 1.0 and not table.rows[s[2]] & table.rows[best]
            ]
            rows = (best, *whole[:2])
        if len(rows) > _MOST_ROWS:
            return (), frozenset()
        own = frozenset(t for n in rows for t in table.rows[n]) & asked
        if own & TOTAL or own <= table.title:
            own |= TOTAL & asked
        return rows, own | frozenset(t for n in rows for t in ranged.get(n, ()))

    def columns_meant(
        self,
        table: CellTable,
        text: str,
        asked: frozenset[str],
        known: frozenset[str],
        skipped: Collection[int] = (),
    ) -> tuple[tuple[int, ...], frozenset[str]]:
        """Give the columns that the question means: the best alone, or all that it does not tell.

        A period, a band or a measure that it names must be the column's, the table's or nobody's.
        """
        wanted = measures_asked(text)
        scores: list[float] = []
        common = common_to_heads(table)
        for own, measure in zip(table.heads, table.measures, strict=True):
            mine = (own - common) & asked
            score = self._weights.of(mine - table.about) + 0.4 * self._weights.of(
                mine & table.about
            )
            score -= 0.3 * self._weights.of(own - common - asked - NEUTRAL - ASKING)
            score += 4.0 * (measure in wanted) if measure else 0.0
            score -= 6.0 * (measure == "interval" and "interval" not in wanted)
            scores.append(score)
        scores = [-99.0 if n in skipped else s for n, s in enumerate(scores)]
        best = max(scores)
        tied = tuple(n for n, s in enumerate(scores) if best - s < TIED)
        named = [n for n in tied if (table.heads[n] - common) & asked]
        asked_kinds = [k for k in wanted if k in table.measures]
        if len(asked_kinds) > 1:
            tied = of_kinds(table, tied[0], asked_kinds, asked)
        elif len(tied) > 1 and named and len(named) < len(tied):
            tied = tuple(named)
        heads = frozenset(t for n in tied for t in table.heads[n])
        some = frozenset(t for own in table.heads for t in own)
        if len(tied) > 1 and len(asked_kinds) < 2 and (some - common) & asked - known:
            return ((), frozenset()) if len(tied) < len(scores) else (tied, heads)
        kinds = {"%": "share", "rate": "rate", "price": "price"}
        explained = {t for t, k in kinds.items() if any(table.measures[n] == k for n in tied)}
        return tied, heads | explained


def common_to_heads(table: CellTable) -> frozenset[str]:
    """Give the terms that stand in the head of every column, where there are several."""
    return frozenset.intersection(*table.heads) if len(table.heads) > 1 else frozenset()
