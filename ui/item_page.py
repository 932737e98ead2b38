"""The page of one entry: its fields, its group, its page, and its likes in other documents."""

from __future__ import annotations

import streamlit as st

from ui import markup, page_view, tour_markup, ways
from ui.item_view import Shown, show_item
from ui.register_view import Entry
from ui.resources import Desk
from ui.strings import Language, say


def draw(desk: Desk, language: Language) -> None:
    """Draw the entry whose key is in the address."""
    if st.button(say(language, "to_register"), icon=":material/arrow_back:", type="tertiary"):
        ways.go("register")
    shown = show_item(st.query_params.get("item", ""), desk.documents)
    if shown is None:
        st.title(say(language, "page_item"), anchor=False)
        st.info(say(language, "no_item"))
        return
    entry = shown.entry
    kind = entry.item.label or say(language, "page_item")
    st.title(
        markup.as_markdown(f"{kind[:1].upper()}{kind[1:]} {entry.item.identifier}"), anchor=False
    )
    st.html(markup.text_html(entry.item.text))
    st.html(tour_markup.facts_html(_facts(entry, language)))
    _likes(shown, desk, language)
    _group(shown, language)
    document = desk.documents[entry.item.document]
    st.header(say(language, "item_page"), anchor=False)
    for number in _numbers(entry) or [1]:
        quotes = tuple(p.text for p in entry.item.places if p.page in {0, number})
        page_view.draw_page(document, number, quotes, language)
    page_view.draw_download(document, language)


def _facts(entry: Entry, language: Language) -> list[tuple[str, str]]:
    item = entry.item
    return [
        *((field.name, field.value) for field in item.fields),
        (say(language, "column_section"), " › ".join(item.section)),
        (say(language, "column_document"), entry.title),
        (say(language, "column_page"), ", ".join(map(str, _numbers(entry)))),
    ]


def _numbers(entry: Entry) -> list[int]:
    """Give the pages that the entry stands on; none where there are no pages."""
    return sorted({p.page for p in entry.item.places if p.page})


def _likes(shown: Shown, desk: Desk, language: Language) -> None:
    """Draw the entry as each document of the organisation has it, the newest first."""
    if len(shown.likes) < 2:
        return
    st.header(say(language, "item_history"), anchor=False)
    for like in shown.likes:
        info = desk.documents[like.item.document].info
        when = ", ".join(part for part in (info.date, info.title) if part)
        with st.container(border=True, key=f"like-{like.item.key}"):
            st.html(markup.note_html(when) + markup.text_html(like.item.text))
            st.html(tour_markup.facts_html((f.name, f.value) for f in like.item.fields))
            if like.item.key != shown.entry.item.key:
                _link(like, f"like-to-{like.item.key}", language)


def _group(shown: Shown, language: Language) -> None:
    item = shown.entry.item
    if not item.parent:
        return
    st.header(say(language, "item_group"), anchor=False)
    st.html(markup.text_html(f"{item.parent} {item.parent_text}"))
    with st.expander(say(language, "item_siblings", number=len(shown.siblings))):
        for sibling in shown.siblings:
            _link(sibling, f"sibling-{sibling.item.key}", language)


def _link(entry: Entry, key: str, language: Language) -> None:
    text = f"{entry.item.identifier} {entry.item.text}".strip()
    label = text if len(text) <= 90 else f"{text[:90].rstrip()}…"
    if st.button(markup.as_markdown(label) or say(language, "page_item"), key=key, type="tertiary"):
        ways.go("item", item=entry.item.key)
