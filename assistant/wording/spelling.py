"""Mends typing errors of a question against the words that the documents and questions use."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.wording.cues import ASKING, SHORT_FORMS
from assistant.wording.english import is_spelled, is_word, respelled
from ingest.lexical import folded

_WORD = re.compile(r"[^\W\d_][^\W\d_’']*(?:[’'][^\W\d_]+)*")
_SHORTEST = 4
#: Words cut short as people say them: "hypo", "physio", "benzos".
_CLIPPED = re.compile(r"^\w{3,}os?$")
_WRITTEN_OUT = 5  # how much more often the documents write such a word out
#: Words that questions begin with: the likelier meaning of a slip than any word of a document.
_OPENERS = frozenset({"which", "what", "when", "where", "whose", "whom", "does", "owner", "owns"})

#: What follows the letters of an identifier: "PPL/3", "VAWG-12".
_CODED = re.compile(r"[/-]\d")


class Speller:
    """Knows the words of the documents, of asking, and of everyday English.

    A word that any of them holds is left as it is; another is mended to the nearest word of the
    documents or of asking, at most one slip in a short word and two in one of seven letters or
    more (optimal string alignment distance), or else to the English word that is one slip away.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._frequency = {w: n for w, n in vocabulary.items() if w.isalpha()}
        self._words = sorted({w for w in self._frequency if len(w) >= _SHORTEST} | _cue_words())

    def mend(self, question: str) -> str:
        """Give the question with its typing errors mended and short forms written out."""
        return _WORD.sub(
            lambda m: (
                m.group()
                if _CODED.match(question[m.end() :])
                else self._mended(m.group(), m.start() == 0)
            ),
            question,
        )

    def _mended(self, word: str, first: bool) -> str:
        lowered = word.lower().replace("’", "'")
        if lowered in SHORT_FORMS:
            return SHORT_FORMS[lowered]
        if len(word) < _SHORTEST or "'" in lowered:
            return word
        if _CLIPPED.search(lowered) and not is_word(lowered) and (whole := self._written(lowered)):
            return whole
        if self._is_known(folded(lowered)):
            return word
        if not lowered.isascii():
            return word  # a name of another language, which no list here can judge
        if word.isupper():
            return word
        if word[0].isupper() and not first:
            return self._name(word)
        return self._nearest(lowered) or self._begun(lowered) or respelled(lowered) or word

    def _name(self, word: str) -> str:
        """Mend a name by one slip only, after its first letter: better not found than mistaken."""
        near = self._nearest(word.lower()) if len(word) > 5 else ""
        sure = near and near[0] == word[0].lower() and OSA.distance(near, word.lower()) == 1
        return near.capitalize() if sure else word

    def _begun(self, word: str) -> str:
        """Write out a word of the documents that is cut short: "benzos" for benzodiazepines."""
        stem = re.sub(r"(?:os|s|o|ie|y)$", "", word)
        return self._commonest(stem) if len(stem) > 3 else ""

    def _written(self, word: str) -> str:
        """Give what the documents write for a clipped word, beside it where they have it too."""
        clipped = word.removesuffix("s")
        whole = self._commonest(clipped, len(word) + 3)
        own = self._frequency.get(word, 0) + self._frequency.get(clipped, 0)
        if self._frequency.get(whole, 0) < _WRITTEN_OUT * max(own, 1):
            return ""
        return f"{word} {whole}" if own else whole

    def _commonest(self, beginning: str, fewest: int = 0) -> str:
        """Give the commonest word that begins so and has so many letters; nothing if none does."""
        longer = (w for w in self._words if w.startswith(beginning) and len(w) >= fewest)
        return max(longer, key=lambda w: (self._frequency.get(w, 0), w), default="")

    def _is_known(self, word: str) -> bool:
        if word in self._frequency or word in ASKING or is_word(word) or is_spelled(word):
            return True
        stem = re.sub(r"(?:'s|s|es|ed|ing|d|ly)$", "", word)
        return stem in self._frequency or (len(stem) > 3 and is_word(stem))

    def _nearest(self, word: str) -> str:
        slips = 1 if len(word) <= 6 else 2
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=8)
        likely = [n for n in near if _is_slip(word, n[0])]
        if not likely:
            return ""
        return min(
            likely,
            key=lambda n: (n[1], n[0] not in _OPENERS, -self._frequency.get(n[0], 10)),
        )[0]


def _is_slip(typed: str, meant: str) -> bool:
    """Whether one word may be typed for another: few begin with a wrong letter.

    A word of four letters is near to too many others: only letters that changed places count.
    """
    swapped = sorted(typed) == sorted(meant)
    return swapped or (typed[0] == meant[0] and len(typed) > _SHORTEST)


def _cue_words() -> set[str]:
    return {w for w in ASKING if len(w) >= _SHORTEST} | {"owner", "owns", "which", "coordinator"}
