"""Tables as CSV files that a spreadsheet opens as text, never as formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from ui.strings import Language, say
from ui.view import Table


def table_csv(table: Table, language: Language) -> bytes:
    """Give an answer's table: item, text, fields, document, page, quote."""
    heads = (
        say(language, "column_id"),
        say(language, "column_text"),
        *table.fields,
        say(language, "column_document"),
        say(language, "column_page"),
        say(language, "column_quote"),
    )
    rows = (
        (
            row.id,
            row.text,
            *row.values,
            row.document,
            ", ".join(str(s.page) for s in row.sources if s.page),
            " | ".join(s.quote for s in row.sources),
        )
        for row in table.rows
    )
    return as_csv(heads, rows)


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Give a CSV file (UTF-8 with a byte order mark, as spreadsheets want it).

    A cell that a spreadsheet would run as a formula gets an apostrophe before it
    (OWASP, "CSV Injection").
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_inert(head) for head in heads])
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
