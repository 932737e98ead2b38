"""Feedback: kept beside the chats, listed, and turned into questions that can be scored."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from assistant.types import Answer, Turn
from evals.questions import load
from ingest.errors import QuestionsError, VerseError
from ingest.settings import Settings
from tests.ui.samples import LIST, LOOK_UP, QUOTE
from ui.chats import Exchange
from ui.feedback import feedback_file, keep_feedback, read_feedback
from ui.feedback_told import as_question, listed, tell_feedback

HISTORY = (Turn("user", "before"), Turn("assistant", "said"))


def exchange(number: int, answer: Answer | None) -> Exchange:
    question = answer.question if answer else "?"
    return Exchange(number, "c", question, ("plan.pdf",), "done", answer, "", "g7")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    found = Settings(index=tmp_path / "index")
    at = feedback_file(found)
    keep_feedback(at, exchange(1, LOOK_UP), HISTORY, True, "")
    keep_feedback(at, exchange(2, LIST), (), True, " whole\nlist ")
    keep_feedback(at, exchange(3, dataclasses.replace(LOOK_UP, status="not_found")), (), True, "")
    keep_feedback(at, exchange(1, LOOK_UP), HISTORY, False, "It is 4.2b \u2028 that I meant")
    return found


def test_what_was_said_last_of_an_answer_counts(settings: Settings) -> None:
    first, second, _ = read_feedback(feedback_file(settings))
    assert (first.number, first.good, first.comment) == (1, False, "It is 4.2b \u2028 that I meant")
    assert (first.question, first.history, first.generation) == (LOOK_UP.question, HISTORY, "g7")
    assert (second.good, second.items, second.count) == (True, ("4.2a", "4.2b"), 2)
    assert second.citations[0]["quote"] == QUOTE


def test_feedback_is_listed(settings: Settings) -> None:
    lines = list(listed(read_feedback(feedback_file(settings))))
    assert lines[0].startswith("1. bad, ")
    assert lines[0].endswith(": who owns 4.2a")
    assert lines[1:3] == [
        "   said: It is 4.2b that I meant",
        "   answer (answered): 4.2a is owned by the Harbour Master. [1]",
    ]
    assert list(listed(())) == ["No feedback."]


def test_the_questions_made_can_be_scored(settings: Settings, tmp_path: Path) -> None:
    tell_feedback(settings, (), "", tmp_path / "q.jsonl")
    bad, whole, refused = load(tmp_path / "q.jsonl")
    assert (bad.type, bad.answer, bad.evidence) == (
        "feedback",
        "It is 4.2b \u2028 that I meant",
        (),
    )
    assert bad.history == HISTORY
    assert (whole.type, whole.members, whole.count) == ("list", ("4.2a", "4.2b"), 2)
    assert (whole.evidence, whole.documents) == ((QUOTE,), ("plan.pdf",))
    assert refused.type == "unanswerable"


@pytest.mark.parametrize(
    ("numbers", "verdict", "ids"),
    [
        ((), "good", ["feedback-002", "feedback-003"]),
        ((), "bad", ["feedback-001"]),
        ((3, 1), "", ["feedback-001", "feedback-003"]),
        ((3, 1), "good", ["feedback-003"]),
    ],
)
def test_feedback_is_chosen(
    settings: Settings, tmp_path: Path, numbers: tuple[int, ...], verdict: str, ids: list[str]
) -> None:
    tell_feedback(settings, numbers, verdict, tmp_path / "q.jsonl")
    assert [q.id for q in load(tmp_path / "q.jsonl")] == ids


def test_nothing_is_written_over_and_nobody_is_made_up(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text("mine", "utf-8")
    with pytest.raises(QuestionsError, match="exists already"):
        tell_feedback(settings, (), "", tmp_path / "q.jsonl")
    with pytest.raises(QuestionsError, match="no feedback 9"):
        tell_feedback(settings, (9,), "", None)
    with pytest.raises(QuestionsError, match="no feedback to write"):
        tell_feedback(settings, (1,), "good", tmp_path / "r.jsonl")
    assert (tmp_path / "q.jsonl").read_text("utf-8") == "mine"


def test_a_line_that_is_damaged_is_named(settings: Settings) -> None:
    with feedback_file(settings).open("a", encoding="utf-8") as file:
        file.write('{"about": "c')
    with pytest.raises(VerseError, match="line 5"):
        read_feedback(feedback_file(settings))


def test_an_answer_that_is_not_there_cannot_be_rated(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no answer"):
        keep_feedback(tmp_path / "f.jsonl", exchange(1, None), (), True, "")
    assert read_feedback(tmp_path / "f.jsonl") == ()


def test_a_good_correction_is_a_false_premise(settings: Settings) -> None:
    first = read_feedback(feedback_file(settings))[0]
    right = dataclasses.replace(first, good=True, status="corrected")
    assert as_question(right)["type"] == "false_premise"
