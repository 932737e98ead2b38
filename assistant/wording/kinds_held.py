"""Whether wording holds the kind of thing that a question asks for: a year's figure, money."""

from __future__ import annotations

import re

from assistant.wording.answer_kinds import TITLES, holds_needed
from ingest.lexical import tokenise
from ingest.wording.sentences import sentences

_SHARE = re.compile(r"\b(?:what|which) (?:percentage|per ?cent|proportion|share)\b", re.I)
_SHARE_SAID = re.compile(
    r"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most|all|none)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of|of) (?:every )?\w+",
    re.I,
)
_IN_SHARES = re.compile(r"\((?:[^()]*\b)?(?:%|per ?cent)", re.I)  # a table's unit, in its caption
_CONTACT = re.compile(
    r"\b(?:phone|telephone|mobile|contact) (?:numbers?|no\.?|details)\b"
    r"|\b(?:e-?mail|postal) address\b"
    r"|\bnumbers? (?:do|can|should|must|would) (?:I|we|you|they|people|someone|anyone) "
    r"(?:ring|call|phone|dial|text)\b|\bnumber to (?:ring|call|phone|dial|text)\b"
    r"|\bwhat(?:['’]s| is| are|s)\b.{0,60}\b(?:e-?mail|postcode|salary|pay grade|phone|mobile)"
    r"(?=\W*$|\s+(?:numbers?|no|address(?:es)?|of|for)\b)",
    re.I,
)
_OF_ELSE = re.compile(r"^\W*(?:why|when|did|does|do|was|were|has|have|how (?:many|much))\b", re.I)
_PAY = re.compile(r"\b(?:salary|wages?|pay grade)\b", re.I)
_PAY_SAID = re.compile(r"\b(?:salar\w+|wages?|pay|paid|grades?)\b", re.I)
_PAY_RATE = re.compile(
    r"[£$€]\s?\d|\d+p\b|\b(?:grade|band|scale|point)s? (?-i:[A-Z]\b|\w*\d)", re.I
)
#: "Of which £6.2 million is for the tug": a sum for something, and not what a thing costs.
_SET_ASIDE = r"[£$€]\s?[\d.,]+ ?(?:million|billion|m|k)? (?:is |was )?(?:set aside )?for\b"
_MONEY = tuple(
    (re.compile(asked, re.I), re.compile(said, re.I))
    for asked, said in (
        (
            r"\bbudget\b",
            r"\b(?:budget|fund|allocat|invest)\w*|" + _SET_ASIDE,
        ),
        (
            r"\b(?:what|how much) .*\b(?:costs?|spend|spent)\b",
            r"\b(?:cost|spen[dt]|pa(?:id|y)|fund|pric|fee|charg)\w*",
        ),
        (
            r"\bhow much\b.*\b(?:worth|paid|pay|charged?|fined?|fines)\b",
            r"\b(?:cost|spen[dt]|pa(?:id|y)|fund|worth|valu|charg|fine[ds]?\b|penalt)\w*",
        ),
        (
            r"\bwhat\b.{1,60}\bcharg(?:es?|ing|ed) (?:us |them |people |you )?for\b",
            r"\b(?:cost|charg|pric|fee|pa(?:id|y))\w*",
        ),
        (
            r"\bwhat (?:did|does|do|has|have|is|was|were) .{1,60}\bpa(?:y|id)\b",
            r"\b(?:cost|spen[dt]|pa(?:id|y)|fund|fee|pric|charg|salar|wage)\w*",
        ),
        (r"\bhow much (?:money|funding)\b", r"\b(?:fund|grant|money|invest|cost)\w*"),
    )
)
#: A sum is asked for, so that "funded by …" is no answer.
_SUM = re.compile(
    r"\bhow much\b|\bin (?:pounds|euros|dollars|cash terms)\b|[£$€]"
    r"|\bwhat(?:['’]?s| is| was| are| were) (?:the|its|their|our) (?:[\w-]+ ){0,3}budget\b",
    re.I,
)
_SUM_SAID = re.compile(
    r"[£$€]|\bmillion|\bbillion|\bhalf\b|\b(?:pounds|euros|dollars)\b|\bfree\b|\bno \w*\s?cost"
)
_COUNTED = re.compile(
    r"\b(?:how many|how much|figure|number|count|toll|total|percentage|rate)\b", re.I
)
_HALVES = re.compile(r"\b(20\d\d)[/–-](?:20)?(\d\d)\b")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_ASKS_WHO = re.compile(r"^\W*(?:who|whose|which (?:people|person|officer|team)|why)\b", re.I)
_PERSON = (
    r"(?:captain|master|officers?|chair\w*|managers?|head|authors?|chief|directors?|inspectors?"
    r"|constables?|doctors?|nurses?|drivers?|skipper|pilot|m[ae]n|wom[ae]n|person|people|victims?"
    r"|leads?|leader|commissioner|superintendent|sergeant|co-?ordinator|secretary|clerk|councillors?"
    r"|minister|owner|holder|advis[eo]r|analyst|worker|teacher|judge|coroner|president|patient|child"
    r"|detective|boy|girl|suspect|defendant|successor|predecessor|deputy)"
)
#: Somebody, with no other noun behind: "the skipper of the boat", not "the driver course".
_OF_SOMEBODY = r"of|for|in|at|on|who|that|to|from|with|we|they|the|he|she|\w+ed|\w+ing"
_SOMEBODY = rf"{_PERSON}\b(?:\W+(?:{_OF_SOMEBODY})\b[^?]{{0,80}})?"
_NAME = re.compile(
    rf"\bwhat(?:['’]?s| is| was)\b.{{0,40}}\b{_SOMEBODY}\s*\bcalled\W*$"
    rf"|\bnames? of (?:[\w’'-]+ ){{0,4}}{_SOMEBODY}(?:\W*$|[,;:]| and\b)"
    rf"|\bwhat(?:['’]s| is) (?:[\w-]+ ){{0,4}}(?:{_PERSON}['’]s|his|her|their) name\b|\bsurname\b",
    re.I,
)


