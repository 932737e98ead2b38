"""The entries that a list is about while they are chosen, and how many are told of a kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from assistant.types import Condition
from assistant.wording.phrases import item_name, joined
from ingest.types import Item
from ingest.wording.identifiers import canonical

#: "Under Goal B", whose entries are B1.1 and B2.4.
LETTERED = re.compile(
    r"\b(?:[Gg]oal|[Pp]riority|[Tt]heme|[Aa]im|[Ss]trand|[Oo]bjective|[Pp]illar|[Ss]ection|[Pp]art"
    r"|[Oo]utcome|[Aa]rea|[Ww]orkstream) ([A-Z])\b"
)
_ALIKE = 85  # of 100, from which two wordings are the same entry


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries that a question is about and how they were chosen, as it is said.

    `pool` is what they were chosen from; `unread` are those of it that have no such value;
    `fields` are the roles of the fields that a list shows.
    """

    items: tuple[Item, ...]
    said: str
    noun: str
    pool: tuple[Item, ...] = ()
    unread: tuple[Item, ...] = ()
    fields: tuple[str, ...] = ("owner",)

    def narrowed(self, items: Sequence[Item], said: str) -> Chosen:
        """Give the same with fewer entries, and why."""
        return replace(self, items=tuple(items), said=f"{self.said} {said}".strip())


def of_prefix(items: Sequence[Item], text: str) -> list[Item]:
    """Give the entries whose identifiers begin with letters that a question says: CJ."""
    said = set(re.findall(r"\b[A-Z]{2,6}\b", text))
    own = [
        i
        for i in items
        if (m := re.match(r"[A-Z]{2,6}(?=[\s-]?\d)", i.identifier)) and m[0] in said
    ]
    return own if len(own) > 1 else []


def of_letter(items: Sequence[Item], text: str) -> tuple[list[Item], str]:
    """Give the entries under "Goal B" by their letter, and the words for it: B1.1 and B2.4.

    None where headings of that name stand over entries: what is under those tells more.
    """
    found = LETTERED.search(text)
    if found is None or any(
        re.match(rf"{re.escape(found.group())}\b", head, re.I)
        for i in items
        for head in (*i.section, f"{i.parent} {i.parent_text}", i.parent_text)
    ):
        return [], ""
    own = [i for i in items if re.match(rf"{found[1]}[\s-]?\d", i.identifier)]
    return (own, found.group()) if len(own) > 1 else ([], "")


def once(items: Sequence[Item]) -> tuple[Item, ...]:
    """Leave out the entries of a document that only repeats a few of another's."""
    own: dict[str, dict[tuple[str, str], str]] = {}
    for item in items:
        own.setdefault(item.document, {})[item.label, canonical(item.identifier)] = item.text
    repeats = {
        few
        for few, some in own.items()
        for many, every in own.items()
        if few != many and 2 * len(some) < len(every) and _repeats(some, every)
    }
    return tuple(i for i in items if i.document not in repeats)


def _repeats(some: Mapping[tuple[str, str], str], every: Mapping[tuple[str, str], str]) -> bool:
    """Whether each of some entries says what the entry of its name among others says."""
    return all(
        fuzz.token_set_ratio(said, every.get(name, "")) >= _ALIKE for name, said in some.items()
    )


def kept_by(chosen: Chosen, condition: Condition) -> Chosen:
    """Give those that a condition keeps, and what could not be judged by it."""
    kept = [i for i in chosen.items if condition.holds(i)]
    unread = [i for i in chosen.items if not condition.concerns(i)]
    told = Counter(i.document for i in chosen.items if condition.concerns(i))
    total = Counter(i.document for i in chosen.items)
    documents = set(told)
    judged = {_named(i) for i in chosen.items if condition.concerns(i)}
    own = [
        i for i in unread if 2 * told[i.document] > total[i.document] and _named(i) not in judged
    ]
    return replace(
        chosen.narrowed(kept, condition.said),
        pool=tuple(i for i in chosen.pool if i.document in documents),
        unread=(*chosen.unread, *own),
        fields=condition.fields,
    )


def _named(item: Item) -> tuple[str, str]:
    """Give what tells an entry from the others of its document: a summary may list it too."""
    return item.document, canonical(item.identifier) or item.key


def kept_under(start: Chosen, headings: Sequence[Item]) -> Chosen | None:
    """Keep the entries that stand under headings; None where none does."""
    kept = [
        i
        for i in start.items
        if any(
            h.document == i.document and any(t.endswith(h.text) for t in i.section)
            for h in headings
        )
    ]
    names = joined([item_name(h, with_text=False) for h in headings])
    return start.narrowed(kept, f"under {names}") if kept else None
