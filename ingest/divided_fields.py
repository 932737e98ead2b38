"""Cells that tell two things by a name of two parts: "Owner / next date" over who, then when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.columns import role_of
from ingest.types import Field
from ingest.values import is_date, is_somebody

_PARTS = re.compile(r"^(?P<one>[^/]{2,40}?)\s*(?:/|\band\b|&)\s*(?P<other>[^/]{2,40})$")
_SENTENCE = re.compile(r"(?<=[.;])\s+|\n+")
_TOLD = {"owner", "date"}
_SMALL = 3  # letters of a word that a name may have in small letters


def divided(field: Field) -> Sequence[Field]:
    """Give a field as two where its name says who and when; as it is where it does not.

    A sentence that names somebody is of who, any other of when; what is not told is left out.
    """
    parts = _PARTS.match(field.name.strip())
    if parts is None or {role_of(parts["one"]), role_of(parts["other"])} != _TOLD:
        return (field,)
    one, other = parts["one"].strip(), parts["other"].strip()
    who, when = (one, other) if role_of(one) == "owner" else (other, one)
    sentences = [s.strip() for s in _SENTENCE.split(field.value) if s.strip(" –-—")]
    named = [s for s in sentences if _names_somebody(s) and not is_date(s)]
    dated = [s for s in sentences if s not in named]
    told = ((who, " ".join(named).rstrip(".")), (when, " ".join(dated).rstrip(".")))
    filled = ((name[:1].upper() + name[1:], value) for name, value in told if value)
    return tuple(Field(name, value, field.places) for name, value in filled) or (field,)


def _names_somebody(sentence: str) -> bool:
    """Whether a sentence names a post or a body, or is in capitals like a name and no figure."""
    words = [w for w in re.findall(r"[^\W\d_]+", sentence) if len(w) > _SMALL]
    capital = bool(words) and all(w[0].isupper() for w in words)
    return is_somebody(sentence) or (capital and not re.search(r"\d", sentence))
