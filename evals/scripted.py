"""An assistant with prepared answers, for tests: small, deterministic, without an index."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Answer, Turn


class ScriptedAssistant:
    """Gives the prepared answer to a question, and `not_found` to any other.

    `asked` keeps what it was asked, with the history, in order.
    """

    def __init__(self, answers: Sequence[Answer] = ()) -> None:
        self._answers = {answer.question: answer for answer in answers}
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Give the answer prepared for exactly this question."""
        self.asked.append((question, tuple(history)))
        refusal = Answer(question, "not_found", "The documents do not say.")
        return self._answers.get(question, refusal)
