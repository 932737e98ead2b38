"""Answers about the documents themselves: their version, their dates, who approved them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.drafts import Draft, Said, Source
from assistant.question.document_names import words_of
from assistant.types import Question, Status
from assistant.wording.facts import MONTH
from assistant.wording.phrases import capital, document_name
from ingest.about.versions import family_of
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Document, Page, Place
from ingest.wording.sentences import sentences

_ASKED = re.compile(
    r"\b(?:(?:which|what) (?:version|edition|date|month|year)|version numbers?|in force"
    r"|current (?:at|as)|(?:come|came|comes|go|goes|went) into (?:effect|force)"
    r"|(?:takes?|took) effect"
    r"|(?:which|what) (?:one|copy|of them) is (?:the )?(?:more recent|newer|later|older|newest)"
    r"|(?:when|what year) (?:was|is|were|are)\b.{0,90}\b(?:published|issued"
    r"|ratified|approved|adopted|(?:last )?(?:updated|reviewed|revised|changed|brought up to date)"
    r"|written|dated|reviewed|effective"
    r"|(?:due |up )?for (?:its |a |another )?(?:next )?(?:review|look|refresh))"
    r"|(?:looked at again|revisited|reviewed again|renewed)"
    r"|(?:review|publication|issue|ratification|approval) date|how (?:old|recent|up to date)"
    r"|who(?:['’]s| is)? (?:wrote|approved|ratified|authored|published|issued|owns"
    r"|(?:the )?owner of|responsible for))\b",
    re.I,
)
_STILL = re.compile(
    r"\bstill (?:the (?:one|version|edition|policy|plan|strategy|current)|in force|current|valid"
    r"|in use|up to date|apply|applies|stands?|work(?:ing)? to|us(?:e|ing)|follow(?:ing)?)\b"
    r"|\b(?:been|was|is|are) (?:replaced|superseded)\b",
    re.I,
)
_EFFECT = re.compile(r"\b(?:takes? effect|in(?:to)? force|effective)\b", re.I)
_OWNED = re.compile(r"\b(?:owns|owner|responsible)\b", re.I)
_REPLACED = re.compile(r"\b(?:replaced|superseded)\b", re.I)
_OF_PAPERS = frozenset(
    t
    for word in "version edition date month year force current published issued ratified approved "
    "adopted updated reviewed written dated review effective publication approval ratification old "
    "recent wrote authored copy copies carry hold held number since due document policy report "
    "plan strategy guidance procedure paper file one two three both each all which what who by "
    "does do them documents policies versions dates now numbers carries held looked again "
    "revisited renewed revised changed brought page last time chapter more i look refresh "
    "into effect take takes took come came comes go went owns owner owned responsible valid "
    "apply applies applied stand stands use used using follow "
    "following work working been "
    "replaced superseded later newest there any go by us people anymore longer".split()
    for t in tokenise(word)
)
_PAGES = 2  # at the front, where a document tells of itself
_SHORTEST_LINE, _LONGEST_LINE = 5, 160
_TAGS = re.compile(r"^(?:</?[a-z][^>]*>\s*)+|(?:\s*</?[a-z][^>]*>)+$", re.I)
_EDGE = 100  # lines at the front and the end of a page that is a whole document
_TOLD = re.compile(
    r"\b(?:version|in(?:to)? force|effect|current (?:at|as)|published|issued|ratified|approved"
    r"|adopted|updated"
    r"|review(?:ed)?|dated?|effective|author(?:ed|s)?|written by|owner|as at)\b",
    re.I,
)


Line = tuple[int, str]
"""A page's number and a line of it."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """Something that a document tells of itself: how it is asked for, and how it is told."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    dated: bool


_DATE = r"[^.]{0,40}\d"
_WROTE = re.compile(r"\bwho (?:wrote|authored)\b", re.I)
_KINDS = tuple(
    _Kind(re.compile(asked, re.I), re.compile(told, re.I), dated)
    for asked, told, dated in (
        (
            r"\bversions?\b|\bedition\b",
            r"\bversion\W{0,3}(?:(?:number|no|control)\W{0,3})?v?\d",
            False,
        ),
        (
            r"\bin(?:to)? force\b|\beffect\b|\bcurrent\b|\bwhen\b|\bdate[ds]?\b|\b(?:month|year)\b"
            r"|\bhow (?:old|recent)",
            rf"\b(?:in(?:to)? force|current (?:at|as)|effective|effect){_DATE}",
            True,
        ),
        (r"\bratif\w+", rf"\bratif\w+{_DATE}", False),
        (r"\b(?:approv\w+|adopted)", rf"\b(?:approv\w+|adopted){_DATE}", False),
        (
            r"\b(?:updated|revised|changed|brought up to date)",
            rf"\b(?:updated|revised|changed){_DATE}",
            True,
        ),
        (
            r"\b(?:publi\w+|issued?|written|c[oa]me out)",
            rf"\b(?:publi\w+|issued?|written){_DATE}",
            True,
        ),
        (
            r"\b(?:review|look(?:ed at again)?|refresh|revisited|renewed)",
            rf"\breview(?:ed)?\b{_DATE}",
            False,
        ),
        (
            r"\b(?:owns|owner|responsible)\b",
            r"^\W*(?:\w+ ){0,2}(?:owner|sponsor)\b|\bresponsible (?:officer|owner|director)\b",
            False,
        ),
        (r"\b(?:wrote|author\w*|written by)", r"\b(?:author\w*|(?:written|prepared) by)\b", False),
    )
)


