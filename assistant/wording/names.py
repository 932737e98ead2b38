"""Names in owner cells: split where several stand together, and found by part of a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from assistant.wording.english import is_common
from ingest.lexical import tokenise

_INITIALS = (2, 3, 4)  # words that are shortened to their initials
_UNITS = "dutb"  # department, unit, team, branch
_TWO = 2  # words of a post that people turn round
_SHORTEST = 3  # letters of such an abbreviation
_EVERYDAY = 9000  # places in the list of English words
#: "HM" and what it is short for: the same service with and without.
_CROWN = frozenset({"hm", "her", "his", "majesti"})

#: Words that a post's name ends with, so that "X Lead and Y" are two and "Crime and Disorder" one.
_POST = re.compile(
    r"\b(?:leads?|co-?ordinators?|commanders?|managers?|officers?|heads?|directors?|chiefs?|teams?"
    r"|units?|departments?|boards?|commissioners?|constables?|superintendents?|inspectors?"
    r"|partners(?:hips?)?|services?|councils?|advis[eo]rs?|champions?|sponsors?|analysts?|ci|di|dci"
    r"|sergeants?|executives?|acc|dcc|cc|pcc|opcc|hr|it|ict|finance|communications|estates|legal)$",
    re.IGNORECASE,
)

_FORMER = re.compile(
    r"\s*[(\[](?:was|were|formerly|previously|until)\b[^)\]]*[)\]]"
    r"|[;,]\s*(?:was|formerly|previously)\b.*$",
    re.I,
)
_TITLE = re.compile(r"(?:mr|mrs|ms|dr|cllr|prof|insp|sgt|supt|pc|pcso|ds|di|dc|rev)\.?", re.I)


def split_names(value: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Give the names in a cell as written.

    They are divided by / ; or new lines, by "and" and commas after a post, and where another
    cell's whole name stands inside (`known`).
    """
    pieces = [p for p in re.split(r"\s*(?:/|;|\n|\|)\s*", value) if p.strip()]
    for divider in (" and ", " & ", ", ", " with "):
        pieces = [q for p in pieces for q in _divided(p, divider)]
    pieces = [q for p in pieces for q in _around_known(p.strip(), known)]
    return tuple(p.strip(" ,") for p in pieces if p.strip(" ,"))


def without_former(value: str) -> str:
    """Give a cell's names without those of the time before: "Head of Data (was Asa Reed)"."""
    return _FORMER.sub("", value).strip()


def _divided(text: str, divider: str) -> list[str]:
    parts: list[str] = []
    for piece in text.split(divider):
        whole = bool(parts) and not _POST.search(parts[-1].strip())
        place = bool(parts) and divider == ", " and not _is_somebody(piece)
        if whole or place:
            parts[-1] += divider + piece
        else:
            parts.append(piece)
    return parts


def _is_somebody(piece: str) -> bool:
    """Whether what follows a comma is another name, not the place or the field of the post."""
    words = re.findall(r"[A-Za-z][\w.-]*", piece)
    return any(_POST.search(w) or _TITLE.fullmatch(w) for w in words) or len(words) > 2


def _around_known(text: str, known: Iterable[str]) -> list[str]:
    """Divide a name around another whole name inside it, when what is left are names too."""
    for name in sorted(known, key=len, reverse=True):
        if len(name) >= len(text) or len(name.split()) < 2:
            continue
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if not found:
            continue
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if after and not (after[0].isupper() and len(after.split()) > 1):
            continue
        before_ok = not before or _POST.search(before) or re.search(r"\bfor [A-Z]\w+$", before)
        if before_ok and (not after or _POST.search(after) or len(after.split()) > 2):
            rest = [p for side in (before, after) for p in ([side] if side else [])]
            if rest and (len(before.split()) > 1 or not before):
                middle = text[found.start() : found.end()]
                return [
                    *(_around_known(before, known) if before else []),
                    middle,
                    *(_around_known(after, known) if after else []),
                ]
    return [text]


