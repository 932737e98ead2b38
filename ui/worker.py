"""Answers questions outside the page's script, which any click may stop.

A few threads take the exchanges in turn, so that an answer at hand waits for no long one; those
of one chat wait for each other. What is needed is in the chats' file, so that nothing is lost
when the process ends: a question still waiting is handed in again.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Protocol

from assistant.types import Answer, Turn
from ingest.errors import VerseError
from ui.chats import Chats, Exchange

_PATIENCE = 120.0
"""Seconds that a follow-up waits for the answer before it."""


class Answers(Protocol):
    """What answers questions: the assistant, or a scripted one in a test."""

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        documents: Collection[str] = (),
        told: Callable[[Answer], None] | None = None,
    ) -> Answer:
        """Answer a question after what was said before, from these documents (empty: all).

        `told` is told the answer so far, where a language model writes it sentence by sentence.
        """
        ...


class Worker:
    """Threads that answer the exchanges handed to them, in order."""

    def __init__(self, chats: Chats, threads: int = 1) -> None:
        """Start so many threads; they end with the process."""
        self._chats = chats
        self._queue: queue.Queue[tuple[int, Answers, str]] = queue.Queue()
        self._pending: dict[int, threading.Event] = {}
        self._so_far: dict[int, Answer] = {}
        self._lock = threading.Lock()
        self._now: set[threading.Event] = set()
        for _ in range(threads):
            self._begin()

    def hand_in(self, exchange: int, assistant: Answers, generation: str = "") -> None:
        """Have an exchange answered; one already handed in is not answered twice."""
        with self._lock:
            if exchange in self._pending:
                return
            self._pending[exchange] = threading.Event()
        self._queue.put((exchange, assistant, generation))

    def stop(self, exchange: int) -> None:
        """Have no answer for an exchange and go on with the next one at once.

        What is being worked out cannot be broken off: its thread is left to itself, ends with
        that one, and what it finds is not kept.
        """
        self._chats.stop(exchange)
        with self._lock:
            event = self._pending.pop(exchange, None)
            self._so_far.pop(exchange, None)
            if event:
                event.set()
            if event and event in self._now:
                self._now.remove(event)
                self._begin()

    def warm(self, assistant: Answers, question: str) -> None:
        """Ask a question that nobody asked, in a thread of its own.

        So the first one finds the models loaded, and one that needs none does not wait for them.
        """
        threading.Thread(
            target=_ask_for_nobody, args=(assistant, question), name="warming", daemon=True
        ).start()

    def wait(self, exchange: int, seconds: float) -> bool:
        """Wait for an exchange; give whether it is settled (or was never handed in)."""
        with self._lock:
            event = self._pending.get(exchange)
        return event is None or event.wait(seconds)

    def so_far(self, exchange: int) -> Answer | None:
        """Give what has been written of an answer, every sentence checked; None for nothing."""
        with self._lock:
            return self._so_far.get(exchange)

    def _tell(self, exchange: int, event: threading.Event, answer: Answer) -> None:
        with self._lock:
            if self._pending.get(exchange) is event:
                self._so_far[exchange] = answer

    def _begin(self) -> None:
        threading.Thread(target=self._work, name="answers", daemon=True).start()

    def _work(self) -> None:
        """Take the exchanges in turn, until this thread is left to itself."""
        while True:
            exchange, assistant, generation = self._queue.get()
            with self._lock:
                event = self._pending.get(exchange)
                if event is None:
                    continue
                self._now.add(event)
            found = self._outcome(exchange, assistant, event)
            with self._lock:
                if event not in self._now:
                    return
                self._now.remove(event)
                self._so_far.pop(exchange, None)
                self._keep(exchange, found, generation)
                self._pending.pop(exchange, event).set()

    def _outcome(
        self, number: int, assistant: Answers, event: threading.Event
    ) -> Answer | str | None:
        """Give the answer, or in one line why there is none; None where nothing waits for it."""
        try:
            exchange = self._chats.exchange(number)
            if exchange is None or exchange.state != "waiting":
                return None
            self._wait_for_earlier(exchange)
            history = self._chats.history(exchange)
            told = partial(self._tell, number, event)
            return assistant.ask(exchange.question, history, exchange.documents, told)
        except VerseError as error:
            return " ".join(str(error).split())
        except Exception:
            # Whatever went wrong is told politely on the page and in full in the server's log.
            logging.getLogger(__name__).exception("A question could not be answered.")
            return ""

    def _wait_for_earlier(self, exchange: Exchange) -> None:
        """Wait for what was asked before in the same chat: a follow-up may be about it."""
        for earlier in self._chats.exchanges(exchange.chat):
            if earlier.id < exchange.id and earlier.state == "waiting":
                self.wait(earlier.id, _PATIENCE)

    def _keep(self, exchange: int, found: Answer | str | None, generation: str) -> None:
        try:
            if isinstance(found, Answer):
                self._chats.finish(exchange, found, generation)
            elif found is not None:
                self._chats.fail(exchange, found)
        except Exception:
            logging.getLogger(__name__).exception("An answer could not be kept.")


def _ask_for_nobody(assistant: Answers, question: str) -> None:
    try:
        assistant.ask(question)
    except Exception:
        logging.getLogger(__name__).exception("The models could not be loaded beforehand.")
