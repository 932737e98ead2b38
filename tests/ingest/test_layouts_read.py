"""Registers are read whole from generated documents in many layouts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ingest.pipeline import read_document
from ingest.types import Document, Item
from tests.layouts import LAYOUTS, TrueItem

NAMES = [layout.stem for layout in LAYOUTS]
BY_STEM = {layout.stem: layout for layout in LAYOUTS}


@cache
def read(stem: str) -> Document:
    layout = BY_STEM[stem]
    with TemporaryDirectory() as folder:
        layout.write(Path(folder))
        return read_document(Path(folder) / layout.file_name)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def told(item: Item, true: TrueItem) -> dict[str, str]:
    """The item's fields as the truth has them; page and label only where the truth knows them."""
    fields = {f.name: plain(f.value) for f in item.fields}
    own = {"identifier": item.identifier, "text": plain(item.text), "parent": item.parent}
    page = str(item.places[0].page) if true.page else "0"
    label = item.label if true.label else ""
    return {**fields, **own, "parent_text": item.parent_text, "page": page, "label": label}


def wanted(item: TrueItem) -> dict[str, str]:
    own = {"identifier": item.identifier, "text": plain(item.text), "parent": item.parent}
    rest = {"parent_text": item.parent_text, "page": str(item.page), "label": item.label.lower()}
    return {**dict(item.fields), **own, **rest}


@pytest.mark.parametrize("stem", NAMES)
def test_every_field_is_exact(stem: str) -> None:
    found = sorted(
        (item for item in read(stem).items if item.kind == "entry"), key=lambda item: item.text
    )
    true = sorted(
        (item for item in BY_STEM[stem].truth if item.kind == "entry"), key=lambda item: item.text
    )
    assert len(found) == len(true), [item.text for item in found]
    for item, truth in zip(found, true, strict=True):
        assert told(item, truth) == wanted(truth)


@pytest.mark.parametrize("stem", NAMES)
def test_terms_are_listed(stem: str) -> None:
    items = read(stem).items
    found = {(i.kind, i.identifier): i.text for i in items if i.kind != "entry"}
    for item in BY_STEM[stem].truth:
        if item.kind in ("acronym", "definition"):
            assert found[item.kind, item.identifier] == item.text


def test_statistics_are_passages_and_no_entries() -> None:
    stem = "fernshire-fires-statistical-bulletin-2023"
    document = read(stem)
    assert [item for item in document.items if item.kind == "entry"] == []
    for item in BY_STEM[stem].truth:
        values = [value for _, value in item.fields]
        rows = [p for p in document.passages if item.text in p.text and p.kind == "item"]
        assert [p for p in rows if all(value in p.text for value in values)]
        assert all("number of fires" in p.section[-1] for p in rows)
