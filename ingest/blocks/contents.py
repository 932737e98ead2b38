"""Tables of contents: they name what stands elsewhere, and answer nothing themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from ingest.types import Block

_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|_{5,}\s*\d")
_OVER_CONTENTS = re.compile(
    r"^\W*(?:table of |list of )?contents\W*$|^\W*(?:what['’]?s |what is )?(?:in|inside) this "
    r"(?:issue|edition|bulletin|report|document|paper|newsletter)\W*$|^\W*inside\W*$",
    re.I,
)
_TO_WORDS = re.compile(r"\s*(?!(?:pages?|pp?)\b|[ivxlc]{1,6}\b)[^\W\d_]{2}", re.I)
_PAGE_NUMBER = re.compile(r"\s\d{1,3}(?!\S)")
_FEWEST = 2
_FEWEST_LISTED = 4  # lines of a list of what follows: "In this issue"
_ENTRIES = 3  # headings of the same words with different numbers
_SHORTEST = 8  # letters of a title that is told from an everyday word


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the lines of a table of contents: those with leaders, or titles with pages."""
    # "Recommendation 7" is an entry's title: its number is that of no page. Nor is it where three
    # titles are numbered so, under one that has no number.
    headings = [b.text for b in blocks if b.kind == "heading"]
    numbered = [bool(_PAGE_NUMBER.search(text[-4:])) for text in headings]
    times = Counter(_letters(h) for h, n in zip(headings, numbered, strict=True) if n)
    named = (_letters(h) for h, n in zip(headings, numbered, strict=True) if not n)
    titles = {t for t in named if len(t) >= _SHORTEST and times[t] < _ENTRIES}
    listed = _listed(blocks)
    return [b for n, b in enumerate(blocks) if n not in listed and not _is_contents(b, titles)]


def _listed(blocks: Sequence[Block]) -> set[int]:
    """Give the places of lines below "Contents" that only name headings further down."""
    last = {_letters(b.text): n for n, b in enumerate(blocks) if b.kind == "heading"}
    named = [
        b.kind != "row" and len(_letters(b.text)) > 2 and last.get(_letters(b.text), 0) > n
        for n, b in enumerate(blocks)
    ]
    found: set[int] = set()
    run: list[int] = []
    for n, names in enumerate([*named, False]):
        if names:
            run.append(n)
            continue
        if len(run) >= _FEWEST_LISTED and run[0] and _OVER_CONTENTS.search(blocks[run[0] - 1].text):
            found.update(run)
        run = []
    return found


def _is_contents(block: Block, titles: Collection[str]) -> bool:
    if block.kind == "row":
        return False
    leaders = list(_LEADERS.finditer(block.text))
    if leaders:
        told = sum(_TO_WORDS.match(block.text, m.end()) is not None for m in leaders)
        return 2 * told < len(leaders)  # "Coordinator ..... Ciara Weir" leads to no page
    return _names(block.text, titles)


def _names(text: str, titles: Collection[str]) -> bool:
    """Whether a text is titles of the document, each with the number of its page."""
    *parts, rest = _PAGE_NUMBER.split(text)
    if not parts or rest.strip():
        return False
    named = sum(_letters(part) in titles for part in parts)
    return named == len(parts) or (named >= _FEWEST and 2 * named >= len(parts))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())
