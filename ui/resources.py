"""What the pages open once per process: the assistant, the chats, the threads that work."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import streamlit as st

from ingest.errors import IndexMissing, IndexOutdated, VerseError
from ingest.settings import Settings
from ingest.store import read_manifest
from ui.chats import Chats
from ui.editing import may_edit
from ui.librarian import Librarian
from ui.strings import Language, say
from ui.tour import Introduced, tour
from ui.worker import Worker

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.register.entries import Register
    from assistant.retrieval.rerank import Judge
    from ingest.embed import Embedder
    from ingest.types import Document


_AT_ONCE = 4
"""How many questions are answered at once: one that needs no model waits for none that does."""


@dataclass(frozen=True)
class Desk:
    """The assistant over one generation of the index, and its documents by file name."""

    assistant: Assistant
    documents: dict[str, Document]
    suggestions: tuple[str, ...]
    tour: tuple[Introduced, ...]

    @property
    def generation(self) -> str:
        """The name of the index's state, which changes whenever the index does."""
        return self.assistant.library.generation

    @cached_property
    def register(self) -> Register:
        """The register over all documents."""
        from assistant.register.entries import Register  # noqa: PLC0415 - slow to import

        return Register(self.assistant.library)


Draw = Callable[[Desk, Language], None]
"""What draws a page over the desk in a language."""


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """Give the settings that the process was started with."""
    return Settings.from_environment()


@st.cache_resource(show_spinner=False)
def chats() -> Chats:
    """Open the kept chats."""
    return Chats.open(settings())


@st.cache_resource(show_spinner=False)
def worker() -> Worker:
    """Start the threads that answer."""
    return Worker(chats(), _AT_ONCE)


@st.cache_resource(show_spinner=False)
def librarian() -> Librarian:
    """Give who adds documents to the library and removes them."""
    from ingest.pipeline import ingest  # noqa: PLC0415 - slow to import

    return Librarian(settings(), partial(ingest, embedder=_models()[0]))


@st.cache_resource(show_spinner=False)
def _models() -> tuple[Embedder, Judge]:
    """Give the models, each loaded once however often the index changes."""
    from assistant.retrieval.rerank import CrossEncoder  # noqa: PLC0415 - slow to import
    from ingest.embed import JointEmbedder  # noqa: PLC0415

    return JointEmbedder(), CrossEncoder()


def editable() -> bool:
    """Whether documents may be added and removed in the browser."""
    return may_edit(os.environ, st.get_option("server.address") or "")


@st.cache_resource(show_spinner=False, max_entries=2)
def _desk(generation: str) -> Desk:
    """Open the assistant; a rebuilt index has another generation and is opened anew."""
    from assistant.assistant import Assistant  # noqa: PLC0415 - slow to import
    from assistant.writing.writer import open_writer  # noqa: PLC0415
    from ingest.library import Library  # noqa: PLC0415

    writer = open_writer(settings())
    assistant = Assistant(Library.open(settings()), *_models(), writer)
    documents = {d.info.name: d for d in assistant.library.documents}
    for document in assistant.library.documents[:1]:
        worker().warm(assistant, document.info.title)
    return Desk(assistant, documents, assistant.suggestions(), tour(documents))


def desk() -> Desk:
    """Give the assistant over the index as it is now.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    return _desk(read_manifest(settings().index).generation)


def trouble(error: VerseError, language: Language) -> str:
    """Give the one line that says what to do about an index that cannot be opened."""
    if isinstance(error, IndexMissing):
        return say(language, "no_index")
    if isinstance(error, IndexOutdated):
        return say(language, "old_index")
    return say(language, "no_answering", reason=" ".join(str(error).split()))
