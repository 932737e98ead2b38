"""Shows the failing questions of a results file: `python -m evals.failures RESULTS.json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from ingest.errors import QuestionsError

_WIDTH = 100
_USAGE = "usage: python -m evals.failures evals/results/dev.json\n"


def failing(results: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the records whose answer is not correct, not exact, or has a quote not on its page."""
    return [record for record in results["questions"] if _wrong(record)]


def describe(record: dict[str, Any]) -> str:
    """Write one record to be read: the question, what was expected, what came, what is wrong."""
    head = f"{record['id']} · {record['type']} · {record['status']}"
    turns = [f"{turn['role']}: {turn['content']}" for turn in record["history"]]
    lines = [
        *(_field("before", turn) for turn in turns),
        _field("question", record["question"]),
        _field("expected", _with_facts(record["expected"], record, "expected_")),
        _field("got", _with_facts(record["text"], record, "")),
        *(_field("wrong", reason) for reason in _wrong(record)),
        *(_field("cited", f"{c['document']} p. {c['page']}: {c['quote']}") for c in _first(record)),
    ]
    return "\n".join([head, *lines])


def summary(results: dict[str, Any]) -> str:
    """Write all failing records, and how many there are."""
    found = failing(results)
    total = len(results["questions"])
    return "\n\n".join([*(describe(record) for record in found), f"{len(found)} of {total} fail."])


def read(path: Path) -> dict[str, Any]:
    """Read a results file.

    Raises:
        QuestionsError: it cannot be read or is no results file; tells what to do.

    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise QuestionsError(f"{path} cannot be read ({error}); run verse eval first") from error
    if not isinstance(found, dict) or "questions" not in found:
        raise QuestionsError(f"{path} is no file of results; run verse eval first")
    return found


def main(arguments: Sequence[str]) -> int:
    """Write the failing questions of the named file to the terminal; gives the exit status."""
    if len(arguments) != 1:
        sys.stderr.write(_USAGE)
        return 2
    try:
        results = read(Path(arguments[0]))
    except QuestionsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(summary(results) + "\n")
    return 0


def _wrong(record: dict[str, Any]) -> list[str]:
    reasons = list(record["why_not"])
    reasons += ["list not exact"] if record["list_exact"] is False else []
    reasons += ["count not exact"] if record["count_exact"] is False else []
    stray = sum(not citation["verbatim"] for citation in record["citations"])
    return reasons + ([f"{stray} of its quotes not on their page"] if stray else [])


def _with_facts(text: str, record: dict[str, Any], prefix: str) -> str:
    """Add the set (or the answer's items) and the count to a text, where there are any."""
    listed = record[f"{prefix}set"] if prefix else record["items"]
    count = record[f"{prefix}count"]
    return text + (f" {listed}" if listed else "") + ("" if count is None else f" count {count}")


def _first(record: dict[str, Any], most: int = 3) -> list[dict[str, Any]]:
    citations: list[dict[str, Any]] = record["citations"][:most]
    return citations


def _field(name: str, text: str) -> str:
    return fill(
        " ".join(text.split()),
        width=_WIDTH,
        initial_indent=f"  {name:<9} ",
        subsequent_indent=" " * 12,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
