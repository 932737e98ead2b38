"""Which documents a question limits itself to, by what people call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.types import DocumentInfo

_GENERIC = frozenset(
    """
    police force commissioner crime office constabulary council county borough city service services
    health board trust authority government welsh public national report plan strategy policy review
    progress annual action deep dive scrutiny update final draft version the and for of to in on a
    with by from following approach document guidance framework programme team department area
    substance misuse harm reduction drugs drug illegal tackling pdf docx html
    """.split()
)
_SMALL = frozenset({"of", "and", "the", "for", "to", "in"})

_MARK = "\u2063"  # invisible, in no question
_PAPER = r"(?:strategy|report|progress report|update|document|plan|policy|annex|review|minutes)\b"


class Scopes:
    """Knows what each document is called: its aliases, and the names that only it carries."""

    def __init__(self, documents: Sequence[DocumentInfo]) -> None:
        own = {d.name: _names(d) for d in documents}
        shared = Counter(name for names in own.values() for name in names)
        self._documents = tuple(documents)
        self._names = [
            (name, re.compile(rf"(?<!\w){_pattern(name)}(?!\w)", re.IGNORECASE), document)
            for document, names in own.items()
            for name in names
            if shared[name] < max(2, len(documents))
        ]

    def find(self, question: str) -> tuple[str, ...]:
        """Give the names of the documents that a question speaks of, in the library's order."""
        text = question.replace("–", "-")
        found = [(name, doc) for name, pattern, doc in self._names if pattern.search(text)]
        named = {doc for _, doc in found}
        return tuple(d.name for d in self._documents if d.name in named)

    def without(self, question: str) -> str:
        """Give a question with the names of documents left out, or "the document" in their place.

        Inside a document its own name says nothing, and draws the search to where it stands.
        """
        text = question.replace("–", "-")
        marked = text
        for _, pattern, _ in sorted(self._names, key=lambda n: -len(n[0])):
            marked = pattern.sub(_MARK, marked)
        if marked == text:
            return question
        marked = re.sub(rf"(?:{_MARK}\s*)+(?:{_PAPER})?", _MARK, marked, flags=re.I)
        marked = re.sub(
            rf"\b(?:in|of|by|from|for|at|under|across)\s+(?:the\s+)?{_MARK}", "", marked, flags=re.I
        )
        marked = re.sub(rf"\bthe\s+{_MARK}", "the document", marked, flags=re.I)
        bare = re.sub(rf"{_MARK}(?:['’]s?)?", "", marked)
        return re.sub(r"\s+", " ", bare).strip(" ,:-")

    def others(self, documents: Sequence[str]) -> tuple[str, ...]:
        """Give the documents that are not among those."""
        return tuple(d.name for d in self._documents if d.name not in documents)

    def called(self, name: str) -> str:
        """Give the short name of a document: its first alias, else its title."""
        info = next(d for d in self._documents if d.name == name)
        return info.aliases[0] if info.aliases else info.title


def _names(info: DocumentInfo) -> tuple[str, ...]:
    names = {a for a in info.aliases if len(a) > 1}
    names.update(_proper_names(info.organisation))
    names.add(info.title)
    names.add(info.name)
    names.add(info.name.rsplit(".", 1)[0])
    return tuple(sorted(n for n in names if n))


def _proper_names(organisation: str) -> list[str]:
    """Give the places in an organisation's name: "Dyfed-Powys", "South Wales"."""
    runs: list[list[str]] = [[]]
    for word in re.findall(r"[\w’'-]+", organisation):
        if word[0].isupper() and word.lower() not in _GENERIC:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [" ".join(run) for run in runs if run and " ".join(run).lower() not in _SMALL]


def _pattern(name: str) -> str:
    """Give a pattern in which hyphens and spaces are the same."""
    return r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", name.replace("–", "-")))
