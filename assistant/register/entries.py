"""The register over all documents: entries by identifier, by group, by field and by value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache, cached_property
from string import ascii_lowercase

from assistant.wording.names import (
    Holder,
    NameFinder,
    holds,
    names_somebody,
    split_names,
    without_former,
)
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Field, Item
from ingest.wording.identifiers import NOUNS, canonical
from ingest.wording.roles import role_told

_WORD_FROM = 5  # passages for each entry of a code, from which the code is a word of the language
_LONGEST_NAME = 12  # words that an abbreviation stands for; more explain it
_ANY_LABEL = frozenset({"item", "entry", "point", "ref", "reference", "no", "number", "row", ""})
#: Labels that people use for one another; "recommendation" and "section" stay what they are.
_LIKE = frozenset(
    "deliverable action task activity commitment initiative milestone objective measure outcome "
    "goal aim target step pledge promise proposal project practice requirement entry".split()
)

#: Those of them that people use whatever the document says.
_USUAL = frozenset(
    "deliverable action task milestone commitment objective proposal promise entry".split()
)


class Register:
    """Looks entries up exactly; every answer is complete for its documents."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._vocabulary = library.vocabulary
        self.entries = tuple(i for i in library.items if i.kind == "entry")
        self.groups = tuple(i for i in library.items if i.kind == "group")
        self.terms = tuple(i for i in library.items if i.kind in ("acronym", "definition"))
        self._sections = tuple(i for i in library.items if i.kind == "section" and i.identifier)
        self._read_cell = cache(self._names_in_cell)

    @cached_property
    def _by_document(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for item in self.entries:
            found.setdefault(item.document, []).append(item)
        return found

    def entries_of(self, document: str) -> Sequence[Item]:
        """Give a document's entries, in order."""
        return self._by_document.get(document, ())

    def names_of(self, document: str) -> frozenset[str]:
        """Give the stems of a document's title and of the name of the body whose it is."""
        return self._names[document]

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        infos = (d.info for d in self._library.documents)
        return {i.name: frozenset(tokenise(f"{i.title} {i.organisation}")) for i in infos}

    @cached_property
    def labels(self) -> frozenset[str]:
        """What the documents call their entries."""
        return frozenset(i.label for i in self.entries)

    def is_word(self, code: str) -> bool:
        """Whether a code is a word of running text, as a drug's class is, and names no entry."""
        entries = len(self.find(code))
        if not code[:1].isalpha():
            return False
        return self._vocabulary.get(code, 0) > _WORD_FROM * max(entries, 1)

    @cached_property
    def names(self) -> NameFinder:
        """Finds owners named in a question."""
        values = [f.value for i in self.entries for f in self.fields_of(i, "owner") if f.value]
        return NameFinder(values, self.expansions)

    @cached_property
    def expansions(self) -> dict[str, str]:
        """What the documents' abbreviations stand for, if no more than a name."""
        return {
            t.identifier: t.text
            for t in reversed(self.terms)
            if t.kind == "acronym" and len(t.text.split()) <= _LONGEST_NAME
        }

    @cached_property
    def _whole_names(self) -> frozenset[str]:
        """Cells that hold one name: those that nothing divides."""
        cells = {f.value for i in self.entries for f in self.fields_of(i, "owner") if f.value}
        return frozenset(c for c in cells if len(split_names(c)) == 1)

    def find(
        self,
        identifier: str,
        documents: Collection[str] = (),
        labels: Collection[str] = (),
        about: str = "",
    ) -> list[Item]:
        """Give the entries with that identifier, else groups, else numbered sections.

        Where a group and a section share it, the one whose headings `about` is nearer to.
        """
        wanted = canonical(identifier)
        listed = (*self.entries, *self.groups)
        named = any(i.label in labels and canonical(i.identifier) == wanted for i in listed)
        section = None if named else self._section_meant(wanted, documents, about)
        if section:
            return [section]
        for pool in (self.entries, self.groups, self._sections):
            found = [
                i
                for i in pool
                if wanted in (canonical(i.identifier), initials_of(i)) and is_within(i, documents)
            ]
            if pool is self._sections:  # "recommendation 9" is no section of that number
                found = [i for i in found if not set(labels) - _ANY_LABEL or i.label in labels]
            if pool is self.groups:  # nor a priority
                found = [i for i in found if not i.label or self._called(i, labels)]
            found = (
                self._exactly(found, labels)
                or [i for i in found if self._called(i, labels)]
                or (found if pool is not self.entries or wanted.isdigit() is False else [])
            )
            if found:
                return found
        return self._without_prefix(wanted, documents)

    def _without_prefix(self, wanted: str, documents: Collection[str]) -> list[Item]:
        """Give the entries called so but for the letters in front, where those are the same."""
        if wanted.isdigit() or not wanted[:1].isdigit():
            return []
        own = [i for i in self.entries if is_within(i, documents)]
        found = [i for i in own if canonical(i.identifier).lstrip(ascii_lowercase) == wanted]
        return found if len({canonical(i.identifier) for i in found}) == 1 else []

    def _section_meant(self, wanted: str, documents: Collection[str], about: str) -> Item | None:
        """Give the section of that number where a question's words are its own, not a group's."""
        asked = set(tokenise(about))
        if not asked:
            return None

        def shared(item: Item) -> int:
            return len(asked & set(tokenise(" ".join((item.text, *item.section[-1:])))))

        def those(pool: Iterable[Item]) -> list[Item]:
            return [
                i for i in pool if canonical(i.identifier) == wanted and is_within(i, documents)
            ]

        sections, rivals = those(self._sections), those((*self.entries, *self.groups))
        if not sections or not rivals:
            return None
        best = max(sections, key=shared)
        return best if shared(best) > max(map(shared, rivals)) else None

    def _called(self, item: Item, labels: Collection[str]) -> bool:
        """Whether an item may be called by one of those labels."""
        if not labels or any(label in _ANY_LABEL for label in labels):
            return True
        return item.label in labels or (_is_like(item.label) and bool(_LIKE & set(labels)))

    def _exactly(self, items: Sequence[Item], labels: Collection[str]) -> list[Item]:
        """Keep the items that their documents, or other editions of them, call just so."""
        own = {i.document for i in items if i.label in labels}
        kin = {m for f in self._library.families if own & set(f.members) for m in f.members}
        return [
            i
            for i in items
            if i.label in labels or (i.document in kin - own and self._called(i, labels))
        ]

    def is_label(self, label: str) -> bool:
        """Whether a word names the entries of some document."""
        return label in self.labels or (label in _USUAL and any(map(_is_like, self.labels)))

    def names_entries(self, text: str) -> bool:
        """Whether a text speaks of entries by their label: "the deliverable about …"."""
        return any(map(self.is_label, re.findall(r"[a-z]+", text.lower())))

    def is_heading(self, label: str, identifier: str, documents: Collection[str] = ()) -> bool:
        """Whether entries stand under a heading of that name and number: "Priority 2: …"."""
        return any(
            i.label == label and canonical(i.identifier) == identifier and is_within(i, documents)
            for i in (*self.groups, *self._sections)
        )

    def named_label(self, text: str) -> str:
        """Give the name of several words that a text calls entries by: "areas for improvement"."""
        for label in self.labels:
            words = [re.escape(w) for w in label.split()]
            if len(words) > 1 and re.search(rf"\b{'s? '.join(words)}s?\b", text, re.I):
                return label
        return ""

    def labelled(self, label: str, documents: Collection[str] = ()) -> list[Item]:
        """Give all entries that a document calls that, in order; else by words of like meaning."""
        pool = [i for i in self.entries if is_within(i, documents)]
        return self._exactly(pool, (label,)) or self.called(label, documents)

    def called(self, label: str, documents: Collection[str] = ()) -> list[Item]:
        """Give all entries that may be called by a word, of like meaning too, in order."""
        pool = (i for i in self.entries if is_within(i, documents))
        return [i for i in pool if self._called(i, (label,))]

    def fields_of(self, item: Item, role: str) -> list[Field]:
        """Give an item's fields that play a role: "owner" for Owner, Lead, Responsible officer."""
        return [f for f in item.fields if role_told(f.name, f.value) == role]

    def role(self, field: Field) -> str:
        """Give the role that a field plays."""
        return role_told(field.name, field.value)

    def held_by(self, holder: Holder, items: Iterable[Item], alone: bool = False) -> list[Item]:
        """Give the items whose owner cell names the holder, or names nobody else."""
        found = []
        for item in items:
            cells = [self._read_cell(f.value) for f in self.fields_of(item, "owner") if f.value]
            names = [n for cell in cells if not alone or len(cell) == 2 for n in cell]
            if any(holds(n, holder.tokens) for n in names[:1]) or any(
                names_somebody(n, holder.tokens) for n in names if n
            ):
                found.append(item)
        return found

    def split(self, value: str) -> tuple[str, ...]:
        """Give the names that an owner cell holds."""
        return split_names(value, self._whole_names)

    def _names_in_cell(self, value: str) -> tuple[tuple[str, ...], ...]:
        """Give the words of an owner cell, then those of each name in it, as names compares them.

        Read once for each cell (`_read_cell`): the overviews look at every owner in every cell.
        """
        now = without_former(value)
        return tuple(self.names.tokens(name) for name in (now, *self.split(now)))

    def following(self, item: Item, step: int) -> Item | None:
        """Give the entry some places after (or before) another in its document."""
        pool = self.entries_of(item.document)
        if item not in pool:
            return None
        at = pool.index(item) + step
        return pool[at] if 0 <= at < len(pool) else None


def initials_of(item: Item) -> str:
    """Give what an entry of a name of several words is called for short: "afi3"."""
    words = item.label.split()
    return "".join(w[0] for w in words) + canonical(item.identifier) if len(words) > 1 else ""


def _is_like(label: str) -> bool:
    """Whether entries of a label may be called by another: a phrase ("we will") is no name."""
    return label in _LIKE or label not in NOUNS


def is_within(item: Item, documents: Collection[str]) -> bool:
    """Whether an item stands in one of some documents; none named are all."""
    return not documents or item.document in documents
