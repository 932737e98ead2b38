"""A document's page in a window over the chat: drawn with the quote marked, or as its words."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ingest.types import Document, Page
from ui import markup, resources
from ui.highlight import quote_boxes
from ui.originals import find_original
from ui.pageimage import PageImages
from ui.section_view import section_around
from ui.strings import Language, say

Marks = Mapping[int, tuple[str, ...]]
"""The quotes to be marked by the number of their page; several pages where one cuts a quote."""


def open_page(document: Document, page: int, marks: Marks, language: Language) -> None:
    """Open the window at a page; one that shares a quote with it is shown as well."""
    st.session_state["page_shown"] = min(max(page, 1), len(document.pages))
    title = markup.as_markdown(document.info.title)
    st.dialog(title, width="large")(_draw)(document, marks, language)


@st.cache_resource(show_spinner=False)
def _images() -> PageImages:
    return PageImages()


def _draw(document: Document, marks: Marks, language: Language) -> None:
    number = st.session_state["page_shown"]
    shown = sorted(marks) if number in marks else [number]
    if len(document.pages) > 1:
        _steps(shown, len(document.pages), language)
    for one in shown:
        draw_page(document, one, marks.get(one, ()), language)
    draw_download(document, language)


def draw_page(document: Document, number: int, quotes: tuple[str, ...], language: Language) -> None:
    """Draw a page with the quotes marked, and its words; where it has no picture, the section."""
    page = document.page(number)
    original = find_original(resources.settings().corpus, document.info)
    if original is None:
        st.caption(say(language, "no_image"))
    elif original.suffix.lower() == ".pdf":
        boxes = tuple(box for quote in quotes for box in quote_boxes(page, quote))
        st.image(
            _images().png(original, page, boxes),
            width="stretch",
            alt=say(language, "page_image", page=page.number, title=document.info.title),
        )
        with st.expander(say(language, "page_text"), key=f"words-{number}"):
            st.html(markup.page_text_html(page, quotes))
        return
    _draw_section(document, page, quotes, language)


def _draw_section(
    document: Document, page: Page, quotes: tuple[str, ...], language: Language
) -> None:
    """Draw the section that the first quote stands in; the whole text is a click away."""
    section = section_around(document, page, quotes[0] if quotes else "")
    st.html(markup.page_text_html(page, quotes, section))
    if section.end - section.start < len(page.text):
        with st.expander(say(language, "page_whole"), key=f"whole-{page.number}"):
            st.html(markup.page_text_html(page, quotes))


def draw_download(document: Document, language: Language) -> None:
    """Offer the document's file, where it is still the one that was read."""
    original = find_original(resources.settings().corpus, document.info)
    if original is not None:
        st.download_button(
            say(language, "download_document"),
            original.read_bytes(),
            file_name=document.info.name,
            icon=":material/download:",
            on_click="ignore",
        )


def _steps(shown: list[int], pages: int, language: Language) -> None:
    """Draw the line with the page's number and the two ways on."""
    number = " + ".join(map(str, shown))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="center"):
        _step(say(language, "previous"), ":material/chevron_left:", shown[0] - 1, pages)
        st.html(
            markup.note_html(say(language, "page_of", page=number, pages=pages)), width="content"
        )
        _step(say(language, "next"), ":material/chevron_right:", shown[-1] + 1, pages)


def _step(name: str, icon: str, to: int, pages: int) -> None:
    st.button(
        name,
        icon=icon,
        key=f"step-{icon}",
        disabled=not 1 <= to <= pages,
        on_click=_show,
        args=(to,),
        type="tertiary",
    )


def _show(page: int) -> None:
    st.session_state["page_shown"] = page
