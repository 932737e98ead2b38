"""Ingesting: again, after changes, with bad files, interrupted anywhere, by two at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from pypdf import PdfWriter

from assistant.assistant import Assistant
from assistant.retrieval.rerank import FakeReranker
from ingest.embed import Embedder, FakeEmbedder
from ingest.errors import CatalogError, CorpusError, IndexBusy, IndexMissing
from ingest.index import VectorIndex
from ingest.library import Library
from ingest.pipeline import Progress, ingest, read_document
from ingest.settings import Settings
from ingest.store import read_manifest
from ingest.types import IngestReport

QUAY = """# Quay plan

| Ref | Action | Owner |
| --- | --- | --- |
| 1.1a | Dredge the channel | {owner} |
| 1.1b | Light the pier | Pier Warden |

## Background

The {ferry} ferry runs twice a day in winter.
"""
BEACH = "# Beach note\n\nThe lifeboat was launched nine times in May.\n"


class Failing(FakeEmbedder):
    """Embeds like the quick stand-in until a call fails, counted from 1."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._left = at

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self._left -= 1
        if not self._left:
            raise MemoryError("the embedder failed")
        return super().embed(texts)


class Other(FakeEmbedder):
    """Another model: its name and the length of its vectors differ."""

    name = "another-model"


class Killed(BaseException):
    """Stands for the end of the process: nothing but a test catches it."""


class Axe:
    """Stops the program at one of the times that it changes a file or folder in `folder`."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.left = 0
        self.last = ""

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Listen to the interpreter's audit events, each told before its deed."""
        if self.folder is None or not self._changes(event, args):
            return
        self.left -= 1
        if not self.left:
            self.last = f"{event} {args[0]}"
            self.folder = None
            raise Killed(self.last)

    def _changes(self, event: str, args: tuple[Any, ...]) -> bool:
        if event == "open":
            writes = isinstance(args[1], str) and any(m in args[1] for m in "wax+")
        else:
            writes = event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
        return writes and str(args[0]).startswith(str(self.folder))


AXE = Axe()
sys.addaudithook(AXE)


@pytest.fixture
def axe() -> Iterator[Axe]:
    yield AXE
    AXE.folder = None


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A corpus of two documents, not ingested yet."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write_quay(corpus)
    (corpus / "beach.md").write_text(BEACH, encoding="utf-8")
    (corpus / "README.md").write_text("Where these come from.", encoding="utf-8")
    return Settings(corpus=corpus, index=tmp_path / "index")


def write_quay(corpus: Path, owner: str = "Harbour Master", ferry: str = "old") -> None:
    text = QUAY.format(owner=owner, ferry=ferry)
    (corpus / "quay.md").write_text(text, encoding="utf-8")


def take(
    settings: Settings,
    paths: Sequence[Path] = (),
    progress: Progress | None = None,
    *,
    rebuild: bool = False,
    embedder: Embedder | None = None,
) -> IngestReport:
    """Ingest with the quick embedder, unless another is given."""
    engine = embedder or FakeEmbedder()
    return ingest(settings, paths, progress, rebuild=rebuild, embedder=engine)


def outcomes(report: IngestReport) -> dict[str, str]:
    return {r.name: r.outcome for r in report.results}


def opened(settings: Settings) -> Assistant:
    return Assistant(Library.open(settings), FakeEmbedder(), FakeReranker())


def owner(settings: Settings) -> str:
    """Give the owner of 1.1a as it is answered; the document's words must fit it."""
    assistant = opened(settings)
    found = dict(assistant.ask("who owns 1.1a?").items[0].fields)["Owner"]
    page = assistant.library.document("quay.md").page(0).text
    assert found in page
    return found


def vectors(settings: Settings, version: str) -> int:
    model = read_manifest(settings.index).embedder
    return VectorIndex.open(settings.index / "chroma", model=model).count(version)


def leftovers(settings: Settings) -> list[str]:
    """Give what is in the index folder and belongs to no document of the manifest."""
    manifest = read_manifest(settings.index)
    wanted = {f"{k.version}.json" for k in manifest.documents}
    wanted |= {"manifest.json", "lock", "chroma", "documents", f"lexical-{manifest.generation}"}
    folders = (settings.index, settings.index / "documents")
    return sorted(p.name for f in folders for p in f.iterdir() if p.name not in wanted)


