"""Whose browser this is: chats are listed to the one who began them and to nobody else."""

from __future__ import annotations

import re
import secrets

import streamlit as st

COOKIE = "verse_person"


def person() -> str:
    """Give the mark of this browser, which nobody can guess and its cookie keeps.

    Before the browser has the cookie, the session keeps the mark that the page's script is about
    to set (`behaviour.js`).
    """
    found = st.context.cookies.get(COOKIE) or st.session_state.get(COOKIE) or ""
    mark = found if re.fullmatch(r"[\w-]{16,64}", found) else secrets.token_urlsafe(16)
    st.session_state[COOKIE] = mark
    return mark
