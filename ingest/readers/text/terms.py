"""Lists of terms in plain text that stand in two columns: "DFU       Digital Forensics Unit"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.readers.text.pages import TextLine
from ingest.readers.text.tables import RULE, pieces_of
from ingest.types import Block, Place

_TITLE = re.compile(
    r"\b(?:acronyms?|abbreviations?|glossary|definitions?|terminology|terms|short forms?|initials"
    r"|words (?:we|used))\b",
    re.I,
)
_FEWEST = 3  # terms
_LONGEST_TITLE = 60  # characters
_LONGEST_TERM = 30  # characters


def terms_beside(lines: Sequence[TextLine], at: int) -> tuple[list[Block], int]:
    """Give the terms that begin at a line below a title that announces them, and where they end.

    Each is a paragraph with a tab between the term and its meaning, whose further lines stand
    below it; none where the lines are no such list.
    """
    above = [line.text.strip() for line in lines[max(at - 2, 0) : at]]
    title = next((text for text in reversed(above) if not RULE.match(text)), "")
    if len(title) > _LONGEST_TITLE or not _TITLE.search(title):
        return [], at
    column = _second_column(lines[at].text)
    own = list(takewhile(lambda x: _is_part(x.text, column), lines[at:])) if column else []
    found: list[list[TextLine]] = []
    for line in own:
        if line.text.startswith(" "):
            found[-1].append(line)
        else:
            found.append([line])
    blocks = [_block(group, column) for group in found]
    return (blocks, at + len(own)) if len(blocks) >= _FEWEST else ([], at)


def _second_column(text: str) -> int:
    """Give where the second of two columns begins; 0 where a line has no two."""
    pieces = pieces_of(text)
    two = len(pieces) == 2 and pieces[0][0] == 0 and len(pieces[0][1]) <= _LONGEST_TERM
    return pieces[1][0] if two else 0


def _is_part(text: str, column: int) -> bool:
    """Whether a line has a term and its meaning in the columns, or goes on with a meaning."""
    pieces = pieces_of(text)
    return bool(pieces) and pieces[-1][0] == column and len(pieces) <= 2


def _block(group: Sequence[TextLine], column: int) -> Block:
    term = group[0].text[:column].strip()
    meaning = " ".join(line.text[column:].strip() for line in group)
    pages = dict.fromkeys(line.page for line in group)
    places = tuple(
        Place(page, " ".join(" ".join(x.text.split()) for x in group if x.page == page))
        for page in pages
    )
    return Block(kind="paragraph", text=f"{term}\t{meaning}", places=places)
