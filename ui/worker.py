"""Answers questions outside the page's script, which any click may stop.

One thread a process takes the exchanges in turn. What it needs is in the chats' file, so that
nothing is lost when the process ends: a question still waiting is handed in again.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from assistant.types import Answer, Turn
from ingest.errors import VerseError
from ui.chats import Chats


class Answers(Protocol):
    """What answers questions: the assistant, or a scripted one in a test."""

    def ask(
        self, question: str, history: Sequence[Turn] = (), documents: Collection[str] = ()
    ) -> Answer:
        """Answer a question after what was said before, from these documents (empty: all)."""
        ...


class Worker:
    """A thread that answers the exchanges handed to it, in order."""

    def __init__(self, chats: Chats) -> None:
        """Start the thread; it ends with the process."""
        self._chats = chats
        self._queue: queue.Queue[Callable[[], None]] = queue.Queue()
        self._pending: dict[int, threading.Event] = {}
        self._lock = threading.Lock()
        threading.Thread(target=self._work, name="answers", daemon=True).start()

    def hand_in(self, exchange: int, assistant: Answers) -> None:
        """Have an exchange answered; one already handed in is not answered twice."""
        with self._lock:
            if exchange in self._pending:
                return
            self._pending[exchange] = threading.Event()
        self._queue.put(lambda: self._settle(exchange, assistant))

    def warm(self, assistant: Answers, question: str) -> None:
        """Ask a question that nobody asked, so that the first one finds the models loaded."""
        self._queue.put(lambda: _ask_for_nobody(assistant, question))

    def wait(self, exchange: int, seconds: float) -> bool:
        """Wait for an exchange; give whether it is settled (or was never handed in)."""
        with self._lock:
            event = self._pending.get(exchange)
        return event is None or event.wait(seconds)

    def _work(self) -> None:
        while True:
            self._queue.get()()

    def _settle(self, exchange: int, assistant: Answers) -> None:
        try:
            self._answer(exchange, assistant)
        except Exception:
            logging.getLogger(__name__).exception("An answer could not be kept.")
        with self._lock:
            self._pending.pop(exchange).set()

    def _answer(self, number: int, assistant: Answers) -> None:
        exchange = self._chats.exchange(number)
        if exchange.state != "waiting":
            return
        history = self._chats.history(exchange)
        try:
            answer = assistant.ask(exchange.question, history, exchange.documents)
        except VerseError as error:
            self._chats.fail(number, " ".join(str(error).split()))
        except Exception:
            # Whatever went wrong is told politely on the page and in full in the server's log.
            logging.getLogger(__name__).exception("A question could not be answered.")
            self._chats.fail(number, "")
        else:
            self._chats.finish(number, answer)


def _ask_for_nobody(assistant: Answers, question: str) -> None:
    try:
        assistant.ask(question)
    except Exception:
        logging.getLogger(__name__).exception("The models could not be loaded beforehand.")
