"""Answers from tables that are no registers: the cell under the head and beside the label asked.

A cell is given only where the question's words name its row and its column and leave little over;
else nothing is, and the question is answered from passages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property

from assistant.cells.lines import TIED
from assistant.cells.movements import Movements, way_asked
from assistant.cells.search import NONE, CellSearch
from assistant.cells.tables import CellTable, FoundCells, Weights, range_columns, taken
from assistant.cells.terms import ASKING, terms
from assistant.citations import quotes
from assistant.drafts import Draft, Said, Source
from assistant.question.scopes import Scopes
from assistant.question.understand import in_documents_words
from assistant.types import Question
from assistant.wording.answer_kinds import holds_needed
from assistant.wording.phrases import capital, counted, document_name
from ingest.library import Library
from ingest.types import DataRow, DataTable, Document
from ingest.wording.quotes import find_run, letters

_NEAR = 0.04  # of the question's words: tables as near as this may all be meant
_LONGEST_CELL = 400  # characters; longer cells are passages
_FURTHEST = 250  # characters from a label to its values
_MOST_TABLES = 4

_WH = re.compile(
    r"(?:^\W*|\band |[,;.?] )(?:\w+ ){0,2}(?:who|what|when|where|which|how (?:many|much|often))\b",
    re.I,
)
_COMPUTED = re.compile(
    r"\b(?:difference|average|mean|combined|sum of|add(?:ed)? up|how many (?:more|fewer)"
    r"|why|how come|reasons?)\b",
    re.I,
)
#: Two cells beside each other are what such questions ask for, and nothing less.
_COMPARED = re.compile(
    r"\b(?:(?:more|fewer|less|higher|lower|greater|worse|better|larger|smaller|faster|slower"
    r"|longer|shorter) than (?!\d|\w+ times)|compared?)\b",
    re.I,
)


_MEANING = re.compile(
    r"\bwhat (?:counts|is (?:classed|meant|defined)|do(?:es)? .{2,40} mean)\b"
    r"|\bwhat['’]?s (?:classed|meant)\b"
    r"|^\W*what (?:is|are) an? [\w -]{3,40}\??$",
    re.I,
)


class Cells:
    """Finds cells in the tables of a library."""

    def __init__(self, library: Library, scopes: Scopes) -> None:
        self._library = library
        self._scopes = scopes
        weights = Weights(library)
        self._search = CellSearch(weights)
        self._movements = Movements(weights)

    def answer(self, question: Question) -> Draft | None:
        """Give the cell, row or column that a question names; None unless it is certain."""
        moved = self._moved(question)
        if moved:
            return moved
        chosen = self._chosen(question)
        return self._draft(chosen) if chosen else None

    def _moved(self, question: Question) -> Draft | None:
        """Say which rows rose or fell, where one table tells it."""
        way = way_asked(question.text)
        if not way:
            return None
        own = (t for t in self._tables if question.covers(t.document.info.name))
        found = [one for t in own if (one := self._movements.find(t, question.text, way))]
        best = _best([one.found for one in found])
        if len(best) != 1:
            return None
        one = next(one for one in found if one.found is best[0])
        draft = self._draft(best)
        if draft is None or draft.status != "answered":
            return None
        number = len(draft.said)
        name = document_name(one.found.table.document.info)
        lead = f"{capital(counted(number, 'row'))} of {one.compared} {way} in {name}:"
        lines = (replace(said, text=f"- {said.text}") for said in draft.said)
        return replace(draft, said=(Said(lead), *lines), count=number)

    def farthest(self, question: Question) -> tuple[Draft, str, str] | None:
        """Answer which row has the highest or lowest value; with its label and its document."""
        chosen = self._chosen(question)
        one = chosen[0] if len(chosen) == 1 else None
        draft = self._draft(chosen) if one and one.lead and len(one.rows) == 1 else None
        if one is None or draft is None or draft.status != "answered":
            return None
        labels = one.table.data.rows[one.rows[0]].labels
        return (draft, labels[0], one.table.document.info.name) if labels else None

    def _chosen(self, question: Question) -> list[FoundCells]:
        """Give the cells that a question names; none unless they are certain."""
        text = in_documents_words(question.text)
        if self._is_computed(text) or _MEANING.search(text) or not self._tables:
            return []
        asked = self._asked(text)
        if not asked:
            return []
        chosen = self._within(question.documents, text, asked)
        if not chosen and question.documents == self._scopes.find(text):
            chosen = self._within((), text, asked)  # the name may be a row's, not a document's
        if not all(_holds_what_is_asked(one, text) for one in chosen):
            return []
        if _COMPARED.search(text) and sum(len(one.rows) for one in chosen) < 2:
            return []
        return chosen

    def _is_computed(self, text: str) -> bool:
        """Whether a question asks for what no cell holds; an average may stand under that head."""
        said = (match.group() for match in _COMPUTED.finditer(text))
        return any(not terms(word) or not terms(word) <= self._all_heads for word in said)

    def _within(
        self, documents: Collection[str], text: str, asked: frozenset[str]
    ) -> list[FoundCells]:
        """Give what answers best in some documents, or in all."""
        found = [
            one
            for table in self._tables
            if not documents or table.document.info.name in documents
            for one in self._search.find(table, text, asked)
        ]
        return _best(found)

    @cached_property
    def _tables(self) -> tuple[CellTable, ...]:
        return tuple(taken(d, t) for d in self._library.documents for t in d.data)

    def _asked(self, text: str) -> frozenset[str]:
        """Give the terms of a question; "not confident" is "unconfident" where a head says so."""
        for match in re.finditer(r"\bnot (?:(?:feel|felt|be|been|very|too) )?(\w{4,})", text):
            if terms("un" + match[1]) <= self._all_heads:
                text = text.replace(match.group(), "un" + match[1])
        return frozenset(t for t in terms(_COMPARED.sub(" ", text)) if t not in ASKING)

    @cached_property
    def _all_heads(self) -> frozenset[str]:
        return frozenset(t for table in self._tables for own in table.heads for t in own)

    def _draft(self, chosen: Sequence[FoundCells]) -> Draft | None:
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
                blank = blank and all(NONE.match(values[c]) for c in one.columns)
        if len(documents) > 1:
            return Draft("ambiguous", tuple(said))
        return Draft("blank" if blank else "answered", tuple(said))

    def _sentence(self, one: FoundCells, index: int, *, named: bool) -> Said | None:
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
        notes += [n for n in data.notes for v in values if NONE.match(v) and "dash" in n.lower()]
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
                quoted = letters(" ".join(c.quote for c in quotes(source, self._library)))
                if quoted and all(letters(_bare(v)) in quoted for v in values):
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


def _best(found: Sequence[FoundCells]) -> list[FoundCells]:
    """Give the cells that explain most; those of several tables where nothing tells them apart."""
    if not found:
        return []
    top = max(one.explained for one in found)
    near = [one for one in found if top - one.explained < _NEAR]
    near.sort(key=lambda one: -one.near)
    documents = {one.table.document.info.name for one in near}
    if len(documents) == 1:
        first = near[0]
        same = [one for one in near if first.near - one.near < TIED]
        return same if len(same) <= _MOST_TABLES else []
    best: dict[str, FoundCells] = {}
    for one in near:
        best.setdefault(one.table.document.info.name, one)
    if len(best) > _MOST_TABLES:
        return []
    labels = {one.table.data.rows[one.rows[0]].labels for one in best.values()}
    return list(best.values()) if len(labels) == 1 else [near[0]]


def _holds_what_is_asked(one: FoundCells, text: str) -> bool:
    """Whether cells hold a number or a date where one is asked for, and all that is asked."""
    data = one.table.data
    values = [data.rows[n].values[c] for n in one.rows for c in one.columns]
    parts = [part for n in one.rows for part in data.rows[n].labels]
    parts += [part for c in one.columns for part in data.heads[c]]
    if all(NONE.match(v) for v in values):
        return True
    ranged = any(range_columns(one.table, n, text) for n in one.rows)
    told = len(values) + ranged + bool(one.lead)  # of a highest value its row is told too
    several = len(_WH.findall(text)) > 1 and told == 1
    return not several and holds_needed(text, " ".join((*values, *parts)))


def _said(one: FoundCells, row: DataRow, values: Sequence[str]) -> str:
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
