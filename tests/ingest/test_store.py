"""What is kept on disk: read back as it was, refused when it cannot be trusted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.errors import IndexMissing, IndexOutdated
from ingest.pipeline import read_document
from ingest.store import (
    FORMAT,
    Kept,
    Manifest,
    read_manifest,
    read_snapshot,
    remove_snapshots,
    write_manifest,
    write_snapshot,
)

MANIFEST = Manifest(
    generation="abc", embedder="fake", documents=(Kept("ŵy.md", "v1", "00"), Kept("b.md", "v2", ""))
)


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    assert MANIFEST.version_of("b.md") == "v2"
    assert MANIFEST.version_of("c.md") == ""
    write_manifest(tmp_path, replace(MANIFEST, generation="def"))
    assert read_manifest(tmp_path).generation == "def"
    assert [p.name for p in tmp_path.iterdir()] == ["manifest.json"]


def test_nothing_ingested(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="verse ingest"):
        read_manifest(tmp_path / "nowhere")


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": "one"}', b"\xff\xfe\x00", b"null"])
def test_a_damaged_manifest(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    with pytest.raises(IndexOutdated, match="--rebuild") as error:
        read_manifest(tmp_path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("other", [FORMAT - 1, FORMAT + 1])
def test_another_format(tmp_path: Path, other: int) -> None:
    write_manifest(tmp_path, replace(MANIFEST, format=other))
    with pytest.raises(IndexOutdated, match="--rebuild") as error:
        read_manifest(tmp_path)
    assert f"format {other}" in str(error.value)
    assert str(FORMAT) in str(error.value)


def test_a_document_is_read_as_it_was_kept(tmp_path: Path, corpus: Path) -> None:
    document = read_document(corpus / "dyfed-powys-deep-dive-progress-report-2019.pdf")
    write_snapshot(tmp_path, "v1", document)
    assert read_snapshot(tmp_path, "v1") == document
    other = replace(document.info, title="Another title")
    assert read_snapshot(tmp_path, "v1", other) == replace(document, info=other)


@pytest.mark.parametrize("data", [None, b"", b"{}", b"not JSON"])
def test_a_missing_or_damaged_snapshot(tmp_path: Path, data: bytes | None) -> None:
    (tmp_path / "documents").mkdir()
    if data is not None:
        (tmp_path / "documents" / "v1.json").write_bytes(data)
    with pytest.raises(IndexOutdated, match="--rebuild"):
        read_snapshot(tmp_path, "v1")


def test_snapshots_that_are_not_kept_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in ("v1.json", "v2.json", "v3.json"):
        (folder / name).write_text("{}")
    remove_snapshots(tmp_path, frozenset({"v2"}))
    assert [p.name for p in folder.iterdir()] == ["v2.json"]
    remove_snapshots(tmp_path / "nowhere", frozenset())