@dataclass(frozen=True, slots=True)
class Holder:
    """A name said in a question that cells of a field hold; `tokens` are compared."""

    phrase: str
    tokens: tuple[str, ...]


#: The short forms of police ranks, which nobody explains.
_RANKS = {
    "pc": "Police Constable", "ps": "Police Sergeant", "sgt": "Sergeant",
    "dc": "Detective Constable", "ds": "Detective Sergeant", "di": "Detective Inspector",
    "dci": "Detective Chief Inspector", "insp": "Inspector", "ci": "Chief Inspector",
    "supt": "Superintendent", "det": "Detective", "acc": "Assistant Chief Constable",
    "dcc": "Deputy Chief Constable",
}  # fmt: skip


class NameFinder:
    """Finds which of the values of a field a question names, whole or in part."""

    def __init__(self, values: Sequence[str], expansions: Mapping[str, str]) -> None:
        self._expansions = _RANKS | {k.lower(): v for k, v in expansions.items()}
        self._initials = _initials(values)
        self._cells = [self.tokens(v) for v in dict.fromkeys(values)]
        counts = Counter(t for cell in self._cells for t in set(cell))
        total = max(len(self._cells), 1)
        self._weight = {t: log(1 + total / n) for t, n in counts.items()}

    def tokens(self, text: str) -> tuple[str, ...]:
        """Give the words compared: stemmed, abbreviations written out."""
        words = []
        for word in re.findall(r"[\w’'-]+", text):
            bare = re.sub(r"[’']s?$", "", word).lower()
            key = bare.rstrip("s") if bare.rstrip("s") in self._expansions else bare
            spelled = self._expansions.get(key, "")
            if not tokenise(key) and not word[:2].isupper():
                spelled = ""  # "by" is nobody, though Bronwen Yardley may be BY
            words.append(
                spelled or (self._initials.get(bare, "") if word.isupper() else "") or word
            )
        tokens = (t for t in tokenise(" ".join(words)) if t.isalpha() or t.isdigit())
        return tuple(t for t in tokens if t not in _CROWN)

    def find(self, question: str, *, words: bool = False) -> Holder | None:
        """Give the telling run of a question's words that stands in a cell, the longest of them.

        With `words`, one uncommon word is telling too; else a name must be two words or capitals.
        """
        best: tuple[float, int, Holder] | None = None
        for phrase in _runs(question):
            tokens = self._held(phrase) or self._held(_without_unit(phrase))
            if not tokens:
                continue
            weight = sum(self._weight.get(t, 0.0) for t in tokens)
            candidate = (weight, -len(phrase), Holder(phrase, tokens))
            better = best is None or candidate[:2] > best[:2]
            if better and self._telling(candidate[2], words=words):
                best = candidate
        return best[2] if best else None

    def _held(self, phrase: str) -> tuple[str, ...]:
        """Give the words of a phrase that stand together in some cell, or none."""
        tokens = self.tokens(phrase)
        turned = tokens[::-1] if len(tokens) == _TWO and _UNIT.match(_bare(phrase)) else ()
        for run in filter(None, (tokens, turned)):  # "finance director": Director of Finance
            if any(holds(c, run) for c in self._cells):
                return run
        surname = self.tokens(phrase.rsplit(maxsplit=1)[-1]) if _is_titled(phrase) else ()
        return surname if any(holds(c, surname) for c in self._cells) else ()

    def _telling(self, holder: Holder, *, words: bool) -> bool:
        """Whether the words single somebody or something out."""
        if _POST_OF.search(holder.phrase) and len(holder.tokens) > 1:
            return True
        whole = len(holder.tokens) > 1 and holder.tokens in self._cells
        if whole or _is_titled(holder.phrase):
            return True
        telling = [
            word
            for word in holder.phrase.split()
            if len(word) > 2
            and not _UNIT.match(word)
            and any(self._weight.get(t, 0.0) > 1.0 for t in self.tokens(word))
        ]
        if not telling:
            return False
        if words and not is_common(telling[0].lower(), _EVERYDAY):
            return True
        of_post = any(_UNIT.match(w) for w in holder.phrase.split() if w not in telling)
        return len(telling) > 1 or of_post or telling[0].rstrip("s").isupper()


