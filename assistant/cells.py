"""Answers from tables that are no registers: the cell under the head and beside the label asked.

A cell is given only where the question's words name its row and its column and leave little over;
else nothing is, and the question is answered from passages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assistant.answer_kinds import holds_needed
from assistant.cell_terms import (
    ASKING,
    KINDS_OF_ROW,
    NEUTRAL,
    amounts,
    measure_of,
    measures_asked,
    terms,
    within,
)
from assistant.citations import quotes
from assistant.drafts import Draft, Said, Source
from assistant.english import is_common
from assistant.phrases import document_name
from assistant.scopes import Scopes
from assistant.types import Question
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.quotes import find_run
from ingest.types import DataRow, DataTable, Document

_EXPLAINED = 0.72  # of the question's words by weight: fewer leave open what is asked for
_COVERED = 0.6  # of a label's words by weight that the question must have
_NEAR = 0.04  # of the question's words: tables as near as this may all be meant
_TIED = 0.6  # points between columns, or rows, that cannot be told apart
_LONGEST_CELL = 400  # characters; longer cells are passages
_MOST_SAID = 40  # rows of a whole column
_FURTHEST = 250  # characters from a label to its values
_MOST_TABLES = 4
_MOST_ROWS = 3  # that one question may name
_ENOUGH = 7.0  # weight of a long label's words that point to its row
_AHEAD = 4.0  # by how much they must point there rather than elsewhere
_UNKNOWN = 9.0  # weight of a word that no document has

_MOST = re.compile(
    r"\b(?<!at )(?:highest|most|largest|biggest|greatest|top|longest|maximum)\b", re.I
)
_LEAST = re.compile(r"\b(?<!at )(?:lowest|fewest|least|smallest|shortest|minimum)\b", re.I)
_AND = re.compile(r"\b(?:and|or)\b|&", re.I)
_WH = re.compile(
    r"(?:^\W*|\band |[,;.?] )(?:\w+ ){0,2}(?:who|what|when|where|which|how (?:many|much|often))\b",
    re.I,
)
_WHICH = re.compile(r"\b(?:which|what|who|where|when)\b", re.I)
_EACH = re.compile(
    r"\b(?:each|every|by (?:district|area|year|month|age|sex|role|sector|organisation|type)"
    r"|breakdown|broken down|split by|list)\b",
    re.I,
)
_COMPUTED = re.compile(
    r"\b(?:difference|average|mean|combined|sum of|add(?:ed)? up|how many (?:more|fewer)"
    r"|(?:more|fewer|less|higher|lower|greater|worse|better|larger|smaller) than (?!\d|\w+ times)"
    r"|compared?|why|how come|reasons?)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|without|no longer)\b|n[’']t\b", re.I)
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|without|none|neither)\b|n[’']t\b|\b(?:un|non-?)\w{4,}", re.I
)
_YES = re.compile(r"^(?:yes|y|x|✓|✔|●|•|\uf0fc|true)$", re.I)
_NONE = re.compile(r"^(?:[-–—]{1,2}|\.\.|:|n/?a|\[[xczu]\])$", re.I)
_TOTAL = frozenset({"total", "all", "grand"})
_WIDER = frozenset(terms("England Wales Scotland Britain Kingdom UK Ireland"))


@dataclass(frozen=True, slots=True)
class _Table:
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
class _Found:
    """Cells of one row or one column of a table, and how much of the question they explain."""

    table: _Table
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    explained: float
    near: float
    lead: str = ""
    marks: frozenset[str] = field(default_factory=frozenset)


class Cells:
    """Finds cells in the tables of a library."""

    def __init__(self, library: Library, scopes: Scopes) -> None:
        self._library = library
        self._scopes = scopes

    def answer(self, question: Question) -> Draft | None:
        """Give the cell, row or column that a question names; None unless it is certain."""
        text = question.text
        if _COMPUTED.search(text) or not self._tables:
            return None
        asked = self._asked(text)
        if not asked:
            return None
        chosen = self._within(question.documents, text, asked)
        if not chosen and question.documents == self._scopes.find(text):
            chosen = self._within((), text, asked)  # the name may be a row's, not a document's
        if not chosen or not all(_holds_what_is_asked(one, text) for one in chosen):
            return None
        return self._draft(chosen)

    def _within(self, documents: Collection[str], text: str, asked: frozenset[str]) -> list[_Found]:
        """Give what answers best in some documents, or in all."""
        found = [
            one
            for table in self._tables
            if not documents or table.document.info.name in documents
            for one in self._in_table(table, text, asked)
        ]
        return _best(found)

    @cached_property
    def _tables(self) -> tuple[_Table, ...]:
        return tuple(_taken(d, t) for d in self._library.documents for t in d.data)

    @cached_property
    def _weights(self) -> dict[str, float]:
        counts: dict[str, int] = {}
        for word, times in self._library.vocabulary.items():
            for term in terms(word) or tokenise(word):
                counts[term] = counts.get(term, 0) + times
        total = max(len(self._library.passages), 2)
        return {t: max(math.log(total / n), 0.3) for t, n in counts.items()}

    def _weight(self, found: Iterable[str]) -> float:
        return sum(self._weights.get(t, 4.0 if not t.isalpha() else _UNKNOWN) for t in found)

    def _asked(self, text: str) -> frozenset[str]:
        """Give the terms of a question; "not confident" is "unconfident" where a head says so."""
        for match in re.finditer(r"\bnot (\w{4,})", text):
            if terms("un" + match[1]) <= self._all_heads:
                text = text.replace(match.group(), "un" + match[1])
        return frozenset(t for t in terms(text) if t not in ASKING)

    @cached_property
    def _all_heads(self) -> frozenset[str]:
        return frozenset(t for table in self._tables for own in table.heads for t in own)

    def _explained(self, asked: frozenset[str], covered: frozenset[str]) -> float:
        """Give how much of a question is covered, by weight; everyday words left count less."""
        have = self._weight(asked & covered)
        left = sum(
            self._weight((t,)) * (0.5 if is_common(t, 3000) else 1.0) for t in asked - covered
        )
        return have / max(have + left, 0.1)

    def _in_table(self, table: _Table, text: str, asked: frozenset[str]) -> list[_Found]:
        known = table.about | table.title | table.stub
        superlative = _MOST.search(text) or _LEAST.search(text)
        if superlative and _WHICH.search(text):
            one = self._extreme(table, text, asked, known)
            return [one] if one else []
        rows, own = self._rows_meant(table, text, asked)
        if not rows:
            each = self._each(table, text, asked, known) if _EACH.search(text) else None
            each = each or (
                self._ticked(table, text, asked, known) if _WHICH.search(text) else None
            )
            return [each] if each else []
        ranged = _range_columns(table, rows[0], text)
        columns, heads = self._columns_meant(table, text, asked - own, known, ranged)
        covered = known | own | heads
        if (
            not columns
            or _is_hard_left(asked, covered, text)
            or _turned(table, rows, columns, text)
        ):
            return []
        explained = self._explained(asked, covered)
        if explained < _EXPLAINED:
            return []
        spare = self._weight(table.about - asked) + 0.5 * self._weight(table.title - asked)
        explained -= 0.05 * (len(columns) > 1 and len(measures_asked(text)) == 1)
        return [_Found(table, rows, columns, explained, -spare)]

    def _rows_meant(
        self, table: _Table, text: str, asked: frozenset[str]
    ) -> tuple[tuple[int, ...], frozenset[str]]:
        """Give the rows whose label the question has, and the question's terms they explain.

        There are several where it names several whole, or where it cannot tell two apart.
        """
        ranged = _in_range(table, text)
        scored: list[tuple[float, float, int]] = []
        for index, own in enumerate(table.rows):
            label = terms(" ".join(table.data.rows[index].labels)) or own
            label = label - table.stub or label
            shared = self._weight(own & asked)
            weight = self._weight(label)
            covered = self._weight(label & asked) / weight if weight else 0.0
            if index in ranged:
                shared, covered = shared + 9.0, 1.0
            if shared and (covered >= _COVERED or len(label & asked) > 1):
                scored.append((shared, covered, index))
        scored.sort(key=lambda s: (-s[0], -s[1], s[2]))
        if not scored:
            return (), frozenset()
        shared, covered, best = scored[0]
        rivals = [s for s in scored[1:] if shared - s[0] < _TIED]
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
        if own & _TOTAL or own <= table.title:
            own |= _TOTAL & asked
        return rows, own | frozenset(t for n in rows for t in ranged.get(n, ()))

    def _columns_meant(
        self,
        table: _Table,
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
        common = frozenset.intersection(*table.heads) if len(table.heads) > 1 else frozenset()
        for own, measure in zip(table.heads, table.measures, strict=True):
            mine = (own - common) & asked
            score = self._weight(mine - table.about) + 0.4 * self._weight(mine & table.about)
            score -= 0.3 * self._weight(own - common - asked - NEUTRAL - ASKING)
            score += 4.0 * (measure in wanted) if measure else 0.0
            score -= 6.0 * (measure == "interval" and "interval" not in wanted)
            scores.append(score)
        scores = [-99.0 if n in skipped else s for n, s in enumerate(scores)]
        best = max(scores)
        tied = tuple(n for n, s in enumerate(scores) if best - s < _TIED)
        named = [n for n in tied if (table.heads[n] - common) & asked]
        asked_kinds = [k for k in wanted if k in table.measures]
        if len(asked_kinds) > 1:
            tied = _of_kinds(table, tied[0], asked_kinds, asked)
        elif len(tied) > 1 and named and len(named) < len(tied):
            tied = tuple(named)
        heads = frozenset(t for n in tied for t in table.heads[n])
        some = frozenset(t for own in table.heads for t in own)
        if len(tied) > 1 and len(asked_kinds) < 2 and (some - common) & asked - known:
            return ((), frozenset()) if len(tied) < len(scores) else (tied, heads)
        kinds = {"%": "share", "rate": "rate", "price": "price"}
        explained = {t for t, k in kinds.items() if any(table.measures[n] == k for n in tied)}
        return tied, heads | explained

    def _ticked(
        self, table: _Table, text: str, asked: frozenset[str], known: frozenset[str]
    ) -> _Found | None:
        """Give the rows that have a tick in the column asked for: "which of them come in 4mm"."""
        columns, heads = self._columns_meant(table, text, asked, known)
        covered = known | heads | KINDS_OF_ROW
        if len(columns) != 1 or not heads & asked - known or _is_hard_left(asked, covered, text):
            return None
        explained = self._explained(asked, covered)
        values = [row.values[columns[0]] for row in table.data.rows]
        rows = tuple(n for n, v in enumerate(values) if _YES.match(v))
        ticks = all(not v or _YES.match(v) or _NONE.match(v) or v.lower() == "no" for v in values)
        if explained < _EXPLAINED or not ticks or not rows:
            return None
        return _Found(table, rows, columns, explained, -self._weight(table.about - asked))

    def _extreme(
        self, table: _Table, text: str, asked: frozenset[str], known: frozenset[str]
    ) -> _Found | None:
        """Give the row with the highest or lowest value of the column asked for."""
        most = _MOST.search(text) is not None
        bare = self._asked(_LEAST.sub(" ", _MOST.sub(" ", text)))
        columns, heads = self._columns_meant(table, text, bare, known)
        if len(columns) != 1:
            return None
        column = columns[0]
        covered = known | heads | KINDS_OF_ROW
        if _is_hard_left(bare, covered, text):
            return None
        explained = self._explained(bare, known | heads)
        if bare & KINDS_OF_ROW and not bare & KINDS_OF_ROW & known:
            explained = self._explained(bare - KINDS_OF_ROW, known | heads) - 0.05
        subject = bare & (table.about | table.heads[column] | table.stub) - KINDS_OF_ROW
        if explained < 0.8 or not subject:
            return None
        values = _numbers(table, column, known)
        if len(values) < 2:
            return None
        ends = max(values.values()) if most else min(values.values())
        rows = tuple(n for n, v in values.items() if v == ends)
        word = "Highest" if most else "Lowest"
        lead = f"{word} of the {len(values)} rows"
        return _Found(table, rows, columns, explained, -self._weight(table.about - asked), lead)

    def _each(
        self, table: _Table, text: str, asked: frozenset[str], known: frozenset[str]
    ) -> _Found | None:
        """Give the whole column where the question asks for each of its rows."""
        columns, heads = self._columns_meant(table, text, asked, known)
        covered = known | heads | KINDS_OF_ROW | terms("each every by breakdown broken split list")
        if len(columns) != 1 or _is_hard_left(asked, covered, text):
            return None
        explained = self._explained(asked, covered)
        subject = asked & (table.about | heads) - KINDS_OF_ROW
        if explained < 0.85 or len(subject) < 2 or len(table.data.rows) > _MOST_SAID:
            return None
        rows = tuple(range(len(table.data.rows)))
        return _Found(table, rows, columns, explained, -self._weight(table.about - asked))

    def _draft(self, chosen: Sequence[_Found]) -> Draft | None:
        said: list[Said] = []
        documents = {one.table.document.info.name for one in chosen}
        blank = True
        for one in chosen:
            for row in one.rows:
                sentence = self._sentence(one, row, named=len(documents) > 1)
                if sentence is None:
                    return None
                said.append(sentence)
                values = one.table.data.rows[row].values
                blank = blank and all(_NONE.match(values[c]) for c in one.columns)
        if len(documents) > 1:
            return Draft("ambiguous", tuple(said))
        return Draft("blank" if blank else "answered", tuple(said))

    def _sentence(self, one: _Found, index: int, *, named: bool) -> Said | None:
        """Say cells of one row with their heads, caption and notes, resting on the row."""
        data, row = one.table.data, one.table.data.rows[index]
        values = [row.values[c] for c in one.columns]
        if not any(values) or any(len(v) > _LONGEST_CELL for v in values):
            return None
        if len(values) == 1 and not values[0]:
            return None
        source = self._checked(one.table.document, data, row, values)
        if source is None:
            return None
        text = _said(one, row, values)
        if named:
            text = f"In {document_name(one.table.document.info)}: {text}"
        notes = [n for n in data.notes for v in values if v[-1:] in "*†‡^" and n.startswith(v[-1:])]
        notes += [n for n in data.notes for v in values if _NONE.match(v) and "dash" in n.lower()]
        extra = tuple(
            Source(source.document, source.section, source.places, n) for n in dict.fromkeys(notes)
        )
        text += "".join(f" {n}" for n in dict.fromkeys(notes))
        return Said(text, (source, *extra))

    def _checked(
        self, document: Document, data: DataTable, row: DataRow, values: Sequence[str]
    ) -> Source | None:
        """Give the row as a source if the values are in what can be quoted of it.

        Where the page's text does not run along the row, the run from its label to the last of
        the values is taken.
        """
        for place in row.places:
            texts = (
                place.text,
                _run_of(document.page(place.page).text if place.page else "", row, values),
            )
            for text in filter(None, texts):
                source = Source(document.info.name, data.section, (place,), text)
                quoted = _letters(" ".join(c.quote for c in quotes(source, self._library)))
                if quoted and all(_letters(_bare(v)) in quoted for v in values):
                    return source
        return None


def _run_of(page: str, row: DataRow, values: Sequence[str]) -> str:
    """Give the page's text from a row's label to the last of its values, where they are near."""
    label = find_run(page, row.labels[-1])
    runs = [find_run(page, _bare(v), label.end) for v in values] if label else []
    if label is None or not runs or any(r is None for r in runs):
        return ""
    end = max(r.end for r in runs if r)
    return page[label.start : end] if end - label.end < _FURTHEST else ""


def _bare(value: str) -> str:
    """Give a value without what stands in brackets after it."""
    return re.sub(r"(?<=\S)\s*\(.*$", "", value)


def _taken(document: Document, data: DataTable) -> _Table:
    info = document.info
    heads = tuple(terms(" ".join(path)) for path in data.heads)
    columns = tuple(
        tuple(row.values[n] for row in data.rows if row.values[n]) for n in range(len(heads))
    )
    names = " ".join((info.title, info.organisation, info.date, *info.aliases))
    return _Table(
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


def _best(found: Sequence[_Found]) -> list[_Found]:
    """Give the cells that explain most; those of several tables where nothing tells them apart."""
    if not found:
        return []
    top = max(one.explained for one in found)
    near = [one for one in found if top - one.explained < _NEAR]
    near.sort(key=lambda one: -one.near)
    documents = {one.table.document.info.name for one in near}
    if len(documents) == 1:
        first = near[0]
        same = [one for one in near if first.near - one.near < _TIED]
        return same if len(same) <= _MOST_TABLES else []
    best: dict[str, _Found] = {}
    for one in near:
        best.setdefault(one.table.document.info.name, one)
    if len(best) > _MOST_TABLES:
        return []
    labels = {one.table.data.rows[one.rows[0]].labels for one in best.values()}
    return list(best.values()) if len(labels) == 1 else [near[0]]


def _is_hard_left(asked: frozenset[str], covered: frozenset[str], text: str) -> bool:
    """Whether a period, a year, a band or a name of the question is none of the table's."""
    left = asked - covered
    if any(re.match(r"^(?:[pb]\d|b<\d|(?:19|20)\d\d$)", t) for t in left):
        return True
    names = re.findall(r"(?<![.?!]\s)(?<!^)\b[A-Z][\w’'-]+", text)
    proper = {t for name in names if name.lower() != "i" for t in terms(name)}
    return bool(proper & left)


