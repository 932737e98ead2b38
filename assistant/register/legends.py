"""The keys to colours: what a document says that red, amber, green and blue stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.types import Document

_EXPLAINED = re.compile(
    r"\b(?P<colour>red|amber|yellow|green|blue|grey|black|white|purple)\b(?:\s+\((?:\w+)\))?\s*"
    r"(?:=|:|[–—-]|\bmeans?\b|\bis\b|\bshows?\b|\bstands? for\b)\s*(?:that\s+)?"
    r"(?:(?:the|an?) (?:action|work|item|milestone)s? (?:is|are|has been|have been)\s+)?"
    r"(?P<means>(?!(?:red|amber|green|blue|grey)\b)[a-z][^.;|\n]{2,80})",
    re.IGNORECASE,
)
#: The same as a row of a table: "Grey; Superseded or closed", "Blue; B; Complete".
_ROW = re.compile(
    r"^(?:[\w ]{1,20}: )?(?P<colour>red|amber|yellow|green|blue|grey|black|white|purple)\s*[;\n]\s*"
    r"(?:(?:[\w ]{1,20}: )?[A-Z]\s*[;\n]\s*)?(?:[\w ]{1,20}: )?(?P<means>[a-z][^.;|\n]{2,80})",
    re.IGNORECASE,
)
_FEWEST = 2  # colours explained: one alone may be a traffic light
#: What blue stands for where a document rates with it beside the others and gives no key.
_USUAL = {"blue": "complete"}


def legend_of(document: Document) -> Mapping[str, str]:
    """Give what each colour means, in the document's words; the usual sense of blue without any."""
    found: dict[str, str] = {}
    for passage in document.passages:
        row = _ROW.match(passage.text) if passage.kind == "item" and not passage.item else None
        for explained in (*_EXPLAINED.finditer(passage.text), *filter(None, (row,))):
            found.setdefault(explained["colour"].lower(), explained["means"].strip())
    return {**_USUAL, **found} if len(found) >= _FEWEST else _USUAL
