"""What a document calls the entries of a register whose table or cards do not name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks.tables import Table
from ingest.items.numbered import named_above
from ingest.types import Block, Item
from ingest.wording.identifiers import NOUNS, NUMBER_WORDS, canonical, leading, parent_of, singular

_FEWEST = 3  # entries
#: What entries are called besides the usual nouns, where each of them is spoken of.
_ALSO = frozenset({"card", "improvement", "change", "ask", "scheme", "box", "tile", "line"})
#: "C1", "12": the letter is that of the noun.
_PLAIN = re.compile(r"(?P<letter>[A-Z]?)[-. ]?\d{1,3}[.:]?")
_BELOW = "action"
_EACH = re.compile(r"\b(?:each|every) (?P<noun>[a-z]{3,}) (?:has|is|sets|shows|had|names)\b", re.I)


def with_nouns(items: Sequence[Item], blocks: Sequence[Block]) -> list[Item]:
    """Give entries that are called nothing the noun by which their document speaks of all of them.

    "Eight improvements" names eight entries; "each card has a number" any number of them.
    """
    unnamed = [i for i in items if i.kind == "entry" and i.label == "entry" and i.identifier]
    if len(unnamed) < _FEWEST:
        return list(items)
    texts = [b.text for b in blocks if b.kind in ("heading", "paragraph")]
    noun = _counted(texts, len(unnamed)) or _of_each(texts) or _over_all(unnamed)
    keys = {i.key for i in unnamed}
    return [replace(i, label=noun) if noun and i.key in keys else i for i in items]


def _over_all(items: Sequence[Item]) -> str:
    """Give the noun in the nearest heading over all of them, where their numbers agree with it.

    "Our commitments" over C1 to C12, or over 1 to 12; what is numbered 1.1 may stand below those.
    """
    shared = set.intersection(*(set(item.section) for item in items))
    noun = named_above([text for text in items[0].section if text in shared])[0]
    plain = (_PLAIN.fullmatch(item.identifier) for item in items)
    agree = all(m and noun.startswith(m["letter"].lower()) for m in plain)
    return noun if agree else ""


def named_apart(
    items: Sequence[Item], blocks: Sequence[Block], tables: Sequence[Table] = ()
) -> list[Item]:
    """Give rows of a table that continue the number of what they are called another noun.

    2.1 under Priority Two is no priority but an action, where the heading above lent it its name
    and no column of its own table.
    """
    named = {(t.number, singular(name.strip().lower())) for t in tables for name in t.header}
    headings = (leading(b.text) for b in blocks if b.kind == "heading")
    over = {
        *((i.label, canonical(i.identifier)) for i in items if i.kind == "entry" and not i.table),
        *((h.label, canonical(h.identifier)) for h in headings if h and h.label),
    }
    return [
        replace(i, label=_BELOW)
        if i.kind == "entry"
        and i.table
        and (i.table, i.label) not in named
        and any((i.label, above) in over for above in _above(i.identifier))
        else i
        for i in items
    ]


def _above(identifier: str) -> Iterator[str]:
    """Give the identifiers that one continues, nearest first: "2.3" and "2" for "2.3a"."""
    while identifier := parent_of(identifier):
        yield identifier


def _counted(texts: Sequence[str], number: int) -> str:
    """Give the noun that stands behind the number of entries, in the plural."""
    said = [str(number), *NUMBER_WORDS[number : number + 1]]
    pattern = re.compile(
        rf"(?<![£.\d])\b(?:{'|'.join(said)}) (?:[a-z]+ )?(?P<noun>[a-z]{{4,}}s)\b", re.I
    )
    for text in texts:
        for found in pattern.finditer(text):
            noun = singular(found["noun"].lower())
            if noun in NOUNS | _ALSO:
                return noun
    return ""


def _of_each(texts: Sequence[str]) -> str:
    found = (m["noun"].lower() for text in texts for m in _EACH.finditer(text))
    return next((noun for noun in found if noun in NOUNS | _ALSO), "")
