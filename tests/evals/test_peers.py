"""The baselines: their chunks, what they fetch, and when that holds an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from llama_index.core.settings import Settings

from evals import peers
from evals.pages import CorpusPages
from evals.questions import load
from evals.types import ReferenceQuestion
from ingest.embed import FakeEmbedder

CHUNKS = [peers.readable("The Harbour\nMaster dredges."), peers.readable("b. Light the pier.")]


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ((("harbour master", "nobody"),), True),
        ((("harbour master",), ("light",)), True),
        ((("harbour master",), ("ferry",)), False),
        ((), False),
    ],
)
def test_facts_held(facts: tuple[tuple[str, ...], ...], held: bool) -> None:
    question = ReferenceQuestion("q", "Q?", must_include=facts)
    assert peers.holds_facts(question, CHUNKS) is held


@pytest.mark.parametrize(
    ("evidence", "held"),
    [
        (("Harbour Master dredges", "b light the pier"), True),
        (("dredges b light",), False),  # across two chunks
        ((), False),
    ],
)
def test_evidence_held(evidence: tuple[str, ...], held: bool) -> None:
    question = ReferenceQuestion("q", "Q?", evidence=evidence)
    assert peers.holds_evidence(question, CHUNKS) is held


def test_a_page_is_a_chunk_and_both_ways_find_it(small_corpus: Path) -> None:
    nodes = peers.chunks(CorpusPages(small_corpus))
    assert [node.metadata["file_name"] for node in nodes] == ["note.md", "plan.pdf", "plan.pdf"]
    question = "Dredge the channel Harbour Master Keep the quay open"
    assert peers.dense(nodes, FakeEmbedder(256))(question, 2)[0] == 1
    assert peers.lexical(nodes)(question, 2)[0] == 1


def test_baselines_stand_side_by_side(asked: Path, small_corpus: Path) -> None:
    questions = load(asked)
    dense, lexical = peers.baselines(questions, small_corpus, FakeEmbedder())
    assert (dense.chunks, lexical.chunks) == (3, 3)
    assert [held.question.id for held in dense.held] == [question.id for question in questions]
    # With three chunks, the top five are all there is, and the dense way always gives them.
    assert [held.evidence[1] for held in dense.held] == [True, True, True, False]
    assert lexical.held[0].answer == (True, True, True)
    assert peers.baselines(questions, small_corpus, FakeEmbedder())[1] == lexical


@pytest.mark.parametrize("name", ["llm", "embed_model", "transformations", "callback_manager"])
def test_global_settings_are_not_asked(
    small_corpus: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def refuse(_: object) -> None:
        raise AssertionError(f"LlamaIndex asked its global settings for {name}")

    monkeypatch.setattr(type(Settings), name, property(refuse))
    nodes = peers.chunks(CorpusPages(small_corpus))
    assert peers.dense(nodes, FakeEmbedder())("Harbour Master", 2)
    with pytest.raises(AssertionError, match=name):
        getattr(Settings, name)
