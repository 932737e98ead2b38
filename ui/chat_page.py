"""The chat: questions asked, answers with their sources, and what can be asked next."""

from __future__ import annotations

import time

import streamlit as st

from assistant.types import Answer
from ui import answer_tools, chat_list, markup, resources, sources
from ui.asked import LONGEST, read_question
from ui.chats import Exchange
from ui.csvfile import table_csv
from ui.feedback import Feedback, about
from ui.person import person
from ui.resources import Desk
from ui.strings import Language, say
from ui.view import REFUSALS, Shown, reveal, show

_AT_ONCE = 10.0
"""Seconds that the page waits for an answer before it begins to ask for it now and then.

Asking again draws the page anew: pages that asked after a second or two kept ten people waiting
for each other, for every drawing costs more than most answers.
"""
_STEP = 0.1
"""Seconds between two looks at what is written of an answer, and at what was clicked."""
_FRAMES = 10
"""In how many steps an answer's text appears, a fortieth of a second each."""
_OFFERED = 3
"""How many questions are offered after a refusal that offers none itself."""


def draw(desk: Desk, language: Language) -> None:
    """Draw the chat of the page's address, and take a question."""
    # The list of chats is drawn when the question that may begin one has been written down.
    chat_place = st.sidebar.container()
    documents = _sidebar(desk, language)
    typed = st.chat_input(say(language, "ask"))
    asked = typed or st.session_state.pop("suggested", None)
    if asked:
        _ask(asked, documents)
    with chat_place:
        chat_list.draw(language)
    chat = chat_list.current()
    exchanges = resources.chats().exchanges(chat) if chat else ()
    if chat and exchanges:
        st.html(markup.title_html(resources.chats().title(chat)))
    else:
        _welcome(desk, language)
    said = answer_tools.said_so_far() if exchanges else {}
    for exchange in exchanges:
        last = exchange is exchanges[-1]
        _draw_exchange(exchange, said.get(about(exchange)), desk, language, last)
    problem = st.session_state.pop("problem", None)
    if problem:
        with st.chat_message("assistant", avatar=_ANSWER):
            st.html(markup.text_html(say(language, f"problem_{problem}", longest=f"{LONGEST:,}")))


_QUESTION = ":material/person:"
_ANSWER = ":material/menu_book:"


def _sidebar(desk: Desk, language: Language) -> tuple[str, ...]:
    """Draw the chat's part of the sidebar and give the documents chosen, empty for all."""
    with st.sidebar:
        chosen = st.multiselect(
            say(language, "filter"),
            sorted(desk.documents),
            format_func=lambda name: desk.documents[name].info.title,
            placeholder=say(language, "filter_all"),
            help=say(language, "filter_note"),
            key="documents",
        )
    return tuple(chosen)


def _ask(typed: str, documents: tuple[str, ...]) -> None:
    """Write a question down; it is answered outside the script, whatever becomes of this run."""
    asked = read_question(typed)
    if asked.problem:
        st.session_state["problem"] = asked.problem
        return
    chat = chat_list.current() or resources.chats().begin(person())
    chat_list.open_chat(chat)
    number = resources.chats().ask(chat, asked.text, documents)
    st.session_state["fresh"] = number


def _welcome(desk: Desk, language: Language) -> None:
    st.html(markup.hero_html(language))
    _suggest(desk.suggestions, "welcome", language)


def _suggest(suggestions: tuple[str, ...], key: str, language: Language) -> None:
    """Offer questions as buttons; a click asks one."""
    if not suggestions:
        return
    st.caption(say(language, "try"))
    for number, suggestion in enumerate(suggestions):
        st.button(
            markup.as_markdown(suggestion),
            key=f"{key}-{number}",
            on_click=_take,
            args=(suggestion,),
        )


def _suggest_next(exchange: int, answer: Answer, desk: Desk, language: Language) -> None:
    """Offer what can be asked next; after a refusal say what to try, and offer what works."""
    refused = answer.status in REFUSALS
    if refused:
        st.html(markup.note_html(say(language, f"next_{answer.status}")))
    offered = answer.suggestions or (desk.suggestions[:_OFFERED] if refused else ())
    _suggest(offered, f"next-{exchange}", language)


def _take(suggestion: str) -> None:
    st.session_state["suggested"] = suggestion


