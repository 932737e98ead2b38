"""The nouns of answering, as frozen dataclasses; everything else is functions over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ingest.types import Item, Passage

Status = Literal["answered", "corrected", "blank", "ambiguous", "no_such_item", "not_found"]
Operation = Literal["look_up", "list", "count", "compare", "explain", "define", "expand"]
Role = Literal["user", "assistant"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a chat's history."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A run of characters of the page it names, numbered as the answer's text cites it.

    `page` is 0 where the format has no pages.
    """

    n: int
    document: str
    title: str
    section: tuple[str, ...]
    page: int
    quote: str
    as_of: str

    def as_json(self) -> dict[str, Any]:
        """Give the form that scripts rely on; a page that does not exist is null."""
        return {
            "n": self.n,
            "document": self.document,
            "title": self.title,
            "section": list(self.section),
            "page": self.page or None,
            "quote": self.quote,
            "as_of": self.as_of,
        }


@dataclass(frozen=True, slots=True)
class Condition:
    """What entries must satisfy: `holds` tells of one; `said` is how an answer's scope says it.

    `concerns` tells whether an entry has such a value at all; those without are not counted.
    `fields` are the roles of the fields that a list then shows.
    """

    said: str
    holds: Callable[[Item], bool]
    concerns: Callable[[Item], bool]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """A register entry of an answer, with the numbers of the citations that show it."""

    id: str
    text: str
    fields: tuple[tuple[str, str], ...]
    document: str
    citations: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        """Give the form that scripts rely on."""
        return {
            "id": self.id,
            "text": self.text,
            "fields": dict(self.fields),
            "document": self.document,
            "citations": list(self.citations),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said: status, text with [n] marks, items, count and checked citations.

    `understood` is the question after follow-ups are resolved, empty where it is as asked;
    `suggestions` are questions that can be asked next (on a refusal, what would work); `note`
    is what became of a language model's writing (docs/language-model.md), empty without one.
    """

    question: str
    status: Status
    text: str
    items: tuple[AnswerItem, ...] = ()
    count: int | None = None
    citations: tuple[Citation, ...] = ()
    seconds: float = 0.0
    understood: str = ""
    suggestions: tuple[str, ...] = ()
    note: str = ""

    def as_json(self, id: str = "") -> dict[str, Any]:  # noqa: A002 - the key scripts rely on
        """Give the form that scripts rely on; `id` is the question's in a file of questions."""
        return {
            "id": id,
            "question": self.question,
            "status": self.status,
            "text": self.text,
            "items": [item.as_json() for item in self.items],
            "count": self.count,
            "citations": [citation.as_json() for citation in self.citations],
            "seconds": round(self.seconds, 4),
            "understood": self.understood,
            "suggestions": list(self.suggestions),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    `text` is the question with follow-ups resolved and typing errors mended; `understood` is
    empty unless it says something else than was typed; `about` is the text without the names of
    the documents, for searching inside them. `identifiers` are those the register
    knows, `unknown` those it does not, both canonical ("2.6c"); `labels` are what the question
    calls them. `fields` are the roles of the fields asked for ("owner"), `documents` the names
    of the documents it limits itself to (empty: all) and `within` those it was limited to by who
    asks; `words` is what it is about.
    """

    original: str
    text: str
    operation: Operation
    about: str = ""
    identifiers: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    understood: str = ""

    def asks(self, field: str) -> bool:
        """Whether a kind of field is asked for."""
        return field in self.fields

    def covers(self, document: str) -> bool:
        """Whether the question is about a document: it names it, or none."""
        return not self.documents or document in self.documents


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with its score after fusion and reranking, and the item it shows, if any."""

    passage: Passage
    score: float
    item: Item | None = None
