"""Abbreviations and terms: what they stand for, how a name is shortened, what a term means."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rapidfuzz import fuzz

from assistant.drafts import Draft, Said, row_sources, shown
from assistant.question.understand import content_words
from assistant.register.entries import Register
from assistant.types import Question, Status
from assistant.wording.phrases import capital, document_name, joined
from ingest.about.versions import with_editions
from ingest.lexical import tokenise
from ingest.library import Library
from ingest.types import Item

_REVERSE = re.compile(
    r"\b(?:abbreviat\w+|acronym|initials|short(?:ened)?|letters)\b(?! for)", re.IGNORECASE
)

_QUOTED = re.compile(r"(?<!\w)[‘'“\"](?P<term>[^‘’'“”\"]{3,60})[’'”\"](?!\w)")
_MEANT = re.compile(
    r"\b(?:mean\w*|defin\w+|count(?:s|ed)? as|class(?:ed|es) as|refers? to|what makes"
    r"|(?:what|who) (?:is|are|exactly))\b",
    re.IGNORECASE,
)


class Terms:
    """Looks abbreviations and terms up in what the documents list and explain."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._acronyms = [t for t in register.terms if t.kind == "acronym"]
        self._definitions = [t for t in register.terms if t.kind == "definition"]

    def expand(self, question: Question) -> Draft | None:
        """Say what an abbreviation stands for, or how a name is abbreviated."""
        items = self._scoped(self._acronyms, question)
        reverse = self._by_long_form(question.text, items)
        if _REVERSE.search(question.text) and reverse:
            return self._shortened(reverse)
        named = self.named(question.text, items) or self._named_in_work(question)
        if named:
            return self._spelled_out(named)
        return (
            (self._shortened(reverse) if reverse else None)
            or self._by_initials(question)
            or self._unknown(question)
        )

    def acronym(self, question: Question) -> Draft | None:
        """Say what the abbreviations of a question stand for; None where it has none."""
        named = self.named(question.text, self._scoped(self._acronyms, question))
        named = named or self._named_in_work(question)
        return self._spelled_out(named) if named else None

    def _named_in_work(self, question: Question) -> list[Item]:
        """Give the abbreviations that another edition of the work asked about spells out."""
        kin = with_editions(question.documents, self._library.families)
        return self.named(question.text, [i for i in self._acronyms if i.document in kin])

    def define(self, question: Question) -> Draft | None:
        """Give the definition of a term that a document defines; None where none does."""
        wanted = self.quoted(question) or " ".join(tokenise(_topic(question.text)))
        told = _TOLD_BEFORE.search(question.text)
        before = " ".join(tokenise(told["told"])) if told else ""
        found = [
            (len(term), d)
            for d in self._scoped(self._definitions, question)
            if (term := " ".join(tokenise(_bare(d.identifier))))
            and self._is_asked(d, term, wanted, before, question.text)
        ]
        if not found:
            if initials := self._by_initials(question):
                return initials
            short = told and _SHORT_FORM.search(told["told"]) and len(question.words) > _FEW
            return self.acronym(question) if short else None  # of few words more is told elsewhere
        longest = max(length for length, _ in found)
        items = [d for length, d in found if length == longest]
        said = [Said(self._definition(d), row_sources(d)) for d in items]
        status: Status = "answered" if len({d.document for d in items}) == 1 else "ambiguous"
        return Draft(status, tuple(said), tuple(shown(d) for d in items))

    def _by_initials(self, question: Question) -> Draft | None:
        """Give the term whose initials alone are asked for: "ICV" for independent custody visitor.

        A term of another edition of the work asked about will do.
        """
        asked = [w for w in question.words if _SHORT_FORM.fullmatch(w) and len(w) > _FEWEST_LETTERS]
        if not asked or len(question.words) > _FEW + len(self._named_in(question)):
            return None
        kin = with_editions(question.documents, self._library.families)
        found = [
            d
            for d in self._definitions
            if (not kin or d.document in kin)
            if "".join(w[0] for w in _bare(d.identifier).split()).upper() in asked
        ]
        if not found or self._is_written(asked):
            return None
        lead = Said(f"The documents do not write {asked[0]}; a term with those initials is there.")
        said = (Said(self._definition(d), row_sources(d)) for d in found)
        return Draft("answered", (lead, *said), tuple(map(shown, found)))

    def _is_written(self, asked: Sequence[str]) -> bool:
        """Whether the documents have a short form themselves: it may stand for something else."""
        held = re.compile(rf"\b(?:{'|'.join(map(re.escape, asked))})\b")
        return any(held.search(p.text) for p in self._library.passages)

    def _named_in(self, question: Question) -> list[str]:
        """Give the words of a question that only name its documents."""
        names = {t for d in question.documents for t in self._named(d)}
        return [w for w in question.words if set(tokenise(w)) <= names]

    def _is_asked(self, definition: Item, term: str, wanted: str, before: str, text: str) -> bool:
        """Whether a term is what is asked for, or was told before "what is that?"."""
        told, asked = (f" {term} " in f" {text} " for text in (before, wanted))
        if not told and not asked:
            return False
        named = self._named(definition.document)
        told = told and not named >= set(term.split())
        if re.search(
            rf"\b(?:an?|term|word) \W?{re.escape(_bare(definition.identifier))}", text, re.I
        ):
            named -= set(term.split())  # "a victimisation", in a report on victimisation
        return told or (asked and _says_little_else(term, wanted, named))

    def _named(self, document: str) -> frozenset[str]:
        """Give the stems of what a document, and whose it is, are called."""
        info = self._library.document(document).info
        names = " ".join((info.title, info.organisation, info.name, *info.aliases))
        return frozenset(tokenise(re.sub(r"[-_.]", " ", names)))

    def quoted(self, question: Question) -> str:
        """Give the stems of a defined term whose meaning is asked for in quotes; "" for none."""
        quotes = [" ".join(tokenise(m["term"])) for m in _QUOTED.finditer(question.text)]
        if not quotes or not _MEANT.search(question.text):
            return ""
        known = {" ".join(tokenise(_bare(d.identifier))) for d in self._definitions}
        return next((term for term in quotes if term in known), "")

    def named(self, text: str, items: Sequence[Item]) -> list[Item]:
        """Give the abbreviations that a text names, each document's own reading of them."""
        words = re.findall(r"[\w&/’'-]+", text)
        found = []
        for item in items:
            short = item.identifier
            for word in words:
                bare = re.sub(r"[’']s$", "", word)
                if bare == short or (bare.rstrip("s") == short.rstrip("s") and bare[:1].isupper()):
                    found.append(item)
                    break
                if len(short) > 2 and bare.lower().rstrip("s") == short.lower().rstrip("s"):
                    if bare.lower() == bare and len(bare) <= 3:
                        continue
                    found.append(item)
                    break
            else:
                first = short.lower().split()[0]
                if " " in short and first in (w.lower() for w in words):
                    found.append(item)
        return found

    def _scoped(self, items: Sequence[Item], question: Question) -> list[Item]:
        return [i for i in items if question.covers(i.document)]

    def _by_long_form(self, text: str, items: Sequence[Item]) -> list[Item]:
        wanted = " ".join(tokenise(text.replace("&", "and")))
        scored = [
            (fuzz.partial_ratio(long, wanted), len(long), i)
            for i in items
            if (long := " ".join(tokenise(i.text.replace("&", "and")))) and len(long) > 5
        ]
        good = [s for s in scored if s[0] >= 90]
        if not good:
            return []
        longest = max(s[1] for s in good)
        return [s[2] for s in good if s[1] == longest]

    def _spelled_out(self, items: Sequence[Item]) -> Draft:
        said: list[Said] = []
        kept: dict[tuple[str, str], Item] = {}
        for item in items:
            long = _bare(item.text).lower().rstrip("s")
            kept.setdefault((item.identifier.rstrip("s").lower(), long), item)
        shorts = {short for short, _ in kept}
        several = len(kept) > len(shorts)
        for item in kept.values():
            tail = ""
            if several:
                tail = f" in {document_name(self._library.document(item.document).info)}"
            said.append(Said(f"{item.identifier} stands for {item.text}{tail}.", row_sources(item)))
        documents = {i.document for i in kept.values()}
        status: Status = "ambiguous" if several and len(documents) > 1 else "answered"
        return Draft(status, tuple(said), tuple(shown(i) for i in kept.values()))

    def _shortened(self, items: Sequence[Item]) -> Draft:
        names = joined(list(dict.fromkeys(i.identifier for i in items)), "or")
        sources = tuple(s for i in items for s in row_sources(i))
        text = f"{capital(items[0].text)} is abbreviated {names}."
        return Draft("answered", (Said(text, sources),), tuple(shown(i) for i in items))

    def _unknown(self, question: Question) -> Draft | None:
        capitals = _SHORT_FORM.findall(question.original)
        if not capitals:
            return None
        text = f"The documents do not say what {capitals[0]} stands for."
        return Draft("not_found", (Said(text),))

    def _definition(self, item: Item) -> str:
        if item.text.lower().startswith(item.identifier.lower()[:12]):
            return item.text
        return f"{item.identifier}: {item.text}"


