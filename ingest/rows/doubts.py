"""What of a document could not be told for certain, in words for its reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.blocks.headers import is_figure
from ingest.blocks.tables import Table
from ingest.rows.cards import as_rows
from ingest.rows.register_columns import columns_of
from ingest.types import Block, Item
from ingest.wording.identifiers import canonical
from ingest.wording.roles import role_of

_OF_REGISTERS = ("owner", "status", "date", "text")
_FEWEST = 3  # column names of registers
_MOST_NAMED = 6
_LANGUAGE = frozenset("the of and to in is for with that be on are by as this at or from".split())
_FEWEST_WORDS, _LEAST_ENGLISH = 150, 0.08


def doubts(tables: Sequence[Table]) -> tuple[str, ...]:
    """Give a line for each table whose columns are guessed, or that may be a register unread."""
    return tuple(dict.fromkeys(line for table in tables for line in _doubt(table)))


def repeated_identifiers(items: Sequence[Item]) -> tuple[str, ...]:
    """Give a line where different entries of one part of a register have the same identifier."""
    texts: dict[tuple[int, str, str], set[str]] = {}
    for item in items:
        if item.kind == "entry" and item.identifier:
            key = (item.table, item.parent or item.parent_text, canonical(item.identifier))
            texts.setdefault(key, set()).add(item.text)
    twice = sorted({key[2] for key, different in texts.items() if len(different) > 1})
    if not twice:
        return ()
    named = ", ".join(twice[:_MOST_NAMED]) + (" …" if len(twice) > _MOST_NAMED else "")
    return (f"different entries have the same identifier: {named}",)


def other_language(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give a line where a document is hardly in English, the language that is searched best."""
    words = Counter(w for b in blocks for w in re.findall(r"[^\W\d_]+", b.text.lower()))
    total, english = sum(words.values()), sum(words[w] for w in _LANGUAGE)
    if total < _FEWEST_WORDS or english >= _LEAST_ENGLISH * total:
        return ()
    return ("it is hardly in English; questions in English may find little in it",)


def _doubt(table: Table) -> Iterator[str]:
    where = _where(table)
    columns = columns_of(as_rows(table) or table)
    if columns is None:
        named = {role_of(name) for name in table.header if name} & set(_OF_REGISTERS)
        if len(named) >= _FEWEST:
            yield f"the table {where} may be a register, but which rows are entries is not clear"
        elif not table.heads and _holds_figures(table):
            yield f"the table {where} has figures but no column names; its cells are not looked up"
    elif columns.told_by_contents:
        yield f"the table {where} has no column names; its columns are told by what is in them"


def _holds_figures(table: Table) -> bool:
    """Whether most cells beside the labels are figures, in rows enough for a table."""
    cells = [value for row in table.rows for value in row.values[1:] if value]
    return len(table.rows) >= _FEWEST and sum(map(is_figure, cells)) > 0.7 * len(cells)


def _where(table: Table) -> str:
    pages = sorted({page for row in table.rows for page in row.pages})
    return f"on page {pages[0]}" if pages and pages[0] else f"number {table.number}"
