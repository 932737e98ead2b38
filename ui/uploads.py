"""Files that somebody wants to add: which are new, which replace one, which cannot be taken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from ingest.readers.choose import can_read

LARGEST_MB = 200
LARGEST = LARGEST_MB * 1024 * 1024

Verdict = Literal["new", "replaces", "same", "refused"]
Reason = Literal["", "name", "kind", "empty", "too_large", "twice"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its name and its bytes."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The content's hash."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with what would become of it.

    `reason` says why it is refused; `twin` names a document of another name with the same
    content, empty where there is none.
    """

    upload: Upload
    verdict: Verdict
    reason: Reason = ""
    twin: str = ""


def check(uploads: Iterable[Upload], known: Mapping[str, str]) -> tuple[Checked, ...]:
    """Say of each file what adding it would do.

    Args:
        uploads: The files, in any number.
        known: The content hash (SHA-256) of each document of the library by its file name.

    """
    return tuple(_checked(uploads, known))


def as_replacement(upload: Upload, name: str) -> Upload | None:
    """Give the file under the name of the document it replaces; None where it is of another kind.

    A Word file under the name of a PDF would be read rightly and opened wrongly.
    """
    same = PurePosixPath(upload.name).suffix.lower() == PurePosixPath(name).suffix.lower()
    return Upload(name, upload.data) if same else None


def _checked(uploads: Iterable[Upload], known: Mapping[str, str]) -> Iterator[Checked]:
    taken: set[str] = set()
    by_content = {sha256: name for name, sha256 in known.items()}
    for upload in uploads:
        reason = "twice" if upload.name in taken else _reason(upload)
        if reason:
            yield Checked(upload, "refused", reason)
            continue
        taken.add(upload.name)
        sha256 = upload.sha256
        before = known.get(upload.name)
        verdict: Verdict = "new" if before is None else "replaces"
        twin = by_content.get(sha256, "")
        if before == sha256:
            yield Checked(upload, "same")
        else:
            yield Checked(upload, verdict, twin=twin if twin != upload.name else "")


def _reason(upload: Upload) -> Reason:
    name = upload.name
    if not _is_plain(name):
        return "name"
    if not can_read(Path(name)):
        return "kind"
    if not upload.data:
        return "empty"
    return "too_large" if len(upload.data) > LARGEST else ""


def _is_plain(name: str) -> bool:
    """Whether a name is a file's only, in no folder, and can be written down."""
    return (
        name == name.strip()
        and bool(name)
        and len(name.encode("utf-8", "replace")) <= 200
        and not set(name) & set('/\\:\0*?"<>|')
        and not name.startswith(".")
        and name.isprintable()
    )
