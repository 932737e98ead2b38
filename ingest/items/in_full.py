"""The full wording of entries of which a table has short titles: told in numbered paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.lexical import tokenise
from ingest.types import Block, Field, Item
from ingest.wording.identifiers import canonical, leading

_FEWEST = 3  # entries of a table that paragraphs tell in full
_SHARE = 0.6  # of a table's entries
_SPOKEN = 0.7  # of those paragraphs, that have a word of the title
_WORDS = 6  # words of a wording at least

IN_FULL = "In full"


def with_wording(items: Sequence[Item], blocks: Sequence[Block]) -> list[Item]:
    """Give items, those of a table with the paragraph that says them in full as a field.

    "2.4 Civil orders register | Head of Crime" in an appendix is what "2.4 Keep one register of
    all civil orders …" says before it. Only numbers of several parts count: a plain one may
    number anything.
    """
    told = _paragraphs(blocks)
    tables: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if item.kind == "entry" and item.table:
            tables[item.table].append(item)
    whole: dict[str, Item] = {}
    for own in tables.values():
        found = {i.key: f for i in own if (f := _wording(i, told))}
        spoken = sum(_speaks_of(i, found[i.key].value) for i in own if i.key in found)
        enough = len(found) >= max(_FEWEST, _SHARE * len(own))
        if enough and spoken >= _SPOKEN * len(found):
            whole |= {
                i.key: replace(i, fields=(found[i.key], *i.fields)) for i in own if i.key in found
            }
    return [whole.get(item.key, item) for item in items]


def _speaks_of(item: Item, wording: str) -> bool:
    """Whether a paragraph has a word of an entry's title."""
    return bool(set(tokenise(item.text)) & set(tokenise(wording)))


def _paragraphs(blocks: Sequence[Block]) -> Mapping[str, Sequence[tuple[str, Block]]]:
    """Give the numbered paragraphs of running text by their numbers."""
    found: dict[str, list[tuple[str, Block]]] = defaultdict(list)
    for block in blocks:
        if block.kind not in ("paragraph", "list_item"):
            continue
        number = leading(block.text)
        if number and "." in number.identifier and len(number.rest.split()) >= _WORDS:
            found[canonical(number.identifier)].append((number.rest, block))
    return found


def _wording(item: Item, told: Mapping[str, Sequence[tuple[str, Block]]]) -> Field | None:
    """Give what the one paragraph of an entry's number says, where that is more than its title."""
    own = told.get(canonical(item.identifier), ())
    if len(own) != 1 or len(own[0][0].split()) <= len(item.text.split()):
        return None
    return Field(IN_FULL, own[0][0], own[0][1].places)
