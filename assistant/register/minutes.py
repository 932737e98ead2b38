"""The minutes of the board that watches a plan: they say what has been moved in it."""

from __future__ import annotations

from assistant.register.history import History
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import canonical


def minutes_beside(item: Item, library: Library, history: History) -> list[str]:
    """Give the later minutes of an entry's body that list no entry called so themselves.

    Only an entry whose number has letters or several levels can be known again in them.
    """
    number = canonical(item.identifier)
    body = library.document(item.document).info.organisation
    own = history.moment(item.document)
    if not number or number.isdigit() or not body or own is None:
        return []
    return [
        d.info.name
        for d in library.documents
        if d.info.kind == "minutes" and d.info.organisation == body
        if (held := history.moment(d.info.name)) and own.first <= held.first
        if all(canonical(i.identifier) != number for i in d.items)
    ]
