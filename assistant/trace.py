"""How an answer came about, step by step, written down by the code that answers.

Nothing is written down unless somebody asks: `recording` opens a record for what runs inside it,
in this thread or task alone, and `record` adds a step to it. Elsewhere `record` does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from typing import Any

from assistant.drafts import Draft
from assistant.types import Answer, Question
from ingest.types import Passage

_BEGINS = 160  # characters of a passage or sentence that are kept


@dataclass(frozen=True, slots=True)
class Understood:
    """The question as it is read; `standing` is what was typed with follow-ups resolved."""

    typed: str
    standing: str
    question: Question


@dataclass(frozen=True, slots=True)
class Tried:
    """A way of answering, and the status of what it gave; "" where it gave nothing."""

    way: str
    status: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage or sentence found: where it stands, how it begins, its score."""

    key: str
    document: str
    page: int
    begins: str
    score: float


@dataclass(frozen=True, slots=True)
class Searched:
    """What one search found: by words (BM25), by meaning (cosine) and fused, best first."""

    question: str
    words: tuple[Ranked, ...]
    meaning: tuple[Ranked, ...]
    fused: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Reranked:
    """The sentences that were read with the question and their scores, best first."""

    question: str
    sentences: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entry weighed against running text; `taken` is the one that answers."""

    entry: str
    entry_score: float
    prose_score: float
    taken: str


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold for an answer; `told` says it with its score and threshold."""

    told: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether what was chosen answers, and each of the checks that decided it."""

    status: str
    missing: str
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Wrote:
    """A sentence that the language model wrote; `reason` says why it was dropped, else ""."""

    sentence: str
    reason: str


Step = Understood | Tried | Searched | Reranked | Weighed | Judged | Wrote

_STEPS: ContextVar[list[Step] | None] = ContextVar("steps", default=None)


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer and the steps that led to it, in order."""

    answer: Answer
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, Any]:
        """Give the answer and every step, each with its kind, for scripts."""
        steps = [{"step": type(step).__name__.lower(), **asdict(step)} for step in self.steps]
        return {"answer": self.answer.as_json(), "steps": steps}


@contextmanager
def recording() -> Iterator[list[Step]]:
    """Write down what runs inside; gives the list that the steps are added to."""
    steps: list[Step] = []
    token = _STEPS.set(steps)
    try:
        yield steps
    finally:
        _STEPS.reset(token)


def record(step: Callable[[], Step]) -> None:
    """Add a step where somebody is recording; it is only made then."""
    steps = _STEPS.get()
    if steps is not None:
        steps.append(step())


def tried(way: str, draft: Draft | None) -> Draft | None:
    """Write down what a way of answering gave, and give it on."""
    record(lambda: Tried(way, draft.status if draft else ""))
    return draft


def took(way: str, draft: Draft) -> Draft:
    """Write down the way that gave the answer, and give the answer on."""
    record(lambda: Tried(way, draft.status))
    return draft


def ranked(found: Sequence[tuple[int, float]], passages: Sequence[Passage]) -> tuple[Ranked, ...]:
    """Give passages found, by their place in the library with their scores."""
    return tuple(standing(passages[place], passages[place].text, score) for place, score in found)


def standing(passage: Passage, wording: str, score: float) -> Ranked:
    """Give wording of a passage with where it stands."""
    page = passage.places[0].page if passage.places else 0
    begins = " ".join(wording.split())
    begins = begins if len(begins) <= _BEGINS else begins[:_BEGINS].rstrip() + " …"
    return Ranked(passage.key, passage.document, page, begins, round(float(score), 4))
