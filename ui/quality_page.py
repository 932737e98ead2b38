"""The Quality page: how right the answers were when they were last measured."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

import evals
from evals.intervals import Share
from ui import markup, table_markup
from ui.quality_view import FIGURES, Run, history_of, last_of_each, runs
from ui.strings import Language, say

RESULTS = Path(evals.__file__).with_name("results")


def draw(language: Language) -> None:
    """Draw the figures of each set of questions, and how they changed."""
    st.title(say(language, "page_quality"), anchor=False)
    st.caption(say(language, "quality_intro"))
    every = runs(RESULTS)
    if not every:
        st.info(markup.as_markdown(say(language, "quality_none")))
        return
    for run in last_of_each(every):
        st.header(markup.as_markdown(run.name), anchor=False)
        when = f"{run.when:%Y-%m-%d %H:%M} UTC"
        st.caption(say(language, "quality_run", number=run.questions, when=when))
        st.html(_figures(run, language))
        with st.expander(say(language, "quality_types")):
            st.html(_types(run, language))
        _history(history_of(every, run.name), language)


def _figures(run: Run, language: Language) -> str:
    heads = [say(language, f"column_{name}") for name in ("figure", "share", "of", "interval")]
    rows = [
        (say(language, f"figure_{name}"), *_cells(run.overall[name]))
        for name in FIGURES
        if run.overall[name].total
    ]
    rows.append((say(language, "figure_seconds"), f"{run.seconds:.2f} s", "", ""))
    return table_markup.plain_table_html(heads, rows)


def _types(run: Run, language: Language) -> str:
    heads = [say(language, f"column_{name}") for name in ("type", "share", "of", "interval")]
    rows = [(kind, *_cells(share)) for kind, share in run.by_type.items()]
    return table_markup.plain_table_html(heads, rows)


def _cells(share: Share) -> tuple[str, str, str]:
    """Give the share in per cent, the hits of the total, and the 95 % interval."""
    low, high = share.interval
    value = f"{share.value:.1%}" if share.value is not None else ""
    return value, f"{share.hits} / {share.total}", f"{low:.0%} – {high:.0%}"


def _history(history: tuple[Run, ...], language: Language) -> None:
    if len(history) < 2:
        return
    when, correct = say(language, "column_date"), say(language, "figure_correct")
    st.subheader(say(language, "quality_history"), anchor=False)
    points = [(f"{r.when:%Y-%m-%d %H:%M}", r.overall["correct"].value or 0.0) for r in history]
    st.line_chart(
        [{when: moment, correct: round(100 * value, 1)} for moment, value in points],
        x=when,
        y=correct,
        alt="; ".join(f"{moment}: {value:.1%}" for moment, value in points),
    )
