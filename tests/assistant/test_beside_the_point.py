"""Sentences that hold a question's words and say nothing on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

from .conftest import opened

PLAN = """# Harbour plan 2024

## Actions

| Action | What is to be done | Owner |
| --- | --- | --- |
| 1 | Light the long pier | Pier Manager |
| 2 | Mend the fog bell | Bell Team |
| 3 | Buy a tug that floats | Tug Team |

Asa Reed is responsible for light across the harbour. The LBH is responsible for the plan.

28 | © Lamp Board repair requests 2023 | PR2086
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over a plan of three actions with boards that are responsible for them."""
    folder = tmp_path_factory.mktemp("plan")
    (folder / "corpus").mkdir()
    Path(folder / "corpus" / "plan.md").write_text(PLAN, encoding="utf-8")
    return opened(folder / "corpus", folder / "index")


@pytest.mark.parametrize("action", ["Action 21", "Action 99"])
def test_who_answers_for_other_things_does_not_answer_for_an_entry_that_is_not_there(
    plan: Assistant, action: str
) -> None:
    answer = plan.ask(f"Who is responsible for {action} of the harbour plan?")
    assert answer.status == "no_such_item"
    assert "Reed" not in answer.text
    assert "LBH" not in answer.text


def test_a_line_of_copyright_answers_nothing(plan: Assistant) -> None:
    assert "PR2086" not in plan.ask("How many repair requests did the Lamp Board approve?").text
