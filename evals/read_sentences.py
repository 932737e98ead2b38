"""Reads the sentences that the assistant would read, and whether each is of the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.retrieval.rerank import CrossEncoder
from assistant.sentences.reader import Candidate, Reader, readings
from evals.citing import ENOUGH, overlap
from evals.types import ReferenceQuestion

_FEWEST = 4  # words of a sentence that can show anything
_PASSAGES = 10


@dataclass(frozen=True, slots=True)
class Read:
    """The sentences read for one question, a row each: (sentences,) but for `states`.

    `states` are the cross-encoder's, the mean over both ways to read a sentence (sentences, 384);
    `found` and `kind` as a candidate has them; `relevance` the cross-encoder's own logit; `shows`
    whether the sentence is of the reference's evidence. `group` names what is held out together.
    """

    group: str
    answerable: bool
    states: NDArray[np.float32]
    found: NDArray[np.float32]
    kind: NDArray[np.float32]
    relevance: NDArray[np.float32]
    shows: NDArray[np.bool_]


def read_sentences(
    assistant: Assistant, questions: Sequence[ReferenceQuestion], encoder: CrossEncoder
) -> Iterator[Read]:
    """Read the sentences that the assistant would read for each question, in order."""
    reader = Reader(encoder, assistant.library.vocabulary)
    for reference in questions:
        asked = assistant.understand(reference.question, reference.history)
        evidence = assistant.evidence(asked.original, k=_PASSAGES)
        candidates = reader.candidates(asked.text, evidence)
        if candidates:
            yield _read(asked.text, candidates, reference, encoder)


def _read(
    question: str,
    candidates: Sequence[Candidate],
    reference: ReferenceQuestion,
    encoder: CrossEncoder,
) -> Read:
    read = [encoder.states(*one) for one in readings(question, candidates)]
    return Read(
        group=candidates[0].window.passage.document,
        answerable=reference.answerable,
        states=np.mean([states for _, states in read], axis=0),
        found=np.array([c.found for c in candidates], dtype=np.float32),
        kind=np.array([c.kind for c in candidates], dtype=np.float32),
        relevance=np.mean([logits for logits, _ in read], axis=0),
        shows=np.array([_shows(c, reference) for c in candidates]),
    )


def _shows(candidate: Candidate, reference: ReferenceQuestion) -> bool:
    """Whether a sentence is of the evidence, in a document that has the answer."""
    text, document = candidate.window.text, candidate.window.passage.document
    own = {document, PurePath(document).stem}
    named = {n for name in reference.documents for n in (name, PurePath(name).stem)}
    if len(text.split()) < _FEWEST or (named and not own & named):
        return False
    return any(overlap(text, evidence) >= ENOUGH for evidence in reference.evidence)
