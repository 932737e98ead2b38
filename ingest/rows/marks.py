"""What the words of a row begin with: its identifier, or what counts the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.wording.identifiers import Leading, leading

_LETTERED = re.compile(r"(?P<letter>[A-H])(?P<mark>[.):])\s+(?=[A-Z])")
_FEWEST_COUNTED = 3  # rows


def mark_of(text: str) -> Leading | None:
    """Give the identifier that a cell's text begins with; a bare number is none."""
    found = leading(text)
    if found is None or not found.rest:
        return None
    plain_number = found.identifier.isdigit() and not (found.mark or found.label)
    return None if plain_number else found


def counted_mark(text: str) -> Leading | None:
    """Split "3. Lit piers" or "C. Lit piers" into what counts the rows and the rest."""
    lettered = _LETTERED.match(text)
    if lettered:
        return Leading(lettered["letter"], "", text[lettered.end() :], lettered["mark"])
    found = leading(text)
    return found if found and found.rest else None


def count_rows(texts: Sequence[str]) -> bool:
    """Whether the texts of rows begin with one, two, three and so on, or with A, B, C."""
    found = [mark.identifier for text in texts if (mark := counted_mark(text))]
    count = range(len(texts))
    return len(texts) >= _FEWEST_COUNTED and found in (
        [str(n + 1) for n in count],
        [chr(ord("A") + n) for n in count],
    )
