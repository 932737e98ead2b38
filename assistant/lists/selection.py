"""Chooses the entries that a list or a count is about: by group, owner, value and wording.

Every way narrows what the one before left, so that "which red actions of theme 2 does the
Estates Manager own" is answered by three of them together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lists.by_change import ByChange
from assistant.lists.by_group import ByGroup
from assistant.lists.by_meeting import by_meeting
from assistant.lists.by_owner import ByOwner
from assistant.lists.by_value import by_target, by_value
from assistant.lists.chosen import Chosen, kept_by, of_prefix, once
from assistant.lists.topics import Topics, says_all, without_labels
from assistant.question.document_names import words_of
from assistant.question.entries_asked import (
    asks_for_one_thing,
    asks_for_others,
    asks_for_some,
    counts_else,
    counts_unnamed,
    is_of_one,
)
from assistant.question.understand import CONTEXT, content_words
from assistant.register.conditions import Conditions
from assistant.register.entries import Register
from assistant.register.history import History
from assistant.sentences.reader import Reader
from assistant.types import Condition, Question
from assistant.wording import cues
from assistant.wording.facts import MONTH
from assistant.wording.phrases import joined, noun_of
from assistant.wording.scores import asked_end
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item
from ingest.wording.identifiers import NOUNS, singular

_COLOURS = r"(?:[Rr]ed|[Aa]mber|[Gg]reen|[Bb]lue|[Bb]lack|[Gg]r[ea]y|[Ww]hite|[Yy]ellow)"
_COLOURED = re.compile(rf"\b(?:[A-Z][\w’']+ {_COLOURS}|{_COLOURS} [A-Z][\w’']+)\b")
#: "The April 2024 actions": those of that month's minutes, not those due then.
_OF_MONTH = re.compile(
    rf"\b(?:{MONTH})(?: \d{{4}})? (?=(?:{'|'.join(sorted(NOUNS))})s\b|meetings?\b|minutes\b|board\b"
    r"|committee\b|panel\b)",
    re.I,
)
#: What no entry that somebody acts on is called by: "the three red risks" are no actions.
_NO_ACTS = re.compile(r"\b(?:risks|decisions|findings|concerns|complaints|issues)\b", re.I)
#: "Under all four goals" narrows nothing.
_UNDER_ALL = re.compile(
    r"\b(?:under|across|in|for) all (?:of )?(?:the )?(?:\w+ )?"
    r"(?:goals|priorities|themes|pillars|objectives|aims|sections|strands|headings)\b",
    re.I,
)
_PROMISES = ("promise", "pledge", "commitment")
_LEAVES_OUT = re.compile(
    r"\b(?:no|not|without|except|other than|apart from|excluding|but|new)\b|n['’]t\b", re.I
)


class Selection:
    """Chooses entries of the register; None where a question is about something else."""

    def __init__(
        self, library: Library, register: Register, reader: Reader, history: History
    ) -> None:
        self._library = library
        self._register = register
        self._history = history
        self._conditions = Conditions(library, register)
        self._owners = ByOwner(library, register, self._conditions)
        self._groups = ByGroup(library, register, history)
        self._changes = ByChange(register, history, self._conditions)
        self._topics = Topics(register, reader)
        infos = (d.info for d in library.documents)
        names = (n for i in infos for n in (i.title, i.organisation, *i.aliases))
        self._names = " / ".join(names).lower()

    def is_asked(self, question: Question) -> bool:
        """Whether entries are asked for by a value or a heading, though not by their name."""
        text = question.text
        of_one = is_of_one(text) and not asked_end(text)
        if question.identifiers or of_one or counts_else(text):
            return False
        if asks_for_one_thing(text) and not self.named_label(question):
            return False
        if self._owners.asks_what_is_theirs(question):
            return True
        if not (self.named_label(question) or counts_unnamed(text)):
            return False
        pool = self._pool(question)[0]
        asks = asks_for_some(text) or asked_end(text) != ""
        if asks and self._conditions.of(self._without_names(text), pool):
            return True
        named = self.named_label(question) != ""
        changed = self._changes.is_asked(text, pool, named=named) if asks else None
        if changed is not None:
            return changed
        return self._topics.headed(question, pool) is not None

    def choose(self, question: Question) -> Chosen | None:
        """Give the entries that a question asks for, complete for the documents it is about."""
        unnamed = not self.named_label(question)
        others = unnamed and (asks_for_others(question.text) or _NO_ACTS.search(question.text))
        if others or counts_else(question.text):
            return None
        pool, noun = self._pool(question)
        start = Chosen(tuple(pool), "", noun, tuple(pool))
        grouped = self._groups.narrowed(question, start, self.named_label(question))
        if grouped is None:
            return None
        if not grouped.items:
            return grouped
        if self._owners.asks_for_none(question):
            return self._owners.without_owner(grouped)
        grouped = by_meeting(question.text, grouped, self._library)
        if not grouped.items:
            return grouped
        chosen = self._by_owner(question, grouped)
        chosen = self._by_conditions(question, chosen)
        plain = self._without_names(question.text)
        chosen = by_target(question, chosen)
        chosen = by_value(replace(question, text=plain), chosen, self._register)
        chosen = self._changes.changed(question, self._changes.added(question, chosen))
        if chosen.said == grouped.said:
            topical = self._by_topic(question, grouped)
            narrower = len(topical.items) < len(grouped.items) or not grouped.said
            chosen = topical if narrower else grouped
        # All of them are no answer to "how many are complete" where no entry tells its status.
        all_of_them = not self._conditions.asks_status(plain)
        every = self._asks_for_all(question) or self._topics.promised(question) in _PROMISES
        every = every or (not unnamed and says_all(question.text, grouped.items))
        if chosen.said or (all_of_them and every):
            return replace(chosen, items=once(chosen.items))
        return None

    def _by_owner(self, question: Question, grouped: Chosen) -> Chosen:
        """Keep whose entries are asked for, by the plan where its reports leave the owners out."""
        owned = self._history.telling(grouped.items, "owner")
        narrowed = self._owners.narrowed(question, replace(grouped, items=owned))
        return narrowed if narrowed.said != grouped.said else grouped

    def named_label(self, question: Question) -> str:
        """Give what a question calls the entries, where the documents' entries are such."""
        return self._topics.label(question)

    def _pool(self, question: Question) -> tuple[list[Item], str]:
        label = self.named_label(question)
        question = self._at_its_time(question)
        lettered = of_prefix(self._within(question), question.text)
        if lettered:
            return self._history.current(lettered), label or noun_of(lettered[0].label)
        labelled = self._register.labelled(label, question.documents) if label else []
        holder = self._register.names.find(without_labels(question.text)) if labelled else None
        if holder and not self._register.held_by(holder, labelled):
            labelled = self._register.called(label, question.documents)
        if labelled:
            return self._history.current(labelled), label
        pool = self._within(question)
        labels = {i.label for i in pool}
        noun = noun_of(labels.pop()) if len(labels) == 1 else "item"
        return self._history.current(pool), label or noun

    def _within(self, question: Question) -> list[Item]:
        """Give the entries of the documents that a question is about."""
        return [i for i in self._register.entries if question.covers(i.document)]

    def _at_its_time(self, question: Question) -> Question:
        """Ask of the editions that tell of the time a question names, where it names one."""
        documents = {i.document for i in self._within(question)}
        then = self._history.as_then(documents, question.text)
        return replace(question, documents=then) if then else question

    def _by_conditions(self, question: Question, chosen: Chosen) -> Chosen:
        """Keep the entries whose status and date are as demanded."""
        whole = self._without_names(question.text)
        own = CONTEXT.sub("", whole)  # a follow-up's own conditions go before those above
        if self._conditions.asks_status(own) and not any(
            map(self._conditions.statuses, chosen.items)
        ):
            rated = self._history.telling(chosen.items, "status")
            chosen = replace(chosen, items=rated, pool=rated)  # its report rates a plan's entries
        found = self._conditions.of(own, chosen.items)
        found = found or self._conditions.of(whole, chosen.items)
        if not found:  # a report may leave its plan's dates out
            dated = self._history.telling(chosen.items, "date")
            found = self._conditions.of(own, dated) if dated != chosen.items else []
            chosen = replace(chosen, items=dated) if found else chosen
        kept = _kept(chosen, found)
        if found and not kept.items:  # the edition before may rate its entries in other words
            before = self._history.with_earlier(chosen.items)
            kept = self._in_its_words(question, before, whole, kept) or kept
        chosen = kept
        rest = _blanked(question.text, [c.said for c in found])
        if found and (cues.MENTION.search(rest) or re.search(r"\b(?:about|on)\b", rest)):
            worded = self._topics.worded(replace(question, text=rest), chosen.items)
            if worded:
                return chosen.narrowed(*worded)
        return chosen

    def _in_its_words(
        self, question: Question, before: Sequence[Item], text: str, none: Chosen
    ) -> Chosen | None:
        """Choose among the entries of earlier editions, where only those have such a status.

        A plan's are red and blue; its report's are on track and complete: none of them is blue.
        """
        own = {i.document for i in none.pool}
        if any(self._conditions.is_coloured(i) for i in before if i.document in own):
            return None
        earlier = [i for i in before if i.document not in own and self._conditions.is_coloured(i)]
        if not earlier or not self._conditions.asks_colour(text):
            return None
        start = Chosen(tuple(earlier), "", none.noun, tuple(earlier))
        kept = _kept(start, self._conditions.of(text, earlier))
        infos = (self._library.document(i.document).info for i in kept.items)
        dates = joined(list(dict.fromkeys(i.as_of or i.date or i.title for i in infos)))
        said = f"{kept.said} in the earlier edition ({dates}; none is in the latest)"
        return replace(kept, said=said) if kept.items else None

    def _by_topic(self, question: Question, chosen: Chosen) -> Chosen:
        """Keep the entries whose heading or wording is what a question is about."""
        ways = (self._topics.worded, self._topics.under_heading)
        headed = self._topics.headed(question, chosen.items)
        if not headed and not question.documents:  # a report may leave out its plan's headings
            headed = self._topics.headed(question, self._history.with_earlier(chosen.items))
        if headed:
            return chosen.narrowed(*headed)
        if cues.GROUPS.search(question.text):
            ways = (self._topics.under_heading, self._topics.worded)
        found = next((f for way in ways if (f := way(question, chosen.items))), None)
        return chosen.narrowed(*found) if found else chosen

    def _without_names(self, text: str) -> str:
        """Leave out names with a colour in them, Palmers Green, and months that name a paper."""
        for pair in _COLOURED.finditer(text):
            if pair.group().lower() in self._names:
                text = text.replace(pair.group(), " ")
        return _OF_MONTH.sub(" ", text)

    def _asks_for_all(self, question: Question) -> bool:
        """Whether nothing but the entries as a whole is asked for, of documents by name."""
        label = self.named_label(question)
        if not label or _LEAVES_OUT.search(question.text):
            return False  # what is to be left out was not understood: all would be too many
        own = question.documents or {i.document for i in self._register.labelled(label)}
        infos = [self._library.document(d).info for d in own if d]
        names = [n for i in infos for n in (*i.aliases, i.organisation, i.title, i.name)]
        named = {t for name in names for t in tokenise(re.sub(r"[-_.]", " ", name))}
        named |= {word for info in infos for word in words_of(info)}
        words = content_words(_UNDER_ALL.sub(" ", question.text))
        return all(_says_nothing(w, named) or singular(w.lower()) == label for w in words)


def _kept(chosen: Chosen, conditions: Sequence[Condition]) -> Chosen:
    for condition in conditions:
        chosen = kept_by(chosen, condition)
    return chosen


_GENERIC = re.compile(
    r"(?:total|altogether|whole|entire|table|respond\w*|contain\w*|includ\w*|complete|full|force"
    r"|police|report\w*|strategy|plan|set|ma[dk]e|tak(?:e|en)|took|issued|there|lists?|came"
    r"|recommend\w*|publish\w*|original\w*|launch\w*|adopt\w*|approved?|promis\w*|pledg\w*|committed|listed|separate|individual|overall|review|tracker|paper|agreed?|deadlines?|dates?"
    r"|timescales?|status(?:es)?|owners?|leads?)$",
    re.I,
)


def _says_nothing(word: str, named: set[str]) -> bool:
    if set(tokenise(word.replace("-", " "))) <= named or any(c.isdigit() for c in word):
        return True
    return bool(_GENERIC.match(word))


def _blanked(text: str, said: Sequence[str]) -> str:
    """Leave out what conditions were made of."""
    for phrase in said:
        for word in phrase.split():
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
    return text
