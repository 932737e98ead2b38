"""Numbered lists under a heading that says what is numbered: "Principles", then "1. …", "2. …"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.types import Block, Item
from ingest.wording.identifiers import NOUNS, canonical, singular

POINT = re.compile(r"^(?P<number>\d{1,2})[.):]\s+(?P<text>\S.*)$", re.S)
_FEWEST = 3  # points that make a list
_LONGEST_HEADING = 9  # words: a longer line that is set as a heading names nothing
_ORDERED = frozenset({"step", "task", "activity"})  # what is done in turn is no register


def numbered(document: str, blocks: Sequence[Block], known: Collection[Item] = ()) -> list[Item]:
    """Give the points of such lists as entries, but for those that are listed already.

    The numbers must run on from 1, also over headings in between.
    """
    listed = {(item.label, canonical(item.identifier)) for item in known}
    labels = {item.label for item in known if item.kind == "entry"}
    found: list[Item] = []
    for label, points in _lists(blocks):
        if len(points) < _FEWEST or label in labels:
            continue
        for number, block in enumerate(points, start=1):
            if (label, str(number)) not in listed:
                found.append(numbered_item(document, label, number, block))
                listed.add((label, str(number)))
    return found


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Give each run of numbered points under one heading, with what the heading calls them."""
    label, heading = "", ""
    points: list[Block] = []
    for block in blocks:
        point = POINT.match(block.text) if block.kind in ("list_item", "paragraph") else None
        if point is None:
            continue
        named, under = named_above(block.section)
        if not named:
            continue
        if (named, under) != (label, heading) or int(point["number"]) != len(points) + 1:
            if points:
                yield label, points
            label, heading, points = named, under, []
        if int(point["number"]) == len(points) + 1:
            points.append(block)
    if points:
        yield label, points


def named_above(section: Sequence[str]) -> tuple[str, str]:
    """Give what the nearest heading that names entries calls them, and that heading."""
    for heading in reversed(section):
        words = re.findall(r"[A-Za-z]+", heading.lower())
        if len(words) > _LONGEST_HEADING:
            continue
        for word in words:
            bare = singular(word)
            if bare != word and bare in NOUNS - _ORDERED:
                return bare, heading
    return "", ""


def numbered_item(document: str, label: str, number: int, block: Block) -> Item:
    """Give a numbered point as an entry, without its number."""
    point = POINT.match(block.text)
    return Item(
        key=f"{document}#{label}.{number}",
        document=document,
        kind="entry",
        label=label,
        identifier=str(number),
        text=point["text"] if point else block.text,
        fields=(),
        parent="",
        parent_text="",
        section=block.section,
        places=block.places,
    )
