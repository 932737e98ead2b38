"""Complete lists and counts, from the register and never from the nearest few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant import cues
from assistant.drafts import Draft, Said, row_sources, shown
from assistant.names import NameFinder, holds
from assistant.phrases import capital, counted, item_name, joined, plural, scope, shortened
from assistant.prose import Reader
from assistant.register import Register
from assistant.types import Question
from ingest.identifiers import LABELS, singular
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item

_ABOUT = re.compile(
    r"\b(?:about|on|for|regarding|concerning|involv\w+|relat\w+ to|to do with|around|with|come up"
    r"|touch\w*|cover\w*)\b",
    re.I,
)
_WHOLE_TABLE = re.compile(
    r"\b(?:whole|entire|all of the|across the)\b.{0,24}\b(?:table|register|list|strategy|plan)\b",
    re.I,
)
_NOT_OWNED = re.compile(
    r"\b(?:not|never|other than|apart from|except|besides|anyone but|someone else)\b|n['’]t\b", re.I
)
_UNOWNED = re.compile(
    r"\b(?:no|without(?: an?)?|lack\w*(?: an?)?|blank|missing(?: an?)?) (?:owner|lead)s?\b", re.I
)
_TOPIC_OF_GROUP = 0.5  # logit from which a group's heading is what a question is about
_UNDER = re.compile(r"\b(?:under|in|within|of|below|begin(?:s|ning)? with(?: an?)?)\s+(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries that a question is about and how they were chosen, as it is said."""

    items: tuple[Item, ...]
    said: str
    noun: str


