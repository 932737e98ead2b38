"""`verse answer`: a file of questions in, a file of answers out, a line of JSON each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from assistant.types import Answer, Turn
from ingest.settings import Settings
from ui import exits
from ui.answering import SAYING, open_assistant
from ui.asked import read_question
from ui.progress import counting
from ui.wording import counted
from ui.worker import Answers


class Polite:
    """An assistant that has an answer for every line, also for one that is no question."""

    def __init__(self, assistant: Answers) -> None:
        """Take the assistant that is asked what can be asked."""
        self._assistant = assistant

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Collection[str] = (),
        told: Callable[[Answer], None] | None = None,
    ) -> Answer:
        """Answer a question, or say in the answer what is wrong with it."""
        asked = read_question(question)
        if asked.problem:
            return Answer(question, "not_found", SAYING[asked.problem])
        return self._assistant.ask(asked.text, history, documents, told)


def answer_file(settings: Settings, questions: Path, out: Path) -> None:
    """Answer every line in order.

    Raises:
        QuestionsError: The file cannot be read or a line of it is not a question.
        VerseError: Nothing is ingested, or the index is of another format.

    """
    from evals import run  # noqa: PLC0415 - only this command needs it

    assistant = Polite(open_assistant(settings))
    with counting("Answering") as progress:
        number = run.answer_file(
            assistant, questions, out, lambda done, total: progress("", done, total)
        )
    exits.note(f"{counted(number, 'answer')} in {out}")
