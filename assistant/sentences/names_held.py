"""Names that a question takes to be in the documents: which the evidence does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import cache

from assistant.sentences.windows import Window
from assistant.wording import cues
from assistant.wording.english import is_common
from assistant.wording.facts import MONTH
from ingest.lexical import tokenise
from ingest.library import Library

_EVERYDAY = 2600  # places in the list of English words
_SHORTENED = 4  # letters of a shortened word at least
_TWO = 2  # letters of an abbreviation that names a thing rather than somebody
_FIRST = 4  # passages at a document's front
_OFTEN, _PART = 4, 0.1  # passages, and the part of them, in which a document's subject stands
#: Short forms of what everybody knows, ranks among them: no name that must be there.
_EVERYDAY_SHORT = frozenset(
    "A&E GP HR IT UK CCTV PC PCs PCSO PCSOs DC DS DI DCI DCS CI ACC DCC PCC MP TV ID".split()
)
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to"})
_CAPITALS = r"\b[A-Z][a-z’']+(?: [A-Z][a-z’']+)+"
#: What somebody says of who asks: "I'm a GP and …".
_ASKER = re.compile(
    r"\b(?:I['’]?m|I am|we['’]?re|we are) (?:an?|the) (?:[\w-]+ ){0,2}?[\w-]+"
    r"(?= (?:and|who|in|at|with)\b|[.,;:])",
    re.I,
)


class NamesHeld:
    """Knows what stands around evidence, and so which names of a question it lacks."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._front = cache(self._front_of)
        self._acronyms = {
            i.identifier.rstrip("s"): frozenset(tokenise(i.text))
            for d in library.documents
            for i in d.items
            if i.kind == "acronym"
        }

    def absent(self, text: str, chosen: Sequence[Window]) -> str:
        """Give a proper name of the question that the evidence does not have."""
        around = self.around(chosen)
        held = set(tokenise(around))
        fronts = [self._front(d) for d in dict.fromkeys(w.passage.document for w in chosen)]
        held |= {token for front in fronts for token in front}
        names = [n for n in proper_names(_ASKER.sub("", text)) if n not in _EVERYDAY_SHORT]
        absent = [name for name in names if self._is_absent(name, held, around)]
        telling = [n for n in names if n in absent or not is_common(n.lower(), _EVERYDAY)]
        return absent[0] if absent and len(absent) >= 0.5 * len(telling) else ""

    def is_held(self, name: str, window: Window) -> bool:
        """Whether the passage of a window has a name, or what stands around it has."""
        around = self.around([window])
        return not self._is_absent(name, set(tokenise(around)), around)

    def is_known(self, name: str) -> bool:
        """Whether the documents have a word of a name anywhere."""
        return bool(set(tokenise(name)) & self._library.stems)

    def spelled_out(self, chosen: Sequence[Window]) -> Set[str]:
        """Give the stems of what the abbreviations in windows stand for."""
        names = {n for w in chosen for n in re.findall(r"\b[A-Z]{2,6}\b", w.text)}
        return {t for n in names for t in self._acronyms.get(n, ())}

    def around(self, chosen: Sequence[Window]) -> str:
        """Give the words of windows' passages, of the headings above and of what they stand in."""
        return " ".join(part for w in chosen for part in self._around(w))

    def _is_absent(self, name: str, held: set[str], around: str) -> bool:
        tokens = set(tokenise(name))
        spelled = self._acronyms.get(name.rstrip("s"), frozenset())
        if not tokens or tokens & held or len(spelled & held) >= 2 or _initials(name, around):
            return False
        if len(name) <= _TWO and tokens & self._library.stems:
            return False  # "HR", "GP": what the documents speak of, though not here
        if len(name) >= _SHORTENED and re.search(rf"\b{re.escape(name)}[a-z]+", around):
            return False  # "the Exec" for the Executive
        return not tokens & self._library.stems or not is_common(name.lower())

    def _front_of(self, name: str) -> frozenset[str]:
        """Give what a document is about: the words of its first passages, and its main names.

        The abbreviation of a name in them stands for it: NZ for New Zealand.
        """
        passages = self._library.document(name).passages
        counts = Counter(t for p in passages for t in set(tokenise(p.text)))
        often = {t for t, n in counts.items() if n >= max(_OFTEN, _PART * len(passages))}
        first = {t for p in passages[:_FIRST] for t in tokenise(" ".join((p.text, *p.section)))}
        runs = re.findall(_CAPITALS, " ".join(p.text for p in passages))
        short = ("".join(w[0] for w in run.split()).lower() for run in runs)
        return frozenset(often | first | set(short))

    def _around(self, window: Window) -> tuple[str, ...]:
        info = self._library.document(window.passage.document).info
        name = re.sub(r"[-_.]", " ", info.name)
        title = (info.title, name, info.organisation, *info.aliases, info.kind)
        return (window.passage.text, *window.passage.section, *title)


def proper_names(text: str) -> list[str]:
    """Give the capitalised words of a question that are names, not its first word or a label."""
    words = re.findall(r"[\w’'&/-]+|[.?!]", text)
    found = []
    for before, word in zip([".", *words], words, strict=False):
        if not word[0].isupper() or before in ".?!" or word.lower() in cues.ASKING:
            continue
        if re.fullmatch(MONTH, word, re.I):
            continue
        found.append(re.sub(r"[’']s?$", "", word))
    return found


def _initials(name: str, text: str) -> bool:
    """Whether an abbreviation is the initials of words that stand together in a text."""
    if not name.isupper() or len(name) < 3:
        return False
    words = re.findall(r"[A-Za-z][\w’'-]*", text)
    telling = [w for w in words if w not in _SMALL]
    return any(name.rstrip("S") in "".join(w[0].upper() for w in own) for own in (words, telling))
