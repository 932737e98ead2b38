"""Counts figures over outcomes; what each one counts is written down in docs/evaluation.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from evals.intervals import Share, share
from evals.judge import REFUSALS
from evals.normalise import words
from evals.types import CUTOFFS, Baseline, Held, Outcome


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of some outcomes; times in seconds, lengths in words."""

    correct: Share
    correct_and_exact: Share
    lists_exact: Share
    counts_exact: Share
    refusal_precision: Share
    unanswerable_refused: Share
    answerable_refused: Share
    citation_precision: Share
    citation_recall: Share
    quotes_verbatim: Share
    quote_words: float
    p50: float
    p95: float


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Count every figure over the outcomes."""
    checks = [check for outcome in outcomes for check in outcome.citations]
    quotes = [citation.quote for outcome in outcomes for citation in outcome.answer.citations]
    seconds = [outcome.seconds for outcome in outcomes]
    return Figures(
        correct=share([outcome.verdict.correct for outcome in outcomes]),
        correct_and_exact=share([correct_and_exact(outcome) for outcome in outcomes]),
        lists_exact=_known(outcome.verdict.list_exact for outcome in outcomes),
        counts_exact=_known(outcome.verdict.count_exact for outcome in outcomes),
        refusal_precision=refusal_precision(outcomes),
        unanswerable_refused=refused_share(o for o in outcomes if _unanswerable(o)),
        answerable_refused=refused_share(o for o in outcomes if o.question.answerable),
        citation_precision=_known(check.supports for check in checks),
        citation_recall=share([cited for o in outcomes for cited in o.evidence_cited]),
        quotes_verbatim=share([check.verbatim for check in checks]),
        quote_words=float(median([len(words(quote)) for quote in quotes])) if quotes else 0.0,
        p50=percentile(seconds, 50),
        p95=percentile(seconds, 95),
    )


def by_type(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Group the outcomes by their questions' type, types in order of first appearance."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.question.type, []).append(outcome)
    return groups


def correct_and_exact(outcome: Outcome) -> bool:
    """Say whether the answer is correct and its list and count, where asked for, are exact."""
    verdict = outcome.verdict
    return verdict.correct and verdict.list_exact is not False and verdict.count_exact is not False


def refused(outcome: Outcome) -> bool:
    """Say whether the answer's status says that the documents do not answer."""
    return outcome.answer.status in REFUSALS


def refusal_precision(outcomes: Iterable[Outcome]) -> Share:
    """Of the refusals, those of questions that the documents do not answer."""
    return share([not outcome.question.answerable for outcome in outcomes if refused(outcome)])


def refused_share(outcomes: Iterable[Outcome]) -> Share:
    """Count the refusals among the outcomes."""
    return share([refused(outcome) for outcome in outcomes])


def percentile(values: Sequence[float], percent: float) -> float:
    """Give the nearest-rank percentile: the least value that `percent` of them do not exceed.

    Raises:
        ValueError: there are no values.

    """
    if not values:
        raise ValueError("no values to take a percentile of")
    return sorted(values)[max(1, ceil(percent / 100 * len(values))) - 1]


def ceiling(baseline: Baseline, cutoff: int, question_type: str = "") -> Share:
    """Of the answerable questions (of a type, or all), those whose chunks hold the answer.

    Raises:
        ValueError: the cutoff is none of CUTOFFS.

    """
    place = _place(cutoff)
    return share([held.answer[place] for held in _answerable(baseline, question_type)])


def evidence_ceiling(baseline: Baseline, cutoff: int) -> Share:
    """Of the answerable questions, those whose chunks hold every piece of evidence.

    Raises:
        ValueError: the cutoff is none of CUTOFFS.

    """
    place = _place(cutoff)
    return share([held.evidence[place] for held in _answerable(baseline, "")])


def _place(cutoff: int) -> int:
    if cutoff not in CUTOFFS:
        raise ValueError(f"nothing was measured at {cutoff}, only at {CUTOFFS}")
    return CUTOFFS.index(cutoff)


def _answerable(baseline: Baseline, question_type: str) -> list[Held]:
    return [
        held
        for held in baseline.held
        if held.question.answerable and question_type in {"", held.question.type}
    ]


def _unanswerable(outcome: Outcome) -> bool:
    return outcome.question.type == "unanswerable"


def _known(truths: Iterable[bool | None]) -> Share:
    """Count the true ones among those that are known."""
    return share([truth for truth in truths if truth is not None])
