"""Reads plain text: pages by form feeds or running footers, tables by tabs or numbered rows.

Text that another program took out of a PDF is ragged: lines are broken, blank lines stand inside
sentences, tables have lost their rules. What can be told from the lines alone is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.elements import Grid, Reading
from ingest.errors import UnreadableFile
from ingest.readers.text.aligned import aligned_grid, underlined_grid
from ingest.readers.text.headed import headed_register
from ingest.readers.text.lines import (
    BULLET,
    LETTERED,
    NUMBERED,
    RULE,
    Usual,
    goes_on,
    opens,
    usual_of,
)
from ingest.readers.text.pages import GAP, LED, TextLine, paginate
from ingest.readers.text.records import records
from ingest.readers.text.stacked import stacked_register
from ingest.readers.text.tables import Found, numbered_register, piped, tabbed_grid
from ingest.readers.text.terms import terms_beside
from ingest.types import Block, Place
from ingest.wording.reflow import join_lines
from ingest.wording.roles import role_of

_MARKUP = re.compile(
    r"</?(?:i|b|em|strong|u|sup|sub|br)\s*/?>|\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
_HEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\.|Annex|Appendix)\s+\S", re.I)
_UNDERLINE = re.compile(r"^\s*(?:-{3,}|={3,})\s*$")
_FAR_APART = re.compile(r"\s{6,}")
_HEAD_LINES = 2
_LONGEST_HEADING = 100


def read_text(path: Path) -> Reading:
    """Read a plain text file.

    Raises:
        UnreadableFile: it is empty or not text.
    """
    return parse_text(decode(path), path.name)


def decode(path: Path) -> str:
    """Give a file's text, in UTF-8 or another usual encoding.

    Raises:
        UnreadableFile: it is empty or not text.
    """
    data = path.read_bytes()
    if not data.strip():
        raise UnreadableFile(f"{path.name}: the file is empty; leave it out")
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count("\x00") < 3:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableFile(f"{path.name}: this is not text; save it as UTF-8 text or as PDF")


def parse_text(text: str, name: str = "text") -> Reading:
    """Read plain text into pages and elements."""
    pages, lines = paginate(text)
    lines = piped(_with_head_apart(lines))
    if not any(line.text.strip() for line in lines):
        raise UnreadableFile(f"{name}: the file holds no text; leave it out")
    return Reading(pages=pages, elements=tuple(_elements(lines)))


def _with_head_apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """Divide a file's first line where it holds two things far apart: whose it is, and what.

    Not where the line below stands in columns too: those are a table or a list of terms. What is
    drawn below such a line makes no title of it.
    """
    own = list(lines)
    columns = [_FAR_APART.split(line.text.strip()) for line in own[:_HEAD_LINES]]
    if not columns or len(columns[0]) != 2 or any(len(below) > 1 for below in columns[1:]):
        return own
    if not all(part[:1].isalpha() for part in columns[0]):
        return own
    first, second = columns[0]
    rest = own[2:] if len(own) > 1 and RULE.match(own[1].text) else own[1:]
    return [replace(own[0], text=first), TextLine(second, own[0].page, GAP), *rest]


def _elements(lines: Sequence[TextLine]) -> Iterator[Block | Grid]:
    at = 0
    usual = usual_of(lines)
    while at < len(lines):
        found = tabbed_grid([(x.text, x.page) for x in lines], at) or numbered_register(
            [(x.text, x.page, x.gap) for x in lines], at
        )
        found = found or _stacked(lines, at) or records(lines, at) or _spaced(lines, at)
        if found:
            yield from found.grids
            at = found.end
            continue
        terms, at = terms_beside(lines, at)
        if terms:
            yield from terms
            continue
        group = [lines[at]]
        while at + len(group) < len(lines) and goes_on(group, lines[at + len(group)], usual):
            next_line = at + len(group)
            if any(table(lines, next_line) for table in (_spaced, _stacked, records)):
                break
            group.append(lines[at + len(group)])
        at += len(group)
        block = _block(group, lines[at] if at < len(lines) else None, usual)
        if block:
            yield block


def _stacked(lines: Sequence[TextLine], at: int) -> Found | None:
    """Give the table set cell below cell that begins there; None where none does."""
    if role_of(lines[at].text.strip()) != "identifier":
        return None
    return stacked_register([(x.text, x.page, x.gap) for x in lines], at)


def _spaced(lines: Sequence[TextLine], at: int) -> Found | None:
    """Give the table set in columns by spaces that begins there; None where none does."""
    if "  " not in lines[at].text.strip():
        return None
    rest = [(x.text, x.page) for x in lines]
    found = headed_register(rest, at) or underlined_grid(rest[at:], at)
    return found or aligned_grid(rest[at:], at)


def _block(group: Sequence[TextLine], after: TextLine | None, usual: Usual) -> Block | None:
    raw = join_lines(line.text for line in group)
    if RULE.match(raw):
        return None
    text = clean(raw)
    if not text:
        return None
    marks = re.match(r"^(#{1,6})\s+", text)
    if marks:
        title = text[marks.end() :].strip("# ")
        return _make("heading", title, group, level=len(marks[1]))
    if len(group) == 1 and after and _is_underlined(text, after):
        return _make("heading", text, group, level=1 if after.text.strip()[0] == "=" else 2)
    indented = group[0].text.startswith(" ")
    if BULLET.match(raw) or (indented and text[0].islower()):
        return _make("list_item", text, group)
    if _is_heading(text, group, after, usual):
        number = re.match(r"^(\d{1,2}(?:\.\d{1,2})+)\s", text)
        sub = 3 if re.match(r"^[A-Za-z]\.\s", text) else 2
        return _make("heading", text, group, level=2 + number[1].count(".") if number else sub)
    if re.match(r"^[¹²³⁴⁵⁶⁷⁸⁹]\s?\S", text):
        return _make("footnote", text, group)
    return _make("list_item" if NUMBERED.match(text) else "paragraph", text, group)


def _is_underlined(text: str, after: TextLine) -> bool:
    """Whether a line drawn right below a short line makes a title of it."""
    drawn = _UNDERLINE.match(after.text) is not None and not after.gap
    return drawn and len(text) <= _LONGEST_HEADING and text[-1] not in ".;,"


def _is_heading(text: str, group: Sequence[TextLine], after: TextLine | None, usual: Usual) -> bool:
    if opens(group[0].text, usual) or len(text) > _LONGEST_HEADING or after is None:
        return False
    if not (group[0].gap or group[0].text.startswith(" ")):
        return False
    if text[-1] in ".;,?" or re.search(r"https?:|www\.|@|\t", text) or not text[0].isalnum():
        return False
    if not after.gap and not text.endswith(":"):
        return False
    follows = clean(after.text)
    if LETTERED.match(text) and group[0].gap and len(text) < 60:
        return True
    if opens(after.text, usual) and len(text) < 60 and len(group) == 1 and text[0].isupper():
        return True
    if _HEADING_NUMBER.match(text):
        return not re.match(r"^\d{1,2}[.)]", follows) or (text[0].isdigit() and len(text) < 60)
    words = [w for w in re.findall(r"[A-Za-z’'-]+", text) if len(w) > 3]
    titled = bool(words) and sum(w[0].isupper() for w in words) >= 0.5 * len(words)
    return titled and text[0].isupper() and len(follows) > 0.8 * len(text)


def clean(text: str) -> str:
    """Give running text without the marks of emphasis and links that extraction left in it."""
    text = _LINK.sub(r"\1", text.replace(LED, ": "))
    return (
        re.sub(r"\s+", " ", _MARKUP.sub("", text)).replace("\\(", "(").replace("\\)", ")").strip()
    )


def _make(kind: str, text: str, group: Sequence[TextLine], level: int = 0) -> Block:
    places: list[Place] = []
    for page in sorted({line.page for line in group}):
        own = join_lines(line.text for line in group if line.page == page)
        places.append(Place(page, clean(own)))
    return Block(
        kind=kind,  # type: ignore[arg-type]  # the callers give literals
        text=text,
        places=tuple(places),
        level=level,
    )
