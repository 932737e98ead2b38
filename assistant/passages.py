"""Answers from passages: the sentences that say it, or that the documents do not."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafts import Draft, Said, passage_source
from assistant.lookups import LookUps
from assistant.phrases import capital, document_name
from assistant.premises import Premises
from assistant.prose import Reader, Scored, choose
from assistant.register import Register
from assistant.retrieve import Retriever
from assistant.terms import Terms
from assistant.types import Evidence, Question
from ingest.library import Library
from ingest.types import Item

_FLOOR = -1.5  # score under which nothing found answers
_SURE = 4.0  # score from which a strange word of the question is taken for a paraphrase
_NEAR_MISS = -2.0  # score from which what was found is offered beside a refusal
_ENTRY_LEAD = 2.0  # how much better prose must score than an entry when an owner is asked


class FromPassages:
    """Finds the evidence for a question and says it."""

    def __init__(  # noqa: PLR0913 - the parts an answer is made with, each used
        self,
        library: Library,
        register: Register,
        retriever: Retriever,
        reader: Reader,
        lookups: LookUps,
        terms: Terms,
    ) -> None:
        self._library = library
        self._register = register
        self._retriever = retriever
        self._reader = reader
        self._lookups = lookups
        self._terms = terms
        self._premises = Premises(library, _FLOOR, _SURE)

    def answer(self, question: Question) -> Draft:
        """Answer from the best evidence: an entry where one is meant, else sentences."""
        evidence = self._retriever.find(question.text, question.documents)
        entry = self._entry(question, evidence)
        if entry:
            return self._lookups.about(entry, question)
        scored = self._reader.read(question.text, evidence)
        chosen = choose(scored)
        verdict = self._premises.judge(question, scored, chosen)
        said = self._quoted(chosen)
        acronym = self._terms.acronym(question) if question.operation == "define" else None
        if verdict.status == "answered":
            if acronym and len(question.words) <= 2:
                extra = tuple(said) if scored[0].score > _SURE else ()
                return Draft("answered", (*acronym.said, *extra), acronym.shown)
            return Draft("answered", tuple(said), self._shown(chosen))
        if acronym and len(question.words) <= 2:
            return acronym
        return self._refusal(question, verdict.status, verdict.missing, scored, said)

    def nothing_asked(self) -> Draft:
        """Answer a question without a word in it."""
        return Draft(
            "not_found",
            (Said("There is no question in that. Ask about something in the documents."),),
        )

    def _entry(self, question: Question, evidence: Sequence[Evidence]) -> Item | None:
        """Give the entry that a question about an owner, a status or a date means."""
        roles = [r for r in ("owner", "update", "date") if question.asks(r)]
        best = evidence[0].score if evidence else 0.0
        for found in evidence:
            item = found.item
            if item is None or item.kind != "entry" or found.score < max(best - _ENTRY_LEAD, -3.0):
                continue
            for role in roles:
                fields = self._register.fields_of(item, role)
                if fields and (role != "update" or "recommendation" in question.text.lower()):
                    return item
        return None

    def _quoted(self, chosen: Sequence[Scored]) -> list[Said]:
        said = []
        last = ""
        for one in chosen:
            source = passage_source(one.passage, one.text)
            text = one.text
            if one.passage.document != last:
                name = document_name(self._library.document(one.passage.document).info)
                text = f"{capital(name)} says: {text}"
                last = one.passage.document
            said.append(Said(text, (source,)))
        return said

    def _shown(self, chosen: Sequence[Scored]) -> tuple[()]:
        return ()

    def _refusal(
        self,
        question: Question,
        status: str,
        missing: str,
        scored: Sequence[Scored],
        said: Sequence[Said],
    ) -> Draft:
        about = f" about “{missing}”" if missing and status == "not_found" else ""
        text = f"The documents do not say this{about}."
        if status == "corrected":
            text = f"The documents do not say that (nothing in them on “{missing}”)."
        if said and scored and scored[0].score > _NEAR_MISS:
            lead = Said(f"{text} What they do say:")
            return Draft("corrected" if status == "corrected" else "not_found", (lead, *said))
        return Draft("not_found", (Said(text),))
