"""What a column holds, where it is asked for by its name: the themes, the districts, who leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.cells.tables import TOTAL
from assistant.cells.terms import KINDS_OF_ROW
from assistant.drafts import Draft, Said, Source, data_row_source, wording_source
from assistant.register.entries import Register
from assistant.types import Question
from assistant.wording.cues import SEVERAL, read_number
from assistant.wording.phrases import capital, counted, document_name
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import DataRow, DataTable, Document

_NUMBER = rf"(?:(?P<number>{SEVERAL}|\d{{1,2}}) )?"
_NOUN = r"(?P<noun>[a-z][\w’'-]*(?: [a-z][\w’'-]*){0,2}s)"
_END = r"(?=\W*$|\s+(?:of|in|for|at|on|are|is|does|do|has|have|there|that|covered|listed|named)\b)"
_ASKED = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b(?:what|which|who) (?:are|were) (?:all )?(?:the|its|their) {_NUMBER}{_NOUN}{_END}",
        rf"\b(?:list|name) (?:all )?(?:the )?{_NUMBER}{_NOUN}{_END}",
        rf"\bhow many (?P<number>(?!))?{_NOUN}{_END}",
    )
)
_FEWEST, _MOST = 2, 40  # different values of a column
_LONGEST = 80  # characters of a value
_FIGURE = re.compile(r"^[\W\d]*\d")
_ROLES = frozenset({"other", "group", "text"})


@dataclass(frozen=True, slots=True)
class _Column:
    """A document's column: each different value with what shows it, in reading order."""

    document: Document
    values: tuple[tuple[str, Source], ...]


class NamedColumn:
    """Lists or counts the different values of the one column that is called as asked."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register

    def answer(self, question: Question) -> Draft | None:
        """Answer from one column of one document; None where none or several are so called.

        A question that says a number is only answered with as many.
        """
        asked = next((m for form in _ASKED if (m := form.search(question.text))), None)
        if asked is None or question.identifiers:
            return None
        own = [d for d in self._library.documents if question.covers(d.info.name)]
        whole = frozenset(tokenise(question.text[asked.end() :]))
        found = [c for d in own if (c := self._of(d, asked, whole))]
        if len(found) != 1 or not self._asks_no_more(question, asked, found[0]):
            return None
        column, number = found[0], len(found[0].values)
        said = asked["noun"]
        noun = re.sub(r"(?<=[^s])s$", "", said if said[:2].isupper() else said.lower())
        lead = f"{capital(counted(number, noun))} in {document_name(column.document.info)}:"
        lines = [Said(f"- {value}", (source,)) for value, source in column.values]
        return Draft("answered", (Said(lead), *lines), (), number)

    def beside_cells(self, question: Question) -> Draft | None:
        """Answer before a cell is looked for, where no entries are called as the column is.

        "The wards of Aller District" are no row called District.
        """
        return None if self._register.named_label(question.text) else self.answer(question)

    def _of(
        self, document: Document, asked: re.Match[str], whole: frozenset[str]
    ) -> _Column | None:
        """Give the column of that name; of several that differ the one of the number asked for.

        A row that is called as the `whole` is, of which they are parts, is none of them.
        """
        noun = tokenise(asked["noun"])
        wanted = read_number(asked["number"]) if asked["number"] else None
        told = (*self._fields(document, noun), *_of_tables(document, noun))
        parts = ({v: s for v, s in values.items() if not _is_whole(v, whole)} for values in told)
        columns = [
            values
            for values in parts
            if _FEWEST <= len(values) <= _MOST and wanted in (None, len(values))
        ]
        if not columns or len({frozenset(values) for values in columns}) > 1:
            return None
        return _Column(document, tuple(columns[0].items()))

    def _fields(self, document: Document, noun: Sequence[str]) -> Iterator[dict[str, Source]]:
        """Give the values of a field of its entries, which several of them share."""
        found: dict[str, Source] = {}
        times = 0
        for item in self._register.entries_of(document.info.name):
            for field in item.fields:
                if field.value and tokenise(field.name) == noun:
                    if self._register.role(field) not in _ROLES or len(field.value) > _LONGEST:
                        return
                    times += 1
                    found.setdefault(field.value, wording_source(item, field.value, field))
        if times > len(found):
            yield found

    def _asks_no_more(self, question: Question, asked: re.Match[str], column: _Column) -> bool:
        """Whether the rest of a question only says of which document."""
        info = column.document.info
        names = (info.title, info.organisation, info.name, *info.aliases)
        own = {t for name in names for t in tokenise(re.sub(r"[-_.]", " ", name))}
        own |= set(tokenise(asked.group()))
        return all(set(tokenise(word.replace("-", " "))) <= own for word in question.words)


def _is_whole(value: str, whole: frozenset[str]) -> bool:
    """Whether a row is called as what the others are parts of: "District" of Aller District."""
    own = set(tokenise(value))
    return own <= whole and bool(own & KINDS_OF_ROW)


def _of_tables(document: Document, noun: Sequence[str]) -> Iterator[dict[str, Source]]:
    """Give the labels or the words in the columns of that name in a document's tables of data."""
    for table in document.data:
        for index, name in enumerate(table.stub):
            if tokenise(name) == noun:
                yield _labels(document, table, index)
        for index, heads in enumerate(table.heads):
            if tokenise(heads[-1]) == noun:
                rows = [row for row in table.rows if not _is_total(row.labels)]
                words = [row.values[index] for row in rows]
                if all(word and not _FIGURE.match(word) for word in words):
                    yield _words(document, table, rows, index)


def _labels(document: Document, table: DataTable, index: int) -> dict[str, Source]:
    """Give the different labels of a column, each with its first row."""
    found: dict[str, Source] = {}
    for row in table.rows:
        label = row.labels[index] if index < len(row.labels) else ""
        if label and not _is_total([label]) and row.places:
            found.setdefault(label, data_row_source(document.info.name, table, row))
    return found


def _words(
    document: Document, table: DataTable, rows: Sequence[DataRow], index: int
) -> dict[str, Source]:
    """Give the words of a column, each with the label of its row."""
    return {
        f"{row.values[index]} ({row.labels[0]})": data_row_source(document.info.name, table, row)
        for row in rows
        if row.labels and row.places
    }


def _is_total(labels: Sequence[str]) -> bool:
    return bool(set(tokenise(" ".join(labels))) & TOTAL)
