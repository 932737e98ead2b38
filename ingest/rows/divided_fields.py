"""Cells that tell two things by a name of two parts: "Owner / next date" over who, then when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.types import Field
from ingest.wording.periods import periods
from ingest.wording.roles import role_of
from ingest.wording.sentences import sentences
from ingest.wording.values import is_date, is_in_capitals, is_somebody

_PARTS = re.compile(r"^(?P<one>[^/]{2,40}?)\s*(?:/|\band\b|&)\s*(?P<other>[^/]{2,40})$")
#: What belongs to the date that follows it.
_LEADING = re.compile(r"\b(?:by|due|before|from|until|end of|early|late|mid)[ :-]*$", re.I)
_NOW = re.compile(
    r"\b(?:ongoing|immediate(?:ly)?|monthly|quarterly|annual(?:ly)?|yearly|tbc|to be confirmed)$",
    re.I,
)
_BETWEEN = " ,;:.–—-/()"
_TOLD = {"owner", "date"}


def divided(field: Field) -> Sequence[Field]:
    """Give a field as two where its name says who and when; as it is where it does not.

    The date that the value begins or ends with is when, all the rest is who; else sentences that
    name somebody are of who, the others of when. Each part is a run of the value, or it is left
    whole: nothing is put together that does not stand together.
    """
    parts = _PARTS.match(field.name.strip())
    told_of = re.search(r"\w", field.value)
    if not told_of or parts is None or {role_of(parts["one"]), role_of(parts["other"])} != _TOLD:
        return (field,)
    one, other = parts["one"].strip(), parts["other"].strip()
    who, when = (one, other) if role_of(one) == "owner" else (other, one)
    value = " ".join(field.value.split())
    found = _at_an_end(value) or _by_sentences(value)
    if found is None:
        return (field,)
    told = ((who, found[0]), (when, found[1]))
    return tuple(
        Field(name[:1].upper() + name[1:], text, field.places) for name, text in told if text
    )


def _at_an_end(value: str) -> tuple[str, str] | None:
    """Divide "Parking Manager, March 2026" or "30 June 2026 – J. Smith" at its date."""
    now = _NOW.search(value)
    if now:
        before = value[: now.start()].rstrip(_BETWEEN)
        return (before, now.group()) if not before or _is_name(before) else None
    dates = periods(value)
    if len(dates) != 1:
        return None
    before, after = value[: dates[0].at], value[dates[0].stop :]
    when = value[dates[0].at : dates[0].stop]
    lead = _LEADING.search(before)
    if lead:
        before, when = before[: lead.start()], f"{lead.group().strip()} {when}"
    before, after = before.rstrip(_BETWEEN), after.strip(_BETWEEN)
    if before and not after and _is_name(before):
        return before, when
    if after and not before and _is_name(after):
        return after, when
    return None if before or after else ("", when)


def _by_sentences(value: str) -> tuple[str, str] | None:
    """Divide at a sentence's end: those that name somebody, then those that do not, or turned."""
    told = sentences(value)
    named = [_names_somebody(s) and not is_date(s) for s in told]
    turns = [n for n in range(1, len(told)) if named[n] != named[n - 1]]
    if len(turns) > 1:
        return None
    at = turns[0] if turns else len(told)
    first, rest = (" ".join(part).rstrip(".") for part in (told[:at], told[at:]))
    return (first, rest) if named[:1] == [True] else (rest, first)


def _is_name(text: str) -> bool:
    """Whether a part can name who it is: no figures, and one run without a sentence's end."""
    return not re.search(r"\d|;", text) and len(sentences(text)) == 1


def _names_somebody(sentence: str) -> bool:
    """Whether a sentence names a post or a body, or is in capitals like a name and no figure."""
    named = is_in_capitals(sentence) and not re.search(r"\d", sentence)
    return is_somebody(sentence) or named
