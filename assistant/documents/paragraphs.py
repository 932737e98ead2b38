"""Numbered paragraphs of running text, asked for by their number: "what does paragraph 52 say"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.drafts import Draft, Said, Source
from assistant.sentences.quoting import says, without_mark
from assistant.types import Question
from assistant.wording.phrases import joined
from ingest.library import Library
from ingest.types import Block, Document
from ingest.wording.identifiers import canonical, leading

_ASKED = re.compile(
    r"\b(?:paragraphs?|paras?|clauses?|articles?|rules?)\.?\s+(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?)\b"
    r"|(?<![\d.])(?P<dotted>\d{1,2}\.\d{1,3}\.\d{1,3})(?![\d.])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,3})*[a-z]?$")
_DOTTED = re.compile(r"^\d{1,3}(?:\.\d{1,3})+[a-z]?$")
_FEWEST_WORDS = 5  # of a paragraph; a heading that has the number is none
_MOST_POINTS = 12  # points below a paragraph that are told with it
_MOST_DOCUMENTS = 3


class Paragraphs:
    """Finds the paragraphs that begin with a number."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, question: Question) -> Draft | None:
        """Quote the paragraphs of the numbers asked for; None where no document has them."""
        asked = [canonical(m["number"] or m["dotted"]) for m in _ASKED.finditer(question.text)]
        asked += [name for name in question.unknown if _DOTTED.match(name)]
        if not asked:
            return None
        own = [d for d in self._library.documents if question.covers(d.info.name)]
        found = [(d, told) for d in own if (told := list(_told(d, asked)))]
        if not 0 < len(found) <= _MOST_DOCUMENTS:
            return None
        said = [
            Said(f"{says(d.info.name, self._library)}{text}" if not n else text, sources)
            for d, told in found
            for n, (text, sources) in enumerate(told)
        ]
        if len(found) == 1:
            return Draft("answered", tuple(said))
        number = joined([f"“{name}”" for name in dict.fromkeys(asked)])
        lead = Said(f"{number} stands in more than one document; here is each.")
        return Draft("ambiguous", (lead, *said))


def _told(document: Document, asked: Sequence[str]) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """Give each paragraph of those numbers as it is said, and where it stands."""
    for index, block in enumerate(document.blocks):
        number = leading(block.text) if block.kind in ("paragraph", "list_item") else None
        if number is None or number.label or canonical(number.identifier) not in asked:
            continue
        if len(number.rest.split()) < _FEWEST_WORDS:
            continue
        for part in (block, *_points(document.blocks, index)):
            source = Source(document.info.name, part.section, part.places, part.text)
            yield part.text if part is block else f"- {without_mark(part.text)}", (source,)


def _points(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """Give the points below a paragraph that leads to them."""
    if not blocks[index].text.rstrip().endswith((":", ";", "or", "and")):
        return
    for block in blocks[index + 1 : index + 1 + _MOST_POINTS]:
        number = leading(block.text)
        if block.kind != "list_item" or (number and _NUMBER.match(number.identifier)):
            return
        yield block
