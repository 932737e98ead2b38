"""Only what stands on a page is quoted, as the page has it."""

from __future__ import annotations

import pytest

from assistant.citations import checked, quotes
from assistant.drafts import Draft, Said, Source
from assistant.types import Citation
from ingest.library import Library
from ingest.types import Place

from .paper import Pages

STRATEGY = "south-wales-substance-misuse-strategy-2022-2025.pdf"
REPORT = "dyfed-powys-deep-dive-progress-report-2019.pdf"


def source(text: str, *pages: int, document: str = STRATEGY) -> Source:
    return Source(document, ("Deliverables",), tuple(Place(p, "") for p in pages), text)


def cite(library: Library, text: str, *pages: int, document: str = STRATEGY) -> list[Citation]:
    return list(quotes(source(text, *pages, document=document), library))


def test_a_row_is_quoted_with_its_document_and_its_time(library: Library) -> None:
    wording = "Review Drug Testing on Arrest (DTOA) processes"
    assert cite(library, wording, 17) == [
        Citation(
            n=0,
            document=STRATEGY,
            title="South Wales Police Substance Misuse and Harm Reduction Strategy (2022-2025)",
            section=("Deliverables",),
            page=17,
            quote=wording,
            as_of="2022",
        )
    ]


def test_wording_cut_by_a_page_break_gives_two(library: Library, pages: Pages) -> None:
    wording = "Regional Coordinator of Wales Police Schools Programme"
    found = cite(library, wording, 14, 15)
    assert [c.page for c in found] == [14, 15]
    assert " ".join(c.quote for c in found) == wording
    assert all(c.quote in pages.text(STRATEGY, c.page) for c in found)


@pytest.mark.parametrize(
    "wording",
    [
        "Unicorns are counted on the moon every Thursday",
        "The Naloxone budget was forty-two million pounds",
        "",
        "…",
        "• – ?",
    ],
)
def test_made_up_wording_gives_none(library: Library, wording: str) -> None:
    assert cite(library, wording, 16, 17) == []


def test_the_wrong_page_gives_none(library: Library) -> None:
    assert cite(library, "Review Drug Testing on Arrest (DTOA) processes", 4, 5) == []


def test_the_wrong_document_gives_none(library: Library) -> None:
    wording = "Review Drug Testing on Arrest (DTOA) processes"
    assert cite(library, wording, 7, document=REPORT) == []


@pytest.mark.parametrize(
    ("wording", "page"),
    [
        ("safer injecting and sharps disposal advice", 28),
        ("review drug testing on arrest - DTOA - processes", 17),
        ("support a  Peer-to-Peer\nNaloxone distribution project", 28),
        ("support a Peer to Peer Naloxone distribution project", 28),
        ("reduce drug-related death • to reduce drug-related offending", 26),
        ("to reduce drug-related death to reduce drug-related offending", 26),
    ],
)
def test_breaks_bullets_and_hyphens_do_not_matter(
    library: Library, pages: Pages, wording: str, page: int
) -> None:
    found = cite(library, wording, page)
    assert len(found) == 1
    assert found[0].quote in pages.text(STRATEGY, page)


def test_interleaved_cells_are_quoted_in_their_runs(library: Library, pages: Pages) -> None:
    """Wording that the page's own text breaks up is given run by run, each as it stands."""
    page = pages.text(STRATEGY, 17).split()
    apart = [" ".join(page[40:52]), " ".join(page[80:92])]
    found = cite(library, " ".join(apart), 17)
    assert len(found) == 2
    assert all(c.quote in pages.text(STRATEGY, 17) for c in found)
    assert all(one[:20] in " ".join(c.quote for c in found) for one in apart)


def test_a_short_point_is_cited_with_the_longer_ones_of_its_list(library: Library) -> None:
    aims = (
        (11, "a. Early intervention and Prevention"),
        (11, "b. Breaking the Cycle of Addiction"),
        (12, "c. Tackling Supply"),
    )
    places = tuple(Place(page, text) for page, text in aims)
    whole = " ".join(text for _, text in aims)
    found = list(quotes(Source(STRATEGY, ("Strategic Aims",), places, whole), library))
    assert [(c.page, c.quote) for c in found] == list(aims)


def test_every_place_of_every_entry_can_be_quoted(library: Library, pages: Pages) -> None:
    lost = []
    for item in library.items:
        for place in item.places:
            found = cite(library, place.text, place.page, document=item.document)
            if not found:
                lost.append((item.key, place.text[:60]))
            for citation in found:
                assert citation.quote in pages.text(citation.document, citation.page)
    assert lost == []


def test_a_sentence_without_support_is_not_said(library: Library) -> None:
    true = Said("True.", (source("Review Drug Testing on Arrest", 17),))
    untrue = Said("Untrue.", (source("Unicorns are counted on the moon", 17),))
    plain = Said("It is so.")
    answer = checked(Draft("answered", (untrue, plain, true)), library, "?")
    assert answer.text == "It is so.\nTrue. [1]"
    assert [c.n for c in answer.citations] == [1]


def test_the_same_quote_has_one_number(library: Library) -> None:
    row = source("Review Drug Testing on Arrest", 17)
    other = source("Crown Prosecution Service", 18)
    draft = Draft("answered", (Said("A.", (row,)), Said("B.", (other, row)), Said("C.", (row,))))
    answer = checked(draft, library, "?")
    assert answer.text == "A. [1]\nB. [2][1]\nC. [1]"
    assert len(answer.citations) == 2
