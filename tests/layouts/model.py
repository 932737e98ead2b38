"""What a generated document is: its file, its truth, and questions with their answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Kind = Literal["entry", "acronym", "definition", "statistic"]
Expected = Literal["answered", "corrected", "blank", "ambiguous", "no_such_item", "not_found"]
Operator = Literal["is", "is_not", "contains", "starts", "before", "after", "blank", "filled"]


@dataclass(frozen=True, slots=True)
class TrueItem:
    """An entry as the document has it.

    `identifier` is what is printed to name it ("SO 2(iv)"; "7" where the document writes
    "Recommendation 7", the word being its `label`), empty where it has none. The names of `fields`
    are the document's own column headers or labels; an empty value is a blank cell. Running text
    has no headers: minutes' actions use Owner, Date and From. `page` counts from 1 and is where
    the item starts; 0 where the format has no pages. A `statistic` is a row of a table that is no
    register and must not be read as an entry.
    """

    identifier: str
    text: str
    fields: tuple[tuple[str, str], ...] = ()
    parent: str = ""
    parent_text: str = ""
    page: int = 0
    label: str = ""
    kind: Kind = "entry"

    def field(self, name: str) -> str | None:
        """Give the value under that header, or None where the item has no such field."""
        if name in {"identifier", "text", "parent", "parent_text", "label", "kind"}:
            return str(getattr(self, name))
        return dict(self.fields).get(name)

    def as_json(self) -> dict[str, Any]:
        """Give the form that is written beside the document."""
        return {
            "identifier": self.identifier,
            "label": self.label,
            "kind": self.kind,
            "text": self.text,
            "fields": dict(self.fields),
            "parent": self.parent,
            "parent_text": self.parent_text,
            "page": self.page,
        }


@dataclass(frozen=True, slots=True)
class Condition:
    """What a field must satisfy; dates compare as days, a month as its last day."""

    field: str
    operator: Operator
    value: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a question's answer says of the truth, so that it can be verified.

    `value`: the facts stand in that field of those items. `set`: the items that satisfy every
    condition are those of the answer. `absent`: no item has that identifier. `empty`: the field
    is blank. `prose`: the facts stand in the document's prose.
    """

    kind: Literal["value", "set", "absent", "empty", "prose"]
    identifiers: tuple[str, ...] = ()
    field: str = ""
    where: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its reference answer; `doc` are the stems of the files it is about.

    Each tuple of `must_include` is one fact, any of its alternatives will do. `expected` is the
    status the answer should have. Identifiers can stand in several of the documents, so a question
    is asked of those in `doc` alone.
    """

    id: str
    question: str
    type: str
    doc: tuple[str, ...]
    answer: str
    must_include: tuple[tuple[str, ...], ...]
    claim: Claim
    evidence: tuple[str, ...] = ()
    must_not_include: tuple[str, ...] = ()
    set_answer: tuple[str, ...] = ()
    count: int | None = None
    expected: Expected = "answered"
    history: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the form of a line in a file of questions."""
        line: dict[str, Any] = {
            "id": self.id,
            "question": self.question,
            "type": self.type,
            "history": [{"role": role, "content": content} for role, content in self.history],
            "doc": list(self.doc),
            "answer": self.answer,
            "must_include": [list(fact) for fact in self.must_include],
            "must_not_include": list(self.must_not_include),
            "evidence": list(self.evidence),
            "expected": self.expected,
        }
        if self.set_answer:
            line["set_answer"] = list(self.set_answer)
        if self.count is not None:
            line["count"] = self.count
        return line


@dataclass(frozen=True, slots=True)
class Layout:
    """One generated document. `prose` are its paragraphs outside the register, as printed."""

    name: str
    file_name: str
    write: Callable[[Path], None]
    truth: tuple[TrueItem, ...]
    prose: tuple[str, ...]
    questions: tuple[Question, ...] = ()

    @property
    def stem(self) -> str:
        """The file's name without its ending, as questions name it."""
        return Path(self.file_name).stem

    def as_json(self) -> dict[str, Any]:
        """Give the truth in the form that is written beside the document."""
        return {
            "name": self.name,
            "file": self.file_name,
            "items": [item.as_json() for item in self.truth],
            "prose": list(self.prose),
            "questions": [question.as_json() for question in self.questions],
        }
