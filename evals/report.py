"""Writes an evaluation down: JSON with every answer, Markdown with the generated tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from evals.intervals import Share
from evals.metrics import Figures, by_type, figures
from evals.tables import Column, column, headline, page
from evals.types import Baseline, Evaluation, Outcome
from ingest.errors import VerseError

FORMAT = 1
"""The version of the JSON file's form."""

START = "<!-- results -->"
END = "<!-- /results -->"


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
    held = column(evaluation, baselines, name).held
    return {
        "format": FORMAT,
        "name": name,
        "corpus": [{"name": f.name, "sha256": f.sha256} for f in evaluation.corpus],
        "figures": _figures_json(figures(evaluation.outcomes)),
        "by_type": {
            kind: _figures_json(figures(group))
            for kind, group in by_type(evaluation.outcomes).items()
        },
        "held": {label: _value_json(found) for label, found in held.items()},
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


def rewrite_results(page_path: Path, results: Sequence[Path]) -> bool:
    """Put the headline table of results files between a page's START and END.

    Args:
        page_path: the page, such as README.md.
        results: JSON files that `write` wrote, a column each.

    Gives whether that changed the page.

    Raises:
        VerseError: the page lacks the markers, or a file holds no results of this form.

    """
    text = page_path.read_text(encoding="utf-8")
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise VerseError(f"{page_path} lacks {START} and {END}; put both where the results belong")
    table = headline([read_column(path) for path in results])
    fresh = f"{before}{start}\n{table}\n{end}{after}"
    if fresh != text:
        _replace(page_path, fresh)
    return fresh != text


def read_column(path: Path) -> Column:
    """Read a results file's figures back.

    Raises:
        VerseError: the file holds no results of this form.

    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != FORMAT:
            raise VerseError(f"{path} is of another version; run verse eval again")
        values: dict[str, Any] = {f.name: _value(found["figures"][f.name]) for f in fields(Figures)}
        held = {label: _share(value) for label, value in found["held"].items()}
        return Column(found["name"], len(found["questions"]), Figures(**values), held)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise VerseError(f"{path} holds no results ({error!r}); run verse eval first") from error


def _figures_json(found: Figures) -> dict[str, Any]:
    return {f.name: _value_json(getattr(found, f.name)) for f in fields(found)}


def _value_json(value: Share | float) -> dict[str, Any] | float:
    if isinstance(value, float):
        return round(value, 4)
    low, high = value.interval
    return {"hits": value.hits, "total": value.total, "low": round(low, 4), "high": round(high, 4)}


def _value(found: dict[str, int] | float) -> Share | float:
    return _share(found) if isinstance(found, dict) else float(found)


def _share(found: dict[str, int]) -> Share:
    return Share(found["hits"], found["total"])


def _baseline_json(baseline: Baseline) -> dict[str, Any]:
    return {
        "name": baseline.name,
        "chunks": baseline.chunks,
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
