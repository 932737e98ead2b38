"""The assistant: a question in, an answer with checked citations out."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.cells.answers import Cells
from assistant.cells.then import ThenOfRow
from assistant.citations import checked
from assistant.conversation import Conversation
from assistant.documents.authors import Authors
from assistant.documents.changes import Changes
from assistant.documents.compare import Comparison
from assistant.documents.papers import Papers
from assistant.documents.paragraphs import Paragraphs
from assistant.documents.terms import Terms
from assistant.drafts import Draft
from assistant.entries.fields import EntryAnswers
from assistant.entries.lookups import LookUps
from assistant.entries.same_owner import SameOwner
from assistant.lists.answers import Lists
from assistant.lists.miscounted import Miscounted
from assistant.lists.named_column import NamedColumn
from assistant.lists.rows_of_value import RowsOfValue
from assistant.prose.answers import FromPassages
from assistant.prose.several import InParts
from assistant.question.entries_asked import asks_for_status_alone
from assistant.question.row_labels import RowLabels
from assistant.question.scopes import Scopes
from assistant.question.understand import plain, understand
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.retrieval.rerank import CrossEncoder, Judge
from assistant.retrieval.retrieve import Retriever
from assistant.sentences.finding import Earlier
from assistant.sentences.reader import Reader
from assistant.starters import starters
from assistant.trace import Trace, Understood, record, recording, took, tried
from assistant.types import Answer, Evidence, Question, Turn
from assistant.wording.spelling import Speller
from assistant.writing.rewriting import Rewriter, Told
from assistant.writing.writer import Writer, open_writer
from ingest.embed import Embedder, JointEmbedder
from ingest.library import Library
from ingest.settings import Settings

_LIMITED = 4  # choices of documents that are kept ready

Way = Callable[[Question], Draft | None]
"""A way of answering: gives None where a question is none of its kind."""


class Assistant:
    """Answers questions about the documents of a library."""

    def __init__(
        self,
        library: Library,
        embedder: Embedder | None = None,
        reranker: Judge | None = None,
        writer: Writer | None = None,
    ) -> None:
        engine = embedder or JointEmbedder()
        scorer = reranker or CrossEncoder()
        reader = Reader(scorer, library.vocabulary)
        self.library = library
        self._rewriter = Rewriter(writer, scorer) if writer else None
        self._register = Register(library)
        self._speller = Speller(library.vocabulary)
        self._scopes = Scopes([d.info for d in library.documents], library.families)
        self._retriever = Retriever(library, engine, self._register.expansions)
        self._conversation = Conversation(self._register, self._scopes, RowLabels(library), engine)
        self._history = History(library)
        self._papers = Papers(library)
        self._paragraphs = Paragraphs(library)
        self._authors = Authors(library)
        entries = EntryAnswers(library, self._register, reader)
        self._lookups = LookUps(library, self._register, entries, self._history)
        self._lists = Lists(library, self._register, reader, self._history)
        self._columns = NamedColumn(library, self._register)
        self._rows_of_value = RowsOfValue(library)
        self._cells = Cells(library, self._scopes)
        self._terms = Terms(library, self._register)
        self._passages = FromPassages(
            library,
            self._register,
            self._retriever,
            reader,
            self._history,
            self._lookups,
            self._terms,
        )
        self._comparison = Comparison(library, self._retriever, reader)
        self._changes = Changes(library, self._retriever, reader, self._history)
        self._miscounted = Miscounted(library, self._register)
        self._same_owner = SameOwner(library, self._register)
        self._in_parts = InParts(
            self._scopes,
            self._from_passages,
            self._understood,
            self._draft,
            self._lookups.person_in_post,
            self._history.reports_on,
        )
        self._then = ThenOfRow(self._cells, self._draft, self._understood)

        @lru_cache(maxsize=_LIMITED)
        def limited(documents: tuple[str, ...]) -> Assistant:
            return Assistant(library.limited(documents), engine, scorer, writer)

        self._limited = limited

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """Open the library of a settings' index folder.

        Raises:
            IndexMissing: nothing has been ingested.
            IndexOutdated: another version of the program wrote the index.

        """
        return cls(Library.open(settings), writer=open_writer(settings))

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Collection[str] = (),
        told: Told | None = None,
    ) -> Answer:
        """Answer a question; `history` is the chat before it.

        With `documents` the answer rests on those alone, as if there were no others. Every quote
        of it is a run of characters of the page it names. Where a language model writes it out,
        `told` is told each sentence once it is checked.
        """
        started = time.perf_counter()
        asked = self.understand(question, history, documents)
        if self._is_limited(asked):
            answer = self._limited(asked.within).ask(question, history, told=told)
            return replace(answer, seconds=time.perf_counter() - started)
        draft = self._same_owner.added(asked, self._draft(asked))
        draft = self._miscounted.put_right(asked, draft)
        answer = _kept_honest(checked(draft, self.library, question))
        if self._rewriter:
            answer = self._rewriter.rewrite(asked, answer, told)
        return replace(
            answer,
            seconds=time.perf_counter() - started,
            understood=asked.understood,
        )

    def _is_limited(self, question: Question) -> bool:
        """Whether a question may be answered from some documents only, and is about some of them.

        What other editions of a work tell is left out as well then. An entry that is not in them
        is looked for in all, so that it can be said which document has it.
        """
        some = 0 < len(question.within) < len(self.library.documents)
        return some and any(question.documents) and not question.unknown

    def understand(
        self, question: str, history: Sequence[Turn] = (), documents: Collection[str] = ()
    ) -> Question:
        """Read a question: follow-ups resolved, typing errors mended, its parts recognised."""
        resolved = self._conversation.resolve(question, history)
        own = {d.info.name for d in self.library.documents}
        within = tuple(d for d in documents if d in own) or (("",) if documents else ())
        asked = understand(resolved, self._register, self._speller, self._scopes, within)
        changed = resolved != plain(question)
        asked = replace(asked, original=resolved, understood=resolved if changed else "")
        record(lambda: Understood(question, resolved, asked))
        return asked

    def explain(
        self, question: str, history: Sequence[Turn] = (), documents: Collection[str] = ()
    ) -> Trace:
        """Answer a question as `ask` does and give the steps that led to the answer."""
        with recording() as steps:
            answer = self.ask(question, history, documents)
        return Trace(answer, tuple(steps))

    def evidence(
        self, question: str, documents: Collection[str] = (), k: int = 10
    ) -> list[Evidence]:
        """Give the k passages that retrieval finds for a question, best first."""
        asked = self.understand(question, (), documents)
        return self._retriever.find(asked.text, asked.documents, k)

    def suggestions(self) -> tuple[str, ...]:
        """Give questions that can be asked, made from the documents themselves."""
        return starters(self.library, self._register)

    def _draft(self, question: Question) -> Draft:
        """Try each way of answering, the exact ones first."""
        named = question.identifiers or question.unknown or question.operation in ("list", "count")
        if not question.words and not named:
            return took("no words to answer", self._passages.nothing_asked())
        exact = _first(self._ways(question), question)
        if exact:
            spelled = question.operation == "expand" and exact.status in ("answered", "ambiguous")
            return self._in_parts.further(question, exact) if spelled else exact
        told = _first(self._over_editions(question), question)
        if told:
            return told
        if question.operation == "compare":
            described = tried("the entry described", self._passages.of_entry(question))
            if described:
                return described
            compared = tried("a comparison", self._comparison.answer(question))
            if compared:
                return compared
        several = tried("several questions in one", self._in_parts.answer(question))
        return several or self._from_passages(question)

    def _understood(self, text: str, within: Collection[str]) -> Question:
        """Read a part of a question as if it had been asked alone of some documents."""
        return understand(text, self._register, self._speller, self._scopes, within)

    def _over_editions(self, question: Question) -> Iterator[tuple[str, Way]]:
        """Give the ways to answer what is asked of several editions or documents by their names."""
        yield "what changed between editions", self._changes.answer
        yield "what another edition says", self._changes.elsewhere
        if self._in_parts.of_different_documents(question):
            yield "a question for each document", self._in_parts.answer

    def _from_passages(self, question: Question, earlier: Earlier | None = None) -> Draft:
        """Answer from the editions in force; from those they replace where these don't answer."""
        newest = self._history.in_force(question.documents)
        if newest is None:
            return self._passages.answer(question, earlier)
        draft = self._passages.answer(replace(question, documents=newest), earlier)
        if draft.status != "not_found":
            return draft
        before = self._passages.answer(question, earlier)
        return before if before.status != "not_found" else draft

    def _ways(self, question: Question) -> Iterator[tuple[str, Way]]:
        """Give the exact ways that a question may be answered in, surest first."""
        if question.identifiers:
            yield "an entry in each of several documents", self._in_parts.of_entries
        if question.operation == "expand":
            yield "an abbreviation", self._terms.expand
        if question.operation == "define" and not question.identifiers:
            yield "a term", self._terms.define
        yield "who wrote a document", self._authors.answer
        yield "what a document tells of itself", self._papers.answer
        yield "the person in a post", self._lookups.person_in_post
        listed_first = asks_for_status_alone(question.text) or self._lists.of_theirs(question)
        if listed_first:
            yield "a list or count", self._lists.answer
        if not question.identifiers and not question.unknown:
            yield "a row and what is asked of it", self._then.answer
            yield "the rows of a table by their name", self._columns.beside_cells
            yield "a cell", self._cells.answer
        if not question.identifiers:
            yield "a numbered paragraph", self._paragraphs.answer
        if question.unknown and not question.identifiers:
            yield "the entry of that identifier", self._lookups.by_identifier
        else:
            if not listed_first:
                yield "a list or count", self._lists.answer
            yield "a column by its name", self._columns.answer
            yield "the rows of a value", self._rows_of_value.answer
        if question.identifiers:
            yield "the entry of that identifier", self._lookups.by_identifier
        elif question.operation == "expand" or self._terms.quoted(question):
            yield "a term", self._terms.define


def _first(ways: Iterable[tuple[str, Way]], question: Question) -> Draft | None:
    """Answer in the first of the ways that a question is of the kind for."""
    for name, answer in ways:
        draft = tried(name, answer(question))
        if draft:
            return draft
    return None


def _kept_honest(answer: Answer) -> Answer:
    """Take back an answer none of whose wording was found on its page."""
    rests_on_pages = answer.status in ("answered", "corrected", "ambiguous")
    if rests_on_pages and not (answer.citations and answer.text):
        return replace(
            answer,
            status="not_found",
            text="What was found could not be checked against the pages, so it is not shown.",
            items=(),
            count=None,
        )
    return answer
