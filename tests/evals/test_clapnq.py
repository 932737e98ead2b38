"""The figures on CLAPNQ, with values counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.retrieval.rerank import FakeReranker
from assistant.sentences.ranking import Scored
from evals.clapnq import (
    Case,
    area_under_curve,
    best_threshold,
    found_share,
    load,
    report,
    tell_apart,
)
from ingest.errors import QuestionsError


def row(question: str, sentences: list[str], selected: list[str]) -> str:
    passage = {"title": "Kits", "text": " ".join(sentences), "sentences": sentences}
    output = {"answer": "", "selected_sentences": selected}
    return json.dumps({"input": question, "passages": [passage], "output": [output]})


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "answerable.jsonl"
    path.write_text(row("Who pays?", ["It rains.", "We pay."], ["We pay."]) + "\n\n")

    assert load(path, True) == [
        Case("Who pays?", "Kits", ("It rains.", "We pay."), frozenset({1}), True)
    ]


@pytest.mark.parametrize("content", ["no", "{}", '{"input": "?", "passages": [], "output": []}'])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(content)

    with pytest.raises(QuestionsError, match="not a file of CLAPNQ"):
        load(path, True)


def test_a_case_counts_when_a_sentence_of_its_answer_is_chosen() -> None:
    cases = [Case("", "", ("a", "b"), frozenset({n}), True) for n in (0, 1)]
    ranked = [[Scored(0, "a", 1, 1), Scored(1, "b", 0, 0)]] * 2

    assert found_share(cases, ranked, 1).value == 0.5
    assert found_share(cases, ranked, 2).value == 1


def test_area_under_curve() -> None:
    assert area_under_curve([3, 4], [1, 2]) == 1
    assert area_under_curve([1], [1]) == 0.5
    assert area_under_curve([1, 3], [2, 4]) == 0.25


def test_the_threshold_that_is_right_most_often() -> None:
    assert best_threshold([0.1, 0.4, 0.6, 0.9], [False, False, True, True]) == 0.6
    assert best_threshold([0.1, 0.4, 0.6, 0.9], [False, True, False, True]) == 0.4


def test_the_threshold_comes_from_one_half_and_is_tried_on_the_other() -> None:
    told = tell_apart([0.1, 0.7, 0.6, 0.2], [False, False, True, True])

    assert told.threshold == 0.6
    assert (told.right.hits, told.right.total) == (0, 2)


def test_the_report_on_two_questions(tmp_path: Path) -> None:
    sentences = ["The kits are stored.", "The council pays for kits."]
    cases = []
    for name, question, selected in (
        ("yes", "Who pays for kits?", sentences[1:]),
        ("no", "How tall?", []),
    ):
        (tmp_path / name).write_text(row(question, sentences, selected))
        cases += load(tmp_path / name, name == "yes")

    table = report(cases, FakeReranker())

    assert "| answer's sentence first | 1 of 1 (100.0 %) |" in table
    assert "| answerable told from not (AUROC) | 1.000 |" in table
