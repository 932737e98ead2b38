"""Who holds a post: a sentence of running text that names somebody beside the post's words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.answer_kinds import TITLES
from assistant.drafts import Draft, Said, passage_source
from assistant.english import is_word
from assistant.phrases import capital, document_name
from assistant.types import Question
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.sentences import sentences
from ingest.types import Passage

_TITLED = re.compile(rf"\b(?:{TITLES})\.? (?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+")
_PAIR = re.compile(r"\b(?P<first>[A-Z][a-z’'-]+) (?P<last>[A-Z][\w’'-]+)")
_CHAIRS = re.compile(
    r"^\W*who(?:['’]s|s| is| was)?(?: the)? chair(?:s|ed|ing|man|person|woman)?(?: of)?(?: the)? "
    r"(?P<body>[^,;?]{4,80}?)(?: meetings?)?\W*$",
    re.I,
)
#: Forms of words that a post's name has otherwise: "is led by" tells of a lead.
_SAME = {"led": "lead", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair"}
_FEWEST = 2  # telling words of a post
_MOST = 2  # sentences
_ROOT = 4  # letters that a word begins with, whatever form it has


class PostHolders:
    """Finds sentences that say who somebody is of whom registers give the post only."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def chairing(self, question: Question) -> Draft | None:
        """Answer who chairs a body; None where that is not asked, or not told with a name."""
        asked = _CHAIRS.match(question.text)
        said = self.said(f"chair {asked['body']}", question) if asked else []
        return Draft("answered", tuple(said)) if said else None

    def said(self, post: str, question: Question, document: str = "") -> list[Said]:
        """Give the sentences that name the holder of a post, in the documents' own words."""
        wanted = _tokens(post)
        if len(wanted) < _FEWEST:
            return []
        begins = [token[:_ROOT] for token in wanted if token not in _SAME.values()]
        found: list[Said] = []
        last = ""
        for passage, sentence in self._sentences(begins, question, document):
            info = self._library.document(passage.document).info
            around = " ".join((info.title, info.organisation, *passage.section))
            own = _tokens(sentence)
            told = len(wanted & own) >= _FEWEST and wanted <= own | _tokens(around)
            if not told or not _names_person(sentence, post):
                continue
            name = document_name(info)
            lead = f"{capital(name)} says: " if name != last else ""
            last = name
            found.append(Said(f"{lead}{sentence}", (passage_source(passage, sentence),)))
        return found[:_MOST]

    def _sentences(
        self, begins: Collection[str], question: Question, document: str
    ) -> Iterator[tuple[Passage, str]]:
        for passage in self._library.passages:
            if passage.item or not question.covers(passage.document):
                continue
            if document and passage.document != document:
                continue
            text = passage.text.lower()
            if sum(begin in text for begin in begins) >= min(_FEWEST, len(begins)):
                yield from ((passage, sentence) for sentence in sentences(passage.text))


def _tokens(text: str) -> set[str]:
    found = set(tokenise(text))
    return found | {_SAME[t] for t in found if t in _SAME}


def _names_person(sentence: str, post: str) -> bool:
    """Whether a sentence holds a person's name besides the words of the post."""
    if _TITLED.search(sentence):
        return True
    own = {word.lower() for word in re.findall(r"[\w’'-]+", post)}
    return any(
        not is_word(found["last"].lower()) and found["last"].lower() not in own
        for found in _PAIR.finditer(sentence)
    )
