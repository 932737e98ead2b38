"""What every reader gives, whatever the file's format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.types import Block, Cell, Page


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one that stands on a page, before its rows are understood.

    `edges` are the x positions of its column borders (empty where the format has none);
    `columns` is how many columns it has. A cell merged over rows is repeated in each of them;
    `down` lists those repetitions as (row, column).
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    edges: tuple[float, ...] = ()
    bold_rows: tuple[int, ...] = ()
    down: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as its reader gives it: pages, elements in reading order, what it says of itself."""

    pages: tuple[Page, ...]
    elements: tuple[Block | Grid, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
