"""What kind of answer a question wants, and whether wording holds one of that kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.wording.counted_noun import number_of
from ingest.wording.identifiers import leading


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of answer: how it is asked for, how it shows, and what showing it is worth."""

    name: str
    cue: re.Pattern[str]
    sign: re.Pattern[str]
    worth: float
    needed: bool  # whether there is no answer without it


def _kind(
    name: str, cue: str, sign: str, worth: float, *, needed: bool, cased: bool = False
) -> Kind:
    return Kind(
        name,
        re.compile(cue, re.IGNORECASE),
        re.compile(sign, 0 if cased else re.IGNORECASE),
        worth,
        needed,
    )


TITLES = (
    r"Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Lord|Baroness|Rt Hon|Rev|Cllr|Councillor|Judge"
    r"|PC|DC|DS|DI|DCI|Det Supt|Sgt|Sergeant|Insp|Inspector|Ch(?:ief)? Insp|Supt|Superintendent"
    r"|Ch(?:ief)? Supt|Chief Constable|Kuia|Kaumātua"
)
"""What stands before people's names."""

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|spring|summer|autumn|winter"
)

KINDS = (
    _kind(
        "reason",
        r"\b(?:why|how come|reasons?|what (?:explains?|caused|led|made|prompted)"
        r"|what(?:'s|s| is| was| has| had) (?:been )?(?:behind|driving|holding|stopping|delaying"
        r"|preventing|blocking|slowing|keeping)|what (?:drove|held|delayed|stopped|prevented)"
        r"|what for)\b",
        r"\b(?:because|due to|as a result|owing to|since|so that|in order to|therefore|hence|led to"
        r"|leads? to|caus\w+|reasons?|prompted|result(?:s|ed|ing|ant)? (?:in|from)|means?|purpose"
        r"|driven by|to ensure|impact|hampers?|identified that)\b",
        1.5,
        needed=False,
    ),
    _kind(
        "number",
        r"\bhow (?:many|much|often|old|big|large|far(?! (?:ha[sd]|have|are|is|along)))\b"
        r"|\bwhat (?:percentage|share"
        r"|proportion|number"
        r"|figure|rate|amount)\b|\bper ?cent of\b|\bpercentage\b|\bthe number of\b",
        r"[£$€]\s?\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|half|thirds?"
        r"|quarter|dozen|hundred|thousand|million|once)\b",
        1.5,
        needed=True,
    ),
    _kind(
        "money",
        r"\b(?:what|how much)\b.{1,80}\b(?:costs?|spen[dt])\b|\bhow much (?:money|funding)\b",
        r"[£$€]\s?\d|\b(?:million|billion|pounds)\b",
        2.0,
        needed=False,
    ),
    _kind(
        "date",
        r"\bwhen(?=\s+(?:was|were|did|will|would|has|have|had|exactly|precisely|about|it|they)\b"
        r"|\W*$)"
        r"|\bwhen(?:['’]?s| is| are| do| does| should| must| can)\b"
        r"(?!.*\b(?:treated|regarded|classed|counted|considered|seen|deemed|taken) as\b)"
        r".*\b(?:due|expected|planned|next"
        r"|scheduled|up for|publish\w*|launch\w*|start\w*|begin\w*|open\w*|clos\w*|held|ready"
        r"|taking place|take place|review\w*|finish\w*|complete\w*|end|deliver\w*|happen\w*)\b"
        r"|\b(?:what (?:date|year|month|day|time|period)|which (?:year|month|date)|how soon"
        r"|how long|how quickly|deadline|(?:since|until|by) when)\b",
        rf"\b(?:{_MONTHS})\b|\b(?:19|20)\d{{2}}\b|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|\bQ[1-4]\b"
        r"|\b(?:hourly|daily|weekly|monthly|annually|annual|quarterly|prior to|as soon as"
        r"|straight away|immediately|years?|months?|weeks?|days?|hours?|minutes?)\b",
        1.5,
        needed=True,
    ),
    _kind(
        "condition",
        r"\bwhen (?:is|are|do|does|can|could|should|must|may)\b",
        rf"\b(?:if|where|when|unless|only|provided|those|not|{_MONTHS})\b|\b(?:19|20)\d{{2}}\b",
        0.5,
        needed=False,
    ),
    _kind(
        "place",
        r"\bwhere(?:abouts)?\b"
        r"|\b(?:which|what) (?:places?|towns?|districts?|locations?|sites?|venues?)\b",
        r"\b(?:in|at|near|across|around|of) (?:the )?[A-Z][a-z]{2,}",
        0.75,
        needed=False,
        cased=True,
    ),
    _kind(
        "recommended",
        r"\b(?:recommend(?:s|ed|ing)?|propos(?:es?|ed|ing)|suggest(?:s|ed)?)\b"
        r"|\bwhat (?:is|are|was|were) the recommendations?\b",
        r"\b(?:recommend|propos|suggest)\w*|\bshould\b",
        1.5,
        needed=False,
    ),
    _kind(
        "progress",
        r"\bhow far\b|\b(?:got|get|come) (?:on|to|along)\b|\bprogress\b"
        r"|\bwhat (?:has |['’]?s )?happened\b",
        r"\b(?:has|have|had) (?:\w+ )?(?:\w+ed|been|begun|met|held|made)\b|\bunder ?way\b"
        r"|\b(?:completed|achieved|ongoing|so far|to date)\b",
        2.0,
        needed=False,
    ),
    _kind(
        "meaning",
        r"\bdefin\w+|\bwhat (?:does|do|is|are|was) .{1,60}\bmean(?:t|s)?\b|\bmean(?:t|s)? by\b"
        r"|\bcounts? as\b|\bclass(?:ed|es) as\b|\bwhat makes\b|\bdescribed (?:under|as|by)\b",
        r"\b(?:refers? to|means?|meaning|defin\w+|is when|known as|described as|quantified as"
        r"|are those|is the \w+|is an?)\b",
        1.0,
        needed=False,
    ),
    _kind(
        "name",
        r"\bnames? of (?:the|our|its|their|that|this)\b|\bwhat(?:['’]s|s| is| was) (?:his|her|their"
        r"|the \w+['’]s) name\b|\bwho chairs?\b|\bwho(?:['’]s|s| is| was) (?:the )?chair",
        rf"\b(?:{TITLES})\.? [A-Z]\w+",
        2.0,
        needed=False,
        cased=True,
    ),
    _kind(
        "person",
        r"\b(?:who|whose|whom|which (?:officer|person|people|board|group|organisations?"
        r"|team|agency))\b",
        r"\b[A-Z][\w’'-]+(?:\s+(?:(?:of|and|for|the|&)\s+)*[A-Z][\w’'-]+)+|\b[A-Z]{3,}\b",
        0.5,
        needed=False,
        cased=True,
    ),
)

