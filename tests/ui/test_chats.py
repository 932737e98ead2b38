"""The kept chats, and the thread that answers."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.types import Answer, Turn
from ingest.errors import IndexMissing
from ingest.settings import Settings
from tests.ui.samples import LIST, LOOK_UP
from ui.chats import Chats, Exchange
from ui.chats_file import FORMAT
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
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Collection[str] = (),
        told: Callable[[Answer], None] | None = None,
    ) -> Answer:
        """Tell the answer's beginning, wait until it is let, then answer."""
        if told and isinstance(self.answer, Answer):
            told(replace(self.answer, text=self.answer.text[:9]))
        assert self.let.wait(10)
        self.asked.append((question, tuple(history), tuple(documents)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def chats(tmp_path: Path) -> Chats:
    return Chats.open(Settings(index=tmp_path / "index"))


def kept(chats: Chats, number: int) -> Exchange:
    found = chats.exchange(number)
    assert found is not None
    return found


@pytest.mark.parametrize("answer", [LOOK_UP, LIST], ids=["look-up", "list"])
def test_an_answer_is_kept_whole(answer: Answer) -> None:
    assert answer_from_text(answer_to_text(answer)) == answer


def test_chats_lie_beside_the_index(chats: Chats, tmp_path: Path) -> None:
    assert chats.at == tmp_path / ".chats" / "chats.sqlite"


def test_an_exchange_waits_until_it_is_finished(chats: Chats) -> None:
    chat = chats.begin()
    number = chats.ask(chat, "who owns 4.2a", ("plan.pdf",))
    waiting = kept(chats, number)
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
    assert chats.history(kept(chats, now)) == (
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
    assert kept(chats, number).answer == LIST
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
    failed = kept(chats, first)
    assert (failed.state, failed.failure) == ("failed", told)
    assert kept(chats, second).answer == LOOK_UP


def test_warming_keeps_no_question_waiting_and_may_fail(chats: Chats) -> None:
    number = chats.ask(chats.begin(), "who owns 4.2a", ())
    slow, prepared, worker = Prepared(KeyError()), Prepared(LOOK_UP), Worker(chats)
    slow.let.clear()
    worker.warm(slow, "Harbour Plan")
    worker.hand_in(number, prepared, "g7")
    assert worker.wait(number, 10)
    assert slow.asked == []
    slow.let.set()
    found = kept(chats, number)
    assert (found.answer, found.generation) == (LOOK_UP, "g7")


def test_what_is_written_so_far_can_be_seen_until_it_is_whole(chats: Chats) -> None:
    number = chats.ask(chats.begin(), "who owns 4.2a", ())
    prepared, worker = Prepared(LOOK_UP), Worker(chats)
    prepared.let.clear()
    worker.hand_in(number, prepared)
    assert not worker.wait(number, 0.2)
    so_far = worker.so_far(number)
    assert so_far is not None
    assert so_far.text == LOOK_UP.text[:9]
    prepared.let.set()
    assert worker.wait(number, 10)
    assert worker.so_far(number) is None


def test_what_is_stopped_is_not_kept_and_keeps_nothing_waiting(chats: Chats) -> None:
    chat = chats.begin()
    first, second = chats.ask(chat, "one", ()), chats.ask(chat, "two", ())
    slow, prepared, worker = Prepared(LIST), Prepared(LOOK_UP), Worker(chats)
    slow.let.clear()
    worker.hand_in(first, slow)
    worker.hand_in(second, prepared)
    assert not worker.wait(second, 0.05)
    worker.stop(first)
    assert worker.wait(second, 10)
    assert worker.wait(first, 0)
    chats.ask_again(first, "one, reworded")
    slow.let.set()
    worker.hand_in(first, prepared)
    assert worker.wait(first, 10)
    assert [kept(chats, n).answer for n in (first, second)] == [LOOK_UP, LOOK_UP]
    assert prepared.asked[-1][0] == "one, reworded"


def test_what_is_at_hand_waits_for_no_other_chat_but_for_its_own(chats: Chats) -> None:
    mine, other = chats.begin(), chats.begin()
    long, after = chats.ask(mine, "one", ()), chats.ask(mine, "and two?", ())
    short = chats.ask(other, "three", ())
    slow, prepared, worker = Prepared(LIST), Prepared(LOOK_UP), Worker(chats, threads=3)
    slow.let.clear()
    worker.hand_in(long, slow)
    worker.hand_in(after, prepared)
    worker.hand_in(short, prepared)
    assert worker.wait(short, 10)
    assert not worker.wait(after, 0.1)
    assert [asked[0] for asked in prepared.asked] == ["three"]
    slow.let.set()
    assert worker.wait(after, 10)
    asked, history = prepared.asked[-1][:2]
    assert asked == "and two?"
    assert [turn.content for turn in history] == ["one", LIST.text]


def test_what_is_stopped_before_its_turn_is_never_asked(chats: Chats) -> None:
    chat = chats.begin()
    first, second = chats.ask(chat, "one", ()), chats.ask(chat, "two", ())
    prepared, worker = Prepared(LOOK_UP), Worker(chats)
    prepared.let.clear()
    worker.hand_in(first, prepared)
    worker.hand_in(second, prepared)
    worker.stop(second)
    prepared.let.set()
    assert worker.wait(first, 10)
    assert kept(chats, second).state == "stopped"
    assert [asked[0] for asked in prepared.asked] == ["one"]


def test_an_answer_that_comes_late_changes_nothing(chats: Chats) -> None:
    number = chats.ask(chats.begin(), "one", ())
    chats.stop(number)
    chats.finish(number, LOOK_UP)
    assert (kept(chats, number).state, kept(chats, number).answer) == ("stopped", None)


def test_a_question_is_asked_again_as_it_was_or_reworded(chats: Chats) -> None:
    number = chats.ask(chats.begin(), "one", ("plan.pdf",))
    chats.finish(number, LOOK_UP, "g7")
    chats.ask_again(number)
    again = kept(chats, number)
    assert (again.state, again.question, again.answer) == ("waiting", "one", None)
    chats.ask_again(number, "two")
    assert kept(chats, number).question == "two"
    assert kept(chats, number).documents == ("plan.pdf",)


def test_chats_are_listed_named_searched_and_deleted(chats: Chats) -> None:
    first, second, empty = chats.begin(), chats.begin(), chats.begin()
    chats.ask(first, "who owns 4.2a", ())
    chats.finish(chats.ask(second, "count the boats", ()), LOOK_UP)
    assert [(k.id, k.title) for k in chats.listed()] == [
        (second, "count the boats"),
        (first, "who owns 4.2a"),
    ]
    chats.rename(first, "  The sea\n wall ")
    assert chats.title(first) == "The sea wall"
    assert [k.id for k in chats.listed("SEA 4.2a")] == [first]
    assert [k.id for k in chats.listed("harbour master boats")] == [second]
    chats.rename(first, " ")
    assert chats.title(first) == "who owns 4.2a"
    chats.delete(second)
    assert chats.exchanges(second) == ()
    assert b"count the boats" not in chats.at.read_bytes()
    assert chats.title(empty) == ""


def test_a_chat_is_listed_to_the_one_who_began_it(chats: Chats) -> None:
    mine, others, nobodys = chats.begin("me"), chats.begin("somebody"), chats.begin()
    for chat in (mine, others, nobodys):
        chats.ask(chat, "who owns 4.2a", ())
    assert [k.id for k in chats.listed(person="me")] == [nobodys, mine]
    assert [k.id for k in chats.listed("owns", "somebody")] == [nobodys, others]
    assert len(chats.listed()) == 3


def test_chats_of_the_first_format_are_brought_along(tmp_path: Path) -> None:
    at = tmp_path / ".chats" / "chats.sqlite"
    at.parent.mkdir()
    with sqlite3.connect(at) as base:
        base.executescript(
            "CREATE TABLE chat (id TEXT PRIMARY KEY, begun TEXT NOT NULL,"
            " title TEXT NOT NULL DEFAULT '');"
            "CREATE TABLE exchange (id INTEGER PRIMARY KEY AUTOINCREMENT, chat TEXT NOT NULL"
            " REFERENCES chat (id) ON DELETE CASCADE, asked TEXT NOT NULL, question TEXT NOT NULL,"
            " documents TEXT NOT NULL, state TEXT NOT NULL, answer TEXT NOT NULL DEFAULT '',"
            " failure TEXT NOT NULL DEFAULT '');"
            "INSERT INTO chat VALUES ('c', 'then', '');"
            "INSERT INTO exchange (chat, asked, question, documents, state)"
            " VALUES ('c', 'then', 'one', '[]', 'waiting');"
            "PRAGMA user_version = 1"
        )
    base.close()
    chats = Chats.open(Settings(index=tmp_path / "index"))
    chats.finish(chats.exchanges("c")[0].id, LOOK_UP, "g7")
    assert [(e.question, e.generation) for e in chats.exchanges("c")] == [("one", "g7")]
