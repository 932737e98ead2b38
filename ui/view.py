"""What is shown of an answer: its pieces, table, sources and notes. No Streamlit in here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.types import Answer, AnswerItem, Citation
from ingest.types import Document, Page
from ingest.wording.quotes import find_run

_MARK = re.compile(r"\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]")
REFUSALS = frozenset({"not_found", "no_such_item", "blank"})
"""The kinds of answer after which something else is worth trying."""
_AROUND = 260
"""How many characters of the page are shown on either side of a quote."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the answer's text, or the mark of a citation where `citation` is not 0."""

    text: str
    citation: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with its surroundings on the page; `page` is 0 where there are no pages.

    `label` is the printed page number where it differs from the counted one; `beside` are the
    quotes of the pages next to it with which it is cited for one item, as page and quote: the
    other part of a row that a page break cuts.
    """

    n: int
    document: str
    title: str
    section: tuple[str, ...]
    page: int
    label: str
    as_of: str
    before: str
    quote: str
    after: str
    beside: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list; `values` follow the table's fields."""

    id: str
    text: str
    values: tuple[str, ...]
    document: str
    title: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The items of an answer with the fields that any of them has."""

    fields: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is shown of an answer; `notice` is the status where it needs saying, else ""."""

    notice: str
    as_of: tuple[str, ...]
    understood: str
    pieces: tuple[Piece, ...]
    table: Table | None
    sources: tuple[Source, ...]
    suggestions: tuple[str, ...]
    note: str = ""


def show(answer: Answer, documents: Mapping[str, Document]) -> Shown:
    """Give what is shown of an answer; `documents` are the library's, by file name."""
    sources = tuple(
        replace(source(citation, documents), beside=_beside(citation, answer))
        for citation in answer.citations
    )
    table = _table(answer.items, sources, documents)
    text = unlisted(answer.text, answer.items) if table else answer.text
    return Shown(
        notice="" if answer.status == "answered" else answer.status,
        as_of=tuple(dict.fromkeys(c.as_of for c in answer.citations if c.as_of)),
        understood=answer.understood,
        pieces=pieces(text, frozenset(s.n for s in sources)),
        table=table,
        sources=sources,
        suggestions=answer.suggestions,
        note=answer.note,
    )


def pieces(text: str, known: frozenset[int]) -> tuple[Piece, ...]:
    """Cut a text at its citation marks; a mark of no known citation stays text.

    >>> [p.citation for p in pieces("Owned by A. [1][2] Not [9].", frozenset({1, 2}))]
    [0, 1, 2, 0]
    """
    found: list[Piece] = []
    at = 0
    for mark in _MARK.finditer(text):
        numbers = [int(n) for n in mark.group(1).split(",")]
        if not known.issuperset(numbers):
            continue
        if text[at : mark.start()]:
            found.append(Piece(text[at : mark.start()]))
        found += [Piece(f"[{n}]", n) for n in numbers]
        at = mark.end()
    return (*found, Piece(text[at:])) if text[at:] else tuple(found)


def unlisted(text: str, items: tuple[AnswerItem, ...]) -> str:
    """Give the text without its bullet lines, where those are the items that a table shows.

    Where a line is about anything else, or a line or an item is over, the text stays whole.
    """
    lines = text.split("\n")
    bullets = [line for line in lines if line.startswith("- ")]
    same = len(bullets) == len(items) and all(
        line.removeprefix("- ").startswith(item.id)
        for line, item in zip(bullets, items, strict=True)
    )
    return "\n".join(line for line in lines if line not in bullets) if same else text


def section_path(citation: Citation) -> tuple[str, ...]:
    """Give the headings above a quote, without the document's title at their head."""
    first, *rest = citation.section or ("",)
    same = " ".join(first.split()).casefold() == " ".join(citation.title.split()).casefold()
    return tuple(rest) if same else citation.section


def reveal(whole: tuple[Piece, ...], words: int) -> tuple[Piece, ...]:
    """Give the pieces up to so many words, for text that appears as it would be spoken."""
    shown: list[Piece] = []
    for piece in whole:
        parts = re.findall(r"\s*\S+\s*", piece.text) if not piece.citation else [piece.text]
        if words <= 0:
            break
        shown.append(Piece("".join(parts[:words]), piece.citation))
        words -= len(parts)
    return tuple(shown)


def source(citation: Citation, documents: Mapping[str, Document]) -> Source:
    """Give a citation with its surroundings, where its document is still there."""
    page = _page(citation, documents)
    before, quote, after = surroundings(page.text, citation.quote) if page else (
        "", " ".join(citation.quote.split()), "",
    )  # fmt: skip
    differs = page and page.label and page.label != str(page.number)
    return Source(
        n=citation.n,
        document=citation.document,
        title=citation.title,
        section=section_path(citation),
        page=citation.page,
        label=page.label if page and differs else "",
        as_of=citation.as_of,
        before=before,
        quote=quote,
        after=after,
    )


def surroundings(page: str, quote: str, around: int = _AROUND) -> tuple[str, str, str]:
    r"""Give what stands before a quote on its page, the quote, and what stands after it.

    White space is told as single spaces; what is cut off is marked with an ellipsis.

    >>> surroundings("One two\nthree four five", "three four", around=4)
    ('… two ', 'three four', ' five')
    """
    run = find_run(page, quote)
    if run is None:
        return "", " ".join(quote.split()), ""
    before, after = page[: run.start], page[run.end :]
    return (
        _spaced(before[-around:] if len(before) <= around else "… " + _from_word(before, around)),
        " ".join(page[run.start : run.end].split()),
        _spaced(after if len(after) <= around else _to_word(after, around) + " …"),
    )


def _from_word(text: str, around: int) -> str:
    cut = text[-around:]
    return cut if text[-around - 1].isspace() else re.sub(r"^\S+", "", cut, count=1)


def _to_word(text: str, around: int) -> str:
    cut = text[:around]
    return cut if text[around].isspace() else re.sub(r"\S+$", "", cut, count=1)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _beside(citation: Citation, answer: Answer) -> tuple[tuple[int, str], ...]:
    cited = {n for item in answer.items if citation.n in item.citations for n in item.citations}
    return tuple(
        (other.page, other.quote)
        for other in answer.citations
        if other.n in cited
        and other.document == citation.document
        and citation.page
        and abs(other.page - citation.page) == 1
    )


def _page(citation: Citation, documents: Mapping[str, Document]) -> Page | None:
    document = documents.get(citation.document)
    number = citation.page or 1
    if document is None or not 1 <= number <= len(document.pages):
        return None
    return document.page(number)


def _table(
    items: tuple[AnswerItem, ...],
    sources: tuple[Source, ...],
    documents: Mapping[str, Document],
) -> Table | None:
    if len(items) < 2:
        return None
    fields = tuple(dict.fromkeys(name for item in items for name, _ in item.fields))
    by_number = {s.n: s for s in sources}
    rows = tuple(
        Row(
            id=item.id,
            text=item.text,
            values=tuple(_value(item, name) for name in fields),
            document=item.document,
            title=_title(item.document, documents),
            sources=tuple(by_number[n] for n in item.citations if n in by_number),
        )
        for item in items
    )
    return Table(fields, rows)


def _value(item: AnswerItem, name: str) -> str:
    return "; ".join(value for field, value in item.fields if field == name)


def _title(name: str, documents: Mapping[str, Document]) -> str:
    return documents[name].info.title if name in documents else name
