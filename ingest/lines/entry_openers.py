"""How entries of running text are opened: by what they are called and a number, or by a code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.lines.entry_draft import EntryDraft
from ingest.lines.field_lines import without_bullet
from ingest.lines.inline_fields import fields_in
from ingest.lines.tails import Tail, origin_of, tail_of
from ingest.types import Block, Field, Place
from ingest.wording.identifiers import NOUNS, depth, leading

_CODED = re.compile(
    r"^[A-Z]{1,6}(?:[-–/][A-Z]{1,3})?[-–/ ]?\d{1,3}(?:/[A-Z]{1,3}\d{1,3})?(?:\.\d{1,2})*[a-z]?"
    r"(?:[.:]?\s+[A-Z].{0,90})?$"
)
#: "(2) Action 43 That the table be corrected": the number of the resolution, not of the entry.
_RESOLVED = re.compile(rf"^\(?\d{{1,2}}[.)]\s+(?=(?:{'|'.join(sorted(NOUNS))})\s+\d)", re.I)
_FEWEST_RESOLVED = 2
_FEWEST_RUNNING, _FEWEST_SECTIONS = 8, 3  # numbered paragraphs, and the headings they are under
_GAP = 6  # by which the numbers of paragraphs grow: some stand in tables
_NUMBERED = re.compile(r"^\(?(\d{1,3})[.)]?\s+(?=[A-Z‘“\"(])")
SPEAKING = ("paragraph", "list_item", "heading")
"""The kinds of blocks that can open an entry."""


def without_paragraph_numbers(blocks: Sequence[Block]) -> Sequence[Block]:
    """Take the running numbers from paragraphs that are numbered through a document.

    "7. Recommendation 1. We recommended …", then "8. Response. …": what stands below an entry is
    told by its name and not by the paragraph's number. Where no such paragraph opens an entry,
    many must be numbered, under several headings.
    """
    opening = [n for n, block in enumerate(blocks) if _RESOLVED.match(block.text)]
    told = len(opening) >= _FEWEST_RESOLVED
    found = list(blocks)
    last: int | None = None
    sections: set[tuple[str, ...]] = set()
    running = 0
    for index in range(opening[0] if told else 0, len(blocks)):
        block = blocks[index]
        numbered = _NUMBERED.match(block.text) if block.kind in ("paragraph", "list_item") else None
        number = int(numbered[1]) if numbered else None
        if numbered and number is not None and (last is None or 0 < number - last < _GAP):
            last = number
            running += 1
            sections.add(block.section)
            found[index] = replace(block, text=block.text[numbered.end() :])
    many = running >= _FEWEST_RUNNING and len(sections) >= _FEWEST_SECTIONS
    return found if told or many else blocks


def opens_entry(text: str) -> bool:
    """Whether a line begins with what an entry is called and its number: "Action 7: …"."""
    found = leading(text)
    if found is None or found.label not in NOUNS:
        return False
    return bool(found.mark or origin_of(found.rest)[1])  # "Action 3 (from item 4): …"


def entries_apart(text: str) -> list[str]:
    """Divide a paragraph that holds several entries of one name: "Decision 2: …. Decision 3: …".

    Those that are numbered 2.3, 2.4 only where each tells who leads it.
    """
    found = leading(text)
    if found and not found.label and depth(found.identifier) > 1:
        return _next_ones(text, found.identifier)
    if not found or found.label not in NOUNS or found.mark != ":":
        return [text]
    return re.split(rf"(?<=[.;!?])\s+(?={found.label.capitalize()} \d+[a-z]?:\s)", text)


def _next_ones(text: str, identifier: str) -> list[str]:
    above, _, last = identifier.rpartition(".")
    if not last.isdigit():
        return [text]
    following = re.escape(f"{above}.{int(last) + 1}")
    found = re.search(rf"\b(?:Lead|Owner|Led by):\s[^:]{{3,80}}?\s(?={following}\s+[A-Z])", text)
    if found is None:
        return [text]
    rest = text[found.end() :]
    return [text[: found.end()].strip(), *_next_ones(rest, f"{above}.{int(last) + 1}")]


def opened(block: Block) -> EntryDraft | None:
    """Give the entry that a block opens by what it is called and its number; None elsewhere."""
    if block.kind not in SPEAKING:
        return None
    found = leading(_RESOLVED.sub("", without_bullet(block.text)))
    if found is None or found.label not in NOUNS:
        return None
    if not found.mark and found.rest and not (found.rest[0].isupper() or found.rest[0] in "(‘“"):
        return None
    text, origin = origin_of(found.rest)
    tail = tail_of(text)
    split = tail if tail and tail.kind in ("named", "dashed", "sentence") else inline_tail(text)
    draft = draft_of(block, found.label, found.identifier, text, split, "label")
    draft.fields += [_field(block, name, value) for name, value in origin]
    return draft


def inline_tail(text: str) -> Tail | None:
    """Split off the fields that end an entry's line: "… docked. Target date: …. Owner: …."."""
    own, *fields = fields_in("", text)
    return Tail("inline", own[1], tuple(fields)) if fields and own[1] != text else None


def draft_of(
    block: Block, label: str, identifier: str, text: str, tail: Tail | None, kind: str
) -> EntryDraft:
    """Begin an entry in a block, with the fields of its tail; `kind` is the form that told it."""
    told = tail.text if tail else text
    draft = EntryDraft(label, identifier, told, block, kind, list(block.places))
    if tail:
        draft.fields = [_field(block, name, value) for name, value in tail.fields]
    return draft


def _field(block: Block, name: str, value: str) -> Field:
    page = next((p.page for p in reversed(block.places) if value and value in p.text), None)
    places = block.places if page is None else (Place(page, value),)
    return Field(name, value, places if value else ())


def is_coded(block: Block) -> bool:
    """Whether a block begins with a code that no figure looks like: "MP1", "SV3 Place mapping"."""
    return block.kind in SPEAKING and _CODED.match(without_bullet(block.text)) is not None


def is_opener(block: Block) -> bool:
    """Whether a block opens an entry by what it is called."""
    return opened(block) is not None
