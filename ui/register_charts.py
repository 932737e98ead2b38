"""The register as a whole: entries by owner and by status, and what is due when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from ui import ways
from ui.overview import Due, counted_by, due, whole
from ui.register_view import Entry
from ui.resources import Desk
from ui.strings import Language, say
from ui.table_markup import link_cell, plain_table_html, sortable_html, text_cell

_COLOUR = "#3f8f92"
"""Stands out from the light background and the dark one alike."""
_BARS = 15
"""More bars are no picture; the table below the chart has them all."""


def draw(chosen: Sequence[Entry], desk: Desk, language: Language) -> None:
    """Draw the charts that the entries have values for."""
    owners = counted_by(chosen, "owner", desk.register.split)
    statuses = counted_by(chosen, "status", whole)
    dates = due(chosen)
    if not (owners or statuses or dates):
        st.info(say(language, "charts_none"))
    _bars(owners, "owner", language)
    _bars(statuses, "status", language)
    _timeline(dates, language)


def _bars(counts: tuple[tuple[str, int], ...], what: str, language: Language) -> None:
    if not counts:
        return
    title = say(language, f"charts_{what}")
    st.header(title, anchor=False)
    name, number = say(language, f"register_{what}"), say(language, "column_entries")
    shown = counts[:_BARS]
    st.vega_lite_chart(
        [{"value": value, "number": count} for value, count in shown],
        _spec(name, number, len(shown)),
        alt=f"{title}: " + "; ".join(f"{value} {count}" for value, count in shown),
    )
    with st.expander(say(language, "charts_table", number=len(counts))):
        rows = [(value, f"{count:,}") for value, count in counts]
        st.html(plain_table_html((name, number), rows))


def _spec(name: str, number: str, bars: int) -> dict[str, Any]:
    """Give the chart's form: a bar for each value, the longest first, names written out."""
    return {
        "height": 24 * bars,
        "mark": {"type": "bar", "color": _COLOUR, "cornerRadiusEnd": 3},
        "encoding": {
            "y": {
                "field": "value",
                "type": "nominal",
                "sort": None,
                "title": None,
                "axis": {"labelLimit": 260, "labelOverlap": False, "tickSize": 0, "domain": False},
            },
            "x": {
                "field": "number",
                "type": "quantitative",
                "title": number,
                "axis": {"tickMinStep": 1, "format": "d"},
            },
            "tooltip": [
                {"field": "value", "type": "nominal", "title": name},
                {"field": "number", "type": "quantitative", "title": number},
            ],
        },
    }


def _timeline(dates: tuple[Due, ...], language: Language) -> None:
    if not dates:
        return
    st.header(say(language, "charts_due"), anchor=False)
    heads = [
        say(language, f"column_{n}") for n in ("date", "id", "text", "field", "document", "page")
    ]
    rows = [
        [
            text_cell(d.written),
            link_cell(d.entry.item.identifier or "→", ways.to_item(d.entry.item.key, language)),
            text_cell(d.entry.item.text),
            text_cell(d.field),
            text_cell(d.entry.title),
            text_cell(str(d.entry.page or "")),
        ]
        for d in dates
    ]
    st.html(f'<div class="cv-due cv-register">{sortable_html(heads, rows)}</div>')
