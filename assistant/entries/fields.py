"""Answers what a question asks of one entry of a register, field by field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafts import (
    Draft,
    Said,
    line_sources,
    row_sources,
    shown,
    wording_source,
)
from assistant.entries.contents import EntryContents
from assistant.entries.field_wording import FieldWording
from assistant.register.entries import Register
from assistant.register.levels import entry_above, owners_above
from assistant.sentences.reader import Reader
from assistant.types import Question
from assistant.wording.answer_kinds import asks_why
from assistant.wording.field_names import names_field
from assistant.wording.phrases import (
    field_sentence,
    item_name,
    owner_sentence,
)
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Field, Item
from ingest.wording.handovers import new_holder
from ingest.wording.identifiers import mentions
from ingest.wording.sentences import sentences

_NEW_DATE = re.compile(
    r"\b(?:new|revised|extended|later) (?:target |due )?date\b|\bdate is now\b"
    r"|\b(?:now|is|are) (?:due|expected)\b|^expected (?:by|in)\b|^now [A-Z]\w+ 20\d\d",
    re.I,
)
_POINTER = re.compile(
    r"^\W*(?:see|refer to|as (?:per|in|for)|covered (?:by|in|under)|same as)\b", re.I
)
_AND_WHEN = re.compile(r"\b(?:and|,) (?:by )?when\b|\bdeadline\b|\bdue\b", re.I)
#: "Who manages it and what is its target?"
_AND_WHAT = re.compile(r"\band (?:what|which|how)\b(?P<what>.+)", re.I)
#: "What is the baseline of the card whose lead is …": what stands behind "of" only tells which.
_WHAT_OF = re.compile(
    r"^\W*what(?:['’]?s| is| was| are| were) the (?P<what>(?:[\w-]+ ){1,4}?)(?:of|for) .*"
    r"\b(?:whose|that|which|owned|led)\b",
    re.I,
)
_WAS = re.compile(r"\(was\b|\bwas [A-Z0-9]|\bnow\b", re.I)
_RATING = re.compile(r"\b(?:b?rag|rat(?:ed?|ings?)|colours?)\b", re.I)
_PLAIN_STATUS = re.compile(r"^\W*(?:current )?(?:status|state|position)\W*$", re.I)
_OWNING = re.compile(
    r"\b(?:own\w*|leads?|leading|led|responsib\w+|accountab\w+|in charge|runs?|solely?|alone)\b",
    re.I,
)
_DONE_BY = re.compile(r"^(?P<done>[a-z]{3,}ed) by$", re.I)
_SOLE = re.compile(r"\b(?:sole(?:ly)?|only|alone|just)\b", re.I)


class EntryAnswers:
    """Says what an entry holds of what is asked: its owner, a date, its text, how it stands."""

    def __init__(self, library: Library, register: Register, reader: Reader) -> None:
        self._register = register
        self._words = FieldWording(library, register, reader)
        self._contents = EntryContents(library, register)

    def about(self, item: Item, question: Question) -> Draft:
        """Answer what a question asks of one entry, or of the point below it that is asked for."""
        point = self._contents.point_asked(item, question)
        if point is None:
            return self._contents.no_such_point(item)
        return self._of_one(point, question)

    def _of_one(self, item: Item, question: Question) -> Draft:
        if item.kind == "group" or self._contents.asks_for_points(item, question):
            return self._contents.of_group(item, question)
        if item.kind == "section":
            return self._contents.of_section(item)
        target = self._pointed_at(item, item.text)
        first = self._asked_first(item, target, question)
        if first:
            return first
        dates = question.asks("date") or not question.asks("update")
        wording = question.about or question.text
        named = [
            f
            for f in item.fields
            if names_field(wording, f.name) and (dates or self._register.role(f) != "date")
        ]
        for role in ("date", "update"):
            asked = question.asks(role) or (role == "update" and asks_why(question.text))
            fields = self._register.fields_of(item, role) if asked else []
            if role == "update" and asked:
                rated = self._register.fields_of(item, "status")
                only = rated and _RATING.search(question.text)
                moved = [f for f in self._register.fields_of(item, "date") if _WAS.search(f.value)]
                fields = rated if only else [*rated, *fields, *moved]
                plain = named and all(_PLAIN_STATUS.match(f.name) for f in named)
                named = [] if plain and not only else named  # with what has happened besides
                if asks_why(question.text) and fields:
                    named = []  # no field that is named with it tells the reason
            if fields:
                asked_for = self._with_dates(item, named, question) if named else fields
                draft = self._words.fields(item, asked_for, question)
                return self._with_new_date(draft, item) if role == "date" else draft
        if named:
            return self._words.fields(item, self._with_dates(item, named, question), question)
        updates = [] if question.asks("text") else self._register.fields_of(item, "update")
        if updates:
            rated = self._register.fields_of(item, "status")
            return self._words.fields(item, [*rated, *updates], question)
        bare = not item.table and not question.fields
        told = bare or question.asks("update") or asks_why(question.text)
        below = self._contents.right_below(item) if told else []
        if below:
            return Draft(
                "answered", (*self._words.whole(item, target).said, *below), (shown(item),)
            )
        return self._words.whole(item, target)

    def _asked_first(self, item: Item, target: Item | None, question: Question) -> Draft | None:
        """Answer what goes before all else: a field asked for by its name, or whose it is."""
        first = _named_first(item, question.text)
        if any(self._register.role(f) not in ("owner", "date") for f in first):
            return self._words.fields(item, self._with_dates(item, first, question), question)
        if not question.asks("owner") or question.asks("text"):
            return None
        other = self._by_whom(item, question)
        return other or self._with_rest(self._owner(item, target, question), item, question)

    def _with_dates(
        self, item: Item, fields: Sequence[Field], question: Question
    ) -> Sequence[Field]:
        """Add when an entry is due to other fields, where that is asked with them: "by when"."""
        dates = self._register.fields_of(item, "date") if _AND_WHEN.search(question.text) else []
        return tuple(dict.fromkeys((*fields, *(f for f in dates if f.value))))

    def _with_rest(self, draft: Draft, item: Item, question: Question) -> Draft:
        """Add when an entry is due, or another field by its name, asked in the same breath."""
        dates = self._register.fields_of(item, "date") if _AND_WHEN.search(question.text) else []
        also = _AND_WHAT.search(question.text)
        other = [
            f
            for f in (item.fields if also else ())
            if also and names_field(also["what"], f.name) and self._register.role(f) != "owner"
        ]
        fields = [f for f in dict.fromkeys((*dates, *other)) if f.value]
        said = [Said(field_sentence(item, f, f.value), row_sources(item)) for f in fields]
        return Draft(draft.status, (*draft.said, *said), draft.shown)

    def _with_new_date(self, draft: Draft, item: Item) -> Draft:
        """Add what an entry's other fields say of a date that took the place of the first."""
        moved = [
            Said(sentence, (wording_source(item, sentence, field),))
            for role in ("status", "update", "other")
            for field in self._register.fields_of(item, role)
            for sentence in sentences(field.value)
            if _NEW_DATE.search(sentence)
        ]
        return Draft(draft.status, (*draft.said, *moved), draft.shown)

    def _by_whom(self, item: Item, question: Question) -> Draft | None:
        """Answer who does something else than own an entry: "who funds action 3", Funded by."""
        doing = [f for f in item.fields if _DONE_BY.match(f.name.strip())]
        asked = [f for f in doing if self._register.role(f) == "other" and _is_done(f, question)]
        return self._words.fields(item, asked, question) if asked else None

    def _owner(self, item: Item, target: Item | None, question: Question) -> Draft:
        fields = self._register.fields_of(item, "owner")
        filled = [f for f in fields if f.value]
        if target is not None and not filled:
            pointer = Said(
                f"{item_name(item, with_text=False)} says: “{item.text}”.", row_sources(item)
            )
            return _led(pointer, item, self.about(target, question))
        above = entry_above(self._register, item)
        if above and not filled and owners_above(self._register, item):
            own = self._owner(above, None, question)
            lead = Said(f"{item_name(item)} names nobody of its own.", line_sources(item, []))
            return _led(lead, item, own)
        if not fields:
            return self._words.no_field(item, "owner", question)
        if not filled:
            return self._words.blank(item, fields[0])
        other = self._pointed_at(item, filled[0].value)
        if other and other.kind == "entry":
            told = field_sentence(item, filled[0], filled[0].value)
            own = self._owner(other, None, question)
            return _led(Said(told, line_sources(item, filled)), item, own)
        said = [
            Said(owner_sentence(item, f, self._register.split(f.value)), line_sources(item, [f]))
            for f in filled
        ]
        wrong = self._wrong_owner(item, filled, question)
        if wrong:
            return Draft("corrected", (Said(wrong), *said), (shown(item),))
        return Draft("answered", (*said, *self._passed_on(item, filled)), (shown(item),))

    def _passed_on(self, item: Item, owners: Sequence[Field]) -> list[Said]:
        """Give what an entry's other fields say of somebody else who has it now."""
        known = " ".join(f.value for f in owners)
        return [
            Said(sentence, (wording_source(item, sentence, field),))
            for field in item.fields
            if field not in owners
            for sentence in sentences(field.value)
            if (who := new_holder(sentence)) and who not in known
        ]

    def _wrong_owner(self, item: Item, fields: Sequence[Field], question: Question) -> str:
        """Say so where the question takes somebody for the owner who is not, or not alone."""
        if not re.match(
            r"\W*(?:why|how come|since|given|is|are|was|does|do|did)\b", question.text, re.I
        ):
            return ""
        holder = self._register.names.find(question.text)
        if holder is None or not _OWNING.search(question.text):
            return ""
        held = self._register.held_by(holder, [item])
        if not held:
            return f"No: {holder.phrase} does not own {item_name(item, with_text=False)}."
        several = len(self._register.split(fields[0].value)) > 1
        if several and _SOLE.search(question.text):
            return f"No: {holder.phrase} is not the only owner."
        return ""

    def _pointed_at(self, item: Item, text: str) -> Item | None:
        """Give the entry that words of an entry send the reader to: "See action 2.4. a"."""
        if not _POINTER.match(text):
            return None
        for mention in mentions(text):
            found = self._register.find(mention.identifier, (item.document,))
            if found and found[0].key != item.key:
                return found[0]
        return None


def _named_first(item: Item, text: str) -> list[Field]:
    """Give the fields that are asked for by name of an entry told by another: "the target of …"."""
    asked = _WHAT_OF.search(text)
    return [f for f in item.fields if asked and f.value and names_field(asked["what"], f.name)]


def _is_done(field: Field, question: Question) -> bool:
    """Whether a question asks for what a field's name says: "funds" or "funded" by."""
    found = _DONE_BY.match(field.name.strip())
    root = set(tokenise(found["done"])) if found else set()
    return bool(field.value) and bool(root & {t for w in question.words for t in tokenise(w)})


def _led(lead: Said, item: Item, own: Draft) -> Draft:
    """Put what an entry says of itself before what another answers for it."""
    return Draft(own.status, (lead, *own.said), (shown(item), *own.shown))
