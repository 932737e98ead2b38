"""The sources below an answer: a card each, and the page itself at a click."""

from __future__ import annotations

import streamlit as st

from ui import markup, page_view
from ui.resources import Desk
from ui.strings import Language, say
from ui.view import Source


def draw(sources: tuple[Source, ...], exchange: int, desk: Desk, language: Language) -> None:
    """Draw the cards of an answer's citations, in the order of their numbers."""
    for source in sources:
        with st.container(border=True, key=f"source-{exchange}-{source.n}"):
            st.html(markup.source_html(source, exchange, language))
            if source.document in desk.documents:
                _offer_page(source, exchange, desk, language)


def _offer_page(source: Source, exchange: int, desk: Desk, language: Language) -> None:
    """Draw the button that opens the page; the citation's mark in the text presses it too."""
    if st.button(
        opening(source.page, language),
        key=f"page-{exchange}-{source.n}",
        icon=":material/description:",
        type="tertiary",
    ):
        page = source.page or 1
        marks = {page: (source.quote,), **{other: (quote,) for other, quote in source.beside}}
        page_view.open_page(desk.documents[source.document], page, marks, language)


def opening(page: int, language: Language) -> str:
    """Name the way to a page, or to the section where there are no pages."""
    return say(language, "open_page", page=page) if page else say(language, "open_section")
