"""What tells one document from another: whose it is, what it is called, its wording, its date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import PurePath

from ingest.items.reported import tells_only_how_it_stands
from ingest.types import Document
from ingest.wording.identifiers import NOUNS, canonical, mentions
from ingest.wording.periods import periods, read_period
from ingest.wording.roles import role_told

_SHINGLE = 4
_FEWEST_SHINGLES = 30
_FEWEST_ENTRIES = 3
_FEWEST_NUMBERS, _NEARLY_ALL = 5, 0.8
_MOST_OWNERS = 0.6
_OPENING = 6
_LONGEST_TITLE_LINE = 120
_PROGRESS = re.compile(
    r"\b(?:progress|updates?(?! to\b)|position statement|(?:months?|years?) on|monitoring report"
    r"|where we are (?:now|after)|after (?:one|a) year"
    r"|quarterly report|annual report)\b",
    re.IGNORECASE,
)
_RESPONSE = re.compile(r"\bresponses? to\b", re.I)
_DRAFT = re.compile(r"\b(?:draft|for consultation|not yet (?:agreed|approved|adopted))\b", re.I)
_REPLACES = re.compile(r"\b(?:supersed|replac)(?:es?|ing)\b(?P<what>[^.;]{4,200})", re.I)
#: Words of titles that say which edition it is, not which work.
_EDITION = frozenset(
    "draft final version revised revision edition updated update consultation progress report on"
    " reports quarter quarterly position statement in force from and current currently"
    " months years month year one two three four five six twelve as at page view pdf table contents"
    " january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter"
    " the of for to an our with against supplemental approved signed issue published"
    " review second third first".split()
)
#: Words of titles that name a sort of document and thus many works.
_SORT = frozenset(
    "plan plans action actions strategy strategic policy policies procedure procedures delivery"
    " annual document guidance framework programme tracker register statement paper"
    " business".split()
)


BODIES = frozenset(
    "police crime panel constabulary commissioner council county borough city district board"
    " authority service services fire rescue ambulance health trust committee partnership office"
    " safety joint scrutiny".split()
)
"""Words of organisations' names that say what sort of body it is, and not of which place."""


