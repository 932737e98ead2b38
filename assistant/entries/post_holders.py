"""Who holds a post, or chairs a body: a sentence of running text that ties a name to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import islice

from assistant.drafts import Draft, Said, passage_source
from assistant.sentences.quoting import says
from assistant.types import Question
from assistant.wording.answer_kinds import TITLES
from assistant.wording.english import is_word
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Document, Passage
from ingest.wording.periods import read_period
from ingest.wording.sentences import sentences
from ingest.wording.values import is_somebody

_TITLED_NAME = rf"(?:{TITLES})\.? (?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+"
_NAME = rf"(?:{_TITLED_NAME}|(?!The )[A-Z][a-z’'-]+ [A-Z][\w’'-]+)"
_TITLED = re.compile(rf"\b{_TITLED_NAME}")
_PAIR = re.compile(r"\b[A-Z][a-z’'-]+ (?P<last>[A-Z][\w’'-]+)")
#: "is chaired by …", "is led by …": what stands after it.
_BY = re.compile(r"\b(?:chaired|led|headed|run|managed) by (?P<whom>[^.;]+)", re.I)
#: "Asa Reed, who is the", and "is Asa Reed" on the other side of a post.
_BEFORE = re.compile(rf"{_NAME}(?:,? who)?(?:,| is| was| as|,? the)(?: the| our| its)? $")
_AFTER = re.compile(rf"^(?:, who)?(?:,| is| was|:| –)? ?(?:now )?{_NAME}")
_CHAIRS = re.compile(
    r"^\W*(?:what(?:['’]?s| is) the name of the (?:person|one|officer|member) )?"
    r"who(?:['’]s|s| is| was)?(?: the)? chair(?:s|ed|ing|man|person|woman)?(?: of)?(?: the)? "
    r"(?P<body>[^,;?]{4,80}?)(?: meetings?)?\W*$",
    re.I,
)
#: "Who is the Commissioner for Fenwater?", "who is the Head of Estates?"
_WHO_IS = re.compile(
    r"^\W*who(?:['’]s|s| is| was)(?: the| your| our)? (?P<post>(?:(?:deputy |assistant |acting )?"
    r"(?:head|director|chief|leader|minister|secretary) of (?:the )?[\w’&-]+(?: [\w’&-]+){0,3}?"
    r"|[\w’&-]+(?: [\w’&-]+){0,5}?))(?: (?:for|at|in|of) (?:the )?[\w’& -]{3,50})?\W*$",
    re.I,
)
#: Who is over an entry is told by the register; who answers for something holds no post by it.
_OF_ENTRIES = re.compile(
    r"\b(?:owner|lead|sponsor|person|officer responsible|one|who"
    r"|responsible|accountable|answerable|liable|in charge)$",
    re.I,
)
#: "Independent chair Dr Pella Strand": of an entry that is about the body.
_CHAIR_IS = re.compile(rf"\b[Cc]hair(?:man|woman|person)?,? {_TITLED_NAME}")
#: "Present: Morag Weir (Independent Chair)".
_CHAIR_BESIDE = re.compile(rf"{_NAME} ?\((?:[Ii]ndependent )?[Cc]hair(?:man|woman|person)?\)")
_CHAIRED_BY = re.compile(r"\bchaired by\b", re.I)
#: Words that say how somebody is set over something, which a sentence may say otherwise.
_OVER = frozenset({"lead", "led", "chair", "head", "manag"})
_BELOW = re.compile(r"\b(?:deputy|assistant|vice|former|ex)[\s-]+$", re.I)
_FEWEST = 2  # telling words of a post
_MOST = 2  # sentences
_ROOT = 4  # letters that a word begins with, whatever form it has


class PostHolders:
    """Finds sentences that say who somebody is of whom registers give the post only."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._around = {
            d.info.name: f"{d.info.title} {d.info.organisation}" for d in library.documents
        }

    def chairing(self, question: Question) -> Draft | None:
        """Answer who chairs a body; None where that is not asked, or not told in such words."""
        asked = _CHAIRS.match(question.text)
        if asked is None:
            return None
        wanted = set(tokenise(asked["body"]))
        about = list(self._about(wanted, question, entries=True))
        own = [
            (passage, sentence)
            for passage, sentence in about
            if _CHAIRED_BY.search(sentence)
            and wanted & set(tokenise(_CHAIRED_BY.split(sentence)[0]))
        ]
        own = own or [(p, s) for p, s in about if p.item and _CHAIR_IS.search(s)]
        own = own or self._named_as_chair(wanted, question)
        if not own:
            return None
        passage, sentence = own[0]
        by = _BY.search(sentence)
        post = by["whom"] if by and not _is_person(by["whom"]) else ""
        post = re.split(r",|\band\b", re.sub(r"^(?:the|its|our) ", "", post))[0].strip()
        named = self.said(post, question, passage.document)
        said = self._quoted(own)
        return Draft("answered", (*said, *(one for one in named if one not in said)))

    def _named_as_chair(
        self, body: Collection[str], question: Question
    ) -> list[tuple[Passage, str]]:
        """Give who the minutes of a body name with "(Chair)" behind it, among those present."""
        found = (
            (passage, piece.strip())
            for document in sorted(self._library.documents, key=_day, reverse=True)
            if document.info.kind == "minutes" and question.covers(document.info.name)
            if set(body) <= set(tokenise(self._around[document.info.name]))
            for passage in document.passages
            for piece in re.split(r"[;\n]|: ", passage.text)
            if _CHAIR_BESIDE.search(piece)
        )
        return list(islice(found, 1))

    def holding(self, question: Question) -> Draft | None:
        """Answer who somebody is by their post; None where no sentence ties a name to it.

        Words of the post that are in its document's title or its body's name may be left out
        there: the Commissioner for Fenwater is "the Commissioner" in Fenwater's documents.
        """
        asked = _WHO_IS.match(question.text)
        if asked is None or question.identifiers or _OF_ENTRIES.search(asked["post"]):
            return None
        words = asked["post"].split()
        for left_out in range(len(words)):
            phrase = " ".join(words[left_out:])
            dropped = set(tokenise(" ".join(words[:left_out])))
            found = [
                (passage, sentence)
                for passage, sentence in self._about(set(tokenise(phrase)), question, entries=True)
                if dropped <= set(tokenise(self._around[passage.document]))
                and _names_holder(sentence, phrase, by=False)
            ]
            if found:
                return Draft("answered", tuple(self._quoted(found)))
        return None

    def said(self, post: str, question: Question, document: str = "") -> list[Said]:
        """Give the sentences that name the holder of a post, in the documents' own words."""
        tokens = set(tokenise(post))
        wanted = tokens - _OVER
        if len(tokens) < _FEWEST:
            return []
        found = [
            (passage, sentence)
            for passage, sentence in self._about(wanted, question, document)
            if _names_holder(sentence, post, by=bool(tokens & _OVER))
        ]
        return self._quoted(found)

    def _quoted(self, found: Sequence[tuple[Passage, str]]) -> list[Said]:
        said: list[Said] = []
        last = ""
        for passage, sentence in found[:_MOST]:
            lead = says(passage.document, self._library) if passage.document != last else ""
            last = passage.document
            said.append(Said(f"{lead}{sentence}", (passage_source(passage, sentence),)))
        return said

    def _about(
        self,
        wanted: Collection[str],
        question: Question,
        document: str = "",
        *,
        entries: bool = False,
    ) -> Iterator[tuple[Passage, str]]:
        """Give the sentences that say all those words, but for those of the headings above.

        With `entries` those of entries too, whose title is such a heading.
        """
        begins = [token[:_ROOT] for token in wanted]
        for passage in self._library.passages:
            if (passage.item and not entries) or not question.covers(passage.document):
                continue
            if document and passage.document != document:
                continue
            title = passage.text.split("\n")[0] if passage.item else ""
            heads = (self._around[passage.document], *passage.section, title)
            around = " ".join(heads).lower()
            text = passage.text.lower()
            if not all(begin in text or begin in around for begin in begins):
                continue
            above = set(tokenise(around))
            told = (s for line in passage.text.split("\n") for s in sentences(line))
            for sentence in told:
                own = set(tokenise(sentence))
                if set(wanted) & own and set(wanted) <= own | above:
                    yield passage, sentence


