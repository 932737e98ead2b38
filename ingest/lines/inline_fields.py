"""Fields that stand in one line: "Target date: 30 June 2024. Status: achieved."."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.lines.field_lines import BARE_NAMES
from ingest.wording.marks import DIVIDERS
from ingest.wording.roles import TOLD_OF_ENTRIES, is_header_name, role_of, role_told
from ingest.wording.sentences import sentences
from ingest.wording.values import is_date, is_status, names_who, says_something

NAME_INSIDE = re.compile(r"(?:^|(?<=[.;]\s))(?P<name>[A-Z][\w ’'/-]{1,30}):\s")
"""Where a field begins in a line that holds several: ". Lead: …", ". To be finished by: …"."""

#: The same where white alone divides fields: "Owner: Carys Bevan   By: 30 April   Status: done".
_BESIDE = re.compile(r"(?:^|(?<=\s))(?P<name>[A-Z][a-z]+(?: [a-z]+){0,2}):\s")
#: The same behind a mark that divides fields: "71% → Target 95% | By June 2026".
_DIVIDED = re.compile(
    rf"\s*[{DIVIDERS}]\s+(?:(?P<named>[A-Z][\w ’'/-]{{1,30}}):\s|(?P<bare>{BARE_NAMES})\s(?=\S))"
)
#: A further update behind the first: ". Update, 14 October 2024: …".
_UPDATE = re.compile(r"(?<=[.;]\s)(?:Further u|U)pdate,? [^.;:]{3,30}\d{4}:\s")
_BARE = ("owner", "date")
#: "Was due 31 July 2025.", "From 22 September 2025."
_DUE = re.compile(
    r"(?:(?:Was|Now|Originally) due|Due|By|From|Before)(?: by| on| in)? (?P<date>[^.;]{3,40})\.?$"
)


def fields_in(name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Give a labelled line's field, and those that its value names: who, when or how far.

    A value that such a name ends is cut there; one that goes on after them stays whole, and what
    they say is given besides. Values are as written, but for the full stop after a post or a day.
    """
    later = [m.start() for m in _UPDATE.finditer(value)]
    if later:
        first, *rest = (value[a:b].strip() for a, b in pairwise([0, *later, len(value)]))
        return (
            *fields_in(name, first),
            *(f for part in rest for f in fields_in(*_split(part))),
        )
    divided = list(_DIVIDED.finditer(value))
    if divided and all(is_header_name(_name_of(m)) for m in divided):
        ends = [*(m.start() for m in divided[1:]), len(value)]
        parts = [(_name_of(m), value[m.end() : e]) for m, e in zip(divided, ends, strict=True)]
        pieces = ((name, value[: divided[0].start()]), *parts)
        return tuple((n, _bare(n, v.strip())) for n, v in pieces)
    inside = _names_inside(value)
    if not inside:
        return _by_sentences(name, value) or ((name, _bare(name, value)),)
    ends = [*(m.start() for m in inside[1:]), len(value)]
    told = [(m["name"], value[m.end() : end].strip()) for m, end in zip(inside, ends, strict=True)]
    cut = all(len(sentences(text)) == 1 for _, text in told[:-1]) and _ends(*told[-1])
    own = value[: inside[0].start()].strip() if cut else value
    values = ((n, text if cut else _first(text)) for n, text in told)
    divided_again = (_by_sentences(n, text) or ((n, _bare(n, text)),) for n, text in values)
    return ((name, _bare(name, own)), *(field for own in divided_again for field in own))


def _by_sentences(name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Divide "Owner: Head of Estates. Was due 31 July. CLOSED. All doors hang." by its sentences.

    Who it is comes first, then a day that says so or how it stands; what follows is told of it.
    """
    who, *rest = sentences(value) or [""]
    if role_of(name) != "owner" or not rest or not names_who(who.rstrip(".")):
        return ()
    found: list[tuple[str, str]] = []
    while rest:
        due = _DUE.match(rest[0])
        if due and is_date(due["date"]):
            found.append(("Due", due["date"]))
        elif _is_status_alone(rest[0]):
            found.append(("Status", rest[0].rstrip(".")))
        else:
            break
        rest = rest[1:]
    told = (("Update", " ".join(rest)),) if rest else ()
    return ((name, who.rstrip(".")), *found, *told) if found else ()


def _is_status_alone(sentence: str) -> bool:
    """Whether a sentence is a status: "CLOSED.", "Complete."."""
    bare = sentence.rstrip(".")
    return is_status(bare) or (bare.isupper() and is_status(bare.capitalize()))


def _name_of(match: re.Match[str]) -> str:
    return match["named"] or match["bare"] or ""


def _split(part: str) -> tuple[str, str]:
    name, _, value = part.partition(":")
    return name.strip(), value.strip()


def _names_inside(value: str) -> list[re.Match[str]]:
    """Give the names of owners, dates and statuses inside a value, in order."""
    found = [*NAME_INSIDE.finditer(value), *_BESIDE.finditer(value)]
    named = {
        m.end(): m
        for m in found
        if m.start() and _tells(m["name"], value[m.end() :]) and not says_something(m["name"])
    }
    return [named[end] for end in sorted(named)]


def _tells(name: str, after: str) -> bool:
    """Whether a name tells who, when or how far, by what stands behind it up to a mark."""
    return role_told(name, re.split(r"[.;:|]", after, maxsplit=1)[0].strip()) in TOLD_OF_ENTRIES


def _ends(name: str, text: str) -> bool:
    """Whether the last field goes to the end of its line: a status may be several sentences."""
    once = role_of(name) == "status" or len(sentences(text)) == 1
    return once or bool(_by_sentences(name, text))


def _first(text: str) -> str:
    return next(iter(sentences(text)), text)


def _bare(name: str, value: str) -> str:
    """Give the value of a post or a day without the full stop that ends its line."""
    once = len(sentences(value)) == 1 and role_of(name) in _BARE
    return value.removesuffix(".") if once or role_of(name) == "status" else value
