"""The groups that entries stand in: told by a row, a cell or a heading above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.rows.register_columns import is_under
from ingest.types import Block, Item
from ingest.wording.identifiers import canonical, leading

_TOKEN = re.compile(r"^(?P<id>[A-Z]{1,6}[ -]?\d*)(?:[.):]|\s[–-])?\s+(?P<rest>\S.*)$")


@dataclass(frozen=True, slots=True)
class Group:
    """What a group is called and its number, empty where it has none."""

    identifier: str = ""
    text: str = ""
    label: str = ""


def group_of(text: str, entry: str = "") -> Group:
    """Split a group's name into number and words; `entry` is the identifier of one of its entries.

    A bare number or letter is the group's only where the entry's identifier continues it.
    """
    found = leading(text)
    if found and found.rest and is_under(entry, found.identifier):
        return Group(found.identifier, found.rest, found.label)
    token = _TOKEN.match(text)
    if token and is_under(entry, token["id"]):
        return Group(token["id"], token["rest"])
    if found and found.rest and (found.mark or found.label or not found.identifier.isdigit()):
        return Group(found.identifier, found.rest, found.label)
    return Group("", text)


def with_groups(items: Sequence[Item]) -> list[Item]:
    """Give entries that name no group the heading above them that does.

    A heading names a group where its number is continued in the entry's identifier, or where the
    document's entries stand under several headings side by side.
    """
    divided = _divided(items)
    return [_grouped(item, divided) for item in items]


def _grouped(item: Item, divided: frozenset[tuple[str, ...]]) -> Item:
    if item.kind != "entry" or item.parent or item.parent_text or not item.section:
        return item
    for text in reversed(item.section):
        group = group_of(text, item.identifier)
        if item.identifier and is_under(item.identifier, group.identifier):
            return replace(item, parent=group.identifier, parent_text=group.text)
    for depth in range(len(item.section), 0, -1):
        if item.section[: depth - 1] in divided:
            group = group_of(item.section[depth - 1])
            return replace(item, parent=group.identifier, parent_text=group.text)
    return item


def _divided(items: Sequence[Item]) -> frozenset[tuple[str, ...]]:
    """Give the section paths below which entries stand under more than one heading."""
    below: dict[tuple[str, ...], set[str]] = {}
    for item in items:
        if item.kind == "entry":
            for depth, text in enumerate(item.section):
                below.setdefault(item.section[:depth], set()).add(text)
    return frozenset(path for path, headings in below.items() if len(headings) > 1)


def heading_groups(document: str, items: Sequence[Item], blocks: Sequence[Block]) -> Iterator[Item]:
    """Give the groups that are headings, each once, where entries stand in them."""
    have = {(canonical(i.identifier), i.text) for i in items if i.kind == "group"}
    wanted = {
        (i.parent, i.parent_text) for i in items if i.kind == "entry" and i.parent_text
    } - have
    for block in blocks:
        if block.kind != "heading":
            continue
        for identifier, text in sorted(wanted):
            if block.text.endswith(text) and group_matches(block.text, identifier, text):
                wanted.discard((identifier, text))
                yield _item(document, identifier, text, block)
                break


def group_matches(heading: str, identifier: str, text: str) -> bool:
    """Whether a heading is that group's: its number, if it has one, and its words."""
    before = heading[: len(heading) - len(text)]
    return identifier in before if identifier else not before.strip()


def _item(document: str, identifier: str, text: str, block: Block) -> Item:
    found = leading(block.text)
    return Item(
        key=f"{document}#group.{canonical(identifier) or text.lower()}",
        document=document,
        kind="group",
        label=(found.label if found else "") or "section",
        identifier=identifier,
        text=text,
        fields=(),
        parent="",
        parent_text="",
        section=block.section,
        places=block.places,
    )
