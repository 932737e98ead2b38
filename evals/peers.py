"""Measures what the usual ways of fetching chunks could answer at best; alone imports LlamaIndex.

A baseline has no language model here: what the chunks it fetches hold is its ceiling.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from llama_index.core import VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks import CallbackManager
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.schema import BaseNode, Document, MetadataMode
from pydantic import PrivateAttr

from evals.normalise import letters, plain
from evals.pages import CorpusPages
from evals.types import CUTOFFS, Baseline, Held, ReferenceQuestion
from ingest.embed import Embedder, MiniLMEmbedder
from ingest.lexical import LexicalIndex

Fetch = Callable[[str, int], list[int]]
"""Gives the numbers of the best chunks for a question, best first, at most so many."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk's text in the two forms in which facts and evidence are looked for."""

    said: str
    letters: str


def baselines(
    questions: Sequence[ReferenceQuestion], corpus: Path, embedder: Embedder | None = None
) -> tuple[Baseline, ...]:
    """Fetch chunks for every question by the usual LlamaIndex recipe and by BM25 alone.

    Args:
        questions: with their references; asked alone, without their history.
        corpus: the folder of the documents.
        embedder: what the recipe embeds with; all-MiniLM-L6-v2 where None.

    Raises:
        CorpusError: the folder holds no documents.

    """
    nodes = chunks(CorpusPages(corpus))
    known = [readable(node.get_content(MetadataMode.NONE)) for node in nodes]
    ways = {
        "LlamaIndex recipe": dense(nodes, embedder or MiniLMEmbedder()),
        "BM25 alone": lexical(nodes),
    }
    return tuple(
        Baseline(name, len(nodes), tuple(_held(question, fetch, known) for question in questions))
        for name, fetch in ways.items()
    )


def chunks(corpus: CorpusPages) -> list[BaseNode]:
    """Split the corpus as LlamaIndex does by default: a document a page, 1,024 tokens a chunk."""
    documents = [
        Document(text=text, metadata={"page_label": str(number), "file_name": name})
        for name in corpus.names
        for number, text in corpus.pages(name).items()
    ]
    return _splitter().get_nodes_from_documents(documents)


def dense(nodes: Sequence[BaseNode], embedder: Embedder) -> Fetch:
    """Give LlamaIndex's vector retriever over the chunks, in memory."""
    index = VectorStoreIndex(
        nodes=list(nodes),
        embed_model=_Embedding(embedder),
        transformations=[_splitter()],
        callback_manager=CallbackManager(),
    )

    places = {node.node_id: place for place, node in enumerate(nodes)}

    def fetch(question: str, k: int) -> list[int]:
        retriever = index.as_retriever(similarity_top_k=k)
        return [places[found.node.node_id] for found in retriever.retrieve(question)]

    return fetch


def lexical(nodes: Sequence[BaseNode]) -> Fetch:
    """Give BM25 over the same chunks."""
    index = LexicalIndex.build([node.get_content(MetadataMode.NONE) for node in nodes])

    def fetch(question: str, k: int) -> list[int]:
        return [row for row, _ in index.search(question, k)]

    return fetch


def readable(text: str) -> Chunk:
    """Give a chunk in the forms that `holds_facts` and `holds_evidence` look in."""
    return Chunk(said=plain(f" {text} "), letters=letters(text))


def holds_facts(question: ReferenceQuestion, fetched: Sequence[Chunk]) -> bool:
    """Say whether the chunks hold an alternative of every fact that must be said."""
    return bool(question.must_include) and all(
        any(plain(alternative) in chunk.said for alternative in fact for chunk in fetched)
        for fact in question.must_include
    )


def holds_evidence(question: ReferenceQuestion, fetched: Sequence[Chunk]) -> bool:
    """Say whether each piece of evidence is whole in a chunk, by its letters and digits."""
    return bool(question.evidence) and all(
        any(letters(piece) in chunk.letters for chunk in fetched) for piece in question.evidence
    )


def _held(question: ReferenceQuestion, fetch: Fetch, known: Sequence[Chunk]) -> Held:
    fetched = [known[place] for place in fetch(question.question, max(CUTOFFS))]
    facts = [holds_facts(question, fetched[:cutoff]) for cutoff in CUTOFFS]
    evidence = [holds_evidence(question, fetched[:cutoff]) for cutoff in CUTOFFS]
    either = [one or other for one, other in zip(facts, evidence, strict=True)]
    return Held(question, answer=tuple(either), evidence=tuple(evidence))


def _splitter() -> SentenceSplitter:
    # Everything is passed in: LlamaIndex's global settings would pick defaults silently.
    return SentenceSplitter(callback_manager=CallbackManager())


class _Embedding(BaseEmbedding):
    """Lets LlamaIndex embed with the product's own embedder."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(model_name=embedder.name, callback_manager=CallbackManager())
        self._embedder = embedder

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self._embedder.embed(texts)]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)
