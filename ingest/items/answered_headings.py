"""What answers entries under headings that name them: "Response to R1: accepted", "Owner: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lines.field_lines import named_field, own_names
from ingest.lines.fields_below import paragraphs_below
from ingest.lines.inline_fields import fields_in
from ingest.types import Block, Field, Item, Place
from ingest.wording.identifiers import NOUNS, canonical
from ingest.wording.roles import role_of
from ingest.wording.sentences import sentences

_HEADING = re.compile(
    r"^(?P<name>(?:\w[\w’']*(?: \w+){0,2} )?(?:response|reply|answer|progress|update))"
    rf" (?:to|on|against|for) (?:(?P<noun>{'|'.join(sorted(NOUNS))}) )?"
    r"(?P<id>[A-Z]{0,4}\d{1,3}(?:\.\d{1,2})*[a-z]?)(?:\s?[:–-]\s?(?P<said>\S.*))?$",
    re.I,
)
_FEWEST = 2
_LONGEST_WHO = 90  # characters of an owner before whom a sentence ends


def with_headings_answered(items: Sequence[Item], blocks: Sequence[Block]) -> list[Item]:
    """Give items; entries that such headings name have what stands there as their fields."""
    named = [(n, m) for n, b in enumerate(blocks) if (m := _heading(b))]
    if len(named) < _FEWEST:
        return list(items)
    opening = {id(blocks[n]) for n, _ in named}
    own = own_names(blocks, lambda block: id(block) in opening)
    told: dict[int, list[Field]] = {}
    answering: set[Place] = set()
    for n, heading in named:
        asked = [k for k, item in enumerate(items) if _is_named(item, heading)]
        if asked:
            answering.update(blocks[n].places)
        for k in asked:
            told.setdefault(k, []).extend(_fields(blocks, n, heading, own))
    return [
        replace(item, fields=(*item.fields, *told[k])) if k in told else item
        for k, item in enumerate(items)
        if k in told or item.kind == "section" or not answering & set(item.places)
    ]


def _is_named(item: Item, heading: re.Match[str]) -> bool:
    """Whether a heading names an entry: by its number, and what it is called where both say."""
    same = item.kind == "entry" and canonical(item.identifier) == canonical(heading["id"])
    noun = (heading["noun"] or "").lower()
    return same and (not noun or item.label.lower() in ("", noun))


def _heading(block: Block) -> re.Match[str] | None:
    return _HEADING.match(block.text) if block.kind == "heading" else None


def _fields(
    blocks: Sequence[Block], index: int, heading: re.Match[str], own: frozenset[str]
) -> Iterator[Field]:
    if heading["said"]:
        yield Field(heading["name"], heading["said"], blocks[index].places)
    for block in paragraphs_below(blocks, index):
        split = named_field(block, own)
        for name, value in fields_in(*split) if split else ():
            yield from _divided(Field(name, value, block.places))


def _divided(field: Field) -> Iterator[Field]:
    """Give an owner's name by itself, and what is said behind it as a note."""
    first, *rest = sentences(field.value) or [""]
    if role_of(field.name) != "owner" or not rest or len(first) > _LONGEST_WHO:
        yield field
        return
    page = field.places[0].page if field.places else 0
    yield replace(field, value=first.rstrip("."))
    said = field.value[len(first) :].strip()
    yield Field("Note", said, (Place(page, said),) if field.places else ())
