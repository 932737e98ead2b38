"""Files of questions: what is read, and what is said of a line that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.types import Turn
from evals.questions import load, load_plain
from ingest.errors import QuestionsError

ROOT = Path(__file__).resolve().parents[2]
WHOLE = {
    "id": "q-1",
    "question": "Who owns 1.1a?",
    "type": "list",
    "history": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Yes?"}],
    "doc": ["plan"],
    "answer": "The Lead.",
    "must_include": [["Lead", "Head"], ["1.1a"]],
    "must_not_include": ["Clerk"],
    "evidence": ["a. Do it Lead"],
    "set_answer": ["1.1a"],
    "count": 1,
}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "questions.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    (question,) = load(written(tmp_path, WHOLE))
    assert question.history == (Turn("user", "Hello"), Turn("assistant", "Yes?"))
    assert question.documents == ("plan",)
    assert question.must_include == (("Lead", "Head"), ("1.1a",))
    assert (question.must_not_include, question.evidence) == (("Clerk",), ("a. Do it Lead",))
    assert (question.members, question.count) == (("1.1a",), 1)
    assert question.answerable


def test_what_is_left_out_is_empty_and_blank_lines_do_not_count(tmp_path: Path) -> None:
    path = written(
        tmp_path, "\ufeff", {"id": 7, "question": "Q\u2028?", "type": "unanswerable"}, ""
    )
    (question,) = load(path)
    assert (question.id, question.question) == ("7", "Q\u2028?")
    assert (question.members, question.count, question.must_include) == (None, None, ())
    assert not question.answerable


def test_a_question_alone_can_be_answered_but_not_measured(tmp_path: Path) -> None:
    path = written(tmp_path, {"question": "Who?"}, {"question": "", "must_include": "not read"})
    assert [question.question for question in load_plain(path)] == ["Who?", ""]
    with pytest.raises(QuestionsError, match='line 1: "id" is missing'):
        load(path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON .*; write one JSON object on each line"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not a JSON object"),
        (WHOLE | {"question": " "}, '"question" is missing'),
        (WHOLE | {"question": 5}, '"question" is missing or is not text'),
        (WHOLE | {"type": None}, '"type" is missing'),
        (WHOLE | {"must_include": ["Lead"]}, '"must_include" must be a list of facts'),
        (WHOLE | {"must_include": [[]]}, '"must_include" must be a list of facts'),
        (WHOLE | {"evidence": "Lead"}, '"evidence" must be a list of texts'),
        (WHOLE | {"must_not_include": [""]}, '"must_not_include" must be a list of texts'),
        (WHOLE | {"count": "3"}, '"count" must be a whole number'),
        (WHOLE | {"count": True}, '"count" must be a whole number'),
        (WHOLE | {"history": "Hello"}, '"history" must be a list'),
        (WHOLE | {"history": [{"role": "system", "content": "x"}]}, 'turn of "history"'),
        (WHOLE, 'id "q-1" is line 1\'s'),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(QuestionsError, match=f"questions.jsonl, line 3: .*{message}"):
        load(written(tmp_path, WHOLE, "", line))


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match="cannot be opened"):
        load(tmp_path / "missing.jsonl")
    with pytest.raises(QuestionsError, match="holds no questions"):
        load(written(tmp_path, "", " "))
    (tmp_path / "latin.jsonl").write_bytes(b'{"question": "caf\xe9"}')
    with pytest.raises(QuestionsError, match="save it as UTF-8"):
        load(tmp_path / "latin.jsonl")


@pytest.mark.parametrize("path", sorted((ROOT / "evals" / "questions").glob("*.jsonl")), ids=str)
def test_the_sets_that_come_with_the_product_can_be_used(path: Path) -> None:
    asked = load(path)
    shown = [question for question in asked if question.answerable and question.evidence]
    assert len(shown) > 0.8 * len(asked) > 30
