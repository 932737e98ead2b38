"""What else the owner of an entry has: "what other actions does the owner of 2.6c have"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafts import Draft, Said, line_sources, shown
from assistant.register.entries import Register
from assistant.types import Question
from assistant.wording.articles import with_article
from assistant.wording.phrases import capital, counted, line_name, noun_of, scope
from ingest.library import Library
from ingest.types import Item

_ELSE = re.compile(
    r"\b(?:what|which|how many|anything|has|have|does|do)\b.*\b(?:else|others?|another|as well)\b",
    re.I,
)
_HOLDER = re.compile(
    r"\b(?:owner|lead|person|people|post|officer|manager|holder|one who|same|they|he|she|them)\b",
    re.I,
)
#: "How many actions does the owner of 2.6c have": those are told, not the entry that is named.
_ALL = re.compile(
    r"\b(?:how many|which|what|list|all)\b.*\b(?:owner|lead|person|officer|post|holder) "
    r"(?:of|for|who|that|responsible|named)\b.+\b(?:owns?|leads?|ha[sv]e?|responsible|holds?)\b",
    re.I,
)
#: "Which owner got the grant, and what objective is theirs".
_THEIRS = re.compile(
    r"\b(?:what|which)\b.*\b(?:theirs"
    r"|(?:do|does|did|has|have) (?:they|he|she|that (?:post|person|officer|owner|lead)|the same \w+"
    r"|the (?:two|three) (?:people|posts))\b.*\b(?:own|have|lead|got|hold)"
    r"|(?:sit|are|rest)s? with the (?:\w+ )?(?:people|person|post|officer))\b",
    re.I,
)
_MOST_NAMED = 3  # people whom the sentences found name


class SameOwner:
    """Adds to an answer what else is an entry's owner's, or somebody's whom it names."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register

    def added(self, question: Question, draft: Draft) -> Draft:
        """Give an answer with the other entries of the owner, where those are asked for."""
        if draft.status != "answered" or draft.count is not None:
            return draft
        if not draft.shown:
            theirs = _THEIRS.search(question.text)
            return self._of_those_named(draft, question) if theirs else draft
        other = bool(_ELSE.search(question.text) and _HOLDER.search(question.text))
        entries = [s.item for s in draft.shown if s.item.kind == "entry"]
        if len(entries) != 1 or not (other or _ALL.search(question.text)):
            return draft
        item = entries[0]
        told = [self._of_name(name, item, question, other=other) for name in self._owners(item)]
        held = tuple(dict.fromkeys(i for _, items in told for i in items))
        lines = [line for own, _ in told for line in own]
        return _with(draft, lines, held if other else (item, *held))

    def _of_those_named(self, draft: Draft, question: Question) -> Draft:
        """Add the entries of those whom the sentences found name, of the documents they are in."""
        documents = {source.document for one in draft.said for source in one.sources}
        pool = [i for d in sorted(documents) for i in self._register.entries_of(d)]
        text = " ".join(one.text for one in draft.said)
        said: list[Said] = []
        held: list[Item] = []
        for _ in range(_MOST_NAMED):
            holder = self._register.names.find(text)
            if holder is None:
                break
            words = r"\W+".join(map(re.escape, re.findall(r"[\w’'-]+", holder.phrase)))
            text = re.sub(words, " ", text)
            own = [i for i in self._register.held_by(holder, pool) if i not in held]
            if own:
                said.append(Said(f"{self._lead(holder.phrase, own)}:"))
                said.extend(self._line(i, question) for i in own)
                held.extend(own)
        return _with(draft, said, tuple(dict.fromkeys(held))) if held else draft

    def _owners(self, item: Item) -> list[str]:
        fields = self._register.fields_of(item, "owner")
        return [name for f in fields if f.value for name in self._register.split(f.value)]

    def _of_name(
        self, name: str, item: Item, question: Question, *, other: bool
    ) -> tuple[list[Said], Sequence[Item]]:
        """Say the other entries of somebody in an entry's document."""
        holder = self._register.names.find(name)
        pool = self._register.entries_of(item.document)
        own = self._register.held_by(holder, pool) if holder else []
        others = [i for i in own if i.key != item.key]
        if not others:
            text = f"No other in that document is owned by {with_article(name)}."
            return [Said(text, line_sources(item, []))], ()
        lead = self._lead(name, others, "other")
        if not other:
            lead = f"{self._lead(name, [item, *others])}; the others are"
        return [Said(f"{lead}:"), *(self._line(i, question) for i in others)], others

    def _lead(self, name: str, items: Sequence[Item], kind: str = "") -> str:
        infos = [d.info for d in self._library.documents]
        noun = f"{kind} {noun_of(items[0].label)}".strip()
        return capital(f"{counted(len(items), noun)} owned by {name} {scope(items, infos)}")

    def _line(self, item: Item, question: Question) -> Said:
        asked = self._register.fields_of(item, "date") if question.asks("date") else []
        told = [f for f in asked if f.value]
        values = "; ".join(f.value for f in told)
        text = f"- {line_name(item)}{item.text.rstrip('.')}"
        return Said(f"{text} – {values}" if values else text, line_sources(item, told))


def _with(draft: Draft, said: Sequence[Said], items: Sequence[Item]) -> Draft:
    """Give an answer with more lines, and the entries that it then is about."""
    return replace(
        draft, said=(*draft.said, *said), shown=tuple(map(shown, items)), count=len(items)
    )
