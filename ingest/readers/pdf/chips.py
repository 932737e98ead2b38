"""How an entry stands, set on its card as a pill or a ribbon: a word or two and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.types import Block
from ingest.wording.roles import role_of
from ingest.wording.values import is_bare_chip

_FEWEST = 2  # blocks besides: a title, and what is said of it


def with_chip_named(blocks: Sequence[Block]) -> list[Block]:
    """Give a card's blocks, a status that stands alone on it named, and behind all the rest.

    Printed above the title or below the fields, it passes for a title itself.
    """
    chips = [block for block in blocks if _is_chip(block.text)]
    rest = [block for block in blocks if block not in chips]
    if len(chips) != 1 or len(rest) < _FEWEST:
        return list(blocks)
    told = replace(chips[0], kind="paragraph", text=f"Status: {chips[0].text}", level=0)
    return [*rest, told]


def _is_chip(text: str) -> bool:
    """Whether a line is a status; "DUE" above a day is the name of a field."""
    return is_bare_chip(text) and role_of(text) != "date"
