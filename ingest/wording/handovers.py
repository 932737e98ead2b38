"""Sentences that say who has something now: "the lead is now …", "the action passed to …"."""

from __future__ import annotations

import re

from ingest.wording.periods import periods
from ingest.wording.values import is_somebody, is_status

_WORD = r"[A-Z][\w’'&/-]*"
_SMALL = r"(?:(?:of|for|and|the|&) )*"
_NAME = rf"{_WORD}(?: {_SMALL}{_WORD}){{0,6}}"
#: "Perpetua Lang, its Head of Transport" and "the Head of Estates".
_WHO = rf"(?P<who>(?:the )?{_NAME}(?:, (?:its |the |our |their )?{_NAME})?)"
_LEAD = (
    r"(?:lead(?: officer)?|owner|ownership|leadership|(?:senior )?responsible (?:officer|owner)"
    r"|SRO|sponsor)"
)
_IT = (
    rf"(?:(?:the|this|that) (?:action|recommendation|deliverable|milestone|measure|objective|task"
    rf"|commitment|{_LEAD}|responsibility)|it|{_LEAD}|responsibility(?: for (?:it|this))?)"
)
_PASSED = (
    r"(?:(?:has|have|had) (?:now |since |been )*|was |is )?(?:now )?"
    r"(?:passed|moved|transferred|handed(?: over)?|reassigned|gone|went)(?: across| on)?"
    r"(?: from [^.;]{3,90}?)? to"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b(?:[Tt]he |[Ii]ts )?(?i:{_LEAD}) (?:is now|now is|is currently|has become) {_WHO}",
        rf"\b(?:[Tt]he |[Ii]ts )?(?i:new {_LEAD}) (?:is|will be|is to be|becomes) {_WHO}",
        rf"\b(?i:{_IT}) {_PASSED} {_WHO}",
        rf"\b(?i:{_IT}) (?:now )?(?:belongs to|rests with|sits with|lies with|falls to) {_WHO}",
        rf"\b(?:handed|passed|moved|transferred|reassigned|given) {_IT}(?: over)?"
        rf"(?: from [^.;]{{3,80}}?)? to (?:the new (?=[A-Z]))?{_WHO}",
        rf"\b(?:is|are) now (?:led|owned|held) by {_WHO}",
        rf"{_WHO} (?:has (?:now |since |also )*taken (?:it |this |the action |this action )?over"
        r"|(?:has )?took (?:it |this )?over|now (?:leads|owns)"
        rf"|is now the {_LEAD}|(?:becomes|has become|became) the (?:new )?{_LEAD})\b",
        rf"{_WHO} (?:remains|continues as|stays|is still) (?:the |its )?{_LEAD}\b",
        rf"{_WHO} continues to (?:lead|own)\b",
    )
)
#: What opens a sentence, or is passed to and is nobody.
_NOBODY = re.compile(
    r"^(?:The|It|This|That|These|In|On|By|At|From|Since|When|After|Both|Who|Phase|Stage|Part|Year"
    r"|Priority|Theme|Green|Amber|Red)\b"
)
#: "Off track", "Business as usual": how it stands, and nobody.
_STATE = re.compile(r"^(?:the )?(?:Off|On|At|In|Not|Business)\b")


def new_holder(sentence: str) -> str:
    """Give who a sentence says has something now or still, in its own words; "" where none."""
    found = (match["who"] for form in _FORMS for match in form.finditer(sentence))
    return next((who for who in found if _is_who(who)), "")


def _is_who(who: str) -> bool:
    """Whether words name a post, a body or a person of two names, and are no status."""
    if is_status(who.removeprefix("the ")) or _STATE.match(who):
        return False
    if is_somebody(who):
        return True
    return len(who.split()) > 1 and not _NOBODY.match(who) and not periods(who)
