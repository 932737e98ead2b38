"""Words of a question that the documents do not know, or never speak of."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from assistant.question.understand import content_words
from assistant.types import Question
from assistant.wording.english import is_common, is_word
from ingest.lexical import tokenise
from ingest.library import Library

EVERYDAY = 2600
"""The place in the list of English words up to which a word tells nothing of a subject."""
#: Words for editions, and for how hard something is: they say nothing that could be missing.
_TELLS_NOTHING = frozenset(
    "current existing latest newest present struggling struggle struggled difficult difficulty "
    "hard harder slow slowly reluctant unable".split()
)
_ROOT = 5  # letters that words of one root have in common
#: What a document says "about Taser in the cells": up to the next small word.
_SAY_ABOUT = re.compile(
    r"\b(?:(?:says?|said|state|tell)\b[^?]{0,24}?\b(?:about|on|regarding)|mention|cover)"
    r" (?:the |an? )?"
    r"(?P<topic>(?:(?!in\b|at\b|on\b|for\b|during\b|when\b|by\b|to\b|of\b)[\w’'-]+\s*){1,5})",
    re.I,
)


class UnknownWords:
    """Looks for words of questions that no document has, and topics that one never mentions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._stems_of = cache(self._stems_of_document)

    def strange(self, question: Question, text: str) -> str:
        """Give a telling word of the question that no document has."""
        held = set(tokenise(text))
        for word in content_words(question.text):
            tokens = set(tokenise(word))
            told = tokens & held or self._is_known(word) or word.lower() in _TELLS_NOTHING
            if len(word) < 4 or not tokens or told:
                continue
            if is_word(word.lower()) and not is_common(word.lower(), EVERYDAY):
                return word
        return ""

    def unsaid(self, question: Question) -> str:
        """Give what documents are asked to say something about, where they never speak of it.

        "What does the custody policy say about Taser?"
        """
        asked = _SAY_ABOUT.search(question.text)
        if asked is None or not question.documents:
            return ""
        words = [w for w in content_words(asked["topic"]) if not is_common(w.lower(), EVERYDAY)]
        known = frozenset(t for d in question.documents for t in self._stems_of(d))
        if not words or any(_is_of_root(t, known) for w in words for t in tokenise(w)):
            return ""
        squeezed = "".join(self._squeezed(d) for d in question.documents)
        run_together = any(w.lower().replace("-", "") in squeezed for w in words)
        return "" if run_together else words[0]

    def _stems_of_document(self, name: str) -> frozenset[str]:
        passages = self._library.document(name).passages
        texts = (" ".join((p.text, *p.section)) for p in passages)
        return frozenset(t for text in texts for t in tokenise(text))

    def _squeezed(self, name: str) -> str:
        """Give a document's letters alone: "cyber crime" and "cybercrime" are one word."""
        pages = self._library.document(name).pages
        return re.sub(r"[\s-]+", "", " ".join(p.text for p in pages).lower())

    def unheard(self, question: Question) -> str:
        """Give a word in small letters that neither the documents nor the list of English have."""
        words = (w for w in content_words(question.text) if w.isalpha() and w.islower())
        unknown = (w for w in words if len(w) >= _ROOT and not is_word(w))
        return next((w for w in unknown if not self._is_known(w)), "")

    def _is_known(self, word: str) -> bool:
        """Whether the documents have a word, or one of the same root."""
        tokens = set(tokenise(word))
        return any(_is_of_root(token, self._library.stems) for token in tokens)


def _is_of_root(stem: str, known: Set[str]) -> bool:
    """Whether a word, or one of the same root, is among some: decency for decent."""
    root = stem[: max(_ROOT, len(stem) - 2)]
    return stem in known or (len(stem) > _ROOT and any(k.startswith(root) for k in known))