def whole(settings: Settings) -> None:
    """Assert that every document has its snapshot and a vector for each passage."""
    library = Library.open(settings)
    for kept in read_manifest(settings.index).documents:
        passages = library.document(kept.name).passages
        assert vectors(settings, kept.version) == len(passages) > 0
    assert library.lexical.search("ferry lifeboat", 5)


def test_the_first_time(settings: Settings) -> None:
    steps: list[tuple[str, int, int]] = []
    report = take(settings, progress=lambda *step: steps.append(step))
    assert outcomes(report) == {"beach.md": "added", "quay.md": "added"}
    assert report.failures == ()
    assert next(r for r in report.results if r.name == "quay.md").items == 2
    assert steps == [("beach.md", 0, 2), ("quay.md", 1, 2), ("", 2, 2)]
    assert owner(settings) == "Harbour Master"
    whole(settings)
    assert leftovers(settings) == []


def test_twice_changes_nothing(settings: Settings) -> None:
    take(settings)
    before = {p: p.read_bytes() for p in settings.index.rglob("*.json")}
    generation = Library.open(settings).generation
    assert outcomes(take(settings)) == {"beach.md": "unchanged", "quay.md": "unchanged"}
    assert {p: p.read_bytes() for p in settings.index.rglob("*.json")} == before
    assert Library.open(settings).generation == generation


def test_the_second_time_embeds_nothing(settings: Settings) -> None:
    take(settings)
    take(settings, embedder=Failing(1))


def test_a_changed_file_replaces_its_old_version_whole(settings: Settings) -> None:
    take(settings)
    old = read_manifest(settings.index)
    write_quay(settings.corpus, "Tide Officer", "new")
    assert outcomes(take(settings)) == {"beach.md": "unchanged", "quay.md": "replaced"}
    assert owner(settings) == "Tide Officer"
    assert "old ferry" not in opened(settings).ask("How often does the ferry run?").text
    assert vectors(settings, old.version_of("quay.md")) == 0
    assert Library.open(settings).generation != old.generation
    whole(settings)
    assert leftovers(settings) == []


def test_a_file_that_is_gone_is_removed(settings: Settings) -> None:
    take(settings)
    old = read_manifest(settings.index)
    (settings.corpus / "quay.md").unlink()
    assert outcomes(take(settings)) == {"beach.md": "unchanged", "quay.md": "removed"}
    assert [d.info.name for d in Library.open(settings).documents] == ["beach.md"]
    assert opened(settings).ask("who owns 1.1a?").items == ()
    assert vectors(settings, old.version_of("quay.md")) == 0
    assert leftovers(settings) == []


def test_named_files_are_added_and_none_removed(settings: Settings, tmp_path: Path) -> None:
    take(settings)
    extra = tmp_path / "pier.txt"
    extra.write_text("The pier was opened in 1899.\n", encoding="utf-8")
    assert outcomes(take(settings, paths=[extra])) == {"pier.txt": "added"}
    names = [d.info.name for d in Library.open(settings).documents]
    assert names == ["beach.md", "pier.txt", "quay.md"]
    whole(settings)


def test_a_change_in_the_catalogue_is_a_change(settings: Settings) -> None:
    take(settings)
    catalogue = '["quay.md"]\ntitle = "The Quay"\n'
    (settings.corpus / "catalog.toml").write_text(catalogue, encoding="utf-8")
    assert outcomes(take(settings)) == {"beach.md": "unchanged", "quay.md": "replaced"}
    assert Library.open(settings).document("quay.md").info.title == "The Quay"


