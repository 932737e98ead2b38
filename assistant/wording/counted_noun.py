"""What a question counts: "how many speed cameras" is answered by no figure of anything else."""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.wording.english import is_common
from ingest.lexical import tokenise
from ingest.wording.identifiers import NUMBER_WORDS

_RARE = 9000  # places in the list of English words: people, deaths and jobs are put otherwise
_ROOT = 5  # letters that words of one root have in common
#: "How many …" up to the word that says what they do, or where.
_COUNTED = re.compile(
    r"\bhow many\s+(?P<noun>(?:[\w’'-]+\s+){0,3}?[\w’'-]+s)\s+"
    r"(?=(?:are|is|was|were|have|has|had|do|does|did|will|would|can|could|should|must|in|of|at|on"
    r"|for|from|by|to|with|that|who|which|there|per|each|under|over|between|during|it|they|we|the"
    r"|\w+ed)\b)",
    re.I,
)


_NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?: million| thousand)?|{'|'.join(NUMBER_WORDS)}|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|an? (?:dozen|hundred|thousand)|no)"
)
_PLURAL = 4  # letters from which a plural's ending is taken off


def number_of(question: str) -> re.Pattern[str] | None:
    """Give what a sentence says a number of what is counted by: "six districts"; None for none."""
    found = _COUNTED.search(question)
    if found is None:
        return None
    noun = found["noun"].split()[-1]
    root = re.sub(r"(?:ies|s)$", "", noun) if len(noun) >= _PLURAL else noun
    return re.compile(rf"\b{_NUMBER} (?:[\w’'-]+ ){{0,2}}{re.escape(root)}\w{{0,3}}\b", re.I)


def counted_stems(question: str) -> frozenset[str]:
    """Give the stems of the uncommon noun that is counted; none where it may be put otherwise."""
    found = _COUNTED.search(question)
    words = re.findall(r"[^\W\d_]{3,}", found["noun"]) if found else []
    if not words or is_common(words[-1].lower(), _RARE):
        return frozenset()
    return frozenset(tokenise(words[-1]))


def is_counted(question: str, held: Set[str]) -> bool:
    """Whether wording, by its stems, speaks of what a question counts, in any word of its root."""
    roots = {stem[:_ROOT] for stem in counted_stems(question)}
    return not roots or any(stem.startswith(tuple(roots)) for stem in held)
