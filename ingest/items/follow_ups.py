"""What running text tells of an entry below it: "This milestone has been completed. …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.types import Block, Item, Place

_FEWEST = 3
_LONGEST = 100  # characters
_MOST = 0.6  # of a document's entries have words below them


def under_entries(blocks: Sequence[Block], entries: Mapping[Place, Item]) -> tuple[Block, ...]:
    """Give the blocks; those that tell more of an entry stand under it as under a heading.

    `entries` are those of running text, by where they stand.
    """
    about = _follow_ups(blocks, entries)
    return tuple(
        replace(block, section=(*block.section, _named(about[index]))) if index in about else block
        for index, block in enumerate(blocks)
    )


def _named(entry: Item) -> str:
    """Give an entry's name as a heading: what it is called, its number and its first words."""
    text = entry.text if len(entry.text) <= _LONGEST else entry.text[:_LONGEST].rsplit(" ", 1)[0]
    more = "" if text == entry.text else " …"
    return f"{entry.label.capitalize()} {entry.identifier}: {text}{more}"


def _follow_ups(blocks: Sequence[Block], entries: Mapping[Place, Item]) -> Mapping[int, Item]:
    """Give the entry that a block tells more of, by the block's index.

    That holds where most numbered entries of running text have words below them before the next;
    the last of a list has no more of them than any other, for what follows it may be of another.
    """
    runs = _runs(blocks, entries)
    told = [len(run) for _, run, ends in runs if run and not ends]
    if len(told) < _FEWEST or len(told) < _MOST * sum(not ends for *_, ends in runs):
        return {}
    longest = max(told)
    return {index: entry for entry, run, ends in runs for index in (run[:longest] if ends else run)}


def _runs(
    blocks: Sequence[Block], entries: Mapping[Place, Item]
) -> list[tuple[Item, list[int], bool]]:
    """Give each entry, the blocks up to the next, and whether something else came before that."""
    runs: list[tuple[Item, list[int], bool]] = []
    under: tuple[Item, list[int]] | None = None
    for index, block in enumerate(blocks):
        entry = entries.get(block.places[0]) if block.places else None
        if entry is not None and under is not None and entry.key == under[0].key:
            continue
        if entry is not None or block.kind in ("heading", "row"):
            if under:
                runs.append((*under, entry is None))
            under = (entry, []) if entry is not None and entry.identifier else None
        elif under and block.kind != "footnote":
            under[1].append(index)
    return [*runs, (*under, True)] if under else runs
