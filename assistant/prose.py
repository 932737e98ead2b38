"""Chooses the sentences that answer: windows of a passage are read together with the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer_kinds import lift
from assistant.rerank import Reranker
from assistant.types import Evidence
from ingest.sentences import sentences
from ingest.types import Passage

_PASSAGES = 4
_WIDEST = 3  # sentences of a window
_MOST_READ = 40  # windows
_MARGIN = 1.5  # how near another passage's window must score to be said too
_PER_SENTENCE = 0.35  # what a sentence more is worth when windows score alike
_LISTED = re.compile(r"^\s*(?:[•▪●➢✓–*-]|\(?\w{1,3}[.)])\s")
_PRONOUN = re.compile(r"^\W*(?:this|these|it|its|they|their|he|she|such|that|those)\b", re.I)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a passage, and whether it belongs to an item of a list."""

    text: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences of a passage: `units[first:last]`, with the logit of answering."""

    passage: Passage
    units: tuple[Unit, ...]
    first: int
    last: int
    score: float

    @property
    def sentences(self) -> tuple[str, ...]:
        """The window's sentences."""
        return tuple(u.text for u in self.units[self.first : self.last])

    @property
    def text(self) -> str:
        """The window's words."""
        return " ".join(self.sentences)


class Reader:
    """Reads windows of sentences together with the question."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker

    def read(self, question: str, evidence: Sequence[Evidence]) -> list[Window]:
        """Give the windows of the best passages, best first; ties in reading order."""
        windows = [w for e in evidence[:_PASSAGES] for w in _windows(e)][:_MOST_READ]
        texts = [_in_context(w) for w in windows]
        logits = self._reranker.score(question, texts)
        scored = [
            Window(w.passage, w.units, w.first, w.last,
                   float(x) + w.score + lift(question, w.text))
            for w, x in zip(windows, logits, strict=True)
        ]
        return sorted(scored, key=lambda w: (-w.score, w.passage.key, w.first, w.last))

    def gist(self, question: str, parts: Sequence[str]) -> list[str]:
        """Give the opening of a long text and the sentences of it that answer best, in order."""
        logits = self._reranker.score(question, parts)
        order = sorted(range(len(parts)), key=lambda i: (-float(logits[i]), i))
        chosen = sorted({0, 1, *order[:3]} & set(range(len(parts))))
        return [parts[i] for i in chosen]


def units(passage: Passage) -> tuple[Unit, ...]:
    """Give a passage's sentences and list items in order; short lines in a row are one."""
    found: list[Unit] = []
    short_before = False
    for line in passage.text.split("\n"):
        listed = _LISTED.match(line) is not None
        short = len(line) < 60 and line.strip()[-1:] not in ".:;?!" and not listed
        if short and short_before and passage.kind == "prose":
            found[-1] = Unit(f"{found[-1].text} {line.strip()}", listed=False)
        else:
            found.extend(Unit(text, listed) for text in sentences(line))
        short_before = short
    return tuple(found)


def choose(windows: Sequence[Window], most: int = 2) -> list[Window]:
    """Give the best window, whole, and one more of another passage where it is as good.

    A lead-in brings its list, an item of a list the rest of it; a window that begins with a
    pronoun brings the sentence before.
    """
    if not windows:
        return []
    best = windows[0]
    chosen = [_whole(best)]
    for window in windows[1:]:
        if len(chosen) == most or window.score < best.score - _MARGIN:
            break
        if all(window.passage.key != c.passage.key for c in chosen):
            chosen.append(_whole(window))
    return chosen


def _windows(evidence: Evidence) -> Iterator[Window]:
    """Give every run of up to three sentences; `score` is what the passage adds."""
    own = units(evidence.passage)
    base = 0.25 * max(min(evidence.score, 8.0), -4.0)
    for first in range(len(own)):
        for last in range(first + 1, min(first + _WIDEST, len(own)) + 1):
            yield Window(evidence.passage, own, first, last, base + _PER_SENTENCE * (last - first))


def _whole(window: Window) -> Window:
    """Widen a window to the list it belongs to and the sentence its first pronoun points to."""
    first, last, own = window.first, window.last, window.units
    leads = own[last - 1].text.rstrip().endswith((":", "include;", "that:"))
    if leads or (last < len(own) and own[last].listed and own[last - 1].listed):
        while last < len(own) and own[last].listed:
            last += 1
    if own[first].listed:
        while first > 0 and own[first].listed:
            first -= 1
    elif first > 0 and _PRONOUN.match(own[first].text):
        first -= 1
    return Window(window.passage, own, first, last, window.score)


def lengthened(window: Window, most: int = 6) -> Window:
    """Widen a window by the sentences after it, for what is told over several."""
    last = max(window.last, min(len(window.units), window.first + most))
    return Window(window.passage, window.units, window.first, last, window.score)


def _in_context(window: Window) -> str:
    """Give a window with the heading above it, where it says little on its own."""
    if len(window.text) > 160 or not window.passage.section:
        return window.text
    return f"{window.passage.section[-1]}: {window.text}"
