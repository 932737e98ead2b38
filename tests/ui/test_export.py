"""A chat handed on: one list of references, in Markdown and in Word."""

from __future__ import annotations

import dataclasses
import io

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.types import Answer
from tests.ui.samples import CITATION, LIST, LOOK_UP, NASTY, QUOTE
from ui.chats import Exchange
from ui.references import Written, as_markdown_file, literal, write_down
from ui.wordfile import as_word_file


def exchange(question: str, answer: Answer | None) -> Exchange:
    return Exchange(1, "c", question, (), "done", answer, "", "g7")


def written() -> Written:
    other = dataclasses.replace(CITATION, n=1, quote="Count the boats")
    again = dataclasses.replace(CITATION, n=2)
    second = dataclasses.replace(
        LOOK_UP, text="Boats [1], as before [2].", citations=(other, again)
    )
    chat = (
        exchange("who owns 4.2a", LOOK_UP),
        exchange("unanswered", None),
        exchange(NASTY, second),
        exchange("list 4.2", LIST),
    )
    return write_down("Sea wall", chat, "en")


def test_a_quote_is_one_reference_however_often_it_is_cited() -> None:
    chat = written()
    assert [(c.n, c.quote) for c in chat.references] == [(1, QUOTE), (2, "Count the boats")]
    assert "".join(p.text for p in chat.told[1].pieces) == "Boats [2], as before [1]."
    assert [t.question for t in chat.told] == ["who owns 4.2a", NASTY, "list 4.2"]
    assert [numbers for _, numbers in chat.told[2].items] == [(1,), (1,)]


def test_markdown_shows_every_word_as_it_was() -> None:
    html = MarkdownIt().render(as_markdown_file(written(), "en"))
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt; **bold** :red[x] $x$" in html
    assert "4.2a is owned by the Harbour Master. [1]" in html
    assert "4.2b Count the boats (Due: =2032) [1]" in html
    assert html.count("<blockquote>") == 2
    assert "Harbour Plan &lt;2031&gt;, Plan › 4.2, page 2, As at March 2031" in html


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1))
def test_a_line_of_markdown_is_read_as_it_is_written(text: str) -> None:
    inline = " ".join(text.split())
    tokens = MarkdownIt().parse(literal(text))
    said = "".join(
        child.content for token in tokens for child in token.children or [] if child.content
    )
    assert said == inline


def test_a_word_file_has_the_same_references() -> None:
    word = Document(io.BytesIO(as_word_file(written(), "cy")))
    lines = [paragraph.text for paragraph in word.paragraphs]
    styles = {
        paragraph.text: paragraph.style.name for paragraph in word.paragraphs if paragraph.style
    }
    assert lines[0] == "Sea wall"
    assert styles[NASTY] == "Heading 2"
    assert "Boats [2], as before [1]." in lines
    assert styles["4.2b Count the boats (Due: =2032) [1]"] == "List Bullet"
    assert lines[-4].startswith("[1] Harbour Plan <2031>, Plan › 4.2, tudalen 2")
    assert lines[-1] == "“Count the boats”"


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\udcffb"])
def test_what_a_word_file_cannot_hold_is_left_out(text: str) -> None:
    data = as_word_file(write_down(text, (exchange(text, LOOK_UP),), "en"), "en")
    assert Document(io.BytesIO(data)).paragraphs[0].text == "ab"
