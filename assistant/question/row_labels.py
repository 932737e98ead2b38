"""What stands with what in the columns of labels: the districts of one table, its years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from assistant.wording.english import is_common
from ingest.library import Library


class RowLabels:
    """Knows which labels of rows are of one kind, for they stand in one column of a table."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def with_other(self, new: str, text: str) -> str:
        """Give a text with a new label in the place of the one that stands in a column with it.

        "What about Opape Bay?" asks of the bay what was asked of another area of its table; ""
        where the text says no such label.
        """
        wanted = new.strip().lower()
        said = [
            found
            for column in self._columns
            if wanted in column
            for label in column - {wanted}
            for found in re.finditer(rf"(?<!\w){re.escape(label)}(?!\w)", text, re.I)
            if found.group()[0].isupper() or not is_common(label)  # May, and not may
        ]
        if not said:
            return ""
        longest = max(said, key=lambda found: (len(found.group()), -found.start()))
        return f"{text[: longest.start()]}{new}{text[longest.end() :]}"

    @cached_property
    def _columns(self) -> tuple[frozenset[str], ...]:
        return tuple(dict.fromkeys(self._read()))

    def _read(self) -> Iterator[frozenset[str]]:
        for document in self._library.documents:
            for table in document.data:
                for at in range(len(table.stub)):
                    labels = {r.labels[at].lower() for r in table.rows if at < len(r.labels)}
                    yield frozenset(label for label in labels if re.search(r"[^\W\d]", label))
