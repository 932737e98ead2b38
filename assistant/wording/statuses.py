"""What a status says, whatever word a document or a question has for it.

A document's own word counts first: where its cells say "Closed", "closed" means those. Only where
they don't, words that mean the same stand for one another ("done" for "Complete").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.lexical import tokenise
from ingest.wording.sentences import sentences

#: Meanings, each with the words that people and registers use; the first that fits decides.
_MEANINGS: tuple[tuple[str, str], ...] = (
    (
        "not started",
        r"(?:not|n[o']t|yet to be|to be|have(?:n't| not) been|has(?:n't| not)) (?:yet )?"
        r"(?:start(?:ed)?|beg[iu]n|commenced?)|yet to (?:start|begin)|unstarted"
        r"|nothing (?:(?:has|had) been |was )?(?:done|started)"
        r"|no (?:work|progress) (?:done|made|yet)",
    ),
    ("not due", r"not (?:yet )?due|for the future|scheduled|planned"),
    (
        "in part",
        r"(?:partly|partially|in part|substantially|mostly|largely)\W+(?:complete\w*|implement\w*"
        r"|accept\w*|achiev\w*|agreed|met|done)|(?:complete\w*|implement\w*|accept\w*|achiev\w*"
        r"|agreed|met)\W+(?:only )?(?:in part|partly|partially)",
    ),
    (
        "withdrawn",
        r"supersed\w+|withdr[ae]wn?|cancel\w+|abandon\w+|dropped|stopped|discontinued|removed"
        r"|no longer (?:needed|required|relevant|applicable|a priority)|replaced",
    ),
    (
        "late",
        r"late|overdue|delay\w*"
        r"|behind(?: schedule| time| plan)?(?!\W+(?:the|this|that|it|them|[a-z]+ing)\b)"
        r"|slipp\w+|off[ -](?:track|target)"
        r"|missed|past (?:its|their|the) (?:date|deadline)",
    ),
    ("at risk", r"at risk|in doubt|in jeopardy"),
    (
        "rejected",
        r"(?:not|n't) (?:been )?(?:accept\w+|agreed)|reject\w*|refus\w+|declined"
        r"|turn(?:ed|s)? (?:it |them )?down",
    ),
    (
        "complete",
        r"complet(?:e|ed|ion)|done|clos(?:ed|ure)|achieved|implemented|delivered|finished|fulfilled"
        r"|discharged|concluded|signed off|in place|carried out|wrapped up|finali[sz]ed",
    ),
    ("accepted", r"accept(?:ed|s)?|agreed|approved"),
    (
        "in progress",
        r"in progress|on[ -]?going|under ?way|started|begun|in hand|continuing|being worked on"
        r"|in development|commenced|progressing",
    ),
    ("on track", r"on[ -](?:track|target|schedule|course|time)|(?:going|gone|running) to plan"),
    ("on hold", r"on hold|paused|suspended|deferred|parked|stalled"),
    ("open", r"open|outstanding|live|active|incomplete|unfinished|still to (?:do|be done)"),
    ("red", r"reds?"),
    ("amber", r"ambers?|yellows?"),
    ("green", r"greens?"),
    ("blue", r"blues?"),
)
_PATTERNS = tuple((name, re.compile(rf"\b(?:{words})\b", re.I)) for name, words in _MEANINGS)
_NO_LONGER = frozenset({"complete", "withdrawn"})
_IT_IS = re.compile(
    r"^(?:(?:this|it|that|work|both)(?: action| recommendation)? )?(?:(?:is|was|has been|are) )?"
    r"(?:now )?|^(?:I|we|the \w+(?: \w+)?) (?:do |does |have |has |fully )?(?=accept|agree|reject)",
    re.I,
)
#: When something came to have its status: "Closed 9 January 2024", "Done in October".
_WHEN = re.compile(
    r"\s+(?:(?:this|it|the) ?(?:recommendation)?$|as (?:worded|written|drafted)$"
    r"|(?:in|on|by|since|at|from)\s.*|\d.*|[A-Z][a-z]+ \d.*)$"
)
#: How running text leaves a matter: "… and the recommendation stays open."
_LEFT = re.compile(
    r"\b(?:remains?|stays?|(?:considered|considers .{3,40}) to be|(?:is|are) (?:now|therefore))\s+"
    r"(?P<status>open|closed|discharged|complete[d]?|withdrawn|outstanding|on hold|implemented)"
    r"\W*$",
    re.I,
)
#: How a report tells it of what it has told of: "This pledge is complete", "and is on track".
_STANDS = re.compile(
    r"\b(?:(?:this|the|our) (?:action|pledge|commitment|recommendation|work|deliverable|milestone"
    r"|measure|objective|task) (?:is|has been|was)|(?:it|we|work) (?:is|are|has been|have been)"
    r"|and (?:is|are)|(?:judge|consider) (?:this|it|this \w+) to be)"
    r"(?: (?:now|therefore|still|currently))? (?P<status>complete[d]?|on track|behind schedule"
    r"|at risk|off track|delayed|overdue|not (?:yet )?started|paused|on hold|(?:partly |not )?met"
    r"|(?:partly |not )?implemented|closed|superseded|withdrawn|in progress)"
    r"\b(?! (?:by|with|in|on)\b)",
    re.I,
)
_LETTERS = {"R": "Red", "A": "Amber", "G": "Green", "B": "Blue"}
_NOUNS = frozenset({"closure", "completion"})  # no status in a question: "closure orders"
_AND = re.compile(r"\s+and\s+")
_OPENING = 6  # words of a running text that may be its status
_NOT = re.compile(
    r"\b(?:not|never|isn|aren|wasn|weren|hasn|haven|yet to be|still to be|without being|un)"
    r"(?:['’]?t)?(?:\W+(?:yet|been|be|fully|marked|rated|as|being|all))*\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A status asked for: its meaning, the word that says so, and whether it must not be."""

    meaning: str
    word: str
    denied: bool = False


