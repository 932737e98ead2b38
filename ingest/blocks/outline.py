"""The headings right below a heading, where they are numbered or lettered like a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.types import Block

_NUMBERED = re.compile(
    r"^(?:(?:\w+ )?\d{1,2}(?:\.\d{1,2})*[.:)]?|\(?[a-zA-Z][.)]|\(?[ivx]{1,4}[.)])\s+\S"
)
#: Parts that a paper of any subject has: where such are among them, headings are its contents.
_OF_A_PAPER = re.compile(
    r"^\W*(?:\w{0,3}[.)]?\s+)?(?:foreword|introduction|background|contents|(?:executive )?summary"
    r"|purpose(?: of .*)?|governance\b.*|conclusions?|next steps|appendix|appendices|annex(?:es)?"
    r"|glossary|abbreviations|definitions|contacts?|references|recommendations?|welcome\b.*"
    r"|apologies\b.*|minutes of\b.*|matters arising|any other business\b.*"
    r"|date of (?:the )?next\b.*)"
    r"\W*$",
    re.IGNORECASE,
)
_FEWEST, _MOST = 2, 15


def outlines(blocks: Sequence[Block]) -> Mapping[int, Sequence[Block]]:
    """Give, by the index of its heading among the blocks, each list of numbered sub-headings."""
    found: dict[int, Sequence[Block]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            below = _directly_below(blocks, index)
            if any(_OF_A_PAPER.match(b.text) for b in below):
                continue
            numbered = [b for b in below if _NUMBERED.match(b.text)]
            if _FEWEST <= len(numbered) <= _MOST and len(numbered) >= 0.6 * len(below):
                found[index] = below
    return found


def _directly_below(blocks: Sequence[Block], index: int) -> list[Block]:
    path = (*blocks[index].section, blocks[index].text)
    below: list[Block] = []
    for block in blocks[index + 1 :]:
        if block.kind != "heading":
            continue
        if block.section[: len(path)] != path:
            break
        if block.section == path:
            below.append(block)
    return below
