"""What can be done with an answer: rate it, copy it, have it made again, reword the question."""

from __future__ import annotations

import streamlit as st

from ingest.errors import VerseError
from ui import resources
from ui.asked import read_question
from ui.chats import Exchange
from ui.feedback import Feedback, feedback_file, keep_feedback, read_feedback
from ui.plain import plain_answer
from ui.strings import Language, say


def said_so_far() -> dict[str, Feedback]:
    """Give what was said of each answer; nothing where the file cannot be read."""
    try:
        found = read_feedback(feedback_file(resources.settings()))
    except (VerseError, OSError):
        return {}
    return {feedback.about: feedback for feedback in found}


def draw(exchange: Exchange, said: Feedback | None, language: Language, last: bool) -> None:
    """Draw the line of tools below an answer; only the last question can be asked again."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"tools-{exchange.id}"):
        if exchange.answer:
            _rate(exchange, said)
            with st.popover(say(language, "copy"), icon=":material/content_copy:", type="tertiary"):
                st.caption(say(language, "copy_note"))
                st.code(plain_answer(exchange.answer), language=None, wrap_lines=True)
        if last:
            _ask_again(exchange, language)
    if exchange.answer and (said or st.session_state.get(_rated(exchange)) is not None):
        _comment(exchange, said, language)


def _rate(exchange: Exchange, said: Feedback | None) -> None:
    st.feedback(
        "thumbs",
        key=_rated(exchange),
        default=None if said is None else int(said.good),
        on_change=_keep,
        args=(exchange,),
    )


def _comment(exchange: Exchange, said: Feedback | None, language: Language) -> None:
    st.text_input(
        say(language, "comment"),
        value=said.comment if said else "",
        key=_commented(exchange),
        on_change=_keep,
        args=(exchange,),
        max_chars=2000,
    )


def _keep(exchange: Exchange) -> None:
    """Write the verdict and the comment down; a verdict taken back leaves what was written."""
    verdict = st.session_state.get(_rated(exchange))
    if verdict is None or exchange.answer is None:
        return
    keep_feedback(
        feedback_file(resources.settings()),
        exchange,
        resources.chats().history(exchange),
        bool(verdict),
        st.session_state.get(_commented(exchange), ""),
    )


def _ask_again(exchange: Exchange, language: Language) -> None:
    st.button(
        say(language, "again"),
        icon=":material/refresh:",
        type="tertiary",
        key=f"again-{exchange.id}",
        on_click=resources.chats().ask_again,
        args=(exchange.id,),
    )
    with st.popover(say(language, "edit"), icon=":material/edit:", type="tertiary"):
        st.text_area(
            say(language, "edit_question"),
            value=exchange.question,
            key=f"edit-{exchange.id}",
            height="content",
        )
        st.button(
            say(language, "edit_ask"),
            key=f"reword-{exchange.id}",
            on_click=_reword,
            args=(exchange,),
        )


def _reword(exchange: Exchange) -> None:
    asked = read_question(st.session_state[f"edit-{exchange.id}"])
    if asked.problem:
        st.session_state["problem"] = asked.problem
    else:
        resources.chats().ask_again(exchange.id, asked.text)


def _rated(exchange: Exchange) -> str:
    return f"rated-{exchange.id}"


def _commented(exchange: Exchange) -> str:
    return f"comment-{exchange.id}"