class Lists:
    """Chooses entries by group, by owner, by wording; each list says its scope."""

    def __init__(self, library: Library, register: Register, reader: Reader) -> None:
        self._library = library
        self._register = register
        self._reader = reader

    def answer(self, question: Question) -> Draft | None:
        """Answer a list or a count about entries; None where it is about something else."""
        if question.operation == "count":
            special = self._owners_of_one(question) or self._groups(question)
            if special:
                return special
        chosen = self._choose(question)
        if chosen is None:
            return self._no_such_owner(question)
        if not chosen.items and chosen.said.startswith("under"):
            said = f"The documents have no {plural(chosen.noun, 2)} {chosen.said}."
            return Draft("no_such_item", (Said(said),))
        if not chosen.items:
            return None
        return self._listed(chosen, question)

    def _listed(self, chosen: Chosen, question: Question) -> Draft:
        infos = [d.info for d in self._library.documents]
        number = len(chosen.items)
        where = scope(chosen.items, infos)
        lead = capital(f"{counted(number, chosen.noun)} {chosen.said} {where}:").replace("  ", " ")
        if question.operation == "count":
            lead = f"{lead[:-1]}: {joined([i.identifier or i.text for i in chosen.items])}."
        lines = [Said(lead), *(self._line(i) for i in chosen.items)]
        return Draft("answered", tuple(lines), tuple(shown(i) for i in chosen.items), number)

    def _no_such_owner(self, question: Question) -> Draft | None:
        """Say so where the entries of somebody are counted who is named as owner of none."""
        label = self._named_label(question)
        counted_for = question.operation == "count" and question.asks("owner") and label
        if not counted_for or question.identifiers or not question.words:
            return None
        if not any(self._owners(i) for i in self._register.labelled(label, question.documents)):
            return None
        named = " ".join(question.words)
        return Draft("not_found", (Said(f"The documents name no {label} as owned by “{named}”."),))

    def _owners(self, item: Item) -> list[str]:
        return [f.value for f in self._register.fields_of(item, "owner") if f.value]

    def _line(self, item: Item) -> Said:
        owners = self._owners(item)
        who = f" – {'; '.join(owners)}" if owners else ""
        return Said(f"- {item.identifier}: {item.text.rstrip('.')}{who}", row_sources(item))

    def _choose(self, question: Question) -> Chosen | None:
        pool, noun, told = self._pool(question)
        narrowed = False
        groups = question.identifiers or tuple(_UNDER.findall(question.text)[:1])
        if groups and not _WHOLE_TABLE.search(question.text):
            meant = [
                i
                for g in groups
                for i in self._register.find(g, question.documents, question.labels, question.text)
            ]
            if any(i.kind == "section" for i in meant):
                return None
            if question.identifiers and meant and all(i.kind == "entry" for i in meant):
                return None
            inside = [i for g in groups for i in self._register.children(g, question.documents)]
            if not inside and _UNDER.search(question.text):
                return Chosen((), f"under {joined(groups)}", noun)
            if inside:
                keys = {i.key for i in inside}
                pool = [i for i in pool if i.key in keys]
                told += f" under {joined(groups)}"
                narrowed = True
        mention = cues.MENTION.search(question.text) is not None
        if _UNOWNED.search(question.text):
            pool = [i for i in pool if not self._owners(i)]
            told += " without an owner"
            return Chosen(tuple(pool), told.strip(), noun)
        holder = None if mention else self._register.names.find(_without_labels(question.text))
        if holder and (question.asks("owner") or _about_holder(question.text)):
            alone = cues.ALONE.search(question.text) is not None and not re.search(
                r"\b(?:jointly|joint|shared|or (?:with|not))\b", question.text, re.I
            )
            held = self._register.held_by(holder, pool, alone)
            if _NOT_OWNED.search(question.text):
                keys = {i.key for i in held}
                pool = [i for i in pool if i.key not in keys]
                told += f" not owned by {holder.phrase}"
            else:
                pool = held
                told += f" owned by {holder.phrase}" + (" alone" if alone else "")
            narrowed = True
        elif not narrowed or mention:
            under = cues.GROUPS.search(question.text) is not None
            ways = [self._worded(question, pool, mention), self._under_heading(question, pool)]
            found = next((w for w in (reversed(ways) if under else ways) if w), None)
            if found is not None:
                pool, said = found
                told += said
                narrowed = True
        if not narrowed and not (
            self._named_label(question) and _is_plain(question, told, self._names(question))
        ):
            return None
        return Chosen(tuple(pool), told.strip(), noun)

    def _pool(self, question: Question) -> tuple[list[Item], str, str]:
        label = self._named_label(question)
        if label:
            pool = self._register.labelled(label, question.documents)
            return pool, label, ""
        pool = [
            i
            for i in self._register.entries
            if not question.documents or i.document in question.documents
        ]
        labels = {i.label for i in pool}
        return pool, labels.pop() if len(labels) == 1 else "item", ""

    def _names(self, question: Question) -> list[str]:
        """Give what the documents that a question names are called."""
        infos = (self._library.document(d).info for d in question.documents)
        return [n for info in infos for n in (*info.aliases, info.organisation, info.title)]

    def _named_label(self, question: Question) -> str:
        for word in re.findall(r"[a-z]+", question.text.lower()):
            bare = singular(word)
            if bare in LABELS[: LABELS.index("item")] and self._register.is_label(bare):
                return bare
        return ""

    def _worded(
        self, question: Question, pool: Sequence[Item], mention: bool
    ) -> tuple[list[Item], str] | None:
        """Choose the entries whose wording holds what the question names."""
        if not mention and not _ABOUT.search(question.text):
            return None
        tail = question.text
        if mention and (cue := cues.MENTION.search(question.text)):
            tail = question.text[cue.end() :]
        phrase = self._wording.find(_without_labels(tail), words=True)
        if phrase is None:
            return None
        found = [i for i in pool if self._holds(i, phrase.tokens)]
        return (found, f" that mention {phrase.phrase}") if found else None

    def _under_heading(
        self, question: Question, pool: Sequence[Item]
    ) -> tuple[list[Item], str] | None:
        """Choose the entries of the group whose heading a question is about."""
        groups = [
            g
            for g in self._register.groups
            if g.text and (not question.documents or g.document in question.documents)
        ]
        asked = {t for w in question.words for t in tokenise(w)}
        near = [g for g in groups if len(asked & set(tokenise(g.text))) >= min(2, len(asked))]
        if not near:
            return None
        scores = self._reader.score(" ".join(question.words), [g.text for g in near])
        best = max(range(len(near)), key=lambda n: (scores[n], -n))
        if scores[best] < _TOPIC_OF_GROUP:
            return None
        group = near[best]
        keys = {i.key for i in self._register.children(group.identifier, (group.document,))}
        found = [i for i in pool if i.key in keys]
        return (found, f" under {group.identifier} ({shortened(group.text)})") if found else None

    @cached_property
    def _wording(self) -> NameFinder:
        texts = [t for i in self._register.entries for t in (i.text, *(f.value for f in i.fields))]
        return NameFinder([t for t in texts if t], self._register.expansions)

    def _holds(self, item: Item, tokens: Sequence[str]) -> bool:
        texts = (item.text, *(f.value for f in item.fields))
        return any(holds(self._wording.tokens(t), tokens) for t in texts if t)

    def _owners_of_one(self, question: Question) -> Draft | None:
        """Count the names in one entry's owner cell."""
        if len(question.identifiers) != 1 or not cues.OWNERS.search(question.text):
            return None
        if not re.search(
            r"\bhow many\s+(?:\w+\s+){0,2}(?:owners?|leads?|people|posts?|names?"
            r"|departments?|teams?|units?)\b",
            question.text,
            re.I,
        ):
            return None
        items = self._register.find(question.identifiers[0], question.documents, question.labels)
        entries = [i for i in items if i.kind == "entry"]
        if len(entries) != 1:
            return None
        item = entries[0]
        names = [
            n
            for f in self._register.fields_of(item, "owner")
            for n in self._register.split(f.value)
        ]
        text = f"{item_name(item)} names {counted(len(names), 'owner')}: {joined(names)}."
        return Draft("answered", (Said(text, row_sources(item)),), (shown(item),), len(names))

    def _groups(self, question: Question) -> Draft | None:
        """Count the groups that entries stand under."""
        if not re.search(
            r"\bhow many\s+(?:\w+\s+){0,2}(?:groups?|headings?|blocks?|categor\w+)\b",
            question.text,
            re.I,
        ):
            return None
        under = _UNDER.search(question.text)
        groups = self._register.subgroups(under[1] if under else "", question.documents)
        if not groups:
            return None
        infos = [d.info for d in self._library.documents]
        lead = f"{capital(counted(len(groups), 'group'))} of {groups[0].label}s " + scope(
            groups, infos
        )
        ids = joined([g.identifier or g.text for g in groups])
        lines = [Said(f"- {g.identifier}: {g.text}", row_sources(g)) for g in groups]
        return Draft(
            "answered",
            (Said(f"{lead}: {ids}."), *lines),
            tuple(shown(g) for g in groups),
            len(groups),
        )