def _in_range(table: _Table, text: str) -> dict[int, frozenset[str]]:
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


def _of_kinds(
    table: _Table, column: int, kinds: Sequence[str], asked: frozenset[str]
) -> tuple[int, ...]:
    """Give the columns of each kind asked for that stand under the same head as one of them."""
    path = table.data.heads[column][:-1]
    return tuple(
        n
        for n, measure in enumerate(table.measures)
        if measure in kinds and (table.data.heads[n][:-1] == path or table.heads[n] & asked)
    ) or (column,)


def _numbers(table: _Table, column: int, known: frozenset[str]) -> dict[int, float]:
    """Give a column's numbers by row, without totals; what stands below a total is a wider area."""
    found: dict[int, float] = {}
    for index, row in enumerate(table.data.rows):
        label = terms(" ".join(row.labels))
        total = bool(label & (_TOTAL | _WIDER)) or label <= known
        if total and len(found) > 1:
            break
        number = re.match(r"^[£$€]?\s?(-?[\d,]*\.?\d+)", row.values[column])
        if number and not total:
            found[index] = float(number[1].replace(",", ""))
    return found


def _range_columns(table: _Table, row: int, text: str) -> tuple[int, ...]:
    """Give the columns whose cell, being the range that a number lies in, is no answer."""
    values = table.data.rows[row].values
    found = [n for n, v in enumerate(values) if any(within(a, u, v) for a, u in amounts(text))]
    return tuple(found) if len(found) < len(values) else ()


