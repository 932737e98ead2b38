"""The terminal command: what it prints where, its exit codes, and its page of documentation."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from assistant.types import Answer, Status
from ingest import errors
from ingest.settings import Settings
from ingest.types import FileResult, IngestReport
from tests.conftest import ROOT
from tests.ui.samples import LIST, LOOK_UP, PLAN, QUOTE
from ui import exits, serve
from ui.batch import Polite
from ui.choosing import UnknownDocument, choose_documents
from ui.cli import app
from ui.ingested import summary, tell_ingested
from ui.plain import harmless, plain_answer
from ui.standing import standing
from ui.theme import THEME

DOCUMENTED = (ROOT / "docs" / "terminal.md").read_text("utf-8")
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def verse(
    *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does."""
    return subprocess.run(
        [sys.executable, "-c", "from ui.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"### `verse {name}" in DOCUMENTED
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            assert not option.startswith("-") or f"`{option}" in DOCUMENTED or option == "--help"


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"### `verse (\w+)", DOCUMENTED)) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_shows_an_example_and_each_option_its_help(name: str) -> None:
    assert "Examples:" in COMMANDS[name].epilog
    assert f"verse {name}" in COMMANDS[name].epilog
    assert all(getattr(p, "help", None) for p in COMMANDS[name].params)