_FEW = 3  # words
_FEWEST_LETTERS = 2
_SHORT_FORM = re.compile(r"\b[A-Z][A-Z0-9&]{1,9}s?\b")
#: "Someone mentioned weeding, what is that?"
_TOLD_BEFORE = re.compile(
    r"^(?P<told>.{3,80}?)[,.;:–-]+\s*(?:so |and )?what(?:['’]s|s| is| are| does) "
    r"(?:that|this|it|those|they)\b",
    re.I,
)
_FRAME = frozenset(
    """
    strategy document report plan guideline guidance policy response paper define defined
    defines definition mean means meant meaning new starter explain describe term terms tell
    never heard keep hearing someone joiner board member exactly quickly briefly simple plain
    english sentence two what's whats its home heard
    """.split()
)


def _topic(text: str) -> str:
    """Give the words of a question that say which term is asked for."""
    return " ".join(w for w in content_words(text) if w.lower() not in _FRAME)


def _bare(term: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", term).strip()


def _says_little_else(term: str, wanted: str, named: Set[str]) -> bool:
    """Whether a question has little else than a term, but for words that `named` a document.

    A term that is in the document's own name may be there to name it.
    """
    own = term.split()
    named = frozenset() if named >= set(own) else named
    besides = [word for word in wanted.split() if word not in own and word not in named]
    return len(besides) <= 1
