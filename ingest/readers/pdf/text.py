"""Turns the lines of PDF pages into headings, paragraphs, list items and footnotes in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.blocks.headers import header_of
from ingest.elements import Grid
from ingest.lines.entry_openers import opens_entry
from ingest.lines.field_lines import field_line, has_levels
from ingest.readers.pdf.aligned import divide
from ingest.readers.pdf.cards import title_blocks
from ingest.readers.pdf.chips import with_chip_named
from ingest.readers.pdf.columns import in_reading_order
from ingest.readers.pdf.figures import KeyFigure, with_key_figures
from ingest.readers.pdf.gutters import Gutters
from ingest.readers.pdf.heads import heads_over, with_heads_over
from ingest.readers.pdf.labels import Labelled, is_named, labelled, with_wrapped
from ingest.readers.pdf.layout import PageLayout
from ingest.readers.pdf.margins import Margin, beside, margins_of, with_notes
from ingest.readers.pdf.panels import Panel
from ingest.readers.pdf.placed import PlacedGrid
from ingest.readers.pdf.words import Line, lines_of
from ingest.readers.running import running_lines
from ingest.types import Block, BlockKind, Place
from ingest.wording.leads import bold_leads
from ingest.wording.marks import BULLETS, DASHES
from ingest.wording.reflow import join_lines, words_of
from ingest.wording.values import is_date

_BULLET = re.compile(rf"^(?:[{BULLETS}]|[o{DASHES}](?=\s))\s*")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)])\s+\S")
_HEADING_NUMBER = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|Appendix \w+|Annex \w+)\s+\S", re.I
)
#: "BCU – Base Command Unit": a line of a list of abbreviations.
_GLOSSARY = re.compile(r"^[A-Z][\w&/-]{1,11}(?: [A-Z][a-z]+)?\s?[–—=:-]\s?[A-Z][a-z]")
_NOTE = re.compile(r"^\W{0,2}[\d¹²³⁴⁵⁶⁷⁸⁹]{1,3}\W?\s*\S")
_LONGEST_HEADING = 140
_TITLE_SIZE = 0.3  # points by which an entry's title differs from its text
_SAME_SIZE = 0.3  # points by which words of one size differ


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: body font size, distance between lines, widest line."""

    size: float
    pitch: float
    sizes: tuple[float, ...]


def text_elements(layouts: Sequence[PageLayout]) -> tuple[Block | Grid, ...]:
    """Give the elements of all pages in reading order, running headers and footers left out."""
    margins = margins_of([(layout.outside, layout.width) for layout in layouts])
    layouts = [_without(layout, margin) for layout, margin in zip(layouts, margins, strict=True)]
    pages = _own_lines(layouts)
    boxed = [[line for panel in layout.panels for line in panel.lines] for layout in layouts]
    measures = _measures([*pages, *boxed])
    known = words_of(line.text for page in (*pages, *boxed) for line in page)
    elements: list[Block | Grid] = []
    open_table: Gutters | None = None
    for layout, lines, margin in zip(layouts, pages, margins, strict=True):
        own: list[tuple[Block | Grid, float]] = []
        placed: list[PlacedGrid | Panel] = [*layout.grids, *layout.panels]
        for part in _with_names(in_reading_order(lines, placed, layout.width, layout.rules)):
            if isinstance(part, PlacedGrid):
                own.extend((e, 0.0) for e in title_blocks(part.grid) or (part.grid,))
                open_table = None
                continue
            if isinstance(part, Panel):
                blocks = [block for block, _ in _blocks(part.lines, measures, known, layout.height)]
                own.extend((b, part.box.bottom) for b in with_chip_named(_numbered(blocks, part)))
                continue
            if margin:  # what stands beside one is running text, its numbers at the left
                for run in beside(part, margin):
                    own.extend(_blocks(run, measures, known, layout.height))
                continue
            for piece in divide(part, layout.rules, open_table):
                open_table = piece.gutters
                if piece.table:
                    own.append((piece.table.grid, 0.0))
                else:
                    own.extend(_blocks(piece.lines, measures, known, layout.height))
        elements.extend(with_notes(own, margin.notes if margin else (), layout.number))
    return tuple(elements)