def test_help_starts_without_the_heavy_parts() -> None:
    heavy = ("torch", "streamlit", "chromadb", "llama_index", "evals", "numpy", "rich")
    code = (
        "import sys, ui.cli\n"
        "try: ui.cli.app(['ask', '--help'])\n"
        f"except SystemExit: print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("?!;", "no words"),
        ("x" * 10_000, "too long"),
        ("\x1b\x07", "empty"),
    ],
)
def test_what_is_no_question_is_told_in_one_line(typed: str, said: str) -> None:
    done = verse("ask", typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("verse: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["ask", "who owns 2.6c"], ["status"], ["ask", "--json", "who owns 2.6c"]]
)
def test_nothing_ingested_is_told_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    done = verse(*arguments, "--index", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (3, "")
    assert re.fullmatch(r"verse: .*verse ingest.*\n", done.stderr)


def test_a_file_of_questions_that_is_missing_is_told_in_one_line(tmp_path: Path) -> None:
    done = verse("eval", str(tmp_path / "none.jsonl"))
    assert done.returncode == 2
    assert re.fullmatch(r"verse: .*none\.jsonl.*\n", done.stderr)


def test_a_wrong_option_is_a_usage_error() -> None:
    done = verse("ask", "--colour", "who owns 2.6c")
    assert done.returncode == 2
    assert "--colour" in done.stderr


def test_a_port_in_use_is_told_in_one_line() -> None:
    with socket.socket() as taken:
        taken.bind((serve.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = verse("chat", "--port", str(port))
    assert done.returncode == 2
    assert (
        done.stderr == f"verse: Port {port} is in use. Try another: verse chat --port {port + 1}\n"
    )


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("answered", 0),
        ("corrected", 0),
        ("ambiguous", 0),
        ("blank", 0),
        ("not_found", 1),
        ("no_such_item", 1),
    ],
)
def test_the_code_of_each_kind_of_answer(status: Status, code: int) -> None:
    assert exits.code_of_status(status) == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.IndexMissing, 3),
        (errors.IndexOutdated, 3),
        (errors.IndexBusy, 3),
        (errors.CorpusError, 3),
        (errors.CatalogError, 2),
        (errors.QuestionsError, 2),
        (errors.PortTaken, 2),
        (errors.UnreadableFile, 4),
    ],
)
def test_the_code_and_line_of_each_error(
    error: type[errors.VerseError], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exits.tell(error("what happened;\n  what to do")) == code
    assert capsys.readouterr().err == "verse: what happened; what to do\n"


def test_a_folder_that_cannot_be_used_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    error = NotADirectoryError(20, "Not a directory", str(tmp_path / "file"))
    assert exits.tell_file(error) == 2


def test_an_answer_as_text_has_its_citations_numbered() -> None:
    said = plain_answer(LOOK_UP)
    assert said.splitlines()[:2] == [
        "(understood as: who owns item 4.2a)",
        "4.2a is owned by the Harbour Master. [1]",
    ]
    assert "[1] Harbour Plan <2031>, Plan, 4.2, page 2 (as at March 2031)" in said
    assert f"“{QUOTE}”" in said
    assert said.endswith("You could ask:\n  who owns 4.2b")


def test_a_document_cannot_steer_the_terminal() -> None:
    assert harmless("a\x1b[31mb\x9b2Jc\rd\te\nf") == "a[31mb2Jcde\nf"


def test_ingesting_says_what_became_of_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    report = IngestReport(
        (
            FileResult("a.pdf", "added", 10, 5, 40, warnings=("page 3 is a picture",)),
            FileResult("b.pdf", "failed", message="it is encrypted; save it without a password"),
        )
    )
    assert tell_ingested(report) == 4
    told = capsys.readouterr()
    assert told.out == "2 files: 1 added, 1 failed. Read 10 pages, 5 items, 40 passages.\n"
    assert "note: page 3 is a picture" in told.err
    assert "failed: b.pdf: it is encrypted" in told.err
    assert tell_ingested(IngestReport(report.results[:1])) == 0
    assert summary(IngestReport(())) == "0 files: nothing to do."


def test_a_document_is_meant_by_its_name_with_or_without_ending() -> None:
    names = ["plan.pdf", "minutes.docx"]
    assert choose_documents(["Plan", "corpus/minutes.docx", "plan.pdf"], names) == tuple(names)
    with pytest.raises(UnknownDocument, match=r"plan\.pdf"):
        choose_documents(["plans"], names)


class Deaf:
    """Fails when it is asked: what is no question must not get so far."""

    def ask(self, *arguments: object) -> Answer:
        raise AssertionError(arguments)


@pytest.mark.parametrize("question", ["", "?!", "x" * 10_000])
def test_a_line_that_is_no_question_still_has_its_answer(question: str) -> None:
    answer = Polite(Deaf()).ask(question)
    assert (answer.status, answer.question, answer.citations) == ("not_found", question, ())
    assert answer.text


def test_status_names_what_has_changed(tmp_path: Path) -> None:
    lines = list(standing(Settings(corpus=tmp_path), (PLAN,), "g7"))
    assert lines[0].endswith("(generation g7)")
    assert "2 pages, 1 item, 0 passages, as at March 2031; no longer in the folder" in lines[3]
    assert "verse ingest" in lines[-1]
    (tmp_path / "plan.pdf").write_bytes(b"other")
    assert "changed since" in list(standing(Settings(corpus=tmp_path), (PLAN,), "g7"))[3]


def test_the_page_has_the_same_settings_with_and_without_the_command() -> None:
    found = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert flat(found) == {**serve.OPTIONS, **THEME}


def flat(tree: dict[str, Any], before: str = "") -> dict[str, str]:
    """Give a tree of settings as `a.b.c` names; truth values as Streamlit writes them."""
    found: dict[str, str] = {}
    for name, value in tree.items():
        if isinstance(value, dict):
            found |= flat(value, f"{before}{name}.")
        else:
            found[before + name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found


def test_nothing_on_the_way_undoes_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    command = serve.command(8600)
    assert {"--browser.gatherUsageStats=false", "--server.address=127.0.0.1"} <= set(command)
    given = serve.surroundings(Settings(corpus=Path("a"), index=Path("b"), access=("all", "x")))
    assert Path(given["VERSE_CORPUS"]).is_absolute()
    assert given["VERSE_ACCESS"] == "all,x"
    assert given["PYTHONPATH"].split(":") == [str(ROOT), "elsewhere"]


def test_a_list_is_told_as_text() -> None:
    assert plain_answer(LIST).startswith("2 items in 1 document. [1]\n\n[1] ")


@pytest.mark.slow
def test_the_command_answers_with_json_alone_on_stdout(environment: dict[str, str]) -> None:
    done = verse("ask", "--json", "who owns deliverable 2.6c", environment=environment)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["status"]) == (0, "answered")
    assert "Force Criminal Justice Unit Lead" in answer["text"]
    assert "Project ADDER coordinator" in answer["text"]
    assert answer["citations"][0]["page"] == 17


@pytest.mark.slow
def test_a_file_of_questions_is_answered_in_order(
    environment: dict[str, str], tmp_path: Path
) -> None:
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    asked = [{"id": "b", "question": "who owns deliverable 2.6c"}, {"id": "a", "question": "?"}]
    questions.write_text("\n".join(json.dumps(line) for line in asked), "utf-8")
    done = verse("answer", str(questions), "--out", str(answers), environment=environment)
    assert (done.returncode, done.stdout) == (0, "")
    found = [json.loads(line) for line in answers.read_text("utf-8").splitlines()]
    assert [(a["id"], a["status"]) for a in found] == [("b", "answered"), ("a", "not_found")]
