"""Makes texts comparable: one form for quotes, dashes, case and white space."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
    }
)
_CITATION_MARK = re.compile(r"\s*\[\d+\]")
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """Give the text in one form: NFKC, straight quotes, hyphens, lower case, single spaces.

    White space at either end is kept as one space, because facts such as "no " need it.
    """
    # Before NFKC, which would take some accents apart into a space and a mark.
    straight = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    return collapsed(straight.translate(_PLAIN)).casefold()


def collapsed(text: str) -> str:
    """Give the text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text)


def unmarked(text: str) -> str:
    """Give an answer's text without its citation marks: "the Lead [1][2]." is "the Lead."."""
    return _CITATION_MARK.sub("", text)


def words(text: str) -> tuple[str, ...]:
    """Give the words and numbers of a text in their plain form, without punctuation."""
    return tuple(_WORD.findall(plain(text)))


def letters(text: str) -> str:
    """Give the letters and digits alone: what stays the same however a text is broken up."""
    return "".join(words(text))
