"""Puts quotes that stand together on a page into one: a reader is shown one run of words.

Of a quote that another holds, the longer one is cited, where that can be read at once or says
little more. In an answer about one thing, quotes that follow each other become one, so that what an
entry is called and what is said of it are seen at once. In a list each entry, or point, keeps its
own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.types import Citation
from ingest.library import Library
from ingest.types import Page
from ingest.wording.quotes import Run, find_run, run_text

_LONGEST = 600  # characters that quotes may have together: some five lines
_NEARLY = 0.7  # of a quote, from which another says nearly as much
_LABEL = 40  # characters of a field's name between an entry's words and its value


@dataclass(frozen=True, slots=True)
class Joined:
    """Citations numbered anew, and the new number of each old one."""

    citations: tuple[Citation, ...]
    numbers: Mapping[int, int]

    def of(self, old: Sequence[int]) -> tuple[int, ...]:
        """Give the new numbers of old ones, each once, in their order."""
        return tuple(dict.fromkeys(self.numbers[n] for n in old))


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where quotes stand on a page: one run for all of them, and their old numbers."""

    run: Run
    numbers: tuple[int, ...]


def joined(citations: Sequence[Citation], library: Library, entries: int) -> Joined:
    """Join what stands together, in an answer that lists so many entries."""
    order = sorted(citations, key=lambda c: (c.document, c.page))
    groups: list[tuple[tuple[int, ...], str]] = []
    for (document, number), own in groupby(order, key=lambda c: (c.document, c.page)):
        groups.extend(_of_page(list(own), library.document(document).page(number), entries))
    by_number = {c.n: c for c in citations}
    groups.sort(key=lambda group: min(group[0]))
    told = tuple(
        replace(by_number[min(numbers)], n=n, quote=quote)
        for n, (numbers, quote) in enumerate(groups, start=1)
    )
    return Joined(told, {old: n for n, (own, _) in enumerate(groups, start=1) for old in own})


def _of_page(
    citations: Sequence[Citation], page: Page, entries: int
) -> Iterator[tuple[tuple[int, ...], str]]:
    """Give the numbers of a page's quotes that become one, with its words."""
    if len(citations) == 1:
        yield (citations[0].n,), citations[0].quote
        return
    placed: list[_Standing] = []
    for citation in citations:
        run = _only(page.text, citation.quote)
        if run is None:
            yield (citation.n,), citation.quote  # which of them is meant can't be told
        else:
            placed.append(_Standing(run, (citation.n,)))
    placed.sort(key=lambda one: (one.run.start, -one.run.end))
    runs: list[_Standing] = []
    for one in placed:
        whole = _one_run(runs[-1].run, one.run, page.text, entries) if runs else None
        if whole:
            runs[-1] = _Standing(whole, (*runs[-1].numbers, *one.numbers))
        else:
            runs.append(one)
    quotes = {c.n: c.quote for c in citations}
    for one in runs:
        alone = len(one.numbers) == 1
        yield one.numbers, quotes[one.numbers[0]] if alone else run_text(page.text, one.run)


def _only(text: str, quote: str) -> Run | None:
    """Give where a quote stands on a page; None where it stands there twice."""
    run = find_run(text, quote)
    return run if run and find_run(text, quote, run.start + 1) is None else None


def _one_run(first: Run, second: Run, text: str, entries: int) -> Run | None:
    """Give the run of two quotes that stand together; None where they stay apart."""
    whole = Run(first.start, max(first.end, second.end))
    if second.end <= first.end and _length(second) >= _NEARLY * _length(first):
        return first
    if _length(whole) > _LONGEST:
        return None  # a reader would have to look for what matters
    if second.end <= first.end:
        return first
    if entries > 1:
        return None
    between = text[first.end : second.start]
    said = sum(c.isalnum() for c in between)
    if not entries:  # sentences of running text, and no rows of a table
        told = text[: first.end].rstrip()[-1:] in ".!?:;”’\"'"
        return whole if said == 0 and told else None
    near = said <= _LABEL and not any(c.isdigit() for c in between)
    return whole if near else None


def _length(run: Run) -> int:
    return run.end - run.start
