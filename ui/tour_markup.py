"""The HTML of the tour, of tables and of lists of facts; every word of a document is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ui.strings import Language, say
from ui.table_markup import plain_table_html
from ui.tour import Introduced, Section, Term


def introduced_html(introduced: Introduced, language: Language) -> str:
    """Give what a document is and, in its own words, what it is for."""
    info, place = introduced.document.info, introduced.purpose
    facts = (info.organisation, info.kind, info.date)
    as_of = say(language, "as_of", date=info.as_of) if info.as_of else ""
    line = " · ".join(part for part in (*facts, as_of) if part)
    quote = (
        f"<blockquote>{escape(' '.join(place.text.split()))}</blockquote>"
        + (
            f'<div class="cv-note">{escape(say(language, "page", page=place.page))}</div>'
            if place.page
            else ""
        )
        if place
        else ""
    )
    return (
        f'<div class="cv-card"><h3>{escape(info.title)}</h3>'
        f'<div class="cv-note">{escape(line)}</div>{quote}</div>'
    )


def sections_html(sections: Iterable[Section], language: Language) -> str:
    """Give the headings of a document with their pages."""
    rows = "".join(
        f'<li class="cv-level{section.level}">{escape(section.text)}'
        + (
            f' <span class="cv-title">{escape(say(language, "page", page=section.page))}</span>'
            if section.page
            else ""
        )
        + "</li>"
        for section in sections
    )
    return f'<ul class="cv-sections">{rows}</ul>'


def terms_html(terms: Iterable[Term], language: Language) -> str:
    """Give terms and what they mean, with document and page."""
    heads = [say(language, f"column_{name}") for name in ("term", "meaning", "document", "page")]
    rows = [(t.term, t.meaning, t.title, str(t.page or "")) for t in terms]
    return plain_table_html(heads, rows)


def facts_html(facts: Iterable[tuple[str, str]]) -> str:
    """Give names with their values; what has no value is left out."""
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value
    )
    return f'<dl class="cv-facts">{rows}</dl>'