def _holds_what_is_asked(one: _Found, text: str) -> bool:
    """Whether cells hold a number or a date where one is asked for, and all that is asked."""
    data = one.table.data
    values = [data.rows[n].values[c] for n in one.rows for c in one.columns]
    parts = [part for n in one.rows for part in data.rows[n].labels]
    parts += [part for c in one.columns for part in data.heads[c]]
    if all(_NONE.match(v) for v in values):
        return True
    ranged = any(_range_columns(one.table, n, text) for n in one.rows)
    several = len(_WH.findall(text)) > 1 and len(values) + ranged == 1
    return not several and holds_needed(text, " ".join((*values, *parts)))


def _turned(table: _Table, rows: Sequence[int], columns: Sequence[int], text: str) -> bool:
    """Whether the question says "not" and neither the cell's row nor its column does."""
    if not _NOT.search(text):
        return False
    labels = " ".join(part for n in rows for part in table.data.rows[n].labels)
    heads = " ".join(part for n in columns for part in table.data.heads[n])
    return not _NEGATIVE.search(f"{labels} {heads} {table.data.caption}")


def _said(one: _Found, row: DataRow, values: Sequence[str]) -> str:
    heads = [_head(one.table.data.heads[c]) for c in one.columns]
    label = ", ".join(dict.fromkeys(part for part in (row.group, *row.labels) if part))
    if len(values) == 1:
        text = f"{label}, {heads[0]}: {values[0]}"
    else:
        pairs = zip(heads, values, strict=True)
        text = f"{label} – " + "; ".join(f"{h}: {v}" for h, v in pairs if v)
    if one.lead:
        text = f"{one.lead}: {text}"
    caption = one.table.data.caption.rstrip(":. ")
    return f"{text} ({caption})." if caption else f"{text}."


def _head(path: Sequence[str]) -> str:
    return ", ".join(path)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
