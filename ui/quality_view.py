"""What the Quality page shows: the figures of the evaluations whose results are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evals.intervals import Share
from evals.report import FORMAT


@dataclass(frozen=True, slots=True)
class Run:
    """One evaluation: its set of questions, when it was written, its figures by type."""

    name: str
    when: datetime
    questions: int
    seconds: float
    overall: dict[str, Share]
    by_type: dict[str, Share]


FIGURES = (
    "correct",
    "correct_and_exact",
    "lists_exact",
    "counts_exact",
    "unanswerable_refused",
    "answerable_refused",
    "citation_precision",
    "citation_recall",
    "quotes_verbatim",
)


def runs(folder: Path) -> tuple[Run, ...]:
    """Give the evaluations whose results lie in a folder and those below, oldest first.

    A file that holds no results of this form is passed over.
    """
    found = (_run(path) for path in sorted(folder.rglob("*.json")))
    return tuple(sorted((run for run in found if run), key=lambda r: (r.when, r.name)))


def last_of_each(every: Iterable[Run]) -> tuple[Run, ...]:
    """Give the last evaluation of each set of questions, by the sets' names."""
    latest = {run.name: run for run in every}
    return tuple(latest[name] for name in sorted(latest))


def history_of(every: Iterable[Run], name: str) -> tuple[Run, ...]:
    """Give all evaluations of one set of questions, oldest first."""
    return tuple(run for run in every if run.name == name)


def _run(path: Path) -> Run | None:
    try:
        found = json.loads(path.read_text("utf-8"))
        if found["format"] != FORMAT:
            return None
        return Run(
            name=str(found["name"]),
            when=datetime.fromtimestamp(path.stat().st_mtime, UTC),
            questions=len(found["questions"]),
            seconds=float(found["figures"]["p50"]),
            overall={name: _share(found["figures"][name]) for name in FIGURES},
            by_type={kind: _share(part["correct"]) for kind, part in found["by_type"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _share(found: dict[str, Any]) -> Share:
    return Share(int(found["hits"]), int(found["total"]))
