"""Finds the passages for a question and reads their sentences, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from assistant.drafts import Said
from assistant.retrieval.retrieve import Retriever
from assistant.sentences.reader import Reader
from assistant.sentences.table_rows import is_of_figures
from assistant.sentences.windows import Window, ordered
from assistant.types import Evidence, Question
from assistant.wording.answer_kinds import asks_why
from assistant.wording.counted_noun import number_of
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Passage
from ingest.wording.quotes import letters

#: "28 | © Harbour Board 2023 | PR2086": what stands at a page's foot, and is said of nothing.
_IMPRINT = re.compile(r"©")
_OF_IMPRINT = re.compile(r"©|\b(?:copyright|publish\w*|licen[cs]\w*|print\w*|isbn|own\w*)\b", re.I)
_IN_SECTION, _IN_DOCUMENT = 3.0, 1.5  # for a later part of a question, near what was found
_MOST_BESIDE = 6  # passages of that section that are read
_MOST_NAMED = 8  # passages that hold a name: of more, retrieval finds the right ones
_READ, _READ_FOR_REASONS = 20, 60  # passages: rows of figures may be most of those found
_MOST_COUNTING = 3  # passages that tell a number of what is counted
_MOST_LACKED = 0.34  # of a question's uncommon words, that such a passage may lack
_NO_MEANING = 4.0  # what a row of figures loses where a meaning is asked for
_REPORTED = 2.5  # for words of a progress report, where it is asked how far things are


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was said to the parts of a question before this one, and this part as it was asked."""

    said: tuple[Said, ...]
    part: str

    def nearness(self, window: Window) -> float:
        """Give what a window gains by standing in the section, or document, that answered."""
        sources = [s for one in self.said for s in one.sources]
        own = [s for s in sources if s.document == window.passage.document]
        if any(s.section == window.passage.section for s in own):
            return _IN_SECTION
        return _IN_DOCUMENT if own else 0.0


class Finding:
    """Finds evidence, and the sentences of it that are likeliest to answer."""

    def __init__(self, library: Library, retriever: Retriever, reader: Reader) -> None:
        self._library = library
        self._retriever = retriever
        self._reader = reader
        self._reports = frozenset(d for f in library.families for d in f.reports)

    def evidence(self, question: Question) -> list[Evidence]:
        """Find passages; where it is asked how far things are, those of progress reports first."""
        found = self._found(question)
        counting = self._counting(question, found)
        found = [*counting, *(e for e in found if e.passage.key not in _keys(counting))]
        if not question.asks("update"):
            return found
        within = [r for r in sorted(self._reports) if r in (question.documents or self._reports)]
        works = {
            d for f in self._library.families for d in f.members if set(within) & set(f.members)
        }
        if not within or not any(e.passage.document in works for e in found[:_MOST_BESIDE]):
            return found
        reported = self._retriever.find(question.about, within)[:_MOST_BESIDE]
        return [*reported, *(e for e in found if e.passage.key not in _keys(reported))]

    def _found(self, question: Question) -> list[Evidence]:
        """Find passages; no row of figures gives a reason."""
        if not asks_why(question.text):
            return self._retriever.find(question.about, question.documents)
        found = self._retriever.find(question.about, question.documents, _READ_FOR_REASONS)
        return [e for e in found if not is_of_figures(e.passage)][:_READ]

    def _counting(self, question: Question, found: Sequence[Evidence]) -> list[Evidence]:
        """Give passages that tell a number of what is counted: "six districts", if not found."""
        number = number_of(question.text)
        if number is None or not found:
            return []
        seen = {e.passage.key for e in found[:_MOST_BESIDE]}
        telling = [
            p
            for p in self._library.passages
            if question.covers(p.document) and p.key not in seen and number.search(p.text)
        ]
        telling.sort(key=lambda p: -self._reader.share(question.text, p.text))
        best = found[0].score
        return [Evidence(p, best, self._library.item(p.item)) for p in telling[:_MOST_COUNTING]]

    def windows(
        self, question: Question, evidence: Sequence[Evidence], earlier: Earlier | None
    ) -> list[Window]:
        """Read sentences with a question; a later part in its own words, near what was found."""
        if earlier is None:
            read = self._reader.read(question.about, evidence)
            read = [w for w in read if not self._is_title(w)] or read
            read = [w for w in read if not _is_imprint(w, question.text)]
            if question.operation == "define":
                read = ordered(
                    replace(w, score=w.score - _NO_MEANING * is_of_figures(w.passage)) for w in read
                )
            return self._lifted(question, read)
        keys = {e.passage.key for e in evidence}
        beside = [p for p in self._near(earlier) if p.key not in keys]
        best = evidence[0].score if evidence else 0.0
        more = [Evidence(p, best, self._library.item(p.item)) for p in beside]
        windows = self._reader.read(earlier.part, [*more, *evidence])
        kept = [w for w in windows if not any(w.text in s.text for s in earlier.said)]
        moved = [replace(w, score=w.score + earlier.nearness(w)) for w in kept]
        return ordered(moved)

    def where_named(self, question: Question, name: str, rare: Set[str]) -> list[Window]:
        """Read the few passages that hold a name which the best sentences lack."""
        if not name:
            return []
        said = re.compile(rf"\b{re.escape(name)}\b", re.I)
        holding = [
            p for p in self._library.passages if question.covers(p.document) and said.search(p.text)
        ]
        own = [p for p in holding if len(rare - _stems_of(p)) <= _MOST_LACKED * len(rare)]
        if not own or len(holding) > _MOST_NAMED:
            return []
        return self._reader.read(
            question.about, [Evidence(p, 0.0, self._library.item(p.item)) for p in own]
        )

    def _is_title(self, window: Window) -> bool:
        """Whether a window says no more than what its document is called."""
        title = letters(self._library.document(window.passage.document).info.title)
        return letters(window.text) in title

    def _lifted(self, question: Question, windows: list[Window]) -> list[Window]:
        """Put words of progress reports first, where it is asked how far things are."""
        if not question.asks("update"):
            return windows
        moved = [
            replace(w, score=w.score + _REPORTED * (w.passage.document in self._reports))
            for w in windows
        ]
        return ordered(moved)

    def _near(self, earlier: Earlier) -> list[Passage]:
        """Give the passages of the section in which the part before was answered."""
        source = next((s for one in earlier.said for s in one.sources), None)
        if source is None:
            return []
        own = self._library.document(source.document).passages
        return [p for p in own if p.section == source.section][:_MOST_BESIDE]


def _keys(evidence: Sequence[Evidence]) -> set[str]:
    return {e.passage.key for e in evidence}


def _stems_of(passage: Passage) -> set[str]:
    return set(tokenise(" ".join((passage.text, *passage.section))))


def _is_imprint(window: Window, asked: str) -> bool:
    """Whether a window is the line of who holds the copyright, and nobody asks for that."""
    return _IMPRINT.search(window.text) is not None and not _OF_IMPRINT.search(asked)
