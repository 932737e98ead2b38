"""The minutes of the board that watches a plan: they say what has been moved in it."""

from __future__ import annotations

import re

from assistant.question.document_names import GENERIC
from assistant.register.history import History
from ingest.library import Library
from ingest.types import Document, Item
from ingest.wording.identifiers import canonical

_FRONT = 400  # characters of the first page
_MOST = 0.6  # of the telling words of a plan's title


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
        if _watches(d, library.document(item.document))
    ]


def _watches(minutes: Document, plan: Document) -> bool:
    """Whether minutes begin with what a plan is about: "Harbour Light Board" for its plan."""
    told = set(re.findall(r"[^\W\d_]{3,}", plan.info.title.lower())) - GENERIC
    told -= set(re.findall(r"[^\W\d_]{3,}", plan.info.organisation.lower()))
    front = (
        f"{minutes.info.title} {minutes.pages[0].text[:_FRONT] if minutes.pages else ''}".lower()
    )
    held = set(re.findall(r"[^\W\d_]{3,}", front))
    return bool(told) and len(told & held) >= _MOST * len(told)
