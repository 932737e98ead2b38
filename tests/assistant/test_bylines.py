"""Who wrote a document, and terms explained after a dash under "Glossary"."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

from .conftest import opened

_AUDIT = """Lighthouse Needs Audit

Authors
Maren Holt
Data Analyst, Coast Unit

Findings

Two lamps in nine were dark in March.
"""

_TIDES = """# Tide Tables Explained

Ivo Brand Data Analyst, Coast Unit

## How tables are made

Tides are read every hour.
"""

_BUOYS = """# Buoys In Brief

Buoys are painted each spring.

Tove Lind

Marine Engineer Officer
"""

_ANCHORS = """# Anchors Reviewed

Published May 2031

Anchors are weighed in autumn.
"""

_SURVEY = """# Ferry Passenger Survey

Authors: Maren Holt, Ivo Brand

## Findings

Most passengers travel on Fridays.

## Glossary

Duty skipper ‐ depending on the crossing, this may be the mate of the ferry or the harbour master.
"""


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("signed")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "lighthouse-needs-audit.txt").write_text(_AUDIT, encoding="utf-8")
    (corpus / "ferry-passenger-survey.md").write_text(_SURVEY, encoding="utf-8")
    (corpus / "buoys-in-brief.md").write_text(_BUOYS, encoding="utf-8")
    (corpus / "anchors-reviewed.md").write_text(_ANCHORS, encoding="utf-8")
    (corpus / "tide-tables-explained.md").write_text(_TIDES, encoding="utf-8")
    return opened(corpus, folder / "index")


def test_the_authors_of_a_named_document(signed: Assistant) -> None:
    answer = signed.ask("who wrote the ferry passenger survey, need the names for a reference")
    assert "Ivo Brand" in answer.text
    assert [c.document for c in answer.citations] == ["ferry-passenger-survey.md"]


def test_all_that_somebody_wrote(signed: Assistant) -> None:
    answer = signed.ask("Maren Holt is an author of which reports?")
    assert {c.document for c in answer.citations} == {
        "ferry-passenger-survey.md",
        "lighthouse-needs-audit.txt",
    }


def test_a_name_at_the_front_is_an_author_without_a_label(signed: Assistant) -> None:
    answer = signed.ask("Ivo Brand is named as an author on which two papers?")
    assert {c.document for c in answer.citations} == {
        "ferry-passenger-survey.md",
        "tide-tables-explained.md",
    }


def test_a_name_above_a_post_signs_a_document(signed: Assistant) -> None:
    answer = signed.ask("who wrote Buoys In Brief and what is their job?")
    assert "Tove Lind" in answer.text
    assert "Marine Engineer Officer" in answer.text


def test_where_nobody_is_named_no_date_is_given_instead(signed: Assistant) -> None:
    assert "May 2031" not in signed.ask("Who wrote Anchors Reviewed?").text


def test_a_quoted_term_is_told_from_the_glossary(signed: Assistant) -> None:
    answer = signed.ask("The survey keeps saying 'duty skipper'. Who does that mean?")
    assert "harbour master" in answer.text
