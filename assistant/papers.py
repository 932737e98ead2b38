"""Answers about the documents themselves: their version, their dates, who approved them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.drafts import Draft, Said, Source
from assistant.phrases import capital, document_name
from assistant.types import Question
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Document, Place

_ASKED = re.compile(
    r"\b(?:(?:which|what) (?:version|edition|date|month|year)|version numbers?|in force"
    r"|current (?:at|as)|(?:when|what year) (?:was|is|were|are)\b.{0,90}\b(?:published|issued"
    r"|ratified|approved|adopted|last (?:updated|reviewed)|written|dated|reviewed|effective"
    r"|(?:due )?for (?:its |a )?review)"
    r"|(?:review|publication|issue|ratification|approval) date|how (?:old|recent|up to date)"
    r"|who (?:wrote|approved|ratified|authored|published|issued))\b",
    re.I,
)
_OF_PAPERS = frozenset(
    t
    for word in "version edition date month year force current published issued ratified approved "
    "adopted updated reviewed written dated review effective publication approval ratification old "
    "recent wrote authored copy copies carry hold held number since due document policy report "
    "plan strategy guidance procedure paper file one".split()
    for t in tokenise(word)
)
_PAGES = 2  # at the front, where a document tells of itself
_LONGEST_LINE = 160
_MOST_LINES = 4
_TOLD = re.compile(
    r"\b(?:version|in force|current (?:at|as)|published|issued|ratified|approved|adopted|updated"
    r"|review(?:ed)?|dated?|effective|author(?:ed|s)?|written by|owner|as at)\b",
    re.I,
)


class Papers:
    """Finds where documents tell of themselves."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, question: Question) -> Draft | None:
        """Give what the named documents tell of themselves; None where something else is asked."""
        if not question.documents or not _ASKED.search(question.text):
            return None
        documents = [self._library.document(d) for d in question.documents if d]
        if not documents or self._has_other_matter(question, documents):
            return None
        said = [s for d in documents for s in _said(d)]
        return Draft("answered", tuple(said)) if said else None

    def _has_other_matter(self, question: Question, documents: Sequence[Document]) -> bool:
        """Whether words of a question are neither of the documents' names nor of the asking."""
        names = [
            (d.info.title, d.info.organisation, d.info.name, *d.info.aliases) for d in documents
        ]
        own = {t for n in names for part in n for t in tokenise(re.sub(r"[-_.]", " ", part))}
        return any(not set(tokenise(w)) <= own | _OF_PAPERS for w in question.words)


def _said(document: Document) -> Iterator[Said]:
    """Say the lines in which a document tells of itself, the one with its date first."""
    dates = [d for d in (document.info.date, document.info.as_of) if d]
    lines = list(dict.fromkeys(_telling_lines(document, dates)))
    dated = [line for line in lines if any(d in line[1] for d in dates)]
    told = [line for line in lines if _TOLD.search(line[1])]
    lead = f"{capital(document_name(document.info))} ({document.info.name}): "
    for page, text in list(dict.fromkeys([*dated[:1], *told]))[:_MOST_LINES]:
        yield Said(lead + text, (Source(document.info.name, (), (Place(page, text),), text),))
        lead = "- "


def _telling_lines(document: Document, dates: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the short lines of the first pages, and of boxes, that tell of the document."""
    for page in document.pages[:_PAGES]:
        for line in page.text.splitlines():
            text = re.sub(r"\s+", " ", line).strip()
            telling = _TOLD.search(text) and re.search(r"\d", text)
            if 5 < len(text) <= _LONGEST_LINE and (telling or any(d in text for d in dates)):
                yield page.number, text
    for passage in document.passages:
        if passage.kind != "item" or passage.item or not passage.places:
            continue
        pairs = [line for line in passage.text.split("\n") if ": " in line and _TOLD.search(line)]
        for pair in pairs if len(pairs) > 1 else ():
            yield passage.places[0].page, pair.replace(": ", " ", 1)
