"""`verse explain`: the steps are those of the answer, told short and in line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.retrieval.rerank import FakeReranker
from assistant.trace import Judged, Reranked, Searched, Trace, Tried, Understood
from assistant.types import Turn
from assistant.writing.writer import FakeWriter
from ingest.embed import FakeEmbedder
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from ui import answering
from ui.explaining import explain_once, plain_trace

NOTE = """# Lighthouse plan

The lamp was renewed in 2031 by the Harbour Board. The keeper checks the lamp every evening.

| No. | Action | Owner |
| --- | --- | --- |
| 1.1 | Paint the tower | Harbour Master |
| 1.2 | Mend the stairs | Pier Warden |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("lighthouse")
    (folder / "plan.md").write_text(NOTE, encoding="utf-8")
    settings = Settings(corpus=folder, index=folder / "index")
    assert ingest(settings, embedder=FakeEmbedder()).failures == ()
    return Library.open(settings)


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return Assistant(library, FakeEmbedder(), FakeReranker())


def steps(trace: Trace, kind: type) -> list[object]:
    return [step for step in trace.steps if isinstance(step, kind)]


def test_explaining_answers_as_asking_does(assistant: Assistant) -> None:
    for question in ("who owns 1.2", "when was the lamp renewed", "who is the mayor of Paris?"):
        asked, explained = assistant.ask(question), assistant.explain(question).answer
        assert (asked.text, asked.status) == (explained.text, explained.status)


def test_a_look_up_says_its_way_and_searches_nothing(assistant: Assistant) -> None:
    trace = assistant.explain("who owns 1.2")
    understood = steps(trace, Understood)[0]
    assert isinstance(understood, Understood)
    assert understood.question.identifiers == ("1.2",)
    assert Tried("the entry of that identifier", "answered") in trace.steps
    assert steps(trace, Searched) == []


def test_what_was_found_has_its_ranks_and_scores(assistant: Assistant) -> None:
    trace = assistant.explain("when was the lamp renewed")
    searched = next(s for s in trace.steps if isinstance(s, Searched))
    assert searched.words
    assert searched.meaning
    scores = [found.score for found in searched.fused]
    assert scores == sorted(scores, reverse=True)
    read = next(s for s in trace.steps if isinstance(s, Reranked))
    assert read.sentences[0].begins.startswith("The lamp was renewed in 2031")


def test_a_refusal_names_the_check_that_failed(assistant: Assistant) -> None:
    trace = assistant.explain("who is the mayor of Paris?")
    judged = [s for s in trace.steps if isinstance(s, Judged)][-1]
    assert judged.status in ("not_found", "corrected")
    assert not all(check.holds for check in judged.checks)
    assert any(line.lstrip().startswith("- ") for line in plain_trace(trace).splitlines())


def test_nothing_is_written_down_unasked(assistant: Assistant) -> None:
    first = assistant.explain("who owns 1.2").steps
    assistant.ask("when was the lamp renewed")
    assert assistant.explain("who owns 1.2").steps == first


def test_the_text_is_in_line_and_short(assistant: Assistant) -> None:
    trace = assistant.explain("wen was the lamp renewed", [Turn("user", "who owns 1.1")])
    told = plain_trace(trace).split("\n\n" + trace.answer.text[:20])[0].splitlines()
    assert told[0] == "question    wen was the lamp renewed"
    assert all(line == "" or line[11] == " " for line in told)
    assert len(told) < 40


def test_what_a_model_wrote_is_told_with_why_it_was_dropped(library: Library) -> None:
    writer = FakeWriter(["The lamp was renewed in 1931. [1] The lamp was renewed in 2031. [1]"])
    told = plain_trace(
        Assistant(library, FakeEmbedder(), FakeReranker(), writer).explain("tell me of the lamp")
    )
    assert "written     - The lamp was renewed in 1931. (number not in the quote: 1931)" in told
    assert "            + The lamp was renewed in 2031." in told


def test_the_command_prints_json_and_follows_up(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(answering, "open_assistant", lambda settings: assistant)
    code = explain_once(
        Settings(corpus=Path()), "and the next one?", ["who owns 1.1"], [], as_json=True
    )
    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["answer"]["understood"] == "who owns 1.2"
    assert found["steps"][0]["step"] == "understood"


def test_an_unknown_document_and_an_empty_question_are_refused(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(answering, "open_assistant", lambda settings: assistant)
    assert explain_once(Settings(), "who owns 1.1", [], ["minutes"], as_json=False) == 2
    assert explain_once(Settings(), "  ", [], [], as_json=False) == 2
    assert capsys.readouterr().out == ""
