"""Where a quote stands on a page: the boxes of its words, for marking them on the page's image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.types import Box, Page, Word

_SKIP = 12.0
"""What a word costs that is left unmarked: as much as a leap of eleven lines."""
_FAR = 16.0
"""What is dearer than the best by this much is not followed further."""
_LEAST = 0.6
"""Where a smaller share of the quote's letters is found, the quote is not on the page."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a page's words in order, with the word that each is of."""

    text: str
    word: tuple[int, ...]
    words: tuple[Word, ...]

    def between_words(self, at: int) -> bool:
        """Whether a word ends before a letter's place, and another may begin there."""
        return at in {0, len(self.text)} or self.word[at] != self.word[at - 1]

    def places(self, wanted: str) -> list[int]:
        """Give every place where the letters stand and begin a word."""
        places, at = [], self.text.find(wanted)
        while at >= 0:
            if self.between_words(at):
                places.append(at)
            at = self.text.find(wanted, at + 1)
        return places

    def way(self, end: int, start: int) -> float:
        """Give the cost of reading on at a letter's place: none for the next word of the line.

        A leap costs 1, and 1 for each line up or down (10 at most) or for leaping along the line;
        back on the line or upwards costs 1 more, because cells are read downwards.
        """
        one, other = self.words[self.word[end - 1]].box, self.words[self.word[start]].box
        if _follows(one, other):
            return 0.0
        lines = (other.top - one.top) / max(one.bottom - one.top, 1.0)
        back = lines < -0.5 or (lines < 0.5 and other.x0 < one.x1)
        return 1 + min(max(abs(lines), 1.0), 10.0) + back


@dataclass(frozen=True, slots=True)
class _Trail:
    """A reading of the quote's first words: where it has come to, and its cost.

    `read` has a bit for each letter of the page that is taken: none is read twice.
    """

    end: int = 0
    cost: float = 0.0
    read: int = 0

    def past(self) -> _Trail:
        """Leave a word of the quote unmarked."""
        return _Trail(self.end, self.cost + _SKIP, self.read)

    def on(self, at: int, length: int, way: float) -> _Trail | None:
        """Read the letters at a place; None where one of them was read before."""
        taken = ((1 << length) - 1) << at
        if self.read & taken:
            return None
        return _Trail(at + length, self.cost + way, self.read | taken)


def quote_boxes(page: Page, quote: str) -> tuple[Box, ...]:
    """Give a box for each stretch of the quote on one line of the page, in points.

    A file's text and its words may come in another order (the cells of a row): of all ways to
    read the quote's words off the page, the one with the fewest and shortest leaps is taken
    (Viterbi's algorithm over the places of each word). Empty where the page has no positions
    or the quote is not there.
    """
    letters = _letters(page.words)
    wanted = [plain for word in quote.split() if (plain := _plain(word))]
    read = _read_off(letters, wanted) if wanted and letters.text else 0
    if read.bit_count() < _LEAST * sum(map(len, wanted)):
        return ()
    found = {index for at, index in enumerate(letters.word) if read >> at & 1}
    return tuple(_joined(page.words[i] for i in sorted(found)))


def _read_off(letters: _Letters, wanted: list[str]) -> int:
    """Give the letters that the wanted words are on the cheapest way, a bit each."""
    trails = [_Trail()]
    places = {word: letters.places(word) for word in set(wanted)}
    for word in wanted:
        trails = _further(letters, trails, word, places[word])
    whole = [t for t in trails if letters.between_words(t.end)] or trails
    return min(whole, key=lambda t: (t.cost, t.end)).read


def _further(letters: _Letters, trails: list[_Trail], word: str, places: list[int]) -> list[_Trail]:
    """Read one more word off each trail: the word's next letters, a leap, or not at all."""
    best: dict[int, _Trail] = {}

    def keep(trail: _Trail | None) -> None:
        if trail and (trail.end not in best or trail.cost < best[trail.end].cost):
            best[trail.end] = trail

    for trail in trails:
        keep(trail.past())
        if letters.between_words(trail.end):
            for at in places:
                keep(trail.on(at, len(word), letters.way(trail.end, at) if trail.end else 0.0))
        elif letters.text.startswith(word, trail.end):
            keep(trail.on(trail.end, len(word), 0.0))
    cheapest = min(trail.cost for trail in best.values())
    return [trail for trail in best.values() if trail.cost <= cheapest + _FAR]


def _letters(words: tuple[Word, ...]) -> _Letters:
    text: list[str] = []
    word: list[int] = []
    for index, one in enumerate(words):
        plain = _plain(one.text)
        text.append(plain)
        word += [index] * len(plain)
    return _Letters("".join(text), tuple(word), words)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _joined(words: Iterator[Word]) -> Iterator[Box]:
    """Join the boxes of words that follow each other closely on one line."""
    current: Box | None = None
    for word in words:
        if current and _follows(current, word.box):
            current = Box(
                current.x0,
                min(current.top, word.box.top),
                word.box.x1,
                max(current.bottom, word.box.bottom),
            )
            continue
        if current:
            yield current
        current = word.box
    if current:
        yield current


def _follows(box: Box, after: Box) -> bool:
    height = box.bottom - box.top
    return abs(after.top - box.top) < height / 2 and -1 <= after.x0 - box.x1 < height
