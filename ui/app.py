"""The chat for the browser: `streamlit run ui/app.py`, or better `verse chat`.

Draws the frame (look, language, pages) and leaves the rest to the page that is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit import Page as StreamlitPage

from ingest.errors import IndexMissing, VerseError
from ui import (
    chat_list,
    chat_page,
    documents_page,
    item_page,
    quality_page,
    register_page,
    resources,
    start_page,
    ways,
)
from ui.markup import as_markdown
from ui.person import COOKIE, person
from ui.strings import LANGUAGES, Language, say

_STYLE = Path(__file__).with_name("style.css")
_BEHAVIOUR = Path(__file__).with_name("behaviour.js")


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title=say("en", "product"), layout="centered")
    st.html(_STYLE)
    language = _language()
    chat_list.remember()
    st.html(_behaviour(language), unsafe_allow_javascript=True)
    pages = _pages(language)
    ways.set_pages(pages)
    st.navigation(list(pages.values())).run()
    _choose_language(language)


def _pages(language: Language) -> dict[ways.PageName, StreamlitPage]:
    """Give the pages; without icons, which Streamlit fetches for the tab from another machine."""

    def page(name: ways.PageName, draw: Callable[[], None]) -> StreamlitPage:
        return st.Page(
            draw,
            title=say(language, f"page_{name}"),
            url_path=name,
            default=name == "chat",
            visibility="hidden" if name == "item" else "visible",
        )

    return {
        "chat": page("chat", lambda: _over(language, chat_page.draw)),
        "start": page("start", lambda: _over(language, start_page.draw)),
        "register": page("register", lambda: _over(language, register_page.draw)),
        "documents": page("documents", lambda: _documents(language)),
        "quality": page("quality", lambda: quality_page.draw(language)),
        "item": page("item", lambda: _over(language, item_page.draw)),
    }


def _documents(language: Language) -> None:
    """Draw the library, also where there is none yet: here it begins."""
    try:
        documents = resources.desk().documents
    except VerseError as error:
        if not isinstance(error, IndexMissing):
            st.info(as_markdown(resources.trouble(error, language)))
        documents = {}
    documents_page.draw(documents, language)


def _behaviour(language: Language) -> str:
    """Give the page's own script, which also says the language to screen readers."""
    script = _BEHAVIOUR.read_text("utf-8").replace("{language}", language)
    script = script.replace("{cookie}", f"{COOKIE}={person()}")
    return f"<script>{script}</script>"


def _over(language: Language, draw: resources.Draw) -> None:
    """Draw a page over the documents, or say in one line why there are none."""
    try:
        with st.spinner(say(language, "opening")):
            desk = resources.desk()
    except VerseError as error:
        st.info(as_markdown(resources.trouble(error, language)))
        return
    draw(desk, language)


def _language() -> Language:
    """Give the language chosen, which is kept in the address so that a reload keeps it."""
    chosen = st.session_state.get("language") or st.query_params.get("lang", "en")
    language: Language = "cy" if chosen == "cy" else "en"
    if language == "en":
        st.query_params.pop("lang", None)
    else:
        st.query_params["lang"] = language
    return language


def _choose_language(language: Language) -> None:
    with st.sidebar:
        st.segmented_control(
            say(language, "language"),
            list(LANGUAGES),
            default=language,
            format_func=lambda code: LANGUAGES[code],
            key="language",
            required=True,
        )
        st.caption(say(language, "local"))


main()
