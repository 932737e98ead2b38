"""An entry of running text while it is read, the company it needs, and the item it becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.types import Block, Field, Item, Place
from ingest.wording.identifiers import canonical
from ingest.wording.roles import TOLD_OF_ENTRIES, role_of

_FEWEST_NUMBERED = 3  # entries that are told by their number alone


@dataclass(slots=True)
class EntryDraft:
    """An entry while it is read; `kind` is the form by which it was told."""

    label: str
    identifier: str
    text: str
    block: Block
    kind: str
    places: list[Place]
    fields: list[Field] = field(default_factory=list)
    told: list[Block] = field(default_factory=list)  # what stands between title and fields

    @property
    def headed(self) -> bool:
        """Whether a heading opens the entry."""
        return self.block.kind == "heading"

    def item(self, document: str) -> Item:
        """Give the entry as a document's item; one without a label is an "entry"."""
        label = self.label or "entry"
        return Item(
            key=f"{document}#{label}.{canonical(self.identifier)}",
            document=document,
            kind="entry",
            label=label,
            identifier=self.identifier,
            text=self.text.strip(),
            fields=tuple(self.fields),
            parent="",
            parent_text="",
            section=self.block.section,
            places=tuple(self.places),
        )


def with_company(drafts: Sequence[EntryDraft]) -> list[EntryDraft]:
    """Keep the entries that have company, all with the same fields; a lone match is chance."""
    found: dict[tuple[str, str, tuple[str, ...]], list[EntryDraft]] = {}
    for draft in drafts:
        place = () if draft.kind in ("label", "numbered", "named") else draft.block.section
        found.setdefault((draft.kind, draft.label, place), []).append(draft)
    kept: list[EntryDraft] = []
    alone: list[EntryDraft] = []
    for (kind, _, _), members in found.items():
        different = {canonical(d.identifier) for d in members}
        alone += members if len(members) == 1 else []
        fielded = sum(bool(d.fields) for d in members)
        titles = [d for d in members if d.headed]
        if len(different) < 2 or (
            len(titles) > 0.5 * len(members) and fielded < 0.5 * len(members)
        ):
            continue
        if kind in ("dashed", "bracketed", "sentence") and len(members) < 2:
            continue
        if kind == "numbered" and not _tell_the_same(members):
            continue  # sections with a labelled line in them
        kept.extend(_with_all_names(members))
    # "C3" under a heading of its own has company in C1 and C2 under another.
    letters = {(d.kind, _letters(d.identifier)) for d in kept}
    coded = (d for d in alone if _letters(d.identifier) and d not in kept)
    return [*kept, *(d for d in coded if (d.kind, _letters(d.identifier)) in letters)]


def _letters(identifier: str) -> str:
    """Give the letters before a plain number, which it shares with its register."""
    letters = identifier.rstrip("0123456789")
    return letters if letters.isalpha() and letters != identifier else ""


def _tell_the_same(members: Sequence[EntryDraft]) -> bool:
    """Whether most of three or more tell, under one name, who owns them, when or how far.

    Below codes that stand as headings it may be what is said to them: "Our response".
    """
    coded = [d for d in members if d.headed and d.identifier[:1].isalpha()]
    telling = {*TOLD_OF_ENTRIES, "update"} if 2 * len(coded) > len(members) else TOLD_OF_ENTRIES
    names = Counter(
        name
        for draft in members
        for name in {f.name for f in draft.fields}
        if role_of(name) in telling
    )
    most = max(names.values(), default=0)
    return len(members) >= _FEWEST_NUMBERED and most >= 0.6 * len(members)


def _with_all_names(members: Sequence[EntryDraft]) -> Sequence[EntryDraft]:
    """Give every entry every field that most of its register has, empty where it lacks it."""
    names = Counter(f.name for d in members for f in d.fields)
    usual = [name for name, times in names.items() if times >= 0.5 * len(members)]
    for draft in members:
        have = {f.name for f in draft.fields}
        draft.fields += [Field(name, "") for name in usual if name not in have]
    return members
