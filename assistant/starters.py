"""Questions to begin with, made from the documents themselves."""

from __future__ import annotations

from assistant.register.entries import Register
from assistant.wording.phrases import document_name, plural
from ingest.library import Library

_MOST = 6


def starters(library: Library, register: Register) -> tuple[str, ...]:
    """Give up to six questions that the documents answer, of several kinds."""
    found: list[str] = []
    for document in library.documents:
        own = [i for i in register.entries if i.document == document.info.name]
        owned = [i for i in own if i.identifier and register.fields_of(i, "owner")]
        reported = [i for i in own if i.identifier and register.fields_of(i, "update")]
        if owned:
            middle = owned[len(owned) // 2]
            found.append(f"Who owns {middle.label} {middle.identifier}?")
            name = register.split(register.fields_of(owned[0], "owner")[0].value)[0]
            found.append(f"What does the {name} own?")
        if reported:
            middle = reported[len(reported) // 2]
            found.append(f"What happened to {middle.label} {middle.identifier}?")
        if own and own[0].label not in ("", "entry"):
            name = document_name(document.info)
            found.append(f"How many {plural(own[0].label, 2)} are there in {name}?")
    acronyms = [t.identifier for t in register.terms if t.kind == "acronym"]
    terms = [t.identifier for t in register.terms if t.kind == "definition"]
    found.extend(f"What does {name} stand for?" for name in acronyms[:1])
    found.extend(f"What is meant by {name}?" for name in terms[:1])
    return tuple(dict.fromkeys(found))[:_MOST]
