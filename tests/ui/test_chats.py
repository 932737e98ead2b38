"""The kept chats, and the thread that answers."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest

from assistant.types import Answer, Turn
from ingest.errors import IndexMissing
from ingest.settings import Settings
from tests.ui.samples import LIST, LOOK_UP
from ui.chats import FORMAT, Chats
from ui.stored import answer_from_text, answer_to_text
from ui.worker import Worker


class Prepared:
    """Gives one answer, or raises one error, when it is let."""

    def __init__(self, answer: Answer | Exception) -> None:
        self.answer = answer
        self.asked: list[tuple[str, tuple[Turn, ...], tuple[str, ...]]] = []
        self.let = threading.Event()
        self.let.set()

    def ask(
        self, question: str, history: Sequence[Turn] = (), documents: Collection[str] = ()
    ) -> Answer:
        """Wait until it is let, then answer."""
        assert self.let.wait(10)
        self.asked.append((question, tuple(history), tuple(documents)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def chats(tmp_path: Path) -> Chats:
    return Chats.open(Settings(index=tmp_path / "index"))


@pytest.mark.parametrize("answer", [LOOK_UP, LIST], ids=["look-up", "list"])
def test_an_answer_is_kept_whole(answer: Answer) -> None:
    assert answer_from_text(answer_to_text(answer)) == answer


def test_chats_lie_beside_the_index(chats: Chats, tmp_path: Path) -> None:
    assert chats.at == tmp_path / ".chats" / "chats.sqlite"


def test_an_exchange_waits_until_it_is_finished(chats: Chats) -> None:
    chat = chats.begin()
    number = chats.ask(chat, "who owns 4.2a", ("plan.pdf",))
    waiting = chats.exchange(number)
    assert (waiting.state, waiting.answer, waiting.documents) == ("waiting", None, ("plan.pdf",))
    chats.finish(number, LOOK_UP)
    again = Chats.open(Settings(index=chats.at.parent.parent / "index"))
    assert again.exchanges(chat)[0].answer == LOOK_UP
    assert again.exists(chat)
    assert not again.exists("another")


def test_history_is_what_was_answered_before_in_the_same_chat(chats: Chats) -> None:
    chat, other = chats.begin(), chats.begin()
    first = chats.ask(chat, "who owns 4.2a", ())
    chats.finish(chats.ask(other, "else", ()), LIST)
    chats.fail(chats.ask(chat, "failed", ()), "why")
    now = chats.ask(chat, "and 4.2b?", ())
    chats.finish(first, LOOK_UP)
    assert chats.history(chats.exchange(now)) == (
        Turn("user", "who owns 4.2a"),
        Turn("assistant", LOOK_UP.text),
    )


def test_chats_of_another_format_are_set_aside(chats: Chats) -> None:
    with sqlite3.connect(chats.at) as base:
        base.execute(f"PRAGMA user_version = {FORMAT + 1}")
    base.close()
    fresh = Chats.open(Settings(index=chats.at.parent.parent / "index"))
    assert fresh.exchanges(fresh.begin()) == ()
    assert chats.at.with_name(f"chats-format-{FORMAT + 1}.sqlite").exists()


def test_the_worker_answers_with_what_was_said_before(chats: Chats) -> None:
    chat = chats.begin()
    chats.finish(chats.ask(chat, "who owns 4.2a", ()), LOOK_UP)
    number = chats.ask(chat, "list 4.2", ("plan.pdf",))
    prepared, worker = Prepared(LIST), Worker(chats)
    worker.hand_in(number, prepared)
    assert worker.wait(number, 10)
    assert chats.exchange(number).answer == LIST
    question, history, documents = prepared.asked[0]
    assert (question, len(history), documents) == ("list 4.2", 2, ("plan.pdf",))


def test_an_exchange_handed_in_twice_is_answered_once(chats: Chats) -> None:
    number = chats.ask(chats.begin(), "who owns 4.2a", ())
    prepared, worker = Prepared(LOOK_UP), Worker(chats)
    prepared.let.clear()
    worker.hand_in(number, prepared)
    worker.hand_in(number, prepared)
    assert not worker.wait(number, 0.05)
    prepared.let.set()
    assert worker.wait(number, 10)
    worker.hand_in(number, prepared)
    assert worker.wait(number, 10)
    assert len(prepared.asked) == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [(IndexMissing("run:\n verse ingest"), "run: verse ingest"), (KeyError(), "")],
)
def test_what_goes_wrong_is_kept_in_one_line_and_the_next_is_answered(
    chats: Chats, error: Exception, told: str
) -> None:
    chat = chats.begin()
    first, second = chats.ask(chat, "one", ()), chats.ask(chat, "two", ())
    worker = Worker(chats)
    worker.hand_in(first, Prepared(error))
    worker.hand_in(second, Prepared(LOOK_UP))
    assert worker.wait(second, 10)
    failed = chats.exchange(first)
    assert (failed.state, failed.failure) == ("failed", told)
    assert chats.exchange(second).answer == LOOK_UP


def test_warming_asks_before_anybody_does_and_may_fail(chats: Chats) -> None:
    number = chats.ask(chats.begin(), "who owns 4.2a", ())
    broken, prepared, worker = Prepared(KeyError()), Prepared(LOOK_UP), Worker(chats)
    worker.warm(broken, "Harbour Plan")
    worker.hand_in(number, prepared)
    assert worker.wait(number, 10)
    assert [asked[0] for asked in broken.asked] == ["Harbour Plan"]
    assert chats.exchange(number).answer == LOOK_UP
