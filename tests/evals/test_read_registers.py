"""Registers in many layouts are read as exactly as when they were last measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.read_registers import Truth, score, scores, sets
from ingest.pipeline import read_document

#: Of each set: the values that are exact, and how many documents are read without a fault.
MEASURED = {
    "first": (0.91, 13),
    "second": (0.87, 8),
    "third": (0.77, 7),
    "fourth": (0.88, 8),
}

PLAN = """# Harbour plan

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 1.1 | Mend the lamps of the quay | Asa Reed | 3 May 2026 | On track |
| 1.2 | Mend the bell of the pier | Bo Field | June 2026 | Late |
"""


def test_every_set_has_its_measure() -> None:
    assert sets() == sorted(MEASURED)


@pytest.mark.parametrize("name", sorted(MEASURED))
def test_a_set_is_read_as_exactly_as_measured(name: str) -> None:
    share, faultless = MEASURED[name]
    own = scores(name)
    assert sum(s.exact for s in own) >= share * sum(s.values for s in own)
    assert sum(s.share == 1 for s in own) >= faultless


def test_a_score_counts_what_is_there_and_what_is_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    document = read_document(path)
    first = Truth(
        "plan.md", "1.1", "Mend the lamps of the quay", "Asa Reed", "3 May 2026", "On track"
    )
    found = score(
        document, [first, replace(first, identifier="1.2"), replace(first, identifier="7")]
    )
    assert (found.entries, found.found, found.values, found.exact) == (3, 2, 12, 4)
    assert found.missed[:4] == ("1.2: text", "1.2: owner", "1.2: date", "1.2: status")
