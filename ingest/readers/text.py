"""Reads plain text: pages by form feeds or running footers, tables by tabs or numbered rows.

Text that another program took out of a PDF is ragged: lines are broken, blank lines stand inside
sentences, tables have lost their rules. What can be told from the lines alone is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.columns import role_of
from ingest.errors import UnreadableFile
from ingest.identifiers import NOUNS
from ingest.labelled import field_line, opens_entry
from ingest.marks import BULLETS, DASHES
from ingest.readers.elements import Grid, Reading
from ingest.readers.text_aligned import aligned_grid
from ingest.readers.text_headed import headed_register
from ingest.readers.text_pages import GAP, TextLine, paginate
from ingest.readers.text_stacked import stacked_register
from ingest.readers.text_tables import Found, numbered_register, piped, tabbed_grid
from ingest.readers.text_terms import terms_beside
from ingest.reflow import join_lines
from ingest.types import Block, Place

_BULLET = re.compile(rf"^\s*(?:[*{BULLETS}]|[{DASHES}](?=\s))\s+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|\(?[a-z]\)|[a-z]\.(?=\s+[A-Z])|[ivx]{1,4}[.)])\s+\S")
_MARKUP = re.compile(
    r"</?(?:i|b|em|strong|u|sup|sub|br)\s*/?>|\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
_RULE = re.compile(r"^[\s\-–—=_*|:+\t]{3,}$")
_HEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\.|Annex|Appendix)\s+\S", re.I)
_WIDE_OPENER = re.compile(rf"^\s*(?:{'|'.join(sorted(NOUNS))}) \w{{1,6}}\s{{2,}}[A-Z]", re.I)
#: "ND7.  Quiet room …": an identifier of letters and figures at the beginning of a line.
_NUMBERED_ENTRY = re.compile(r"^[A-Z]{1,6}[-.]?\d{1,3}[a-z]?(?:[.):]\s|\s\s)\s*\S")
#: "3.2 Storing evidence", "3.4.3 Fit playback screens …" after a blank line.
_NUMBERED_LINE = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+[(A-Z]")
#: "TA - temporary accommodation": a term and its meaning.
_TERM_LINE = re.compile(rf"^[A-Z][\w’'& -]{{1,40}}?\s[={DASHES}]\s\S")
_MARK = re.compile(rf"^\s*(?:\(?\w{{1,3}}[.)]|[*{BULLETS}{DASHES}])\s+")
_LONGEST_HEADING = 100
_FILLED = 0.62  # of the width at which lines were broken, from which a line was broken


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
    lines = piped(lines)
    if not any(line.text.strip() for line in lines):
        raise UnreadableFile(f"{name}: the file holds no text; leave it out")
    return Reading(pages=pages, elements=tuple(_elements(lines)))


def _elements(lines: Sequence[TextLine]) -> Iterator[Block | Grid]:
    at = 0
    width = _wrap_width(lines)
    while at < len(lines):
        found = tabbed_grid([(x.text, x.page) for x in lines], at) or numbered_register(
            [(x.text, x.page, x.gap) for x in lines], at
        )
        found = found or _stacked(lines, at) or _spaced(lines, at)
        if found:
            yield from found.grids
            at = found.end
            continue
        terms, at = terms_beside(lines, at)
        if terms:
            yield from terms
            continue
        group = [lines[at]]
        while at + len(group) < len(lines) and _goes_on(group, lines[at + len(group)], width):
            if _spaced(lines, at + len(group)) or _stacked(lines, at + len(group)):
                break
            group.append(lines[at + len(group)])
        at += len(group)
        block = _block(group, lines[at] if at < len(lines) else None)
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
    return headed_register(rest, at) or aligned_grid(rest[at:], at)


def _wrap_width(lines: Sequence[TextLine]) -> int:
    """Give the width at which lines were broken; 0 where each paragraph is one line."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    if not lengths:
        return 0
    wide = lengths[int(0.9 * (len(lengths) - 1))]
    return wide if wide <= 160 else 0


def _goes_on(group: Sequence[TextLine], line: TextLine, width: int) -> bool:
    """Whether a line belongs to the paragraph before it, even over a blank line."""
    last = group[-1]
    text = line.text
    if _begins(last, line) or _is_next_term(group, line):
        return False
    entry = _NUMBERED_ENTRY.match(group[0].text) and not line.gap
    if _hangs(group, line, width) or (entry and text.lstrip()[:1].islower()):
        return True
    if text[0] == " " and not text.startswith("  " * 4) and not _wraps(last.text, text, width):
        return False  # an indent of one or two is what is left of a bullet or a page's first line
    if line.gap >= GAP and line.page == last.page and not text[:1].islower():
        return False
    stripped = last.text.strip()
    if stripped[-1:] in ".:;?!" and (line.gap or len(stripped) < 0.6 * max(width, 60)):
        return False
    if not line.gap:
        return len(stripped) > 0.5 * width if width else False
    if line.gap > 1 and line.page == last.page and not width:
        return False
    begins_low = text.lstrip()[:1].islower()
    return begins_low or (bool(width) and len(stripped) > _FILLED * width and line.gap < GAP)


