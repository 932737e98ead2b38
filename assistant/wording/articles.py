"""Which names a sentence says with "the": posts and bodies, not people."""

from __future__ import annotations

import re

from assistant.wording.english import COMMON, is_spelled, ranks
from ingest.wording.roles import role_of

#: What people are called by before their names, in full or short.
_RANK = re.compile(
    r"^(?:(?:temporary|acting|deputy|assistant|detective|chief|superintendent|inspector|sergeant"
    r"|constable|commander|councillor|professor|reverend|sir|dame|lord|lady|judge|det|insp|sgt|supt"
    r"|ch|cllr|dr|mrs?|ms|miss|rev|prof|pc|dc|ds|di|dci|dsu|dcs|acc|dcc|t/\w+)\.?\s+)+",
    re.I,
)
_SHORT = frozenset({"ch", "cllr", "det", "dr", "insp", "mr", "mrs", "ms", "pc", "sgt", "supt"})
_TOLD_APART = frozenset({"the", "all", "each", "every", "di", "dci", "acc", "dcc"})
_UNITS = frozenset(
    "unit team department board lead leader partnership service commander coordinator co-ordinator"
    " manager officer commissioner panel council directorate group office programme"
    " communication".split()
)


def with_article(name: str) -> str:
    """Give the name of a post with "the", that of a person as it is."""
    return f"the {name}" if takes_article(name) else name


def takes_article(name: str) -> bool:
    """Whether a sentence says "the" before a name: "the Head of Estates", but "Hamish Orde"."""
    first = name.split(maxsplit=1)[0].lower().rstrip(".")
    if first in _SHORT or first in _TOLD_APART:
        return False
    person = name.split(",", maxsplit=1)[0]
    ranked = _RANK.match(f"{person} ")
    if ranked:
        return not _are_names(person[ranked.end() :].split())
    if _RANK.match(f"{person.rsplit(maxsplit=1)[-1]} "):
        return True  # "Partnership Superintendent"
    words = [w for w in person.split() if w[0].isalpha()]
    return len(words) > 1 and not (
        len(words) == 2 and not any(role_of(w) == "owner" for w in words) and not _is_unit(person)
    )


def is_person(name: str) -> bool:
    """Whether a name is a person's: behind a title, or in capitals and no English word."""
    words = name.split()
    if _RANK.match(name) and len(words) > 1:
        return not takes_article(name)
    named = len(words) == 2 and all(w[0].isupper() for w in words)
    return named and not takes_article(name) and not is_spelled(words[-1].lower())


def _are_names(words: list[str]) -> bool:
    """Whether what stands behind a rank is somebody's name: rare words in capitals."""
    known = ranks()
    rare = any(known.get(w.lower(), COMMON) >= COMMON for w in words)
    return 0 < len(words) <= 3 and all(w[0].isupper() for w in words) and rare


def _is_unit(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].lower().rstrip("s") in _UNITS
