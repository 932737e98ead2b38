"""Writes an evaluation down: JSON with every answer, Markdown with the generated tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from evals.intervals import Share
from evals.metrics import Figures, by_type, ceiling, evidence_ceiling, figures
from evals.tables import END, START, page
from evals.types import CUTOFFS, Baseline, Evaluation, Outcome
from ingest.errors import VerseError

FORMAT = 1
"""The version of the JSON file's form."""


def write(evaluation: Evaluation, baselines: Sequence[Baseline], folder: Path, name: str) -> Path:
    """Write `<name>.json` and `<name>.md` into the folder, made where missing.

    Gives the path of the Markdown page; the JSON lies beside it.

    Raises:
        ValueError: the evaluation has no outcomes.

    """
    folder.mkdir(parents=True, exist_ok=True)
    record = as_json(evaluation, baselines, name)
    text = json.dumps(record, ensure_ascii=False, indent=1)
    _replace(folder / f"{name}.json", text + "\n")
    markdown = folder / f"{name}.md"
    _replace(markdown, page(evaluation, baselines, name))
    return markdown


def as_json(evaluation: Evaluation, baselines: Sequence[Baseline], name: str) -> dict[str, Any]:
    """Give the figures and a record for each question, in the form that is written."""
    return {
        "format": FORMAT,
        "name": name,
        "corpus": [{"name": f.name, "sha256": f.sha256} for f in evaluation.corpus],
        "figures": _figures_json(figures(evaluation.outcomes)),
        "by_type": {
            kind: _figures_json(figures(group))
            for kind, group in by_type(evaluation.outcomes).items()
        },
        "baselines": [_baseline_json(baseline) for baseline in baselines],
        "questions": [record(outcome) for outcome in evaluation.outcomes],
    }


def record(outcome: Outcome) -> dict[str, Any]:
    """Give one question's record: what was asked, expected and said, and what was wrong."""
    question, answer, verdict = outcome.question, outcome.answer, outcome.verdict
    return {
        "id": question.id,
        "type": question.type,
        "question": question.question,
        "history": [{"role": turn.role, "content": turn.content} for turn in question.history],
        "expected": question.answer,
        "expected_set": list(question.members) if question.members else None,
        "expected_count": question.count,
        "evidence": list(question.evidence),
        "status": answer.status,
        "correct": verdict.correct,
        "why_not": list(verdict.reasons),
        "list_exact": verdict.list_exact,
        "count_exact": verdict.count_exact,
        "text": answer.text,
        "understood": answer.understood,
        "items": [item.id for item in answer.items],
        "count": answer.count,
        "citations": [
            {**citation.as_json(), "verbatim": check.verbatim, "supports": check.supports}
            for citation, check in zip(answer.citations, outcome.citations, strict=True)
        ],
        "evidence_cited": list(outcome.evidence_cited),
        "seconds": round(outcome.seconds, 4),
    }


def copy_results(results: Path, readme: Path) -> bool:
    """Put the results between the markers of a generated page between those of another.

    Gives whether that changed the file.

    Raises:
        VerseError: one of the files lacks the markers.

    """
    _, block, _ = _parts(results)
    before, old, after = _parts(readme)
    if old == block:
        return False
    _replace(readme, before + block + after)
    return True


def _parts(path: Path) -> tuple[str, str, str]:
    """Split a page into what is before, between and after the markers."""
    text = path.read_text(encoding="utf-8")
    before, start, rest = text.partition(START)
    block, end, after = rest.partition(END)
    if not (start and end):
        raise VerseError(f"{path} lacks {START} and {END}; put both where the results belong")
    return before + start, block, end + after


def _figures_json(found: Figures) -> dict[str, Any]:
    return {f.name: _value_json(getattr(found, f.name)) for f in fields(found)}


def _value_json(value: Share | float) -> dict[str, Any] | float:
    if isinstance(value, float):
        return round(value, 4)
    low, high = value.interval
    return {"hits": value.hits, "total": value.total, "low": round(low, 4), "high": round(high, 4)}


def _baseline_json(baseline: Baseline) -> dict[str, Any]:
    return {
        "name": baseline.name,
        "chunks": baseline.chunks,
        "answer_held": {str(k): _value_json(ceiling(baseline, k)) for k in CUTOFFS},
        "evidence_held": {str(k): _value_json(evidence_ceiling(baseline, k)) for k in CUTOFFS},
        "questions": {
            held.question.id: {"answer": list(held.answer), "evidence": list(held.evidence)}
            for held in baseline.held
        },
    }


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(path)
