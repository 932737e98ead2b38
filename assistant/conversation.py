"""Makes a follow-up stand on its own, from what was said before; no language model."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.question.rephrased import called, rescoped, topic_of, with_identifier
from assistant.question.row_labels import RowLabels
from assistant.question.scopes import Scopes
from assistant.question.understand import content_words, plain
from assistant.register.entries import Register
from assistant.register.levels import below_named
from assistant.types import Turn
from ingest.embed import Embedder
from ingest.types import Item
from ingest.wording.identifiers import mentions

#: An entry beside the one spoken of, by its letter alone: "(d)", "what about b".
_LETTER = re.compile(
    r"\((?P<marked>[a-z])\)|\b(?:for|about|and|of|is|does|to)\s+(?P<bare>[b-z])(?=\W*$)", re.I
)
_CLOSE = r"(?:(?:just|right|straight|immediately|directly) )?"
_NEXT = re.compile(
    r"\b(?:the )?(?:next|following)(?: (?:one|item|action|deliverable|recommendation|entry))?\b"
    rf"|\b(?:the )?one {_CLOSE}after(?: (?:that|this|it))?\b"
    r"|\bthe one below\b",
    re.I,
)
_PREVIOUS = re.compile(
    r"\b(?:the )?(?:previous|preceding)(?: (?:one|item|action|deliverable|recommendation|entry))\b"
    rf"|\b(?:the )?one {_CLOSE}before(?: (?:that|this|it))?\b"
    r"|\bthe one above\b",
    re.I,
)
_OTHER = re.compile(
    r"\bthe other (?:force|one|document|report|area|strategy|organisation|paper|council)\b", re.I
)
_ABOUT = re.compile(
    r"^\W*(?:(?:no|sorry|actually|ok(?:ay)?|right|and|but|so|then|also|well)\W+)*"
    r"(?:(?:what|how) about|and(?: for| in| on)?|i meant?(?: for| in)?|i mean(?: for| in)?|same for"
    r"|in|for|ok(?:ay)?(?: and)?)\s+(?P<rest>.+?)\W*$",
    re.I,
)
_YEAR_BEFORE = re.compile(r"\b(?:year|one) before(?: (?:that|then|it))?\b|\bprevious year\b", re.I)
_A_YEAR = re.compile(r"\b(?P<first>(?:19|20)\d{2})(?:(?P<mark>[/–-])(?P<second>\d{2})\b)?(?!\d)")
_YEAR_AFTER = re.compile(r"\b(?:year after|following year|next year)\b", re.I)
_PRONOUN = re.compile(
    r"\b(?:it|its|it's|that one|this one|that|this|they|them|their|those|these|he|she|him|her|his"
    r"|there|the (?:scheme|project|pilot|group|board|plan|post|person|programme)(?=\W*$|[?.,;]"
    r"|\s+(?:is|are|was|were|has|have|had|did|do|does|will|would|should|can|could|start|end|run|in"
    r"|on|at|for|to|of|by|with|and|or|that|who|which)))\b",
    re.I,
)
#: What an entry has, without saying of which: "why was the date moved".
_OF_IT = re.compile(
    r"\bthe (?:(?:target|due|new|revised|old|original) )?(?:date|deadline|owner|lead|status|target"
    r"|rating|delay|change|update|reason|action|recommendation|deliverable|milestone|risk)\b"
    r"(?! (?:of|for|in|at|to|by|on|that|which|with|from|about|under)\b)",
    re.I,
)
_OVER_TIME = frozenset("since change changed changes moved now still yet later".split())
_IN_GENERAL = re.compile(r"\b(?:if|must|should|can|may|how fast|does the|do the)\b", re.I)
_SEVERAL = re.compile(r"they|them|their|those|these", re.I)  # no single name stands for them
_LONGEST_SWAPPED = 6  # words that stand in the place of one
#: How a question asks, before what it asks about: "who is responsible for".
_FRAME = re.compile(
    r"^\W*(?:who|which \w+|what \w+|when|where|how)(?:['’]s)? .{0,40}?"
    r"\b(?:for|of|to|about|on|by|owns?|leads?|runs?|does|do|happened to|with)\s+",
    re.I,
)
_OPENING = re.compile(r"^\W*(?:and|but|so|ok(?:ay)?|then|also|no|sorry|right)\b\W*", re.I)
_YES_NO = re.compile(r"^\W*(?:(?:and|so|but)\W+)?(?:is|are|was|were|has|have|had|did)\b", re.I)
_QUESTION_WORD = re.compile(r"\b(?:who|whose|what|which|when|where|why|how)\b", re.I)


class Conversation:
    """Resolves follow-ups against the questions and answers before them."""

    def __init__(
        self, register: Register, scopes: Scopes, labels: RowLabels, embedder: Embedder
    ) -> None:
        self._register = register
        self._labels = labels
        self._scopes = scopes
        self._embedder = embedder

    def resolve(self, question: str, history: Sequence[Turn]) -> str:
        """Give the question as it would be asked on its own; unchanged where it already is."""
        asked = plain(question)
        before = ""
        said = ""
        for turn in history:
            if turn.role == "user":
                before = self._resolve(plain(turn.content), before, said)
            else:
                said = plain(turn.content)
        return self._resolve(asked, before, said)

    def _resolve(self, asked: str, before: str, said: str) -> str:
        if not before or not asked:
            return asked
        for rule in (
            self._lettered,
            self._stepped,
            self._other_document,
            self._year,
            self._swapped,
        ):
            resolved = rule(asked, before, said)
            if resolved:
                return resolved
        return self._with_topic(asked, before, said)

    def _lettered(self, asked: str, before: str, said: str) -> str:
        """Resolve "(d)": the entry of that letter beside the one spoken of."""
        found = None if any(m.strong for m in mentions(asked)) else _LETTER.search(asked)
        focus = self._focus(before, said) if found else None
        if found is None or focus is None or not focus.identifier[-1:].isalpha():
            return ""
        other = focus.identifier[:-1] + (found["marked"] or found["bare"]).lower()
        if not self._register.find(other, (focus.document,)):
            return ""
        if _ABOUT.match(asked) or not _QUESTION_WORD.search(asked):
            return with_identifier(before, other)
        at, stop = found.span() if found["marked"] else found.span("bare")
        return _OPENING.sub("", f"{asked[:at]}{other}{asked[stop:]}")

    def _stepped(self, asked: str, before: str, said: str) -> str:
        """Resolve "the next one": the entry after the one spoken of."""
        named = any(m.strong for m in mentions(asked))  # "the next one, 2.2"
        step = 0 if named else 1 if _NEXT.search(asked) else -1 if _PREVIOUS.search(asked) else 0
        focus = self._focus(before, said) if step else None
        item = self._register.following(focus, step) if focus else None
        if item is None:
            return ""
        cue = _NEXT if step == 1 else _PREVIOUS
        rest = _OPENING.sub("", cue.sub(called(item), asked))
        if _QUESTION_WORD.search(rest):
            return self._in_its_document(rest, before, item)
        return with_identifier(before, called(item))

    def _other_document(self, asked: str, before: str, said: str) -> str:
        """Resolve "the other force": the same question of the documents not spoken of."""
        if not _OTHER.search(asked):
            return ""
        spoken = self._scopes.find(before) or self._scopes.find(said)
        others = self._scopes.others(spoken) if spoken else ()
        if len(others) != 1:
            return ""
        return rescoped(before, self._names(spoken), self._scopes.called(others[0]))

    def _year(self, asked: str, before: str, said: str) -> str:
        """Resolve "the year before": the same question of another year."""
        step = -1 if _YEAR_BEFORE.search(asked) else 1 if _YEAR_AFTER.search(asked) else 0
        years = list(_A_YEAR.finditer(before))
        if not step or not years:
            return ""
        last = years[-1]
        second = f"{last['mark']}{(int(last['second']) + step) % 100:02}" if last["second"] else ""
        year = f"{int(last['first']) + step}{second}"
        return f"{before[: last.start()]}{year}{before[last.end() :]}"

    def _swapped(self, asked: str, before: str, said: str) -> str:
        """Resolve "what about …": the question before, with one thing in it changed."""
        found = _ABOUT.match(asked)
        if not found or _QUESTION_WORD.search(found["rest"]) or _YES_NO.match(found["rest"]):
            return ""
        if len(found["rest"].split()) > _LONGEST_SWAPPED:
            frame = _FRAME.match(before)
            return self._in_scope_of(frame.group() + found["rest"], before) if frame else ""
        rest = re.sub(r"^(?:the|for|in|on)\s+", "", found["rest"], flags=re.I)
        named = [m for m in mentions(rest) if m.strong]
        if named:
            label = f"{named[0].label} " if named[0].label else ""
            return with_identifier(before, label + named[0].identifier)
        other = self._labels.with_other(rest, before)
        if other:
            return other
        scoped = self._scopes.find(rest)
        if scoped and self._scopes.find(before):
            return rescoped(before, self._names(self._scopes.find(before)), rest)
        return self._replaced(before, rest)

    def _in_scope_of(self, asked: str, before: str) -> str:
        """Limit a question to the document that the one before it names."""
        spoken = self._names(self._scopes.find(before))
        if not spoken or self._scopes.find(asked):
            return f"{asked}?"
        return f"{asked} in {spoken[0]}?"

    def _replaced(self, before: str, new: str) -> str:
        """Put a word in the place of the one nearest to it in meaning."""
        words = [w for w in content_words(before) if w.lower() != new.lower()]
        if not words:
            return f"{before} {new}"
        vectors = self._embedder.embed([new, *words])
        near = vectors[1:] @ vectors[0]
        if new[:1].isupper():
            near = near + np.array([0.3 if w[0].isupper() else 0.0 for w in words])
        best = words[int(np.argmax(near))]
        return re.sub(rf"(?<!\w){re.escape(best)}(?!\w)", new, before, count=1)

    def _with_topic(self, asked: str, before: str, said: str) -> str:
        """Put what was spoken of in the place of a pronoun; a bare follow-up asks the same."""
        own = [w for w in content_words(asked) if not _PRONOUN.fullmatch(w)]
        strong = [m for m in mentions(asked) if m.strong]
        if strong:
            return self._of_identifier(asked, before, strong[0].identifier)
        pronoun = _PRONOUN.search(asked)
        if not own and not _QUESTION_WORD.search(asked) and not _YES_NO.match(asked):
            return before
        named = self._scopes.find(asked) or self._register.names.find(asked)
        of_it = not named and self._is_of_it(asked, own)
        follows = bool(pronoun or of_it or _OPENING.match(asked))
        if not follows and (len(own) > 1 or named):
            return asked
        focus = self._focus(before, said)
        if focus and (len(own) <= 1 or pronoun or of_it):
            resolved = self._about_item(asked, before, focus, own)
            return self._in_its_document(resolved, before, focus)
        spoken = self._names(self._scopes.find(before))
        topic = topic_of(before, said, spoken)
        topic = "" if self._scopes.find(topic) else topic
        short = len(content_words(before)) <= 5
        one = bool(topic) and not (pronoun and _SEVERAL.fullmatch(pronoun.group()))
        if pronoun and one and short and len(topic.split()) <= 6:
            text = asked[: pronoun.start()] + topic + asked[pronoun.end() :]
            return _OPENING.sub("", text)
        context = f"{before} {said[:150]}".strip()
        return f"{_OPENING.sub('', asked)} ({context})" if follows or len(own) <= 2 else asked

    def _of_identifier(self, asked: str, before: str, identifier: str) -> str:
        """Name the document spoken of where a follow-up names an entry that others have too."""
        follows = _OPENING.match(asked) or _NEXT.search(asked) or _PREVIOUS.search(asked)
        spoken = self._scopes.find(before) if follows else ()
        found = self._register.find(identifier, spoken) if spoken else []
        return self._in_its_document(asked, before, found[0]) if found else asked

    def _is_of_it(self, asked: str, own: Sequence[str]) -> bool:
        """Whether a question is about what the entry spoken of has, and hardly anything else."""
        found = _OF_IT.search(asked)
        if found is None or _IN_GENERAL.search(asked):
            return False
        other = [w for w in own if w.lower() not in found.group().lower()]
        return len([w for w in other if w.lower() not in _OVER_TIME]) <= 1

    def _about_item(self, asked: str, before: str, focus: Item, own: Sequence[str]) -> str:
        says_what = re.search(r"\b(?:who|say|wording|when|why|what)\b", asked, re.I)
        if not own and not says_what and not _YES_NO.match(asked):
            return before
        if re.search(r"\bwhich one\b|\bboth\b", asked, re.I) and not own:
            return before
        text = _OPENING.sub("", asked)
        pronoun = _PRONOUN.search(text)
        if pronoun:
            return text[: pronoun.start()] + called(focus) + text[pronoun.end() :]
        return f"{text.rstrip('?')} {called(focus)}?"

    def _in_its_document(self, resolved: str, before: str, focus: Item) -> str:
        """Name the document that was spoken of, where others have the same identifier."""
        spoken = self._scopes.find(before)
        others = {i.document for i in self._register.find(focus.identifier)}
        if not spoken or self._scopes.find(resolved) or len(others) < 2:
            return resolved
        of_one_body = self._scopes.body_of([d for d in spoken if d in others])
        where = f"of {of_one_body}" if of_one_body else f"in {self._scopes.called(focus.document)}"
        return f"{resolved.rstrip('?')} {where}?"

    def _focus(self, before: str, said: str) -> Item | None:
        """Give the entry last spoken of."""
        documents = self._scopes.find(before)
        for text in (before, said):
            found = [
                item
                for mention in mentions(text)
                if mention.strong
                for item in self._register.find(
                    mention.identifier, documents, (mention.label,) if mention.label else ()
                )
            ]
            if found:
                return below_named(found, text)[0]
        return None

    def _names(self, documents: Sequence[str]) -> list[str]:
        return [self._scopes.called(d) for d in documents]
