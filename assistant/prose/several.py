"""Answers a question that holds several, part by part, each after what the ones before found."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.drafts import Draft, Said
from assistant.question.asking import own_words, parts, with_topic
from assistant.question.editions import undated
from assistant.question.scopes import Scopes
from assistant.question.understand import CONTEXT, content_words, in_documents_words
from assistant.sentences.finding import Earlier
from assistant.sentences.quoting import name_before
from assistant.types import Question
from assistant.wording.field_names import names_field
from assistant.wording.phrases import capital, joined
from ingest.types import Item
from ingest.wording.roles import role_told

Answering = Callable[[Question, Earlier | None], Draft]
Understanding = Callable[[str, Collection[str]], Question]


#: What points back to the entry that was asked about first.
_ITS = re.compile(
    r"\b(?:its?|this|that one)\b|^\W*(?:by )?when\W*$|^\W*(?:led |owned )?(?:by )?whom?\W*$", re.I
)

#: What a later part asks of the report on the plan that the part before is about.
_LATER = re.compile(
    r"\b(?:later|latest|progress|annual|half-year|follow-up|subsequent) "
    r"(?:report|update|review|paper)\b|\bthe (?:report|update)\b"
    r"|\b(?:now|since|at present|a year (?:on|later)|after (?:a|one|the first|year) (?:year|one))\b"
    r"|\bwhere (?:did|does) (?:it|they|that) stand\b",
    re.I,
)
_FEW = 2  # words of a part that names a field and nothing else


class InParts:
    """Divides questions and joins the answers to their parts."""

    def __init__(
        self,
        scopes: Scopes,
        answering: Answering,
        understanding: Understanding,
        exactly: Callable[[Question], Draft],
        in_post: Callable[[Question], Draft | None],
        reports_on: Callable[[Collection[str]], Collection[str]],
    ) -> None:
        """Answer each part with `answering`, which is given what was said to the parts before.

        Parts that name entries in documents of their own are understood by themselves, within
        the documents that may be read, and answered by `exactly`. A later part that asks who
        chairs or leads what was found before is answered by `in_post` where that can tell; one
        that asks how things stand since is asked of what `reports_on` the plan before.
        """
        self._scopes = scopes
        self._answering = answering
        self._understanding = understanding
        self._exactly = exactly
        self._in_post = in_post
        self._reports_on = reports_on

    def of_different_documents(self, question: Question) -> bool:
        """Whether each part of a question names documents that the other parts do not name."""
        found = [set(self._scopes.find(piece)) for piece in parts(question.text)]
        return len(found) > 1 and all(found) and not set.intersection(*found)

    def of_entries(self, question: Question) -> Draft | None:
        """Answer of one identifier in several documents, part by part; None for all else.

        "Who leads A1 for the fire service and who leads A1 for the council?"
        """
        pieces = parts(question.text)
        if len(pieces) < 2:
            return None
        asked = [self._understanding(piece, question.within) for piece in pieces]
        within = [set(part.documents) for part in asked]
        named = all(part.identifiers for part in asked)
        if not (named and all(within)) or set.intersection(*within):
            return None
        drafts = [self._led(part, self._exactly(part)) for part in asked]
        statuses = [draft.status for draft in drafts]
        status = "answered" if "answered" in statuses else statuses[0]
        return replace(_joined(drafts), status=status, count=None)

    def _led(self, question: Question, draft: Draft) -> Draft:
        """Give an answer with the name of its document before it."""
        name = capital(joined([f"“{self._scopes.called(d)}”" for d in question.documents]))
        first, *rest = draft.said
        return replace(draft, said=(replace(first, text=f"{name}: {first.text}"), *rest))

    def answer(self, question: Question) -> Draft | None:
        """Answer the parts that can be answered; None where there is one part, or none can be."""
        pieces = parts(question.text)
        if len(pieces) < 2:
            return None
        answered = self._answered(question, pieces, ())
        return _joined(answered) if answered else None

    def further(self, question: Question, first: Draft) -> Draft:
        """Answer the parts after the first one, which is answered, and join them to it."""
        answered = self._answered(question, parts(question.text), (first,))
        return _joined(answered) if len(answered) > 1 else first

    def _answered(
        self, question: Question, pieces: Sequence[str], before: Sequence[Draft]
    ) -> list[Draft]:
        """Give the answers to the parts that can be answered, after those of the first ones."""
        answered = list(before)
        for piece in pieces[len(before) :]:
            said = tuple(s for d in answered for s in d.said)
            first = said[0].text if said else ""
            again = self._of_another(question, piece, pieces[0]) if said else None
            asked = piece if piece == pieces[0] else _carried_on(piece, pieces[0], first)
            earlier = Earlier(said, self._bare(piece)) if said and not again else None
            same = self._of_same_entry(question, piece, answered[-1]) if answered else None
            own = again or self._narrowed(question, asked)
            later = self._since(own, piece, said) if earlier else None
            draft = same or later or self._post_held(own, earlier) or self._answering(own, earlier)
            if draft.status in ("answered", "corrected"):
                answered.append(draft)
        return answered

    def _since(self, asked: Question, piece: str, said: Sequence[Said]) -> Draft | None:
        """Answer a later part that asks how things stand since from what reports on the plan."""
        if not _LATER.search(piece) or self._scopes.find(piece):
            return None
        plans = {source.document for one in said for source in one.sources}
        reports = sorted(self._reports_on(plans))
        within = tuple(d for d in reports if not asked.within or d in asked.within)
        if not within:
            return None
        own = replace(asked, documents=within)
        draft = self._answering(own, None)
        return draft if draft.status == "answered" else None

    def _post_held(self, question: Question, earlier: Earlier | None) -> Draft | None:
        """Answer a later part that asks who is in a post, or chairs a body found before."""
        held = self._in_post(question) if earlier else None
        return held if held and held.status == "answered" else None

    def _of_same_entry(self, question: Question, piece: str, before: Draft) -> Draft | None:
        """Answer "and what is its target?" of the one entry that the part before is about."""
        items = {entry.item.key: entry.item for entry in before.shown}
        item = next(iter(items.values())) if len(items) == 1 else None
        if item is None or not item.identifier or not _points_to(CONTEXT.sub("", piece), item):
            return None
        within = tuple(d for d in (item.document,) if question.covers(d))
        name = f"{item.label} {item.identifier}"
        asked = self._understanding(f"{piece} ({name})", within)
        told = any(
            f.value and (asked.asks(role_told(f.name, f.value)) or names_field(piece, f.name))
            for f in item.fields
        )
        if not told:
            return None
        return self._exactly(self._understanding(f"{question.text} ({name})", within))

    def _of_another(self, question: Question, piece: str, first: str) -> Question | None:
        """Give the first part as a question of other documents, where a later one only names them.

        "The draft wanted it by when, and what did the final plan make of it?"
        """
        others = set(self._scopes.find(piece)) - set(self._scopes.find(first))
        within = tuple(d for d in sorted(others) if question.covers(d))
        if not within or len(own_words(piece)) > 1:
            return None
        return replace(self._narrowed(question, undated(first)), documents=within)

    def _narrowed(self, question: Question, asked: str) -> Question:
        """Give a part as a question of its own, about the documents that it names."""
        within = tuple(d for d in self._scopes.find(asked) if question.covers(d))
        return replace(
            question,
            text=asked,
            about=self._bare(asked),
            words=content_words(asked),
            documents=within or question.documents,
        )

    def _bare(self, asked: str) -> str:
        return in_documents_words(self._scopes.without(asked))


def _points_to(piece: str, item: Item) -> bool:
    """Whether a later part is about the entry before: "its", or no more than a field's name."""
    if _ITS.search(piece):
        return True
    bare = len(own_words(piece)) <= _FEW
    return bare and any(f.value and names_field(piece, f.name) for f in item.fields)


def _carried_on(piece: str, first: str, found: str) -> str:
    """Give a later part of a question with what it points to: a name that was found, the topic."""
    bare = found.removeprefix(name_before(found))
    pointer = re.search(r"\b(?:that|this|the|its|their)\s+(?P<noun>[a-z]{4,})\b", piece, re.I)
    if pointer:
        words = r"(?:[A-Z][\w’'-]*\s+(?:(?:of|and|the|for|&)\s+)*)+"
        name = re.search(rf"{words}{pointer['noun'].capitalize()}\b", bare)
        if name:
            return f"{piece[: pointer.start()]}the {name.group()}{piece[pointer.end() :]}"
    return with_topic(piece, first)


def _joined(drafts: Sequence[Draft]) -> Draft:
    """Give the answers to the parts of a question as one, nothing said twice."""
    said: list[Said] = []
    last = ""
    for one in (s for draft in drafts for s in draft.said):
        lead = name_before(one.text)
        text = one.text.removeprefix(last) if lead == last else one.text
        last = lead or last
        if not any(text in t.text for t in said):
            said.append(replace(one, text=text))
    shown = tuple(dict.fromkeys(s for d in drafts for s in d.shown))
    return Draft("answered", tuple(said), shown, drafts[0].count)
