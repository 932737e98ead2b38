"""What entries are about: the words they hold, the headings they stand under."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from assistant.register.entries import Register
from assistant.register.levels import children
from assistant.sentences.reader import Reader
from assistant.types import Question
from assistant.wording import cues
from assistant.wording.names import NameFinder, holds
from assistant.wording.phrases import shortened
from ingest.lexical import tokenise
from ingest.types import Item
from ingest.wording.identifiers import LABELS, singular

_ABOUT = re.compile(
    r"\b(?:about|on|for|regarding|concerning|involv\w+|relat\w+ to|to do with|around|with|come up"
    r"|touch\w*|cover\w*)\b",
    re.I,
)
_AT_RISK = re.compile(r"\bat risk\b", re.I)  # where "risk" calls no entry
#: Verbs by which what is promised is asked for, and what it is called then.
_PROMISED = re.compile(
    r"\b(promised?|pledged?|commit(?:ted)? to|recommend(?:s|ed)?"
    r"|sa(?:y|id) \w+ w(?:ould|ill) do)\b",
    re.I,
)
_PLANNED = ("deliverable", "action", "milestone")
_NOUN_OF = {
    "prom": ("promise", "pledge", "commitment", *_PLANNED),
    "pled": ("pledge", "promise", "commitment", *_PLANNED),
    "comm": ("commitment", "pledge", "promise", *_PLANNED),
    "say ": ("commitment", "promise", "pledge", *_PLANNED),
    "said": ("commitment", "promise", "pledge", *_PLANNED),
    "reco": ("recommendation",),
}
#: The end of a heading over what somebody promises: "The council will".
_WILL = re.compile(r"\s+(?:will|shall|have promised|has promised)\W*$")
_TOPIC_OF_GROUP = 0.5  # logit from which a group's heading is what a question is about
_TOPIC = 0.4  # of a question's words, from which a phrase is its topic
_ANYTHING = re.compile(
    r"\b(?:items?|entries|things?|everything|anything|rows?|work|what (?:is|are) (?:we|they))\b",
    re.I,
)
_THE_NUMBER = re.compile(
    r"\b(?:(?:what|which|who) (?:are|were)|list|name) (?:all )?(?:of )?(?:the|its|their) "
    rf"({cues.SEVERAL}|\d{{1,2}}) "
    r"(?:\w+ )?(?P<noun>\w+s)\b",
    re.I,
)
_UNDER_WORD = re.compile(
    r"\b(?:under|within|in|on|for|from|out of|below|heading|headed|item|section)\b", re.I
)


class Topics:
    """Chooses entries by wording and by heading; each way gives them and how it says so."""

    def __init__(self, register: Register, reader: Reader) -> None:
        self._register = register
        self._reader = reader

    def label(self, question: Question) -> str:
        """Give what a question calls the entries, where the documents' entries are such."""
        whole = self._register.named_label(question.text)
        if whole:
            return whole
        text = _AT_RISK.sub(" ", question.text.lower())
        for word in re.findall(r"[a-z]+", text):
            bare = singular(word)
            usual = bare in LABELS[: LABELS.index("item")]
            if (usual or bare != word) and self._register.is_label(bare):
                return bare
        return self.promised(question)

    def promised(self, question: Question) -> str:
        """Give what a named document calls what it promises, where that is asked for."""
        verb = _PROMISED.search(question.text) if question.documents else None
        nouns = _NOUN_OF[verb[1].lower()[:4]] if verb else ()
        own = {i.label for i in self._register.entries if i.document in question.documents}
        return next((noun for noun in nouns if noun in own), "")

    def worded(self, question: Question, pool: Sequence[Item]) -> tuple[list[Item], str] | None:
        """Choose the entries whose wording holds what the question names."""
        mention = cues.MENTION.search(question.text)
        spoken = self.label(question) or _ANYTHING.search(question.text)
        if not mention and not (_ABOUT.search(question.text) and spoken):
            return None
        if says_all(question.text, pool):
            return None  # "the four pillars of the plan on harm", which has four
        tail = question.text[mention.end() :] if mention else question.text
        phrase = self._wording.find(without_labels(tail), words=True)
        asked = self._wording.tokens(" ".join(question.words))
        if phrase is None or not (mention or _is_topic(phrase.tokens, asked)):
            return None
        found = [i for i in pool if self._holds(i, phrase.tokens)]
        return (found, f"that mention {phrase.phrase}") if found else None

    def headed(self, question: Question, pool: Sequence[Item]) -> tuple[list[Item], str] | None:
        """Choose the entries that stand under a heading which the question says."""
        under = _UNDER_WORD.search(question.text) is not None
        asked = tokenise(question.text)
        best = ""
        labels = {t for i in pool for t in tokenise(i.label)}
        for heading in dict.fromkeys(h for i in pool for h in _headings(i)):
            tokens = tokenise(heading)
            if set(tokens) <= labels and not _is_table(heading, question.text):
                continue
            name = _WILL.sub("", heading.lower())
            said = f" {name}" in f" {question.text.lower()}"
            whole = len(tokens) > 1 and holds(asked, tokens)
            promised = name != heading.lower()
            if (whole or said) and (promised or under) and len(heading) > len(best):
                best = heading
        told = [t for w in question.words for t in tokenise(w)]
        if not best or not (self.label(question) or _is_topic(tokenise(best), told)):
            return None
        found = [i for i in pool if best in _headings(i)]
        further = _continuing(found, pool)
        if not further and len(found) == len(pool):
            return None
        return [*found, *further], f"under {shortened(best)}"

    def under_heading(
        self, question: Question, pool: Sequence[Item]
    ) -> tuple[list[Item], str] | None:
        """Choose the entries of the group whose heading a question is about."""
        groups = [g for g in self._register.groups if g.text and question.covers(g.document)]
        asked = {t for w in question.words for t in tokenise(w)}
        near = [g for g in groups if len(asked & set(tokenise(g.text))) >= min(2, len(asked))]
        if not near:
            return None
        scores = self._reader.score(" ".join(question.words), [g.text for g in near])
        best = max(range(len(near)), key=lambda n: (scores[n], -n))
        if scores[best] < _TOPIC_OF_GROUP:
            return None
        group = near[best]
        keys = {i.key for i in children(self._register, group.identifier, (group.document,))}
        found = [i for i in pool if i.key in keys]
        return (found, f"under {group.identifier} ({shortened(group.text)})") if found else None

    @cached_property
    def _wording(self) -> NameFinder:
        texts = [t for i in self._register.entries for t in (i.text, *(f.value for f in i.fields))]
        return NameFinder([t for t in texts if t], self._register.expansions)

    def _holds(self, item: Item, tokens: Sequence[str]) -> bool:
        texts = (item.text, *(f.value for f in item.fields))
        return any(holds(self._wording.tokens(t), tokens) for t in texts if t)


