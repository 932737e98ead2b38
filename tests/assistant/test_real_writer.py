"""A real llama.cpp server with a small model that invents: nothing it makes up is shown."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.rerank import CrossEncoder
from assistant.trace import Wrote
from assistant.writer import ModelWriter
from evals.writing import strays
from ingest.embed import FakeEmbedder
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

NOTE = """# Lighthouse plan

The lamp was renewed in 2031 by the Harbour Board. It cost £48,000 and lasts for 12 years.

The keeper checks the lamp every evening. The Pier Warden keeps the visitor book in the tower.
"""
QUESTIONS = ("Tell me about the lamp", "What does the keeper do every evening?")
SECONDS = 90.0


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server in a process of its own, as it would be."""
    command = [sys.executable, "-m", "tests.llama_server"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.kill()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("lighthouse")
    (folder / "plan.md").write_text(NOTE, encoding="utf-8")
    settings = Settings(corpus=folder, index=folder / "index")
    assert ingest(settings, embedder=FakeEmbedder()).failures == ()
    return Library.open(settings)


def test_the_server_writes(address: str) -> None:
    pieces = list(ModelWriter(address, "m", timeout=SECONDS).write("Be brief.", "Say hello."))
    assert len(pieces) > 1
    assert "".join(pieces).strip()


def test_only_what_the_quotes_bear_out_is_shown(address: str, library: Library) -> None:
    writer = ModelWriter(address, "m", timeout=SECONDS)
    assistant = Assistant(library, FakeEmbedder(), CrossEncoder(), writer)
    for question in QUESTIONS:
        trace = assistant.explain(question)
        wrote = [step for step in trace.steps if isinstance(step, Wrote)]
        assert trace.answer.note in ("written", "shortened", "unsupported"), question
        assert wrote, question
        if trace.answer.note != "unsupported":
            assert list(strays(trace.answer)) == []
