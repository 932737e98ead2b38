"""Fields that end an entry's own sentence: "(Lead: …; by …)", "– Insp. Hart, by 12 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.wording.periods import read_period
from ingest.wording.values import TIME, is_date, is_status, name_of_note

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
#: "Report on the network – Dev Moss – 11 September 2025".
_DASHED_TWICE = re.compile(
    rf"\s[–—-]\s(?P<owner>{_NAME})\s[–—-]\s(?P<date>[^–—]{{3,40}}?)(?:\s[–—-]\s(?P<note>\S.*?))?\.?$"
)
#: "… overdue repairs. By 31 March 2024. In progress – 604 left."
_DATED = re.compile(
    r"(?<=[.!?”\"])\s(?:(?:To be done )?[Bb]y|Due(?: by)?:?|Target(?: date)?:|Deadline:)\s"
    r"(?P<date>[^.;:]{2,60})(?:\.(?:\s(?P<note>\S.*))?)?$",
    re.S,
)
#: "… across both towns (by October 2025)".
_DATED_INSIDE = re.compile(r"\s[(\[](?:by|due|before)\s(?P<date>[^()\[\]]{3,40})[)\]]\.?$")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
#: "… be put right. C. Morrow, 15 January 2026.": a day, a meeting or "at once", also without "by".
_THEN = (
    rf"{_WHEN}|(?:\d{{1,2}} )?{_MONTH}(?: \d{{4}})?(?: meeting)?|at once|immediately|next meeting"
)
_SENTENCE = re.compile(rf"(?<=[.!?])\s(?P<owner>{_NAME}),\s(?P<date>{_THEN})\.?$")
#: "… to March 2026. V. Strickland.": nobody but a person is told by an initial.
_INITIALLED = re.compile(r"(?<=[a-z\d][.!?])\s(?P<owner>(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]+)\.?$")
_BRACKETED = re.compile(rf"\s(?:\((?P<owner>{_NAME})\)|\[(?P<noted>{_NAME})\])\.?$")
#: "… in the kitchens [Prevention Manager, by December 2025] At risk".
_SQUARE = re.compile(
    rf"\s\[(?P<owner>{_NAME}(?:(?:,| and) {_NAME})?)(?:,\s(?P<day>{TIME})"
    r"|;\s(?P<date>[^\[\]]{3,40}))\]\.?"
    r"(?:\s[–—-]?\s?(?P<status>[A-Z][a-z]+(?: [a-z]+){0,2}))?$"
)
_PART = re.compile(r"^(?P<name>[A-Z][\w ’'/-]{1,40}|by|due|from)(?::\s*|\s+)(?P<value>\S.*)$")
_ORIGIN = re.compile(
    r"^\((?P<name>from|ref|see|under)\s(?P<value>[^()]{2,40})\)\s*[:.–-]?\s+", re.I
)
#: "Report on drying rooms. C. Morrow. Was due July 2025.": what follows tells how it stands.
_NOTED = re.compile(
    r"(?<=[a-z\d][.!?])\s(?P<owner>(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]+)\.\s"
    r"(?P<note>(?:Was due|Due|Now due|[A-Z]{4,})\b.*)$",
    re.S,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Insp|Sgt|Supt|Cllr|Prof|Rev|Capt|Det|Ch|Hon|No|vs?)\.$")
_NOBODY = re.compile(r"(?:Venue|Place|Location|Time|Room|Date)\b")


@dataclass(frozen=True, slots=True)
class Tail:
    """An entry's text without its tail, and the tail's fields; `kind` says which form it has."""

    kind: str
    text: str
    fields: tuple[tuple[str, str], ...]


def tail_of(text: str) -> Tail | None:
    """Split the fields off the end of an entry's text; None where it ends with none."""
    forms = (_named, _in_dashes, _after_dash, _in_sentence, _by_initials, _noted, _dated)
    return next((tail for form in forms if (tail := form(text))), None) or _in_brackets(text)


def _named(text: str) -> Tail | None:
    found = _NAMED.search(text)
    fields = _named_parts(found["inside"]) if found else ()
    if found and fields:
        return Tail("named", text[: found.start()].strip(), fields)
    told = _SQUARE.search(text)
    if told is None:
        return None
    status = (("Status", told["status"]),) if told["status"] else ()
    fields = (("Owner", told["owner"]), ("Date", told["date"] or told["day"]), *status)
    return Tail("named", text[: told.start()].strip(), fields)


def _in_dashes(text: str) -> Tail | None:
    found = _DASHED_TWICE.search(text)
    day = re.sub(r"^(?:due|by|done|closed|completed) ", "", found["date"]) if found else ""
    none = day in ("no date", "no due date")
    if found is None or not (none or is_date(day) or read_period(day)):
        return None
    done = re.match(r"(?:done|closed|completed)\b", found["date"], re.I)
    told = ("Status" if done else "Date", found["date"])
    noted = ((name_of_note(found["note"]), found["note"]),) if found["note"] else ()
    fields = (("Owner", found["owner"]), told, *noted)
    return Tail("dashed", text[: found.start()].strip(), fields)


def _after_dash(text: str) -> Tail | None:
    found = _DASHED.search(text)
    if found is None:
        return None
    when = found["date"] or found["now"] or ""
    fields = (("Owner", found["owner"].rstrip(".")), ("Date", when))
    return Tail("dashed", text[: found.start()].strip(), fields)


def _in_sentence(text: str) -> Tail | None:
    found = _SENTENCE.search(text)
    if found is None or _TITLE.search(text[: found.start()]) or _NOBODY.match(found["owner"]):
        return None
    fields = (("Owner", found["owner"]), ("Date", found["date"]))
    return Tail("sentence", text[: found.start()].rstrip(". "), fields)


def _by_initials(text: str) -> Tail | None:
    found = _INITIALLED.search(text)
    if found is None or _TITLE.search(text[: found.start()]):
        return None  # "Write to Mr. J. Smith": whom it is for
    return Tail("sentence", text[: found.start()].rstrip(". "), (("Owner", found["owner"]),))


def _noted(text: str) -> Tail | None:
    found = _NOTED.search(text)
    if found is None or _TITLE.search(text[: found.start()]):
        return None
    note = found["note"]
    first = note.split()[0].strip(".:;,")
    name = "Status" if first.isupper() and is_status(first) else name_of_note(note)
    return Tail(
        "sentence", text[: found.start()].rstrip(". "), (("Owner", found["owner"]), (name, note))
    )


def _dated(text: str) -> Tail | None:
    found = _DATED.search(text) or _DATED_INSIDE.search(text)
    if found is None or not (is_date(found["date"]) or read_period(found["date"])):
        return None
    note = found.groupdict().get("note") or ""
    fields = (("Date", found["date"]), (name_of_note(note), note))[: 2 if note else 1]
    return Tail("dated", text[: found.start()].strip(), fields)


def _in_brackets(text: str) -> Tail | None:
    found = _BRACKETED.search(text)
    owner = (found["owner"] or found["noted"]) if found else ""
    if found is None or not (" " in owner or not owner.isupper()):
        return None
    return Tail("bracketed", text[: found.start()].strip(), (("Owner", owner),))


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
