"""The Register page: every item that the documents list, to be searched, saved and opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import streamlit as st

from ingest.types import ItemKind
from ui import register_charts, ways
from ui.csvfile import as_csv
from ui.overview import due, due_in, years
from ui.register_view import (
    Entry,
    entries,
    fields_of,
    group_of,
    having,
    in_group,
    line_of,
    matching,
    row_of,
    values_of,
)
from ui.resources import Desk
from ui.strings import Language, say
from ui.table_markup import link_cell, sortable_html, text_cell

Role = Literal["owner", "status"]

_AT_ONCE = 100
"""How many rows are drawn until more are asked for."""


def draw(desk: Desk, language: Language) -> None:
    """Draw the filters, then the table or the charts; every row leads to its item's page."""
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
    names = ("id", "text", "owner", "status", "date", "group", "document", "page")
    heads = [say(language, f"column_{name}") for name in names]
    drawn = int(st.session_state.get("register-drawn", _AT_ONCE))
    rows = (
        [
            link_cell(entry.item.identifier or "→", ways.to_item(entry.item.key, language)),
            *(text_cell(text) for text in line_of(entry)),
        ]
        for entry in chosen[:drawn]
    )
    st.html(f'<div class="cv-items cv-register">{sortable_html(heads, rows)}</div>')
    if drawn < len(chosen):
        st.button(
            say(language, "register_more", number=len(chosen) - drawn),
            on_click=_draw_more,
            args=(drawn + 2 * _AT_ONCE,),
        )
    fields = fields_of(chosen)
    st.download_button(
        say(language, "download_csv"),
        lambda: as_csv(_heads(fields, language), (row_of(entry, fields) for entry in chosen)),
        file_name="register.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def _draw_more(rows: int) -> None:
    st.session_state["register-drawn"] = rows


def _filtered(every: tuple[Entry, ...], desk: Desk, language: Language) -> tuple[Entry, ...]:
    words = st.text_input(say(language, "register_search"), icon=":material/search:")
    with st.container(horizontal=True):
        kind = st.selectbox(
            say(language, "register_kind"),
            sorted({entry.kind for entry in every}),
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
    inside = matching(every, words, kind or "", documents)
    with st.container(horizontal=True):
        owner = _field_filter(every, "owner", language)
        status = _field_filter(every, "status", language)
    with st.container(horizontal=True):
        groups = sorted({group_of(entry) for entry in inside} - {""})
        group = _choice("group", groups, language)
        year = _choice("year", [str(year) for year in years(due(inside))], language)
    found = in_group(having(having(inside, "owner", owner), "status", status), group)
    return due_in(found, int(year)) if year else found


def _choice(name: str, values: Sequence[str], language: Language) -> str:
    """Draw a choice of one value, where there are any; "" asks for nothing."""
    if not values:
        return ""
    chosen = st.selectbox(
        say(language, f"register_{name}"),
        values,
        index=None,
        placeholder=say(language, "register_any"),
        key=f"register-{name}",
    )
    return chosen or ""


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
