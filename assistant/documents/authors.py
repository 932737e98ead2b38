"""Who wrote a document, and what somebody wrote, from the lines at its front or end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.documents.papers import outer_pages
from assistant.drafts import Draft, Said, Source
from assistant.types import Question
from assistant.wording.phrases import capital, document_name
from ingest.library import Library
from ingest.types import Document, Place

_ASKED = re.compile(
    r"\bwho(?:['’]s| is| are| was| were)? (?:the )?(?:wrote|authored|compiled|(?:lead )?authors?)\b"
    r"|\bwho (?:put together|drew up|prepared|produced) (?:[\w’'&-]+ ){1,7}?"
    r"(?:reports?|polic(?:y|ies)|documents?|plans?|strateg(?:y|ies)|commentar(?:y|ies)|guidance"
    r"|chapters?|papers?|profiles?|assessments?|summar(?:y|ies)|handbooks?)\b"
    r"|\b(?:names?|list) of the authors?\b|\bauthors? (?:of|on|for)\b|\bwritten by (?:who|which)\b"
    r"|\b(?:what|which [\w ]{3,40}) (?:did|has|have) .{3,40} (?:written|write|author(?:ed)?)\b"
    r"|\b(?:named|listed|credited) as (?:an? |the )?(?:co-?)?authors?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:(?:lead|report|main|document)\s+)?(?:authors?|authored by|written by|compiled by"
    r"|prepared by|report by)\b\s*[:–-]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(r"^[A-Z][\w /()]{2,30}:|^(?:contents|date|version|©|www\.)|\.{4}", re.I)
_PERSON = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+")
_POST = re.compile(
    r"\b(?:Analyst|Officer|Manager|Consultant|Registrar|Director|Specialist|Researcher|Advis[eo]r"
    r"|Inspector|Superintendent|Constable|Fellow|Lecturer|Professor|Scientist|Epidemiologist)\b"
)
_MOST_LINES = 8
_LONGEST_LINE = 70


@dataclass(frozen=True, slots=True)
class Byline:
    """The lines that name a document's authors, on the page they stand on."""

    document: str
    page: int
    text: str


class Authors:
    """Knows the bylines of a library's documents."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, question: Question) -> Draft | None:
        """Say who wrote the named document, or which documents somebody named wrote."""
        if not _ASKED.search(question.text):
            return None
        named = [b for b in self._bylines.values() if _names_author(question.text, b.text)]
        named += self._unlabelled(question.text, {b.document for b in named})
        own = [self._bylines[d] for d in question.documents if d in self._bylines]
        found = named or (own if len(question.documents) <= 2 else [])
        if not found:
            return None
        return Draft("answered", tuple(self._said(b) for b in found))

    def _unlabelled(self, question: str, known: Collection[str]) -> list[Byline]:
        """Give the lines at the edges of other documents that begin with an author's name."""
        titles = " ".join(d.info.title for d in self._library.documents)
        people = tuple(n for n in _names(question) if n.lower() not in titles.lower())
        return [
            Byline(document.info.name, page.number, line.strip())
            for document in self._library.documents
            if people and document.info.name not in known
            for page in outer_pages(document)
            for line in page.text.splitlines()
            if len(line) <= _LONGEST_LINE and line.strip().startswith(people)
        ]

    @cached_property
    def _bylines(self) -> Mapping[str, Byline]:
        found = ((d.info.name, next(_bylines(d), None)) for d in self._library.documents)
        return {name: byline for name, byline in found if byline}

    def _said(self, byline: Byline) -> Said:
        name = capital(document_name(self._library.document(byline.document).info))
        source = Source(byline.document, (), (Place(byline.page, byline.text),), byline.text)
        return Said(f"{name}: {' '.join(byline.text.split())}", (source,))


def _bylines(document: Document) -> Iterator[Byline]:
    for page in outer_pages(document):
        lines = page.text.splitlines()
        for at, line in enumerate(lines):
            label = _LABEL.match(line)
            if label is None or len(line) > _LONGEST_LINE:
                continue
            below = [] if label["rest"].strip() else list(_names_below(lines[at + 1 :]))
            if below or label["rest"].strip():
                text = "\n".join([line.strip(), *below])
                yield Byline(document.info.name, page.number, text)
    yield from _named_posts(document)


def _named_posts(document: Document) -> Iterator[Byline]:
    """Give the lines of a name with a post right below it, as they close or open a report."""
    for page in outer_pages(document):
        lines = [line.strip() for line in page.text.splitlines() if line.strip()]
        for line, below in pairwise(lines):
            if _PERSON.fullmatch(line) and _POST.search(below) and len(below) <= _LONGEST_LINE:
                yield Byline(document.info.name, page.number, f"{line}\n{below}")


def _names_below(lines: list[str]) -> Iterator[str]:
    """Give the short lines below a label, up to a blank one or what is no name or post."""
    for line in lines[:_MOST_LINES]:
        text = line.strip()
        if not text or len(text) > _LONGEST_LINE or _NEXT_LABEL.search(text):
            return
        if not text[0].isupper() or re.search(r"\d{3}|[.?!]$", text):
            return
        yield text


def _names_author(question: str, byline: str) -> bool:
    """Whether a question has a full name that a byline has."""
    return any(name in " ".join(byline.split()) for name in _names(question))


def _names(question: str) -> list[str]:
    """Give the full names that a question has."""
    return re.findall(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+", question)
