"""Generated documents: everything that their truth knows is read as a cell or block of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from ingest.elements import Reading
from ingest.readers.choose import read_file
from ingest.wording.reflow import collapse
from tests.layouts import LAYOUTS, Layout
from tests.layouts.random_register import WAYS, Register, registers

from .reading import grids, rows, texts, unfound

PAGELESS = tuple(x for x in LAYOUTS if Path(x.file_name).suffix in {".docx", ".html", ".md"})
PAGELESS_WAYS = ("docx", "html", "markdown")


@pytest.mark.parametrize("layout", PAGELESS, ids=lambda layout: layout.stem)
def test_what_the_truth_knows_is_read(layout: Layout, tmp_path: Path) -> None:
    layout.write(tmp_path)
    reading = read_file(tmp_path / layout.file_name)
    said = "\n".join(map(collapse, [*texts(reading), *(" ".join(row) for row in lines(reading))]))
    for item in layout.truth:
        assert collapse(item.text) in said
        assert collapse(item.identifier) in said
        for _, value in item.fields:
            assert collapse(value) in said
    for words in layout.prose:
        assert collapse(words) in texts(reading)
    assert unfound(reading) == []


@pytest.mark.parametrize("way", PAGELESS_WAYS)
@given(register=registers())
@settings(max_examples=25)
def test_every_row_of_any_register_is_read(
    way: str, tmp_path_factory: pytest.TempPathFactory, register: Register
) -> None:
    laid = WAYS[way](register, tmp_path_factory.mktemp("laid"))
    reading = read_file(laid.path)
    read = lines(reading)
    for item in laid.truth:
        assert [item.identifier, item.text, *(value for _, value in item.fields)] in read
    assert list(register.header) in read
    assert all(0 in grid.bold_rows for grid in grids(reading))
    assert unfound(reading) == []


def lines(reading: Reading) -> list[list[str]]:
    """Give the rows of all tables as their cells' words."""
    return [row for grid in grids(reading) for row in rows(grid)]
