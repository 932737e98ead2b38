"""Splits running text into sentences, leaving abbreviations, numbers and initials whole."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|al|vs|cf|no|nos|fig|st|mr|mrs|ms|dr|prof|rt|hon|sgt|insp|supt|det|ch|asst"
    r"|rev|capt|cllr|para|dept|govt|approx|inc|ltd|vol|ed|p|pp|[a-z])\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?][”’\"')\]]*[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{0,2}(?=\s+[“‘\"'(\[]?[A-Z0-9•])")


def sentences(text: str) -> list[str]:
    """Give the sentences of a text in order; joined with a space they are the text again."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.end()].strip()
        if _ABBREVIATION.search(text[start : match.start() + 1]) and text[match.start()] == ".":
            continue
        found.append(piece)
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found
