"""What the styles of a Word file say of a paragraph: heading level, weight, size, numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from ingest.readers.docx.package import W

_BODY_SIZE = 10.0  # points, where a file does not say


@dataclass(frozen=True, slots=True)
class Style:
    """A style's own element, its English name in lower case, and the style it is based on."""

    element: Element
    name: str
    base: str


class Styles:
    """The styles of a file by their identifiers."""

    def __init__(self, root: Element) -> None:
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._root = root
        for element in () if root is None else root.iterchildren(f"{W}style"):
            identifier = element.get(f"{W}styleId", "")
            style = Style(element, value(element, "name").lower(), value(element, "basedOn"))
            self._styles[identifier] = style
            if element.get(f"{W}default") in ("1", "true", "on"):
                self._defaults[element.get(f"{W}type", "")] = identifier

    def of(self, paragraph: Element) -> str:
        """Give the identifier of a paragraph's style."""
        said = value(paragraph.find(f"{W}pPr"), "pStyle")
        return said if said in self._styles else self._defaults.get("paragraph", "")

    def name(self, style: str) -> str:
        """Give a style's English name in lower case, which does not change with the language."""
        found = self._styles.get(style)
        return found.name if found else ""

    def chain(self, style: str) -> Iterator[Style]:
        """Give a style and those it is based on, nearest first."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].base

    def heading_level(self, paragraph: Element) -> int:
        """Give a heading's depth from 1; 0 where a paragraph is none."""
        own = value(paragraph.find(f"{W}pPr"), "outlineLvl")
        if own.isdigit():
            return int(own) + 1 if int(own) < 9 else 0
        for style in self.chain(self.of(paragraph)):
            named = re.match(r"heading (\d)$", style.name)
            if named:
                return int(named[1])
            if style.name == "title":
                return 1
            outline = value(style.element.find(f"{W}pPr"), "outlineLvl")
            if outline.isdigit():
                return int(outline) + 1 if int(outline) < 9 else 0
        return 0

    def numbering(self, paragraph: Element) -> tuple[str, int | None]:
        """Give the list a paragraph is in and its level in it, None where only the list is said."""
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(f"{W}numPr")
            number = value(found, "numId")
            if number:
                level = value(found, "ilvl")
                return number, int(level) if level.isdigit() else None
        return "", None

    def switched_on(self, run: Element, paragraph: Element, switch: str) -> bool:
        """Whether a property that is on or off ("b", "strike", "vanish") is on for a run."""
        for properties in self._run_properties(run, paragraph):
            found = properties.find(f"{W}{switch}") if properties is not None else None
            if found is not None:
                return found.get(f"{W}val", "1") not in ("0", "false", "off")
        return False

    def size(self, run: Element, paragraph: Element) -> float:
        """Give a run's size in points."""
        for properties in self._run_properties(run, paragraph):
            half_points = value(properties, "sz")
            if half_points.isdigit():
                return int(half_points) / 2
        return _BODY_SIZE

    def bold_first_row(self, table: Element) -> bool:
        """Whether a table's style prints its first row bold, and the table lets it."""
        properties = table.find(f"{W}tblPr")
        look = properties.find(f"{W}tblLook") if properties is not None else None
        if look is None:
            return False
        bits = look.get(f"{W}val", "0")
        first = look.get(f"{W}firstRow") or str(int(bits, 16) >> 5 & 1 if _is_hex(bits) else 0)
        if first not in ("1", "true", "on"):
            return False
        for style in self.chain(value(properties, "tblStyle")):
            for part in style.element.iterchildren(f"{W}tblStylePr"):
                weight = part.find(f"{W}rPr/{W}b")
                if part.get(f"{W}type") == "firstRow" and weight is not None:
                    return weight.get(f"{W}val", "1") not in ("0", "false", "off")
        return False

    def _paragraph_properties(self, paragraph: Element) -> Iterator[Element]:
        own = paragraph.find(f"{W}pPr")
        if own is not None:
            yield own
        for style in self.chain(self.of(paragraph)):
            found = style.element.find(f"{W}pPr")
            if found is not None:
                yield found

    def _run_properties(self, run: Element, paragraph: Element) -> Iterator[Element]:
        own = run.find(f"{W}rPr")
        yield own
        for style in (*self.chain(value(own, "rStyle")), *self.chain(self.of(paragraph))):
            yield style.element.find(f"{W}rPr")
        if self._root is not None:
            yield self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")


def value(parent: Element, name: str) -> str:
    """Give the value of a child element, empty where there is none."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def _is_hex(text: str) -> bool:
    return re.fullmatch(r"[0-9A-Fa-f]{1,8}", text) is not None
