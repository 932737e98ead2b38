"""The retriever and the answers behind LlamaIndex's interfaces, with its own machinery."""

from __future__ import annotations

import asyncio

import pytest
from llama_index.core.schema import QueryBundle, TextNode

from assistant.assistant import Assistant
from assistant.interop import CheckedQueryEngine, PassageRetriever

from .paper import Pages

NORTH = "northvale-harbour-plan.pdf"
SOUTH = "southmere-harbour-plan.pdf"


def test_passages_as_nodes(harbours: Assistant) -> None:
    nodes = PassageRetriever(harbours, top_k=4).retrieve("The ferry runs how many times a day?")
    keys = {p.key: p for p in harbours.library.passages}
    assert len(nodes) == 4
    assert [n.score for n in nodes] == sorted((n.score for n in nodes), reverse=True)  # type: ignore[type-var]
    for node in nodes:
        assert node.get_content() == keys[node.node_id].text
    assert "twice a day" in nodes[0].get_content()
    assert nodes[0].metadata["document"] == NORTH
    assert nodes[0].metadata["pages"] == "3"


def test_only_the_chosen_documents_are_searched(harbours: Assistant) -> None:
    nodes = PassageRetriever(harbours, [SOUTH]).retrieve("The ferry runs how many times a day?")
    assert nodes
    assert {n.metadata["document"] for n in nodes} == {SOUTH}


def test_answers_with_checked_quotes(harbours: Assistant, harbour_pages: Pages) -> None:
    engine = CheckedQueryEngine(harbours)
    response = engine.query("who owns 1.1a in Northvale?")
    assert str(response) == harbours.ask("who owns 1.1a in Northvale?").text
    assert [n.metadata["page"] for n in response.source_nodes] == [2]
    quotes = [n.node.text for n in response.source_nodes if isinstance(n.node, TextNode)]
    assert quotes == ["a. Dredge the channel Harbour Master"]
    assert quotes[0] in harbour_pages.text(NORTH, 2)


@pytest.mark.parametrize("question", ["who owns 1.1a?", "what is the capital of France?", ""])
def test_the_status_is_kept(harbours: Assistant, question: str) -> None:
    response = asyncio.run(CheckedQueryEngine(harbours).aquery(QueryBundle(question)))
    assert (response.metadata or {})["status"] == harbours.ask(question).status
