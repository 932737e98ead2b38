"""Questions asked, answers compared and written down, tables made of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.types import Answer, Turn
from evals import failures, measure, report
from evals.intervals import Share
from evals.metrics import figures
from evals.questions import load
from evals.run import answer_file, evaluate
from evals.scripted import ScriptedAssistant
from ingest.embed import FakeEmbedder
from ingest.errors import QuestionsError, VerseError

ROOT = Path(__file__).resolve().parents[2]


def test_outcomes(asked: Path, small_corpus: Path, scripted: ScriptedAssistant) -> None:
    steps: list[tuple[int, int]] = []
    found = evaluate(scripted, load(asked), small_corpus, lambda *step: steps.append(step))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert scripted.asked[2] == ("How often does it run?", (Turn("user", "Is there a ferry?"),))
    assert [outcome.verdict.correct for outcome in found.outcomes] == [True, True, False, True]
    counted = figures(found.outcomes)
    assert counted.correct_and_exact == Share(2, 4)
    assert counted.lists_exact == Share(0, 1)
    assert counted.refusal_precision == Share(1, 1)
    assert counted.quotes_verbatim == Share(2, 3)
    assert counted.citation_precision == Share(3, 3)
    # The ferry: 3 of 6 words of the quote are the evidence's, but 3 of its 8 are shown.
    assert counted.citation_recall == Share(2, 4)
    assert [file.name for file in found.corpus] == ["note.md", "plan.pdf"]


def test_the_references_are_right_by_the_rules(corpus: Path) -> None:
    """An assistant that says the reference answers must be found right, or a rule is wrong."""
    asked = load(ROOT / "evals" / "questions" / "dev.jsonl")
    status = {"unanswerable": "not_found", "false_premise": "corrected"}
    told = ScriptedAssistant(
        [
            Answer(
                question.question,
                status.get(question.type, "answered"),  # type: ignore[arg-type]
                question.answer,
                count=question.count,
            )
            for question in asked
        ]
    )
    found = figures(evaluate(told, asked, corpus).outcomes)
    assert found.correct == Share(147, 147)
    assert found.counts_exact == Share(6, 6)
    silent = figures(evaluate(ScriptedAssistant(), asked, corpus).outcomes)
    assert (silent.correct, silent.answerable_refused) == (Share(15, 147), Share(132, 132))


def test_answers_are_written_a_line_each_in_order(
    asked: Path, tmp_path: Path, scripted: ScriptedAssistant
) -> None:
    out = tmp_path / "new" / "answers.jsonl"
    assert answer_file(scripted, asked, out) == 4
    answers = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["h-1", "h-2", "h-3", "h-4"]
    assert answers[0]["citations"][0]["page"] == 1
    assert answers[3]["status"] == "not_found"


def test_nothing_is_asked_of_a_file_with_a_mistake(
    asked: Path, tmp_path: Path, scripted: ScriptedAssistant
) -> None:
    asked.write_text(asked.read_text("utf-8") + "\n{}", encoding="utf-8")
    with pytest.raises(QuestionsError, match="line 5"):
        answer_file(scripted, asked, tmp_path / "answers.jsonl")
    assert scripted.asked == []
    assert not (tmp_path / "answers.jsonl").exists()


def test_the_questions_are_not_overwritten(asked: Path, scripted: ScriptedAssistant) -> None:
    before = asked.read_bytes()
    with pytest.raises(QuestionsError, match="name another file"):
        answer_file(scripted, asked, asked)
    assert asked.read_bytes() == before


def test_everything_is_measured_and_written(
    asked: Path, small_corpus: Path, tmp_path: Path, scripted: ScriptedAssistant
) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"Before\n{report.START}\nold\n{report.END}\nAfter\n", encoding="utf-8")
    results = tmp_path / "results"
    (page,) = measure.measure_all(
        scripted, [asked], small_corpus, results, readme, embedder=FakeEmbedder()
    )
    assert page == results / "harbour.md"
    told = page.read_text("utf-8")
    assert "| Correct | 3 of 4 (75.0 %); 30.1 to 95.4 % |" in told
    assert "| h-3 | How often does it run? | answered | does not say 'twice a day'; " in told
    assert "LlamaIndex recipe: held by its top 2" in told
    rewritten = readme.read_text("utf-8")
    assert rewritten.startswith(f"Before\n{report.START}\n| Figure")
    assert rewritten.endswith(f"|\n{report.END}\nAfter\n")
    assert not report.rewrite_results(readme, [page.with_suffix(".json")])


def test_only_sets_about_the_corpus_fit(asked: Path, small_corpus: Path, corpus: Path) -> None:
    dev = ROOT / "evals" / "questions" / "dev.jsonl"
    assert measure.fitting([asked, dev], small_corpus) == (asked,)
    assert measure.fitting([asked, dev], corpus) == (dev,)


def test_failures_can_be_read(
    asked: Path, small_corpus: Path, tmp_path: Path, scripted: ScriptedAssistant
) -> None:
    found = evaluate(scripted, load(asked), small_corpus)
    path = report.write(found, (), tmp_path, "harbour").with_suffix(".json")
    told = failures.summary(failures.read(path))
    assert "h-2 · list · answered" in told
    assert "expected  1.1a and 1.1b. ['1.1a', '1.1b']" in told
    assert "before    user: Is there a ferry?" in told
    assert "wrong     does not say 'twice a day'" in told
    assert "wrong     1 of its quotes not on their page" in told
    assert told.endswith("2 of 4 fail.")
    command = [sys.executable, "-m", "evals.failures"]
    shown = subprocess.run([*command, path], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout == told + "\n"
    lost = subprocess.run([*command, asked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (lost.returncode, lost.stdout) == (1, "")
    assert "run verse eval first" in lost.stderr


def test_results_that_cannot_be_shown_are_named(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("No place", encoding="utf-8")
    with pytest.raises(VerseError, match="put both where the results belong"):
        report.rewrite_results(page, [])
    old = tmp_path / "old.json"
    old.write_text('{"format": 0}', encoding="utf-8")
    with pytest.raises(VerseError, match="another version"):
        report.read_column(old)
    old.write_text("[]", encoding="utf-8")
    with pytest.raises(VerseError, match="run verse eval first"):
        report.read_column(old)
