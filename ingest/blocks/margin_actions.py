"""Minutes with their actions in the margin: a number, and under it who is to do it, by when.

What was said and what stands beside it are two texts that run down the page side by side. Read as
a table's rows, both are cut into pieces; so each is put together again by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.elements import Grid
from ingest.types import Block, Place
from ingest.wording.reflow import join_lines
from ingest.wording.values import TIME, is_bare_chip, is_date

_CALLED = re.compile(r"^(?:ACTION|Action)\s+(?P<number>[A-Z]{0,5}[./-]?\d[\w./-]*)$")
_NUMBER = re.compile(
    r"^(?P<number>[A-Z]{1,5}[./-]?\d{1,4}(?:[./-]\d{1,4})+|\d{1,4}(?:[/-]\d{1,4})+)$"
)
#: "24/07/2025" and "2024/25", which number nothing.
_DAY = re.compile(
    r"\d{1,2}([/-])\d{1,2}\1(?:20)?\d\d$|20\d\d[/-](?:20)?\d\d$|20\d\d[/-]\d\d?[/-]\d"
)
#: "Medical Director to complete the audit": a post, and what it is asked.
_ASKS = re.compile(
    r"^(?P<who>[A-Z][\w.’'&-]*(?:,? (?:(?:of|and|for|the|with|&) )*[A-Z][\w.’'&-]*){0,7})"
    r" (?:to|will) "
    r"(?!(?:the|an?|its|their|all|each|those|these|our|this|that|his|her)\b)[a-z]"
)
_ACTION = re.compile(r"^(?:ACTION|Action)\s*[:–-]\s*")
_MINUTE = re.compile(r"^\d{1,3}(?:\.\d{1,3})*\.?\s+(?=\S)")
_LONGEST_TITLE = 90
_LEVEL = 4  # of the headings: under those of the minutes themselves
_WHEN = re.compile(
    rf"{TIME}$|(?:week|wk|w/[ce])\b.{{0,30}}\d|(?:the |next |[A-Z][a-z]+ )meeting\b", re.I
)
_YEAR = re.compile(r"20\d\d$")
_BETWEEN = frozenset(("with", "and", "of", "the", "for", "to", "in", "&", "/"))
_WIDEST_LINE = 40  # characters of a line in the margin


@dataclass(slots=True)
class _Told:
    """One action as the margin has it: its number, the lines under it, the minute it is beside."""

    number: str
    minute: int
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Said:
    """A paragraph of what was said, line by line, and which minute it belongs to."""

    minute: int
    lines: list[str]


def number_of(line: str) -> str:
    """Give the number of an action that stands alone on a line: "ACTION 41", "24/07"."""
    found = _CALLED.match(line) or _NUMBER.match(line)
    return found["number"] if found and not _DAY.match(found["number"]) else ""


def with_margins_told(elements: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
    """Give the elements; minutes with a margin as headings, paragraphs and one for each action."""
    for element in elements:
        margin = _Margin(element) if isinstance(element, Grid) else None
        if margin is not None and margin.is_told():
            yield from margin.blocks()
        else:
            yield element


class _Margin:
    """The two texts of a table whose last column may be a margin."""

    def __init__(self, grid: Grid) -> None:
        self._page = grid.page
        self._columns = grid.columns
        self.said: list[_Said] = []
        self.told: list[_Told] = []
        self._above: list[str] = []
        self._called = 0
        for row in grid.rows if 2 <= grid.columns <= 3 else ():
            cells = {cell.column: cell.text.strip() for cell in row}
            left = [cells.get(column, "") for column in range(grid.columns - 1)]
            self._say(" ".join(filter(None, left)), opens=bool(left[0]) and len(left) > 1)
            self._note(cells.get(grid.columns - 1, ""))

    def is_told(self) -> bool:
        """Whether actions stand in the margin, and beside them what was said in whole lines."""
        named = self._called == len(self.told) > 0
        asked = sum(_is_action(said) for said in self.said)
        numbered = self.told and asked >= max(1, len(self.told) / 2)
        somebody = self.told and all(_ASKS.match(" ".join(told.lines)) for told in self.told)
        lines = [line for told in self.told for line in told.lines]
        narrow = all(len(line) <= _WIDEST_LINE for line in lines)
        full = all(told.lines for told in self.told)
        wide = max((len(line) for said in self.said for line in said.lines), default=0)
        return bool(named or numbered or somebody) and narrow and full and wide > _WIDEST_LINE

    def blocks(self) -> Iterator[Block]:
        """Give what was said in its order, each action where it stands or behind its minute."""
        left = list(self.told)
        if self._above:  # what the page before has begun, or a column's name
            yield self._paragraph(join_lines(self._above))
        for position, said in enumerate(self.said):
            text = join_lines(said.lines)
            beside = [told for told in left if told.minute == said.minute]
            # What a page cuts is joined again: nothing may stand between its parts.
            cut = said is self.said[-1] and text[-1] not in ".:;?!"
            if _is_action(said) and beside:
                left.remove(beside[0])
                who, when = _date_apart(beside[0].lines)
                yield self._action(beside[0], _ACTION.sub("", text), who, when, text)
                beside = beside[1:]
            else:
                yield from map(self._whole, beside if cut else ())
                yield self._paragraph(text)
                left = [told for told in left if not cut or told not in beside]
            if cut or any(other.minute == said.minute for other in self.said[position + 1 :]):
                continue
            left = [told for told in left if told not in beside]
            yield from map(self._whole, beside)
        yield from map(self._whole, left)

    def _say(self, text: str, *, opens: bool) -> None:
        lines = [line for line in text.split("\n") if line.strip()]
        if not lines:
            return
        minute = bool(_MINUTE.match(lines[0]))
        if not self.said or opens or minute or _ACTION.match(lines[0]):
            number = self.said[-1].minute if self.said else 0
            self.said.append(_Said(number + (opens or minute), []))
        self.said[-1].lines.extend(lines)

    def _note(self, text: str) -> None:
        for line in filter(None, (part.strip() for part in text.split("\n"))):
            number = number_of(line)
            if number:
                self._called += _CALLED.match(line) is not None
                self.told.append(_Told(number, self.said[-1].minute if self.said else 0))
            elif self.told:
                self.told[-1].lines.append(line)
            else:
                self._above.append(line)

    def _whole(self, told: _Told) -> Block:
        """Give an action that stands in the margin with all its words."""
        lines, when = _date_apart(told.lines)
        text, who = _text_apart(lines)
        return self._action(told, text, who, when)

    def _action(
        self, told: _Told, text: str, who: Sequence[str], when: str, said: str = ""
    ) -> Block:
        """Give an action in one line as minutes have it elsewhere: "Action 7: … (Owner: …)"."""
        first = join_lines(who)
        named = (("Status" if is_bare_chip(first) else "Owner", first), ("Date", when))
        fields = "; ".join(f"{name}: {value}" for name, value in named if value)
        whole = f"{text} ({fields})" if fields else text
        printed = (said, " ".join(told.lines))
        places = tuple(Place(self._page, part) for part in printed if part)
        return Block("paragraph", f"Action {told.number}: {whole}", places)

    def _paragraph(self, text: str) -> Block:
        block = Block("paragraph", text, (Place(self._page, text),))
        return replace(block, kind="heading", level=_LEVEL) if _names_minute(text) else block


def _names_minute(text: str) -> bool:
    """Whether a text is the title of a minute: its number, few words, no sentence."""
    short = len(text) <= _LONGEST_TITLE and text[-1] not in ".;:!?,"
    return short and _MINUTE.match(text) is not None


def _is_action(said: _Said) -> bool:
    return _ACTION.match(said.lines[0]) is not None


def _text_apart(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Tell what is to be done and by whom, who begins the words or a line of their own."""
    asked = _ASKS.match(" ".join(lines))
    if not asked:
        for first in range(1, len(lines)):
            words = " ".join(lines[first:]).split()
            small = {word for word in words if not word[0].isupper()}
            if small <= _BETWEEN and words[0] not in small:
                return join_lines(lines[:first]), lines[first:]
    return join_lines(lines), [asked["who"]] if asked else ()


def _date_apart(lines: Sequence[str]) -> tuple[list[str], str]:
    """Split the day or time off the end; it may take two lines."""
    for count in (2, 1):
        end = " ".join(lines[-count:])
        alone = count == 1 or not _is_when(lines[-1]) or _YEAR.match(lines[-1])
        if len(lines) > count and alone and _is_when(end):
            return list(lines[:-count]), end
    return list(lines), ""


def _is_when(text: str) -> bool:
    return _WHEN.match(text) is not None or is_date(text)