def _hangs(group: Sequence[TextLine], line: TextLine, width: int) -> bool:
    """Whether a line stands below the words of a point, or below a term with its meaning."""
    first = group[0].text
    indent = _indent(line.text)
    if line.gap or not indent:
        return False
    mark = _MARK.match(first)
    if mark:
        return indent == mark.end()
    alone = not _indent(first) and line.text.lstrip()[0].islower()
    return alone and indent > 1 and len(group[-1].text.strip()) > _FILLED * width > 0


def _is_next_term(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line is the next of terms with their meanings, each of which hangs or is short."""
    if not _TERM_LINE.match(group[0].text) or not _TERM_LINE.match(line.text):
        return False
    hung = len(group) > 1 and _indent(group[-1].text) > 0
    return hung or group[-1].text.rstrip()[-1] in ".;"


def _begins(last: TextLine, line: TextLine) -> bool:
    """Whether a line begins something by what it begins with, or stands below a drawn line."""
    text = line.text
    marked = "\t" in text or _BULLET.match(text) or _RULE.match(text) or _starts_item(text)
    entry = line.gap and (_NUMBERED_ENTRY.match(text) or _NUMBERED_LINE.match(text))
    return bool(marked or entry or _RULE.match(last.text) or _opens(text))


def _wraps(above: str, text: str, width: int) -> bool:
    """Whether an indented line goes on with one that is indented as far and fills its width."""
    alike = _indent(above) == _indent(text)
    return alike and len(above.strip()) > _FILLED * width and above.rstrip()[-1] not in ".:;"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _opens(text: str) -> bool:
    """Whether a line is a field's name and value, or begins an entry."""
    bare = re.sub(r"\s+", " ", text).strip()
    return field_line(bare) is not None or opens_entry(bare) or _WIDE_OPENER.match(text) is not None


def _starts_item(text: str) -> bool:
    return _NUMBERED.match(text) is not None


def _block(group: Sequence[TextLine], after: TextLine | None) -> Block | None:
    raw = join_lines(line.text for line in group)
    if _RULE.match(raw):
        return None
    text = clean(raw)
    if not text:
        return None
    marks = re.match(r"^(#{1,6})\s+", text)
    if marks:
        title = text[marks.end() :].strip("# ")
        return _make("heading", title, group, level=len(marks[1]))
    indented = group[0].text.startswith(" ")
    if _BULLET.match(raw) or (indented and text[0].islower()):
        return _make("list_item", text, group)
    if _is_heading(text, group, after):
        number = re.match(r"^(\d{1,2}(?:\.\d{1,2})+)\s", text)
        sub = 3 if re.match(r"^[a-z]\.\s", text) else 2
        return _make("heading", text, group, level=2 + number[1].count(".") if number else sub)
    if re.match(r"^[¹²³⁴⁵⁶⁷⁸⁹]\s?\S", text):
        return _make("footnote", text, group)
    return _make("list_item" if _NUMBERED.match(text) else "paragraph", text, group)


def _is_heading(text: str, group: Sequence[TextLine], after: TextLine | None) -> bool:
    if _opens(group[0].text):
        return False
    if len(text) > _LONGEST_HEADING or after is None:
        return False
    if not (group[0].gap or group[0].text.startswith(" ")):
        return False
    if text[-1] in ".;,?" or re.search(r"https?:|www\.|@|\t", text) or not text[0].isalnum():
        return False
    if not after.gap and not text.endswith(":"):
        return False
    follows = clean(after.text)
    if _opens(after.text) and len(text) < 60 and len(group) == 1 and text[0].isupper():
        return True
    if _HEADING_NUMBER.match(text):
        return not re.match(r"^\d{1,2}[.)]", follows) or (text[0].isdigit() and len(text) < 60)
    words = [w for w in re.findall(r"[A-Za-z’'-]+", text) if len(w) > 3]
    titled = bool(words) and sum(w[0].isupper() for w in words) >= 0.5 * len(words)
    return titled and text[0].isupper() and len(follows) > 0.8 * len(text)


def clean(text: str) -> str:
    """Give running text without the marks of emphasis and links that extraction left in it."""
    text = _LINK.sub(r"\1", text)
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
