"""What stands with what in the columns of labels: the districts of one table, its years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ingest.library import Library


class RowLabels:
    """Knows which labels of rows are of one kind, for they stand in one column of a table."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def beside(self, new: str, text: str) -> str:
        """Give the label that a text says and that stands in a column with a new one; "" for none.

        "What about Opape Bay?" asks of the bay what was asked of another area of its table.
        """
        wanted = new.strip().lower()
        said = (
            found.group()
            for column in self._columns
            if wanted in column
            for label in sorted(column - {wanted}, key=len, reverse=True)
            if (found := re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.I))
        )
        return max(said, key=len, default="")

    @cached_property
    def _columns(self) -> tuple[frozenset[str], ...]:
        return tuple(dict.fromkeys(self._read()))

    def _read(self) -> Iterator[frozenset[str]]:
        for document in self._library.documents:
            for table in document.data:
                for at in range(len(table.stub)):
                    labels = {r.labels[at].lower() for r in table.rows if at < len(r.labels)}
                    yield frozenset(label for label in labels if re.search(r"[^\W\d]", label))
