"""The chats that are kept: questions and answers in one SQLite file beside the index.

A question is written down before it is answered and the answer when it is there, so that a
click, a reload or a restart loses neither. Every call opens the file anew: the page's threads
and the worker's may use one `Chats` together.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from assistant.types import Answer, Turn
from ingest.settings import Settings
from ui.chats_file import opened, prepare
from ui.stored import answer_from_text, answer_to_text

State = Literal["waiting", "done", "failed", "stopped"]

_LISTED = """
SELECT chat.id, chat.title, MAX(exchange.asked) AS last,
    (SELECT question FROM exchange WHERE chat = chat.id ORDER BY id LIMIT 1) AS first
FROM chat JOIN exchange ON exchange.chat = chat.id
WHERE :person = '' OR chat.person IN ('', :person)
GROUP BY chat.id ORDER BY MAX(exchange.id) DESC
"""
_SAID = "SELECT question, answer FROM exchange WHERE chat = ?"


@dataclass(frozen=True, slots=True)
class Kept:
    """A chat in the list of chats: its name (its first question until it is named) and time."""

    id: str
    title: str
    last: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question of a chat and its answer, or why there is none yet.

    `documents` are the file names that the question was limited to, empty for all;
    `failure` is one line, filled where `state` is `failed`; `generation` is that of the index
    which the answer was made from.
    """

    id: int
    chat: str
    question: str
    documents: tuple[str, ...]
    state: State
    answer: Answer | None
    failure: str
    generation: str


@dataclass(frozen=True, slots=True)
class Chats:
    """The chats in one file; `at` is its path."""

    at: Path

    @classmethod
    def open(cls, settings: Settings) -> Chats:
        """Open the chats beside the index; a file of another format is set aside, not read."""
        chats = cls(settings.index.absolute().parent / ".chats" / "chats.sqlite")
        prepare(chats.at)
        return chats

    def begin(self, person: str = "") -> str:
        """Begin a person's chat and give its id, which nobody can guess."""
        chat = secrets.token_urlsafe(9)
        with self._open() as base:
            base.execute(
                "INSERT INTO chat (id, begun, person) VALUES (?, ?, ?)", (chat, _now(), person)
            )
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

    def listed(self, words: str = "", person: str = "") -> tuple[Kept, ...]:
        """Give the chats, the one used last first; only those that say all the words.

        With a person, only that person's and those that are nobody's.
        """
        wanted = words.casefold().split()
        with self._open() as base:
            rows = base.execute(_LISTED, {"person": person}).fetchall()
            kept = (Kept(r["id"], r["title"] or r["first"], r["last"]) for r in rows)
            return tuple(k for k in kept if not wanted or _says(base, k, wanted))

    def title(self, chat: str) -> str:
        """Give a chat's name, which is its first question until it is named."""
        return next((kept.title for kept in self.listed() if kept.id == chat), "")

    def rename(self, chat: str, title: str) -> None:
        """Give a chat a name; an empty one brings its first question back."""
        with self._open() as base:
            name = " ".join(title.split())
            base.execute("UPDATE chat SET title = ? WHERE id = ?", (name, chat))

    def delete(self, chat: str) -> None:
        """Delete a chat with everything that was said in it, beyond recovery from the file."""
        with self._open() as base:
            base.execute("PRAGMA secure_delete = ON")
            base.execute("DELETE FROM chat WHERE id = ?", (chat,))

    def finish(self, exchange: int, answer: Answer, generation: str = "") -> None:
        """Keep the answer of an exchange, unless it was stopped meanwhile."""
        self._settle(exchange, "done", answer_to_text(answer), "", generation)

    def fail(self, exchange: int, failure: str) -> None:
        """Keep in one line why an exchange has no answer."""
        self._settle(exchange, "failed", "", failure, "")

    def stop(self, exchange: int) -> None:
        """Have no answer for an exchange, also where one comes later."""
        self._settle(exchange, "stopped", "", "", "")

    def ask_again(self, exchange: int, question: str = "") -> None:
        """Forget an exchange's answer and have it wait for a new one, reworded where given."""
        with self._open() as base:
            base.execute(
                "UPDATE exchange SET state = 'waiting', answer = '', failure = '',"
                " generation = '', question = COALESCE(NULLIF(?, ''), question) WHERE id = ?",
                (question, exchange),
            )

    def exchange(self, exchange: int) -> Exchange | None:
        """Give one exchange by its number; None where its chat was deleted."""
        with self._open() as base:
            row = base.execute("SELECT * FROM exchange WHERE id = ?", (exchange,)).fetchone()
            return _exchange(row) if row else None

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

    def _settle(
        self, exchange: int, state: State, answer: str, failure: str, generation: str
    ) -> None:
        with self._open() as base:
            base.execute(
                "UPDATE exchange SET state = ?, answer = ?, failure = ?, generation = ?"
                " WHERE id = ? AND state = 'waiting'",
                (state, answer, failure, generation, exchange),
            )

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self.at)


def _says(base: sqlite3.Connection, kept: Kept, wanted: list[str]) -> bool:
    """Whether a chat's name, questions and answers together have all the words."""
    said = [kept.title]
    for row in base.execute(_SAID, (kept.id,)):
        said += [row["question"], answer_from_text(row["answer"]).text if row["answer"] else ""]
    text = " ".join(said).casefold()
    return all(word in text for word in wanted)


def _exchange(row: sqlite3.Row) -> Exchange:
    return Exchange(
        id=row["id"],
        chat=row["chat"],
        question=row["question"],
        documents=tuple(json.loads(row["documents"])),
        state=row["state"],
        answer=answer_from_text(row["answer"]) if row["answer"] else None,
        failure=row["failure"],
        generation=row["generation"],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
