"""`verse feedback`: what people said of answers, and questions for an evaluation made from it."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.types import Turn
from ingest.errors import QuestionsError
from ingest.settings import Settings
from ui import exits
from ui.feedback import Feedback, feedback_file, read_feedback
from ui.plain import harmless
from ui.wording import counted

_REFUSALS = {"not_found", "no_such_item", "blank"}


def tell_feedback(
    settings: Settings, numbers: Collection[int], verdict: str, to: Path | None
) -> None:
    """List the feedback chosen, or write it down as questions.

    Args:
        settings: Where the index is, beside which the feedback is kept.
        numbers: The numbers to choose, none for all.
        verdict: `good` or `bad` to choose only those, empty for both.
        to: The file of questions to write; None to list.

    Raises:
        QuestionsError: A number is nobody's, or the file exists already.
        VerseError: The file of feedback cannot be read.

    """
    every = read_feedback(feedback_file(settings))
    unknown = set(numbers) - {f.number for f in every}
    if unknown:
        named = ", ".join(map(str, sorted(unknown)))
        raise QuestionsError(f"There is no feedback {named}. List it: verse feedback")
    chosen = [
        f
        for f in every
        if (not numbers or f.number in numbers) and (not verdict or f.good == (verdict == "good"))
    ]
    if to is None:
        sys.stdout.write("\n".join(listed(chosen)) + "\n")
        return
    write_questions(chosen, to)
    exits.note(f"{counted(len(chosen), 'question')} in {to}")


def listed(chosen: Sequence[Feedback]) -> Iterator[str]:
    """Give the lines: number, verdict, time and question, then comment and answer."""
    if not chosen:
        yield "No feedback."
    for feedback in chosen:
        verdict = "good" if feedback.good else "bad"
        yield f"{feedback.number}. {verdict}, {feedback.time}: {harmless(feedback.question)}"
        if feedback.comment:
            yield f"   said: {harmless(' '.join(feedback.comment.split()))}"
        yield f"   answer ({feedback.status}): {harmless(' '.join(feedback.text.split()))}"


def write_questions(chosen: Sequence[Feedback], to: Path) -> None:
    """Write the questions into a new file, a line of JSON each.

    Raises:
        QuestionsError: The file exists already, or there is nothing to write.

    """
    if not chosen:
        raise QuestionsError("There is no feedback to write. Rate answers in the chat first.")
    text = "".join(json.dumps(as_question(f), ensure_ascii=False) + "\n" for f in chosen)
    try:
        with to.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise QuestionsError(f"{to} exists already; name another file") from error


def as_question(feedback: Feedback) -> dict[str, Any]:
    """Give a question of the evaluation's format.

    A good answer is the reference: its quotes are the evidence, its items the set, its count the
    number. Of a bad one only the question is taken; what was said of it stands as the reference,
    for whoever fills in what must be said.
    """
    asked: dict[str, Any] = {
        "id": f"feedback-{feedback.number:03d}",
        "question": feedback.question,
        "type": _type(feedback),
        "history": [_turn(turn) for turn in feedback.history],
        "doc": sorted({c["document"] for c in feedback.citations}) if feedback.good else [],
        "answer": feedback.text if feedback.good else feedback.comment,
        "must_include": [],
        "must_not_include": [],
        "evidence": [],
    }
    if feedback.good:
        asked["evidence"] = list(dict.fromkeys(c["quote"] for c in feedback.citations))
        if len(feedback.items) > 1:
            asked["set_answer"] = list(feedback.items)
        if feedback.count is not None:
            asked["count"] = feedback.count
    return asked


def _type(feedback: Feedback) -> str:
    if feedback.good and feedback.status in _REFUSALS:
        return "unanswerable"
    if feedback.good and feedback.status == "corrected":
        return "false_premise"
    return "list" if feedback.good and len(feedback.items) > 1 else "feedback"


def _turn(turn: Turn) -> dict[str, str]:
    return {"role": turn.role, "content": turn.content}
