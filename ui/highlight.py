"""Where a quote stands on a page: the boxes of its words, for marking them on the page's image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.quotes import find_run
from ingest.types import Box, Page, Word


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a page's words in order, with the word that each is of."""

    text: str
    word: tuple[int, ...]


def quote_boxes(page: Page, quote: str) -> tuple[Box, ...]:
    """Give a box for each stretch of the quote on one line of the page, in points.

    A file's text and its words may come in another order (the cells of a row): where the quote
    does not stand in the words as a whole, its lines as the page has them are looked for, and
    then its halves. Empty where the page has no positions or nothing is found.
    """
    letters = _letters(page.words)
    found = sorted({i for part in _parts(page, quote) for i in _words_of(letters, part)})
    return tuple(_joined(page.words[i] for i in found))


def _parts(page: Page, quote: str) -> list[str]:
    """Cut the quote where the page's own text breaks its lines."""
    run = find_run(page.text, quote)
    if run is None:
        return [quote]
    whole = page.text[run.start : run.end]
    return [whole] if len(whole.split()) < 2 else [whole, *whole.splitlines()]


def _words_of(letters: _Letters, part: str, least: int = 12) -> list[int]:
    """Give the words that a part of a quote covers, cutting it in halves where it is torn."""
    wanted = _plain(part)
    if not wanted:
        return []
    at = letters.text.find(wanted)
    if at >= 0:
        return list(dict.fromkeys(letters.word[at : at + len(wanted)]))
    words = part.split()
    if len(wanted) < 2 * least or len(words) < 4:
        return []
    middle = len(words) // 2
    halves = (" ".join(words[:middle]), " ".join(words[middle:]))
    return [i for half in halves for i in _words_of(letters, half, least)]


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