def opening(value: str) -> str:
    """Give the part of a status cell that is the status: "Complete" of "Complete, six weeks late".

    Of running text it is the first few words before a mark, where they are short enough.
    """
    first = re.split(r"[.,;:()]|\s[–—-]\s|\n", value.strip(), maxsplit=1)[0].strip()
    return first if len(first.split()) <= _OPENING else ""


def in_full(value: str) -> str:
    """Give a rating that is told by a letter, "R" or "G", as the colour it stands for."""
    return _LETTERS.get(value.strip(), value)


def meaning(value: str) -> str:
    """Give what a status means, empty where it is none of the usual ones."""
    head = opening(value)
    found = [
        (match.start(), place, name)
        for place, (name, pattern) in enumerate(_PATTERNS)
        if (match := pattern.search(head))
    ]
    return _first(found)


def meanings(value: str) -> frozenset[str]:
    """Give all that a status means: "Accepted and complete" is both."""
    return frozenset(filter(None, map(meaning, _AND.split(opening(value)))))


def leads_with_status(value: str) -> bool:
    """Whether running text begins with a status: "Complete. Both …", "Closed 9 January 2024."."""
    return _is_status(_head(opening(value)))


def _is_status(head: str) -> bool:
    return bool(head) and all(
        any(pattern.fullmatch(part) for _, pattern in _PATTERNS) for part in _AND.split(head)
    )


def _head(value: str) -> str:
    """Give the words before the first mark, without when or by whom it came to be so."""
    first = re.split(r"[.,;:()]|\s[–—-]\s|\n", value.strip(), maxsplit=1)[0].strip()
    return _WHEN.sub("", _IT_IS.sub("", first))


def status_told(value: str) -> str:
    """Give the status that running text tells: at its beginning, last, or of what it tells of."""
    if leads_with_status(value):
        return value
    last = (sentences(value) or [""])[-1]
    if leads_with_status(last):
        return last
    left = _LEFT.search(last)
    if left:
        return left["status"]
    stands = [m["status"] for m in _STANDS.finditer(value)]
    if stands:
        return stands[-1]
    head = _head(value)  # "Closed by the Inspectorate on 9 June after a review of 80 calls"
    return head if _is_status(head) else ""


def asked_statuses(question: str) -> list[Asked]:
    """Give the statuses that a question speaks of, in order."""
    found: list[tuple[int, int, Asked]] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(question):
            taken = any(a < match.end() and match.start() < b for a, b, _ in found)
            if taken or match.group().lower() in _NOUNS:
                continue
            denied = _NOT.search(question[: match.start()]) is not None
            found.append((match.start(), match.end(), Asked(name, match.group(), denied)))
    return [asked for _, _, asked in sorted(found, key=lambda f: f[0])]


def fits(values: Iterable[str], asked: Asked, *, literally: bool) -> bool:
    """Whether any of an entry's statuses is what is asked for, or none is where it is denied."""
    own = [v for v in values if v]
    if literally:
        held = any(says(v, asked.word) for v in own)
    elif asked.meaning == "open":
        held = bool(own) and not any(meaning(v) in _NO_LONGER for v in own)
    else:
        held = any(asked.meaning in meanings(v) for v in own)
    if not asked.denied:
        return held
    return not held and not any(meaning(v) == "withdrawn" for v in own)


def says(value: str, word: str) -> bool:
    """Whether a status is told in that very word, "Complete" for "completed"."""
    head, wanted = opening(value), tokenise(word)
    return any(tokenise(part) == wanted for part in {head, *_AND.split(head)})


def is_over(values: Iterable[str]) -> bool:
    """Whether nothing remains to be done, by an entry's statuses."""
    return any(meaning(v) in _NO_LONGER for v in values if v)


def _first(found: list[tuple[int, int, str]]) -> str:
    return min(found, key=lambda f: (f[0], f[1]))[2] if found else ""
