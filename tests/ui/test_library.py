"""Adding and removing documents: who may, what becomes of each file, and that nothing is lost."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ingest.embed import FakeEmbedder
from ingest.errors import IndexBusy
from ingest.pipeline import ingest
from ingest.settings import Settings
from ingest.types import IngestReport
from tests.ui.samples import DOCUMENTS, PLAN
from ui.documents_view import shelf, titled
from ui.editing import file_in_corpus, may_edit, not_in_corpus
from ui.librarian import Librarian, Work
from ui.uploads import LARGEST, Upload, as_replacement, check

FIRST, SECOND = b"Purpose\n\nKeep the harbour safe.\n", b"Purpose\n\nCount every boat.\n"


@pytest.mark.parametrize(
    ("said", "address", "may"),
    [
        ("", "127.0.0.1", True),
        ("", "0.0.0.0", False),
        ("", "", False),
        ("0", "127.0.0.1", False),
        ("no", "localhost", False),
        ("1", "0.0.0.0", True),
    ],
)
def test_who_may_change_the_library(said: str, address: str, may: bool) -> None:
    assert may_edit({"VERSE_EDIT": said}, address) is may


def test_what_would_become_of_each_file() -> None:
    known = {"plan.pdf": hashlib.sha256(b"old").hexdigest()}
    uploads = [
        Upload("new.pdf", b"new"),
        Upload("new.pdf", b"other"),
        Upload("plan.pdf", b"changed"),
        Upload("plan.docx", b"old"),
        Upload("tool.exe", b"MZ"),
        Upload("../up.pdf", b"x"),
        Upload(".hidden.pdf", b"x"),
        Upload("empty.pdf", b""),
    ]
    assert [(c.verdict, c.reason, c.twin) for c in check(uploads, known)] == [
        ("new", "", ""),
        ("refused", "twice", ""),
        ("replaces", "", ""),
        ("new", "", "plan.pdf"),
        ("refused", "kind", ""),
        ("refused", "name", ""),
        ("refused", "name", ""),
        ("refused", "empty", ""),
    ]
    assert check([Upload("plan.pdf", b"old")], known)[0].verdict == "same"


def test_a_file_that_is_too_large_is_refused() -> None:
    large = check([Upload("large.pdf", bytes(LARGEST + 1))], {})[0]
    assert (large.verdict, large.reason) == ("refused", "too_large")


def test_a_new_version_takes_the_name_of_the_old_one() -> None:
    assert as_replacement(Upload("v2.PDF", b"x"), "plan.pdf") == Upload("plan.pdf", b"x")
    assert as_replacement(Upload("v2.docx", b"x"), "plan.pdf") is None


def test_the_shelf_says_how_each_document_stands(tmp_path: Path) -> None:
    (row,) = shelf(DOCUMENTS, tmp_path)
    assert (row.title, row.pages, row.entries, row.standing) == (
        "Harbour Plan <2031>",
        2,
        1,
        "gone",
    )
    (tmp_path / "plan.pdf").write_bytes(b"now")
    assert shelf(DOCUMENTS, tmp_path)[0].standing == "changed"
    info = dataclasses.replace(PLAN.info, sha256=hashlib.sha256(b"now").hexdigest())
    same = {"plan.pdf": dataclasses.replace(PLAN, info=info)}
    assert shelf(same, tmp_path)[0].standing == "same"
    assert titled((row,), "HARBOUR strategy") == (row,)
    assert titled((row,), "lighthouse") == ()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus" / "2031").mkdir(parents=True)
    (tmp_path / "corpus" / "2031" / "plan.txt").write_bytes(FIRST)
    (tmp_path / "corpus" / "notes.txt").write_bytes(SECOND)
    found = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index")
    quick(found, (), lambda *_: None)
    return found


def quick(
    settings: Settings, paths: Sequence[Path], progress: Callable[[str, int, int], None]
) -> IngestReport:
    """Ingest for real, but with the small stand-in for the embedding model."""
    return ingest(settings, paths, progress, embedder=FakeEmbedder())


def finished(librarian: Librarian) -> Work:
    for _ in range(400):
        work = librarian.work
        if work and work.finished:
            return work
        time.sleep(0.05)
    raise AssertionError(librarian.work)


def outcomes(work: Work) -> dict[str, str]:
    assert work.failure == ""
    return {result.name: result.outcome for result in work.results}


def test_fifty_files_are_added_at_once_and_bad_ones_are_named(settings: Settings) -> None:
    librarian = Librarian(settings, quick)
    good = [Upload(f"note-{n}.txt", f"Note {n} says this.\n".encode()) for n in range(49)]
    assert librarian.add([*good, Upload("tool.pdf", b"MZ\x90\x00 not a document")])
    work = finished(librarian)
    found = outcomes(work)
    assert found.pop("tool.pdf") == "failed"
    assert (len(found), set(found.values())) == (49, {"added"})
    assert not (settings.corpus / "tool.pdf").exists()
    assert (settings.corpus / "note-48.txt").read_bytes() == good[48].data
    assert list((settings.index.parent / ".incoming").iterdir()) == []
    assert outcomes_of_full_run(settings) == {"unchanged"}


def test_a_new_version_replaces_the_file_where_it_lies(settings: Settings) -> None:
    librarian = Librarian(settings, quick)
    librarian.add([Upload("plan.txt", SECOND + b"More.\n")])
    assert outcomes(finished(librarian)) == {"plan.txt": "replaced"}
    assert file_in_corpus(settings.corpus, "plan.txt") == settings.corpus / "2031" / "plan.txt"
    assert (settings.corpus / "2031" / "plan.txt").read_bytes() == SECOND + b"More.\n"
    assert not (settings.corpus / "plan.txt").exists()


def test_a_bad_version_leaves_the_good_one(settings: Settings) -> None:
    librarian = Librarian(settings, quick)
    librarian.add([Upload("plan.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff")])
    assert outcomes(finished(librarian)) == {"plan.txt": "failed"}
    assert (settings.corpus / "2031" / "plan.txt").read_bytes() == FIRST
    assert outcomes_of_full_run(settings) == {"unchanged"}


def test_a_document_is_removed_with_its_file(settings: Settings) -> None:
    librarian = Librarian(settings, quick)
    librarian.remove("plan.txt")
    assert outcomes(finished(librarian))["plan.txt"] == "removed"
    assert file_in_corpus(settings.corpus, "plan.txt") is None
    assert not_in_corpus(settings.corpus, ["plan.txt", "notes.txt"]) == ("plan.txt",)


def test_a_document_stays_where_removing_it_fails(settings: Settings) -> None:
    def busy(*_: object) -> IngestReport:
        raise IndexBusy("another process\n is ingesting")

    librarian = Librarian(settings, busy)
    librarian.remove("plan.txt")
    assert finished(librarian).failure == "another process is ingesting"
    assert (settings.corpus / "2031" / "plan.txt").read_bytes() == FIRST
    librarian.forget()
    assert librarian.work is None


def test_what_the_index_has_is_kept_even_where_tidying_up_fails(settings: Settings) -> None:
    def untidy(*arguments: object) -> IngestReport:
        quick(*arguments)  # type: ignore[arg-type]
        raise OSError("the disk is full")

    librarian = Librarian(settings, untidy)
    librarian.add([Upload("a.txt", FIRST)])
    assert finished(librarian).failure == "the disk is full"
    assert (settings.corpus / "a.txt").read_bytes() == FIRST


def test_one_job_at_a_time(settings: Settings) -> None:
    let = threading.Event()

    def slow(*arguments: object) -> IngestReport:
        assert let.wait(10)
        return quick(*arguments)  # type: ignore[arg-type]

    librarian = Librarian(settings, slow)
    assert librarian.add([Upload("a.txt", FIRST)])
    assert librarian.busy
    assert not librarian.add([Upload("b.txt", FIRST)])
    assert not librarian.remove("plan.txt")
    librarian.forget()
    assert librarian.work is not None
    let.set()
    assert outcomes(finished(librarian)) == {"a.txt": "added"}


def test_what_a_killed_process_left_is_put_in_its_place(settings: Settings) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    mine = settings.index.parent / ".incoming" / f"{os.getpid()}-00"
    left = settings.index.parent / ".incoming" / f"{ended.pid}-00"
    for folder in (mine, left):
        folder.mkdir(parents=True)
        (folder / "unread.txt").write_bytes(b"never read")
    (left / "plan.txt").write_bytes(FIRST)
    (settings.corpus / "2031" / "plan.txt").unlink()
    Librarian(settings, quick)
    assert (settings.corpus / "plan.txt").read_bytes() == FIRST
    assert not (settings.corpus / "unread.txt").exists()
    assert mine.exists()
    assert not left.exists()


def outcomes_of_full_run(settings: Settings) -> set[str]:
    return {result.outcome for result in quick(settings, (), lambda *_: None).results}
