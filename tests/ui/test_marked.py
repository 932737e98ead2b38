"""A highlight covers the quote's words and nothing else, as the PDF's own text has them."""

from __future__ import annotations

from ingest.library import Library
from ingest.settings import Settings
from ingest.wording.quotes import find_run, run_text
from tests.ui.marked import PrintedPages


def test_every_entry_and_passage_is_marked_exactly(real: Settings) -> None:
    """Every tenth passage and every entry: what citations are made of."""
    wrong, seen = [], 0
    for document in Library.open(real).documents:
        printed = PrintedPages(real.corpus / document.info.name)
        places = [place for item in document.items for place in item.places]
        places += [place for passage in document.passages[::10] for place in passage.places]
        for place in dict.fromkeys(places):
            page = document.page(place.page)
            run = find_run(page.text, place.text)
            if run is None:
                continue
            seen += 1
            quote = run_text(page.text, run)
            marked = printed.marked(page, quote)
            if not marked.right:
                wrong.append((place.page, quote, marked))
        printed.close()
    assert seen > 100
    assert wrong == []
