"""Adds documents to the library and removes them, outside the page's script, one job at a time.

A new file waits in a folder beside the index until it is read; only then does it take its place
in the corpus. So a file that cannot be read never replaces one that could, and a kill at any
instant loses nothing: what was read is put in its place at the next start.
"""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.errors import VerseError
from ingest.settings import Settings
from ingest.store import read_manifest
from ingest.types import FileResult, IngestReport
from ui.editing import file_in_corpus
from ui.uploads import Upload

Ingest = Callable[[Settings, Sequence[Path], Callable[[str, int, int], None]], IngestReport]


@dataclass(frozen=True, slots=True)
class Work:
    """A job as it stands: the file being read, how many are done, and what came of it.

    `failure` is one line where the whole job failed; what was there before is then still there.
    """

    name: str = ""
    done: int = 0
    total: int = 0
    finished: bool = False
    results: tuple[FileResult, ...] = ()
    failure: str = ""


class Librarian:
    """Runs the jobs; the page looks at `work` as often as it likes."""

    def __init__(self, settings: Settings, ingest: Ingest) -> None:
        """Finish what an earlier process left; `ingest` is `ingest.pipeline.ingest`."""
        self._settings = settings
        self._ingest = ingest
        self._waiting = settings.index.absolute().parent / ".incoming"
        self._lock = threading.Lock()
        self._work: Work | None = None
        self._finish_left()

    @property
    def work(self) -> Work | None:
        """The job that is running or ran last; None before the first."""
        return self._work

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._work is not None and not self._work.finished

    def add(self, uploads: Sequence[Upload]) -> bool:
        """Begin to add files; give whether it began, which it does not while another job runs."""
        return self._begin(lambda: self._add(uploads), len(uploads))

    def remove(self, name: str) -> bool:
        """Begin to remove a document and its file; give whether it began."""
        return self._begin(lambda: self._remove(name), 1)

    def forget(self) -> None:
        """Forget the last job, once its result has been read."""
        with self._lock:
            if not self.busy:
                self._work = None

    def _begin(self, job: Callable[[], IngestReport], total: int) -> bool:
        with self._lock:
            if self.busy:
                return False
            self._work = Work(total=total)
        threading.Thread(target=self._run, args=(job,), name="library", daemon=True).start()
        return True

    def _run(self, job: Callable[[], IngestReport]) -> None:
        work = self._work or Work()
        try:
            results = job().results
            self._work = replace(work, finished=True, results=results)
        except (VerseError, OSError) as error:
            self._work = replace(work, finished=True, failure=" ".join(str(error).split()))
        except Exception as error:
            logging.getLogger(__name__).exception("The library could not be changed.")
            self._work = replace(work, finished=True, failure=type(error).__name__)

    def _progress(self, name: str, done: int, total: int) -> None:
        self._work = Work(name, done, total)

    def _add(self, uploads: Sequence[Upload]) -> IngestReport:
        """Have the files read where they wait; what the index then has of them takes its place."""
        folder = self._waiting_folder()
        try:
            files = [folder / upload.name for upload in uploads]
            for file, upload in zip(files, uploads, strict=True):
                file.write_bytes(upload.data)
            return self._ingest(self._settings, files, self._progress)
        finally:
            self._settle(folder)

    def _remove(self, name: str) -> IngestReport:
        """Take the file away and bring the index up to date; put it back where that fails."""
        folder = self._waiting_folder()
        file = file_in_corpus(self._settings.corpus, name)
        try:
            if file:
                shutil.move(file, folder / name)
            return self._ingest(self._settings, (), self._progress)
        finally:
            # Also where the index cannot be read: better a file too many than one too few.
            if file and (name in (kept := self._kept()) or not kept):
                shutil.move(folder / name, file)
            shutil.rmtree(folder, ignore_errors=True)

    def _settle(self, folder: Path) -> None:
        """Put those files in place that the index has as they are, and forget the others."""
        kept = self._kept()
        self._put_in_place(f for f in folder.iterdir() if kept.get(f.name) == _sha256(f))
        shutil.rmtree(folder, ignore_errors=True)

    def _kept(self) -> dict[str, str]:
        """Give the content hash of each document of the index by its name."""
        try:
            manifest = read_manifest(self._settings.index)
        except VerseError:
            return {}
        return {kept.name: kept.sha256 for kept in manifest.documents}

    def _put_in_place(self, files: Iterable[Path]) -> None:
        corpus = self._settings.corpus
        corpus.mkdir(parents=True, exist_ok=True)
        for file in files:
            place = file_in_corpus(corpus, file.name) or corpus / file.name
            partial = place.with_name(f".{place.name}.partial")
            shutil.copyfile(file, partial)
            partial.replace(place)

    def _waiting_folder(self) -> Path:
        """Make a folder whose name says which process it belongs to."""
        folder = self._waiting / f"{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir(parents=True)
        return folder

    def _finish_left(self) -> None:
        """Put files in place that were read, or taken away in vain, when a process was killed."""
        for folder in self._waiting.glob("*-*"):
            if folder.is_dir() and not _is_running(folder):
                self._settle(folder)


def _is_running(folder: Path) -> bool:
    try:
        os.kill(int(folder.name.split("-")[0]), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, ValueError, OverflowError):
        return True
    return True


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
