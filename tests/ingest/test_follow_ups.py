"""Words below the entries of running text belong to the entry above them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.pipeline import read_document
from ingest.types import Passage

TOLD = (
    "Milestone 1.1. By May 2024, light the quay.\n\nThis has been done.\n\n"
    "Milestone 1.2. By June 2024, dredge the channel.\n\nThe dredger broke. It is late.\n\n"
    "Milestone 1.3. By July 2024, keep a pilot.\n\nA pilot was found.\n\n"
    "Milestone 1.4. By July 2024, paint the rail.\n\nNobody has begun.\n\nThe harbour is old.\n"
)


def passages(folder: Path, text: str) -> Sequence[Passage]:
    path = folder / "a.md"
    path.write_text(f"# Progress\n\n## Milestones\n\n{text}", encoding="utf-8")
    return read_document(path).passages


def sections(found: Sequence[Passage]) -> dict[str, str]:
    return {p.text: p.section[-1] for p in found if p.kind == "prose"}


def test_words_below_an_entry_stand_under_it(tmp_path: Path) -> None:
    told = sections(passages(tmp_path, TOLD))
    assert told["This has been done."] == "Milestone 1.1: By May 2024, light the quay."
    assert told["The dredger broke. It is late."].startswith("Milestone 1.2: ")
    assert told["Nobody has begun."].startswith("Milestone 1.4: ")
    assert told["The harbour is old."] == "Milestones"  # no other entry has two paragraphs


def test_a_list_followed_by_prose_is_left_alone(tmp_path: Path) -> None:
    bare = TOLD.replace("This has been done.\n\n", "").replace("A pilot was found.\n\n", "")
    assert set(sections(passages(tmp_path, bare)).values()) == {"Milestones"}
