"""Markdown: tables, markup within it, front matter, notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.markdown import parse_markdown, read_markdown

from .reading import blocks, grids, rows, texts, unfound


def test_headings_lists_links_and_emphasis() -> None:
    reading = parse_markdown(
        "# Plan\n\nSome *words* with a [link](https://example.org).\n\n- one\n- two\n\n"
        "3. three\n4. four\n\nUnder\n-----\n**A bold line**\n\n> said\n"
    )
    assert blocks(reading) == [
        ("heading 1", "Plan"),
        ("paragraph", "Some words with a link."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("list_item", "3. three"),
        ("list_item", "4. four"),
        ("heading 2", "Under"),
        ("heading 3", "A bold line"),
        ("paragraph", "said"),
    ]


def test_tables_may_lack_their_last_pipe_or_cells() -> None:
    reading = parse_markdown(
        "| Ref | Action | Due |\n|---|---|---|\n| 1 | Do \\| it | May\n| 2 | x |\n"
    )
    (grid,) = grids(reading)
    assert rows(grid) == [["Ref", "Action", "Due"], ["1", "Do | it", "May"], ["2", "x", ""]]
    assert grid.bold_rows == (0,)


@pytest.mark.parametrize("old", ["<s>May</s>", "~~May~~", "<del>May</del>"])
def test_a_cell_keeps_its_current_value(old: str) -> None:
    reading = parse_markdown(f"| Ref | Due |\n|---|---|\n| 1 | {old} <b>June</b><br>or July |\n")
    assert rows(grids(reading)[0])[1] == ["1", "June\nor July"]
    assert f"| 1 | {old} <b>June</b>" in reading.pages[0].text
    assert unfound(reading) == []


def test_markup_is_read_as_markup_however_it_is_indented() -> None:
    reading = parse_markdown(
        "<div>\n\n\t<h2>Progress</h2>\n\n    <p>Some <b>words</b></p>\n</div>\n"
    )
    assert blocks(reading) == [("heading 2", "Progress"), ("paragraph", "Some words")]


def test_front_matter_tells_of_the_document() -> None:
    reading = parse_markdown(
        '---\ntitle: "Action Plan"\nauthor: Northmoor Council\ndate: 2024-04-22\n---\n'
        "# The 2024 Action Plan\n"
    )
    assert reading.metadata["title"] == "The 2024 Action Plan"
    assert reading.metadata["author"] == "Northmoor Council"
    assert reading.metadata["creationdate"] == "D:20240422"
    assert texts(reading) == ["The 2024 Action Plan"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts(parse_markdown("---\n\nWords.\n\n---\n\nMore.\n")) == ["Words.", "More."]


def test_notes_are_footnotes() -> None:
    reading = parse_markdown(
        "Seven of them.[^1]\n\n[^1]: All *seven*,\n    to be exact.\n\nAfter.\n"
    )
    assert blocks(reading) == [
        ("paragraph", "Seven of them."),
        ("footnote", "1 All seven, to be exact."),
        ("paragraph", "After."),
    ]


def test_marks_of_site_builders_are_no_words() -> None:
    reading = parse_markdown(
        "{% include x %}\n[Plan]({{ site.url }}/plan){: .button}\n\n## Aims {#aims}\n"
    )
    assert texts(reading) == ["Plan", "Aims"]


def test_code_keeps_its_signs() -> None:
    assert "{{ kept }}" in parse_markdown("```\n{{ kept }}\n```\n").pages[0].text


def test_it_is_one_page_without_a_number(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes("# Gwaith â phobl\n".encode("cp1252"))
    (page,) = read_markdown(path).pages
    assert (page.number, page.label, page.text) == (0, "", "# Gwaith â phobl\n")


@pytest.mark.parametrize("text", ["---\ntitle: x\n---\n", "<!-- x -->\n", "![](x.png)\n"])
def test_a_file_without_words_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        parse_markdown(text, "plan.md")
