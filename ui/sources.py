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
    page = source.page or 1
    if st.button(
        say(language, "open_page", page=page),
        key=f"page-{exchange}-{source.n}",
        icon=":material/description:",
        type="tertiary",
    ):
        page_view.open_page(desk.documents[source.document], page, (source.quote,), language)
