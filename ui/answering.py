"""`verse ask`: one question, its answer as text or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.settings import Settings
from ui import exits
from ui.asked import LONGEST, Problem, read_question
from ui.choosing import UnknownDocument, choose_documents
from ui.plain import plain_answer

if TYPE_CHECKING:
    from assistant.assistant import Assistant

SAYING: dict[Problem, str] = {
    "empty": 'The question is empty. Try: verse ask "who owns deliverable 2.6c"',
    "no_words": "The question has no words or numbers in it. Ask in a few words.",
    "too_long": f"The question is too long: at most {LONGEST:,} characters.",
}


@dataclass(frozen=True, slots=True)
class Request:
    """A question as it was typed, once it can be asked: of whom, and of which documents."""

    assistant: Assistant
    question: str
    documents: tuple[str, ...]


def read_request(settings: Settings, typed: str, wanted: Sequence[str]) -> Request | None:
    """Read what was typed; None, with a note on stderr, where it cannot be asked.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    asked = read_question(typed)
    if asked.problem:
        exits.note(f"verse: {SAYING[asked.problem]}")
        return None
    assistant = open_assistant(settings)
    try:
        documents = choose_documents(wanted, [d.info.name for d in assistant.library.documents])
    except UnknownDocument as error:
        exits.note(f"verse: {error}")
        return None
    return Request(assistant, asked.text, tuple(documents))


def ask_once(settings: Settings, typed: str, wanted: tuple[str, ...], as_json: bool) -> int:
    """Answer one question on stdout and give the exit code.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    request = read_request(settings, typed, wanted)
    if request is None:
        return exits.USAGE
    answer = request.assistant.ask(request.question, (), request.documents)
    if as_json:
        sys.stdout.write(json.dumps(answer.as_json(), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(plain_answer(answer) + "\n")
    return exits.code_of_status(answer.status)


def open_assistant(settings: Settings) -> Assistant:
    """Open the assistant over the index of the settings.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    from assistant.assistant import Assistant  # noqa: PLC0415 - slow to import

    return Assistant.open(settings)