def _without(layout: PageLayout, margin: Margin | None) -> PageLayout:
    """Give a page without the words of its margin."""
    if margin is None:
        return layout
    return replace(layout, outside=tuple(w for w in layout.outside if w not in margin.words))


def _numbered(blocks: Sequence[Block], panel: Panel) -> list[Block]:
    """Put the number in a panel's corner before its title.

    The number stands between the title's lines on the page, so that each is a place of its own.
    """
    if not panel.number or not blocks:
        return list(blocks)
    first, *rest = blocks
    page = first.places[0].page
    lines = [line for line in panel.lines if line.text in first.text]
    apart = " ".join(line.text for line in lines) == first.text
    own = tuple(Place(page, line.text) for line in lines) if apart else first.places
    places = (Place(page, panel.number), *own)
    return [replace(first, text=f"{panel.number} {first.text}", places=places), *rest]


def _with_names(
    parts: Sequence[list[Line] | PlacedGrid | Panel],
) -> Iterator[list[Line] | PlacedGrid | Panel]:
    """Give the parts of a page; lines that name a drawn table's columns go with it."""
    above: list[Line] = []
    for part in parts:
        if isinstance(part, list):
            yield from [above] if above else []
            above = part
            continue
        heads = heads_over(above, part) if isinstance(part, PlacedGrid) and above else ()
        if isinstance(part, PlacedGrid) and heads and not header_of(part.grid):
            above = above[: len(above) - len(heads)]
            part = with_heads_over(part, heads)  # noqa: PLW2901
        yield from [above] if above else []
        above = []
        yield part
    if above:
        yield above


def _own_lines(layouts: Sequence[PageLayout]) -> list[list[Line]]:
    """Give each page's lines outside ruled tables, without running headers and footers."""
    pages = [lines_of(layout.outside, layout.number) for layout in layouts]
    running = running_lines(
        [
            [(line.text, line.box.top / max(layout.height, 1)) for line in lines]
            for layout, lines in zip(layouts, pages, strict=True)
        ]
    )
    return [
        [line for index, line in enumerate(lines) if index not in repeats]
        for lines, repeats in zip(pages, running, strict=True)
    ]


def _measures(pages: Sequence[Sequence[Line]]) -> Measures:
    sizes = Counter[float]()
    pitches = Counter[float]()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
        for above, below in pairwise(page):
            step = below.box.top - above.box.top
            if 0 < step < 60 and above.size == below.size:
                pitches[round(step, 0)] += 1
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    larger = tuple(sorted((s for s in sizes if s > body * 1.05), reverse=True))
    usual = [p for p, n in pitches.most_common(3) if n >= 0.4 * pitches.most_common(1)[0][1]]
    return Measures(body, min(usual) if usual else body * 1.3, larger)


def _blocks(
    lines: Sequence[Line], measures: Measures, known: frozenset[str], height: float
) -> Iterator[tuple[Block, float]]:
    """Give the blocks that lines make, each with how far down its page it ends."""
    right = max((line.box.x1 for line in lines), default=0.0)
    group: list[Line] = []
    told: list[Labelled] = []
    above: Line | None = None
    for line in with_key_figures(lines, measures.size):
        if told and above:
            more = with_wrapped(told, above, line) if isinstance(line, Line) else []
            if more and isinstance(line, Line):
                told, above = more, replace(above, box=line.box)
                continue
            yield from ((value.block(), above.box.bottom) for value in told)
            told, above = [], None
        values = [] if isinstance(line, KeyFigure) else labelled(line)
        if group and (
            values or isinstance(line, KeyFigure) or _begins(group, line, measures, right)
        ):
            yield _block(group, measures, known, height), group[-1].box.bottom
            group = []
        if isinstance(line, KeyFigure):
            yield Block("paragraph", line.text, (Place(line.page, line.text),)), 0.0
        elif values:
            told, above = values, line
        else:
            group.append(line)
    if told and above:
        yield from ((value.block(), above.box.bottom) for value in told)
    if group:
        yield _block(group, measures, known, height), group[-1].box.bottom


