"""Checks citations against the documents themselves, apart from the assistant."""

from __future__ import annotations

from pathlib import PurePath

from assistant.types import Answer, Citation
from evals.citing import cited, supports
from evals.judge import are_identifiers
from evals.normalise import collapsed, letters
from evals.pages import CorpusPages
from evals.types import CitationCheck, ReferenceQuestion

Location = tuple[str, int]
"""A document's file name and a page number."""


def verbatim(citation: Citation, corpus: CorpusPages) -> bool:
    """Say whether the quote is a run of the page it names, white space aside."""
    text = corpus.page(citation.document, citation.page)
    quote = collapsed(citation.quote).strip()
    return bool(quote) and text is not None and quote in collapsed(text)


def locate(evidence: str, documents: tuple[str, ...], corpus: CorpusPages) -> frozenset[Location]:
    """Give the pages of the named documents that hold the evidence, by its letters and digits.

    Evidence that a page break cuts, or that is not found, may be cited from any of their pages.
    """
    wanted = letters(evidence)
    names = [n for n in corpus.names if not documents or {n, PurePath(n).stem} & {*documents}]
    places = frozenset((n, page) for n in names for page in corpus.pages(n))
    holding = frozenset((n, p) for n, p in places if wanted in corpus.letters(n)[p])
    return holding or places


def check(
    question: ReferenceQuestion, answer: Answer, corpus: CorpusPages
) -> tuple[tuple[CitationCheck, ...], tuple[bool, ...]]:
    """Check each citation, and whether each piece of evidence is cited.

    Unanswerable questions and those without evidence have their quotes checked only; where the
    evidence is a sample of what a list or count rests on, other citations may be as right.
    """
    scored = () if question.type == "unanswerable" else question.evidence
    whole = bool(scored) and not is_sample(question)
    located = [(piece, locate(piece, question.documents, corpus)) for piece in scored]
    checks = tuple(
        CitationCheck(
            verbatim(citation, corpus), _shows(citation, located, corpus) if whole else None
        )
        for citation in answer.citations
    )
    return checks, tuple(
        cited(piece, _quotes_from(places, answer, corpus)) for piece, places in located
    )


def is_sample(question: ReferenceQuestion) -> bool:
    """Say whether a list or count has more members than there are pieces of evidence."""
    members = question.members or ()
    listed = len(members) if are_identifiers(members) else 0
    return len(question.evidence) < max(listed, question.count or 0)


def _shows(
    citation: Citation, located: list[tuple[str, frozenset[Location]]], corpus: CorpusPages
) -> bool:
    place = corpus.place(citation.document, citation.page)
    return any(place in places and supports(citation.quote, piece) for piece, places in located)


def _quotes_from(
    places: frozenset[Location], answer: Answer, corpus: CorpusPages
) -> tuple[str, ...]:
    return tuple(c.quote for c in answer.citations if corpus.place(c.document, c.page) in places)