def _is_titled(phrase: str) -> bool:
    """Whether a phrase is a title and a surname: "Dr Quarrie", who may have a first name."""
    words = phrase.split()
    titled = len(words) == _TWO and _TITLE.fullmatch(words[0]) is not None
    return titled and words[1][:1].isupper() and len(_bare(phrase)) > _SHORTEST - 1


def _initials(values: Sequence[str]) -> dict[str, str]:
    """Give words of names by their initials, also with the D, U, T or B of what they are.

    "PSD" is the Department of "Head of Professional Standards", where nothing else has those.
    """
    found: dict[str, set[str]] = {}
    for value in values:
        words = [w for w in re.findall(r"[\w’'-]+", value) if w[0].isupper()]
        for size in _INITIALS:
            for at in range(len(words) - size + 1):
                run = words[at : at + size]
                short = "".join(w[0] for w in run).lower()
                for known in (short, *(short + unit for unit in _UNITS)):
                    if len(known) >= _SHORTEST:
                        found.setdefault(known, set()).add(" ".join(run))
    return {short: next(iter(runs)) for short, runs in found.items() if len(runs) == 1}


def _bare(phrase: str) -> str:
    """Give a phrase's last word without the ending of a possessive."""
    return re.sub(r"[’']s?$", "", phrase.rsplit(maxsplit=1)[-1])


def _without_unit(phrase: str) -> str:
    """Leave out "team" after a name that is written without it: "the communications team"."""
    words = phrase.split()
    return " ".join(words[:-1]) if len(words) == 2 and _UNIT.match(words[1]) else phrase


#: "Director of People": a post whose field may be an everyday word.
_POST_OF = re.compile(
    r"\b(?:heads?|directors?|chiefs?|managers?|commanders?|officers?) (?:of|for) (?:the )?\w", re.I
)
_UNIT = re.compile(
    r"^(?:teams?|units?|departments?|people|folks?|officers?|leads?|staff|guys|lot|section"
    r"|co-?ordinators?|commanders?|managers?|heads?|directors?|boards?|panels?|services?)$",
    re.I,
)


#: A word in brackets that may be part of a name.
_IN_BRACKETS = r"\([A-Z][\w-]+\)"
_CLAUSES = re.compile(
    r"[;:?!]|\((?![A-Z][\w-]+\))|(?<![\w-])\)|,(?!\s[A-Z])|(?<=\s),|\.(?:\s|$)|\bor\b"
)
_WORDS = re.compile(rf"{_IN_BRACKETS}|[\w’'&-]+")


def _runs(question: str) -> Iterable[str]:
    """Give the runs of words of a question, none over a mark or the word "or".

    A comma right before a capital may be inside a name: "Inspector, Neighbourhoods North"; so may
    a word in brackets: "Estates Manager (North)".
    """
    for clause in _CLAUSES.split(question):
        words = _WORDS.findall(clause)
        for start in range(len(words)):
            for stop in range(start + 1, min(start + 12, len(words)) + 1):
                yield " ".join(words[start:stop])


def names_somebody(name: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether one name has all those words in that order.

    Between three or more of them others may stand.
    """
    if len(tokens) < 3:
        return holds(name, tokens)
    rest = iter(name)
    return all(token in rest for token in tokens)


def holds(cell: Sequence[str], tokens: Sequence[str]) -> bool:
    """Whether a cell's words contain a run of words."""
    n = len(tokens)
    return any(tuple(cell[i : i + n]) == tuple(tokens) for i in range(len(cell) - n + 1))
