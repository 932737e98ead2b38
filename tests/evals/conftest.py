"""A small corpus, questions about it, and answers to them: two right, one wrong, one refusal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from assistant.types import Answer, AnswerItem, Citation
from evals.scripted import ScriptedAssistant

PLAN = (
    ("Harbour plan", "1.1 Keep the quay open", "a. Dredge the channel Harbour Master"),
    ("b. Light the pier at night Pier Warden", "Reviewed in May 2031."),
)
NOTE = "# Note\n\nThe ferry runs twice a day in winter.\n"

QUESTIONS = (
    {
        "id": "h-1",
        "question": "Who dredges?",
        "type": "owner",
        "doc": ["plan"],
        "answer": "The Harbour Master.",
        "must_include": [["Harbour Master"]],
        "evidence": ["a. Dredge the channel Harbour Master"],
    },
    {
        "id": "h-2",
        "question": "List the actions under 1.1",
        "type": "list",
        "doc": ["plan"],
        "answer": "1.1a and 1.1b.",
        "must_include": [["1.1a"], ["1.1b"]],
        "evidence": ["a. Dredge the channel", "b. Light the pier at night"],
        "set_answer": ["1.1a", "1.1b"],
    },
    {
        "id": "h-3",
        "question": "How often does it run?",
        "history": [{"role": "user", "content": "Is there a ferry?"}],
        "type": "number",
        "doc": ["note.md"],
        "answer": "Twice a day.",
        "must_include": [["twice a day"]],
        "evidence": ["The ferry runs twice a day in winter."],
    },
    {
        "id": "h-4",
        "question": "What does it cost?",
        "type": "unanswerable",
        "answer": "Not said.",
        "must_include": [["not "]],
    },
)


def cite(n: int, document: str, page: int, quote: str) -> Citation:
    return Citation(n, document, document, (), page, quote, "")


@pytest.fixture
def small_corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    canvas = Canvas(str(folder / "plan.pdf"), invariant=1)
    for lines in PLAN:
        for place, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * place, line)
        canvas.showPage()
    canvas.save()
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    (folder / "README.md").write_text("Where these come from.", encoding="utf-8")
    return folder


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.jsonl"
    path.write_text("\n".join(json.dumps(question) for question in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture
def scripted() -> ScriptedAssistant:
    row = cite(1, "plan.pdf", 1, "a. Dredge  the channel\nHarbour Master")
    items = (
        AnswerItem("1.1a", "Dredge the channel", (), "plan.pdf", (1,)),
        AnswerItem("1.1c", "Sweep 1.1b", (), "plan.pdf", ()),
    )
    return ScriptedAssistant(
        [
            Answer("Who dredges?", "answered", "The Harbour Master. [1]", citations=(row,)),
            Answer("List the actions under 1.1", "answered", "Two.", items, 2, (row,)),
            Answer(
                "How often does it run?",
                "answered",
                "Once a day. [1]",
                citations=(cite(1, "note.md", 0, "The ferry runs once a day"),),
            ),
        ]
    )
