"""`verse eval`: how right the answers to a file of questions are."""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.settings import Settings
from ui import exits
from ui.answering import open_assistant
from ui.progress import counting


def measure(settings: Settings, file: Path, out: Path | None = None) -> None:
    """Print the table of figures and name what was answered wrongly; write both into `out`.

    Raises:
        QuestionsError: The file cannot be read or a line of it is not a question.
        VerseError: Nothing is ingested, or the index is of another format.

    """
    from evals import questions, report, run, tables  # noqa: PLC0415 - only this command needs it

    asked = questions.load(file)
    assistant = open_assistant(settings)
    with counting("Asking") as progress:
        found = run.evaluate(
            assistant, asked, settings.corpus, lambda done, total: progress("", done, total)
        )
    for outcome in found.outcomes:
        if not outcome.verdict.correct:
            exits.note(f"  {outcome.question.id}: {'; '.join(outcome.verdict.reasons)}")
    sys.stdout.write(tables.headline([tables.column(found, (), file.stem)]) + "\n")
    if out:
        exits.note(f"Written: {report.write(found, (), out, file.stem)}")
