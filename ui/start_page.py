"""Start here: what the documents are, who owns what, their parts and their abbreviations."""

from __future__ import annotations

import streamlit as st

from ui import markup, page_view, tour_markup, ways
from ui.owners import top_owners, what_they_own
from ui.resources import Desk
from ui.sources import opening
from ui.strings import Language, say
from ui.tour import Introduced, terms

_OWNERS = 10


def draw(desk: Desk, language: Language) -> None:
    """Draw the tour."""
    st.title(say(language, "page_start"), anchor=False)
    st.caption(say(language, "start_intro"))
    st.header(say(language, "start_documents"), anchor=False)
    for number, introduced in enumerate(desk.tour):
        _introduce(introduced, number, language)
    _owners(desk, language)
    _terms(desk, language)
    st.header(say(language, "start_questions"), anchor=False)
    ways.offer(desk.suggestions, "start", language)


def _introduce(introduced: Introduced, number: int, language: Language) -> None:
    document, place = introduced.document, introduced.purpose
    with st.container(border=True, key=f"document-{number}"):
        st.html(tour_markup.introduced_html(introduced, language))
        if place and st.button(
            opening(place.page, language),
            key=f"purpose-{number}",
            icon=":material/description:",
            type="tertiary",
        ):
            page = place.page or 1
            page_view.open_page(document, page, {page: (place.text,)}, language)
        if introduced.sections:
            with st.expander(say(language, "start_sections", number=len(introduced.sections))):
                st.html(tour_markup.sections_html(introduced.sections, language))


def _owners(desk: Desk, language: Language) -> None:
    owners = top_owners(desk.register, _OWNERS)
    if not owners:
        return
    st.header(say(language, "start_owners"), anchor=False)
    st.caption(say(language, "start_owners_note"))
    with st.container(horizontal=True):
        for number, (name, owned) in enumerate(owners):
            label = f"{markup.as_markdown(name)} ({owned})"
            if st.button(label, key=f"owner-{number}"):
                ways.ask_in_chat(what_they_own(name))


def _terms(desk: Desk, language: Language) -> None:
    every = terms(desk.documents, "", ("acronym", "definition"))
    if not every:
        return
    st.header(say(language, "start_terms"), anchor=False)
    words = st.text_input(say(language, "start_terms_search"), icon=":material/search:")
    found = terms(desk.documents, words, ("acronym", "definition"))
    st.caption(say(language, "terms_shown", shown=len(found), all=len(every)))
    if found:
        st.html(tour_markup.terms_html(found, language))
