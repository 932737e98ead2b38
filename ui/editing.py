"""Whether documents may be added and removed in the browser, and which file is which."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path, PurePath

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def may_edit(environment: Mapping[str, str], address: str) -> bool:
    """Whether the page may change the library.

    `VERSE_EDIT=1` allows it and `VERSE_EDIT=0` forbids it. Without either it is allowed where
    the page can be reached from this machine only.
    """
    said = environment.get("VERSE_EDIT", "").strip().lower()
    if said:
        return said in {"1", "true", "yes", "on"}
    return address in LOOPBACK


def file_in_corpus(corpus: Path, name: str) -> Path | None:
    """Give the file of a document's name in the corpus folder, wherever in it; None if none."""
    found = [corpus / name, *sorted(corpus.rglob(PurePath(name).name))]
    return next((path for path in found if path.is_file()), None)


def not_in_corpus(corpus: Path, names: Collection[str]) -> tuple[str, ...]:
    """Give the documents whose file is not in the folder: they leave the library on a full run."""
    return tuple(sorted(n for n in names if file_in_corpus(corpus, n) is None))
