"""Which reader reads which file, by its content first and its name second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.readers.elements import Reading
from ingest.readers.pdf import read_pdf
from ingest.readers.text import read_text

READERS: dict[str, Callable[[Path], Reading]] = {
    ".pdf": read_pdf,
    ".txt": read_text,
}


def can_read(path: Path) -> bool:
    """Whether a file's name says that it is a document of a kind that is read."""
    return path.suffix.lower() in READERS and not path.name.startswith((".", "~$"))


def read_file(path: Path) -> Reading:
    """Read one file with the reader for its kind.

    Raises:
        UnreadableFile: there is no reader for it, or its content cannot be read.
    """
    try:
        with path.open("rb") as file:
            begins = file.read(1024)
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}; check the path") from error
    if b"%PDF-" in begins:
        return read_pdf(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None or reader is read_pdf:
        kinds = ", ".join(sorted(READERS))
        raise UnreadableFile(
            f"{path.name}: not a document of a kind that is read ({kinds}); convert it to PDF"
        )
    return reader(path)
