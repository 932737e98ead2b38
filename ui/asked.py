"""What somebody typed, made fit to be asked; or the kind of thing that is wrong with it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

LONGEST = 2000
"""The most characters of a question; a page of text is no question."""

Problem = Literal["", "empty", "no_words", "too_long"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as typed without control characters, and what is wrong with it ("" if nothing)."""

    text: str
    problem: Problem = ""


def read_question(typed: str) -> Asked:
    r"""Give the question on one line, without control and invisible characters.

    >>> read_question("  who owns\x00 2.6c ?\n")
    Asked(text='who owns 2.6c ?', problem='')
    """
    text = " ".join("".join(_visible(c) for c in typed).split())
    if not text:
        return Asked("", "empty")
    if not any(c.isalnum() for c in text):
        return Asked(text, "no_words")
    if len(text) > LONGEST:
        return Asked(text, "too_long")
    return Asked(text)


def _visible(character: str) -> str:
    """Turn control characters into spaces and leave out what cannot be seen or encoded."""
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else character
