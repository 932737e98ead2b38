"""What stands at a document's front and edges: its title lines, its running lines, its boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.about.control import Told, control_box
from ingest.blocks.structure import Structure
from ingest.types import Block, Page

_LONGEST_LINE = 160
_MOST_LINES = 12
_EDGE = 6  # lines from a page's first or last in which a running line stands
_SHORTEST = 5
_NUMBERED = re.compile(
    r"^\W*\d{1,3}\W+(?=\D)|[\s|–-]*(?:\bpage\b)?\s*\b\d{1,3}(?:\s*(?:of|/)\s*\d+)?\W*$",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"\s[-–—|]\s")
_FEWEST_PARTS = 3
_STATEMENT = re.compile(
    r"^(?:this|the) (?:page|document|policy|plan|report|strategy|version|register|guidance)\b"
    r"|^(?:last )?(?:updated|reviewed|revised|published)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Front:
    """Where a document says what it is.

    `lines` stand before its first paragraph, `running` at the edge of most pages; `statements`
    are sentences at its beginning or end about the document itself; `box` is its document control.
    `parts` are those of a line that runs into the first paragraph: whose paper it is, what it is
    called and for when, as the head of a spreadsheet says them.
    """

    lines: tuple[str, ...]
    running: tuple[str, ...]
    statements: tuple[str, ...]
    box: tuple[Told, ...]
    parts: tuple[str, ...] = ()


def front_of(structure: Structure, pages: Sequence[Page], metadata: Mapping[str, str]) -> Front:
    """Gather what a document says of itself."""
    edges = (metadata.get("header", ""), metadata.get("footer", ""))
    said = [part for edge in edges for part in edge.split(" | ") if part]
    parts = _parts(structure.blocks, pages)
    ends = (*structure.blocks[:_MOST_LINES], *structure.blocks[-_MOST_LINES:])
    return Front(
        lines=tuple(_title_lines(structure.blocks)) + parts,
        running=(*said, *_running(pages)),
        statements=tuple(b.text for b in ends if _STATEMENT.match(b.text)),
        box=control_box(structure),
        parts=parts,
    )


def _title_lines(blocks: Sequence[Block]) -> list[str]:
    """Give the short lines that a document begins with, up to its first paragraph."""
    lines: list[str] = []
    for block in blocks[:_MOST_LINES]:
        first = block.places[0].page if block.places else 0
        if first > 1 or block.kind not in ("heading", "paragraph"):
            break
        if len(block.text) > _LONGEST_LINE or re.search(
            r"\.{5}|^\W*contents\W*$", block.text, re.I
        ):
            break
        lines.append(block.text)
    return lines


def _parts(blocks: Sequence[Block], pages: Sequence[Page]) -> tuple[str, ...]:
    """Give the parts of the printed line with which a first, long paragraph begins."""
    opening = blocks[: _MOST_LINES // 2]
    first = next((b for b in opening if len(b.text) > _LONGEST_LINE), None)
    if first is None or first.kind != "paragraph" or not pages:
        return ()
    printed = [" ".join(line.split()) for line in pages[0].text.splitlines()[:_MOST_LINES]]
    begun = next((line for line in printed if line and first.text.startswith(line)), "")
    parts = tuple(part.strip() for part in _DIVIDED.split(begun))
    return parts if len(parts) >= _FEWEST_PARTS and begun[-1] not in ".,;:" else ()


def _running(pages: Sequence[Page]) -> list[str]:
    """Give the lines at the edge of most pages without their page numbers, in the first's order."""
    if len(pages) < 2:
        return []
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [_NUMBERED.sub("", " ".join(line.split())) for line in page.text.splitlines()]
        filled = [line for line in lines if len(line) > _SHORTEST]
        seen.update(list(dict.fromkeys((*filled[:_EDGE], *filled[-_EDGE:]))))
    return [line for line, times in seen.items() if times > 0.5 * len(pages)]
