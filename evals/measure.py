"""Measures every set of questions and writes all results: `python -m evals.measure`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evals import peers, questions, report, run
from evals.pages import corpus_paths
from evals.types import Answers
from ingest.embed import Embedder
from ingest.errors import VerseError
from ingest.settings import Settings

QUESTIONS = Path("evals/questions")
RESULTS = Path("evals/results")
README = Path("README.md")


def measure(
    assistant: Answers,
    path: Path,
    corpus: Path,
    results: Path = RESULTS,
    embedder: Embedder | None = None,
    progress: run.Progress | None = None,
) -> Path:
    """Measure one file of questions beside the baselines; gives the page of results.

    Raises:
        QuestionsError: the file cannot be used.
        CorpusError: the corpus holds no documents.

    """
    asked = questions.load(path)
    evaluation = run.evaluate(assistant, asked, corpus, progress)
    beside = peers.baselines(asked, corpus, embedder)
    return report.write(evaluation, beside, results, path.stem)


def measure_all(
    assistant: Answers,
    paths: Sequence[Path],
    corpus: Path,
    results: Path = RESULTS,
    readme: Path = README,
    embedder: Embedder | None = None,
) -> tuple[Path, ...]:
    """Measure each file of questions, then put all their figures into the readme's table.

    Raises:
        VerseError: a file cannot be used, or the readme has no place for the table.

    """
    pages = tuple(measure(assistant, path, corpus, results, embedder) for path in paths)
    report.rewrite_results(readme, [page.with_suffix(".json") for page in pages])
    return pages


def fitting(paths: Sequence[Path], corpus: Path) -> tuple[Path, ...]:
    """Give the files whose questions name documents of this corpus only.

    Raises:
        VerseError: a file cannot be used, or the corpus holds no documents.

    """
    known = {name for path in corpus_paths(corpus) for name in (path.name, path.stem)}
    named = {path: {d for q in questions.load(path) for d in q.documents} for path in paths}
    return tuple(path for path in paths if named[path] <= known)


def main() -> int:
    """Measure the sets in QUESTIONS that fit the corpus of the environment, with its index."""
    from assistant.assistant import Assistant  # noqa: PLC0415 - loads the models

    settings = Settings.from_environment()
    try:
        paths = fitting(sorted(QUESTIONS.glob("*.jsonl")), settings.corpus)
        pages = measure_all(Assistant.open(settings), paths, settings.corpus)
    except VerseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("".join(f"{page}\n" for page in pages))
    return 0


if __name__ == "__main__":
    sys.exit(main())
