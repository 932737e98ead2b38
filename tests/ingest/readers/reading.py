"""What the readers' tests ask of a reading."""

from __future__ import annotations

from ingest.elements import Grid, Reading
from ingest.types import Block
from ingest.wording.quotes import find_run


def blocks(reading: Reading) -> list[tuple[str, str]]:
    """Give each block's kind and text; a heading's kind with its level."""
    return [
        (f"{block.kind} {block.level}" if block.level else block.kind, block.text)
        for block in reading.elements
        if isinstance(block, Block)
    ]


def texts(reading: Reading) -> list[str]:
    return [text for _, text in blocks(reading)]


def grids(reading: Reading) -> list[Grid]:
    return [element for element in reading.elements if isinstance(element, Grid)]


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def printed(grid: Grid) -> list[list[str]]:
    """Give the words of each row's own cells: one merged over rows is printed in the first."""
    return [
        [cell.text for cell in row if (at, cell.column) not in grid.down]
        for at, row in enumerate(grid.rows)
    ]


def unfound(reading: Reading) -> list[str]:
    """Give the words of elements that are not a run of the page."""
    page = reading.pages[0].text
    said = texts(reading)
    said += [cell.text for grid in grids(reading) for row in grid.rows for cell in row]
    said += [" ".join(line) for grid in grids(reading) for line in printed(grid)]
    return [text for text in said if any(map(str.isalnum, text)) and find_run(page, text) is None]
