"""Running headers and footers: lines that repeat at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.wording.identifiers import NOUNS, leading

_EDGE = 3
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?|tudalen)?\W*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|o)\s*\d{1,4})?\W*$", re.I
)

_NUMBER = re.compile(r"(?<![\d.])\d+(?!\.?\d)")  # a whole one, and no part of 1.2


def running_lines(pages: Sequence[Sequence[tuple[str, float]]]) -> list[frozenset[int]]:
    """Give, for each page, the indices of its lines that are running headers or footers.

    Each line is its text and how far down the page it stands, from 0 (top) to 1.
    """
    edges = [_edge_lines(page) for page in pages]
    seen = Counter[tuple[str, bool]]()
    for page, near in zip(pages, edges, strict=True):
        seen.update({_shape(*page[i]) for i in near})
    enough = max(3, round(0.25 * len(pages))) if len(pages) > 3 else max(2, len(pages))
    return [
        frozenset(
            i
            for i in near
            if _is_page_number(*page[i])
            or (len(pages) > 1 and seen[_shape(*page[i])] >= enough)
            or (seen[_shape(*page[i])] > 1 and _is_numbered_edge(*page[i]))
        )
        for page, near in zip(pages, edges, strict=True)
    ]


def _edge_lines(page: Sequence[tuple[str, float]]) -> list[int]:
    order = sorted(range(len(page)), key=lambda i: page[i][1])
    top = {i for i in order[:_EDGE] if page[i][1] < 0.2}
    return sorted(top | {i for i in order[-_EDGE:] if page[i][1] > 0.8})


def _shape(text: str, down: float) -> tuple[str, bool]:
    """Give a line with its page's number hidden and whether it stands at the top.

    An entry's number is none: "Commitment 1.2" may stand at the top of any page.
    """
    bare = re.sub(r"\s+", " ", text.strip())
    found = leading(bare)
    named = found is not None and found.label in NOUNS
    return bare.lower() if named else _NUMBER.sub("0", bare.lower()), down < 0.5


def _is_numbered_edge(text: str, down: float) -> bool:
    """Whether a line at the very edge holds a number, as on the left pages of a booklet."""
    return (down > 0.93 or down < 0.07) and re.search(r"\d", text) is not None


def _is_page_number(text: str, down: float) -> bool:
    return (down > 0.88 or down < 0.08) and _PAGE_NUMBER.match(text.strip()) is not None
