"""Finds the file that a document was read from, and only if it is still the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.types import DocumentInfo


def find_original(corpus: Path, info: DocumentInfo) -> Path | None:
    """Give the file in the corpus folder that has the document's name and content, or None.

    A file that was changed since it was read is not given: its pages may be others.
    """
    for path in [corpus / info.name, *sorted(corpus.rglob(Path(info.name).name))]:
        if path.is_file() and _sha256(path) == info.sha256:
            return path
    return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