_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b", re.IGNORECASE)
_EXACT = 0.5  # what the day itself is worth beside a month or a year


def wanted(question: str) -> list[Kind]:
    """Give the kinds of answer that a question asks for."""
    return [kind for kind in KINDS if kind.cue.search(question)]


def lift(question: str, text: str) -> float:
    """Give what wording gains or loses by holding, or not, the kind of answer asked for."""
    total = 0.0
    numbered = leading(text)
    bare = numbered.rest if numbered and numbered.rest else text
    for kind in wanted(question):
        if kind.sign.search(bare):
            exact = kind.name == "date" and _DAY.search(bare) is not None
            total += kind.worth + (_EXACT if exact else 0.0)
        elif kind.needed:
            total -= kind.worth
    number = number_of(question)
    return total + (_EXACT if number and number.search(text) else 0.0)


def holds_needed(question: str, text: str) -> bool:
    """Whether wording holds every kind of thing without which there is no answer."""
    return all(k.sign.search(text) for k in wanted(question) if k.needed)


def asks_why(question: str) -> bool:
    """Whether a reason is asked for."""
    return any(kind.name == "reason" for kind in wanted(question))


def is_brief(question: str) -> bool:
    """Whether one sentence is enough: a number or a date is asked for, and no reason."""
    names = {kind.name for kind in wanted(question)}
    return bool(names & {"number", "date"}) and "reason" not in names