def _day(document: Document) -> date:
    """Give the day that a document is of, for the latest first."""
    found = read_period(document.info.date) or read_period(document.info.as_of)
    return found.last if found else date.min


def _names_holder(sentence: str, post: str, *, by: bool) -> bool:
    """Whether a sentence ties a person's name to a post: by "led by", or right beside it.

    `by` is true where the post is over something: "Operation Gannet Lead".
    """
    over = _BY.search(sentence) if by else None
    if over and _is_person(over["whom"]):
        return True
    words = r"[\s,]+(?:of |for |the )*".join(map(re.escape, re.findall(r"[\w’'-]+", post)))
    return any(
        _is_beside(sentence[: held.start()], sentence[held.end() :])
        for held in re.finditer(rf"\b{words}\b", sentence, re.IGNORECASE)
    )


def _is_beside(before: str, after: str) -> bool:
    """Whether a person's name stands right before or after a post, and no deputy's."""
    if _BELOW.search(before):
        return False
    named = _BEFORE.search(before) or _AFTER.match(after)
    return named is not None and not is_somebody(_bare_name(named.group()))


def _bare_name(text: str) -> str:
    """Give the words of a name that are in capitals, without titles."""
    found = re.search(_NAME, text)
    return re.sub(rf"^(?:{TITLES})\.? ", "", found.group()) if found else text


def _is_person(whom: str) -> bool:
    """Whether what stands after "led by" is a person's name and not a post alone."""
    if _TITLED.search(whom) or re.match(_NAME, whom):
        return True
    return any(not is_word(pair["last"].lower()) for pair in _PAIR.finditer(whom))
