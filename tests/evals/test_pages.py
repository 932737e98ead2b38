"""The independent reading of the corpus, in each format."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from evals.normalise import collapsed
from evals.pages import WHOLE, CorpusPages, corpus_paths, page_texts
from ingest.errors import CorpusError
from ingest.pipeline import read_document
from ingest.wording.quotes import find_run, run_text
from tests.layouts import LAYOUTS, Layout

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_pdf_has_numbered_pages_and_a_text_one_whole(small_corpus: Path) -> None:
    corpus = CorpusPages(small_corpus)
    assert corpus.names == ("note.md", "plan.pdf")
    assert "Dredge the channel" in (corpus.page("plan.pdf", 1) or "")
    assert "May 2031" in (corpus.page("plan.pdf", 2) or "")
    assert "twice a day" in (corpus.page("note.md", WHOLE) or "")
    assert corpus.page("note.md", 2) == corpus.page("note.md", WHOLE)  # it has no pages
    assert corpus.place("note.md", 2) == ("note.md", WHOLE)
    assert corpus.place("plan.pdf", 2) == ("plan.pdf", 2)
    assert corpus.page("plan.pdf", 3) is corpus.page("plan.pdf", 0) is None
    assert corpus.page("other.pdf", 1) is None
    assert [len(file.sha256) for file in corpus.files()] == [64, 64]


def test_html_shows_what_a_browser_does(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<head><title>T</title><style>p{}</style></head><p>Har<b>bour</b> &amp; quay</p>"
        "<script>x</script><ul><li>One<li>Two</ul>",
        encoding="utf-8",
    )
    assert page_texts(path)[WHOLE].split() == ["Harbour", "&", "quay", "One", "Two"]


def test_word_gives_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    body = "<w:p><w:r><w:t>Har</w:t></w:r><w:r><w:t>bour</w:t><w:tab/><w:t>1</w:t></w:r></w:p>"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:d xmlns:w="{WORD}">{body}{body}</w:d>')
    assert page_texts(path) == {WHOLE: "Harbour 1\nHarbour 1"}


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_a_folder_without_documents_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match="name the folder with --corpus"):
        corpus_paths(tmp_path / name)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.stem)
def test_what_the_readers_would_quote_is_there(layout: Layout, tmp_path: Path) -> None:
    layout.write(tmp_path)
    path = tmp_path / layout.file_name
    pages = {number: collapsed(text) for number, text in page_texts(path).items()}
    document = read_document(path)
    found = 0
    for place in (place for passage in document.passages for place in passage.places):
        page = document.page(place.page)
        run = find_run(page.text, place.text)
        if run is not None:
            assert run_text(page.text, run) in pages.get(page.number, pages.get(WHOLE, ""))
            found += 1
    assert found > 5
