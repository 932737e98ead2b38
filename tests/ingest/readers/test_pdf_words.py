"""Words of PDF pages whose pieces are set in several sizes or fonts."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.readers.pdf.words import with_endings


def piece(text: str, x0: float, *, size: float = 12.0, bold: bool = False) -> dict[str, Any]:
    """A piece as pdfplumber gives it, six points wide for each letter, on one baseline."""
    font = "Serif-Bold" if bold else "Serif"
    x1 = x0 + 6.0 * len(text)
    return {
        "text": text, "x0": x0, "x1": x1, "top": 100 - size, "bottom": 100.0,
        "size": size, "fontname": font,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ([piece("H", 0), piece("ARBOUR", 6, size=9)], ["HARBOUR"]),
        ([piece("closed", 0, bold=True), piece(".", 36)], ["closed."]),
        ([piece("(", 0), piece("late", 6, bold=True), piece(")", 30)], ["(late)"]),
        ([piece("H", 0), piece("ARBOUR", 12, size=9)], ["H", "ARBOUR"]),
        ([piece("plan", 0), piece("3", 24, size=7)], ["plan", "3"]),
        ([piece("1.1", 0), piece("NEW", 18, size=9)], ["1.1", "NEW"]),
        ([piece("Lead", 0, bold=True), piece("Reed", 24)], ["Lead", "Reed"]),
    ],
    ids=["small capitals", "stop", "brackets", "a gap", "note", "chip", "two words"],
)
def test_pieces_that_touch_are_one_word_only_as_its_parts(
    pieces: list[dict[str, Any]], words: list[str]
) -> None:
    assert [w.text for w in with_endings(pieces)] == words
