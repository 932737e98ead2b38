"""The Documents page: what is in the library, and where allowed, adding, replacing, removing."""

from __future__ import annotations

import streamlit as st

from ingest.types import Document
from ui import adding, markup, page_view, resources, table_markup, tour_markup
from ui.documents_view import Shelved, shelf, titled
from ui.editing import not_in_corpus
from ui.strings import LANGUAGES, Language, say

_SEARCHED_FROM = 10
"""From how many documents on they can be searched."""


def draw(documents: dict[str, Document], language: Language) -> None:
    """Draw the library, which may be empty."""
    st.title(say(language, "page_documents"), anchor=False)
    every = shelf(documents, resources.settings().corpus)
    st.caption(say(language, "documents_intro", number=len(every)))
    adding.draw_work(language)
    if every:
        _draw_library(every, documents, language)
    else:
        st.info(say(language, "no_documents"))
    if not resources.editable():
        st.caption(say(language, "edit_off"))
    elif not resources.librarian().busy:
        adding.draw_uploader(documents, language)


def _draw_library(
    every: tuple[Shelved, ...], documents: dict[str, Document], language: Language
) -> None:
    words = ""
    if len(every) >= _SEARCHED_FROM:
        words = st.text_input(say(language, "documents_search"), icon=":material/search:")
    found = titled(every, words)
    st.html(_table(found, language))
    chosen = st.selectbox(
        say(language, "documents_one"),
        [s.name for s in found],
        index=None,
        format_func=lambda name: documents[name].info.title if name in documents else name,
        placeholder=say(language, "documents_choose"),
    )
    shelved = next((s for s in found if s.name == chosen), None)
    if shelved:
        with st.container(border=True, key="one-document"):
            _draw_one(shelved, documents, language)


def _table(found: tuple[Shelved, ...], language: Language) -> str:
    names = ("title", "organisation", "kind", "date", "as_of", "language", "pages", "entries")
    heads = [say(language, f"column_{name}") for name in (*names, "reading")]
    rows = [
        (
            s.title,
            s.organisation,
            s.kind,
            s.date,
            s.as_of,
            _language_name(s.language),
            f"{s.pages:,}",
            f"{s.entries:,}",
            _reading(s, language),
        )
        for s in found
    ]
    return table_markup.plain_table_html(heads, rows)


def _draw_one(shelved: Shelved, documents: dict[str, Document], language: Language) -> None:
    """Draw a document's reading and version, and what can be done with it."""
    st.html(
        tour_markup.facts_html(
            (
                (say(language, "column_file"), shelved.name),
                (say(language, "column_version"), shelved.version),
                (say(language, "column_standing"), say(language, f"standing_{shelved.standing}")),
                (say(language, "column_reading"), _reading(shelved, language)),
            )
        )
    )
    for warning in shelved.warnings:
        st.warning(markup.as_markdown(warning))
    if st.button(say(language, "open_document"), icon=":material/description:"):
        page_view.open_page(documents[shelved.name], 1, {}, language)
    if resources.editable() and not resources.librarian().busy:
        adding.draw_replacer(shelved, documents, language)
        _draw_remover(shelved, documents, language)


def _draw_remover(shelved: Shelved, documents: dict[str, Document], language: Language) -> None:
    if len(documents) == 1:
        st.caption(say(language, "remove_last"))
        return
    with st.popover(say(language, "remove"), icon=":material/delete:"):
        st.markdown(markup.as_markdown(say(language, "remove_sure", name=shelved.name)))
        corpus = resources.settings().corpus
        others = [n for n in not_in_corpus(corpus, list(documents)) if n != shelved.name]
        if others:
            said = say(language, "remove_others", names=", ".join(others))
            st.warning(markup.as_markdown(said))
        st.button(
            say(language, "remove_now"),
            key=f"remove-{shelved.name}",
            on_click=_remove,
            args=(shelved.name,),
        )


def _remove(name: str) -> None:
    resources.librarian().remove(name)


def _reading(shelved: Shelved, language: Language) -> str:
    if not shelved.warnings:
        return say(language, "reading_whole")
    return say(language, "reading_warned", number=len(shelved.warnings))


def _language_name(code: str) -> str:
    return next((name for known, name in LANGUAGES.items() if known == code), code)
