"""What running text says of an entry besides its own row: "Milestone 6 moved because …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal

from assistant.drafts import Said, Source
from ingest.library import Library
from ingest.types import Item, Place
from ingest.wording.identifiers import canonical, mentions
from ingest.wording.quotes import letters
from ingest.wording.sentences import sentences

Section = tuple[str, ...]
Places = tuple[Place, ...]

_MOST = 3  # sentences
_TALLY = 5  # entries that a sentence names when it only counts them
_RUN_IN = 5  # words at most that only head what follows them
_SUPERSEDED = re.compile(
    r"(?P<what>.{2,120})\b(?:supersed\w+|replaced|taken over|merged|absorbed) (?:by|into|with)\s"
    r"(?P<by>.{2,40})",
    re.IGNORECASE,
)
#: "… to use the rural surgeries under RC4.1 instead".
_INSTEAD = re.compile(r"(?P<by>\b[^;]{2,40}?)\s+instead\b(?! of)", re.I)
#: What became of an entry or of who has it, and not of its date or its figures.
_HANDED_ON = re.compile(
    r"\b(?:supersed\w+|withdr[ae]w\w*|replac(?:ed|es) (?:by|with)|merged|pass(?:ed|es)? (?:from|to)"
    r"|transferred|moved (?:from|to|out|in|under|away)|hand(?:ed|s) over|taken (?:over|out|off|on)"
    r"|(?:would|will|should|now) (?:own|lead|take (?:it )?on)s?\b(?! to\b)|took over"
    r"|dropped|(?:is|was|been|be|now) closed|renumbered|took the place|takes the place|instead\b)",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:supersed\w+|withdr[ae]w\w*|replac\w+|merged?|moved|passed (?:from|to)|went from"
    r"|transferred|hand(?:ed|s) over|taken (?:over|out|off)|took over|put back|brought forward"
    r"|carried|dropped|closed|added|extended|postponed|reopened|renamed|renumbered|no longer"
    r"|instead of|took the place|takes the place)\b",
    re.IGNORECASE,
)

Telling = Literal["anything", "changes", "holders"]
_TELLING: dict[Telling, re.Pattern[str]] = {
    "anything": re.compile(""),
    "changes": _CHANGED,
    "holders": _HANDED_ON,
}


class SpokenOf:
    """Finds the sentences of a work that name one of its entries."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def said(
        self,
        item: Item,
        documents: Collection[str],
        already: Collection[Said],
        *,
        telling: Telling = "anything",
    ) -> tuple[Said, ...]:
        """Give the first sentences of documents that name an entry and are not said already.

        A bare number names it only after what the document calls such entries. `telling`
        limits them to what has changed about it, or to what became of it and of who has it.
        """
        told = " ".join(one.text for one in already)
        found = (
            Said(text, (Source(name, section, places, text),))
            for name in documents
            for section, places, wording in self._told(name, item)
            if item.identifier and item.identifier in wording
            for text in _naming(item, wording)
            if text not in told and _TELLING[telling].search(text)
        )
        return tuple(one for one, _ in zip(found, range(_MOST), strict=False))

    def _told(self, name: str, item: Item) -> Iterator[tuple[Section, Places, str]]:
        """Give a document's running text: its prose, and what is told below its other entries."""
        document = self._library.document(name)
        yield from ((p.section, p.places, p.text) for p in document.passages if p.kind == "prose")
        for other in document.items:
            if other.kind == "entry" and not other.table and other.key != item.key:
                yield from ((other.section, f.places, f.value) for f in other.fields)


def successor(said: Collection[Said], item: Item) -> str:
    """Give the identifier of what took an entry's place, by what is said of it; "" where none."""
    for one in said:
        found = _SUPERSEDED.search(one.text)
        ids = [m.identifier for m in mentions(found["by"])] if found else []
        own = canonical(item.identifier)
        if found and ids and own in {m.identifier for m in mentions(found["what"])}:
            return next((i for i in ids if i != own), "")
        other = _INSTEAD.search(one.text)
        ids = [m.identifier for m in mentions(other["by"]) if m.strong] if other else []
        if ids and ids[-1] != own:
            return ids[-1]
    return ""


def _naming(item: Item, wording: str) -> Iterator[str]:
    """Give the sentences of running text that name an entry."""
    wanted = canonical(item.identifier)
    bare = wanted.isdigit()
    for line in wording.split("\n"):
        told = sentences(line)
        for sentence, after in zip(told, (*told[1:], ""), strict=True):
            found = mentions(sentence)
            if len({m.identifier for m in found}) >= _TALLY:
                continue  # "six are complete (R1, R2, R4, …)" tells nothing of one of them
            named = (m for m in found if m.identifier == wanted)
            heads = len(sentence.split()) <= _RUN_IN  # "Injury data (SV2)."
            text = f"{sentence} {after}".strip() if heads else sentence
            if _is_title(sentence, item) or _is_title(text, item):
                continue
            if any(m.label == item.label or not bare for m in named):
                yield text


def _is_title(sentence: str, item: Item) -> bool:
    """Whether words are an entry's own number and title: "Recommendation 6: street triage"."""
    _, _, rest = sentence.partition(item.identifier)
    title = letters(rest)
    return bool(title) and letters(item.text).startswith(title)
