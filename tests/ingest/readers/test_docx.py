"""Word files: what python-docx writes, and by hand what it cannot."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt

from ingest.elements import Reading
from ingest.errors import UnreadableFile
from ingest.readers.docx.reader import read_docx

from .reading import blocks, grids, rows, texts, unfound

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[Document], Reading]:
    def save(document: Document) -> Reading:
        path = tmp_path / "file.docx"
        document.save(str(path))
        return read_docx(path)

    return save


@pytest.fixture
def body(saved: Callable[[Document], Reading]) -> Callable[[str], Reading]:
    """Read a body given as XML."""

    def read(xml: str, change: Callable[[Document], None] | None = None) -> Reading:
        document = docx.Document()
        for element in parse_xml(f"<w:body {NAMES}>{xml}</w:body>"):
            document.element.body.insert_element_before(element, "w:sectPr")
        if change:
            change(document)
        return saved(document)

    return read


def numbered(document: Document, levels: str, number: int = 90, overrides: str = "") -> None:
    """Define a list with the given `w:lvl` elements."""
    part = document.part.numbering_part.element
    definition = f'<w:abstractNum {NAMES} w:abstractNumId="{number}">{levels}</w:abstractNum>'
    part.insert(0, parse_xml(definition))
    part.append(
        parse_xml(
            f'<w:num {NAMES} w:numId="{number}"><w:abstractNumId w:val="{number}"/>'
            f"{overrides}</w:num>"
        )
    )


def level(n: int, counts: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{counts}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def entry(text: str, n: int = 0, number: int = 90) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def test_styles_tell_headings_and_lists(saved: Callable[[Document], Reading]) -> None:
    document = docx.Document()
    document.add_heading("The plan", 0)
    document.add_heading("Aims", 1)
    document.add_heading("Safer streets", 2)
    document.add_paragraph("Some words.")
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("").add_run("Bold words").bold = True
    assert blocks(saved(document)) == [
        ("heading 1", "The plan"),
        ("heading 1", "Aims"),
        ("heading 2", "Safer streets"),
        ("paragraph", "Some words."),
        ("list_item", "First"),
        ("paragraph", "Bold words"),
    ]


def test_bold_titles_are_headings_where_no_style_is(saved: Callable[[Document], Reading]) -> None:
    document = docx.Document()
    for text, size in (("The plan", 18), ("Aims", 14), ("Who leads", 14)):
        run = document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(size)
        document.add_paragraph("Words that go on for a sentence.")
    document.add_paragraph().add_run("A bold sentence ends with a full stop.").bold = True
    assert [b for b in blocks(saved(document)) if b[0] != "paragraph"] == [
        ("heading 1", "The plan"),
        ("heading 2", "Aims"),
        ("heading 2", "Who leads"),
    ]


def test_bold_titles_head_the_text_where_few_headings_have_a_style(
    saved: Callable[[Document], Reading],
) -> None:
    document = docx.Document()
    document.add_heading("Harbour Board", 1)
    for title in ("43. Apologies", "44. The pier", "45. The tug"):
        document.add_paragraph().add_run(title).bold = True
        document.add_paragraph("What the members said of it, and what they asked for.")
    assert [b for b in blocks(saved(document)) if b[0] != "paragraph"] == [
        ("heading 1", "Harbour Board"),
        ("heading 2", "43. Apologies"),
        ("heading 2", "44. The pier"),
        ("heading 2", "45. The tug"),
    ]


def test_bold_words_are_no_headings_where_styles_mark_as_many(
    saved: Callable[[Document], Reading],
) -> None:
    document = docx.Document()
    document.add_heading("Harbour Board", 1)
    document.add_paragraph().add_run("Mind the step").bold = True
    document.add_paragraph("What the members said of it, and what they asked for.")
    found = [b for b in blocks(saved(document)) if b[0] != "paragraph"]
    assert found == [("heading 1", "Harbour Board")]


def test_outline_levels_count_as_headings(body: Callable[..., Reading]) -> None:
    reading = body(
        '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Detail</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>'
    )
    assert blocks(reading) == [("heading 3", "Detail"), ("paragraph", "Words")]


def test_numbers_are_those_that_word_prints(body: Callable[..., Reading]) -> None:
    levels = (
        level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")
    )
    reading = body(
        entry("Aim")
        + entry("Deliverable", 1)
        + entry("Step", 2)
        + entry("Step", 2)
        + entry("Deliverable", 1)
        + entry("Step", 2)
        + "<w:p><w:r><w:t>Between</w:t></w:r></w:p>"
        + entry("Aim")
        + entry("Deliverable", 1),
        lambda document: numbered(document, levels),
    )
    assert texts(reading) == [
        "1 Aim", "1.1 Deliverable", "(a) Step", "(b) Step", "1.2 Deliverable", "(a) Step",
        "Between", "2 Aim", "2.1 Deliverable",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("levels", "overrides", "expected"),
    [
        (level(0, "upperLetter", "%1)", 3), "", ["C) x", "D) x"]),
        (level(0, "upperRoman", "Part %1"), "", ["Part I x", "Part II x"]),
        (level(0, "decimalZero", "PCP-%1"), "", ["PCP-01 x", "PCP-02 x"]),
        (level(0, "bullet", "•"), "", ["x", "x"]),
        (level(0, "none", ""), "", ["x", "x"]),
        (
            level(0, "decimal", "%1."),
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>',
            ["7. x", "8. x"],
        ),
    ],
)
def test_labels_follow_their_format(
    body: Callable[..., Reading], levels: str, overrides: str, expected: list[str]
) -> None:
    reading = body(
        entry("x") + entry("x"), lambda document: numbered(document, levels, 90, overrides)
    )
    assert blocks(reading) == [("list_item", text) for text in expected]


def test_an_empty_numbered_cell_is_an_identifier(body: Callable[..., Reading]) -> None:
    row = f"<w:tr><w:tc>{entry('')}</w:tc><w:tc><w:p><w:r><w:t>Act</w:t></w:r></w:p></w:tc></w:tr>"
    reading = body(
        f"<w:tbl>{row}{row}</w:tbl>",
        lambda document: numbered(document, level(0, "decimal", "R%1")),
    )
    assert rows(grids(reading)[0]) == [["R1", "Act"], ["R2", "Act"]]


def test_merged_cells_and_header_rows(saved: Callable[[Document], Reading]) -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    for index, row in enumerate(table.rows):
        for at, cell in enumerate(row.cells):
            cell.text = f"{index}{at}"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "across"
    table.cell(1, 0).merge(table.cell(3, 0)).text = "down"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:tblHeader {NAMES}/>"))
    reading = saved(document)
    (grid,) = grids(reading)
    assert [[(c.text, c.column, c.span) for c in row] for row in grid.rows] == [
        [("00", 0, 1), ("across", 1, 2)],
        [("down", 0, 1), ("11", 1, 1), ("12", 2, 1)],
        [("down", 0, 1), ("21", 1, 1), ("22", 2, 1)],
        [("down", 0, 1), ("31", 1, 1), ("32", 2, 1)],
    ]
    assert (grid.columns, grid.bold_rows) == (3, (0,))
    assert grid.down == ((2, 0), (3, 0))
    assert "down\t11\t12\n21\t22\n31\t32" in reading.pages[0].text


def test_tables_stand_in_order_and_hold_tables_and_lines(
    saved: Callable[[Document], Reading],
) -> None:
    document = docx.Document()
    document.add_paragraph("Before")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Two\nlines"
    inner = cells[1].add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "ner"
    document.add_paragraph("After")
    frame = document.add_table(rows=1, cols=1)
    frame.cell(0, 0).text = "In a frame"
    reading = saved(document)
    assert reading.pages[0].text == "Before\nTwo lines\tin ner\nAfter\nIn a frame"
    assert rows(grids(reading)[0]) == [["Two\nlines", "in ner"]]
    assert texts(reading) == ["Before", "After", "In a frame"]


def test_tracked_changes_are_read_as_accepted(body: Callable[..., Reading]) -> None:
    reading = body(
        "<w:p><w:r><w:t>By </w:t></w:r><w:del w:id='1' w:author='x'><w:r><w:delText>May</w:delText>"
        "</w:r></w:del><w:ins w:id='2' w:author='x'><w:r><w:t>June</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del w:id='3' w:author='x'/></w:trPr><w:tc><w:p><w:r>"
        "<w:t>gone</w:t>"
        "</w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>"
        "</w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert reading.pages[0].text == "By June\na\tb"
    assert "read as accepted" in reading.warnings[0]


def test_a_text_box_is_read_once_after_its_paragraph(body: Callable[..., Reading]) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
    reading = body(
        "<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(reading) == ["Beside", "In the box"]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>view</w:t></w:r>", "review"),
        ("<w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r>", "long-term"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
        ("<w:hyperlink w:anchor='x'><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>x</w:t></w:r>", "x"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r><w:r><w:t>x</w:t></w:r>", "✓x"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF _x</w:instrText>"
            "<w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            "<w:r><w:t>2.6c</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "2.6c",
        ),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Amber</w:t></w:r></w:sdtContent></w:sdt>",
            "Amber",
        ),
        (
            "<w:r><w:t>x</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>"
            "<w:rPr><w:rStyle w:val='PlaceholderText'/></w:rPr><w:t>Choose</w:t></w:r>"
            "</w:sdtContent></w:sdt>",
            "x",
        ),
        (
            "<w:r><w:t>RAG: </w:t><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList>"
            "<w:result w:val='1'/><w:listEntry w:val='Red'/><w:listEntry w:val='Green'/></w:ddList>"
            "</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "RAG: Green",
        ),
    ],
)
def test_runs_are_read_as_they_are_printed(
    body: Callable[..., Reading], run: str, expected: str
) -> None:
    assert texts(body(f"<w:p>{run}</w:p>")) == [expected]


def test_struck_words_are_on_the_page_but_in_no_value(body: Callable[..., Reading]) -> None:
    reading = body(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:rPr>"
        "<w:strike/></w:rPr><w:t>May</w:t></w:r><w:r><w:t xml:space='preserve'> June</w:t></w:r>"
        "</w:p></w:tc></w:tr></w:tbl>"
    )
    assert rows(grids(reading)[0]) == [["A1", "June"]]
    assert reading.pages[0].text == "A1\tJune\n[May]"
    assert unfound(reading) == []


def test_properties_and_running_heads_are_metadata(saved: Callable[[Document], Reading]) -> None:
    document = docx.Document()
    document.core_properties.title = "Delivery plan"
    document.core_properties.author = "Northmoor Council"
    document.core_properties.created = datetime(2024, 4, 22)
    document.sections[0].header.paragraphs[0].text = "Position as at 31 March 2024"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("Words")
    reading = saved(document)
    assert reading.metadata == {
        "title": "Delivery plan",
        "author": "Northmoor Council",
        "creationdate": "D:20240422",
        "header": "Position as at 31 March 2024",
        "footer": "Page 1",
    }
    assert reading.pages[0].text == "Words"


def rewritten(document: Document, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Save a file with its parts changed."""
    out, plain = BytesIO(), BytesIO()
    document.save(plain)
    with zipfile.ZipFile(plain) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def words() -> Document:
    document = docx.Document()
    document.add_heading("Aims", 1)
    document.add_paragraph("Seven agencies")
    return document


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    def note(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"]
        mark = b'</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        parts["word/document.xml"] = body.replace(b"agencies</w:t></w:r></w:p>", b"agencies" + mark)
        parts["word/footnotes.xml"] = (
            f'<w:footnotes {NAMES}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/>'
            "<w:t>All of them.</w:t></w:r></w:p></w:footnote></w:footnotes>"
        ).encode()
        relations = parts["word/_rels/document.xml.rels"]
        parts["word/_rels/document.xml.rels"] = relations.replace(
            b"</Relationships>",
            b'<Relationship Id="n1" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/relationships/footnotes"/></Relationships>',
        )

    path = tmp_path / "noted.docx"
    path.write_bytes(rewritten(words(), note))
    assert blocks(read_docx(path))[1:] == [
        ("paragraph", "Seven agencies"),
        ("footnote", "1 All of them."),
    ]


def test_the_strict_form_of_the_format_is_read(tmp_path: Path) -> None:
    def strict(parts: dict[str, bytes]) -> None:
        for name, data in parts.items():
            parts[name] = data.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
                b"http://purl.oclc.org/ooxml/wordprocessingml/",
            )

    path = tmp_path / "strict.docx"
    path.write_bytes(rewritten(words(), strict))
    assert blocks(read_docx(path)) == [("heading 1", "Aims"), ("paragraph", "Seven agencies")]


