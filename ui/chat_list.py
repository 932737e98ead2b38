"""The chats in the sidebar: begin one, find one, open, name, save and delete one."""

from __future__ import annotations

import re

import streamlit as st

from ui import markup, resources
from ui.chats import Kept
from ui.person import person
from ui.references import as_markdown_file, write_down
from ui.strings import Language, say
from ui.wordfile import as_word_file

_SHOWN = 8
"""How many chats are listed; searching finds the others."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def current() -> str | None:
    """Give the chat of this browser tab; the address keeps it over a reload."""
    chat = st.session_state.get("chat") or st.query_params.get("chat")
    if not chat or not resources.chats().exists(chat):
        return None
    open_chat(chat)
    return str(chat)


def remember() -> None:
    """Keep the chat that an address names, also one of another page, as this tab's."""
    if "chat" in st.query_params and "chat" not in st.session_state:
        st.session_state["chat"] = st.query_params["chat"]


def open_chat(chat: str) -> None:
    """Make a chat this tab's."""
    st.session_state["chat"] = st.query_params["chat"] = chat


def leave() -> None:
    """Have no chat in this tab; the next question begins one."""
    st.session_state.pop("chat", None)
    st.query_params.pop("chat", None)


def draw(language: Language) -> None:
    """Draw the list, within the sidebar."""
    st.button(say(language, "new_chat"), icon=":material/add:", width="stretch", on_click=leave)
    chat = current()
    if chat and resources.chats().exchanges(chat):
        _draw_current(chat, language)
    every = resources.chats().listed(person=person())
    if not every:
        return
    with st.expander(say(language, "chats")):
        words = st.text_input(say(language, "chats_search"), icon=":material/search:")
        found = resources.chats().listed(words, person()) if words.strip() else every
        for kept in found[:_SHOWN]:
            _offer(kept, kept.id == chat)
        st.caption(say(language, "chats_shown", shown=min(len(found), _SHOWN), all=len(every)))


def _offer(kept: Kept, is_current: bool) -> None:
    st.button(
        markup.as_markdown(kept.title),
        key=f"chat-{kept.id}",
        icon=":material/chat_bubble:" if is_current else None,
        on_click=open_chat,
        args=(kept.id,),
        type="tertiary",
        width="stretch",
    )


def _draw_current(chat: str, language: Language) -> None:
    """Draw what can be done with the chat that is open."""
    with st.popover(say(language, "this_chat"), width="stretch", key="this-chat"):
        title = resources.chats().title(chat)
        st.text_input(
            say(language, "chat_name"),
            value=title,
            key=f"name-{chat}",
            on_change=_rename,
            args=(chat,),
        )
        _save(chat, "docx", say(language, "save_word"), _WORD, language)
        _save(chat, "md", say(language, "save_markdown"), "text/markdown", language)
        st.checkbox(say(language, "delete_sure"), key=f"sure-{chat}")
        st.button(
            say(language, "delete_chat"),
            icon=":material/delete:",
            disabled=not st.session_state.get(f"sure-{chat}"),
            on_click=_delete,
            args=(chat,),
            width="stretch",
        )


def _save(chat: str, ending: str, label: str, mime: str, language: Language) -> None:
    title = resources.chats().title(chat)
    st.download_button(
        label,
        # Made when it is asked for, not whenever the page is drawn.
        lambda: _file(chat, ending, language),
        file_name=f"{_file_name(title)}.{ending}",
        mime=mime,
        icon=":material/download:",
        key=f"save-{ending}-{chat}",
        on_click="ignore",
        width="stretch",
    )


def _file(chat: str, ending: str, language: Language) -> bytes:
    chats = resources.chats()
    written = write_down(chats.title(chat), chats.exchanges(chat), language)
    if ending == "docx":
        return as_word_file(written, language)
    return as_markdown_file(written, language).encode("utf-8")


def _file_name(title: str) -> str:
    """Give a title as a file's name that every system takes."""
    return re.sub(r"[^\w-]+", "-", title)[:60].strip("-") or "chat"


def _rename(chat: str) -> None:
    resources.chats().rename(chat, st.session_state[f"name-{chat}"])


def _delete(chat: str) -> None:
    resources.chats().delete(chat)
    leave()
