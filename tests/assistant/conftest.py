"""The real documents and two invented ones, each in an index of its own, with quick models."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.retrieval.rerank import FakeReranker
from ingest.embed import FakeEmbedder
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings

from .paper import Pages, write_harbours

QUESTIONS = Path(__file__).resolve().parents[2] / "evals" / "questions"


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A row of the list of deliverables that was made by hand from the strategy."""

    id: str
    text: str
    owner: str
    group: str


def opened(corpus: Path, index: Path) -> Assistant:
    """Ingest a folder with the quick embedder and open it."""
    settings = Settings(corpus=corpus, index=index)
    assert ingest(settings, embedder=FakeEmbedder()).failures == ()
    return Assistant(Library.open(settings), FakeEmbedder(), FakeReranker())


def opened_with(folder: Path, texts: Mapping[str, str]) -> Assistant:
    """Write documents into a folder, by their files' names, and open them."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in texts.items():
        (corpus / name).write_text(text, encoding="utf-8")
    return opened(corpus, folder / "index")


@pytest.fixture(scope="session")
def assistant(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the product's own documents."""
    return opened(corpus, tmp_path_factory.mktemp("assistant") / "index")


@pytest.fixture(scope="session")
def library(assistant: Assistant) -> Library:
    return assistant.library


@pytest.fixture(scope="session")
def pages(corpus: Path) -> Pages:
    return Pages(corpus)


@pytest.fixture(scope="session")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the plans of Northvale and Southmere."""
    folder = tmp_path_factory.mktemp("harbours")
    return opened(write_harbours(folder / "corpus"), folder / "index")


@pytest.fixture(scope="session")
def harbour_pages(harbours: Assistant) -> Pages:
    return Pages(harbours.library.settings.corpus)


@pytest.fixture(scope="session")
def deliverables() -> tuple[Deliverable, ...]:
    """The 79 deliverables, in the strategy's order."""
    with (QUESTIONS / "deliverables.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Deliverable(r["id"], r["text"], r["owner"], r["parent_id"])
            for r in csv.DictReader(file)
        )


@pytest.fixture(scope="session")
def recommendations() -> dict[str, str]:
    """The nine recommendations' wording by number."""
    with (QUESTIONS / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        return {r["number"]: r["recommendation"] for r in csv.DictReader(file)}
