"""A register made at random is laid out whole, whichever way."""

from __future__ import annotations

import html
import re
from pathlib import Path

import docx
import pypdf
import pytest
from hypothesis import given, settings

from .random_register import WAYS, Register, Way, registers


def words_of(path: Path) -> list[str]:
    """The file's words page by page, without spaces; one page where there are none."""
    if path.suffix == ".pdf":
        pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    elif path.suffix == ".docx":
        tables = docx.Document(str(path)).tables
        pages = [" ".join(c.text for table in tables for row in table.rows for c in row.cells)]
    else:
        pages = [html.unescape(path.read_text(encoding="utf-8"))]
    return [re.sub(r"\s", "", page) for page in pages]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
@given(register=registers())
@settings(max_examples=8, deadline=None)
def test_every_entry_is_in_the_file(
    way: Way, tmp_path_factory: pytest.TempPathFactory, register: Register
) -> None:
    laid = way(register, tmp_path_factory.mktemp("laid"))
    pages = words_of(laid.path)
    for item in laid.truth:
        page = pages[max(item.page, 1) - 1]
        assert "".join(item.text.split()[:2]) in page
        assert item.identifier.replace(" ", "") in page
        for _, value in item.fields:
            assert "".join(value.split()[:1]) in "".join(pages)


@given(register=registers())
@settings(max_examples=50, deadline=None)
def test_a_register_can_be_told_apart(register: Register) -> None:
    assert 3 <= len(register.items) <= 40
    assert 2 <= len(register.headers) <= 6
    assert len({item.identifier for item in register.items}) == len(register.items)
    assert len({item.text for item in register.items}) == len(register.items)
    assert len(set(register.header)) == len(register.header)