def _begins(group: Sequence[Line], line: Line, measures: Measures, right: float) -> bool:
    """Whether a line begins a new block after the lines so far."""
    last = group[-1]
    gap = line.box.top - last.box.top
    wide = gap > 1.15 * max(measures.pitch, 1.15 * line.size)
    opened = opens_entry(group[0].text) or (group[0].bold and has_levels(group[0].text))
    if abs(line.size - last.size) > (_TITLE_SIZE if opened else 0.6):
        return not _goes_on_in_small(last, line)
    titled = wide or opened or _ended(last, right)
    if line.bold != last.bold and titled and _differ(group, line):
        return True
    if _begins_in_bold(line) and _begins_in_bold(group[0]) and last.text.rstrip()[-1:] in ".:;?!":
        return True
    if _GLOSSARY.match(line.text) and _GLOSSARY.match(group[0].text):
        return True
    if field_line(line.text) or opens_entry(line.text) or is_named(line):
        return True
    if _BULLET.match(line.text) or (_NUMBERED.match(line.text) and _ended(last, right)):
        return True
    if gap > 1.35 * max(measures.pitch, 1.15 * line.size) or gap < 0:
        return True
    return _ended(last, right) and _new_thought(last, line, right)


def _begins_in_bold(line: Line) -> bool:
    """Whether bold words begin a line that is plain otherwise: a term before what it means."""
    words = line.words
    return bool(words) and words[0].bold and not words[-1].bold and words[0].text[0].isalpha()


def _goes_on_in_small(last: Line, line: Line) -> bool:
    """Whether a line goes on with the small words that end the one above: a chip in two lines."""
    size = last.words[-1].size
    return line.bold and last.bold and size < last.size and abs(line.size - size) < _SAME_SIZE


def _differ(group: Sequence[Line], line: Line) -> bool:
    """Whether bold begins or ends with the block, not as emphasis inside a paragraph."""
    whole = all(member.bold for member in group) or not any(member.bold for member in group)
    short = len(group) <= 2 and len(" ".join(m.text for m in group)) < _LONGEST_HEADING
    return whole and (short if group[-1].bold else line.text[:1].isupper())


def _ended(last: Line, right: float) -> bool:
    """Whether a line stops short of the right margin, as a paragraph's last line does."""
    return last.box.x1 < right - 0.12 * (right - last.box.x0) or last.text.rstrip()[-1:] in ".:;?!"


def _new_thought(last: Line, line: Line, right: float) -> bool:
    """Whether a line begins a sentence though its first word had room on the short line above."""
    short = last.box.x1 < right - 0.25 * max(right - last.box.x0, 1)
    word = line.words[0].box
    room = last.box.x1 + 0.3 * line.size + (word.x1 - word.x0) < right
    return short and room and (line.text[:1].isupper() or line.text[:1].isdigit())


def _block(
    group: Sequence[Line], measures: Measures, known: frozenset[str], height: float
) -> Block:
    text = join_lines((line.text for line in group), known)
    first = group[0]
    kind = _kind(group, text, measures, height)
    return Block(
        kind=kind,
        text=text,
        places=(Place(first.page, text),),
        level=_level(first, text, measures) if kind == "heading" else 0,
        bold=all(line.bold for line in group),
        leads=bold_leads((w.text, w.bold) for line in group for w in line.words),
    )


def _kind(group: Sequence[Line], text: str, measures: Measures, height: float) -> BlockKind:
    first = group[0]
    if _BULLET.match(text):
        return "list_item"
    small = first.size < 0.87 * measures.size
    noted = _NOTE.match(text) and not has_levels(text) and not is_date(text)
    if small and first.box.top > 0.6 * height and noted:
        return "footnote"
    if _is_heading(group, text, measures):
        return "heading"
    return "list_item" if _NUMBERED.match(text) else "paragraph"


def _is_heading(group: Sequence[Line], text: str, measures: Measures) -> bool:
    if len(text) > _LONGEST_HEADING or len(group) > 3 or not re.search(r"[^\W\d]{2}", text):
        return False
    if text.rstrip()[-1:] in ".;,?" and not _HEADING_NUMBER.match(text):
        return False
    first = group[0]
    if first.size > 1.12 * measures.size:
        return True
    bold = all(line.bold for line in group)
    return bold and first.size >= 0.8 * measures.size and not text.rstrip().endswith(".")


def _level(line: Line, text: str, measures: Measures) -> int:
    """Give a heading's depth: larger type first, then the depth of its number."""
    larger = sum(1 for size in measures.sizes if size > line.size + 0.3)
    number = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s", text)
    base = larger + 1
    return base + number[1].count(".") if number else base