def _draw_exchange(
    exchange: Exchange, rated: Feedback | None, desk: Desk, language: Language, last: bool
) -> None:
    with st.chat_message("user", avatar=_QUESTION):
        st.html(markup.text_html(exchange.question))
        if exchange.documents:
            titles = (
                desk.documents[d].info.title if d in desk.documents else d
                for d in exchange.documents
            )
            said = say(language, "limited_to", documents=", ".join(titles))
            st.html(markup.note_html(said))
    with st.chat_message("assistant", avatar=_ANSWER):
        settled = _settled(exchange, desk, language)
        if settled is not None:
            _draw_answer(settled, desk, language)
            answer_tools.draw(settled, rated, language, last)
            if last and settled.answer:
                _suggest_next(settled.id, settled.answer, desk, language)


def _settled(exchange: Exchange, desk: Desk, language: Language) -> Exchange | None:
    """Give the exchange once it is settled; else have it answered and look again soon."""
    if exchange.state != "waiting":
        return exchange
    worker = resources.worker()
    worker.hand_in(exchange.id, desk.assistant, desk.generation)
    stop = st.empty()
    stop.button(
        say(language, "stop"),
        icon=":material/stop_circle:",
        type="tertiary",
        key=f"stop-{exchange.id}",
        on_click=worker.stop,
        args=(exchange.id,),
    )
    if _is_answered(exchange.id, desk, language):
        stop.empty()
        return resources.chats().exchange(exchange.id)
    _look_again(exchange.id, desk, language)
    return None


def _is_answered(exchange: int, desk: Desk, language: Language) -> bool:
    """Wait for an answer, showing what is written of it; give whether it is there in time."""
    written, place = "", st.empty()
    with st.spinner(say(language, "working")):
        for _ in range(round(_AT_ONCE / _STEP)):
            if resources.worker().wait(exchange, _STEP):
                place.empty()
                return True
            # Looking at the state is where Streamlit lets a click end this run.
            waiting = "fresh" in st.session_state
            so_far = resources.worker().so_far(exchange)
            if so_far and so_far.text != written:
                written = so_far.text
                if waiting:
                    del st.session_state["fresh"]
                place.html(_writing(so_far, exchange, desk, language))
    place.empty()
    return False


@st.fragment(run_every=0.4)
def _look_again(exchange: int, desk: Desk, language: Language) -> None:
    """Draw the page anew as soon as the answer is there; until then what is written of it."""
    found = resources.chats().exchange(exchange)
    if found is None or found.state != "waiting":
        st.rerun()
    so_far = resources.worker().so_far(exchange)
    if so_far:
        st.session_state.pop("fresh", None)
        st.html(_writing(so_far, exchange, desk, language))
    else:
        st.html(markup.working_html(say(language, "working")))


def _writing(so_far: Answer, exchange: int, desk: Desk, language: Language) -> str:
    """Give what is written of an answer, and that more is coming."""
    pieces = markup.pieces_html(show(so_far, desk.documents).pieces, exchange)
    return pieces + markup.working_html(say(language, "writing"))


def _draw_answer(exchange: Exchange, desk: Desk, language: Language) -> None:
    if exchange.answer is None:
        st.html(markup.text_html(_unanswered(exchange, language)))
        return
    shown = show(exchange.answer, desk.documents)
    notes = markup.notes_html(shown, language)
    if notes:
        st.html(notes)
    _write(shown, exchange.id)
    if shown.table:
        st.html(markup.table_html(shown.table, exchange.id, language))
        st.download_button(
            say(language, "download_csv"),
            table_csv(shown.table, language),
            file_name="answer.csv",
            mime="text/csv",
            icon=":material/download:",
            key=f"csv-{exchange.id}",
            on_click="ignore",
            type="tertiary",
        )
    as_of = markup.as_of_html(shown, language)
    if as_of:
        st.html(as_of)
    sources.draw(shown.sources, exchange.id, desk, language)


def _unanswered(exchange: Exchange, language: Language) -> str:
    if exchange.state == "stopped":
        return say(language, "stopped")
    return exchange.failure or say(language, "failed")


def _write(shown: Shown, exchange: int) -> None:
    """Write the text out; word by word only when it is new."""
    place = st.empty()
    if st.session_state.get("fresh") == exchange:
        # Forgotten first: a click that stops the writing finds the answer whole.
        del st.session_state["fresh"]
        words = sum(len(piece.text.split()) for piece in shown.pieces)
        for frame in range(1, min(_FRAMES, words)):
            part = reveal(shown.pieces, words * frame // _FRAMES)
            place.html(markup.pieces_html(part, exchange))
            time.sleep(0.025)
    place.html(markup.pieces_html(shown.pieces, exchange))
