"""Which documents are one work over time: draft and final, versions, a plan and its reports.

Documents are joined by who issued them, what they are called and how much of their wording they
share. Wording alone never joins them: forces and councils fill in the same templates, so two
documents that each keep naming somebody whom the other never names are two works.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ingest.about.traits import (
    BODIES,
    Traits,
    named_for_others,
    share_numbers,
    share_owners,
    shared_entries,
    shared_words,
    speaks_of_entries,
)
from ingest.types import Document

Relation = Literal["final", "version", "progress"]

_SAME_OFFICE = 0.1  # of the wording shared, where office and title are the same
_SAME_NAME = 0.3  # where only the title is
_SAME_WORDS = 0.6  # where only the office is
_SAME_ENTRIES = 0.5
_TELLING = 3  # words of a report's title that stand in a line at the plan's beginning


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a work: what `later` is to `earlier`, both files' names.

    `final` follows a draft, `version` is the next edition or report, `progress` reports on it.
    """

    earlier: str
    later: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Family:
    """The documents of one work by their files' names, oldest first, and how they follow."""

    members: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def newest(self) -> str:
        """The document that tells how things stand now."""
        return self.members[-1]

    @property
    def reports(self) -> frozenset[str]:
        """The documents that report on the others' progress, and the editions of such a report."""
        found: set[str] = set()
        for step in self.steps:
            if step.relation == "progress" or step.earlier in found:
                found.add(step.later)
        return frozenset(found)

    def later(self, name: str) -> str:
        """Give the newest document that replaces this one, empty where none does."""
        step = next((s for s in self.steps if s.earlier == name and s.relation != "progress"), None)
        return (self.later(step.later) or step.later) if step else ""

    def before(self, name: str) -> str:
        """Give the document that this one follows, empty where it follows none."""
        return next((s.earlier for s in self.steps if s.later == name), "")

    def relation(self, name: str) -> Relation | None:
        """Give what a document is to the one that it follows, None where it follows none."""
        return next((s.relation for s in self.steps if s.later == name), None)


def families(documents: Sequence[Document]) -> tuple[Family, ...]:
    """Give the works that two or more of the documents belong to, in order of their names."""
    traits = [Traits(d) for d in sorted(documents, key=lambda d: d.info.name)]
    root = {t.name: t.name for t in traits}
    for one, other in combinations(traits, 2):
        if root[one.name] != root[other.name] and is_same_work(one, other):
            kept, gone = root[one.name], root[other.name]
            root = {name: kept if found == gone else found for name, found in root.items()}
    groups: dict[str, list[Traits]] = {}
    for trait in traits:
        groups.setdefault(root[trait.name], []).append(trait)
    return tuple(_family(group) for group in groups.values() if len(group) > 1)


def family_of(name: str, found: Sequence[Family]) -> Family | None:
    """Give the family that a document belongs to, or None."""
    return next((f for f in found if name in f.members), None)


def with_editions(documents: Collection[str], found: Sequence[Family]) -> set[str]:
    """Give documents with all other editions of their works."""
    own = set(documents)
    return own | {m for family in found if own & set(family.members) for m in family.members}


def is_same_work(one: Traits, other: Traits) -> bool:
    """Whether two documents are editions of one work, or one reports on the other."""
    reports = _reports_to_others(one, other) or _reports_by_name(one, other)
    if reports or _are_of_different_offices(one, other) or named_for_others(one, other):
        return reports
    if "minutes" in (one.kind, other.kind):
        return one.kind != other.kind and _holds_report_on(one, other)
    if _says_so(one, other) or _says_so(other, one):
        return True
    called, office = _are_called_the_same(one, other), bool(one.office and other.office)
    if not called and not office:
        return False
    wording = shared_words(one, other)
    apart = _name_different_places(one, other)
    titled = office or (one.full_titles & other.full_titles and not apart)
    if called and wording >= _SAME_OFFICE and titled:
        return True
    if called and office and one.progress != other.progress:
        plan, report = _in_order(one, other)
        if share_numbers(plan, report) or speaks_of_entries(report, plan):
            return not apart
    enough = _SAME_NAME if called else _SAME_WORDS
    if wording < enough and shared_entries(one, other) < _SAME_ENTRIES:
        return False
    return not apart


