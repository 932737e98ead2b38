"""Reads a file of questions, a JSON object a line, and says where and how one is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from assistant.types import Status, Turn
from evals.types import ReferenceQuestion
from ingest.errors import QuestionsError


def load(path: Path) -> tuple[ReferenceQuestion, ...]:
    """Read questions with their references, in the file's order.

    Raises:
        QuestionsError: the file or a line of it cannot be used; tells the line and what to do.

    """
    questions = _read(path, references=True)
    seen: dict[str, int] = {}
    for number, question in questions:
        if question.id in seen:
            first = seen[question.id]
            raise _error(path, number, f'id "{question.id}" is line {first}\'s; give it another')
        seen[question.id] = number
    return tuple(question for _, question in questions)


def load_plain(path: Path) -> tuple[ReferenceQuestion, ...]:
    """Read questions to be answered; a line needs `question` only, `history` is used too.

    Raises:
        QuestionsError: the file or a line of it cannot be used; tells the line and what to do.

    """
    return tuple(question for _, question in _read(path, references=False))


def _read(path: Path, *, references: bool) -> list[tuple[int, ReferenceQuestion]]:
    questions = []
    for number, line in _lines(path):
        try:
            questions.append((number, _question(_object(line), references=references)))
        except ValueError as error:
            raise _error(path, number, str(error)) from error
    if not questions:
        raise QuestionsError(f"{path} holds no questions; write a JSON object on each line")
    return questions


def _error(path: Path, number: int, message: str) -> QuestionsError:
    return QuestionsError(f"{path}, line {number}: {message}")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give the lines that are not blank, numbered from 1."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QuestionsError(f"{path} cannot be opened ({error.strerror}); name a file") from error
    except UnicodeDecodeError as error:
        raise QuestionsError(f"{path} is not UTF-8 text; save it as UTF-8") from error
    # Not splitlines: a JSON string may hold U+2028 and other characters that it would split at.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON ({error}); write one JSON object on each line") from error
    if not isinstance(found, dict):
        raise ValueError('not a JSON object; write {"question": "…"}')
    return found


def _question(found: dict[str, Any], *, references: bool) -> ReferenceQuestion:
    asked = ReferenceQuestion(
        id=_id(found, required=references),
        question=_question_text(found, required=references),
        history=_history(found),
    )
    if not references:
        return asked
    return ReferenceQuestion(
        id=asked.id,
        question=asked.question,
        history=asked.history,
        type=_string(found, "type", required=True),
        documents=_strings(found, "doc"),
        answer=_string(found, "answer"),
        must_include=_facts(found),
        must_not_include=_strings(found, "must_not_include"),
        evidence=_strings(found, "evidence"),
        members=_strings(found, "set_answer") or None,
        count=_count(found),
        expected=_expected(found),
    )


def _expected(found: dict[str, Any]) -> str:
    expected = _string(found, "expected")
    if expected and expected not in get_args(Status):
        known = ", ".join(get_args(Status))
        raise ValueError(f'"expected" is no status of an answer; write one of {known}')
    return expected


def _question_text(found: dict[str, Any], *, required: bool) -> str:
    """Give the question; an empty one may be asked, for a line needs an answer, but not scored."""
    if found.get("question") == "" and not required:
        return ""
    return _string(found, "question", required=required or "question" not in found)


def _id(found: dict[str, Any], *, required: bool) -> str:
    if isinstance(found.get("id"), int) and not isinstance(found["id"], bool):
        return str(found["id"])
    return _string(found, "id", required=required)


def _string(found: dict[str, Any], key: str, *, required: bool = False) -> str:
    value = found.get(key)
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (required and not value.strip()):
        raise ValueError(f'"{key}" is missing or is not text; write "{key}": "…"')
    return value


def _strings(found: dict[str, Any], key: str) -> tuple[str, ...]:
    return _string_list(found.get(key) or [], f'"{key}" must be a list of texts')


def _string_list(value: object, message: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise ValueError(f'{message}; write ["…", "…"]')
    return tuple(value)


def _facts(found: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    message = '"must_include" must be a list of facts, each a list of alternatives'
    facts = found.get("must_include") or []
    if not isinstance(facts, list) or [] in facts:
        raise ValueError(f'{message}; write [["this", "or this"], ["and this"]]')
    return tuple(_string_list(fact, message) for fact in facts)


def _count(found: dict[str, Any]) -> int | None:
    count = found.get("count")
    if count is not None and (isinstance(count, bool) or not isinstance(count, int) or count < 0):
        raise ValueError('"count" must be a whole number; write "count": 3 or leave it out')
    return count


def _history(found: dict[str, Any]) -> tuple[Turn, ...]:
    turns = found.get("history") or []
    if not isinstance(turns, list):
        raise ValueError('"history" must be a list of turns; write [] where there is none')
    return tuple(_turn(turn) for turn in turns)


def _turn(turn: object) -> Turn:
    if isinstance(turn, dict) and isinstance(turn.get("content"), str):
        if turn.get("role") == "user":
            return Turn("user", turn["content"])
        if turn.get("role") == "assistant":
            return Turn("assistant", turn["content"])
    raise ValueError(
        'a turn of "history" cannot be used; '
        'write {"role": "user", "content": "…"} or {"role": "assistant", "content": "…"}'
    )


def refuse_overwriting(questions: Path, out: Path) -> None:
    """Make sure that writing to `out` leaves the questions as they are.

    Raises:
        QuestionsError: both are the same file.

    """
    if out.exists() and out.samefile(questions):
        raise QuestionsError(f"{out} is the file of questions; name another file for the answers")
