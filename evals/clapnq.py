"""Measures choosing sentences on CLAPNQ: questions with the passage to answer from (Apache-2.0).

`python -m evals.clapnq ANSWERABLE.jsonl UNANSWERABLE.jsonl` prints how often a sentence of the
answer is among those chosen, and how well answerable questions are told from unanswerable ones
(Rosenthal et al. 2024).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.retrieval.rerank import CrossEncoder, Reranker
from assistant.sentences.ranking import Scored, answerability, rank_sentences
from evals.intervals import Share, share
from ingest.errors import QuestionsError

CHOSEN = 3
_LONGEST = 40  # sentences; a passage with more is a list of names


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its passage; `answer` has the places of its sentences, if it has one."""

    question: str
    heading: str
    sentences: tuple[str, ...]
    answer: frozenset[int]
    answerable: bool


@dataclass(frozen=True, slots=True)
class Told:
    """How well answerable is told from unanswerable.

    The threshold is the best of one half of the questions; `right` counts the other half.
    """

    area: float
    threshold: float
    right: Share


def load(path: Path, answerable: bool) -> list[Case]:
    """Read the questions of one file.

    Raises:
        QuestionsError: the file is not one of the benchmark's.

    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [_case(line, answerable) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise QuestionsError(f"{path} is not a file of CLAPNQ questions: {error}") from error


def found_share(
    cases: Sequence[Case], ranked: Sequence[Sequence[Scored]], k: int = CHOSEN
) -> Share:
    """Count the cases where a sentence of the answer is among the first k."""
    return share(
        [
            any(sentence.place in case.answer for sentence in scored[:k])
            for case, scored in zip(cases, ranked, strict=True)
        ]
    )


def area_under_curve(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Give the chance that a positive scores above a negative, ties half (AUROC)."""
    above = np.subtract.outer(np.asarray(positive), np.asarray(negative))
    return float(np.mean((above > 0) + 0.5 * (above == 0)))


def best_threshold(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """Give the score from which on calling it true is right most often; the lowest of equals."""
    true = np.asarray(truths, dtype=np.bool_)
    found = np.asarray(scores)
    return max(sorted(set(scores)), key=lambda score: int(np.sum((found >= score) == true)))


def tell_apart(scores: Sequence[float], truths: Sequence[bool]) -> Told:
    """Choose the threshold on every other question and count on the rest."""
    threshold = best_threshold(scores[::2], truths[::2])
    pairs = list(zip(scores, truths, strict=True))
    return Told(
        area=area_under_curve([s for s, t in pairs if t], [s for s, t in pairs if not t]),
        threshold=threshold,
        right=share([(score >= threshold) == truth for score, truth in pairs[1::2]]),
    )


def report(cases: Sequence[Case], reranker: Reranker) -> str:
    """Measure everything and lay it out as a Markdown table."""
    ranked = [rank_sentences(c.question, c.sentences, reranker, c.heading) for c in cases]
    told = tell_apart([answerability(scored) for scored in ranked], [c.answerable for c in cases])
    pairs = [(c, scored) for c, scored in zip(cases, ranked, strict=True) if c.answerable]
    answerable, chosen = [c for c, _ in pairs], [scored for _, scored in pairs]
    in_order = [sorted(scored, key=lambda sentence: sentence.place) for scored in chosen]
    rows = [
        ("answer's sentence first", _percent(found_share(answerable, chosen, 1))),
        ("answer's sentence among the first 3", _percent(found_share(answerable, chosen))),
        ("the same, the first 3 of the passage", _percent(found_share(answerable, in_order))),
        ("answerable told from not (AUROC)", f"{told.area:.3f}"),
        ("threshold from one half", f"{told.threshold:.2f}"),
        ("right with it on the other half", _percent(told.right)),
    ]
    return "\n".join(["| figure | value |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)])


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m evals.clapnq", description=__doc__)
    parser.add_argument("answerable", type=Path)
    parser.add_argument("unanswerable", type=Path)
    options = parser.parse_args(arguments)
    cases = [*load(options.answerable, True), *load(options.unanswerable, False)]
    sys.stdout.write(report(cases, CrossEncoder()) + "\n")


def _case(line: str, answerable: bool) -> Case:
    row = json.loads(line)
    passage, output = row["passages"][0], row["output"][0]
    sentences = tuple(passage["sentences"][:_LONGEST])
    selected = set(output["selected_sentences"])
    return Case(
        question=row["input"],
        heading=passage["title"],
        sentences=sentences,
        answer=frozenset(n for n, sentence in enumerate(sentences) if sentence in selected),
        answerable=answerable,
    )


def _percent(part: Share) -> str:
    return f"{part.hits} of {part.total} ({100 * (part.value or 0):.1f} %)"


if __name__ == "__main__":
    main()
