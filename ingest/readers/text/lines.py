"""Which lines of plain text belong together: paragraphs, points, the values of fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lines.entry_openers import opens_entry
from ingest.lines.field_lines import field_line
from ingest.readers.text.pages import GAP, LED, TextLine
from ingest.wording.identifiers import NOUNS
from ingest.wording.marks import BULLETS, DASHES

BULLET = re.compile(rf"^\s*(?:[*{BULLETS}]|[{DASHES}](?=\s))\s+")
NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|\(?[a-z]\)|[a-z]\.(?=\s+[A-Z])|[ivx]{1,4}[.)])\s+\S")
RULE = re.compile(r"^[\s\-–—=_*|:+\t]{3,}$")
_WIDE_OPENER = re.compile(rf"^\s*(?:{'|'.join(sorted(NOUNS))}) \w{{1,6}}\s{{2,}}[A-Z]", re.I)
#: "ND7.  Quiet room …": an identifier of letters and figures at the beginning of a line.
_NUMBERED_ENTRY = re.compile(r"^[A-Z]{1,6}[-.]?\d{1,3}[a-z]?(?:[.):]\s|\s\s)\s*\S")
#: "3.2 Storing evidence", "3.4.3 Fit playback screens …" after a blank line.
_NUMBERED_LINE = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+[(A-Z]")
#: "24/07  Letter to the Minister": a reference at the margin, its words in a column of their own.
_AT_MARGIN = re.compile(r"^(?=\S*\d)[A-Z0-9][A-Za-z0-9]*(?:[/.-][A-Za-z0-9]+)+:?\s{2,}(?=[A-Z])")
LETTERED = re.compile(r"^[A-Z]\.\s+[A-Z]")
#: "TA - temporary accommodation": a term and its meaning.
_TERM_LINE = re.compile(rf"^[A-Z][\w’'& -]{{1,40}}?\s[={DASHES}]\s\S")
_MARK = re.compile(rf"^\s*(?:\(?\w{{1,3}}[.)]|[*{BULLETS}{DASHES}])\s+")
#: "Who:     Outreach Team Leader".
_LABEL = re.compile(r"^\s*(?P<name>[A-Z][A-Za-z ]{1,24}):(?:\s+(?=\S)|$)")
_CENTRED = 8  # spaces before a line that is set in the middle
_RAGGED = 3  # characters by which lines that are set to the right end apart
_USUAL_FROM = 3  # lines that a field's name begins
_FILLED = 0.62  # of the width at which lines were broken, from which a line was broken


@dataclass(frozen=True, slots=True)
class Usual:
    """What a file's lines have in common: how wide they are, and the names of its fields."""

    width: int
    names: frozenset[str]


def _wrap_width(lines: Sequence[TextLine]) -> int:
    """Give the width at which lines were broken; 0 where each paragraph is one line."""
    lengths = sorted(len(line.text.strip()) for line in lines)
    if not lengths:
        return 0
    wide = lengths[int(0.9 * (len(lengths) - 1))]
    return wide if wide <= 160 else 0


def _names_of_fields(lines: Sequence[TextLine]) -> frozenset[str]:
    """Give the names before a colon that begin several lines: "Who: …", "From: …"."""
    names = Counter(m["name"] for x in lines if (m := _LABEL.match(x.text)))
    return frozenset(name for name, times in names.items() if times >= _USUAL_FROM)


def goes_on(group: Sequence[TextLine], line: TextLine, usual: Usual) -> bool:
    """Whether a line belongs to the paragraph before it, even over a blank line."""
    last = group[-1]
    text = line.text
    width = usual.width
    led = opens(group[0].text, usual) or _LABEL.match(group[0].text)
    own = opens(text, usual) or _LABEL.match(text) or LED in text
    set_right = led and _ends_with(last, line) and not own
    apart = _begins(last, line, usual) or _is_next_term(group, line) or _are_centred(last, line)
    apart = apart or LED in text  # a name of its own, with dots that led to what stands beside it
    if set_right or apart:
        return bool(set_right)
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
    mark = _MARK.match(first) or _LABEL.match(first) or _AT_MARGIN.match(first)
    if mark:
        return indent == mark.end()
    alone = not _indent(first) and line.text.lstrip()[0].islower()
    return alone and indent > 1 and len(group[-1].text.strip()) > _FILLED * width > 0


def _are_centred(last: TextLine, line: TextLine) -> bool:
    """Whether two lines stand in the middle of the page, each as far in as its length asks."""
    first, second = _indent(last.text), _indent(line.text)
    return min(first, second) >= _CENTRED and abs(first - second) > 1


def _ends_with(last: TextLine, line: TextLine) -> bool:
    """Whether two lines are set to the right: each begins elsewhere and both end alike."""
    near = not line.gap and abs(len(last.text.rstrip()) - len(line.text.rstrip())) <= _RAGGED
    return near and _are_centred(last, line)


def _is_next_term(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line is the next of terms with their meanings, each of which hangs or is short."""
    if not _TERM_LINE.match(group[0].text) or not _TERM_LINE.match(line.text):
        return False
    hung = len(group) > 1 and _indent(group[-1].text) > 0
    return hung or group[-1].text.rstrip()[-1] in ".;"


def _begins(last: TextLine, line: TextLine, usual: Usual) -> bool:
    """Whether a line begins something: by its beginning, below a drawn line, below capitals."""
    text = line.text
    marks = (BULLET, RULE, NUMBERED, _AT_MARGIN)
    marked = "\t" in text or any(pattern.match(text) for pattern in marks)
    openers = (_NUMBERED_ENTRY, _NUMBERED_LINE, LETTERED)
    entry = line.gap and any(pattern.match(text) for pattern in openers)
    titled = line.gap and last.text.isupper() and any(map(str.islower, text))
    return bool(marked or entry or titled or RULE.match(last.text) or opens(text, usual))


def _wraps(above: str, text: str, width: int) -> bool:
    """Whether an indented line goes on with one that is indented as far and fills its width."""
    alike = _indent(above) == _indent(text)
    return alike and len(above.strip()) > _FILLED * width and above.rstrip()[-1] not in ".:;"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def opens(text: str, usual: Usual) -> bool:
    """Whether a line is a field's name and value, or begins an entry."""
    bare = re.sub(r"\s+", " ", text).strip()
    label = _LABEL.match(text)
    named = field_line(bare) is not None or (label is not None and label["name"] in usual.names)
    return named or opens_entry(bare) or _WIDE_OPENER.match(text) is not None


def usual_of(lines: Sequence[TextLine]) -> Usual:
    """Give what a file's lines have in common."""
    return Usual(_wrap_width(lines), _names_of_fields(lines))
