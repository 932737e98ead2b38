"""Ingesting: file → pages → blocks → items and passages → index, a file at a time."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest.about.describe import describe
from ingest.blocks.grids import data_tables
from ingest.blocks.structure import build_structure
from ingest.catalog import Entry, read_catalog
from ingest.embed import Embedder, JointEmbedder
from ingest.errors import CorpusError, IndexBusy, IndexMissing, IndexOutdated, UnreadableFile
from ingest.items.build import build_items
from ingest.lexical import LexicalIndex
from ingest.library import indexed_text, lexical_folder
from ingest.passages import build_passages
from ingest.readers.choose import can_read, read_file
from ingest.rows.doubts import doubts, other_language, repeated_identifiers
from ingest.settings import Settings
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
from ingest.types import Document, FileResult, IngestReport

Progress = Callable[[str, int, int], None]


def ingest(
    settings: Settings,
    paths: Sequence[Path] = (),
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    embedder: Embedder | None = None,
) -> IngestReport:
    """Bring the index up to date with the files; without paths, with everything in the corpus.

    A file that has not changed is left alone; one that cannot be read is reported and the others
    are ingested. Without paths, a document whose file is gone is removed.

    Raises:
        CorpusError: there are no documents there.
        IndexBusy: another process is ingesting.
        CatalogError: catalog.toml cannot be used.
    """
    files = _files(settings.corpus, paths)
    entries = _entries(settings.corpus, files)
    with _only_writer(settings.index):
        before = Manifest() if rebuild else _current(settings)
        engine = embedder or JointEmbedder()
        if before.embedder not in ("", engine.name):
            before = Manifest()
        results = []
        kept = {k.name: k for k in before.documents}
        writer = _Writer(settings, engine)
        for done, path in enumerate(files):
            if progress:
                progress(path.name, done, len(files))
            result, entry = writer.take(path, entries.get(path.name, Entry()), kept.get(path.name))
            results.append(result)
            if entry:
                kept[path.name] = entry
        if not paths:
            results.extend(_remove_gone(kept, files))
        writer.publish(before, list(kept.values()))
    if progress:
        progress("", len(files), len(files))
    return IngestReport(tuple(results))


def read_document(path: Path, entry: Entry | None = None) -> Document:
    """Read one file into a document, without indexing it.

    Raises:
        UnreadableFile: it cannot be read.
    """
    reading = read_file(path)
    structure = build_structure(reading.elements)
    items = build_items(path.name, structure)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Document(
        info=describe(path, structure, reading.pages, reading.metadata, entry or Entry(), sha256),
        pages=reading.pages,
        blocks=structure.blocks,
        items=items,
        passages=build_passages(path.name, structure, items),
        warnings=(
            *reading.warnings,
            *doubts(structure.tables),
            *repeated_identifiers(items),
            *other_language(structure.blocks),
        ),
        data=data_tables(structure, items),
    )


class _Writer:
    """Writes documents of one ingest run; the vectors' index is opened when first needed."""

    def __init__(self, settings: Settings, embedder: Embedder) -> None:
        self._settings = settings
        self._embedder = embedder

    def take(self, path: Path, entry: Entry, old: Kept | None) -> tuple[FileResult, Kept | None]:
        """Ingest one file; give what was done and what is kept of it (None: as it was)."""
        try:
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            version = _version(path.name, sha256, entry)
            if old and old.version == version:
                return FileResult(path.name, "unchanged"), None
            document = read_document(path, entry)
        except OSError as error:
            return FileResult(path.name, "failed", message=f"{path.name}: {error.strerror}"), None
        except UnreadableFile as error:
            return FileResult(path.name, "failed", message=str(error)), None
        self._write(version, document)
        result = FileResult(
            name=path.name,
            outcome="replaced" if old else "added",
            pages=len(document.pages),
            items=sum(i.kind == "entry" for i in document.items),
            passages=len(document.passages),
            warnings=document.warnings,
        )
        return result, Kept(path.name, version, sha256)

    def publish(self, before: Manifest, kept: Sequence[Kept]) -> None:
        """Make what was written the current library, then clear away what it replaced."""
        documents = tuple(sorted(kept, key=lambda k: k.name))
        versions = frozenset(k.version for k in documents)
        generation = hashlib.sha256("".join(sorted(versions)).encode()).hexdigest()[:16]
        manifest = Manifest(FORMAT, generation, self._embedder.name, documents)
        if manifest == before and self._has_words(generation):
            if self._has_leavings(versions, generation):
                self._clear(versions, generation)
            return
        index = self._settings.index
        texts = [
            indexed_text(passage)
            for k in documents
            for passage in read_snapshot(index, k.version).passages
        ]
        LexicalIndex.build(texts).save(lexical_folder(index, generation))
        write_manifest(index, manifest)
        self._clear(versions, generation)

    def _has_leavings(self, versions: frozenset[str], generation: str) -> bool:
        """Whether an ingest that was killed left something of an older library behind."""
        index = self._settings.index
        snapshots = {path.stem for path in (index / "documents").glob("*.json")}
        words = {path.name for path in index.glob("lexical-*")}
        return not snapshots <= versions or words != {lexical_folder(index, generation).name}

    def _has_words(self, generation: str) -> bool:
        """Whether the word index of a generation is there and of this program's format."""
        try:
            LexicalIndex.load(lexical_folder(self._settings.index, generation))
        except (IndexOutdated, OSError):
            return False
        return True

    def _write(self, version: str, document: Document) -> None:
        from ingest.index import VectorIndex  # noqa: PLC0415 - Chroma takes a second to import

        texts = [indexed_text(p) for p in document.passages]
        store = VectorIndex.open(
            self._settings.index / "chroma", self._settings.chroma_url, self._embedder.name
        )
        store.add(version, self._embedder.embed(texts), document.info.name, document.info.access)
        write_snapshot(self._settings.index, version, document)

    def _clear(self, versions: frozenset[str], generation: str) -> None:
        from ingest.index import VectorIndex  # noqa: PLC0415 - the same

        store = VectorIndex.open(
            self._settings.index / "chroma", self._settings.chroma_url, self._embedder.name
        )
        store.keep_only(versions)
        remove_snapshots(self._settings.index, versions)
        current = lexical_folder(self._settings.index, generation)
        for folder in current.parent.glob("lexical-*"):
            if folder != current:
                shutil.rmtree(folder)


