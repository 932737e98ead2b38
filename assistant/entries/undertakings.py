"""Who will do what an entry asks, where running text says it and no column does."""

from __future__ import annotations

import re

from assistant.wording.answer_kinds import TITLES
from ingest.types import Field, Item
from ingest.wording.handovers import new_holder
from ingest.wording.sentences import sentences

_SMALL = r"(?:(?:of|for|and|the|&) )*"
_NAMED = rf"(?:{TITLES})\.? (?:[A-Z][\w’'-]+[ ,]+){{1,4}}"
_POST = rf"(?:The )?(?:[A-Z][\w’'&()-]+[ ,]+{_SMALL}){{2,6}}"
_UNDERTAKES = re.compile(
    rf"(?:^|(?<=[.;:] )|\bby )(?P<who>{_NAMED}|{_POST})(?:who [^,.;]{{3,60}}, )?"
    r"(?:will|is to|has been asked to|has agreed to|is leading|leads?|has taken|took)\b"
)
_TAKES_OVER = re.compile(
    r"\b(?:took (?:it |this |the work )?over|has taken (?:it )?over|now leads"
    r"|(?:passed|handed) to|(?:owner|lead) is (?:now|still))\b"
)
_WHOSE = re.compile(
    r"\b(?:led|owned|headed|sponsored|managed|run) by\b|\b(?:owner|lead|sponsor) (?:is|of|for)\b"
    r"|\b(?:leads|owns|sponsors|has taken over|took over)\b",
    re.I,
)


def undertaking(item: Item) -> tuple[Field, str] | None:
    """Give the sentence of an entry's fields that says who does it; None without one.

    Who took it over, as later fields tell, goes before who said at first that they would.
    """
    for field in reversed(item.fields):
        for sentence in sentences(field.value):
            if _TAKES_OVER.search(sentence) or new_holder(sentence):
                return field, sentence
    for field in item.fields:
        for sentence in sentences(field.value):
            if _UNDERTAKES.search(sentence):
                return field, sentence
    return None


def says_whose(sentence: str) -> bool:
    """Whether a sentence says who leads or owns something."""
    return _WHOSE.search(sentence) is not None
