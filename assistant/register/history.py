"""Which entry of one edition of a work is which of another, and which edition is in force."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property

from assistant.drafts import Said
from assistant.wording.names import without_former
from assistant.wording.phrases import document_name
from ingest.about.versions import family_of
from ingest.items.reported import tells_only_how_it_stands
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import canonical
from ingest.wording.periods import Period, periods, read_period
from ingest.wording.roles import role_told

_ALIKE = 0.3  # of the words of the shorter wording, from which two entries are one
_SAME_LIST = 3  # entries that two editions share, from which a missing one is worth saying
#: Before a time: "rated red in"; "due in" and "completed in" tell of what happens then.
_THEN = re.compile(r"\b(?:(?P<before>\w+)\s+)?(?:in|as at|as of|at|of) (?:the )?$", re.I)
_HAPPENS = re.compile(r"\w{3,}ed$|(?:due|complete|ends?|starts?|begins?|finish\w*)$", re.I)
_MANY, _MOST_SHARED = 5, 0.7  # identifiers in common, from which two editions count alike


class History:
    """Knows the editions of each work and which entry of one is which of another."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def editions(self, item: Item) -> list[Item]:
        """Give the same entry in every edition of its work, newest first; at least itself."""
        family = family_of(item.document, self._library.families)
        if family is None:
            return [item]
        found = [e for d in reversed(family.members) if (e := self._same(item, d)) is not None]
        return found or [item]

    def kin(self, document: str) -> tuple[str, ...]:
        """Give the other editions of a document's work."""
        family = family_of(document, self._library.families)
        return tuple(m for m in family.members if m != document) if family else ()

    def is_report(self, document: str, others: Collection[str]) -> bool:
        """Whether a document reports on one of others of its work, or is reported on by it."""
        family = family_of(document, self._library.families)
        reports = family.reports if family else frozenset()
        return any((document in reports) != (other in reports) for other in others)

    def reports_on(self, documents: Collection[str]) -> frozenset[str]:
        """Give the reports on the works that some documents belong to, but for themselves."""
        found = (family_of(document, self._library.families) for document in documents)
        return frozenset(r for family in found if family for r in family.reports) - set(documents)

    def current(self, items: Iterable[Item]) -> list[Item]:
        """Leave out the entries that a later edition, also among those documents, tells anew."""
        own = list(items)
        documents = {i.document for i in own}
        kept = []
        for item in own:
            newest = next(e for e in self.editions(item) if e.document in documents)
            if newest.key == item.key:
                kept.append(item)
        return kept

    def latest(self, items: Iterable[Item]) -> list[Item]:
        """Give entries as the newest edition of their work has them, each once."""
        return list({e.key: e for i in items for e in self.editions(i)[:1]}.values())

    def worded(self, item: Item) -> Item:
        """Give an entry, or its newest edition that says what it is; itself if none does."""
        if not tells_only_how_it_stands(item):
            return item
        editions = self.editions(item)
        return next((e for e in editions if not tells_only_how_it_stands(e)), item)

    def telling(self, items: Iterable[Item], role: str) -> tuple[Item, ...]:
        """Give entries where they have a field of a role, else as their newest edition has one."""
        return tuple(
            next((e for e in (i, *self.editions(i)) if has_field(e, (role,))), i) for i in items
        )

    def with_earlier(self, items: Iterable[Item]) -> list[Item]:
        """Give entries as every edition of their work has them, the newest of each first."""
        return list({e.key: e for i in items for e in self.editions(i)}.values())

    def added(self, items: Iterable[Item]) -> list[Item]:
        """Keep the entries of later editions that the edition before has not."""
        later = ((i, self._before_of(i.document)) for i in items)
        return [i for i, before in later if before and not self._same(i, before)]

    def changed(self, items: Iterable[Item], role: str) -> list[Item]:
        """Keep the entries whose owner or date is another than in the edition before."""
        found = []
        for item in items:
            before = self._before_of(item.document)
            earlier = self._same(item, before) if before else None
            if earlier and _differ(_told(item, role), _told(earlier, role), role):
                found.append(item)
        return found

    def are_minutes(self, documents: Collection[str]) -> bool:
        """Whether all of some documents are minutes, whose entries a meeting agreed."""
        kinds = {self._library.document(d).info.kind for d in documents}
        return kinds == {"minutes"}

    def has_earlier(self, documents: Iterable[str]) -> bool:
        """Whether any of the documents follows another."""
        return any(map(self._before_of, documents))

    def _before_of(self, document: str) -> str:
        """Give the edition that a document follows, empty where it follows none."""
        family = family_of(document, self._library.families)
        return family.before(document) if family else ""

    def in_force(self, documents: Collection[str]) -> tuple[str, ...] | None:
        """Leave out the editions that a later one replaces; None where none does.

        A progress report replaces nothing: the plan it reports on says other things.
        """
        names = tuple(documents) or tuple(d.info.name for d in self._library.documents)
        steps = [
            s
            for f in self._library.families
            for s in f.steps
            if s.relation != "progress" and self._is_later(s.later, s.earlier)
        ]
        replaced = {s.earlier for s in steps if s.earlier in names and s.later in names}
        kept = tuple(n for n in names if n not in replaced)
        return kept if replaced and kept else None

    def _is_later(self, later: str, earlier: str) -> bool:
        """Whether a document is of another day: two of one day stand side by side."""
        first, second = (self._library.document(d).info for d in (earlier, later))
        return (first.date, first.as_of) != (second.date, second.as_of)

    def missing(self, item: Item) -> Said | None:
        """Say that the newest edition does not list an entry, where it lists others of them."""
        family = family_of(item.document, self._library.families)
        if family is None or not self._is_later(family.newest, item.document):
            return None
        shared = sum(
            self._same(i, family.newest) is not None
            for i in self._library.document(item.document).items
            if i.kind == "entry"
        )
        if shared < _SAME_LIST or self._same(item, family.newest):
            return None
        return Said(f"It is not listed in {self.called(family.newest)}.")

    def of_one(self, items: Sequence[Item]) -> list[Item] | None:
        """Give the editions of one entry, newest first; None where the items are several."""
        editions = self.editions(items[0])
        keys = {i.key for i in editions}
        return editions if all(i.key in keys for i in items) else None

    def _same(self, item: Item, document: str) -> Item | None:
        """Give the entry of a document that is the same one: its number and not another matter."""
        if item.document == document:
            return item
        number = canonical(item.identifier)
        if number:
            found = self._of_number(item, document)
            same = found and (_is_same(item, found) or self._count_alike(item.document, document))
            return found if same else None
        return self._worded.get((document, item.kind, item.text.lower()))

    def _of_number(self, item: Item, document: str) -> Item | None:
        """Give the entry of a document with an item's number, of its noun before any other.

        "Area for improvement 3" may be "AFI 3" there; what is another entry here is not it.
        """
        found = self._named.get((document, item.kind, _name(item)))
        if found is None:
            other = self._numbered.get((document, item.kind, canonical(item.identifier)))
            taken = other and self._named.get((item.document, item.kind, _name(other)))
            found = None if taken else other
        return found

    def _count_alike(self, first: str, second: str) -> bool:
        """Whether two editions have nearly the same identifiers, of several parts or with letters.

        Then a number is the same entry, whatever a report says of it in place of its wording.
        """
        own = [self._coded(first), self._coded(second)]
        fewer = min(map(len, own))
        return fewer >= _MANY and len(own[0] & own[1]) >= _MOST_SHARED * fewer

    @cache  # noqa: B019 - a history lives as long as its library
    def _coded(self, document: str) -> frozenset[str]:
        entries = (i for i in self._library.document(document).items if i.kind == "entry")
        names = (canonical(i.identifier) for i in entries)
        return frozenset(n for n in names if n and not n.isdigit())

    @cached_property
    def _numbered(self) -> Mapping[tuple[str, str, str], Item]:
        """The first item of each document, kind and number, for every question looks them up."""
        items = reversed(self._library.items)
        return {(i.document, i.kind, canonical(i.identifier)): i for i in items}

    @cached_property
    def _named(self) -> Mapping[tuple[str, str, str], Item]:
        """The first item of each document, kind and full name."""
        return {(i.document, i.kind, _name(i)): i for i in reversed(self._library.items)}

    @cached_property
    def _worded(self) -> Mapping[tuple[str, str, str], Item]:
        """The first item of each document, kind and wording."""
        return {(i.document, i.kind, i.text.lower()): i for i in reversed(self._library.items)}

    def moment(self, document: str) -> Period | None:
        """Give the time that an edition tells of, None where it has no date."""
        info = self._library.document(document).info
        return read_period(info.as_of) or read_period(info.date)

    def as_then(self, documents: Collection[str], text: str) -> tuple[str, ...]:
        """Give the editions among documents that tell how things stood at a time a text names.

        "In April 2024" is the plan of that month, where a later edition of its work says otherwise.
        """
        asked = [p for p in periods(text) if _tells_state(text[: p.at])]
        return tuple(
            d
            for d in documents
            if (moment := self.moment(d)) and self.kin(d)
            if any(p.first <= moment.first and moment.last <= p.last for p in asked)
        )

    def called(self, document: str) -> str:
        """Name an edition with its time: "the 2023 plan (30 September 2023)"."""
        info = self._library.document(document).info
        told = info.as_of or info.date
        return f"{document_name(info)} ({told})" if told else document_name(info)