def _version(name: str, sha256: str, entry: Entry) -> str:
    """Name a version by all that decides what is kept of a file."""
    return hashlib.sha256(f"{FORMAT}|{name}|{sha256}|{entry}".encode()).hexdigest()[:20]


def _files(corpus: Path, paths: Sequence[Path]) -> list[Path]:
    found: dict[str, Path] = {}
    for path in paths or (corpus,):
        if path.is_dir():
            inside = [p for p in path.rglob("*") if p.is_file() and can_read(p)]
            for file in sorted(inside):
                found.setdefault(file.name, file)
        elif path.is_file():
            found[path.name] = path
        else:
            raise CorpusError(f"{path} does not exist; name a folder or file with documents")
    if not found:
        where = ", ".join(map(str, paths or (corpus,)))
        raise CorpusError(
            f"there are no documents in {where}; put PDF, Word, HTML, Markdown or text files there"
        )
    return [found[name] for name in sorted(found)]


def _entries(corpus: Path, files: Sequence[Path]) -> Mapping[str, Entry]:
    entries: dict[str, Entry] = {}
    for folder in dict.fromkeys((corpus, *(f.parent for f in files))):
        entries.update(read_catalog(folder))
    return entries


def _remove_gone(kept: dict[str, Kept], files: Sequence[Path]) -> Iterator[FileResult]:
    present = {f.name for f in files}
    for name in sorted(set(kept) - present):
        del kept[name]
        yield FileResult(name, "removed")


def _current(settings: Settings) -> Manifest:
    try:
        return read_manifest(settings.index)
    except (IndexMissing, IndexOutdated):
        return Manifest()


@contextmanager
def _only_writer(index: Path) -> Iterator[None]:
    index.mkdir(parents=True, exist_ok=True)
    with (index / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexBusy(
                f"another process is ingesting into {index}; wait until it is done"
            ) from error
        yield
