"""Complete lists and counts, from the register and never from the nearest few."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafts import Draft, Said, line_sources, row_sources, shown
from assistant.lists.chosen import Chosen
from assistant.lists.selection import Selection
from assistant.question.entries_asked import asks_for_account
from assistant.question.theirs import asks_for_theirs
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.register.levels import children, subgroups
from assistant.sentences.reader import Reader
from assistant.types import Question
from assistant.wording import cues
from assistant.wording.phrases import (
    capital,
    counted,
    item_name,
    joined,
    line_name,
    plural,
    scope,
)
from assistant.wording.scores import score_of
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import singular

_UNDER = re.compile(
    r"\b(?:under|in|within|of|below|begin(?:s|ning)? with(?: an?)?)\s+(\d{1,2})\b(?![/.]\d)"
)
#: "What does Amber mean?"
_MEANT = re.compile(
    r"\bwhat (?:does|do|did) .{1,40} (?:mean|stand for)\b|\bmeaning of\b"
    r"|\bcounts? as\b|\bclass(?:ed|es) as\b|\b(?:what|which) (?:proportion|percentage|share)\b",
    re.I,
)
_GLOSSARY = (
    (
        "acronym",
        re.compile(r"\b(?:acronyms|abbreviations|short forms|initialisms)\b", re.IGNORECASE),
    ),
    (
        "definition",
        re.compile(r"\b(?:definitions|(?:terms|words) (?:are )?(?:defined|explained))\b", re.I),
    ),
)
#: Fields that a list is asked to show: "with their deadlines".
_FIELDS_ASKED = (
    (
        "date",
        re.compile(r"\b(?:deadlines?|dates?|timescales?|by when|when (?:are|is|each))\b", re.I),
    ),
    ("status", re.compile(r"\b(?:status(?:es)?|ratings?)\b", re.I)),
)
_ROWS_OF_NONE = 8  # rows cited where none of them is as asked


class Lists:
    """Says the entries that a question asks for; each list says its scope."""

    def __init__(
        self, library: Library, register: Register, reader: Reader, history: History
    ) -> None:
        self._library = library
        self._register = register
        self._history = history
        self._selection = Selection(library, register, reader, history)

    def answer(self, question: Question) -> Draft | None:
        """Answer a list or a count about entries; None where it is about something else."""
        if _MEANT.search(question.text) or asks_for_account(question.text):
            return None
        asked = re.search(r"\b(?:how many|list|what|which)\b", question.text, re.I)
        if asked and not question.identifiers and (terms := self._glossary(question)):
            return terms
        if question.operation not in ("list", "count") and not self._selection.is_asked(question):
            return None
        if question.operation == "count":
            special = self._owners_of_one(question) or self._groups(question)
            if special:
                return special
        chosen = self._selection.choose(question)
        if chosen is None:
            return self._no_such_owner(question)
        if not chosen.items and chosen.said.startswith("under"):
            said = f"The documents have no {plural(chosen.noun, 2)} {chosen.said}."
            return Draft("no_such_item", (Said(said),))
        if not chosen.items:
            return self._none(chosen)
        return self._listed(chosen, question)

    def of_theirs(self, question: Question) -> bool:
        """Whether a question asks for nothing but the entries that somebody has."""
        holder = self._register.names.find(question.text)
        listed = question.operation in ("list", "count")
        return listed and holder is not None and asks_for_theirs(question.about, holder.phrase)

    def _glossary(self, question: Question) -> Draft | None:
        """List or count the abbreviations, or the terms, that the documents explain."""
        asked = next((kind for kind, cue in _GLOSSARY if cue.search(question.text)), "")
        found = [t for t in self._register.terms if t.kind == asked and question.covers(t.document)]
        if not found:
            return None
        noun = "abbreviation" if asked == "acronym" else "definition"
        infos = [d.info for d in self._library.documents]
        lead = f"{capital(counted(len(found), noun))} {scope(found, infos)}:"
        lines = [Said(f"- {t.identifier}: {t.text}", row_sources(t)) for t in found]
        return Draft("answered", (Said(lead), *lines), tuple(map(shown, found)), len(found))

    def _none(self, chosen: Chosen) -> Draft | None:
        """Say that no entry is as asked, where their values say so."""
        if not chosen.pool or chosen.fields == ("owner",):
            return None
        where = scope(chosen.pool, [d.info for d in self._library.documents])
        number = len(chosen.pool)
        text = f"None of the {counted(number, chosen.noun)} {where} is {chosen.said}."
        sources = [s for i in chosen.pool[:_ROWS_OF_NONE] for s in row_sources(i)]
        return Draft("answered", (Said(text, tuple(sources)),), (), 0)

    def _listed(self, chosen: Chosen, question: Question) -> Draft:
        infos = [d.info for d in self._library.documents]
        number = len(chosen.items)
        where = scope(chosen.items, infos)
        why = chosen.said.replace("that mention ", "that mentions ") if number == 1 else chosen.said
        lead = capital(f"{counted(number, chosen.noun)} {why} {where}:").replace("  ", " ")
        if question.operation == "count":
            lead = f"{lead[:-1]}: {joined([i.identifier or i.text for i in chosen.items])}."
        also = (role for role, cue in _FIELDS_ASKED if cue.search(question.text))
        roles = tuple(dict.fromkeys((*chosen.fields, *also)))
        lines = [Said(lead), *(self._line(i, roles) for i in chosen.items)]
        if chosen.unread:
            names = joined([i.identifier or i.text for i in chosen.unread])
            lines.append(Said(f"Not judged, since nothing that tells is given: {names}."))
        return Draft("answered", tuple(lines), tuple(shown(i) for i in chosen.items), number)

    def _no_such_owner(self, question: Question) -> Draft | None:
        """Say so where the entries of somebody are counted who is named as owner of none."""
        label = self._selection.named_label(question)
        counted_for = question.operation == "count" and question.asks("owner") and label
        if not counted_for or question.identifiers or not question.words:
            return None
        pool = self._register.labelled(label, question.documents)
        if not any(f.value for i in pool for f in self._register.fields_of(i, "owner")):
            return None
        named = " ".join(word for word in question.words if word[0].isupper())
        if not named:
            return None
        return Draft("not_found", (Said(f"The documents name no {label} as owned by “{named}”."),))

    def _line(self, item: Item, roles: Sequence[str]) -> Said:
        told = [f for role in roles for f in self._register.fields_of(item, role) if f.value]
        values = [f.value for f in told]
        if "status" in roles and not any(self._register.role(f) == "status" for f in told):
            scored = score_of(item)
            values += [f"{scored.name} {scored.value}"] if scored else []
        rest = f" – {'; '.join(values)}" if values else ""
        own = self._history.worded(item)
        sources = () if own is item else row_sources(own)
        text = f"- {line_name(item)}{own.text.rstrip('.')}{rest}"
        return Said(text, (*sources, *line_sources(item, told)))

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

    def _labels_in(self, group: Item) -> set[str]:
        """Give what the entries of a group are called."""
        return {i.label for i in children(self._register, group.identifier, (group.document,))}

    def _groups(self, question: Question) -> Draft | None:
        """Count the groups that entries stand under."""
        if not re.search(
            r"\bhow many\s+(?:\w+\s+){0,2}(?:groups?|headings?|blocks?|categor\w+)\b",
            question.text,
            re.I,
        ):
            return None
        under = _UNDER.search(question.text)
        groups = subgroups(self._register, under[1] if under else "", question.documents)
        words = {singular(w) for w in re.findall(r"[a-z]+", question.text.lower())}
        named = [g for g in groups if self._labels_in(g) & words]
        groups = named or groups
        if not groups or (not named and len({g.document for g in groups}) > 1):
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
