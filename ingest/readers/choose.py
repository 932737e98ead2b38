"""Which reader reads which file, by its content first and its name second."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ingest.elements import Reading
from ingest.errors import UnreadableFile
from ingest.readers.docx.reader import read_docx
from ingest.readers.html.reader import read_html
from ingest.readers.markdown import read_markdown
from ingest.readers.pdf.reader import read_pdf
from ingest.readers.text.reader import read_text

READERS: dict[str, Callable[[Path], Reading]] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".docm": read_docx,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_text,
}
_FOREIGN = (
    b"{\\rtf",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"%!PS",
)  # whatever the name
_MARKUP = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html[\s>]|head[\s>])",
    re.I | re.S,
)


def can_read(path: Path) -> bool:
    """Whether a file's name says that it is a document of a kind that is read.

    A read-me file tells about the files beside it and is not one of them.
    """
    readable = path.suffix.lower() in READERS and path.stem.lower() != "readme"
    return readable and not path.name.startswith((".", "~$"))


def read_file(path: Path) -> Reading:
    """Read one file with the reader for its kind.

    Raises:
        UnreadableFile: there is no reader for it, or its content cannot be read.
    """
    try:
        with path.open("rb") as file:
            begins = file.read(4096)
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror or error}; check the path") from error
    reader = None if begins.startswith(_FOREIGN) else _reader(path, begins)
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise UnreadableFile(
            f"{path.name}: not a document of a kind that is read ({kinds}); convert it to PDF"
        )
    return reader(path)


def _reader(path: Path, begins: bytes) -> Callable[[Path], Reading] | None:
    if b"%PDF-" in begins[:1024]:
        return read_pdf
    if begins.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):  # ZIP; Office before 2007
        return read_docx
    if _MARKUP.match(begins.replace(b"\x00", b"").lstrip(b"\xff\xfe")):
        return read_html
    reader = READERS.get(path.suffix.lower())
    return None if reader is read_pdf else reader
