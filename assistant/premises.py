"""Whether the documents answer at all: what a question takes for granted is looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import cues
from assistant.prose import Scored, fits, kind_of
from assistant.question import content_words
from assistant.types import Question, Status
from ingest.lexical import tokenise
from ingest.library import Library

_OUTCOME = re.compile(
    r"\b(?:conclude[ds]?|concluding|decided?|found|find|results?|outcome|won|win|happen(?:ed)?"
    r"|achieved?|attend\w*|turn(?:ed)? out|handed|arrested|spent|recruited|trained)\b",
    re.I,
)
_FUTURE = re.compile(
    r"\b(?:will|to take place|to be|due to|planned|intend\w*|going to|is to|are to|proposed"
    r"|would need|in development)\b",
    re.I,
)
_PAST_ASKED = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.I)
_CONTACT = re.compile(r"\b(?:phone|telephone|mobile|email|e-mail|address|postcode|salary|pay grade)\b", re.I)
_MONEY = re.compile(r"\b(?:budget|cost|costs|spend|spent|price|how much (?:money|funding)|funding)\b", re.I)
_NAME = re.compile(r"\bname of\b|\bnames? of the\b|\bwhat(?:'s| is) .{0,30}\bname\b|\bsurname\b", re.I)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether what was found answers; `missing` is what the documents do not say."""

    status: Status
    missing: str = ""


class Premises:
    """Checks named things, kinds of value and the wording of a question against the evidence."""

    def __init__(self, library: Library, floor: float, sure: float) -> None:
        self._library = library
        self._floor = floor
        self._sure = sure
        self._stems = frozenset(t for w in library.lexical.vocabulary for t in tokenise(w))

    def judge(self, question: Question, scored: Sequence[Scored], chosen: Sequence[Scored]) -> Verdict:
        """Say whether the chosen sentences answer the question, and if not, what is missing."""
        if not chosen:
            return Verdict("not_found")
        best = scored[0].score
        text = " ".join(s.text for s in chosen)
        name = self._absent_name(question, chosen)
        if name:
            return Verdict("not_found" if best < self._sure + 2 else "corrected", name)
        if best < self._floor:
            return Verdict("not_found")
        if not _holds_kind(question, text):
            return Verdict("not_found")
        strange = self._strange(question, text)
        if strange and best < self._sure:
            return Verdict("corrected", strange)
        if self._not_yet(question, chosen):
            return Verdict("not_found")
        return Verdict("answered")

    def _absent_name(self, question: Question, chosen: Sequence[Scored]) -> str:
        """Give a proper name of the question that the evidence does not have."""
        around = " ".join(
            part
            for s in chosen
            for part in (
                s.passage.text,
                *s.passage.section,
                *_description(self._library, s.passage.document),
            )
        )
        held = set(tokenise(around))
        for name in _proper_names(question.original):
            tokens = set(tokenise(name))
            if tokens and not tokens & held and not self._is_expanded(name, held):
                return name
        return ""

    def _is_expanded(self, name: str, held: set[str]) -> bool:
        for document in self._library.documents:
            for item in document.items:
                if item.kind == "acronym" and item.identifier.rstrip("s") == name.rstrip("s"):
                    return len(set(tokenise(item.text)) & held) >= 2
        return False

    def _strange(self, question: Question, text: str) -> str:
        """Give a telling word of the question that no document has."""
        held = set(tokenise(text))
        for word in content_words(question.text):
            tokens = set(tokenise(word))
            if tokens and not tokens & self._stems and not tokens & held and len(word) > 3:
                return word
        return ""

    def _not_yet(self, question: Question, chosen: Sequence[Scored]) -> bool:
        """Whether an outcome is asked for that the documents only look forward to."""
        if not (_OUTCOME.search(question.text) and _PAST_ASKED.search(question.text)):
            return False
        best = chosen[0].text if len(chosen) == 1 else max(chosen, key=lambda s: s.score).text
        return bool(_FUTURE.search(best)) and not re.search(r"\b(?:has|have|was|were)\b", best)


def _holds_kind(question: Question, text: str) -> bool:
    kind = kind_of(question.text)
    if kind in ("number", "date") and not fits(question.text, text):
        return False
    if _CONTACT.search(question.text):
        return bool(re.search(r"\d{5,}|@|£\s?\d", text))
    if _MONEY.search(question.text) and re.search(r"\bhow much|what\b", question.text, re.I):
        asked = _MONEY.search(question.text)
        return bool(re.search(r"[£$€]|\bmillion|\bbillion|\bhalf\b|\bfunded\b", text)) and bool(
            asked and (asked.group().lower() in text.lower() or "cost" in text.lower() or "sell" in text)
        )
    if _NAME.search(question.text):
        return bool(re.search(r"\b(?:Mr|Mrs|Ms|Dr|Rt Hon|DCI|Insp|Sgt|Professor|Dame|Sir)\b", text))
    return True


def _proper_names(text: str) -> list[str]:
    """Give the capitalised words of a question that are names, not its first word or a label."""
    words = re.findall(r"[\w’'&/-]+|[.?!]", text)
    found = []
    for before, word in zip(["."] + words, words, strict=False):
        if not word[0].isupper() or before in ".?!" or word.lower() in cues.ASKING:
            continue
        found.append(re.sub(r"[’']s?$", "", word))
    return found


def _description(library: Library, name: str) -> tuple[str, ...]:
    info = library.document(name).info
    return (info.title, info.organisation, *info.aliases, info.kind)
