"""The HTML of what is shown: nothing of a document or a question is ever markup."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser

import pytest

from ingest.types import Page
from tests.ui.samples import CITATION, DOCUMENTS, LIST, LOOK_UP, NASTY, QUOTE, TEXT
from ui import markup
from ui.view import show

OURS = {"button", "div", "a", "details", "summary", "span", "b", "blockquote", "mark"}
OURS |= {"table", "thead", "tbody", "tr", "th", "td", "h1", "p"}


class Reader(HTMLParser):
    """Reads HTML as a browser does: its tags with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def nasty_answer() -> list[str]:
    """Everything of an answer that has markup wherever words can stand."""
    citation = dataclasses.replace(
        CITATION, title=NASTY, section=(NASTY,), quote=NASTY, as_of=NASTY, document="gone.pdf"
    )
    items = tuple(
        dataclasses.replace(item, id=NASTY, text=NASTY, fields=((NASTY, NASTY),))
        for item in LIST.items
    )
    answer = dataclasses.replace(
        LIST, text=NASTY + " [1]", items=items, citations=(citation,), understood=NASTY
    )
    shown = show(answer, DOCUMENTS)
    assert shown.table is not None
    return [
        markup.text_html(NASTY),
        markup.note_html(NASTY),
        markup.pieces_html(shown.pieces, 7),
        markup.notes_html(shown, "cy"),
        markup.as_of_html(shown, "en"),
        markup.source_html(shown.sources[0], 7, "en"),
        markup.table_html(shown.table, 7, "en"),
        markup.page_text_html(Page(1, "1", NASTY), ()),
    ]


@pytest.mark.parametrize("html", nasty_answer())
def test_markup_in_a_document_or_question_is_shown_as_text(html: str) -> None:
    read = Reader(html)
    assert {tag for tag, _ in read.tags} <= OURS
    assert all(not name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert NASTY in read.text


def test_a_mark_leads_into_its_source() -> None:
    shown = show(LOOK_UP, DOCUMENTS)
    link = next(a for t, a in Reader(markup.pieces_html(shown.pieces, 7)).tags if t == "a")
    card = Reader(markup.source_html(shown.sources[0], 7, "en"))
    assert link["href"] == "#source-7-1"
    assert "source-7-1" in {a.get("id") for _, a in card.tags}
    assert "page 2 (printed 1)" in card.text
    assert QUOTE in card.text


def test_a_page_has_every_quote_marked_and_every_word_kept() -> None:
    html = markup.page_text_html(Page(1, "1", TEXT), ("Count the boats", QUOTE, "not there"))
    assert html.count("<mark>") == 2
    assert Reader(html).text == TEXT


def test_quotes_that_overlap_are_marked_once() -> None:
    html = markup.page_text_html(Page(1, "1", TEXT), (QUOTE, "the sea wall"))
    assert html.count("<mark>") == 1
    assert Reader(html).text == TEXT


def test_a_label_is_escaped_from_markdown_and_streamlits_own_codes() -> None:
    label = markup.as_markdown("*a* [b](c) :red[d] `e`\n\n# f")
    assert label.startswith(r"\*a\* \[b\]\(c\) ")
    assert "\\:\u2060red" in label
    assert "\n" not in label
    assert label.replace("\\", "").replace("\u2060", "") == "*a* [b](c) :red[d] `e` # f"
