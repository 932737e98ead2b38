"""Joins printed lines into running text, mending words that a line's end has broken."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BROKEN = re.compile(r"(\w+)[-\u00ad\u2010]$")
_COMMON_FIRST = frozenset(
    "self non multi re pre co anti semi sub inter ex well part cross long short high low full "
    "half over under all mid post joint sector county force two three four one gender trauma "
    "drug alcohol community victim child age user service health evidence face hand".split()
)


def join_lines(lines: Iterable[str], known: frozenset[str] = frozenset()) -> str:
    """Join lines with spaces; a word cut by a hyphen at a line's end is whole again.

    `known` holds the document's words in lower case: "interven-" and "tion" are joined without
    the hyphen when the joined word is known or neither half stands alone, else the hyphen stays.
    """
    text = ""
    for line in lines:
        part = re.sub(r"\s+", " ", line).strip()
        if not part:
            continue
        broken = _BROKEN.search(text)
        if not text:
            text = part
        elif broken and part[0].islower():
            text = text[: broken.end(1)] + _bridge(broken[1], part, known) + part
        elif broken and part[0].isalnum():
            text += part
        else:
            text += " " + part
    return text


def in_one_line(text: str) -> str:
    """Give the lines of a cell as one text."""
    return join_lines(text.split("\n"))


def _bridge(first: str, rest: str, known: frozenset[str]) -> str:
    second = re.match(r"\w+", rest)
    joined = (first + (second.group() if second else "")).lower()
    if joined in known:
        return ""
    if first.lower() in _COMMON_FIRST or {first.lower(), (second or [""])[0].lower()} <= known:
        return "-"
    return ""


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the words of texts in lower case, as `join_lines` wants them."""
    return frozenset(w.lower() for text in texts for w in re.findall(r"\w+", text))


def collapse(text: str) -> str:
    """Bring every run of white space to one space."""
    return re.sub(r"\s+", " ", text).strip()