def says_all(text: str, pool: Sequence[Item]) -> bool:
    """Whether a question says how many entries there are, and those are all of them."""
    told = _THE_NUMBER.search(text)
    if told is None or singular(told["noun"].lower()) not in {i.label for i in pool}:
        return False
    return len(pool) > 1 and cues.read_number(told[1]) == len(pool)


def _is_topic(tokens: Collection[str], asked: Collection[str]) -> bool:
    """Whether a phrase is most of what a question is about, not one thing that it mentions."""
    return len(set(asked) & set(tokens)) >= _TOPIC * len(set(asked))


def _continuing(found: Sequence[Item], pool: Sequence[Item]) -> list[Item]:
    """Give the entries that go on counting where those under a heading end, one section up."""
    numbers = [int(i.identifier) for i in found if i.identifier.isdigit()]
    if not numbers or len(numbers) < len(found):
        return []
    more: list[Item] = []
    first = found[0]
    for item in pool:
        outer = first.section[: len(item.section)] == item.section or (
            item.section[-1:] == first.section[-2:-1]
        )
        alike = item.document == first.document and item.label == first.label
        goes_on = item.identifier == str(max(numbers) + len(more) + 1)
        if outer and alike and goes_on and item not in found:
            more.append(item)
    return more


def _is_table(heading: str, text: str) -> bool:
    """Whether a heading that only says what entries are called is spoken of as a table."""
    named = rf"\b{re.escape(heading)}\s+(?:table|list|register|section)\b"
    return re.search(named, text, re.I) is not None


def _headings(item: Item) -> tuple[str, ...]:
    """Give the headings that an entry stands under, without their numbers."""
    own = [h for h in (item.parent_text, *item.section[-1:]) if h]
    own += [h.partition(": ")[2] for h in own if ": " in h]
    return tuple(re.sub(r"^[\W\d]+|[\W]+$", "", h) for h in own)


def without_labels(text: str) -> str:
    """Leave out the words that name entries and the asking, which every list question has."""
    return re.sub(
        r"\b(?:which|what|list|every|everything|all|the|deliverables?|actions?|recommendations?"
        r"|items?|entries|owned|owns?|owners?|owner|by|how many|does|do|is|are|has|have)\b",
        " , ",
        text,
        flags=re.I,
    )
