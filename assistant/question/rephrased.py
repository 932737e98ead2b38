"""Rewords the question before for a follow-up: another entry, another document, its topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.wording.phrases import is_numbered_below
from ingest.types import Item
from ingest.wording.identifiers import canonical, mentions


def called(item: Item) -> str:
    """Give an entry's identifier, with what the document calls it where it is a mere number."""
    bare = item.identifier.isdigit() and item.label
    if is_numbered_below(item):
        return f"{item.parent}, {item.label} {item.identifier}"
    return f"{item.label} {item.identifier}" if bare else item.identifier


def with_identifier(before: str, identifier: str) -> str:
    """Give a question with another identifier in the place of its own."""
    named = [m for m in mentions(before) if m.strong]
    if not named:
        return f"{before.rstrip('?')} {identifier}?"
    last = named[-1]
    if canonical(last.identifier) == canonical(identifier):
        return before
    return before[: last.start] + identifier + before[last.end :]


def rescoped(before: str, old: Sequence[str], new: str) -> str:
    """Give a question about another document."""
    text = before
    for name in old:
        pattern = r"[\s-]+".join(re.escape(p) for p in re.split(r"[\s-]+", name))
        text, changed = re.subn(pattern, new, text, flags=re.I)
        if changed:
            return text
    return f"{before.rstrip('?. ')} in {new}?"


def topic_of(before: str, said: str, places: Sequence[str]) -> str:
    """Give what was spoken of: a quoted name, a capitalised one, else nothing.

    The names of documents are where it was spoken of, not what.
    """
    for text in (before, said):
        quoted = re.search(r"(?<!\w)[‘'“\"]([^‘’'“”\"]{3,40})[’'”\"](?!\w)(?P<noun> [a-z]+)?", text)
        if quoted:
            return quoted[1] + (quoted["noun"] or "")
    names = [
        n
        for n in re.findall(
            r"(?<![.?!] )(?<!^)\b[A-Z][\w’&-]+(?:\s+(?:(?:of|de|and|the|for)\s+)?[A-Z][\w’&-]+)*",
            before,
        )
        if not any(p.lower().replace("-", " ") in n.lower().replace("-", " ") for p in places)
    ]
    return str(max(names, key=len)) if names else ""
