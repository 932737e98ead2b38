"""The HTML of what is shown. Every word of a document or a question is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from ingest.types import Page
from ingest.wording.quotes import Run, find_run
from ui.strings import Language, say
from ui.table_markup import Cell, sortable_html, text_cell
from ui.view import Piece, Row, Shown, Source, Table


def text_html(text: str) -> str:
    """Give plain text as it was typed."""
    return f'<div class="cv-text">{escape(text)}</div>'


def note_html(text: str) -> str:
    """Give a quiet line."""
    return f'<div class="cv-note">{escape(text)}</div>'


def working_html(text: str) -> str:
    """Give the line that stands where an answer will be; it is told to screen readers."""
    return f'<div class="cv-note" role="status">{escape(text)}</div>'


def hero_html(language: Language) -> str:
    """Give the product's name and promise, for a chat that has not begun."""
    name, promise = escape(say(language, "product")), escape(say(language, "promise"))
    return f'<div class="cv-hero"><h1>{name}</h1><p>{promise}</p></div>'


def title_html(text: str) -> str:
    """Give the name of the chat that is open."""
    return f'<h1 class="cv-chat">{escape(text)}</h1>'


def pieces_html(pieces: Iterable[Piece], exchange: int) -> str:
    """Give an answer's text, each citation mark a link to its source."""
    inner = "".join(
        _mark(piece.citation, exchange) if piece.citation else escape(piece.text)
        for piece in pieces
    )
    return f'<div class="cv-text cv-answer">{inner}</div>'


def notes_html(shown: Shown, language: Language) -> str:
    """Give the lines above an answer: how it was understood, and the kind of refusal."""
    lines = []
    if shown.understood:
        said = escape(say(language, "understood", question=shown.understood))
        lines.append(f'<div class="cv-note">{said}</div>')
    if shown.notice:
        said = escape(say(language, f"status_{shown.notice}"))
        lines.append(f'<div class="cv-status cv-{shown.notice}">{said}</div>')
    if shown.note:
        said = escape(say(language, f"note_{shown.note}"))
        lines.append(f'<div class="cv-note">{said}</div>')
    return "".join(lines)


def as_of_html(shown: Shown, language: Language) -> str:
    """Give the line below an answer that says as at when it holds."""
    said = escape(say(language, "as_of", date=", ".join(shown.as_of)))
    return f'<div class="cv-note">{said}</div>' if shown.as_of else ""


def source_html(source: Source, exchange: int, language: Language) -> str:
    """Give a source as a card that opens: title, section, page, the quote in its surroundings.

    The target of the citation marks is inside the card, because a browser opens a closed
    card on the way to a target inside it.
    """
    page = f" · {escape(page_name(source, language))}" if source.page else ""
    section = " › ".join(escape(part) for part in source.section)
    as_of = escape(say(language, "as_of", date=source.as_of)) if source.as_of else ""
    return (
        f'<details class="cv-source"><summary><span class="cv-n">[{source.n}]</span> '
        f"<span><b>{escape(source.title)}</b>{page}</span></summary>"
        f'<div class="cv-card" id="{anchor(source.n, exchange)}">'
        + (f'<div class="cv-section">{section}</div>' if section else "")
        + f"<blockquote>{escape(source.before)}<mark>{escape(source.quote)}</mark>"
        f"{escape(source.after)}</blockquote>"
        + (f'<div class="cv-note">{as_of}</div>' if as_of else "")
        + "</div></details>"
    )


def page_text_html(page: Page, quotes: tuple[str, ...], part: Run | None = None) -> str:
    """Give a page's words with the quotes marked; only those of `part`, where it is given."""
    shown = part or Run(0, len(page.text))
    inner, at = "", shown.start
    runs = [run for quote in quotes if (run := find_run(page.text, quote))]
    for run in sorted(runs, key=lambda r: r.start):
        if at <= run.start and run.end <= shown.end:
            inner += escape(page.text[at : run.start])
            inner += f"<mark>{escape(page.text[run.start : run.end])}</mark>"
            at = run.end
    return f'<div class="cv-pagetext">{inner}{escape(page.text[at : shown.end])}</div>'


def table_html(table: Table, exchange: int, language: Language) -> str:
    """Give the items of an answer as a table whose last column links to the sources."""
    heads = [
        say(language, "column_id"),
        say(language, "column_text"),
        *table.fields,
        say(language, "column_source"),
    ]
    rows = (_cells(row, exchange, language) for row in table.rows)
    return f'<div class="cv-items">{sortable_html(heads, rows)}</div>'


def page_name(source: Source, language: Language) -> str:
    """Give "page 17", with the printed number where it is another."""
    if source.label:
        return say(language, "page_printed", page=source.page, label=source.label)
    return say(language, "page", page=source.page)


def anchor(n: int, exchange: int) -> str:
    """Give the id of a source on the page."""
    return f"source-{exchange}-{n}"


def _mark(n: int, exchange: int) -> str:
    return f'<a class="cv-mark" href="#{anchor(n, exchange)}">[{n}]</a>'


def _cells(row: Row, exchange: int, language: Language) -> list[Cell]:
    marks = " ".join(
        _mark(s.n, exchange) + (f" {escape(page_name(s, language))}" if s.page else "")
        for s in row.sources
    )
    title = f'<span class="cv-title">{escape(row.title)}</span> {marks}'
    values = (text_cell(text) for text in (row.text, *row.values))
    return [Cell(escape(row.id)), *values, Cell(title)]


def as_markdown(text: str) -> str:
    """Give text for a label that Streamlit reads as Markdown, so that it shows as it is.

    Every punctuation mark is escaped; a joiner that has no width keeps a colon from
    beginning one of Streamlit's own codes (`:red[…]`, `:smile:`).
    """
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))
    return escaped.replace(r"\:", "\\:\u2060")
