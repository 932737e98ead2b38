"""Sets documents side by side: for each, what it says, or that it says nothing."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.drafts import Draft, Said
from assistant.question.understand import content_words
from assistant.retrieval.retrieve import Retriever
from assistant.sentences.choice import choose
from assistant.sentences.quoting import name_before, quoted
from assistant.sentences.reader import Reader
from assistant.types import Evidence, Question
from assistant.wording.phrases import capital, document_name
from ingest.lexical import tokenise
from ingest.library import Library

_MOST_DOCUMENTS = 4
_FLOOR = -5.0  # logit below which a document is taken to say nothing
_FRAME = re.compile(
    r"\b(?:in )?(?:both|the two|each of the|each|two|these|all) (?:documents?"
    r"|reports?|papers?|forces?"
    r"|areas?|strateg\w+)\b|\b(?:compare|comparison|versus|vs\.?|respectively"
    r"|mean the same(?: thing)?"
    r"|the same(?: thing)?|differ\w*|each)\b",
    re.I,
)


class Comparison:
    """Answers a question for each document in turn."""

    def __init__(self, library: Library, retriever: Retriever, reader: Reader) -> None:
        self._library = library
        self._retriever = retriever
        self._reader = reader

    def answer(self, question: Question) -> Draft | None:
        """Give what each document says; None where there are not several to compare."""
        names = question.documents
        if len(names) < 2:
            names = tuple(d.info.name for d in self._library.documents)
        if not 2 <= len(names) <= _MOST_DOCUMENTS:
            return None
        topic = _FRAME.sub(" ", question.about)
        parts = {name: self._said(name, topic, question) for name in names}
        if not any(parts.values()):
            return None
        said: list[Said] = []
        for name, part in parts.items():
            called = capital(self._called(name, names))
            if not part:
                said.append(Said(f"{called} does not say anything on this."))
                continue
            said.append(Said(f"{called}: {part[0].text}", part[0].sources))
            said.extend(part[1:])
        return Draft("answered", tuple(said))

    def _called(self, name: str, among: Collection[str]) -> str:
        """Name a document, with its date where another one of them has the same title."""
        info = self._library.document(name).info
        titles = [self._library.document(n).info.title for n in among]
        told = info.as_of or info.date
        same = titles.count(info.title) > 1 and told
        return f"{document_name(info)} ({told})" if same else document_name(info)

    def _said(self, name: str, topic: str, question: Question) -> list[Said]:
        info = self._library.document(name).info
        bare = _without(topic, (*info.aliases, *question_names(self._library)))
        own = " ".join(content_words(bare)) or bare
        evidence = self._about(self._retriever.find(own, (name,)), own)
        windows = [w for w in self._reader.read(own, evidence) if w.score > _FLOOR]
        said = quoted(choose(windows), self._library)
        return [Said(s.text.removeprefix(name_before(s.text)), s.sources) for s in said]

    def _about(self, evidence: list[Evidence], topic: str) -> list[Evidence]:
        """Keep the passages with the telling word of the topic, where any has it."""
        vocabulary = self._library.vocabulary
        words = [w for w in content_words(topic) if w.lower() in vocabulary]
        rarest = sorted(words, key=lambda w: vocabulary[w.lower()])[:2]
        if rarest:
            token = {t for word in rarest for t in tokenise(word)}
            kept = [
                e
                for e in evidence
                if token & set(tokenise(" ".join((*e.passage.section, e.passage.text))))
            ]
            return kept or evidence
        return evidence


def question_names(library: Library) -> tuple[str, ...]:
    """Give what the documents are called, to leave out of a topic."""
    return tuple(a for d in library.documents for a in d.info.aliases)


def _without(topic: str, names: tuple[str, ...]) -> str:
    text = topic
    for name in sorted(set(names), key=len, reverse=True):
        pattern = r"[\s-]+".join(re.escape(p) for p in re.split(r"[\s-]+", name))
        text = re.sub(rf"(?<!\w){pattern}(?!\w)", " ", text, flags=re.I)
    text = re.sub(r"\s+", " ", text).strip()
    return text if content_words(text) else topic
