"""`verse register` and `verse inspect`."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.settings import Settings
from tests.ui.samples import DOCUMENTS, PLAN
from ui.inspecting import summary, tell_reading
from ui.register_told import as_json, lines, tell_register
from ui.register_view import entries

ACTION = entries(DOCUMENTS)[0]


def test_an_entry_is_told_with_its_fields_and_page() -> None:
    assert list(lines(ACTION)) == [
        "4.2a Repair the sea wall before the winter storms",
        "    Owner: Harbour Master",
        "    Page: 17",
        "    Harbour Plan <2031>, page 2",
    ]


def test_an_entry_as_json_says_where_it_stands() -> None:
    found = as_json(ACTION)
    assert (found["id"], found["page"], found["kind"]) == ("4.2a", 2, "Action")
    assert found["fields"] == {"Owner": "Harbour Master", "Page": "17"}
    assert found["group"] == {"id": "4.2", "text": "Keep the harbour safe"}


def test_a_reading_says_how_much_there_is_and_what_is_wrong() -> None:
    plain = list(summary(PLAN))
    assert plain[0] == "Harbour Plan <2031>"
    assert "  2 pages, 0 blocks, 2 items, 0 passages" in plain
    assert "  items: 1 Action, 1 acronym" in plain
    assert plain[-1] == "  no warnings"
    warned = dataclasses.replace(PLAN, warnings=("page 2 is a picture",))
    assert list(summary(warned))[-1] == "  warning: page 2 is a picture"


def test_a_file_is_shown_as_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Purpose\n\nThe wall keeps the harbour safe in winter.\n", "utf-8")
    tell_reading(Settings(corpus=tmp_path), file, whole=True)
    told = capsys.readouterr().out
    assert "1 page, " in told
    assert "The wall keeps the harbour safe in winter." in told
    with pytest.raises(UnreadableFile):
        tell_reading(Settings(corpus=tmp_path), tmp_path / "none.txt", whole=False)


@pytest.mark.slow
def test_the_register_is_told_in_three_forms(
    real: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = (real, ["south-wales-substance-misuse-strategy-2022-2025"], "project adder", "")
    assert tell_register(*asked, "json") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "2.6c" in [entry["id"] for entry in found]
    assert tell_register(*asked, "csv") == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert len(rows) == len(found) + 1
    assert tell_register(*asked, "text") == 0
    assert "2.6c " in capsys.readouterr().out
    assert tell_register(real, [], "nobody of that name", "", "text") == 1
    assert tell_register(real, ["no such file"], "", "", "text") == 2
