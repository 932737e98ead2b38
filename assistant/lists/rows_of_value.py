"""The rows of a table of data that have the value asked for: "which roles are on call"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafts import Draft, Said, data_row_source
from assistant.types import Question
from assistant.wording.phrases import capital, counted, document_name
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import DataTable, Document

_WHICH = re.compile(r"^\W*(?:\w+ )?(?:which|what|list|name|show|how many)\b", re.I)
_DENIED = re.compile(r"\b(?:not|no|never|without|except|other than)\b|n['’]t\b", re.I)
_FIGURE = re.compile(r"^\W*\d")
_LONGEST = 5  # words of a value that a question may say
_FEWEST = 2  # rows
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table with one value in one column, and what the column is called."""

    document: Document
    table: DataTable
    column: str
    value: str
    rows: tuple[int, ...]


class RowsOfValue:
    """Lists the rows of the one table that has a column called as what is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, question: Question) -> Draft | None:
        """Answer from one table; None where no table, or several, have such rows.

        All that the question says must be the table's: its column's name, the value, its document.
        """
        other = question.identifiers or _DENIED.search(question.text)
        if other or not _WHICH.match(question.text):
            return None
        asked = frozenset(t for w in question.words for t in tokenise(w))
        found = [
            rows
            for document in self._library.documents
            if question.covers(document.info.name)
            for table in document.data
            for rows in _of(document, table, asked)
        ]
        return self._said(found[0]) if len(found) == 1 else None

    def _said(self, found: _Rows) -> Draft:
        table, number = found.table, len(found.rows)
        name = document_name(found.document.info)
        lead = f"{capital(counted(number, 'row'))} with {found.column} “{found.value}” in {name}:"
        lines = []
        for at in found.rows:
            row = table.rows[at]
            source = data_row_source(found.document.info.name, table, row)
            told = [*row.labels, *(v for v in row.values if v.lower() != found.value.lower())]
            lines.append(Said(f"- {' – '.join(part for part in told if part)}", (source,)))
        return Draft("answered", (Said(lead), *lines), (), number)


def _of(document: Document, table: DataTable, asked: frozenset[str]) -> Iterator[_Rows]:
    """Give the rows of a value that is asked for; none where a word is left that says more."""
    if not all(row.places for row in table.rows):
        return
    info = document.info
    own = frozenset(
        t
        for text in (info.title, info.organisation, *info.aliases, *table.section)
        for t in tokenise(text)
    )
    names = [*table.stub, *(heads[-1] for heads in table.heads)]
    for at, heads in enumerate(table.heads):
        others = (name for n, name in enumerate(names) if n != len(table.stub) + at)
        called = [n for name in others if (n := frozenset(tokenise(name))) and n <= asked]
        if not called:
            continue
        values = [row.values[at] for row in table.rows]
        known = own.union(*called) | frozenset(t for head in heads for t in tokenise(head))
        rows_of: dict[frozenset[str], list[int]] = {}
        for row, value in enumerate(values):
            rows_of.setdefault(frozenset(tokenise(value)), []).append(row)
        for words, rows in rows_of.items():
            value = values[rows[0]]
            fits = 0 < len(value.split()) <= _LONGEST and not _FIGURE.match(value)
            if not fits or not words or not words <= asked - known or asked - known - words:
                continue
            if _FEWEST <= len(rows) <= _MOST:
                yield _Rows(document, table, heads[-1], value, tuple(rows))
