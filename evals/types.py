"""The nouns of measuring, as frozen dataclasses; everything else is functions over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.types import Answer, Turn

CUTOFFS = (2, 5, 10)
"""How many chunks a baseline may fetch, smallest first."""


@dataclass(frozen=True, slots=True)
class ReferenceQuestion:
    """A question with what a right answer to it says, shows and leaves out.

    `must_include` holds a fact in each inner tuple, any of whose alternatives will do;
    `evidence` is verbatim from the documents named in `documents` (file names, with or
    without suffix);
    `members` is the complete set of a list, `count` the right number; None where neither applies.
    `expected` is the status a right answer has, where the question fixes it.
    """

    id: str
    question: str
    type: str = ""
    history: tuple[Turn, ...] = ()
    documents: tuple[str, ...] = ()
    answer: str = ""
    must_include: tuple[tuple[str, ...], ...] = ()
    must_not_include: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    members: tuple[str, ...] | None = None
    count: int | None = None
    expected: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the documents hold what is asked for."""
        if self.expected:
            return self.expected in {"answered", "ambiguous"}
        return self.type not in {"unanswerable", "false_premise"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one answer compares with its reference; `reasons` says why it is not correct.

    `list_exact` and `count_exact` are None where the question has no set or no number.
    """

    correct: bool
    reasons: tuple[str, ...] = ()
    list_exact: bool | None = None
    count_exact: bool | None = None


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """What was found of one citation: is its quote on its page, does it show the evidence.

    `supports` is None where the question's evidence is missing or only a sample.
    """

    verbatim: bool
    supports: bool | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked: the answer, how it compares, and how long it took in seconds.

    `citations` has a check for each citation of the answer; `evidence_cited` tells for each
    piece of evidence whether the citations show it, and is empty where none is scored.
    """

    question: ReferenceQuestion
    answer: Answer
    seconds: float
    verdict: Verdict
    citations: tuple[CitationCheck, ...] = ()
    evidence_cited: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file that was asked about; `sha256` is of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes of a file of questions, in the file's order, and the files asked about."""

    outcomes: tuple[Outcome, ...]
    corpus: tuple[CorpusFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """Whether the chunks a baseline fetched for a question hold what its answer needs.

    Both have a truth value for each of CUTOFFS: `evidence` asks for every piece of evidence,
    `answer` for that or for every fact that must be said.
    """

    question: ReferenceQuestion
    answer: tuple[bool, ...]
    evidence: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A way of fetching chunks, how many chunks it chose from, and what it fetched was worth."""

    name: str
    chunks: int
    held: tuple[Held, ...]


class Answers(Protocol):
    """Something that answers questions; the assistant is one."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer one question, asked after the turns of `history`."""
