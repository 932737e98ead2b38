"""The Register page: every item that the documents list, to be searched, saved and opened."""

from __future__ import annotations

from typing import Literal, get_args

import streamlit as st

from ingest.types import ItemKind
from ui import register_charts, ways
from ui.csvfile import as_csv
from ui.register_view import Entry, entries, fields_of, having, matching, row_of, values_of
from ui.resources import Desk
from ui.strings import Language, say

Role = Literal["owner", "status"]


def draw(desk: Desk, language: Language) -> None:
    """Draw the filters, then the table or the charts; a chosen row opens its own page."""
    st.title(say(language, "page_register"), anchor=False)
    st.caption(say(language, "register_intro"))
    every = entries(desk.documents)
    chosen = _filtered(every, desk, language)
    st.caption(say(language, "register_shown", shown=len(chosen), all=len(every)))
    if not chosen:
        st.info(say(language, "register_none"))
        return
    listed, charts = st.tabs([say(language, "register_list"), say(language, "register_charts")])
    with charts:
        register_charts.draw(chosen, desk, language)
    with listed:
        _draw_table(chosen, language)


def _draw_table(chosen: tuple[Entry, ...], language: Language) -> None:
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
    rows_picked = picked["selection"]["rows"]
    if rows_picked:
        ways.go("item", item=chosen[rows_picked[0]].item.key)


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
    with st.container(horizontal=True):
        owner = _field_filter(every, "owner", language)
        status = _field_filter(every, "status", language)
    found = matching(every, words, kind or "", documents)
    return having(having(found, "owner", owner), "status", status)


def _field_filter(every: tuple[Entry, ...], role: Role, language: Language) -> str:
    """Draw a filter by the values of a role, where there are any; "" asks for nothing."""
    values = sorted({value for entry in every for value in values_of(entry, role)})
    if not values:
        return ""
    chosen = st.selectbox(
        say(language, f"register_{role}"),
        values,
        index=None,
        placeholder=say(language, "register_any"),
        accept_new_options=True,
        key=f"register-{role}",
    )
    return chosen or ""


def _heads(fields: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Name the columns; a field that is called as one of them is told apart by quotation marks."""
    first = (say(language, "column_id"), say(language, "column_text"))
    last = tuple(say(language, f"column_{name}") for name in ("section", "document", "page"))
    taken = {*first, *last}
    return (*first, *(f"“{name}”" if name in taken else name for name in fields), *last)


def _kind_name(kind: str, language: Language) -> str:
    """Give the document's own word for the kind, or the interface's where it has none."""
    return say(language, f"kind_{kind}") if kind in get_args(ItemKind) else kind
