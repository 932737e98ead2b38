"""A real llama.cpp server with a small model that invents: nothing it makes up is shown."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from assistant.retrieval.rerank import CrossEncoder
from assistant.trace import recording
from assistant.types import Answer, Citation, Question
from assistant.writing.rewriting import Rewriter
from assistant.writing.writer import ModelWriter
from evals.writing import strays
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

QUOTES = (
    "The lamp was renewed in 2031 by the Harbour Board. It cost £48,000 and lasts for 12 years.",
    "The keeper checks the lamp every evening. The Pier Warden keeps the visitor book.",
)
EXTRACTED = Answer(
    "q",
    "answered",
    "\n".join(f"{quote} [{n}]" for n, quote in enumerate(QUOTES, 1)),
    citations=tuple(
        Citation(n, "plan.md", "Lighthouse plan", (), 0, quote, "2031")
        for n, quote in enumerate(QUOTES, 1)
    ),
)
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


def test_the_server_writes(address: str) -> None:
    pieces = list(ModelWriter(address, "m", timeout=SECONDS).write("Be brief.", "Say hello."))
    assert len(pieces) > 1
    assert "".join(pieces).strip()


def test_only_what_the_quotes_bear_out_is_shown(address: str) -> None:
    rewriter = Rewriter(ModelWriter(address, "m", timeout=SECONDS), CrossEncoder())
    for text in QUESTIONS:
        with recording() as steps:
            answer = rewriter.rewrite(Question(text, text, "explain"), EXTRACTED)
        assert answer.note in ("written", "shortened", "unsupported"), text
        assert steps, text
        if answer.note == "unsupported":
            assert answer.text == EXTRACTED.text
        else:
            assert list(strays(answer)) == []