class Traits:
    """What families are told by; what takes time to find is found when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.name = document.info.name
        self.kind = document.info.kind
        stem = re.sub(r"[-_.]+", " ", PurePath(self.name).stem)
        self._opening = [b.text for b in document.blocks[:_OPENING]]
        self.office = frozenset(_words(document.info.organisation)) - _EDITION
        self.titles = (document.info.title, *self._first_heading(), stem)
        self.names = frozenset(map(_telling, self.titles)) - {frozenset()}
        called = " ".join((document.info.title, stem))
        self.responds = bool(_RESPONSE.search(called))
        self.progress = self.kind == "progress" or self.responds or bool(_PROGRESS.search(called))
        lines = [line for line in self._opening if len(line) <= _LONGEST_TITLE_LINE]
        self.draft = not self.progress and any(map(_DRAFT.search, (called, *lines)))

    def _first_heading(self) -> tuple[str, ...]:
        """Give the heading that it begins with, unless that is the organisation's name."""
        first = next((b.text for b in self._document.blocks if b.kind == "heading"), "")
        return (first,) if first and not frozenset(_words(first)) <= self.office else ()

    @cached_property
    def opening_lines(self) -> tuple[frozenset[str], ...]:
        """The words of its first lines, if short: a subtitle may be the name it goes by."""
        short = (line for line in self._opening if len(line) <= _LONGEST_TITLE_LINE)
        return tuple(frozenset(_words(line)) for line in short)

    @cached_property
    def full_titles(self) -> frozenset[frozenset[str]]:
        """The words and years of each of its titles, without what says draft or progress."""
        told = (re.sub(_PROGRESS, " ", re.sub(_DRAFT, " ", title)) for title in self.titles)
        sets = (frozenset(re.findall(r"[a-z]{3,}|\d{4}", title.lower())) for title in told)
        return frozenset(found for found in sets if len(found) > 2)

    @cached_property
    def replaces(self) -> frozenset[str]:
        """The words of what it says that it supersedes."""
        for block in self._document.blocks:
            found = _REPLACES.search(block.text)
            if found:
                return frozenset(_words(found["what"])) - _EDITION - _SORT
        return frozenset()

    @cached_property
    def order(self) -> tuple[date, bool, bool, str]:
        """What sorts the editions of a work; by the years in its name where it has no date."""
        unknown = date.max if self.progress else date.min
        return (self._day or unknown, not self.draft, self.progress, self.name)

    @cached_property
    def _day(self) -> date | None:
        """The day it is of; a year is told apart by the day of its figures.

        A plan is of the beginning of its years, a report of the end of those that it tells of.
        """
        info = self._document.info
        stated = [p for text in (info.date, info.as_of) if (p := read_period(text))]
        titled = [p for title in self.titles for p in periods(title)]
        days = [p.first for p in (*stated, *titled) if p.first == p.last]
        if days:
            return days[0]
        years = stated[:1] or titled
        ends = [p.last for p in years] if self.progress else [p.first for p in years]
        return (max(ends) if self.progress else min(ends)) if ends else None

    @cached_property
    def often(self) -> frozenset[str]:
        """The three words most often written with a capital in mid-sentence, if 5 times or more."""
        text = "\n".join(p.text for p in self._document.passages)
        seen = Counter(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", text))
        named = [word for word, times in seen.most_common() if times > 4 and word not in _EDITION]
        return frozenset(named[:3])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All its words."""
        texts = (*self.titles, *(p.text for p in self._document.passages))
        return frozenset(word for text in texts for word in _words(text))

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Its wording, four words at a time."""
        found: set[int] = set()
        for passage in self._document.passages:
            words = _words(passage.text)
            found.update(
                hash(tuple(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1)
            )
        return frozenset(found)

    @cached_property
    def entries(self) -> Mapping[str, frozenset[str]]:
        """The words of each entry of its registers, by identifier."""
        return {
            canonical(item.identifier): frozenset(_words(item.text))
            for item in self._document.items
            if item.kind == "entry" and item.identifier
        }

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The numbers of entries that its running text names: "Action 3.3 is paused"."""
        return frozenset(
            mention.identifier
            for passage in self._document.passages
            if passage.kind == "prose"
            for mention in mentions(passage.text)
            if mention.label in NOUNS
        )

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """Who owns each entry of its registers, by identifier, where somebody does.

        A report in sentences names only those who have taken an entry over, and is left out.
        """
        return {
            canonical(item.identifier): " ".join(field.value.lower().split())
            for item in self._document.items
            if item.table or not tells_only_how_it_stands(item)
            for field in item.fields
            if item.identifier and field.value and role_told(field.name, field.value) == "owner"
        }

    def links_to(self, name: str) -> bool:
        """Whether its pages name another document's file."""
        return any(name in page.text for page in self._document.pages)


def shared_words(one: Traits, other: Traits) -> float:
    """Give how much of the shorter document's wording the other has too, from 0 to 1."""
    fewer = min(len(one.shingles), len(other.shingles))
    return len(one.shingles & other.shingles) / fewer if fewer >= _FEWEST_SHINGLES else 0.0


def named_for_others(one: Traits, other: Traits) -> bool:
    """Whether titles differ in a name alone: "Area profile: Ashby", "Area profile: Wey"."""
    first, second = one.titles[0].split(), other.titles[0].split()
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    shared = len(one.titles[0].split()) - len(first)
    return shared > 1 and all(rest and all(map(_is_name, rest)) for rest in (first, second))


def _is_name(word: str) -> bool:
    """Whether a word of a title can be a name: with a capital, and of no sort or edition."""
    bare = word.strip(".,:;()").lower()
    return word[:1].isupper() and word.isalpha() and bare not in _EDITION | _SORT


def share_numbers(one: Traits, other: Traits) -> bool:
    """Whether nearly all entries of the shorter register have identifiers of the other's."""
    fewer = min(len(one.entries), len(other.entries))
    same = len(one.entries.keys() & other.entries.keys())
    return fewer >= _FEWEST_NUMBERS and same >= _NEARLY_ALL * fewer


def speaks_of_entries(report: Traits, plan: Traits) -> bool:
    """Whether nearly all entries that a text names by their numbers are those of a plan.

    A letter that tells how each action stands has no register of its own.
    """
    same = len(report.spoken_of & plan.entries.keys())
    return same >= _FEWEST_NUMBERS and same >= _NEARLY_ALL * len(report.spoken_of)


def share_owners(one: Traits, other: Traits) -> bool:
    """Whether most entries that both registers list are owned by the same in both."""
    both = one.owners.keys() & other.owners.keys()
    same = sum(one.owners[key] == other.owners[key] for key in both)
    return len(both) >= _FEWEST_NUMBERS and same >= _MOST_OWNERS * len(both)


def shared_entries(one: Traits, other: Traits) -> float:
    """Give how many entries of the shorter register the other has, number and wording, 0 to 1."""
    fewer = min(len(one.entries), len(other.entries))
    if fewer < _FEWEST_ENTRIES:
        return 0.0
    same = sum(
        _are_alike(words, other.entries[key])
        for key, words in one.entries.items()
        if key in other.entries
    )
    return same / fewer


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= 0.6 * min(len(one), len(other))


def _telling(title: str) -> frozenset[str]:
    """Give the words of a title that say which work it is; all but its edition if it has none."""
    words = frozenset(_words(title)) - _EDITION
    return words - _SORT or words


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text.lower())
