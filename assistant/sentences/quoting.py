"""Says windows of sentences in the documents' own words, with the wording they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafts import Said, Source, passage_source, row_sources
from assistant.sentences.windows import Window, begins_point
from assistant.wording.phrases import capital, document_name, fields_of_entry, item_name
from ingest.library import Library
from ingest.types import Item
from ingest.wording.marks import BULLETS, DASHES
from ingest.wording.quotes import find_run, letters

LONGEST_TOLD = 120  # characters of a field that is told with an entry's own words
_SAYS = re.compile(r"^.{3,200}? says: ")  # what `quoted` puts before a document's words


def name_before(text: str) -> str:
    """Give what names the document before its words, empty where nothing does."""
    found = _SAYS.match(text)
    return found.group() if found else ""


def says(document: str, library: Library) -> str:
    """Give what names a document before its words."""
    return f"{capital(document_name(library.document(document).info))} says: "


def quoted(chosen: Sequence[Window], library: Library) -> list[Said]:
    """Say windows in the documents' words, naming each document once."""
    said: list[Said] = []
    last = ""
    named = ""
    for window in chosen:
        item = library.item(window.passage.item)
        text = as_said(window)
        sources = sources_of(window, item, library)
        if item and item.kind == "entry" and item.key != named:
            named = item.key
            rest = fields_of_entry(item, LONGEST_TOLD)
            if rest and _is_opening(item, text):
                text, sources = f"{item.text.rstrip('. ')}. {rest}", row_sources(item)
            text = _of_entry(item, text)
        if window.passage.document != last:
            last = window.passage.document
            text = f"{says(last, library)}{text}"
        said.append(Said(text, sources))
    return said


def as_said(window: Window) -> str:
    """Give a window's words as they are said, each point of a list on a line of its own."""
    text = ""
    for unit in window.units[window.first : window.last]:
        opens = unit.listed and begins_point(unit.text)
        text += f"\n- {without_mark(unit.text)}" if opens else f" {unit.text}"
    return text.strip()


def without_mark(text: str) -> str:
    """Leave out the mark of a list's point."""
    return re.sub(rf"^(?:[{BULLETS}]\s*|[o{DASHES}]\s+)", "", text)


def sources_of(window: Window, item: Item | None, library: Library) -> tuple[Source, ...]:
    """Give the wording of a window without the names of fields that were put before it."""
    rows = _rows_on_pages(window, library) if item is None else ()
    if rows:
        return rows
    if item is None or item.kind not in ("entry", "group"):
        return (passage_source(window.passage, window.text),)
    names = [f.name for f in item.fields]
    found: list[Source] = []
    for sentence in window.sentences:
        text = sentence
        for name in names:
            if text.startswith(f"{name}: "):
                text = text[len(name) + 2 :]
        text = re.sub(rf"^{re.escape(item.identifier)}\s+", "", text) if item.identifier else text
        if len(text.split()) > 1:
            found.append(passage_source(window.passage, text))
    whole = " ".join(s.text for s in found)
    return (passage_source(window.passage, whole),) if found else row_sources(item)


def _rows_on_pages(window: Window, library: Library) -> tuple[Source, ...]:
    """Give a table's row as its pages have it, where it is said with its columns' names."""
    passage, said = window.passage, letters(window.text)
    if passage.kind != "item" or any(said in letters(p.text) for p in passage.places):
        return ()
    document = library.document(passage.document)
    rows = [p for p in passage.places if find_run(document.page(p.page).text, p.text)]
    return tuple(passage_source(passage, p.text) for p in rows)


def _is_opening(item: Item, text: str) -> bool:
    """Whether wording is an entry's own words, with fields behind them that are as short."""
    bare = _without_name(item, text)
    behind = bare[len(item.text) :].strip(" .")
    short = (f.name for f in item.fields if len(f.value) <= LONGEST_TOLD)
    return bare.startswith(item.text) and (not behind or any(map(behind.startswith, short)))


def _of_entry(item: Item, text: str) -> str:
    """Say part of an entry with its name before it."""
    name = item_name(item, with_text=False)
    bare = _without_name(item, text)
    if bare.startswith(item.text[:40]):
        return f"{name}: {bare}"
    return f"{item_name(item)}: {bare}"


def _without_name(item: Item, text: str) -> str:
    """Give an entry's words without what it is called before them: "Recommendation 7 …"."""
    called = rf"^(?:{re.escape(item.label)}\s+)?{re.escape(item.identifier)}\s+"
    return re.sub(called, "", text, flags=re.IGNORECASE) if item.identifier else text
