"""The words of one Word paragraph: insertions in, deletions out, fields as they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from ingest.readers.docx.package import MC, W
from ingest.readers.docx.styles import Styles, value
from ingest.readers.words import Inline, Words

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

_DROPPED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr"})
_SYMBOLS = {  # Wingdings and Wingdings 2 by their private code points
    "FC": "✓", "FB": "✗", "FE": "☑", "FD": "☒", "A8": "☐", "6F": "☐", "50": "✓", "4F": "✗",
    "52": "☑", "A3": "☐", "E0": "→", "B7": "•", "A7": "▪",
}  # fmt: skip


def content(parent: Element) -> Iterator[Element]:
    """Give an element's children as they are read, through content controls and alternatives."""
    for child in parent.iterchildren("*"):
        if child.tag in _DROPPED:
            continue
        if child.tag == f"{MC}AlternateContent":
            chosen = child.find(f"{MC}Choice")
            chosen = chosen if chosen is not None and len(chosen) else child.find(f"{MC}Fallback")
            if chosen is not None:
                yield from content(chosen)
        elif child.tag == f"{W}sdt":
            inner = child.find(f"{W}sdtContent")
            if inner is not None and not _is_placeholder(child):
                yield from content(inner)
        elif child.tag in (f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"):
            yield from content(child)
        else:
            yield child


def _is_placeholder(control: Element) -> bool:
    """Whether a content control shows "Click to enter text", not what somebody entered."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    styles = {e.get(f"{W}val", "") for e in control.iter(f"{W}rStyle")}
    return any("laceholder" in style for style in styles)


class Runs:
    """Reads a paragraph's runs; what is anchored in it or noted to it is put aside."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._inline = Inline()
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []

    def words(self, paragraph: Element) -> Words:
        """Give a paragraph's words."""
        self._fields = [True for shown in self._fields if shown]
        self._through(paragraph, paragraph)
        return self._inline.words()

    def _through(self, parent: Element, paragraph: Element) -> None:
        for child in content(parent):
            if child.tag == f"{W}r":
                self._run(child, paragraph)
            elif child.tag in (f"{W}hyperlink", f"{W}fldSimple", f"{W}dir", f"{W}bdo"):
                self._through(child, paragraph)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                self._inline.add("".join(child.itertext(f"{M}t")))
            elif child.tag == f"{W}ruby":
                for base in child.iterchildren(f"{W}rubyBase"):
                    self._through(base, paragraph)

    def _run(self, run: Element, paragraph: Element) -> None:
        if self._styles.switched_on(run, paragraph, "vanish"):
            return
        bold = self._styles.switched_on(run, paragraph, "b")
        struck = any(self._styles.switched_on(run, paragraph, s) for s in ("strike", "dstrike"))
        size = self._styles.size(run, paragraph)
        for child in content(run):
            if child.tag == f"{W}fldChar":
                self._field(child)
            elif all(self._fields):
                self._take(child, bold, struck, size)

    def _take(self, child: Element, bold: bool, struck: bool, size: float) -> None:
        name = child.tag.rpartition("}")[2]
        if name in ("br", "cr"):
            self._inline.break_line()
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes.append((name.removesuffix("Reference"), child.get(f"{W}id", "")))
        elif name in ("drawing", "pict", "object", "group", "wgp"):
            self.boxes.extend(_outermost_boxes(child))
        else:
            self._inline.add(_text(child, name), bold=bold, struck=struck, size=size)

    def _field(self, mark: Element) -> None:
        kind = mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            self._fields.append(False)
            self._inline.add(_form_value(mark))
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _text(child: Element, name: str) -> str:
    if name == "t":
        return child.text or ""
    if name == "sym":
        code = child.get(f"{W}char", "").upper()
        return (
            _SYMBOLS.get(code[-2:], "") if "wingdings" in child.get(f"{W}font", "").lower() else ""
        )
    return {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}.get(name, "")


def _outermost_boxes(drawing: Element) -> Iterator[Element]:
    """Give the text boxes of a drawing; of two versions of one, that for newer programs."""
    for child in drawing.iterchildren("*"):
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{MC}AlternateContent":
            choices = child.findall(f"{MC}Choice") + child.findall(f"{MC}Fallback")
            for choice in choices[:1]:
                yield from _outermost_boxes(choice)
        else:
            yield from _outermost_boxes(child)


def _form_value(mark: Element) -> str:
    """Give what an old form's box or list is set to."""
    data = mark.find(f"{W}ffData")
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        state = next(
            (e for n in ("checked", "default") if (e := box.find(f"{W}{n}")) is not None), None
        )
        ticked = state is not None and state.get(f"{W}val", "1") not in ("0", "false", "off")
        return "☒" if ticked else "☐"
    listed = data.find(f"{W}ddList")
    entries = (
        [] if listed is None else [e.get(f"{W}val", "") for e in listed.findall(f"{W}listEntry")]
    )
    chosen = value(listed, "result") or value(listed, "default") or "0"
    return entries[int(chosen)] if chosen.isdigit() and int(chosen) < len(entries) else ""
