"""Reads the corpus's pages apart from the assistant's own readers, to check it against them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdf

from evals.normalise import letters
from evals.types import CorpusFile
from ingest.errors import CorpusError

WHOLE = 0
"""The page number of formats that have no pages."""

_WORD_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".txt", ".text", ".md", ".markdown"})
_NOT_DOCUMENTS = frozenset({"readme.md", "catalog.toml"})


class CorpusPages:
    """The pages of a folder's documents, each file read once, when it is first asked for."""

    def __init__(self, corpus: Path) -> None:
        self._paths = {path.name: path for path in corpus_paths(corpus)}
        self._pages: dict[str, Mapping[int, str]] = {}
        self._letters: dict[str, Mapping[int, str]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The documents' file names, sorted."""
        return tuple(self._paths)

    def pages(self, name: str) -> Mapping[int, str]:
        """Give a document's pages by number; empty where there is no such document."""
        if name not in self._paths:
            return {}
        if name not in self._pages:
            self._pages[name] = page_texts(self._paths[name])
        return self._pages[name]

    def letters(self, name: str) -> Mapping[int, str]:
        """Give the letters and digits alone of a document's pages by number."""
        if name not in self._letters:
            pages = self.pages(name)
            self._letters[name] = {number: letters(text) for number, text in pages.items()}
        return self._letters[name]

    def page(self, name: str, number: int) -> str | None:
        """Give one page's text; None where there is no such document or page.

        A document without pages of its own gives its whole text, whatever page is named.
        """
        return self.pages(name).get(self.place(name, number)[1])

    def place(self, name: str, number: int) -> tuple[str, int]:
        """Give a document and the page that `number` is in it: WHOLE where it has no pages."""
        return (name, WHOLE if self.pages(name).keys() == {WHOLE} else number)

    def files(self) -> tuple[CorpusFile, ...]:
        """Say which files these are, with the hash of their bytes."""
        return tuple(
            CorpusFile(name, hashlib.sha256(path.read_bytes()).hexdigest())
            for name, path in self._paths.items()
        )


def corpus_paths(corpus: Path) -> tuple[Path, ...]:
    """Give the documents in a folder and its subfolders, sorted by name.

    Raises:
        CorpusError: the folder is missing or holds no documents.

    """
    found = [
        path
        for path in corpus.rglob("*")
        if path.suffix.lower() in _SUFFIXES
        and path.name.lower() not in _NOT_DOCUMENTS
        and path.is_file()
    ]
    if not found:
        raise CorpusError(f"{corpus} holds no documents; name the folder with --corpus")
    return tuple(sorted(found, key=lambda path: (path.name, path)))


def page_texts(path: Path) -> Mapping[int, str]:
    """Give a file's text by page number, counted from 1; a format without pages is page WHOLE."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        pages = pypdf.PdfReader(path).pages
        return {number: page.extract_text() for number, page in enumerate(pages, start=1)}
    if suffix == ".docx":
        return {WHOLE: _docx_text(path)}
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return {WHOLE: _html_text(text) if suffix in {".html", ".htm"} else text}


def _docx_text(path: Path) -> str:
    """Give the paragraphs of a Word file, one a line."""
    with ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "\n".join("".join(_runs(p)) for p in root.iter(f"{_WORD_NAMESPACE}p"))


def _runs(paragraph: ElementTree.Element) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{_WORD_NAMESPACE}t":
            yield node.text or ""
        elif node.tag in {f"{_WORD_NAMESPACE}tab", f"{_WORD_NAMESPACE}br"}:
            yield " "


def _html_text(text: str) -> str:
    reader = _HtmlText()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


class _HtmlText(HTMLParser):
    """Collects what a browser shows; tags inside a line leave no space, others do."""

    _HIDDEN = frozenset({"script", "style", "template", "head"})
    _INLINE = re.compile(
        "a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u"
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in self._HIDDEN
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in self._HIDDEN))
        self._space(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)

    def _space(self, tag: str) -> None:
        if not self._INLINE.fullmatch(tag):
            self.parts.append("\n")
