"""Which documents are meant by the names that somebody gave."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import PurePath


class UnknownDocument(ValueError):
    """No ingested document has that name; the message offers the nearest ones."""


def choose_documents(wanted: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Give the file names meant: a name, a path, or a name without its ending, in any case.

    >>> choose_documents(["folder/Strategy"], ["strategy.pdf", "minutes.docx"])
    ('strategy.pdf',)

    Raises:
        UnknownDocument: A name is no document's.

    """
    return tuple(dict.fromkeys(_choose(name, names) for name in wanted))


def _choose(wanted: str, names: Sequence[str]) -> str:
    asked = PurePath(wanted).name.casefold()
    for name in names:
        if asked in {name.casefold(), PurePath(name).stem.casefold()}:
            return name
    near = difflib.get_close_matches(asked, names, n=3, cutoff=0.4) or list(names[:3])
    raise UnknownDocument(f"No document is called {wanted}. Ingested: {', '.join(near)}.")
