"""The exit codes that scripts rely on, and how an error is told in one line."""

from __future__ import annotations

import sys

from assistant.types import Status
from ingest.errors import CatalogError, PortTaken, QuestionsError, UnreadableFile, VerseError

FOUND = 0
NOT_FOUND = 1
USAGE = 2
NO_INDEX = 3
SOME_UNREAD = 4

_REFUSALS: frozenset[Status] = frozenset({"not_found", "no_such_item"})


def code_of_status(status: Status) -> int:
    """Give 1 where the documents have no answer, else 0."""
    return NOT_FOUND if status in _REFUSALS else FOUND


def code_of_error(error: VerseError) -> int:
    """Give 4 for an unreadable file, 2 for what the command was given, 3 for the index."""
    if isinstance(error, UnreadableFile):
        return SOME_UNREAD
    if isinstance(error, (QuestionsError, PortTaken, CatalogError)):
        return USAGE
    return NO_INDEX


def note(line: str) -> None:
    """Write one line on stderr."""
    sys.stderr.write(f"{line}\n")


def tell(error: VerseError) -> int:
    """Tell an error in one line on stderr and give its exit code."""
    note("verse: " + " ".join(str(error).split()))
    return code_of_error(error)


def tell_file(error: OSError) -> int:
    """Tell a file or folder that cannot be used in one line and give the exit code."""
    where = f"{error.filename}: " if error.filename else ""
    note(f"verse: {where}{error.strerror or error}. Check the path and its permissions.")
    return USAGE
