"""A register made at random and laid out at random is read back whole."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from ingest.pipeline import read_document
from ingest.types import Item
from tests.layouts.random_register import WAYS, Register, Way, registers


def told(item: Item) -> tuple[str, str, str, str, dict[str, str]]:
    fields = {f.name: plain(f.value) for f in item.fields}
    return item.identifier, plain(item.text), item.parent, item.parent_text, fields


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
@given(register=registers())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_field_is_read_back(way: Way, register: Register) -> None:
    with tempfile.TemporaryDirectory() as folder:
        laid = way(register, Path(folder))
        document = read_document(laid.path)
    headings = {t.parent_text for t in laid.truth}
    lone = len(headings - {""}) == 1 and laid.path.suffix == ".md"
    assume(not lone)  # one heading could be any section's
    entries = [item for item in document.items if item.kind == "entry"]
    wanted = [
        (t.identifier, plain(t.text), t.parent, t.parent_text, dict(t.fields)) for t in laid.truth
    ]
    assert [told(item) for item in entries] == wanted
    if laid.path.suffix == ".pdf":
        assert [item.places[0].page for item in entries] == [t.page for t in laid.truth]
