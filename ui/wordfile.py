"""A chat as a Word file; the one place that imports python-docx."""

from __future__ import annotations

import io
import unicodedata

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt

from ui.references import Told, Written, item_line, where
from ui.strings import Language, say


def as_word_file(written: Written, language: Language) -> bytes:
    """Give a chat as DOCX: a heading a question, its answer, and the numbered references."""
    word = Document()
    word.styles["Normal"].font.size = Pt(11)
    word.core_properties.title = _plain(written.title)
    word.core_properties.author = say(language, "product")
    word.add_heading(_plain(written.title), level=1)
    for told in written.told:
        _write_answer(word, told)
    if written.references:
        word.add_heading(say(language, "references"), level=2)
    for citation in written.references:
        paragraph = word.add_paragraph(f"[{citation.n}] {_plain(where(citation, language))}")
        paragraph.paragraph_format.keep_with_next = True
        quote = " ".join(citation.quote.split())
        word.add_paragraph(_plain(f"“{quote}”"), style="Quote")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _write_answer(word: WordDocument, told: Told) -> None:
    word.add_heading(_plain(told.question), level=2)
    for note in told.notes:
        word.add_paragraph().add_run(_plain(note)).italic = True
    text = "".join(piece.text for piece in told.pieces)
    for line in filter(str.strip, text.split("\n")):
        bullet = line.startswith("- ")
        word.add_paragraph(_plain(line.removeprefix("- ")), style="List Bullet" if bullet else None)
    for item, numbers in told.items:
        marks = "".join(f" [{n}]" for n in numbers)
        word.add_paragraph(_plain(item_line(item) + marks), style="List Bullet")


def _plain(text: str) -> str:
    """Leave out the control characters, which a Word file cannot hold."""
    return "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cs"})
