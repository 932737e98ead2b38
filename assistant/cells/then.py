"""What is asked of the row that has the highest or lowest value: "and what is its rate"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from assistant.cells.answers import Cells
from assistant.drafts import Draft
from assistant.question.asking import parts
from assistant.types import Question

Answering = Callable[[Question], Draft]
Understanding = Callable[[str, Collection[str]], Question]

#: What points back to the row: its rate, the cause there, that district's, "and what is it at".
_WHOSE = re.compile(r"\b(?:its|their|his|her|th(?:at|e) \w+['’]s)\b", re.I)
_THERE = re.compile(
    r"\bthere\b(?! (?:is|are|was|were)\b)|\bin (?:it|that \w+)\b|\b(?:it|that one)\b", re.I
)


class ThenOfRow:
    """Answers a second part of the row that the first part finds."""

    def __init__(self, cells: Cells, answering: Answering, understanding: Understanding) -> None:
        """Answer second parts with `answering`, once `understanding` has read them."""
        self._cells = cells
        self._answering = answering
        self._understanding = understanding

    def answer(self, question: Question) -> Draft | None:
        """Answer both parts; None where there are not two, or the second is not answered."""
        pieces = parts(question.text)
        if len(pieces) != 2:
            return None
        first = self._cells.farthest(replace(question, text=pieces[0]))
        then = _of_row(pieces[1], first[1]) if first else ""
        if first is None or not then:
            return None
        draft, _, document = first
        second = self._answering(self._understanding(then, (document,)))
        if second.status != "answered":
            return None
        return replace(second, said=(*draft.said, *second.said), count=None)


def _of_row(piece: str, label: str) -> str:
    """Give a second part with the row's label in place of what points to it; "" without such."""
    whose = _WHOSE.search(piece)
    if whose:
        return f"{piece[: whose.start()]}{label}'s{piece[whose.end() :]}"
    there = _THERE.search(piece)
    return f"{piece[: there.start()]}in {label}{piece[there.end() :]}" if there else ""
