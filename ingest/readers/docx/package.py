"""Opens a Word file: a ZIP archive of XML parts. Nothing that it refers to is fetched."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from lxml import etree
from lxml.etree import _Element as Element

from ingest.errors import UnreadableFile
from ingest.readers.words import creation_date, tidy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_STRICT_NAMES = {
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}
_LARGEST_PART = 256 * 1024 * 1024  # bytes; no document of words is larger, archive bombs are
_MAIN = re.compile(
    r"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled"
)
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(slots=True)
class Package:
    """An open Word file; use it in a `with` statement."""

    name: str
    archive: zipfile.ZipFile
    main: str

    def __enter__(self) -> Package:
        """Give the package itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.archive.close()

    def document(self) -> Element:
        """Give the body of the document.

        Raises:
            UnreadableFile: it has none.
        """
        root = self.part(self.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise _broken(self.name, "the part with the words is missing")
        return body

    def related(self, kind: str) -> list[Element]:
        """Give the parts of a kind ("styles", "numbering", "footnotes", "header") in order."""
        return [part for target in self._targets(kind) if (part := self.part(target)) is not None]

    def part(self, path: str) -> Element:
        """Give a part's root element; None where the archive has no such part.

        Raises:
            UnreadableFile: the part is damaged or too large.
        """
        try:
            info = self.archive.getinfo(path)
            if info.file_size > _LARGEST_PART:
                raise _broken(self.name, f"{path} is too large")
            data = _STRICT.sub(lambda m: _STRICT_NAMES.get(m[1], m[0]), self.archive.read(info))
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            return etree.fromstring(data, parser)
        except KeyError:
            return None
        except (etree.XMLSyntaxError, zipfile.BadZipFile, OSError, EOFError) as error:
            raise _broken(self.name, str(error)) from error
        except (NotImplementedError, RuntimeError, ValueError) as error:  # encrypted, or damaged
            raise _broken(self.name, str(error)) from error
        except Exception as error:  # zlib and lzma have errors of their own
            if isinstance(error, UnreadableFile):
                raise
            raise _broken(self.name, str(error)) from error

    def metadata(self) -> dict[str, str]:
        """Give title, author, organisation and creation date as a PDF's metadata has them."""
        said = {**self._properties("docProps/app.xml"), **self._properties("docProps/core.xml")}
        found = {
            "title": said.get("title", ""),
            "author": said.get("creator", ""),
            "company": said.get("company", ""),
            "creationdate": creation_date(said.get("created", "")),
            "header": " | ".join(dict.fromkeys(self._edges("header"))),
            "footer": " | ".join(dict.fromkeys(self._edges("footer"))),
        }
        return {key: value for key, value in found.items() if value}

    def _properties(self, path: str) -> dict[str, str]:
        try:
            root = self.part(path)
        except UnreadableFile:  # what a file says of itself is a convenience
            return {}
        if root is None:
            return {}
        named = (
            (etree.QName(e).localname.lower(), tidy(e.text or "")) for e in root.iterchildren("*")
        )
        return {name: text for name, text in named if text}

    def _edges(self, kind: str) -> Iterator[str]:
        for edge in self.related(kind):
            text = " ".join("".join(p.itertext(f"{W}t")) for p in edge.iter(f"{W}p"))
            if tidy(text):
                yield tidy(text)

    def _targets(self, kind: str) -> Iterator[str]:
        folder, _, file = self.main.rpartition("/")
        relations = self.part(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        for relation in () if relations is None else relations.iter(_RELATION):
            target = relation.get("Target", "")
            if (
                relation.get("Type", "").endswith(f"/{kind}")
                and relation.get("TargetMode") != "External"
            ):
                yield (
                    target.lstrip("/")
                    if target.startswith("/")
                    else f"{folder}/{target}".lstrip("/")
                )


def open_package(path: Path) -> Package:
    """Open a Word file.

    Raises:
        UnreadableFile: it is encrypted, of another kind, or damaged.
    """
    with path.open("rb") as file:
        if file.read(4) == _OLE:
            raise UnreadableFile(_ole_message(path))
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _broken(path.name, "it is not a whole ZIP archive") from error
    package = Package(path.name, archive, "")
    try:
        package.main = _main_part(package)
    except UnreadableFile:
        archive.close()
        raise
    return package


def _main_part(package: Package) -> str:
    types = package.part("[Content_Types].xml")
    for override in () if types is None else types.iterchildren("{*}Override"):
        if _MAIN.search(override.get("ContentType", "")):
            return str(override.get("PartName", "")).lstrip("/")
    if "word/document.xml" in package.archive.namelist():
        return "word/document.xml"
    raise UnreadableFile(
        f"{package.name}: this archive is no Word document; open it in its own program "
        "and save it as DOCX or PDF"
    )


def _ole_message(path: Path) -> str:
    encrypted = "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
    if encrypted:
        return (
            f"{path.name}: the document is protected by a password; "
            "save a copy without it and add that"
        )
    return (
        f"{path.name}: this is an Office file of before 2007; save it as DOCX or PDF and add that"
    )


def _broken(name: str, reason: str) -> UnreadableFile:
    first = (reason.strip().splitlines() or ["it is damaged"])[0][:120]
    return UnreadableFile(
        f"{name}: the Word document cannot be read ({first}); "
        "open and save it again with a word processor, or leave it out"
    )
