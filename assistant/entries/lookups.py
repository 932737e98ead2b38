"""Answers about entries that are named: by identifier, or by the evidence that was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafts import Draft, Said, shown, wording_source
from assistant.entries.contradicted import contradicted
from assistant.entries.fields import EntryAnswers
from assistant.entries.minutes import minutes_beside
from assistant.entries.missing import Missing
from assistant.entries.post_holders import PostHolders
from assistant.entries.spoken_of import SpokenOf, Telling, successor
from assistant.entries.timeline import Timeline
from assistant.entries.undertakings import says_whose
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.register.levels import below_named
from assistant.types import Question
from assistant.wording.answer_kinds import asks_why
from assistant.wording.field_names import names_field
from assistant.wording.phrases import capital, document_name, joined
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import canonical, mentions

_PERSON = re.compile(
    r"\b(?:name of the (?:person|officer|post|holder|current)|what(?:'s|s"
    r"| is) the (?:sur)?names? of"
    r"|(?:sur)?name of (?:the )?person|th(?:at|e) person['’]s name|(?:his|her|their) name"
    r"|who(?:'s|s| is) the (?:person|current)|by name"
    r"|called by name)\b",
    re.I,
)
#: "3.2 cannot start until another action is done: who owns that one?"
_ANOTHER = re.compile(
    r"\b(?:another|some other|a different|which other|that other|which one|that one"
    r"|wait\w* (?:for|on)|depends? on|held up by)\b",
    re.I,
)


class LookUps:
    """Finds which entries a question means, and tells of each what is asked."""

    def __init__(
        self, library: Library, register: Register, entries: EntryAnswers, history: History
    ) -> None:
        self._library = library
        self._register = register
        self._entries = entries
        self._history = history
        self._timeline = Timeline(history)
        self._missing = Missing(library, register)
        self._spoken_of = SpokenOf(library)
        self._holders = PostHolders(library)

    def by_identifier(self, question: Question) -> Draft | None:
        """Answer a question that names entries; None where it names none."""
        items = [
            i
            for identifier in question.identifiers
            for i in self._register.find(
                identifier, question.documents, question.labels, question.text
            )
        ]
        items = below_named(self._with_between(items, question), question.text)
        if not items:
            kin = self._in_other_edition(question)
            if kin:
                return kin
            missing = bool(question.unknown) and not self._missing.is_spoken_of(question)
            return self._missing.answer(question) if missing else None
        stranger = self._missing.unknown_body(question)
        if stranger:
            return self._missing.of_another_body(items, question, stranger)
        if len(question.identifiers) == 1 and not question.unknown:
            return self._with_person(self._of_all(items, question), question)
        parts = [self._entries.about(item, question) for item in self._history.current(items)]
        if question.unknown:
            parts.append(self._missing.answer(question))
        return _together(parts)

    def _with_person(self, draft: Draft, question: Question) -> Draft:
        """Add who holds the post that owns an entry, where the person is asked for."""
        if not _PERSON.search(question.text) or draft.status not in ("answered", "ambiguous"):
            return draft
        posts = {
            (f.value, entry.item.document)
            for entry in draft.shown
            for f in self._register.fields_of(entry.item, "owner")
            if f.value
        }
        said = [s for post, own in sorted(posts) for s in self._holders.said(post, question, own)]
        new = [s for s in said if s not in draft.said]
        return replace(draft, said=(*draft.said, *dict.fromkeys(new)))

    def _in_other_edition(self, question: Question) -> Draft | None:
        """Answer from another edition of the work named, where that alone has the entry.

        A plan and the reports on it have their entries in common; a draft and the final have not.
        """
        kin = {e for d in question.documents for e in self._history.kin(d)}
        found = [
            i
            for identifier in question.unknown[:1]
            for i in self._register.find(identifier, kin, question.labels, question.text)
        ]
        if not kin or not found:
            return None
        draft = self._of_all(found, replace(question, documents=()))
        lead = self._missing.elsewhere(found[0], question)
        reported = self._history.is_report(found[0].document, question.documents)
        status = draft.status if reported else "no_such_item"
        return replace(draft, status=status, said=(lead, *draft.said))

    def of(self, item: Item, question: Question) -> Draft:
        """Answer what a question asks of an entry that it describes, over all its editions."""
        editions = self._history.editions(item)
        if question.documents:
            editions = [e for e in editions if e.document in question.documents]
        return self._with_person(self._of_all(editions or [item], question), question)

    def _of_all(self, items: Sequence[Item], question: Question) -> Draft:
        """Answer of entries; what the document named leaves blank, from a report on it or its plan.

        An inspectorate's report names nobody, and the response of the service does.
        """
        draft = self._of_these(items, question)
        if draft.status != "blank" or not question.documents:
            return draft
        for other in self._history.editions(items[0]):
            own = other.document in question.documents
            if own or not self._history.is_report(other.document, question.documents):
                continue
            about = self._entries.about(other, replace(question, documents=()))
            if about.status == "answered" and about.said:
                first = self._timeline.dated(other, about.said[0])
                return replace(about, said=(*draft.said, first, *about.said[1:]))
        return draft

    def _of_these(self, items: Sequence[Item], question: Question) -> Draft:
        """Answer of one entry over its editions, or of each of several that share a name."""
        items = self._that_tell(items, question)
        now = self._history.current(items)[-1]
        wrong = contradicted(question, now, self._register)
        if wrong:
            about = self._entries.about(now, question)
            rest = (said for said in about.said if said.text not in wrong.text)
            return Draft("corrected", (wrong, *rest), about.shown)
        told = self._timeline.told(items, question, self._entries.about)
        if told is None:
            newest = self._history.current(items)
            if len(newest) > 1:
                return self._ambiguous(newest, question)
            return self._with_mentions(
                self._entries.about(newest[0], question), newest[0], question
            )
        told = self._with_mentions(told, items[0], question)
        spoken = {s.document for one in told.said for s in one.sources}
        gone = None if question.documents else self._history.missing(items[0])
        if gone and spoken & set(self._history.kin(items[0].document)):
            gone = None  # it is told what became of it
        return Draft(told.status, (*told.said, gone), told.shown) if gone else told

    def _that_tell(self, items: Sequence[Item], question: Question) -> list[Item]:
        """Of entries that one document has twice keep those that tell what is asked, if some do.

        A plan may list its actions, and in a table of its own how each is measured.
        """
        kept: list[Item] = []
        for document in dict.fromkeys(i.document for i in items):
            own = [i for i in items if i.document == document]
            told = [self._roles_told(i, question) for i in own]
            kept.extend(i for i, n in zip(own, told, strict=True) if n == max(told))
        return kept

    def _roles_told(self, item: Item, question: Question) -> int:
        """Count the fields that an entry has of those asked for, by kind or by name.

        One that is blank counts: the table of that entry tells such things.
        """
        own = {self._register.role(f) for f in item.fields} & set(question.fields)
        return len(own) + sum(names_field(question.about, f.name) for f in item.fields)

    def _with_mentions(self, draft: Draft, item: Item, question: Question) -> Draft:
        """Add what running text says of an entry: all where it is asked how it fares, or why.

        Else what has changed about it, or about who has it, but where only its wording is
        asked for.
        """
        asked = question.asks("update") or asks_why(question.text)
        if not asked and question.asks("text"):
            return draft
        work = [d for d in (item.document, *self._history.kin(item.document)) if question.covers(d)]
        minutes = minutes_beside(item, self._library, self._history)
        work += [d for d in minutes if question.covers(d)]
        telling: Telling = "holders" if question.fields == ("owner",) else "changes"
        more = self._spoken_of.said(
            item, work, draft.said, telling="anything" if asked else telling
        )
        if draft.status in ("blank", "answered") and question.asks("owner") and not asked:
            owned = self._owned(item, work, draft)
            draft = replace(draft, status="answered") if owned else draft
            more = tuple(dict.fromkeys((*owned, *more)))
        heir = successor((*draft.said, *more), item)
        if not heir:
            reported = [f for f in self._register.fields_of(item, "update") if f.value]
            reports = [Said(f.value, (wording_source(item, f.value, f),)) for f in reported]
            heir = successor(reports, item)
            more = (*more, *reports) if heir else more
        if not heir and _ANOTHER.search(question.text):
            heir = self._named_in(item, work)
        found = self._register.find(heir, work) if heir and item.identifier else []
        if found:
            more = (*more, *self._entries.about(found[0], question).said)
        return replace(draft, said=(*draft.said, *more))

    def _owned(self, item: Item, work: Sequence[str], draft: Draft) -> tuple[Said, ...]:
        """Give the sentences that say whose an entry is, where it tells no owner itself."""
        if draft.status != "blank" and any(self._register.fields_of(item, "owner")):
            return ()
        told = self._spoken_of.said(item, work, draft.said)
        return tuple(one for one in told if says_whose(one.text))

    def _named_in(self, item: Item, work: Sequence[str]) -> str:
        """Give the identifier of the one other entry that an entry's fields name; "" where none."""
        named = {m.identifier for f in item.fields for m in mentions(f.value) if m.strong}
        others = [
            i
            for i in sorted(named - {canonical(item.identifier)})
            if any(e.kind == "entry" for e in self._register.find(i, work))
        ]
        return others[0] if len(others) == 1 else ""

    def is_reported_on(self, item: Item) -> bool:
        """Whether a later report tells how far an entry of a plan has got."""
        newest = self._history.editions(item)[0]
        return newest != item and self._history.is_report(newest.document, [item.document])

    def is_spoken_of(self, item: Item, *, changed: bool = True) -> bool:
        """Whether running text of an entry's work speaks of it, or tells what has changed."""
        work = (item.document, *self._history.kin(item.document))
        return bool(
            self._spoken_of.said(item, work, (), telling="changes" if changed else "anything")
        )

    def _with_between(self, items: list[Item], question: Question) -> list[Item]:
        """Put in the entries between the two ends of a range that a question names."""
        if len(items) != 2 or items[0].document != items[1].document:
            return items
        if not _in_range(question.text, *(i.identifier for i in items)):
            return items
        own = [i for i in self._register.entries if i.document == items[0].document]
        if items[0] not in own or items[1] not in own:
            return items
        return own[own.index(items[0]) : own.index(items[1]) + 1]

    def person_in_post(self, question: Question) -> Draft | None:
        """Answer who the person in a post is, where that is asked: registers name posts only.

        Where an entry is named that is in no register, it is the entry that is asked about.
        """
        if question.unknown and not question.identifiers:
            return None
        named = self._holders.chairing(question) or self._holders.holding(question)
        if named:
            return named
        holder = self._register.names.find(question.text) if _PERSON.search(question.text) else None
        if holder is None:
            return None
        told = self._holders.said(holder.phrase, question)
        if told:
            return Draft("answered", tuple(told))
        held = self._register.held_by(holder, self._register.entries)
        name = f"The documents name the post ({holder.phrase}) but do not say who holds it."
        again = f"It is named as an owner of {joined([i.identifier for i in held[:6]])}."
        return Draft("not_found", (Said(name), Said(again)), tuple(shown(i) for i in held[:6]))

    def _ambiguous(self, items: Sequence[Item], question: Question) -> Draft:
        if question.asks("owner"):  # a report may leave the owners to its plan
            items = self._history.telling(items, "owner")
        parts = [self._entries.about(item, question) for item in items]
        names = [
            document_name(self._library.document(d).info)
            for d in dict.fromkeys(i.document for i in items)
        ]
        more_often = "" if len(names) > 1 else " more than once"
        lead = Said(
            f"{capital(question.identifiers[0])} stands in {joined(names)}{more_often};"
            " here is each."
        )
        said = [lead]
        for item, part in zip(items, parts, strict=True):
            name = document_name(self._library.document(item.document).info)
            first = part.said[0]
            said.append(Said(f"{capital(name)}: {first.text}", first.sources))
            said.extend(part.said[1:])
        return Draft("ambiguous", tuple(said), tuple(s for p in parts for s in p.shown))


def _in_range(text: str, first: str, last: str) -> bool:
    """Whether a question names two entries as the ends of a range: "2.6a to 2.6d"."""
    return bool(
        re.search(
            rf"{re.escape(first)}\W{{0,3}}\s*(?:to|through|until|[-–])\s*{re.escape(last)}", text
        )
    )


def _together(parts: Sequence[Draft]) -> Draft:
    if len(parts) == 1:
        return parts[0]
    answered = next((p.status for p in parts if p.status == "answered"), parts[0].status)
    return Draft(
        answered,
        tuple(s for p in parts for s in p.said),
        tuple(s for p in parts for s in p.shown),
    )
