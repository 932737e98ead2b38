"""A document's page in a window over the chat: drawn with the quote marked, or as its words."""

from __future__ import annotations

import streamlit as st

from ingest.types import Document
from ui import markup, resources
from ui.highlight import quote_boxes
from ui.originals import find_original
from ui.pageimage import PageImages
from ui.strings import Language, say


def open_page(document: Document, page: int, quotes: tuple[str, ...], language: Language) -> None:
    """Open the window at a page; the quotes are marked wherever they stand."""
    st.session_state["page_shown"] = min(max(page, 1), len(document.pages))
    title = markup.as_markdown(document.info.title)
    st.dialog(title, width="large")(_draw)(document, quotes, language)


@st.cache_resource(show_spinner=False)
def _images() -> PageImages:
    return PageImages()


def _draw(document: Document, quotes: tuple[str, ...], language: Language) -> None:
    number = st.session_state["page_shown"]
    _steps(number, len(document.pages), language)
    draw_page(document, number, quotes, language)


def draw_page(document: Document, number: int, quotes: tuple[str, ...], language: Language) -> None:
    """Draw a page with the quotes marked, its words, and the way to the whole document."""
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
    with st.expander(say(language, "page_text"), expanded=not _drawable(original)):
        st.html(markup.page_text_html(page, quotes))
    if original is not None:
        st.download_button(
            say(language, "download_document"),
            original.read_bytes(),
            file_name=document.info.name,
            icon=":material/download:",
            on_click="ignore",
        )


def _drawable(original: object) -> bool:
    return str(original).lower().endswith(".pdf")


def _steps(number: int, pages: int, language: Language) -> None:
    """Draw the line with the page's number and the two ways on."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="center"):
        _step(say(language, "previous"), ":material/chevron_left:", number - 1, pages)
        st.html(
            markup.note_html(say(language, "page_of", page=number, pages=pages)), width="content"
        )
        _step(say(language, "next"), ":material/chevron_right:", number + 1, pages)


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
