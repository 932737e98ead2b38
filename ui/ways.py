"""The ways between the pages: which there are, and how one leads to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlencode

import streamlit as st
from streamlit import Page as StreamlitPage

from ui import markup
from ui.strings import Language, say

PageName = Literal["chat", "start", "documents", "register", "item", "quality"]


def set_pages(pages: Mapping[PageName, StreamlitPage]) -> None:
    """Say which pages there are in this run."""
    st.session_state["pages"] = pages


def go(name: PageName, **query: str) -> None:
    """Leave this page for another one."""
    st.switch_page(st.session_state["pages"][name], query_params=query)


def to_item(key: str, language: Language) -> str:
    """Give the address of an item's page, for a link that keeps the language and the chat."""
    asked = {"item": key, "chat": st.session_state.get("chat")}
    asked["lang"] = None if language == "en" else language
    return f"item?{urlencode({name: value for name, value in asked.items() if value})}"


def ask_in_chat(question: str) -> None:
    """Leave this page and ask a question in a new chat."""
    st.session_state.pop("chat", None)
    st.session_state["suggested"] = question
    go("chat")


def offer(questions: tuple[str, ...], key: str, language: Language) -> None:
    """Offer questions as buttons on a page other than the chat; a click asks one there."""
    if questions:
        st.caption(say(language, "try"))
    for number, question in enumerate(questions):
        if st.button(markup.as_markdown(question), key=f"{key}-{number}"):
            ask_in_chat(question)
