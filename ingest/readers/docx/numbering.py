"""The labels that Word prints before the paragraphs of numbered lists: "2.1", "(c)", "A3"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element as Element

from ingest.readers.docx.package import W
from ingest.readers.docx.styles import value
from ingest.readers.ordinals import letters, roman

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it prints; `style` is the style tied to it."""

    start: int = 1
    counts: str = "decimal"
    text: str = ""
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A list as it is used: the definition whose count it shares, and where it starts anew."""

    definition: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """Counts the paragraphs of a file's lists; each is to be asked about once, in order."""

    def __init__(self, root: Element) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._lists = {} if root is None else _lists(root)

    def level(self, number: str, said: int | None, style: str) -> int:
        """Give the level of a paragraph: as said, else the one that its style is tied to."""
        found = self._lists.get(number)
        if said is not None or found is None:
            return said or 0
        return next((n for n, level in found.levels.items() if level.style == style), 0)

    def label(self, number: str, level: int) -> str:
        """Count a paragraph and give its label; empty for bullets and undefined lists."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        self._count(number, found, level)
        own = found.levels[level]
        if own.counts not in _FORMATS:
            return ""
        return re.sub(
            r"%([1-9])", lambda m: self._printed(found, int(m[1]) - 1, own), own.text
        ).strip()

    def _count(self, number: str, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.definition, {})
        if level in found.restarts and (number, level) not in self._begun:
            counts[level] = found.restarts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = found.levels[level].start
        self._begun.add((number, level))
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]

    def _printed(self, found: _List, level: int, own: Level) -> str:
        above = found.levels.get(level, Level())
        count = self._counts[found.definition].setdefault(level, above.start)
        return _FORMATS.get("decimal" if own.legal else above.counts, str)(count)


def _lists(root: Element) -> dict[str, _List]:
    definitions = {e.get(f"{W}abstractNumId", ""): e for e in root.iterchildren(f"{W}abstractNum")}
    named = {value(e, "styleLink"): key for key, e in definitions.items() if value(e, "styleLink")}
    found = {}
    for element in root.iterchildren(f"{W}num"):
        key = value(element, "abstractNumId")
        linked = value(definitions.get(key), "numStyleLink")
        key = named.get(linked, key)
        levels = _levels(definitions[key]) if key in definitions else {}
        restarts = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            level = _whole(override.get(f"{W}ilvl", ""), 0)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[level] = _level(own)
            start = value(override, "startOverride")
            if start.isdigit():
                restarts[level] = int(start)
        found[element.get(f"{W}numId", "")] = _List(key, levels, restarts)
    return found


def _levels(definition: Element) -> dict[int, Level]:
    return {_whole(e.get(f"{W}ilvl", ""), 0): _level(e) for e in definition.iterchildren(f"{W}lvl")}


def _level(element: Element) -> Level:
    return Level(
        start=_whole(value(element, "start"), 1),
        counts=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        legal=element.find(f"{W}isLgl") is not None,
        style=value(element, "pStyle"),
    )


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() else otherwise
