"""Terms that bold type alone tells from what they mean."""

from __future__ import annotations

from ingest.blocks.structure import build_structure
from ingest.items.build import build_items
from ingest.readers.html.reader import parse_html

GLOSSARY = """<h1>Plan</h1><h2>Glossary</h2>
<p><b>KSI</b> Killed or seriously injured.</p>
<p><b>Repeat victim</b> A person who reports two or more thefts in a year.</p>
<p><b>Void</b> means a home that nobody rents. <b>Cost rental</b> means a home let at cost.</p>
<p>Words may be <b>bold</b> anywhere else.</p>
<h2>Money</h2><p><b>Reserves</b> fell by a tenth.</p>"""


def terms(page: str) -> list[tuple[str, str, str]]:
    structure = build_structure(parse_html(page, "plan.html").elements)
    found = build_items("plan.html", structure)
    return [(i.kind, i.identifier, i.text) for i in found if i.kind in ("acronym", "definition")]


def test_bold_words_that_begin_a_sentence_of_a_glossary_are_terms() -> None:
    assert terms(GLOSSARY) == [
        ("acronym", "KSI", "Killed or seriously injured"),
        ("definition", "Repeat victim", "A person who reports two or more thefts in a year."),
        ("definition", "Void", "a home that nobody rents."),
        ("definition", "Cost rental", "a home let at cost."),
    ]


def test_what_is_said_of_a_term_is_not_its_meaning() -> None:
    assert terms("<h1>Plan</h1><h2>Terms</h2><p><b>Neptune</b> was a project of 2019.</p>") == []
