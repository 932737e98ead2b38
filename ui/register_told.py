"""`verse register`: the entries that the documents list, as text, CSV or JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from ingest.settings import Settings
from ui import exits
from ui.choosing import UnknownDocument, choose_documents
from ui.csvfile import as_csv
from ui.plain import harmless
from ui.register_view import Entry, entries, fields_of, having, matching, row_of
from ui.wording import counted

Form = Literal["text", "csv", "json"]


def tell_register(
    settings: Settings, wanted: Sequence[str], owner: str, status: str, form: Form
) -> int:
    """Print the entries chosen on stdout and give the exit code: 1 where there are none.

    Raises:
        VerseError: Nothing is ingested, or the index is of another format.

    """
    from ingest.library import Library  # noqa: PLC0415 - slow to import

    documents = {d.info.name: d for d in Library.open(settings).documents}
    try:
        names = choose_documents(wanted, list(documents))
    except UnknownDocument as error:
        exits.note(f"verse: {error}")
        return exits.USAGE
    acted_on = [e for e in entries(documents) if e.item.kind == "entry"]
    chosen = having(having(matching(acted_on, "", "", names), "owner", owner), "status", status)
    sys.stdout.write(_written(chosen, form))
    exits.note(counted(len(chosen), "item"))
    return exits.FOUND if chosen else exits.NOT_FOUND


def _written(chosen: Sequence[Entry], form: Form) -> str:
    if form == "json":
        return "".join(json.dumps(as_json(e), ensure_ascii=False) + "\n" for e in chosen)
    if form == "csv":
        fields = fields_of(chosen)
        heads = ("Item", "Text", *fields, "Section", "Document", "Page")
        return as_csv(heads, (row_of(e, fields) for e in chosen)).decode("utf-8")
    return "".join(f"{line}\n" for entry in chosen for line in lines(entry))


def lines(entry: Entry) -> Iterator[str]:
    """Give an entry as text: identifier and words, its fields, where it stands."""
    item = entry.item
    yield harmless(" ".join(f"{item.identifier} {item.text}".split()))
    for field in item.fields:
        yield harmless(f"    {field.name}: {' '.join(field.value.split())}")
    page = f", page {entry.page}" if entry.page else ""
    yield harmless(f"    {entry.title}{page}")


def as_json(entry: Entry) -> dict[str, Any]:
    """Give an entry as JSON: what stands in the document and where."""
    item = entry.item
    return {
        "id": item.identifier,
        "kind": entry.kind,
        "text": item.text,
        "fields": {field.name: field.value for field in item.fields},
        "group": {"id": item.parent, "text": item.parent_text} if item.parent else None,
        "section": list(item.section),
        "document": item.document,
        "title": entry.title,
        "page": entry.page or None,
    }
