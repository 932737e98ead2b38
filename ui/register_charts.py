"""The register as a whole: entries by owner and by status, and what is due when."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui import tour_markup
from ui.overview import Due, counted_by, due, whole
from ui.register_view import Entry
from ui.resources import Desk
from ui.strings import Language, say

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
    st.bar_chart(
        [{name: value, number: count} for value, count in shown],
        x=name,
        y=number,
        horizontal=True,
        sort=f"-{number}",
        height=40 + 26 * len(shown),
        alt=f"{title}: " + "; ".join(f"{value} {count}" for value, count in shown),
    )
    with st.expander(say(language, "charts_table", number=len(counts))):
        rows = [(value, f"{count:,}") for value, count in counts]
        st.html(tour_markup.plain_table_html((name, number), rows))


def _timeline(dates: tuple[Due, ...], language: Language) -> None:
    if not dates:
        return
    st.header(say(language, "charts_due"), anchor=False)
    heads = [say(language, f"column_{n}") for n in ("date", "id", "text", "document", "page")]
    rows = [
        (
            f"{d.written} ({d.field})",
            d.entry.item.identifier,
            d.entry.item.text,
            d.entry.title,
            str(d.entry.page or ""),
        )
        for d in dates
    ]
    st.html(tour_markup.plain_table_html(heads, rows))
