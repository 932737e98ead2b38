"""Questions about registers in many layouts: by status, by date, over editions, of what is blank.

Asked with the quick models, so that what the register holds is what counts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Turn
from evals.judge import judge
from evals.types import ReferenceQuestion, Verdict
from tests.layouts import LAYOUTS, Question

from .conftest import opened

#: The types that are answered from the register, and how many of each hundred must be right.
BARS = {
    "owner": 100, "date": 80, "status": 90, "blank": 90, "no_such_item": 100, "ambiguous": 100,
    "list_by_value": 90, "overdue": 100, "reverse": 100, "count": 85, "timeline": 80,
}  # fmt: skip


@pytest.fixture(scope="module")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("layouts")
    corpus: Path = folder / "corpus"
    corpus.mkdir()
    for layout in LAYOUTS:
        layout.write(corpus)
    return opened(corpus, folder / "index")


def verdict(assistant: Assistant, asked: Question) -> Verdict:
    names = {d.info.name.rsplit(".", 1)[0]: d.info.name for d in assistant.library.documents}
    history = [Turn("user" if r == "user" else "assistant", said) for r, said in asked.history]
    documents = [names[stem] for stem in asked.doc]
    answer = assistant.ask(asked.question, history, documents)
    reference = ReferenceQuestion(
        id=asked.id,
        question=asked.question,
        type=asked.type,
        must_include=asked.must_include,
        must_not_include=asked.must_not_include,
        members=asked.set_answer or None,
        count=asked.count,
        expected=asked.expected,
    )
    return judge(reference, answer)


@pytest.mark.parametrize("kind", BARS)
def test_the_register_answers(layouts: Assistant, kind: str) -> None:
    own = [q for layout in LAYOUTS for q in layout.questions if q.type == kind]
    found = {q.question: verdict(layouts, q) for q in own}
    wrong = {
        question: v.reasons
        for question, v in found.items()
        if not v.correct or v.list_exact is False or v.count_exact is False
    }
    right = len(own) - len(wrong)
    assert 100 * right >= BARS[kind] * len(own), wrong
