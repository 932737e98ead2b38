"""Fields that end an entry's own sentence: "(Lead: …; by …)", "– Insp. Hart, by 12 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.periods import read_period
from ingest.values import is_date, name_of_note

_NAME = (
    r"(?:the )?[A-Z][\w.’'&/-]*"
    r"(?:,? (?:(?:of|and|for|the|to|in|with|&)(?: the)? )?[A-Z][\w.’'&/()-]*){0,9}"
)
_WHEN = r"(?:by|from|each|every|before|until|in|on|due|during)\s[^.;()]{2,40}"
_NAMED = re.compile(r"\s*[(\[](?P<inside>[A-Z][\w ’'/-]{1,40}:\s?[^()\[\]]+)[)\]]\.?$")
_DASHED = re.compile(
    rf"\s[–—-]\s(?P<owner>{_NAME})(?:,\s(?:(?P<prep>by|before|due)\s(?P<date>[^.;()]{{2,40}})"
    r"|(?P<now>immediately|at once|forthwith|ongoing|asap|as soon as possible)))?\.?$"
)
#: "… overdue repairs. By 31 March 2024. In progress – 604 left."
_DATED = re.compile(
    r"(?<=[.!?”\"])\s(?:(?:To be done )?[Bb]y|Due(?: by)?:?|Target(?: date)?:|Deadline:)\s"
    r"(?P<date>[^.;:]{2,60})(?:\.(?:\s(?P<note>\S.*))?)?$",
    re.S,
)
_SENTENCE = re.compile(rf"(?<=[.!?])\s(?P<owner>{_NAME}),\s(?P<date>{_WHEN})\.?$")
_BRACKETED = re.compile(rf"\s(?:\((?P<owner>{_NAME})\)|\[(?P<noted>{_NAME})\])\.?$")
_PART = re.compile(r"^(?P<name>[A-Z][\w ’'/-]{1,40}|by|due|from)(?::\s*|\s+)(?P<value>\S.*)$")
_ORIGIN = re.compile(
    r"^\((?P<name>from|ref|see|under)\s(?P<value>[^()]{2,40})\)\s*[:.–-]?\s+", re.I
)


@dataclass(frozen=True, slots=True)
class Tail:
    """An entry's text without its tail, and the tail's fields; `kind` says which form it has."""

    kind: str
    text: str
    fields: tuple[tuple[str, str], ...]


def tail_of(text: str) -> Tail | None:
    """Split the fields off the end of an entry's text; None where it ends with none."""
    named = _NAMED.search(text)
    if named:
        fields = _named_parts(named["inside"])
        if fields:
            return Tail("named", text[: named.start()].strip(), fields)
    dashed = _DASHED.search(text)
    if dashed:
        when = dashed["date"] or dashed["now"] or ""
        fields = (("Owner", dashed["owner"].rstrip(".")), ("Date", when))
        return Tail("dashed", text[: dashed.start()].strip(), fields)
    sentence = _SENTENCE.search(text)
    if sentence:
        fields = (("Owner", sentence["owner"]), ("Date", sentence["date"]))
        return Tail("sentence", text[: sentence.start()].rstrip(". "), fields)
    dated = _DATED.search(text)
    if dated and (is_date(dated["date"]) or read_period(dated["date"])):
        note = dated["note"] or ""
        fields = (("Date", dated["date"]), (name_of_note(note), note))[: 2 if note else 1]
        return Tail("dated", text[: dated.start()].strip(), fields)
    bracketed = _BRACKETED.search(text)
    owner = (bracketed["owner"] or bracketed["noted"]) if bracketed else ""
    if bracketed and (" " in owner or not owner.isupper()):
        fields = (("Owner", owner),)
        return Tail("bracketed", text[: bracketed.start()].strip(), fields)
    return None


def _named_parts(inside: str) -> tuple[tuple[str, str], ...]:
    fields: list[tuple[str, str]] = []
    for part in re.split(r"\s*;\s*", inside):
        found = _PART.match(part.strip())
        if found is None:
            return ()
        fields.append((found["name"], found["value"].strip()))
    return tuple(fields)


def origin_of(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Split "(from item 4):" off the front; give the rest and the field, named From."""
    found = _ORIGIN.match(text)
    if found is None:
        return text, ()
    return text[found.end() :], ((found["name"].capitalize(), found["value"]),)
