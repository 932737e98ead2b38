"""Where a quote stands on a page: the boxes of its words, for marking them on the page's image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.types import Box, Page, Word

_LEAST = 6
"""Fewer letters than these may stand anywhere."""


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a page's words in order, with the word that each is of."""

    text: str
    word: tuple[int, ...]


def quote_boxes(page: Page, quote: str) -> tuple[Box, ...]:
    """Give a box for each stretch of the quote on one line of the page, in points.

    A file's text and its words may come in another order (the cells of a row): the longest
    beginning of the quote that stands in the words is taken, then the longest beginning of the
    rest, each where it stands nearest to the one before. Empty where the page has no positions
    or nothing is found.
    """
    letters = _letters(page.words)
    found: set[int] = set()
    words = [plain for word in quote.split() if (plain := _plain(word))]
    near = 0
    while words:
        length, at = _longest(letters, words, near)
        if length:
            run = letters.word[at : at + len("".join(words[:length]))]
            found.update(run)
            near = run[-1]
        words = words[length or 1 :]
    return tuple(_joined(page.words[i] for i in sorted(found)))


def _longest(letters: _Letters, words: list[str], near: int) -> tuple[int, int]:
    """Give how many of the first words stand together on the page, and where; (0, 0) if none.

    A single short word proves nothing and is left out, unless it is all that is looked for.
    """
    for length in range(len(words), 0, -1):
        wanted = "".join(words[:length])
        if length < len(words) and len(wanted) < _LEAST:
            break
        places = _places(letters, wanted)
        if places:
            return length, min(places, key=lambda at: abs(letters.word[at] - near))
    return 0, 0


def _places(letters: _Letters, wanted: str) -> list[int]:
    """Give every place where the letters stand and begin a word."""
    places, at = [], letters.text.find(wanted)
    while at >= 0:
        if at == 0 or letters.word[at] != letters.word[at - 1]:
            places.append(at)
        at = letters.text.find(wanted, at + 1)
    return places


def _letters(words: tuple[Word, ...]) -> _Letters:
    text: list[str] = []
    word: list[int] = []
    for index, one in enumerate(words):
        plain = _plain(one.text)
        text.append(plain)
        word += [index] * len(plain)
    return _Letters("".join(text), tuple(word))


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
