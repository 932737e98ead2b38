"""The file of the chats: its tables, and how an older file is brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FORMAT = 3

_TABLES = """
CREATE TABLE chat (id TEXT PRIMARY KEY, begun TEXT NOT NULL, title TEXT NOT NULL DEFAULT '',
    person TEXT NOT NULL DEFAULT '');
CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    asked TEXT NOT NULL,
    question TEXT NOT NULL,
    documents TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    failure TEXT NOT NULL DEFAULT '',
    generation TEXT NOT NULL DEFAULT ''
);
CREATE INDEX exchange_of_chat ON exchange (chat, id);
"""
_FROM_1 = "ALTER TABLE exchange ADD COLUMN generation TEXT NOT NULL DEFAULT ''"
_FROM_2 = "ALTER TABLE chat ADD COLUMN person TEXT NOT NULL DEFAULT ''"


def prepare(at: Path) -> None:
    """Make the file, or bring it up to date; one of a format not known is set aside, not read."""
    at.parent.mkdir(parents=True, exist_ok=True)
    with opened(at) as base:
        found = _format(base)
    if found not in {0, 1, 2, FORMAT}:
        at.replace(at.with_name(f"chats-format-{found}.sqlite"))
    with opened(at) as base:
        # Locked before it is looked at: two processes may start at once.
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("BEGIN IMMEDIATE")
        found = _format(base)
        steps = {0: _TABLES.split(";"), 1: [_FROM_1, _FROM_2], 2: [_FROM_2]}.get(found, [])
        for step in filter(str.strip, steps):
            base.execute(step)
        base.execute(f"PRAGMA user_version = {FORMAT}")


@contextmanager
def opened(at: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for some statements that count together or not at all."""
    base = sqlite3.connect(at, timeout=10)
    base.row_factory = sqlite3.Row
    base.execute("PRAGMA foreign_keys = ON")
    try:
        with base:
            yield base
    finally:
        base.close()


def _format(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])
