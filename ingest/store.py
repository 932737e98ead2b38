"""What ingesting keeps on disk: a snapshot of each document and a manifest that names them.

The manifest is swapped in one step, so a kill at any instant leaves the old library or the new.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from ingest.errors import IndexMissing, IndexOutdated
from ingest.types import Document, DocumentInfo

#: Raised by one whenever what is kept on disk, or the way files are read, changes.
FORMAT = 24
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """One document of the library: `version` names its snapshot and its vectors."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The library as it stands: its documents, and what its vectors were made with."""

    format: int = FORMAT
    generation: str = ""
    embedder: str = ""
    documents: tuple[Kept, ...] = ()

    def version_of(self, name: str) -> str:
        """Give the version kept of a document, empty where there is none."""
        return next((k.version for k in self.documents if k.name == name), "")


def read_manifest(index: Path) -> Manifest:
    """Read the manifest of an index folder.

    Raises:
        IndexMissing: nothing has been ingested there.
        IndexOutdated: another version of the program wrote it, or it is damaged.
    """
    path = index / _MANIFEST
    try:
        data = path.read_bytes()
    except OSError as error:
        raise IndexMissing(
            f"nothing has been ingested into {index} yet; run: verse ingest"
        ) from error
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as error:
        raise IndexOutdated(f"{path} is damaged; rebuild it: verse ingest --rebuild") from error
    if manifest.format != FORMAT:
        raise IndexOutdated(
            f"the index in {index} has format {manifest.format}, this program writes {FORMAT}; "
            "rebuild it: verse ingest --rebuild"
        )
    return manifest


def write_manifest(index: Path, manifest: Manifest) -> None:
    """Make a manifest the current one, in one step."""
    _write(index / _MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))


def write_snapshot(index: Path, version: str, document: Document) -> None:
    """Keep a document as it was read."""
    _write(_snapshot(index, version), msgspec.json.encode(document))


def read_snapshot(index: Path, version: str, info: DocumentInfo | None = None) -> Document:
    """Give a document as it was read.

    Raises:
        IndexOutdated: the snapshot is missing or damaged.
    """
    path = _snapshot(index, version)
    try:
        document = msgspec.json.decode(path.read_bytes(), type=Document)
    except (OSError, msgspec.MsgspecError) as error:
        raise IndexOutdated(
            f"{path} is missing or damaged; rebuild it: verse ingest --rebuild"
        ) from error
    return replace(document, info=info) if info else document


def remove_snapshots(index: Path, keep: frozenset[str]) -> None:
    """Remove the snapshots of versions that are no longer in the library."""
    for path in (index / "documents").glob("*.json"):
        if path.stem not in keep:
            path.unlink(missing_ok=True)


def _snapshot(index: Path, version: str) -> Path:
    return index / "documents" / f"{version}.json"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
