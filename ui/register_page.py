"""The Register page: every item that the documents list, to be searched, saved and opened."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from ingest.types import ItemKind
from ui import page_view
from ui.csvfile import as_csv
from ui.register_view import Entry, entries, fields_of, matching, row_of
from ui.resources import Desk
from ui.strings import Language, say


def draw(desk: Desk, language: Language) -> None:
    """Draw the filters and the table; a chosen row opens its page."""
    st.header(say(language, "page_register"), anchor=False)
    st.caption(say(language, "register_intro"))
    every = entries(desk.documents)
    chosen = _filtered(every, desk, language)
    st.caption(say(language, "register_shown", shown=len(chosen), all=len(every)))
    if not chosen:
        st.info(say(language, "register_none"))
        return
    fields = fields_of(chosen)
    heads = _heads(fields, language)
    rows = [row_of(entry, fields) for entry in chosen]
    picked = st.dataframe(
        [dict(zip(heads, row, strict=True)) for row in rows],
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"register-{hash((chosen, language))}",
    )
    st.download_button(
        say(language, "download_csv"),
        as_csv(heads, rows),
        file_name="register.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    _open(picked["selection"]["rows"], chosen, desk, language)


def _filtered(every: tuple[Entry, ...], desk: Desk, language: Language) -> tuple[Entry, ...]:
    words = st.text_input(say(language, "register_search"), icon=":material/search:")
    kinds = sorted({entry.kind for entry in every})
    with st.container(horizontal=True):
        kind = st.selectbox(
            say(language, "register_kind"),
            kinds,
            index=None,
            format_func=lambda kind: _kind_name(kind, language),
            placeholder=say(language, "register_every"),
        )
        documents = st.multiselect(
            say(language, "column_document"),
            sorted(desk.documents),
            format_func=lambda name: desk.documents[name].info.title,
            placeholder=say(language, "filter_all"),
        )
    return matching(every, words, kind or "", documents)


def _heads(fields: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Name the columns; a field that is called as one of them is told apart by quotation marks."""
    first = (say(language, "column_id"), say(language, "column_text"))
    last = tuple(say(language, f"column_{name}") for name in ("section", "document", "page"))
    taken = {*first, *last}
    return (*first, *(f"“{name}”" if name in taken else name for name in fields), *last)


def _open(rows: list[int], chosen: tuple[Entry, ...], desk: Desk, language: Language) -> None:
    """Open the page of a row when it is chosen, but not again when the page is drawn anew."""
    entry = chosen[rows[0]] if rows else None
    key = entry.item.key if entry else ""
    if key == st.session_state.get("row_opened", ""):
        return
    st.session_state["row_opened"] = key
    if entry:
        document = desk.documents[entry.item.document]
        quotes = tuple(place.text for place in entry.item.places)
        page_view.open_page(document, entry.page or 1, quotes, language)


def _kind_name(kind: str, language: Language) -> str:
    """Give the document's own word for the kind, or the interface's where it has none."""
    return say(language, f"kind_{kind}") if kind in get_args(ItemKind) else kind
