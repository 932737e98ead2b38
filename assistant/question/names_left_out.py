"""A question without the names of its documents, as it is asked inside one of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from assistant.question.document_names import DOCUMENT_NOUN, GENERIC, NOTHING, OF_BODIES, SORTS
from ingest.lexical import folded

_MARK = "\u2063"  # invisible, in no question
_ENDS_BODY = SORTS - {"health", "fire", "rescue", "safeguarding"} | frozenset(
    "board committee panel trust authority agency forum group service services".split()
)
#: What stands between a name and the end of its clause.
_REST_OF_BODY = re.compile(
    rf"{_MARK}(?P<rest>(?: [\w’'-]+){{1,5}}?)"
    r"(?=\W*$|[,;?.]| (?:and|has|have|is|was|in|for|at)\b)"
)
_PAPER = (
    r"(?:strategy|report|progress report|update|document|plan|policy|annex|review|minutes"
    r"|response(?: form)?|letter|tracker|profile)\b"
)
#: "Under the final version of the custody plan", which says nothing of what is asked in it.
_IN_EDITION = re.compile(
    r"\b(?:in|of|under|from|by|according to|per)\s+(?:the|our|their|its)\s+(?:[\w’'-]+\s+)?"
    r"(?:final|draft|original|initial|current|latest|newest|adopted|approved|published)\s+"
    r"(?:(?:version|edition|draft)\s+of\s+(?:the|our|their|its)\s+)?"
    rf"(?P<words>(?:[\w’'&-]+\s+){{0,5}}?){DOCUMENT_NOUN}",
    re.IGNORECASE,
)


class NamesLeftOut:
    """Leaves out of questions what only says which document they are asked of.

    Inside a document its own name says nothing, and draws the search to where it stands.
    """

    def __init__(
        self, names: Iterable[tuple[str, re.Pattern[str]]], words: Collection[str]
    ) -> None:
        """Take the names that stand for documents, and all `words` that documents are called by."""
        longest_first = sorted(names, key=lambda named: -len(named[0]))
        self._names = [pattern for _, pattern in longest_first]
        self._known = GENERIC | OF_BODIES | NOTHING | frozenset(words)

    def of(self, question: str) -> str:
        """Give a question with the names left out, or "the document" in their place."""
        text = folded(question.replace("–", "-"))
        marked = _IN_EDITION.sub(self._without_edition, text)
        for name in self._names:
            marked = name.sub(_MARK, marked)
        if marked == text:
            return question
        marked = re.sub(rf"{_MARK}(?:\s*{_MARK})*(?:\s*{_PAPER})?", _MARK, marked, flags=re.I)
        marked = _REST_OF_BODY.sub(_without_body, marked)
        marked = re.sub(
            rf"\b(?:in|of|by|from|for|at|under|across)\s+(?:the\s+)?{_MARK}", "", marked, flags=re.I
        )
        marked = re.sub(rf"\bthe\s+{_MARK}", "the document", marked, flags=re.I)
        bare = re.sub(rf"{_MARK}(?:['’]s?)?", "", marked)
        return re.sub(r"\s+", " ", bare).strip(" ,:-")

    def _without_edition(self, found: re.Match[str]) -> str:
        """Leave out what only names an edition; a word that no document is called by stays."""
        words = re.findall(r"[^\W\d_]{3,}", found["words"].lower())  # "NZ" is known by no list
        return "" if set(words) <= self._known else found.group()


def _without_body(found: re.Match[str]) -> str:
    """Leave out the rest of a body's name: "Tarrow community safety partnership"."""
    words = found["rest"].lower().split()
    whole = set(words) <= OF_BODIES - {"and", "of", "for"} and words[-1] in _ENDS_BODY
    return _MARK if whole else found.group()
