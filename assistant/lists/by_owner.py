"""Narrows entries by whose they are: owned by whom a question names, by nobody, by others."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.lists.chosen import Chosen
from assistant.lists.topics import without_labels
from assistant.question.theirs import asks_for_theirs
from assistant.question.understand import content_words
from assistant.register.conditions import Conditions
from assistant.register.entries import Register
from assistant.types import Question
from assistant.wording import cues
from assistant.wording.articles import is_person
from assistant.wording.names import Holder
from ingest.about.traits import BODIES
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item

_NOT_OWNED = re.compile(
    r"\b(?:not|never|other than|apart from|except|besides|anyone but|(?<!with )someone else)\b"
    r"|n['’]t\b",
    re.I,
)
_UNOWNED = re.compile(
    r"\b(?:no|without(?: an?)?|lack\w*(?: an?)?|blank|missing(?: an?)?) (?:owner|lead)s?\b", re.I
)
_PAPER = r"(?:strategy|plan|report|policy|register|programme|review|paper|tracker|log)\b"
_FEW = 3  # words that say what somebody has, and where
_DOING = r"(?:\w+(?:ed|ing)|responsible|accountable|answerable|down|there)\b"
_OF_SOMEBODY = r"^\W*what(?: all| else)? (?:is|are|was|were|does|did|has|had)\b"
_IN_A_CASE = re.compile(
    r"\b(?:when(?:ever)?|if|once)\s+(?:the|an?|they|someone|somebody|we|you|it|he|she)\b", re.I
)
_SHARED = re.compile(r"\b(?:jointly|joint|shared|or (?:with|not))\b", re.I)


class ByOwner:
    """Keeps the entries whose owner is, or is not, whom a question names."""

    def __init__(self, library: Library, register: Register, conditions: Conditions) -> None:
        self._library = library
        self._register = register
        self._conditions = conditions

    def asks_what_is_theirs(self, question: Question) -> bool:
        """Whether nothing but what somebody has is asked: "what is Ada Quill measured on"."""
        holder = self._register.names.find(question.about)
        if holder is None:
            return False
        name = re.escape(re.sub(r"['’]s?$", "", holder.phrase))
        asked = rf"{_OF_SOMEBODY} (?:the )?{name} (?P<rest>{_DOING}.*)$"
        rest = re.search(asked, question.about, re.I)
        return rest is not None and len(content_words(rest["rest"])) <= _FEW

    def asks_for_none(self, question: Question) -> bool:
        """Whether entries without an owner are asked for."""
        return _UNOWNED.search(question.text) is not None

    def without_owner(self, chosen: Chosen) -> Chosen:
        """Keep the entries whose owner is left empty."""
        kept = [i for i in chosen.items if not self._owners(i)]
        return chosen.narrowed(kept, "without an owner")

    def narrowed(self, question: Question, chosen: Chosen) -> Chosen:
        """Keep what is owned by whom a question names, or what is not; all where it names none."""
        mention = cues.MENTION.search(question.text) or cues.ASKS_WHO.search(question.text)
        holder = None if mention else self._register.names.find(without_labels(question.text))
        if holder is None:
            return chosen
        if re.search(rf"{re.escape(holder.phrase)}\s+{_PAPER}", question.text, re.I):
            return chosen  # "the family violence strategy" is nobody
        if self._is_title(question.text, holder.phrase, chosen) or self._is_body(holder, chosen):
            return chosen
        labels = self._register.labels
        theirs = asks_for_theirs(question.about, holder.phrase)
        theirs = theirs or self.asks_what_is_theirs(question)
        about = theirs or is_about(question.text, holder.phrase, labels)
        about = about or is_person(holder.phrase)  # who is named there but as whose they are?
        if not question.asks("owner") and not about:
            return chosen
        alone = cues.ALONE.search(question.text) and not _SHARED.search(question.text)
        name = re.sub(r"['’]s?$", "", holder.phrase)
        held = self._register.held_by(holder, chosen.items, bool(alone))
        if _NOT_OWNED.search(question.text) and not self._conditions.of(
            question.text, chosen.items
        ):
            keys = {i.key for i in held}
            rest = [i for i in chosen.items if i.key not in keys]
            return chosen.narrowed(rest, f"not owned by {name}")
        return chosen.narrowed(held, f"owned by {name}" + (" alone" if alone else ""))

    def _is_title(self, text: str, phrase: str, chosen: Chosen) -> bool:
        """Whether words right before "actions" are of a document's title: its rural crime actions.

        Those of a post or a team ("Estates actions") are somebody's.
        """
        labels = "|".join(re.escape(label) for label in self._register.labels)
        if not re.search(rf"{re.escape(phrase)}\s+(?:{labels})s\b", text, re.I):
            return False
        titles = (self._library.document(d).info.title for d in {i.document for i in chosen.items})
        own = set(tokenise(phrase))
        return any(own <= set(tokenise(title)) for title in titles)

    def _is_body(self, holder: Holder, chosen: Chosen) -> bool:
        """Whether whom a question names is the body whose entries they are: "the fire service".

        A body may own some of its entries itself, by its name.
        """
        own = set(holder.phrase.lower().split()) - {"the"}
        infos = [self._library.document(d).info for d in {i.document for i in chosen.items}]
        bodies = [set(f"{i.organisation} {i.title}".lower().split()) for i in infos]
        named = all(own <= body or (own <= BODIES and own & body) for body in bodies)
        owners = (set(name.lower().split()) for i in chosen.items for name in self._owners(i))
        return named and bool(own) and not any(own <= owner for owner in owners)

    def _owners(self, item: Item) -> list[str]:
        return [f.value for f in self._register.fields_of(item, "owner") if f.value]


def is_about(text: str, name: str, labels: Collection[str]) -> bool:
    """Whether a question that names somebody asks what is theirs: "Hart's actions", "Hart: all"."""
    entries = "|".join(sorted(re.escape(label) for label in {*labels, "item", "thing", "one"}))
    bare = re.escape(re.sub(r"['’]s?$", "", name))
    theirs = rf"{bare}['’]s?(?=\W)|{bare}(?: \w+)? (?:led|leads?|owned|owns?|ran|runs?)\b"
    if re.search(theirs, text, re.I):
        return True
    if _IN_A_CASE.search(text):
        return False  # "what does the warden have to do when the alarm rings"
    return bool(
        re.search(
            r"\bleads?\W*$|\bc[oa]me away with\b"
            r"|\banswer(?:s|able)? for\b|\b(?:own(?:s|ed)?|ha[sv]e? (?:to|got)|got|sit"
            r"|belong(?:s|ed|ing)?|plate|deliver|name[sd]?|gives?|gave|given|assigned|handed|tasked|carrying"
            r"|holding|against|on the hook|their actions"
            r"|(?:all|every|everything) (?:of )?(?:its|their|his|her)"
            rf"|all the (?:\w+ )?(?:{entries})s?)\b"
            rf"|(?:go(?:es)?|went|falls?|fell) to (?:the )?{bare}\b"
            r"|[-–:] all\b|\b(?:is|are|rests?|stays?) with\b|\bdo(?:es)?\b.{3,90}"
            r"\b(?:have|do|look after|run|handle|manage|lead|sponsor|oversee)\b",
            text,
            re.I,
        )
    )
