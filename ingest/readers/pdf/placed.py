"""A table and where it stands on its PDF page."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.elements import Grid
from ingest.types import Box


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A table and where it stands on its page; points."""

    grid: Grid
    box: Box
