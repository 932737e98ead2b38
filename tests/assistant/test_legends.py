"""What colours mean in a document, and which date of several an entry is held to."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Turn

from .conftest import opened

REPORT = """<html><head><title>Pier plan: progress report | Northvale Harbour Council</title></head>
<body><h1>Pier plan: progress report</h1><p>Position at 31 March 2024.</p>
<p>Blue means complete, green is on course, amber: a problem with a remedy, red: stopped.</p>
<h2>The actions</h2>
<table><tr><th>Ref</th><th>Action</th><th>Lead</th><th>Date at approval</th><th>Date now</th>
<th>RAG</th><th>Update</th></tr>
<tr><td>P-01</td><td>Light the pier</td><td>Asa Reed</td><td>31 Jan 2023</td><td>31 Jan 2023</td>
<td>Blue</td><td>Open since May, with 40 lamps.</td></tr>
<tr><td>P-02</td><td>Dredge the basin</td><td>Bo Field</td><td>31 Mar 2023</td><td>31 Dec 2023</td>
<td>Amber</td><td>Half is done.</td></tr>
<tr><td>P-03</td><td>Train the crews</td><td>Asa Reed</td><td>30 Sept 2023</td>
<td>30 June 2024</td><td>Amber</td><td>Twelve of 40.</td></tr>
<tr><td>P-04</td><td>Buy a tug</td><td>Cy Marsh</td><td>31 Oct 2023</td><td>–</td>
<td>Closed</td><td>Closed in July and merged with P-02.</td></tr>
<tr><td>P-05</td><td>Mend the crane</td><td>Bo Field</td><td>30 Apr 2023</td><td>30 Sept 2024</td>
<td>Red</td><td>No parts.</td></tr></table>
<h2>What we promise</h2><h3>The council will</h3>
<ul><li>Answer letters in ten days.</li><li>Mend a lamp in five.</li></ul>
</body></html>"""


@pytest.fixture(scope="module")
def pier(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("pier")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "pier-progress.html").write_text(REPORT, "utf-8")
    return opened(folder / "corpus", folder / "index")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which actions are overdue at 31 March 2024?", {"P-02"}),
        ("Which amber actions are not overdue at 31 March 2024?", {"P-03"}),
        ("Which actions are complete?", {"P-01"}),
        ("Which of Asa Reed's actions are amber?", {"P-03"}),
        ("What's running behind?", set()),
        ("How many ambers are on the pier plan?", {"P-02", "P-03"}),
        ("Which actions should have been done by 31 December 2023 but are not?", {"P-02"}),
    ],
)
def test_entries_are_chosen_by_what_their_colours_mean(
    pier: Assistant, question: str, found: set[str]
) -> None:
    assert {i.id for i in pier.ask(question).items} == found


def test_a_follow_up_narrows_what_was_listed(pier: Assistant) -> None:
    before = (Turn("user", "Which actions are amber in the pier plan?"),)
    assert {i.id for i in pier.ask("Which of those are Asa Reed's?", before).items} == {"P-03"}
    assert {i.id for i in pier.ask("And which are red?", before).items} == {"P-05"}


def test_what_is_promised_is_listed_under_who_promises(pier: Assistant) -> None:
    answer = pier.ask("What has the council promised in the pier plan?")
    assert "Answer letters in ten days" in answer.text
    assert "Mend a lamp in five" in answer.text


def test_a_site_names_the_body_behind_its_title(pier: Assistant) -> None:
    assert pier.library.documents[0].info.organisation == "Northvale Harbour Council"


def test_the_cause_of_something_is_no_status(pier: Assistant) -> None:
    assert "with the status" not in pier.ask("What is behind the Council's repairs?").text
