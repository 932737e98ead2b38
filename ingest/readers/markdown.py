"""Reads Markdown: CommonMark with tables and struck-out text, as a page that it is turned into.

The page is the file's own text, marks and all, so that a quote is a run of it;
`ingest.wording.quotes` finds wording among the marks. Notes (`[^1]: …`), front matter, and the
marks of site builders (`{: .class}`, `{{ … }}`) are seen to first, for the parser leaves them among
the words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from ingest.elements import Reading
from ingest.lines.field_lines import field_line
from ingest.readers.flow import WHOLE
from ingest.readers.html.reader import parse_html
from ingest.readers.text.reader import decode
from ingest.readers.words import creation_date
from ingest.types import Block, Page

_FRONT = re.compile(r"\A---[ \t]*\n(?=[\w -]+:)(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,40}):[ \t]+(?P<value>\S.*)$")
_BUILDER = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{:[^{}\n]*\}|\{#[\w-]+\}")
_NOTE = re.compile(r"^\[\^(?P<mark>[^\]\s]+)\]:[ \t]+(?P<text>.+(?:\n(?:    |\t).+)*)", re.M)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$", re.M | re.S)
_AUTHORS = ("author", "authors", "organisation", "organization", "publisher", "owner")
_DATES = ("date", "published", "created", "updated", "last_updated", "last-modified")


def read_markdown(path: Path) -> Reading:
    """Read a Markdown file.

    Raises:
        UnreadableFile: it is empty or not text.
    """
    return parse_markdown(decode(path), path.name)


def parse_markdown(text: str, name: str = "text") -> Reading:
    """Read Markdown text.

    Raises:
        UnreadableFile: it holds no text.
    """
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    # Indented lines are paragraphs and markup here, not code: these are documents, not manuals.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    page = parse_html(f"<body>{parser.render(_plain(body))}</body>", name)
    said = _metadata(front["lines"]) if front else {}
    heading = next((e.text for e in page.elements if isinstance(e, Block) and e.level == 1), "")
    if said.get("title", "-").lower() in heading.lower():
        said["title"] = heading  # the heading says it in full
    return replace(page, pages=(Page(WHOLE, "", text),), metadata={**page.metadata, **said})


def _plain(text: str) -> str:
    """Give the text without a site builder's marks, its notes at the places where they stand."""
    parts: list[str] = []
    at = 0
    for fence in _FENCE.finditer(text):
        parts.extend((_unmarked(text[at : fence.start()]), fence.group()))
        at = fence.end()
    return "".join((*parts, _unmarked(text[at:])))


def _unmarked(text: str) -> str:
    noted = _NOTE.sub(_as_footnote, _BUILDER.sub("", text))
    return _NOTE_MARK.sub("", _set_apart(noted))


def _set_apart(text: str) -> str:
    """Give lines "Lead: …", and what follows them, as paragraphs of their own, as they read.

    To the parser the lines of a paragraph are one; their writer saw them one below the other.
    """
    lines: list[str] = []
    named = False
    for line in text.split("\n"):
        names = field_line(line.strip()) is not None
        if (names or named) and line.strip() and lines and lines[-1].strip():
            lines.append("")
        lines.append(line.lstrip() if names or named else line)
        named = names
    return "\n".join(lines)


def _as_footnote(note: re.Match[str]) -> str:
    words = re.sub(r"\s+", " ", note["text"])
    return f'\n<div role="doc-footnote">\n\n{escape(note["mark"])} {words}\n\n</div>\n'


def _metadata(lines: str) -> dict[str, str]:
    """Give what front matter says, as a PDF's metadata would; it is read line by line."""
    said: dict[str, str] = {}
    for line in lines.splitlines():
        entry = _ENTRY.match(line)
        if entry:
            said.setdefault(entry["key"].strip().lower(), entry["value"].strip().strip("\"'"))
    found = {
        "title": said.get("title", ""),
        "author": next((said[key] for key in _AUTHORS if said.get(key)), ""),
        "creationdate": next((d for key in _DATES if (d := creation_date(said.get(key, "")))), ""),
    }
    return {key: value for key, value in {**said, **found}.items() if value}
