"""Web pages: what is read, what is left out, and how tables are laid out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.elements import Reading
from ingest.errors import UnreadableFile
from ingest.readers.html.reader import parse_html, read_html

from .reading import blocks, grids, rows, texts, unfound


def read(markup: str) -> Reading:
    return parse_html(f"<html><body>{markup}</body></html>")


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>var words = 'gone'</script>",
        "<style>p { content: 'gone' }</style>",
        "<noscript>gone</noscript>",
        "<template><p>gone</p></template>",
        "<nav><ul><li>gone</li></ul></nav>",
        "<div role='navigation'>gone</div>",
        "<header><p>gone</p></header>",
        "<footer><p>gone</p></footer>",
        "<aside><a href='/x'>gone</a></aside>",
        "<form><label>gone</label><input value='gone'></form>",
        "<div class='cookie-banner'>gone</div>",
        "<p hidden>gone</p>",
        "<p style='color: red; display: none'>gone</p>",
        "<span class='govuk-visually-hidden'>gone</span>",
        "<svg><title>gone</title><text>gone</text></svg>",
        "<button>gone</button>",
        "<select><option>gone</option></select>",
        "<!-- gone -->",
    ],
)
def test_the_site_around_the_words_is_left_out(furniture: str) -> None:
    reading = read(f"<p>before</p>{furniture}<p>after</p>")
    assert texts(reading) == ["before", "after"]
    assert reading.pages[0].text == "before\nafter"


@pytest.mark.parametrize(
    "kept",
    [
        "<article><header><p>kept</p></header></article>",
        "<form id='aspnetForm'><h2>kept</h2></form>",
        "<h3><button aria-controls='x'>kept</button></h3>",
        "<button aria-controls='x'>Show</button><div id='x' hidden>kept</div>",
        "<details><summary>kept</summary></details>",
        "<p>k&shy;ept</p>",
    ],
)
def test_what_a_reader_can_see_is_kept(kept: str) -> None:
    assert "kept" in texts(read(f"<p>before</p>{kept}<p>after</p>"))


def test_a_main_part_is_read_alone_and_the_heading_above_it_is_not_lost() -> None:
    words = "Everything about the plan that matters. " * 8
    reading = read(f"<div><h1>The plan</h1></div><p>Ads</p><main><p>{words}</p></main><p>More</p>")
    assert blocks(reading) == [("heading 1", "The plan"), ("paragraph", words.strip())]


def test_headings_paragraphs_and_lists_are_in_order() -> None:
    reading = read(
        "<h1>Plan <em>2024</em></h1><p>We\n will  act.<br>Soon.</p><ul><li>One<ul><li>Inner</li>"
        "</ul></li></ul><ol start=3 type=a><li>Three<p>More of three</p></li><li>Four</li></ol>"
        "<h3>Detail</h3>loose words<div>A div<div>within</div>and after</div>"
    )
    assert blocks(reading) == [
        ("heading 1", "Plan 2024"),
        ("paragraph", "We will act. Soon."),
        ("list_item", "One"),
        ("list_item", "Inner"),
        ("list_item", "c. Three"),
        ("list_item", "More of three"),
        ("list_item", "d. Four"),
        ("heading 3", "Detail"),
        ("paragraph", "loose words"),
        ("paragraph", "A div"),
        ("paragraph", "within"),
        ("paragraph", "and after"),
    ]
    assert unfound(reading) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li value=7>Seven<li>Next</ol>", ["7. Seven", "2. Next"]),
        ("<ol><li>1. Numbered by hand</ol>", ["1. Numbered by hand"]),
        ("<ol><li>1 officer was trained</ol>", ["1. 1 officer was trained"]),
        ("<ol style='list-style: none'><li>Bare</ol>", ["Bare"]),
        ("<ol type=I start=4><li>Aims</ol>", ["IV. Aims"]),
    ],
)
def test_numbers_are_those_that_a_browser_prints(markup: str, expected: list[str]) -> None:
    assert texts(read(markup)) == expected


def test_terms_stand_with_what_they_mean() -> None:
    reading = read("<dl><dt>Owner<dd>Jane Smith<dt>Due:<dd>May 2024<dt>Status</dl><p>End</p>")
    assert texts(reading) == ["Owner: Jane Smith", "Due: May 2024", "Status", "End"]


def test_lines_with_labels_are_blocks_of_their_own() -> None:
    reading = read("<p><b>Owner:</b> Jane<br><b>Due:</b> May<br>or June</p><p>One<br><br>Two</p>")
    assert texts(reading) == ["Owner: Jane", "Due: May or June", "One", "Two"]


def test_a_bold_line_is_a_heading_below_the_last_one() -> None:
    reading = read("<h2>Part</h2><p><b>Action 3: Safer streets</b></p><p><b>Owner: Jane</b></p>")
    assert blocks(reading)[1:] == [
        ("heading 3", "Action 3: Safer streets"),
        ("paragraph", "Owner: Jane"),
    ]


def test_merged_cells_are_repeated_down_and_counted_across() -> None:
    reading = read(
        "<table><caption>Actions</caption><thead><tr><th rowspan=2>Ref<th colspan=2>Progress"
        "<tr><th>Status<th>Comment<tbody><tr><th rowspan=0>A1<td>Late<td>None"
        "<tr><td colspan=2>Both</table>"
    )
    assert blocks(reading) == [("paragraph", "Actions")]
    (grid,) = grids(reading)
    assert [[(c.text, c.column, c.span) for c in row] for row in grid.rows] == [
        [("Ref", 0, 1), ("Progress", 1, 2)],
        [("Ref", 0, 1), ("Status", 1, 1), ("Comment", 2, 1)],
        [("A1", 0, 1), ("Late", 1, 1), ("None", 2, 1)],
        [("A1", 0, 1), ("Both", 1, 2)],
    ]
    assert (grid.columns, grid.bold_rows) == (3, (0, 1))
    assert grid.down == ((1, 0), (3, 0))
    assert "A1\tLate\tNone\nBoth" in reading.pages[0].text
    assert unfound(reading) == []


def test_a_merged_cell_ends_with_its_part_of_the_table() -> None:
    reading = read("<table><tbody><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d</table>")
    assert rows(grids(reading)[0]) == [["a", "b"], ["c", "d"]]


def test_cells_hold_lists_breaks_and_tables() -> None:
    reading = read(
        "<table><tr><th>1<td><p>Do</p><ol><li>this</ol>or<br>that<td><table><tr><td>x<td>y</table>"
        "<td><img src=t.png alt=Done></table>"
    )
    assert rows(grids(reading)[0]) == [["1", "Do\n1. this\nor\nthat", "x y", "Done"]]
    assert unfound(reading) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td><p>One</p><p>Two</p></table>",
        "<table role=presentation><tr><td>One<td>Two</table>",
        "<table><tr><td>One<td><h2>Two</h2></table>",
    ],
)
def test_tables_that_only_place_things_are_read_as_text(markup: str) -> None:
    assert (texts(read(markup)), grids(read(markup))) == (["One", "Two"], [])


def test_struck_words_are_on_the_page_but_in_no_value() -> None:
    reading = read(
        "<table><tr><td>A1<td><s>May</s> <b>June</b><td>Jane</table><p>By <del>two</del> three.</p>"
        "<table><tr><td><s>A2</s><td><s>Gone</s></table>"
    )
    first, second = grids(reading)
    assert (rows(first), rows(second)) == ([["A1", "June", "Jane"]], [["A2", "Gone"]])
    assert texts(reading) == ["By three."]
    assert "A1\tJune\tJane\n[May]\nBy three.\n[two]" in reading.pages[0].text
    assert reading.warnings == ("2 struck-out passages are on the page but in no value",)
    assert unfound(reading) == []


def test_notes_are_footnotes_and_their_marks_are_no_words() -> None:
    reading = read(
        "<p>Seven agencies<sup><a href='#fn1'>1</a></sup> on the 4<sup>th</sup>.</p>"
        "<section class=footnotes><ol><li id=fn1><p>All of them. <a role=doc-backlink>back</a>"
        "</p></ol></section>"
    )
    assert blocks(reading) == [
        ("paragraph", "Seven agencies on the 4th."),
        ("footnote", "1. All of them."),
    ]


def test_the_head_gives_title_author_and_date() -> None:
    reading = parse_html(
        "<html><head><title>Our plan for 2024 | Northmoor Council</title>"
        "<meta name=author content='Jane Smith'><meta property=article:published_time "
        "content=2024-04-22T10:00:00Z></head><body><h1>Our plan for 2024</h1></body></html>"
    )
    assert reading.metadata == {
        "title": "Our plan for 2024",
        "author": "Jane Smith",
        "company": "Northmoor Council",
        "creationdate": "D:20240422",
    }


def test_a_title_is_given_without_the_name_at_the_head_of_the_page() -> None:
    reading = parse_html(
        "<html><head><title>Spring update | Northmoor Council</title></head><body>"
        "<header>Northmoor Council</header><h1>Our plan</h1><p>Words.</p></body></html>"
    )
    assert reading.metadata["title"] == "Spring update"


def test_a_term_is_told_with_a_colon_and_printed_without_one() -> None:
    reading = parse_html("<body><dl><dt>Lead</dt><dd>Asa Reed</dd></dl></body>")
    assert blocks(reading) == [("list_item", "Lead: Asa Reed")]
    assert reading.pages[0].text == "Lead Asa Reed"


@pytest.mark.parametrize(
    "data",
    [
        "<p>Café – ‘plan’</p>".encode(),
        "<p>Café – ‘plan’</p>".encode("utf-8-sig"),
        "<p>Café – ‘plan’</p>".encode("utf-16"),
        "<meta charset=iso-8859-1><p>Café – ‘plan’</p>".encode("cp1252"),
        "<meta http-equiv=x content='text/html; charset=windows-1252'><p>Café – ‘plan’</p>".encode(
            "cp1252"
        ),
        "<p>Café – ‘plan’</p>".encode("cp1252"),
        "<meta charset=no-such-thing><p>Café – ‘plan’</p>".encode(),
        b"<p>Caf&eacute; &ndash; &lsquo;plan&rsquo;</p>",
    ],
)
def test_letters_are_right_in_every_encoding(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert texts(read_html(path)) == ["Café – ‘plan’"]


def test_xhtml_with_its_declaration_is_read() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?><html xmlns="x"><body><p>Words</p></body></html>'
    assert texts(parse_html(page)) == ["Words"]


@pytest.mark.parametrize("markup", ["", "   ", "<html></html>", "<p>&nbsp;</p><script>x</script>"])
def test_a_page_without_words_is_refused(markup: str) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        parse_html(markup)


def test_deep_nesting_is_read() -> None:
    assert texts(read("<div>" * 1500 + "deep" + "</div>" * 1500)) == ["deep"]


def test_absurd_spans_are_kept_in_bounds_and_no_cell_is_lost() -> None:
    wide = "".join(f"<td colspan=9999 rowspan=9999>x{n}" for n in range(40))
    reading = read(f"<table><tr>{wide}{'<tr><td>y' * 3000}</table>")
    assert grids(reading)[0].columns < 2000
    assert "x39" in reading.pages[0].text
    assert reading.pages[0].text.count("y") == 3000


def test_tables_within_tables_without_end_are_read() -> None:
    assert "deep" in read("<table><tr><th>x<td>" * 100 + "deep").pages[0].text


@given(st.text(alphabet="<>/=\"' abtdrhlipx12&;\n", max_size=300))
def test_no_markup_brings_it_down(markup: str) -> None:
    with suppress(UnreadableFile):
        assert unfound(parse_html(markup)) == []
