"""Checks every source of a draft against the page and numbers the citations that hold.

A quote is a run of characters of the page it names. What cannot be found on its page is not
cited, and a sentence none of whose sources is found is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from assistant.drafts import Draft, Source
from assistant.quotes_joined import joined
from assistant.types import Answer, AnswerItem, Citation
from ingest.library import Library
from ingest.types import Page, Place
from ingest.wording.quotes import find_run, run_text

_LONGEST_QUOTE = 1500  # characters
_NUMBERED_BY_PROGRAMS = frozenset({".html", ".htm", ".docx"})
_LIST_LABEL = re.compile(r"\n[^\S\n]*(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]\s+")
_STEPS_BACK = 4  # words that may begin the next page though the page before has them too


def checked(draft: Draft, library: Library, question: str) -> Answer:
    """Turn a draft into an answer whose every citation is on its page."""
    numbers = _Numbers(library)
    said = [(one, numbers.cite(one.sources)) for one in draft.said]
    shown = [(one, numbers.cite(one.sources)) for one in draft.shown]
    points = sum(one.text.startswith("- ") and bool(one.sources) for one in draft.said)
    together = joined(numbers.citations, library, max(points, len(draft.shown)))
    sentences = []
    for one, cited in said:
        if cited or not one.sources:
            marks = "".join(f"[{n}]" for n in together.of(cited))
            sentences.append(f"{one.text} {marks}".strip())
    items = tuple(
        AnswerItem(
            id=one.item.identifier,
            text=one.item.text,
            fields=tuple((f.name, f.value) for f in one.fields),
            document=one.item.document,
            citations=together.of(cited),
        )
        for one, cited in shown
    )
    return Answer(
        question=question,
        status=draft.status,
        text="\n".join(sentences),
        items=items,
        count=draft.count,
        citations=together.citations,
        suggestions=draft.suggestions,
    )


class _Numbers:
    """Gives each quote one number, in the order in which they are first cited."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.citations: list[Citation] = []

    def cite(self, sources: Sequence[Source]) -> list[int]:
        own = self._as_runs([c for source in sources for c in quotes(source, self._library)])
        found = []
        for citation in own:
            if any(_shows_more(other, citation) for other in own):
                continue
            number = self._number(citation)
            if number not in found:
                found.append(number)
        return found

    def _as_runs(self, citations: Sequence[Citation]) -> list[Citation]:
        """Give quotes that follow each other on a page as the one run of words they are."""
        runs: list[Citation] = []
        for citation in citations:
            whole = self._run(runs[-1], citation) if runs else None
            if whole:
                runs[-1] = replace(runs[-1], quote=whole)
            else:
                runs.append(citation)
        return runs

    def _run(self, first: Citation, second: Citation) -> str | None:
        if (first.document, first.page) != (second.document, second.page):
            return None
        page = self._library.document(first.document).page(first.page)
        wording = f"{first.quote} {second.quote}"
        run = find_run(page.text, wording) if len(wording) <= _LONGEST_QUOTE else None
        return run_text(page.text, run) if run else None

    def _number(self, citation: Citation) -> int:
        for known in self.citations:
            if (known.document, known.page, known.quote) == (
                citation.document,
                citation.page,
                citation.quote,
            ):
                return known.n
        self.citations.append(replace(citation, n=len(self.citations) + 1))
        return len(self.citations)


def _shows_more(one: Citation, other: Citation) -> bool:
    """Whether a quote holds another of the same page, and more."""
    same = (one.document, one.page) == (other.document, other.page)
    return same and other.quote != one.quote and other.quote in one.quote


def quotes(source: Source, library: Library) -> Iterator[Citation]:
    """Give the citations of a source: one where it stands on one page, two where it is cut.

    Nothing is given for wording that stands on none of its pages.
    """
    document = library.document(source.document)
    pages = [document.page(n) for n in dict.fromkeys(p.page for p in source.places)]
    found = _found(pages, source.text[:_LONGEST_QUOTE], source.places)
    if PurePath(source.document).suffix.lower() in _NUMBERED_BY_PROGRAMS:
        found = [(page, part) for page, quote in found for part in _without_labels(page, quote)]
    for page, quote in found:
        yield Citation(
            n=0,
            document=source.document,
            title=document.info.title,
            section=source.section,
            page=page.number,
            quote=quote,
            as_of=document.info.as_of or document.info.date,
        )


def _without_labels(page: Page, quote: str) -> list[str]:
    """Give a quote's parts without the numbers of lists, which the file itself may not hold."""
    run = find_run(page.text, quote)
    if run is None:
        return [quote]
    whole = page.text[run.start : run.end]
    begins = not page.text[: run.start].rpartition("\n")[2].strip()
    parts = _LIST_LABEL.split(f"\n{whole}" if begins else whole)
    return [" ".join(part.split()) for part in parts if part.strip()]


def _found(pages: Sequence[Page], wording: str, places: Sequence[Place]) -> list[tuple[Page, str]]:
    for page in pages:
        run = find_run(page.text, wording)
        if run:
            return [(page, run_text(page.text, run))]
    for first, second in pairwise(pages):
        cut = _cut(first, second, wording)
        if cut:
            return cut
    return _longest(pages, wording, places)


def _cut(first: Page, second: Page, wording: str) -> list[tuple[Page, str]]:
    """Find wording that begins on one page and ends on the next."""
    words = wording.split()
    reach = min(_reach(first, words, 0), len(words) - 1)
    for at in range(reach, max(reach - _STEPS_BACK, 0), -1):
        head = find_run(first.text, " ".join(words[:at]))
        tail = find_run(second.text, " ".join(words[at:])) if head else None
        if head and tail:
            return [(first, run_text(first.text, head)), (second, run_text(second.text, tail))]
    return []


def _longest(
    pages: Sequence[Page], wording: str, places: Sequence[Place]
) -> list[tuple[Page, str]]:
    """Find the lines of wording whose cells or columns the page's text interleaves.

    A run of few words is left out, unless it is all that one place holds: a point of a list.
    """
    words = wording.split()
    points = {" ".join(place.text.split()) for place in places}
    fewest = max(3, len(words) // 4)
    found: list[tuple[Page, str]] = []
    at = 0
    while at < len(words):
        best: tuple[int, Page, str] | None = None
        for page in pages:
            stop = _reach(page, words, at)
            if stop > (best[0] if best else at):
                run = find_run(page.text, " ".join(words[at:stop]))
                if run:
                    best = (stop, page, run_text(page.text, run))
        if best and (best[0] - at >= fewest or " ".join(words[at : best[0]]) in points):
            found.append((best[1], best[2]))
        at = best[0] if best else at + 1
    return found[:6]


def _reach(page: Page, words: Sequence[str], at: int) -> int:
    """Give how far a run from word `at` can be found on a page, by halving."""
    low, high = at, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if find_run(page.text, " ".join(words[at:middle])):
            low = middle
        else:
            high = middle - 1
    return low
