"""Asks the assistant a file of questions, to measure it or to write its answers down."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from evals import questions as question_files
from evals.judge import judge
from evals.pages import CorpusPages
from evals.quotes import check
from evals.types import Answers, Evaluation, Outcome, ReferenceQuestion

Progress = Callable[[int, int], None]
"""Told after each question how many are done, and of how many."""


def evaluate(
    assistant: Answers,
    questions: Sequence[ReferenceQuestion],
    corpus: Path,
    progress: Progress | None = None,
) -> Evaluation:
    """Ask every question in order and compare the answers with their references.

    Args:
        assistant: anything with the assistant's `ask`.
        questions: with their references, as `evals.questions.load` gives them.
        corpus: the folder of the documents, read again here to check the quotes.
        progress: told after each question.

    Raises:
        CorpusError: the folder holds no documents.

    """
    pages = CorpusPages(corpus)
    outcomes = []
    for done, question in enumerate(questions, start=1):
        outcomes.append(_outcome(assistant, question, pages))
        if progress:
            progress(done, len(questions))
    return Evaluation(tuple(outcomes), pages.files())


def answer_file(
    assistant: Answers, questions_path: Path, out_path: Path, progress: Progress | None = None
) -> int:
    """Answer each question of a JSONL file and write the answers, a JSON object a line, in order.

    The file of questions is checked whole before the first is asked. Every answer is on disk
    before the next question is asked. Gives how many were answered.

    Raises:
        QuestionsError: the file of questions cannot be used, or the answers would overwrite it.

    """
    asked = question_files.load_plain(questions_path)
    question_files.refuse_overwriting(questions_path, out_path)
    out_path.parent.mkdir(parents=True, exist_ok=True)
    with out_path.open("w", encoding="utf-8", newline="\n") as out:
        for done, question in enumerate(asked, start=1):
            answer = assistant.ask(question.question, question.history)
            out.write(json.dumps(answer.as_json(question.id), ensure_ascii=False) + "\n")
            out.flush()
            if progress:
                progress(done, len(asked))
    return len(asked)


def _outcome(assistant: Answers, question: ReferenceQuestion, pages: CorpusPages) -> Outcome:
    start = perf_counter()
    answer = assistant.ask(question.question, question.history)
    seconds = perf_counter() - start
    citations, evidence_cited = check(question, answer, pages)
    return Outcome(
        question=question,
        answer=answer,
        seconds=seconds,
        verdict=judge(question, answer),
        citations=citations,
        evidence_cited=evidence_cited,
    )
