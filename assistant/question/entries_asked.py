"""Whether a question asks for entries of a register, not for what is only named like them."""

from __future__ import annotations

import re

from assistant.wording import cues
from assistant.wording.statuses import asked_statuses
from ingest.wording.identifiers import NOUNS, singular

_ASKS_FOR_SOME = re.compile(
    r"\b(?:which|what|whose|(?:there|have|has|are|is|were|was) any|any (?:of|that)|anything"
    r"|everything|all|list|how many|number of|show|ones)\b|^\W*any\b",
    re.I,
)
_NOT_A_LIST = re.compile(
    r"^\W*(?:by |to )?(?:when|why|where|who|how(?! many)|what happen)"
    r"|\bwhat (?:did|does|do|has|have) .{2,60}"
    r"\b(?:say|said|conclude[ds]?|find|found|think|ask for)\b",
    re.I,
)
_ACCOUNT = re.compile(
    r"^\W*(?:why|how come)\b(?!.*\b(?:each|which|all)\b)"
    r"|^\W*what (?:did|does|do) .{2,60}?\b(?:conclude|find|think)\b"
    r"|^\W*what(?:['’]?s| is| was) the (?:[\w-]+ )?"
    r"(?:target|baseline|measure|deadline|rating|score|(?:new|revised|due|target) date) "
    rf"(?:for|of)\b(?!.*\b(?:{'|'.join(sorted(NOUNS))})s\b.*\b(?:owned|led|under|due)\b)(?!.*\b(?:each|all|every)\b)"
    r"|^\W*what (?:must|should|has to|needs to|ought to|would) happen\b",
    re.I,
)
#: "Have they finished …": of one thing, unless any or all are asked about.
_OF_ONE = re.compile(
    r"^\W*(?:have|has|had|did|do|does|is|are|was|were) (?:they|we|it|he|she|the \w+)\b"
    r"(?!.*\b(?:any|all|which|how many|every)\b)",
    re.I,
)
#: "How many high risk audits": audits, not risks.
_COUNTS_ELSE = re.compile(
    rf"\bhow many (?:\w+[\s-]+){{0,3}}?(?:{'|'.join(sorted(NOUNS))})[\s-](?!has\b|was\b)"
    r"[a-z]{2,}s\b",
    re.I,
)
#: "A deliverable's date", "does an action get …": any of them is meant, and none in particular.
_OF_ANY = re.compile(
    rf"\b(?:an?|any|each|every) (?:[\w-]+ ){{0,2}}?(?:{'|'.join(sorted(NOUNS))})(?:['’]s)?"
    r"(?=\W*$|\W+(?:get|gets|has|have|is|are|be|may|can|must|will|miss\w*|slip\w*|fall\w*|need\w*"
    r"|owner|lead|date|deadline|status|rating)\b)",
    re.I,
)
#: "What new target was agreed": one thing, by a name that no entry has.
_ONE_THING = re.compile(
    r"^\W*(?:what|which) (?:(?!is|are|was|were|has|have|had|of|the)[\w-]+ ){1,3}?(?:was|is|has)\b",
    re.I,
)
_STATUS_ALONE = re.compile(
    r"^\W*(?:what|which(?: ones?)?|anything)(?:['’]s| is| are| was| were)"
    r"(?: still| now| currently)? (?P<status>[a-z][a-z -]{2,20}?)"
    r"(?=\W*$|\s+(?:in|on|at|under|for|now|today|as)\b)",
    re.I,
)
_AIMED_AT = frozenset({"target", "measure", "indicator"})
_ANY_ENTRY = frozenset("one thing item entry row work status piece anything area line part".split())
_VERB = re.compile(r"(?:are|is|were|was|have|has|had|do|did|will|remain|still|now|ha)$", re.I)
#: Behind a status that is counted, where no other noun follows: "how many red are there".
_SAID_OF_NONE = re.compile(
    r"\W*(?:$|(?:is|are|was|were|have|has|had|do|does|did|there|at|as|in|on|by|to|of|for|from|under|and|or"
    r"|now|still|we|they|it|so|today|this|since|with|yet|currently)\b)",
    re.I,
)
#: What is had and not done, so that no entry that somebody does is meant by it.
_NOT_DONE = frozenset("aim goal objective principle theme area".split())


def asks_for_some(text: str) -> bool:
    """Whether things are asked for, one or many: "which …", "are there any …"."""
    return _ASKS_FOR_SOME.search(text) is not None


def is_of_one(text: str) -> bool:
    """Whether a question asks of one thing when, why or whether, and for no list."""
    return bool(_NOT_A_LIST.match(text) or _OF_ONE.match(text))


def asks_of_any(text: str) -> bool:
    """Whether what holds of any entry is asked, and not of one that the question describes."""
    return _OF_ANY.search(text) is not None


def asks_for_status_alone(text: str) -> bool:
    """Whether nothing but a status says what is asked for: "what is red in the report"."""
    found = _STATUS_ALONE.match(text)
    return found is not None and bool(asked_statuses(found["status"]))


def asks_for_one_thing(text: str) -> bool:
    """Whether "what … was" asks for one thing that is no entry: a target, a sum, a new date."""
    found = _ONE_THING.match(text)
    if found is None:
        return False
    noun = found.group().lower().split()[-2]
    entry = noun in (NOUNS - _AIMED_AT) or noun in _ANY_ENTRY
    return not (noun.endswith("s") or entry)


def asks_for_account(text: str) -> bool:
    """Whether it is asked why something is so, or what somebody found: running text tells it."""
    return _ACCOUNT.search(text) is not None


def asks_for_others(text: str) -> bool:
    """Whether things are asked for by a name that no register has: a project's aims."""
    words = re.findall(r"[a-z]+", text.lower())
    return bool({singular(w) for w in words if w.endswith("s")} & _NOT_DONE)


def counts_else(text: str) -> bool:
    """Whether "how many" is asked of what an entry's noun only describes: risk audits."""
    return _COUNTS_ELSE.search(text) is not None


def counts_unnamed(text: str) -> bool:
    """Whether "how many" may be asked of entries, where nothing in the question names them.

    "How many are red" may be; "how many households" is not.
    """
    counted = re.search(r"\bhow many\s+(?:of\s+(?:the|these|those|them)\s+)?(\w+)", text, re.I)
    if counted is None:
        return True
    after = text[counted.end() :]
    rated = asked_statuses(counted[1]) and _SAID_OF_NONE.match(after)  # "how many ambers"
    return bool(cues.COUNT_NOUN.search(text) or _VERB.match(counted[1]) or rated)