def _holds_report_on(one: Traits, other: Traits) -> bool:
    """Whether minutes and a plan of one office list the same entries: a report came to a meeting.

    Minutes alone list what meetings before agreed, and are no editions of one another.
    """
    office = bool(one.office and other.office)
    return office and shared_entries(one, other) >= _SAME_ENTRIES


def _reports_to_others(one: Traits, other: Traits) -> bool:
    """Whether one reports on the other's entries to another body of the same name.

    A force reports to its panel: the same numbers under the same title, the same owners where both
    tell them, and one word, the place, in both bodies' names. Where the entries' wording is the
    same as well, a partnership of that place may report on what the force has planned.
    """
    if one.progress == other.progress or not one.office & other.office:
        return False
    place = (one.office & other.office) - BODIES
    if place and _are_called_the_same(one, other) and shared_entries(one, other) >= _SAME_ENTRIES:
        return True
    if (one.office ^ other.office) - BODIES:
        return False  # another place
    owners = share_owners(one, other) or not (one.owners and other.owners)
    return _are_called_the_same(one, other) and share_numbers(one, other) and owners


def _reports_by_name(one: Traits, other: Traits) -> bool:
    """Whether one's title says that it reports on what another body has planned, by its name.

    "Update on the Ellerby Vale delivery plan", of a committee that looks into that service's work;
    "Response to the Inspectorate", of a service that the inspectorate's own report is about.
    """
    if one.progress == other.progress or not share_numbers(one, other):
        return False
    plan, report = _in_order(one, other)
    place = plan.office - BODIES - report.office
    if report.responds and not report.office - BODIES <= plan.vocabulary:
        return False  # on another service
    return bool(place) and any(place <= name for name in report.names)


def _are_of_different_offices(one: Traits, other: Traits) -> bool:
    """Whether both say whose they are, and neither name is part of the other's."""
    if not one.office or not other.office:
        return False
    return not (one.office <= other.office or other.office <= one.office)


def _says_so(one: Traits, other: Traits) -> bool:
    """Whether one says that it replaces a document of the other's title, or links to its draft."""
    if any(len(name) > 1 and name <= one.replaces for name in other.names):
        return True
    return other.draft and not one.draft and one.links_to(other.name)


def _are_called_the_same(one: Traits, other: Traits) -> bool:
    """Whether the telling words of their titles or file names are the same.

    The organisation's name may be among them in one only; a report's title may say more.
    """
    office = one.office | other.office
    same = {name - office for name in one.names} & {name - office for name in other.names}
    if same - {frozenset()}:
        return True
    if one.progress == other.progress:
        return False
    plan, report = _in_order(one, other)
    if any(_begins_with(told, title) for title in plan.titles for told in report.titles):
        return True
    if any(len(name) > 1 and name <= told for name in plan.names for told in report.names):
        return True
    named = [name for name in report.names if len(name - office) >= _TELLING]
    return any(name <= line for name in named for line in plan.opening_lines)


def _begins_with(title: str, name: str) -> bool:
    """Whether a title is a name of several words and what stands after it: "Name: a year on"."""
    rest = title.lower().removeprefix(name.lower())
    return len(name.split()) > 1 and rest != title.lower() and rest.lstrip()[:1] in (":", "–", "-")


def _in_order(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    """Give a plan before what reports on its progress."""
    return (other, one) if one.progress else (one, other)


def _name_different_places(one: Traits, other: Traits) -> bool:
    """Whether each keeps naming somebody whom the other never names."""
    return bool(one.often - other.vocabulary) and bool(other.often - one.vocabulary)


def _family(group: Sequence[Traits]) -> Family:
    ordered = sorted(group, key=lambda t: t.order)
    return Family(tuple(t.name for t in ordered), tuple(_steps(ordered)))


def _steps(ordered: Sequence[Traits]) -> list[Step]:
    steps: list[Step] = []
    last: Mapping[bool, Traits] = {ordered[0].progress: ordered[0]}
    for trait in ordered[1:]:
        before = last.get(trait.progress) or last[not trait.progress]
        steps.append(Step(before.name, trait.name, _relation(before, trait)))
        last = {**last, trait.progress: trait}
    return steps


def _relation(before: Traits, after: Traits) -> Relation:
    if after.progress and not before.progress:
        return "progress"
    return "final" if before.draft and not after.draft else "version"
