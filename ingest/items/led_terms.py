"""Terms told by their bold type alone: "**Repeat victim** A person, business or holding that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.items.run_in_terms import is_short
from ingest.types import Block
from ingest.wording.marks import DASHES

_BETWEEN = f" :.,\t–—{DASHES}"
_SAYS = re.compile(r"^(?:means?(?: that)?|stands for|is(?= (?:an?|the) ))\s+")
#: What is said of a term that is no meaning of it: "NCALT was formerly the name for …".
_TELLS = re.compile(r"^(?:was|were|are|has|have|had|can|may|must|should|will)\b")
_LONGEST = 6  # words of a term
_FEWEST = 2  # words of a meaning


def led_terms(block: Block) -> Iterator[tuple[str, str, str]]:
    """Give the kind, the term and the meaning of each term in a paragraph that bold type shows."""
    if block.kind == "heading" or not block.leads or not block.text.startswith(block.leads[0]):
        return
    rest = block.text
    for index, lead in enumerate(block.leads):
        _, found, rest = rest.partition(lead)
        following = block.leads[index + 1] if index + 1 < len(block.leads) else ""
        own = rest.partition(following)[0] if following else rest
        meaning = _SAYS.sub("", own.lstrip(_BETWEEN).rstrip()) if found else ""
        term = lead.strip(_BETWEEN)
        if _is_term(term) and len(meaning.split()) >= _FEWEST and not _TELLS.match(meaning):
            short = " " not in term and is_short(term)
            yield ("acronym", term, meaning.rstrip(".")) if short else ("definition", term, meaning)


def _is_term(text: str) -> bool:
    return len(text) > 1 and text[0].isalpha() and len(text.split()) <= _LONGEST
