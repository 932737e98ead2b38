"""An inspectorate's report and the response of the service it is about, asked as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened

WHO = ("Head of Works", "Harbour Master", "Head of Estates", "Tug Master", "Pier Manager")
WHAT = ("lamps", "bells", "berths", "tugs", "ropes")

REPORT = """# An inspection of how well the harbour keeps its boats safe

Policing Standards Inspectorate

Published: 14 March 2024

## What we found

We looked at Ness Police in spring. Ness Police has boats that nobody counts.

## Recommendations

"""
RESPONSE = """# Response to the Policing Standards Inspectorate report on boats

Ness Police

September 2024

## What we do

Ness Police accepts what the Policing Standards Inspectorate said of its boats in March.

## Recommendations

| Recommendation | Response | Owner | Our date | Status |
|---|---|---|---|---|
"""


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("joined")
    corpus: Path = folder / "corpus"
    corpus.mkdir()
    numbered = enumerate(zip(WHAT, WHO, strict=True), 1)
    said, answered = REPORT, RESPONSE
    for n, (what, who) in numbered:
        said += f"Recommendation {n}. By 30 June the force should count its {what}.\n\n"
        answered += f"| {n} | Accepted | {who} | {n} May 2025 | Late |\n"
    said += "".join(
        f"### Area for improvement {n}\n\nThe force should mend its {what} more often.\n\n"
        for n, what in enumerate(("sheds", "gates", "roofs"), 1)
    )
    (corpus / "inspection.md").write_text(said, encoding="utf-8")
    (corpus / "response.md").write_text(answered, encoding="utf-8")
    return opened(corpus, folder / "index")


def test_who_has_a_recommendation_is_told_from_the_response(joined: Assistant) -> None:
    answer = joined.ask("Who owns recommendation 2 of the boats inspection?")
    assert answer.status == "answered"
    assert "Harbour Master" in answer.text
    assert {c.document for c in answer.citations} >= {"response.md"}


def test_an_entry_of_another_noun_is_not_answered_by_its_number(joined: Assistant) -> None:
    answer = joined.ask("Who owns area for improvement 2?")
    assert not any(who in answer.text for who in WHO)


def test_no_answer_is_without_words(joined: Assistant) -> None:
    answer = joined.ask("What does recommendation 3 say?")
    assert "count its berths" in answer.text
    assert answer.citations
