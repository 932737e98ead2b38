"""The pages of a plain text file: by form feeds, or by the lines that run along each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.types import Page

GAP = 3  # blank lines that divide pages
_PAGE_NUMBER = re.compile(r"^(?:page )?0 of 0$|^page 0$|^[-–] ?0 ?[-–]$")
_FIELD = re.compile(r"^[a-z][\w ]{1,30}:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the file: `number` counts from 0, `gap` is the blank lines before it."""

    text: str
    page: int
    gap: int


def paginate(text: str) -> tuple[tuple[Page, ...], list[TextLine]]:
    """Divide text into pages; a text without page marks is one page with the number 0."""
    if "\f" in text.strip("\f\n "):
        parts = text.strip("\f").split("\f")
        footers = _at_edges(parts)
    else:
        parts, footers = _by_footers(text)
    first = 1 if len(parts) > 1 else 0
    pages = tuple(Page(n, str(n) if n else "", part) for n, part in enumerate(parts, start=first))
    lines = [line for page in pages for line in _lines(page, footers)]
    return pages, lines


def _at_edges(parts: Sequence[str]) -> frozenset[str]:
    """Give the lines that stand at the top or bottom of at least half of the pages."""
    pages = [[_shape(x) for x in part.splitlines() if x.strip()] for part in parts]
    enough = max(2, len(pages) // 2)
    found: set[str] = set()
    for edge in (range(3), range(-1, -4, -1)):
        for index in edge:
            lines = Counter(p[index] for p in pages if len(p) > 3 and not _FIELD.match(p[index]))
            repeated = {line for line, times in lines.items() if times >= enough}
            if not repeated:
                break
            found |= repeated
    # A line that also stands elsewhere, as column names do, does not run along the pages.
    return frozenset(line for line in found if _stands_at_edges(line, parts))


def _by_footers(text: str) -> tuple[list[str], frozenset[str]]:
    """Divide text where running lines repeat between wide gaps."""
    segments = re.split(rf"\n(?:[ \t]*\n){{{GAP},}}", text)
    seen = Counter(line for s in segments for line in {_shape(x) for x in s.splitlines()} if line)
    running = frozenset(line for line, times in seen.items() if times >= 3 and len(line) < 80)
    parts: list[str] = []
    for segment in segments:
        own = {_shape(line) for line in segment.splitlines()} - {""}
        if own and own <= running and parts:
            parts[-1] += "\n\n" + segment
        elif own:
            parts.append(segment)
    marked = sum(any(_shape(x) in running for x in part.splitlines()) for part in parts)
    if marked < 3:
        return [text], frozenset()
    edges = frozenset(r for r in running if _stands_at_edges(r, parts))
    return parts, edges


def _stands_at_edges(line: str, parts: Sequence[str]) -> bool:
    """Whether a line that repeats is always among a page's first or last lines."""
    for part in parts:
        own = [s for s in (_shape(x) for x in part.splitlines()) if s]
        if line in own and line not in own[:3] + own[-3:]:
            return False
    return True


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s+", " ", line).strip().lower())


#: "Youth Officer ........ Sorcha Weir": dots lead from one column to the next, and to no page.
LED = "\u2060: "
"""What stands for such dots in a line: a colon behind a mark that joins words, and is not seen."""
_LED = re.compile(
    r"(?<=\S)\s*(?:\.{6,}\s*(?!(?:pages?|pp?)\b|[ivxlc]{1,6}\W*$)(?=[^\W\d_]{2})"
    r"|\.{4,5}\s*(?=[A-Z][a-z]))"
)


def _lines(page: Page, footers: frozenset[str]) -> Iterator[TextLine]:
    gap = 1
    for raw in page.text.split("\n"):
        if _shape(raw) in footers or _PAGE_NUMBER.match(_shape(raw)):
            continue
        if not raw.strip() or re.fullmatch(r"\s*\d{1,3}\s*", raw):
            gap += 1
            continue
        text = _LED.sub(LED, raw.rstrip(" \r"))
        yield TextLine(text, page.number, gap)
        gap = 0
