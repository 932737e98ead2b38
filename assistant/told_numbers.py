"""How many there are of what a question counts, where a sentence says so: "65 milestones"."""

from __future__ import annotations

import re

from assistant.cues import read_number
from ingest.identifiers import NUMBER_WORDS
from ingest.lexical import tokenise

_HOW_MANY = re.compile(
    r"\bhow many\s+(?:of\s+(?:the|our|its|their)\s+)?(?P<nouns>(?:[\w-]+\s*){1,3})", re.I
)
_COUNTED = re.compile(
    rf"(?<![\d.,£$€])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(NUMBER_WORDS)})(?![\d.,]?\d|%|/)"
    r"\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{3,}s)\b",
    re.I,
)
_SOME_OF = re.compile(
    rf"\b(?:\d[\d,]*|{'|'.join(NUMBER_WORDS)}) "
    r"(?:have|has|had|were|was|are|is|did|do|of (?:them|these|those|the|their|our|its))\b"
    r"|\bof (?:(?:the|their|our|its|those|these|all) )?"
    rf"(?:\d[\d,]*|{'|'.join(NUMBER_WORDS)})\s+[a-z]",
    re.I,
)


def told_number(question: str, text: str) -> int | None:
    """Give how many there are of what a question counts: "65 milestones"; None unless one is told.

    Between the number and the noun two words may stand: "six new starter kits". Where some of
    those counted are told apart ("of 640 officers 371 are trained"), none is given.
    """
    if _SOME_OF.search(text):
        return None
    asked = _HOW_MANY.search(question)
    nouns = {t for word in asked["nouns"].split() for t in tokenise(word)} if asked else set()
    told = {
        number
        for found in _COUNTED.finditer(text)
        if set(tokenise(found["noun"])) & nouns
        and (number := read_number(found["number"].replace(",", ""))) is not None
    }
    return told.pop() if len(told) == 1 else None
