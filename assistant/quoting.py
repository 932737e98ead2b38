"""Says windows of sentences in the documents' own words, with the wording they rest on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.drafts import Said, Source, passage_source
from assistant.phrases import capital, document_name, item_name
from assistant.prose import Window, begins_point
from ingest.library import Library
from ingest.marks import BULLETS, DASHES
from ingest.quotes import letters
from ingest.types import Item

_SAYS = re.compile(r"^.{3,200}? says: ")  # what `quoted` puts before a document's words


def name_before(text: str) -> str:
    """Give what names the document before its words, empty where nothing does."""
    found = _SAYS.match(text)
    return found.group() if found else ""


def quoted(chosen: Sequence[Window], library: Library) -> list[Said]:
    """Say windows in the documents' words, naming each document once."""
    said: list[Said] = []
    last = ""
    named = ""
    for window in chosen:
        item = library.item(window.passage.item)
        text = as_said(window)
        if item and item.kind == "entry" and item.key != named:
            named = item.key
            text = _of_entry(item, text)
        if window.passage.document != last:
            last = window.passage.document
            name = document_name(library.document(last).info)
            text = f"{capital(name)} says: {text}"
        said.append(Said(text, sources_of(window, item)))
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


def sources_of(window: Window, item: Item | None) -> tuple[Source, ...]:
    """Give the wording of a window without the names of fields that were put before it."""
    if item is None and window.passage.kind == "item" and not _is_verbatim(window):
        return tuple(passage_source(window.passage, p.text) for p in window.passage.places)
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
    return (passage_source(window.passage, whole),) if found else ()


def _is_verbatim(window: Window) -> bool:
    """Whether words of a row stand on its page as they are said, without its columns' names."""
    said = letters(window.text)
    return any(said in letters(place.text) for place in window.passage.places)


def _of_entry(item: Item, text: str) -> str:
    """Say part of an entry with its name before it."""
    name = item_name(item, with_text=False)
    bare = re.sub(rf"^{re.escape(item.identifier)}\s+", "", text)
    if bare.startswith(item.text[:40]):
        return f"{name}: {bare}"
    return f"{item_name(item)}: {bare}"