@pytest.mark.parametrize("text", ["[quay.md\n", '["quay.md"]\ncolour = "red"\n', "quay = 3\n"])
def test_a_bad_catalogue_is_told_and_changes_nothing(settings: Settings, text: str) -> None:
    take(settings)
    (settings.corpus / "catalog.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=r"catalog\.toml"):
        take(settings)
    assert owner(settings) == "Harbour Master"


def test_rebuilding_gives_the_same_library(settings: Settings) -> None:
    take(settings)
    before = Library.open(settings)
    take(settings, rebuild=True)
    after = Library.open(settings)
    assert (after.generation, after.passages) == (before.generation, before.passages)
    whole(settings)


def write_bad_files(corpus: Path) -> set[str]:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("a secret word")
    writer.write(str(corpus / "locked.pdf"))
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "empty.pdf").write_bytes(b"")
    (corpus / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    (corpus / "broken.docx").write_bytes(b"PK\x03\x04nothing more")
    (corpus / "noise.md").write_bytes(bytes(range(256)) * 20)
    return {"locked.pdf", "empty.txt", "empty.pdf", "broken.pdf", "broken.docx", "noise.md"}


def test_bad_files_are_reported_and_the_others_ingested(settings: Settings) -> None:
    bad = write_bad_files(settings.corpus)
    report = take(settings)
    assert {r.name for r in report.failures} == bad
    for failure in report.failures:
        assert failure.name in failure.message
        assert "\n" not in failure.message
    assert outcomes(report)["quay.md"] == "added"
    assert owner(settings) == "Harbour Master"
    assert {d.info.name for d in Library.open(settings).documents} == {"beach.md", "quay.md"}


def test_a_file_that_went_bad_leaves_its_old_version(settings: Settings) -> None:
    take(settings)
    (settings.corpus / "quay.md").write_bytes(b"")
    assert outcomes(take(settings)) == {"beach.md": "unchanged", "quay.md": "failed"}
    assert owner(settings) == "Harbour Master"


def test_two_files_of_one_name_are_not_passed_over_in_silence(settings: Settings) -> None:
    folder = settings.corpus / "annex"
    folder.mkdir()
    (folder / "quay.md").write_text("# Other quay\n\nSeals rest there in May.\n", encoding="utf-8")
    report = take(settings)
    found = {d.info.name: d.pages[0].text for d in Library.open(settings).documents}
    told = [r for r in report.results if r.outcome == "failed" or r.warnings or r.message]
    assert any("Seals" in text for text in found.values()) or told


def test_nothing_to_ingest(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        take(Settings(corpus=tmp_path / "nowhere", index=tmp_path / "index"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.xyz").write_text("no document", encoding="utf-8")
    with pytest.raises(CorpusError, match="no documents"):
        take(Settings(corpus=tmp_path / "empty", index=tmp_path / "index"))
    with pytest.raises(IndexMissing, match="verse ingest"):
        Library.open(Settings(corpus=tmp_path, index=tmp_path / "index"))


@pytest.mark.parametrize("at", [1, 2])
def test_a_failing_embedder_leaves_the_old_library(settings: Settings, at: int) -> None:
    take(settings)
    old = read_manifest(settings.index)
    write_quay(settings.corpus, "Tide Officer")
    (settings.corpus / "beach.md").write_text(BEACH + "\nAnd ten in June.\n", encoding="utf-8")
    with pytest.raises(MemoryError):
        take(settings, embedder=Failing(at))
    assert read_manifest(settings.index) == old
    assert owner(settings) == "Harbour Master"
    whole(settings)
    assert set(outcomes(take(settings)).values()) == {"replaced"}
    assert owner(settings) == "Tide Officer"
    assert leftovers(settings) == []


def test_a_failing_embedder_at_first_leaves_nothing_half_done(settings: Settings) -> None:
    with pytest.raises(MemoryError):
        take(settings, embedder=Failing(2))
    with pytest.raises(IndexMissing):
        Library.open(settings)
    take(settings)
    whole(settings)


def test_an_interruption_between_files_leaves_the_old_library(settings: Settings) -> None:
    def stop(name: str, done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    take(settings)
    write_quay(settings.corpus, "Tide Officer")
    with pytest.raises(KeyboardInterrupt):
        take(settings, progress=stop)
    assert owner(settings) == "Harbour Master"
    take(settings)
    assert owner(settings) == "Tide Officer"


def test_a_kill_at_any_instant_leaves_the_old_library_or_the_new(
    settings: Settings, axe: Axe
) -> None:
    """Every change to a file or folder of the index is the last one once."""
    take(settings)
    deaths: list[str] = []
    owners = ["Harbour Master", "Tide Officer"]
    for step in range(1, 60):
        old, new = owners[len(deaths) % 2], owners[(len(deaths) + 1) % 2]
        write_quay(settings.corpus, new, f"{step}th")
        axe.folder, axe.left = settings.index, step
        try:
            take(settings)
        except Killed:
            deaths.append(axe.last)
        else:
            break
        finally:
            axe.folder = None
        assert owner(settings) in (old, new), deaths[-1]
        whole(settings)
        take(settings)
        assert owner(settings) == new, deaths[-1]
        whole(settings)
        assert leftovers(settings) == [], deaths[-1]
    assert 6 < len(deaths) < 59
    assert any("manifest" in death for death in deaths)


def test_nothing_of_a_removed_file_is_left_after_a_kill(settings: Settings, axe: Axe) -> None:
    """Killed once the manifest was swapped, the next run must still clear away the old words."""
    take(settings)
    old = read_manifest(settings.index).version_of("quay.md")
    (settings.corpus / "quay.md").unlink()
    steps = 0
    while (settings.index / "documents" / f"{old}.json").exists():
        steps += 1
        axe.folder, axe.left = settings.index, steps
        try:
            take(settings)
        except Killed:
            pass
        finally:
            axe.folder = None
        if "quay.md" not in [k.name for k in read_manifest(settings.index).documents]:
            break
    take(settings)
    assert not (settings.index / "documents" / f"{old}.json").exists()
    assert vectors(settings, old) == 0
    assert leftovers(settings) == []


class Nested(FakeEmbedder):
    """Tries to ingest while it is asked to embed, as a second process would."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.refusals: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        try:
            ingest(self.settings, embedder=FakeEmbedder())
        except IndexBusy as error:
            self.refusals.append(str(error))
        return super().embed(texts)


def test_two_writers(settings: Settings) -> None:
    embedder = Nested(settings)
    take(settings, embedder=embedder)
    assert len(embedder.refusals) == 2
    assert "wait" in embedder.refusals[0]
    assert set(outcomes(take(settings)).values()) == {"unchanged"}


def test_readers_see_the_old_library_while_it_is_written(settings: Settings) -> None:
    class Reading(FakeEmbedder):
        seen = ""

        def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
            self.seen = owner(settings)
            return super().embed(texts)

    take(settings)
    write_quay(settings.corpus, "Tide Officer")
    embedder = Reading()
    take(settings, embedder=embedder)
    assert embedder.seen == "Harbour Master"
    assert owner(settings) == "Tide Officer"


def test_another_model_makes_the_vectors_anew(settings: Settings) -> None:
    take(settings)
    assert set(outcomes(take(settings, embedder=Other(32))).values()) <= {"added", "replaced"}
    assert read_manifest(settings.index).embedder == "another-model"
    whole(settings)
    assistant = Assistant(Library.open(settings), Other(32), FakeReranker())
    assert "twice a day" in assistant.ask("How often does the ferry run?").text


def test_a_format_of_another_version_is_ingested_anew(settings: Settings) -> None:
    take(settings)
    path = settings.index / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"format": ', '"format": 9'))
    assert set(outcomes(take(settings)).values()) == {"added"}
    assert owner(settings) == "Harbour Master"


@pytest.fixture
def secret(settings: Settings) -> Settings:
    """The corpus with the beach note kept to the board."""
    catalogue = '["beach.md"]\naccess = "board"\naliases = ["the beach"]\n'
    (settings.corpus / "catalog.toml").write_text(catalogue, encoding="utf-8")
    take(settings)
    return settings


def test_what_may_not_be_seen_is_not_searched(secret: Settings) -> None:
    library = Library.open(secret)
    assert [d.info.name for d in library.documents] == ["quay.md"]
    assert all(p.document == "quay.md" for p in library.passages)
    words = library.search_words("lifeboat launched May", 10)
    near = library.search_vectors(FakeEmbedder().embed(["lifeboat launched May"])[0], 10)
    assert {library.passages[place].document for place, _ in (*words, *near)} <= {"quay.md"}
    assert library.search_vectors(FakeEmbedder().embed(["lifeboat"])[0], 10, ["beach.md"]) == []
    assert len(near) == len(library.passages)
    answer = opened(secret).ask("How often was the lifeboat launched?")
    assert answer.status == "not_found"
    assert "nine" not in answer.text


def test_what_may_be_seen_is(secret: Settings) -> None:
    allowed = Settings(secret.corpus, secret.index, access=("all", "board"))
    answer = opened(allowed).ask("How often was the lifeboat launched?")
    assert "nine times" in answer.text
    assert [c.document for c in answer.citations] == ["beach.md"]


def test_words_that_may_not_be_seen_are_not_given_away(secret: Settings) -> None:
    """Neither by mending a typing error to one nor by how a refusal is worded."""
    assistant = opened(secret)
    assert assistant.understand("tell me about the lifebaot").text.endswith("lifebaot")
    assert "lifeboat" not in assistant.library.lexical.vocabulary or all(
        "lifeboat" not in p.text for p in assistant.library.passages
    )


def test_reading_alone_writes_nothing(settings: Settings) -> None:
    document = read_document(settings.corpus / "quay.md")
    assert [i.identifier for i in document.items if i.kind == "entry"] == ["1.1a", "1.1b"]
    assert not settings.index.exists()
