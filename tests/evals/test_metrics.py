"""Figures over a handful of outcomes, counted by hand."""

from __future__ import annotations

import pytest

from assistant.types import Answer, Citation, Status
from evals import metrics
from evals.intervals import Share
from evals.types import (
    Baseline,
    CitationCheck,
    Held,
    Outcome,
    ReferenceQuestion,
    Verdict,
)


def outcome(
    type_: str,
    status: Status,
    verdict: Verdict,
    seconds: float = 1.0,
    citations: tuple[CitationCheck, ...] = (),
    cited: tuple[bool, ...] = (),
) -> Outcome:
    quotes = tuple(
        Citation(n, "a.pdf", "", (), 1, "one two three", "") for n in range(1, len(citations) + 1)
    )
    answer = Answer("Q?", status, "", citations=quotes)
    asked = ReferenceQuestion("q", "Q?", type_)
    return Outcome(asked, answer, seconds, verdict, citations, cited)


OUTCOMES = (
    outcome(
        "owner",
        "answered",
        Verdict(True),
        0.1,
        (CitationCheck(True, True), CitationCheck(True, False)),
        (True, False),
    ),
    outcome("owner", "not_found", Verdict(False, ("refused",)), 0.2, (), (False,)),
    outcome("list", "answered", Verdict(True, (), list_exact=False), 0.3),
    outcome("count", "answered", Verdict(True, (), count_exact=True), 0.4),
    outcome("unanswerable", "blank", Verdict(True), 0.5, (CitationCheck(False, None),)),
    outcome("unanswerable", "answered", Verdict(False, ("answered",)), 9.0),
    outcome("false_premise", "no_such_item", Verdict(True), 0.7),
)


def test_figures_counted_by_hand() -> None:
    found = metrics.figures(OUTCOMES)
    assert found.correct == Share(5, 7)
    assert found.correct_and_exact == Share(4, 7)
    assert (found.lists_exact, found.counts_exact) == (Share(0, 1), Share(1, 1))
    assert found.refusal_precision == Share(2, 3)
    assert found.unanswerable_refused == Share(1, 2)
    assert found.answerable_refused == Share(1, 4)
    assert found.citation_precision == Share(1, 2)
    assert found.citation_recall == Share(1, 3)
    assert found.quotes_verbatim == Share(2, 3)
    assert found.quote_words == 3.0
    assert (found.p50, found.p95) == (0.4, 9.0)


def test_types_keep_the_files_order() -> None:
    groups = metrics.by_type(OUTCOMES)
    assert list(groups) == ["owner", "list", "count", "unanswerable", "false_premise"]
    assert len(groups["owner"]) == 2


@pytest.mark.parametrize(("percent", "value"), [(50, 2.0), (75, 3.0), (76, 4.0), (95, 4.0)])
def test_nearest_rank(percent: float, value: float) -> None:
    assert metrics.percentile([4.0, 1.0, 3.0, 2.0], percent) == value


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        metrics.percentile([], 50)


def test_ceilings_leave_out_what_cannot_be_answered() -> None:
    owner, fake = (ReferenceQuestion(t, "Q?", t) for t in ("owner", "false_premise"))
    held = (
        Held(owner, (False, True, True), (False, False, True)),
        Held(owner, (True, True, True), (False, False, False)),
        Held(fake, (True, True, True), (True, True, True)),
    )
    baseline = Baseline("x", 9, held)
    assert [metrics.ceiling(baseline, k) for k in (2, 5, 10)] == [
        Share(1, 2),
        Share(2, 2),
        Share(2, 2),
    ]
    assert metrics.evidence_ceiling(baseline, 10) == Share(1, 2)
    assert metrics.ceiling(baseline, 2, "date") == Share(0, 0)
    with pytest.raises(ValueError, match="at 3, only at"):
        metrics.ceiling(baseline, 3)
