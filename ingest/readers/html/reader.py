"""Reads web pages: what a reader of the page would read, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from ingest.elements import Reading
from ingest.errors import UnreadableFile
from ingest.readers.flow import CellText, Flow, Sink
from ingest.readers.html.page import Scope, decoded, described, parsed, scope_of, title_above
from ingest.readers.html.tables import is_data, read_table
from ingest.readers.ordinals import letters, roman
from ingest.readers.words import Inline, Words
from ingest.types import BlockKind
from ingest.wording.marks import BULLETS, DASHES

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
    "hr", "legend", "li", "main", "menu", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
} | set(_HEADINGS))  # fmt: skip
_BOLD = frozenset({"b", "strong", "th"})
_STRUCK = frozenset({"s", "strike", "del"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)
_NO_MARKER = re.compile(r"list-style[\w-]*\s*:[^;]*none", re.I)
_IN_NOTES = (
    "boolean(ancestor::*[contains(concat(' ', @class, ' '), ' footnotes ')"
    " or @role='doc-endnotes'])"
)
_DEEPEST = 12  # tables within tables; deeper ones are read as text
_LABEL_LINE = re.compile(rf"^[A-Z][^:.]{{1,40}}:(?:\s|$)|^[{BULLETS}{DASHES}]\s")

_NUMBERS: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda n: letters(n).upper(),
    "i": roman,
    "I": lambda n: roman(n).upper(),
}


def read_html(path: Path) -> Reading:
    """Read a web page's file; nothing in it is run or fetched.

    Raises:
        UnreadableFile: it holds no text.
    """
    return parse_html(decoded(path.read_bytes()), path.name)


def parse_html(markup: str, name: str = "page") -> Reading:
    """Read a page's markup.

    Raises:
        UnreadableFile: it holds no text.
    """
    tree = parsed(markup)
    if tree is None:
        raise UnreadableFile(f"{name}: the file holds no text; leave it out")
    scope = scope_of(tree)
    flow = Flow()
    title = title_above(tree, scope)
    if title:
        flow.heading(Words(title), 1)
    _Walk(scope, flow).through(scope.root)
    return flow.reading(name, described(tree))


@dataclass(slots=True)
class _Open:
    """An element that is open: what the words in it become, the label of its next block."""

    element: Element
    kind: BlockKind
    level: int = 0
    label: str = ""
    entries: int = 0


class _Walk:
    """Goes through elements in order, without recursion: pages nest hundreds deep."""

    def __init__(self, scope: Scope, sink: Sink, depth: int = 0) -> None:
        self._scope = scope
        self._sink = sink
        self._depth = depth
        self._inline = Inline()
        self._open: list[_Open] = []
        self._bold = 0
        self._struck = 0
        self._terms: list[str] = []

    def through(self, root: Element) -> None:
        """Read an element and all that is in it."""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Element = None
        for event, element in walk:
            if event == "start":
                inner = element is not root
                if inner and (self._scope.leaves_out(element) or self._is_table(element)):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._start(element)
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element)
            if element is not root:
                self._say(element.tail)
        self._flush()

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._open.append(self._opened(element))
        if tag == "br" and self._inline.at_break:
            self._flush()
        elif tag == "br":
            self._inline.break_line()
        self._bold += _is_bold(element)
        self._struck += _is_struck(element)
        self._say(element.text)

    def _end(self, element: Element) -> None:
        if element.tag in _BLOCKS:
            if element.tag == "td" and not element.xpath("normalize-space()"):
                self._inline.add(" ".join(element.xpath(".//img/@alt")))
            self._flush()
            self._open.pop()
        if element.tag == "dl":
            self._leave_terms()
        self._bold -= _is_bold(element)
        self._struck -= _is_struck(element)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        pre = self._open and self._open[-1].element.tag == "pre"
        for index, line in enumerate(text.split("\n") if pre else [text]):
            if index:
                self._inline.break_line()
            self._inline.add(line, bold=self._bold > 0, struck=self._struck > 0)

    def _flush(self) -> None:
        words = self._inline.words()
        if not (words.text or words.struck):
            return
        top = self._nearest()
        if top.kind == "heading":
            self._sink.heading(words, top.level)
        elif top.element is not None and top.element.tag == "dt":
            self._terms.append(words.text)
        elif top.element is not None and top.element.tag == "dd" and self._terms:
            term, self._terms = " / ".join(self._terms), []
            mark = " " if term[-1:] in ":–—-" else ": "
            told, printed = f"{term}{mark}{words.text}", f"{term} {words.text}"
            self._sink.block("list_item", replace(words, text=told, bold=False, printed=printed))
        else:
            self._blocks(top, words)

    def _blocks(self, top: _Open, words: Words) -> None:
        label, top.label = top.label, ""
        if label and words.text and not re.match(rf"{re.escape(label[:-1])}[.)]", words.text):
            words = replace(words, text=f"{label} {words.text}")
        first, *rest = _paragraphs(words.text) or [""]
        self._sink.block(top.kind, replace(words, text=first))
        for text in rest:
            self._sink.block(top.kind, replace(words, text=text, struck=""))

    def _leave_terms(self) -> None:
        for term in self._terms:
            self._sink.block("list_item", Words(term))
        self._terms = []

    def _nearest(self) -> _Open:
        """Give the innermost open element that says what its words are."""
        for opened in reversed(self._open):
            if opened.kind != "paragraph" or opened.element.tag in ("dt", "dd", "td", "th"):
                return opened
        return self._open[-1] if self._open else _Open(None, "paragraph")

    def _is_table(self, element: Element) -> bool:
        """Read a table of data whole; give whether it was one."""
        if element.tag != "table" or self._depth > _DEEPEST or not is_data(element):
            return False
        self._flush()
        for caption in element.findall("caption"):
            _Walk(self._scope, self._sink).through(caption)
        table = read_table(element, self._cell)
        self._sink.grid(table.rows, table.headers)
        return True

    def _cell(self, element: Element) -> Words:
        cell = CellText()
        _Walk(self._scope, cell, self._depth + 1).through(element)
        return cell.words()

    def _opened(self, element: Element) -> _Open:
        around = next((o for o in reversed(self._open) if o.element.tag in ("ol", "ul")), None)
        if element.tag != "li" or around is None:
            return _opened(element, "")
        label = _label(element, around.element, around.entries)
        around.entries += 1
        return _opened(element, label)


def _opened(element: Element, label: str) -> _Open:
    tag = element.tag
    if tag in _HEADINGS:
        return _Open(element, "heading", _HEADINGS[tag])
    if element.get("role") == "heading":
        level = element.get("aria-level", "2")
        return _Open(element, "heading", int(level) if level in "123456" else 2)
    if element.get("role") == "doc-footnote" or (tag == "li" and element.xpath(_IN_NOTES)):
        return _Open(element, "footnote", label=label)
    if tag == "li":
        return _Open(element, "list_item", label=label)
    return _Open(element, "paragraph")


def _label(item: Element, around: Element, before: int) -> str:
    """Give the number or letter that a browser prints before an entry of a numbered list."""
    if around.tag != "ol" or _NO_MARKER.search(around.get("style", "")):
        return ""
    start = around.get("start", "1")
    number = (int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1) + before
    own = item.get("value", "")
    number = int(own) if re.fullmatch(r"\d{1,6}", own) else number
    style = _NUMBERS.get(around.get("type", ""), str)
    return f"{style(number)}."


def _paragraphs(text: str) -> list[str]:
    """Divide lines that begin with a label or a bullet from the lines before them."""
    groups: list[list[str]] = []
    for line in text.split("\n"):
        if groups and not _LABEL_LINE.match(line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return ["\n".join(group) for group in groups]


def _is_bold(element: Element) -> bool:
    return element.tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style", "")))


def _is_struck(element: Element) -> bool:
    return element.tag in _STRUCK or bool(_STRUCK_STYLE.search(element.get("style", "")))
