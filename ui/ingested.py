"""What `verse ingest` says when it is done."""

from __future__ import annotations

import sys
from collections import Counter

from ingest.types import FileResult, IngestReport
from ui import exits
from ui.wording import counted


def tell_ingested(report: IngestReport) -> int:
    """Say what was done with each file; give 4 where one could not be read, else 0."""
    for result in report.results:
        for line in _notes(result):
            exits.note(line)
    sys.stdout.write(summary(report) + "\n")
    return exits.SOME_UNREAD if report.failures else exits.FOUND


def summary(report: IngestReport) -> str:
    """Give one line: how many files, what became of them, what is now in the index.

    >>> summary(IngestReport((FileResult("a.pdf", "added", pages=2, items=1, passages=5),)))
    '1 file: 1 added. Read 2 pages, 1 item, 5 passages.'
    """
    outcomes = Counter(result.outcome for result in report.results)
    parts = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    read = [r for r in report.results if r.outcome in {"added", "replaced"}]
    line = f"{counted(len(report.results), 'file')}: {parts or 'nothing to do'}."
    if not read:
        return line
    sums = (
        counted(sum(r.pages for r in read), "page"),
        counted(sum(r.items for r in read), "item"),
        counted(sum(r.passages for r in read), "passage"),
    )
    return f"{line} Read {', '.join(sums)}."


def _notes(result: FileResult) -> list[str]:
    notes = [f"  {result.outcome}: {result.name}"]
    if result.message:
        notes[0] += f": {result.message}"
    return notes + [f"    note: {warning}" for warning in result.warnings]
