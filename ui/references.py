"""A chat to be handed on: its answers with one numbered list of references, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.types import Answer, AnswerItem, Citation
from ui.chats import Exchange
from ui.strings import Language, say
from ui.view import Piece, pieces, section_path, unlisted


@dataclass(frozen=True, slots=True)
class Told:
    """One question and its answer, the citations numbered as in the whole chat's references.

    `items` are the entries of a list, each with its line of text and its references.
    """

    question: str
    notes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    items: tuple[tuple[AnswerItem, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A chat as it is written down: its name, what was said, and the references in order."""

    title: str
    told: tuple[Told, ...]
    references: tuple[Citation, ...]


def write_down(title: str, exchanges: Sequence[Exchange], language: Language) -> Written:
    """Give a chat with one list of references; the same quote of the same page is one reference.

    Questions without an answer are left out.
    """
    references: dict[tuple[str, int, str], Citation] = {}
    told = tuple(
        _told(exchange.question, exchange.answer, references, language)
        for exchange in exchanges
        if exchange.answer
    )
    return Written(title, told, tuple(references.values()))


def as_markdown_file(written: Written, language: Language) -> str:
    """Give a chat as Markdown; what the documents and the questions say stays as it is."""
    parts = [f"# {literal(written.title)}"]
    for told in written.told:
        parts.append(f"## {literal(told.question)}")
        parts += [f"*{literal(note)}*" for note in told.notes]
        parts.append(_markdown_text(told.pieces))
        parts += ["\n".join(_markdown_item(item, numbers) for item, numbers in told.items)]
    if written.references:
        parts.append(f"## {literal(say(language, 'references'))}")
        parts += [_markdown_reference(citation, language) for citation in written.references]
    return "\n\n".join(part for part in parts if part) + "\n"


def where(citation: Citation, language: Language) -> str:
    """Give where a quote stands: title, section, page and as-at date on one line."""
    parts = [citation.title, " › ".join(section_path(citation))]
    if citation.page:
        parts.append(say(language, "page", page=citation.page))
    if citation.as_of:
        parts.append(say(language, "as_of", date=citation.as_of))
    return ", ".join(part for part in parts if part)


def item_line(item: AnswerItem) -> str:
    """Give an entry of a list on one line: identifier, text, then its fields by name."""
    fields = "; ".join(f"{name}: {value}" for name, value in item.fields if value)
    line = " ".join(part for part in (item.id, item.text) if part)
    return f"{line} ({fields})" if fields else line


def literal(text: str) -> str:
    r"""Give text for a line of Markdown, so that it shows as it is.

    >>> literal("*a* <b> 1. [c](d)")
    '\\*a\\* \\<b\\> 1. \\[c\\]\\(d\\)'
    """
    escaped = re.sub(r"([\\`*_{}\[\]()<>#|~&$])", r"\\\1", " ".join(text.split()))
    return re.sub(
        r"^(\d+)([.)])|^([-+=])", r"\1\\\2\3" if escaped[:1].isdigit() else r"\\\3", escaped
    )


def _told(
    question: str,
    answer: Answer,
    references: dict[tuple[str, int, str], Citation],
    language: Language,
) -> Told:
    numbers = {citation.n: _number(citation, references) for citation in answer.citations}
    listed = answer.items if len(answer.items) > 1 else ()
    text = unlisted(answer.text, listed) if listed else answer.text
    return Told(
        question=question,
        notes=tuple(_notes(answer, language)),
        pieces=tuple(
            Piece(f"[{numbers[p.citation]}]", numbers[p.citation]) if p.citation else p
            for p in pieces(text, frozenset(numbers))
        ),
        items=tuple(
            (item, tuple(numbers[n] for n in item.citations if n in numbers))
            for item in listed
            if text != answer.text or item_line(item) not in text
        ),
    )


def _number(citation: Citation, references: dict[tuple[str, int, str], Citation]) -> int:
    key = (citation.document, citation.page, " ".join(citation.quote.split()))
    found = references.setdefault(key, replace(citation, n=len(references) + 1))
    return found.n


def _notes(answer: Answer, language: Language) -> Iterator[str]:
    if answer.understood:
        yield say(language, "understood", question=answer.understood)
    if answer.status != "answered":
        yield say(language, f"status_{answer.status}")


def _markdown_text(told: tuple[Piece, ...]) -> str:
    text = "".join(piece.text for piece in told)
    lines = [_markdown_line(line) for line in text.split("\n")]
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def _markdown_line(line: str) -> str:
    """Keep a bullet a bullet; everything else shows as it is, each line on its own."""
    if line.startswith("- "):
        return f"- {literal(line[2:])}"
    return f"{literal(line)}  " if line.strip() else ""


def _markdown_item(item: AnswerItem, numbers: tuple[int, ...]) -> str:
    marks = "".join(rf" \[{n}\]" for n in numbers)
    return f"- {literal(item_line(item))}{marks}"


def _markdown_reference(citation: Citation, language: Language) -> str:
    quote = literal(citation.quote)
    return f"{citation.n}. {literal(where(citation, language))}\n\n   > {quote}"
