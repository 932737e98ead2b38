"""What could not be told for certain is said; strange documents are read and nothing is made up."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from ingest.pipeline import read_document
from ingest.types import Document, Item

HEAD = "| Ref | Action | Owner | Status |\n|---|---|---|---|\n"


def of(folder: Path, text: str, name: str = "a.md") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def entries(document: Document) -> list[Item]:
    return [item for item in document.items if item.kind == "entry"]


def test_an_identifier_used_twice_is_told(tmp_path: Path) -> None:
    rows = "| 1 | Dredge | Pilot | Late |\n| 1 | Light | Clerk | Done |\n| 2 | Paint | Clerk | |\n"
    document = of(tmp_path, f"# Plan\n\n{HEAD}{rows}")
    assert "different entries have the same identifier: 1" in document.warnings
    assert len({item.key for item in entries(document)}) == 3
    once = of(tmp_path, f"# Plan\n\n{HEAD}{rows.replace('| 1 | L', '| 3 | L')}")
    assert once.warnings == ()


def test_another_language_is_told(tmp_path: Path) -> None:
    welsh = "Mae’r cynllun yn dweud beth a wnawn gyda’n partneriaid yn ystod y flwyddyn nesaf. "
    assert any("English" in w for w in of(tmp_path, f"# Cynllun\n\n{welsh * 20}").warnings)
    english = "The plan is what we do with our partners and for the people of the harbour. "
    assert of(tmp_path, f"# Plan\n\n{english * 20}").warnings == ()


def test_tables_within_tables_are_told(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("A plan for the harbour")
    table = made.add_table(rows=2, cols=2)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"Words {number}"
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "left", "right"
    made.save(str(tmp_path / "a.docx"))
    assert any("tables within tables" in w for w in read_document(tmp_path / "a.docx").warnings)


def test_what_is_recommended_in_sentences_is_listed(tmp_path: Path) -> None:
    said = "It is recommended that the quay is lit.\n\nIt is recommended that a pilot is kept.\n"
    document = of(tmp_path, f"# Review\n\n## Advice\n\nWe looked at it.\n\n{said}")
    assert [(i.label, i.text) for i in entries(document)] == [
        ("recommendation", "It is recommended that the quay is lit."),
        ("recommendation", "It is recommended that a pilot is kept."),
    ]
    alone = of(tmp_path, "# Review\n\nIt is recommended that the quay is lit. It was dark.\n")
    assert entries(alone) == []


def test_a_table_of_500_rows_is_read_whole(tmp_path: Path) -> None:
    rows = "".join(f"| {n} | Do thing {n} | Officer {n % 7} | Late |\n" for n in range(1, 501))
    found = entries(of(tmp_path, f"# Plan\n\n{HEAD}{rows}"))
    assert [item.identifier for item in found] == [str(n) for n in range(1, 501)]
    assert {f.name for item in found for f in item.fields} == {"Owner", "Status"}


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("<tr><td>1.1<td>Dredge<td>Pilot<tr><td>1.2<td>Light<td>Clerk", set()),
        (
            "<tr><th>Ref<th>Action<th>Owner<tr><th>Ref<th>Action<th>Owner"
            "<tr><td>1.1<td>Dredge<td>Pilot<tr><td>1.2<td>Light<td>",
            {"Owner"},
        ),
        ("<tr><td><td><td><tr><td><td><td>", set()),
        ("<tr><th>Ref<th>Action<th>Owner", set()),
    ],
)
def test_no_field_is_made_up(tmp_path: Path, table: str, names: set[str]) -> None:
    page = f"<h1>Plan</h1><p>Words.</p><script>var Owner = 'x';</script><table>{table}</table>"
    found = entries(of(tmp_path, page, "a.html"))
    values = {f.value for item in found for f in item.fields if f.value}
    assert values <= {"Pilot", "Clerk"}
    named = {f.name for item in found for f in item.fields}
    assert named <= (names or {"Column 3", "Owner"})
    assert not any("var Owner" in item.text for item in found)
