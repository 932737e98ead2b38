"""The chats that are kept: questions and answers in one SQLite file beside the index.

A question is written down before it is answered and the answer when it is there, so that a
click, a reload or a restart loses neither. Every call opens the file anew: the page's threads
and the worker's may use one `Chats` together.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from assistant.types import Answer, Turn
from ingest.settings import Settings
from ui.stored import answer_from_text, answer_to_text

FORMAT = 1
State = Literal["waiting", "done", "failed"]

_TABLES = """
CREATE TABLE chat (id TEXT PRIMARY KEY, begun TEXT NOT NULL, title TEXT NOT NULL DEFAULT '');
CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    asked TEXT NOT NULL,
    question TEXT NOT NULL,
    documents TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    failure TEXT NOT NULL DEFAULT ''
);
CREATE INDEX exchange_of_chat ON exchange (chat, id);
"""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of a chat and its answer, or why there is none yet.

    `documents` are the file names that the question was limited to, empty for all;
    `failure` is one line, filled where `state` is `failed`.
    """

    id: int
    chat: str
    question: str
    documents: tuple[str, ...]
    state: State
    answer: Answer | None
    failure: str


@dataclass(frozen=True, slots=True)
class Chats:
    """The chats in one file; `at` is its path."""

    at: Path

    @classmethod
    def open(cls, settings: Settings) -> Chats:
        """Open the chats beside the index; a file of another format is set aside, not read."""
        folder = settings.index.absolute().parent / ".chats"
        folder.mkdir(parents=True, exist_ok=True)
        chats = cls(folder / "chats.sqlite")
        chats._prepare()
        return chats

    def begin(self) -> str:
        """Begin a chat and give its id, which nobody can guess."""
        chat = secrets.token_urlsafe(9)
        with self._open() as base:
            base.execute("INSERT INTO chat (id, begun) VALUES (?, ?)", (chat, _now()))
        return chat

    def exists(self, chat: str) -> bool:
        """Whether there is a chat of that id."""
        with self._open() as base:
            return base.execute("SELECT 1 FROM chat WHERE id = ?", (chat,)).fetchone() is not None

    def ask(self, chat: str, question: str, documents: tuple[str, ...]) -> int:
        """Write a question down as waiting and give the exchange's number."""
        with self._open() as base:
            row = base.execute(
                "INSERT INTO exchange (chat, asked, question, documents, state)"
                " VALUES (?, ?, ?, ?, 'waiting')",
                (chat, _now(), question, json.dumps(documents)),
            )
            return int(row.lastrowid or 0)

    def finish(self, exchange: int, answer: Answer) -> None:
        """Keep the answer of an exchange."""
        self._settle(exchange, "done", answer=answer_to_text(answer))

    def fail(self, exchange: int, failure: str) -> None:
        """Keep in one line why an exchange has no answer."""
        self._settle(exchange, "failed", failure=failure)

    def exchange(self, exchange: int) -> Exchange:
        """Give one exchange by its number."""
        with self._open() as base:
            return _exchange(
                base.execute("SELECT * FROM exchange WHERE id = ?", (exchange,)).fetchone()
            )

    def exchanges(self, chat: str) -> tuple[Exchange, ...]:
        """Give a chat's exchanges, oldest first."""
        with self._open() as base:
            rows = base.execute("SELECT * FROM exchange WHERE chat = ? ORDER BY id", (chat,))
            return tuple(_exchange(row) for row in rows)

    def history(self, exchange: Exchange) -> tuple[Turn, ...]:
        """Give what was said in the chat before an exchange."""
        turns: list[Turn] = []
        for earlier in self.exchanges(exchange.chat):
            if earlier.id < exchange.id and earlier.answer:
                turns.append(Turn("user", earlier.question))
                turns.append(Turn("assistant", earlier.answer.text))
        return tuple(turns)

    def _settle(self, exchange: int, state: State, answer: str = "", failure: str = "") -> None:
        with self._open() as base:
            base.execute(
                "UPDATE exchange SET state = ?, answer = ?, failure = ? WHERE id = ?",
                (state, answer, failure, exchange),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        base = sqlite3.connect(self.at, timeout=10)
        base.row_factory = sqlite3.Row
        base.execute("PRAGMA foreign_keys = ON")
        try:
            with base:
                yield base
        finally:
            base.close()

    def _prepare(self) -> None:
        with self._open() as base:
            found = base.execute("PRAGMA user_version").fetchone()[0]
        if found not in {0, FORMAT}:
            self.at.replace(self.at.with_name(f"chats-format-{found}.sqlite"))
        with self._open() as base:
            if base.execute("PRAGMA user_version").fetchone()[0] == 0:
                base.execute("PRAGMA journal_mode = WAL")
                base.executescript(_TABLES)
                base.execute(f"PRAGMA user_version = {FORMAT}")


def _exchange(row: sqlite3.Row) -> Exchange:
    return Exchange(
        id=row["id"],
        chat=row["chat"],
        question=row["question"],
        documents=tuple(json.loads(row["documents"])),
        state=row["state"],
        answer=answer_from_text(row["answer"]) if row["answer"] else None,
        failure=row["failure"],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
