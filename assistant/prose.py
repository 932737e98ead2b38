"""Chooses the sentences that answer: read one by one with the question, by kind of answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.rerank import Reranker
from assistant.types import Evidence
from ingest.sentences import sentences
from ingest.types import Passage

_PASSAGES = 5
_MOST_READ = 36
_MOST_SAID = 3
_MARGIN = 2.5

_REASON = re.compile(
    r"\b(?:because|due to|as a result|owing to|since|so that|in order to|therefore|hence|led to"
    r"|caused?|reasons?|prompted|result(?:s|ed|ing)? (?:in|from)|this means|the purpose)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[£$€]\s?\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|half|third|thirds"
    r"|quarter|dozen|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|spring|summer|autumn|winter)\b|\b(?:19|20)\d{2}\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\bQ[1-4]\b|\b(?:weekly|monthly|annually|annual|quarterly)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b[A-Z][\w’'-]+(?:\s+(?:(?:of|and|for|the|&)\s+)*[A-Z][\w’'-]+)+|\b[A-Z]{3,}\b")
_PRONOUN = re.compile(r"^\W*(?:this|these|it|its|they|their|he|she|such|that|those)\b", re.I)

_KINDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "reason",
        re.compile(r"\b(?:why|how come|reasons?|what (?:explains?|caused|led)|what's behind)\b", re.I),
        _REASON,
    ),
    (
        "number",
        re.compile(
            r"\bhow (?:many|much|often|far|long|old|big|large)\b|\bwhat (?:percentage|share|proportion"
            r"|number|figure|rate|increase|cost|amount)\b|\bper ?cent|\bpercentage\b|\bnumber of\b",
            re.I,
        ),
        _NUMBER,
    ),
    (
        "date",
        re.compile(
            r"\b(?:when(?:'s)?|what (?:date|year|month|day|time|period)|which (?:year|month|date)"
            r"|in what year|on what date|how soon|deadline)\b",
            re.I,
        ),
        _WHEN,
    ),
    ("person", re.compile(r"\b(?:who|whose|whom|which (?:officer|person|board|organisation))\b", re.I), _WHO),
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence of a passage with its score: the logit of answering the question."""

    text: str
    passage: Passage
    place: int
    score: float


def kind_of(question: str) -> str:
    """Give the kind of answer a question asks for: reason, number, date, person or ""."""
    return next((name for name, cue, _ in _KINDS if cue.search(question)), "")


def fits(question: str, text: str) -> bool:
    """Whether a text holds the kind of thing that a question asks for."""
    return all(sign.search(text) for _, cue, sign in _KINDS if cue.search(question))


class Reader:
    """Reads sentences together with the question."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker

    def read(self, question: str, evidence: Sequence[Evidence]) -> list[Scored]:
        """Give the sentences of the best passages, best first; ties in reading order."""
        parts = [
            (text, e, place)
            for e in evidence[:_PASSAGES]
            for place, text in enumerate(units(e.passage))
        ][:_MOST_READ]
        logits = self._reranker.score(question, [_in_context(t, e.passage) for t, e, _ in parts])
        kind = next(((name, sign) for name, cue, sign in _KINDS if cue.search(question)), None)
        scored = [
            Scored(text, e.passage, place, float(logit) + _lift(text, e, kind))
            for (text, e, place), logit in zip(parts, logits, strict=True)
        ]
        return sorted(scored, key=lambda s: (-s.score, s.passage.key, s.place))

    def gist(self, question: str, parts: Sequence[str]) -> list[str]:
        """Give the opening of a long text and the sentences of it that answer best, in order."""
        logits = self._reranker.score(question, parts)
        order = sorted(range(len(parts)), key=lambda i: (-float(logits[i]), i))
        chosen = sorted({0, 1, *order[:3]} & set(range(len(parts))))
        return [parts[i] for i in chosen]


def units(passage: Passage) -> list[str]:
    """Give a passage's sentences and list items in order."""
    return [s for line in passage.text.split("\n") for s in sentences(line)]


def choose(scored: Sequence[Scored], most: int = _MOST_SAID) -> list[Scored]:
    """Give the best sentence and what belongs with it, in reading order.

    Those that score nearly as well come with it; a sentence that begins with a pronoun brings
    the one before it; a lead-in brings its list, and a list's item the rest of the list.
    """
    if not scored:
        return []
    best = scored[0]
    chosen = [s for s in scored if s.score >= best.score - _MARGIN][:most]
    whole = {(s.passage.key, s.place): s for s in scored}
    for one in list(chosen):
        before = whole.get((one.passage.key, one.place - 1))
        if before and _PRONOUN.match(one.text) and before not in chosen:
            chosen.append(before)
    chosen.extend(s for s in _list_of(best, scored) if s not in chosen)
    rank = {key: n for n, key in enumerate(dict.fromkeys(s.passage.key for s in chosen))}
    return sorted(chosen, key=lambda s: (rank[s.passage.key], s.place))


def _list_of(best: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Give the rest of a list that the best sentence leads into."""
    if not best.text.rstrip().endswith((":", ";")) or best.text.lstrip().startswith("•"):
        return []
    own = sorted((s for s in scored if s.passage.key == best.passage.key), key=lambda s: s.place)
    found = []
    for one in own:
        if one.place > best.place:
            if not _is_listed(one.text):
                break
            found.append(one)
    return found[:12]


def _is_listed(text: str) -> bool:
    return bool(re.match(r"^\s*(?:[•▪●–-]|\(?\w{1,3}[.)])\s", text))


def _in_context(text: str, passage: Passage) -> str:
    """Give a sentence that says little on its own with the heading above it."""
    if len(text) > 120 or not passage.section:
        return text
    return f"{passage.section[-1]}: {text}"


def _lift(text: str, evidence: Evidence, kind: tuple[str, re.Pattern[str]] | None) -> float:
    """Give what a sentence gains: from its passage, and from holding what is asked for."""
    lift = 0.25 * max(min(evidence.score, 8.0), -4.0)
    if kind is None:
        return lift
    name, sign = kind
    if sign.search(text):
        return lift + (2.5 if name == "reason" else 1.5)
    return lift - (1.5 if name in ("number", "date") else 0.0)