#: "The name of the wellbeing programme", "what is the driver course called".
_NAME_OF_THING = re.compile(
    r"\bnames? of (?P<of>(?:(?!in\b|at\b|for\b|of\b|that\b|which\b|who\b|on\b|to\b|with\b)"
    r"[\w’'-]+\W*)+)"
    r"|\bwhat(?:['’]?s| is| was| are) (?P<called>.{2,60}?) called\b",
    re.I,
)
_CALLED = re.compile(r"\b(?:called|named|known as|titled)\b", re.I)
_NAMED = re.compile(r"(?:(?<=[a-z,] )|(?<=[“‘\"']))[A-Z][\w’'-]+")  # not the first of a sentence


def asks_for_name(question: str) -> bool:
    """Whether somebody's own name is asked for."""
    return _NAME.search(question) is not None


def asks_for_contact(question: str) -> bool:
    """Whether a telephone number, an address or the like is asked for."""
    return _CONTACT.search(question) is not None and not _OF_ELSE.match(question)


def holds_kind(question: str, text: str, dated: str) -> bool:
    """Whether wording holds the kind of thing asked for, of the year asked for if any is.

    `dated` is the wording around it, which may tell the year.
    """
    if not holds_needed(question, text):
        return False
    years = YEAR.findall(question)
    told = text if len(set(YEAR.findall(text))) > 1 else dated  # a row of several years
    if _is_of_another_year(question, told) and _COUNTED.search(question):
        return False
    if (
        years
        and not any(y in told or f"/{y[2:]}" in told for y in years)
        and _COUNTED.search(question)
    ):
        return False
    if _SHARE.search(question):
        return bool(_SHARE_SAID.search(text) or _IN_SHARES.search(dated))
    if _PAY.search(question):
        return bool(_PAY_SAID.search(text) and _PAY_RATE.search(text))
    if asks_for_contact(question):
        return bool(re.search(r"\d{5,}|\d{3,} \d{3,}|@", text))
    spent = () if _ASKS_WHO.match(question) else _MONEY
    money = next((words for cue, words in spent if cue.search(question)), None)
    if money is not None:
        funded = not _SUM.search(question) and re.search(r"\bfund", text) is not None
        return bool((funded or _SUM_SAID.search(text)) and money.search(text))
    return _holds_name(question, text)


def _is_of_another_year(question: str, told: str) -> bool:
    """Whether a year of two halves is asked about, 2024/25, and only others are told."""
    asked, other = set(_HALVES.findall(question)), set(_HALVES.findall(told))
    ends = any(re.search(rf"\bMarch {first[:2]}{last}\b", told) for first, last in asked)
    return bool(asked and other) and not asked & other and not ends


def _holds_name(question: str, text: str) -> bool:
    """Whether wording holds a name of the kind asked for, if one is: somebody's, or a thing's."""
    if asks_for_name(question):
        return bool(re.search(rf"\b(?:{TITLES})\b", text))
    thing = _NAME_OF_THING.search(question)
    if thing is None:
        return True
    asked = {w.lower() for w in re.findall(r"\w+", question)}
    noun = set(tokenise(re.findall(r"\w+", thing["of"] or thing["called"])[-1]))
    said = sentences(text)
    of_it = [s for s in said if noun & set(tokenise(s)) or _CALLED.search(s)]
    told = of_it or [s for s in said if set(tokenise(question)) & set(tokenise(s))]
    return any(w.lower() not in asked for s in told for w in _NAMED.findall(s))
