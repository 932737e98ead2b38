"""An answer as plain text for the terminal: what is said, then its numbered citations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from assistant.types import Answer, Citation
from ui.strings import say
from ui.view import section_path


def plain_answer(answer: Answer) -> str:
    """Give the text, the citations (title, section, page, quote) and what can be asked next."""
    parts = list(_said(answer))
    if answer.citations:
        parts += ["", *(_citation(c) for c in answer.citations)]
    if answer.suggestions:
        parts += ["", "You could ask:", *(f"  {harmless(s)}" for s in answer.suggestions)]
    return "\n".join(parts)


def harmless(text: str) -> str:
    r"""Give the text without the control characters by which a terminal is steered.

    >>> harmless("a\x1b[2Jb\nc")
    'a[2Jb\nc'
    """
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")


def _said(answer: Answer) -> Iterator[str]:
    if answer.understood:
        yield f"(understood as: {harmless(answer.understood)})"
    yield harmless(answer.text)
    if answer.note:
        yield f"({say('en', f'note_{answer.note}')})"


def _citation(citation: Citation) -> str:
    where = [harmless(citation.title), *(harmless(s) for s in section_path(citation))]
    if citation.page:
        where.append(f"page {citation.page}")
    as_of = f" (as at {harmless(citation.as_of)})" if citation.as_of else ""
    quote = " ".join(harmless(citation.quote).split())
    return f"[{citation.n}] {', '.join(where)}{as_of}\n    “{quote}”"
