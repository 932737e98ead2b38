"""The chat for the browser: `streamlit run ui/app.py`, or better `verse chat`.

Draws the frame (look, language, pages) and leaves the rest to the page that is chosen.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ingest.errors import VerseError
from ui import chat_page, register_page, resources
from ui.markup import as_markdown
from ui.strings import LANGUAGES, Language, say

_STYLE = Path(__file__).with_name("style.css")


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title=say("en", "product"), layout="centered")
    st.html(_STYLE)
    language = _language()
    # Without icons: Streamlit fetches a page's icon for the browser tab from another machine.
    pages = [
        st.Page(
            lambda: _page(language, chat_page.draw),
            title=say(language, "page_chat"),
            url_path="chat",
            default=True,
        ),
        st.Page(
            lambda: _page(language, register_page.draw),
            title=say(language, "page_register"),
            url_path="register",
        ),
    ]
    st.navigation(pages).run()
    _choose_language(language)


def _page(language: Language, draw: resources.Draw) -> None:
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
