"""For programs built on LlamaIndex: our retriever and our answers behind its own interfaces."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.callbacks import CallbackManager
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.assistant import Assistant
from assistant.types import Answer
from ingest.types import Passage


class PassageRetriever(BaseRetriever):
    """Gives the passages for a question as LlamaIndex nodes, best first.

    A node's id is the passage's key, so that the same passage is the same node in every index.
    """

    def __init__(
        self, assistant: Assistant, documents: Collection[str] = (), top_k: int = 10
    ) -> None:
        self._assistant = assistant
        self._documents = tuple(documents)
        self._top_k = top_k
        super().__init__(callback_manager=CallbackManager([]))

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        evidence = self._assistant.evidence(query_bundle.query_str, self._documents, self._top_k)
        return [NodeWithScore(node=_node(e.passage), score=e.score) for e in evidence]


class CheckedQueryEngine(BaseQueryEngine):
    """Answers as the assistant does; each source node is a quote that was checked on its page."""

    def __init__(self, assistant: Assistant, documents: Collection[str] = ()) -> None:
        self._assistant = assistant
        self._documents = tuple(documents)
        super().__init__(callback_manager=CallbackManager([]))

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._assistant.ask(query_bundle.query_str, (), self._documents))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return self._query(query_bundle)

    def _get_prompt_modules(self) -> dict[str, Any]:
        return {}


def _node(passage: Passage) -> TextNode:
    pages = sorted({place.page for place in passage.places})
    return TextNode(
        id_=passage.key,
        text=passage.text,
        metadata={
            "document": passage.document,
            "section": " > ".join(passage.section),
            "pages": ", ".join(map(str, pages)),
        },
    )


def _response(answer: Answer) -> Response:
    nodes = [
        NodeWithScore(
            node=TextNode(
                id_=f"{c.document}#{c.page}#{c.n}",
                text=c.quote,
                metadata={"document": c.document, "title": c.title, "page": c.page, "n": c.n},
            )
        )
        for c in answer.citations
    ]
    return Response(response=answer.text, source_nodes=nodes, metadata=answer.as_json())