def _name(item: Item) -> str:
    """Give an entry's noun and number as one: "recommendation 3"; "afi3" for words and letters."""
    number, words = canonical(item.identifier), item.label.split()
    if number.isdigit() and len(words) > 1:
        return "".join(word[0] for word in words) + number
    return number if not number.isdigit() else f"{item.label} {number}"


def _tells_state(before: str) -> bool:
    """Whether the words before a time ask how things stood then, not what happens then."""
    found = _THEN.search(before)
    return found is not None and not _HAPPENS.match(found["before"] or "")


def _told(item: Item, role: str) -> str:
    """Give an entry's first value of a role, without what it says that it was before."""
    values = (f.value for f in item.fields if f.value and role_told(f.name, f.value) == role)
    return without_former(next(values, ""))


def _differ(now: str, then: str, role: str) -> bool:
    """Whether two values are two days, or name somebody else: one may tell more than the other."""
    if not now or not then:
        return False
    if role == "date":
        new, old = read_period(now), read_period(then)
        return new is not None and old is not None and new.last != old.last
    first, second = set(tokenise(now)), set(tokenise(then))
    return not (first <= second or second <= first)


def _is_same(one: Item, other: Item) -> bool:
    """Whether two entries of one number are one matter: their wording or an owner is shared."""
    first, second = set(tokenise(one.text)), set(tokenise(other.text))
    fewer = min(len(first), len(second))
    if not fewer or len(first & second) >= _ALIKE * fewer:
        return True
    return not _has_values(one) or not _has_values(other) or one.text == other.text


def _has_values(item: Item) -> bool:
    return any(f.value for f in item.fields)


def has_field(item: Item, roles: Collection[str]) -> bool:
    """Whether an entry has a field of one of some roles, filled or not."""
    return any(role_told(f.name, f.value) in roles for f in item.fields)