def test_what_a_file_refers_to_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("swordfish")

    def entity(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"].split(b"?>", 1)[1]
        doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        parts["word/document.xml"] = doctype.encode() + body.replace(b"Seven", b"Seven &e;")

    path = tmp_path / "entity.docx"
    path.write_bytes(rewritten(words(), entity))
    assert read_docx(path).pages[0].text == "Aims\nSeven"


def cut(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:900]


def gone(parts: dict[str, bytes]) -> None:
    del parts["word/document.xml"]


def other(parts: dict[str, bytes]) -> None:
    parts["[Content_Types].xml"] = b"<Types/>"
    gone(parts)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE + b"WordDocument", "before 2007"),
        (b"PK\x03\x04 and no more", "not a whole ZIP archive"),
        (b"", "not a whole ZIP archive"),
        (rewritten(words(), cut), "cannot be read"),
        (rewritten(words(), gone), "part with the words is missing"),
        (rewritten(words(), other), "no Word document"),
        (rewritten(docx.Document(), lambda parts: None), "holds no text"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    data: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=f"^plan.docx: .*{message}.*; "):
        read_docx(path)


def test_a_file_damaged_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    whole = rewritten(words(), lambda parts: None)
    path = tmp_path / "plan.docx"
    refused = 0
    for at in range(0, len(whole), max(len(whole) // 150, 1)):
        path.write_bytes(
            whole[:at] + bytes(byte ^ 0x5A for byte in whole[at : at + 9]) + whole[at + 9 :]
        )
        try:
            assert read_docx(path).pages[0].text
        except UnreadableFile:
            refused += 1
    assert refused