def _about_holder(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:own|ha[sv]e? (?:to|got)|got|sit|belong|plate|deliver|name[sd]?|go to|goes to"
            r"|their actions|(?:all|every|everything) (?:of )?(?:its|their|his|her|the))\b"
            r"|[-–:] all\b",
            text,
            re.I,
        )
    )


def _without_labels(text: str) -> str:
    """Leave out the words that name entries and the asking, which every list question has."""
    return re.sub(
        r"\b(?:which|what|list|every|everything|all|the|deliverables?|actions?|recommendations?"
        r"|items?|entries|owned|owns?|owners?|owner|by|how many|does|do|is|are|has|have)\b",
        " , ",
        text,
        flags=re.I,
    )


def _is_plain(question: Question, told: str, names: Sequence[str]) -> bool:
    """Whether nothing but the entries as a whole is asked for, of documents by name."""
    named = {t for name in names for t in re.split(r"[\s-]+", name.lower())}
    rest = [
        w
        for w in question.words
        if not set(re.split(r"[\s-]+", w.lower())) <= named
        and not any(c.isdigit() for c in w)
        and not re.match(
            r"(?:total|altogether|whole|entire|table|respond\w*|contain\w*|includ\w*|complete|full"
            r"|force|police|report\w*|strategy|plan|deep|dive|set|made|make|issued|there|lists?"
            r"|separate|individual|overall|south|north|wales)$",
            w,
            re.I,
        )
    ]
    return not rest or bool(told)