class Papers:
    """Finds where documents tell of themselves."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, question: Question) -> Draft | None:
        """Give what the named documents tell of themselves; None where something else is asked."""
        documents = [self._library.document(d) for d in question.documents if d]
        other = self._has_other_matter(question, documents)
        still = self._still(question) if _STILL.search(question.text) and not other else None
        if still:
            return still
        entry = question.identifiers or question.unknown
        if not question.documents or not _ASKED.search(question.text):
            return None
        if entry and _OWNED.search(question.text):
            return None  # whose an entry is, not the paper
        if not documents or other:
            return None
        said = [s for d in documents for s in _said(d, question.text)]
        return Draft("answered", tuple(said)) if said else None

    def _still(self, question: Question) -> Draft | None:
        """Say whether the one edition that a question names is the newest of its work."""
        if len(question.documents) != 1:
            return None
        named = question.documents[0]
        family = family_of(named, self._library.families)
        if family is None:
            return None
        later = family.later(named)
        newest = self._library.document(later or named)
        name = capital(document_name(newest.info))
        answer = "Yes" if bool(later) == bool(_REPLACED.search(question.text)) else "No"
        lead = (
            f"{answer}: {name} has a later edition."
            if later
            else f"{answer}: no later edition of {name} is here."
        )
        told = tuple(_said(newest, "Which version is in force, and from what date?"))
        status: Status = "corrected" if answer == "No" else "answered"
        return Draft(status, (Said(lead), *(told or _opening(newest))))

    def _has_other_matter(self, question: Question, documents: Sequence[Document]) -> bool:
        """Whether words of a question are neither of the documents' names nor of the asking."""
        names = (name for d in documents for name in (*words_of(d.info), *d.info.aliases))
        own = {t for name in names for t in tokenise(name)}
        matter = (w for w in question.words if not w.isdigit() and not re.fullmatch(MONTH, w, re.I))
        return any(not set(tokenise(w)) <= own | _OF_PAPERS for w in matter)


def _said(document: Document, question: str) -> Iterator[Said]:
    """Say the lines in which a document tells what is asked of it, each once."""
    dates = tuple(d for d in (document.info.date, document.info.as_of) if d)
    lines = list(dict.fromkeys(_telling_lines(document, dates)))
    found = [
        line for kind in _KINDS if kind.asked.search(question) for line in _best(lines, kind, dates)
    ]
    lead = f"{capital(document_name(document.info))} ({document.info.name}): "
    if not found and not (_WROTE.search(question) or _OWNED.search(question)):
        found = _any(lines, dates)
    for page, text in dict.fromkeys(found):
        yield Said(lead + text, (Source(document.info.name, (), (Place(page, text),), text),))
        lead = "- "


def _opening(document: Document) -> tuple[Said, ...]:
    """Give the first line of a document, which shows that it is there."""
    page = document.pages[0]
    text = next((line for line in _lines(page) if len(line) > _SHORTEST_LINE), "")
    if not text:
        return ()
    named = f"{capital(document_name(document.info))} ({document.info.name}) begins: {text}"
    return (Said(named, (Source(document.info.name, (), (Place(page.number, text),), text),)),)


def _lines(page: Page) -> Iterator[str]:
    """Give the lines of a page, sentence by sentence; of a long page those at its edges."""
    lines = page.text.splitlines()
    edges = lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]
    for line in edges:
        for sentence in sentences(re.sub(r"\s+", " ", line).strip()):
            if "|" not in sentence:
                yield _TAGS.sub("", sentence)


def _best(lines: Sequence[Line], kind: _Kind, dates: Sequence[str]) -> list[Line]:
    """Give the line that tells a kind of thing most plainly: short, the known date in it."""
    own = [line for line in lines if kind.told.search(line[1])]
    effective = [line for line in own if _EFFECT.search(line[1])]
    if effective and kind.asked.search("effect"):
        return effective[:1]
    if kind.dated:
        own += [line for line in lines if line not in own and _has_date(line, dates)]
    return sorted(own, key=lambda n: (not (kind.dated and _has_date(n, dates)), len(n[1])))[:1]


def _any(lines: Sequence[Line], dates: Sequence[str]) -> list[Line]:
    told = [n for n in lines if any(k.told.search(n[1]) for k in _KINDS)]
    return list(dict.fromkeys([*(n for n in lines if _has_date(n, dates)), *told]))[:2]


def _has_date(line: Line, dates: Sequence[str]) -> bool:
    return any(d in line[1] for d in dates)


def outer_pages(document: Document) -> list[Page]:
    """Give the pages at the front and the last one, where a document tells of itself."""
    last = document.pages[-1].number if document.pages else 0
    return [p for p in document.pages if p.number <= _PAGES or p.number >= last]


def _telling_lines(document: Document, dates: Sequence[str]) -> Iterator[Line]:
    """Give the short lines of boxes, edges and the first pages that tell of the document."""
    for passage in document.passages:
        if passage.kind != "item" or passage.item or not passage.places:
            continue
        pairs = [n for n in passage.text.split("\n") if ": " in n and _TOLD.search(n)]
        for pair in pairs if len(pairs) > 1 else ():
            yield passage.places[0].page, pair.replace(": ", " ", 1)
    for page in outer_pages(document):
        for text in _lines(page):
            telling = _TOLD.search(text) and re.search(r"\d", text)
            if _SHORTEST_LINE < len(text) <= _LONGEST_LINE and (
                telling or any(d in text for d in dates)
            ):
                yield page.number, text
