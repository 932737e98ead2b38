"""What people said of answers: a line of JSON each, in one file beside the chats.

The file only grows; of several lines on one answer, the last counts.
"""

from __future__ import annotations

import fcntl
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.types import Turn
from ingest.errors import VerseError
from ingest.settings import Settings
from ui.chats import Exchange


@dataclass(frozen=True, slots=True)
class Feedback:
    """Whether an answer was good, with what was asked, answered and cited.

    `number` counts the answers in the order in which they were first spoken of; `about` names
    the chat and the exchange; `citations` and `items` are as in the JSON of an answer;
    `generation` is that of the index which was asked.
    """

    number: int
    about: str
    time: str
    good: bool
    comment: str
    question: str
    documents: tuple[str, ...]
    history: tuple[Turn, ...]
    status: str
    text: str
    items: tuple[str, ...]
    count: int | None
    citations: tuple[dict[str, Any], ...]
    generation: str


def feedback_file(settings: Settings) -> Path:
    """Give where feedback is kept."""
    return settings.index.absolute().parent / ".chats" / "feedback.jsonl"


def about(exchange: Exchange) -> str:
    """Name an answer: its chat and the exchange in it."""
    return f"{exchange.chat}/{exchange.id}"


def keep_feedback(
    at: Path, exchange: Exchange, history: tuple[Turn, ...], good: bool, comment: str
) -> None:
    """Add a line on the answer of an exchange.

    Raises:
        ValueError: The exchange has no answer.

    """
    answer = exchange.answer
    if answer is None:
        raise ValueError("there is no answer to speak of")
    found = answer.as_json()
    kept = {key: found[key] for key in ("status", "text", "count", "citations")}
    line = {
        "about": about(exchange),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "good": good,
        "comment": comment.strip(),
        "question": exchange.question,
        "documents": exchange.documents,
        "history": [asdict(turn) for turn in history],
        "items": [item.id for item in answer.items],
        "generation": exchange.generation,
        **kept,
    }
    at.parent.mkdir(parents=True, exist_ok=True)
    with at.open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # one whole line at a time, whoever writes
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read_feedback(at: Path) -> tuple[Feedback, ...]:
    """Give what was said last of each answer, in the order of the answers; empty without a file.

    Raises:
        VerseError: A line cannot be read; tells its number.

    """
    if not at.is_file():
        return ()
    lines: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(at.read_text("utf-8").split("\n"), start=1):
        if line.strip():
            try:
                found = json.loads(line)
                lines[found["about"]] = found
            except (ValueError, KeyError, TypeError) as error:
                raise VerseError(f"{at}, line {number} cannot be read; delete it") from error
    return tuple(_feedback(n, found) for n, found in enumerate(lines.values(), start=1))


def _feedback(number: int, found: dict[str, Any]) -> Feedback:
    return Feedback(
        **{
            **found,
            "number": number,
            "documents": tuple(found["documents"]),
            "history": tuple(Turn(**turn) for turn in found["history"]),
            "items": tuple(found["items"]),
            "citations": tuple(found["citations"]),
        }
    )
