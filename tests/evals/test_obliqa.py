"""The benchmark's figures, with values counted by hand, and the ways of searching."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.retrieval.rerank import FakeReranker
from evals.obliqa import (
    Asked,
    Clause,
    Searches,
    as_table,
    average_precision_at,
    embedded,
    headed,
    is_heading,
    load_clauses,
    load_questions,
    measure,
    recall_at,
)
from ingest.embed import FakeEmbedder
from ingest.errors import CorpusError, QuestionsError

CLAUSES = [
    Clause((1, "1."), "REPORTING OF ESTIMATES"),
    Clause((1, "1.1"), "An operator must report every estimate of petroleum to the regulator."),
    Clause((1, "1.2"), "A fund must appoint a custodian."),
    Clause((2, "1.1"), "The custodian keeps the assets of the fund apart from its own."),
    Clause((2, "1.2"), ""),
]
QUESTION = Asked("Who keeps the assets of a fund?", frozenset({(2, "1.1"), (1, "1.2")}))


def passage(key: tuple[int, str], text: str) -> dict[str, Any]:
    return {"DocumentID": key[0], "PassageID": key[1], "Passage": text}


def test_recall() -> None:
    relevant = frozenset({(1, "a"), (1, "b"), (2, "a")})

    assert recall_at([(1, "a"), (9, "x"), (1, "b")], relevant) == pytest.approx(2 / 3)
    assert recall_at([(9, "x"), (1, "a")], relevant, k=1) == 0


def test_average_precision() -> None:
    relevant = frozenset({(1, "a"), (1, "b")})

    assert average_precision_at([(1, "a"), (1, "b")], relevant) == 1
    assert average_precision_at([(9, "x"), (1, "a"), (9, "y"), (1, "b")], relevant) == 0.5
    assert average_precision_at([(9, "x")] * 10 + [(1, "a")], relevant) == 0


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("", True),
        ("Evidence on authentication and execution", True),
        ("The Regulator may direct.", False),
        ("An Authorised Person:\n(a) must;", False),
        ("word " * 30, False),
    ],
)
def test_headings_are_told_from_passages(text: str, heading: bool) -> None:
    assert is_heading(text) is heading


@pytest.mark.parametrize("name", Searches([]).names)
def test_every_way_of_searching_finds_the_passages_and_no_heading(name: str) -> None:
    search = Searches(CLAUSES, FakeEmbedder(), FakeReranker()).names[name]

    rows = [row for row, _ in search(QUESTION.text)]

    assert rows[0] == 3
    assert set(rows) <= {1, 2, 3}
    assert len(rows) == len(set(rows))


def test_passages_stand_under_the_heading_above_them_in_their_document() -> None:
    texts = headed([c.text for c in CLAUSES], [c.key[0] for c in CLAUSES])
    assert texts[2] == f"REPORTING OF ESTIMATES {CLAUSES[2].text}"
    assert texts[3] == f" {CLAUSES[3].text}"


def test_measuring_one_way() -> None:
    search = Searches(CLAUSES, FakeEmbedder(), FakeReranker()).names["fusion"]

    result = measure("fusion", search, CLAUSES, [QUESTION, QUESTION])

    assert (result.questions, result.recall, result.average_precision) == (2, 1, 1)
    assert 0 < result.p50 <= result.p95
    assert "| fusion | 2 | 1.000 | 1.000 |" in as_table([result])


def test_documents_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9):
        rows = [passage((number, "1."), f"text {number}")]
        (tmp_path / f"{number}.json").write_text(json.dumps(rows))

    assert [clause.key[0] for clause in load_clauses(tmp_path)] == [9, 10]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no documents"):
        load_clauses(tmp_path)


def test_questions_are_read_and_sampled_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "questions.json"
    rows = [{"Question": f"q{n}", "Passages": [passage((1, "1."), "")]} for n in range(50)]
    path.write_text(json.dumps(rows))

    assert load_questions(path)[7] == Asked("q7", frozenset({(1, "1.")}))
    assert len(load_questions(path, 5)) == 5
    assert load_questions(path, 5) == load_questions(path, 5)
    assert len(load_questions(path, 500)) == 50


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.json"
    path.write_text('[{"question": "?"}]')

    with pytest.raises(QuestionsError, match="not a file of ObliQA"):
        load_questions(path)


def test_vectors_are_kept_in_the_cache_for_the_same_texts_only(tmp_path: Path) -> None:
    first = embedded(["a", "b"], FakeEmbedder(), tmp_path)

    assert np.array_equal(embedded(["a", "b"], FakeEmbedder(), tmp_path), first)
    assert len(list(tmp_path.iterdir())) == 1
    embedded(["a", "c"], FakeEmbedder(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
