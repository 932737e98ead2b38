"""Whether a question names a field of an entry: by its own name, or by what people call it."""

from __future__ import annotations

import re

#: What people say for the fields of a measure, whatever more its name has: "Target (March 2027)".
_FIELD_WORDS = tuple(
    (re.compile(field, re.I), re.compile(cue, re.I))
    for field, cue in (
        (
            r"\btarget\b(?! date)",
            r"\b(?:aim(?:s|ed|ing)?|goals?|hop(?:es?|ed|ing) (?:to|for)|targets?(?! dates?\b)"
            r"|want(?:s|ed)? (?:it )?to (?:be|get|reach)|(?:meant|supposed) to (?:be|get|reach))\b",
        ),
        (
            r"\bbaseline\b",
            r"\b(?:baselines?|start(?:s|ed|ing)? (?:from|off|out|at|points?)"
            r"|to (?:start|begin) with)\b",
        ),
        (r"^(?:measures?|indicators?|metrics?|kpis?)\b", r"\b(?:measured|measures?|judged by)\b"),
    )
)


def names_field(text: str, name: str) -> bool:
    """Whether a question says a field's own name."""
    meant = next((cue for field, cue in _FIELD_WORDS if field.search(name)), None)
    if meant:
        return meant.search(text) is not None
    words = [w for w in re.findall(r"[a-z]{3,}", name.lower()) if w not in ("the", "and", "for")]
    words = words or re.findall(r"\d[\d/–-]*\d", name)
    lowered = text.lower()
    return bool(words) and all(re.search(rf"\b{re.escape(w)}", lowered) for w in words)
