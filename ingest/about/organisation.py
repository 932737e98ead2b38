"""Whose document it is: the body that its title page, edges, boxes or metadata name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ingest.about.front import Front

_WORD = r"(?:[A-ZÀ-Ý][\w’'&-]+|NHS)"
_JOINED = rf"(?:{_WORD}(?: (?:and |& |of |for |the )*))"
_BODY = (
    r"(?:Police(?: and Crime (?:Panel|Commissioner)| Board| Authority)?|Constabulary"
    r"|Council|Health Board|Fire and (?:Rescue|Emergency)(?: (?:Service|Authority))?"
    r"|Fire (?:Service|Brigade)"
    r"|Ambulance Service|Probation Service|(?:Combined )?Authority|Trust|Government"
    r"|Ombudsman|Observatory|Audit Office"
    r"|Safeguarding (?:Children|Adults)(?: (?:Board|Partnership))?"
    r"|Partnership|Commission|Integrated Care Board|Agency|Inspectorate|Ministry"
    r"|University(?! [A-Z]))"
)
_ORGANISATION = re.compile(
    r"(?:Office of the )?Police and Crime Commissioner(?: for (?:[A-Z][\w’'-]+(?: and)? ?){1,3})"
    rf"|\b{_JOINED}{{1,6}}?{_BODY}\b(?! (?:Act|Plan|Strategy|Board|Officer|Policy))"
    r"|\b(?:National Institute|Ministry|Department|College) (?:of|for) (?:(?:and )?[A-Z]\w+ ?){1,5}"
    r"|\bNHS (?:England|Scotland|Wales)\b"
)
_COPYRIGHT = re.compile(r"©\s*(?P<name>[^\d|]{3,60}?)\s*(?:\d{4}|\||$)")
#: A line, or part of one, that is a council's name and nothing else, however long.
_WHOLE_COUNCIL = re.compile(
    r"(?:(?<=\| )|^)(?:[A-ZĀ-Ž][\w’'-]+ ){1,4}"
    r"(?:County|Borough|District|City|Town|Metropolitan|Parish) Council(?= \||$)"
)
_SMALL = frozenset("and of for the in on".split())
_SENTENCE = re.compile(r"(?:If|While|When|This|These|That|In|For|As|All|Our|We)\b")
_COUNCIL = re.compile(
    r"\b(?:[A-Z][\w’'-]+ (?:and |upon )?){1,2}"
    r"(?:County|Borough|District|City|Town|Metropolitan|Parish) Council\b"
)


#: Whom a paper answers, which is not whose it is: "Response to the Care Inspectorate".
_ANSWERED = re.compile(r"\b[Rr]esponses? to (?:the )?.*$")


def organisation_of(front: Front, metadata: Mapping[str, str], last: str) -> str:
    """Give the organisation that a document says it is of; empty where it does not say.

    `last` is the text of its last page, where publishers name themselves.
    """
    author = metadata.get("author", "").strip()
    if _ORGANISATION.search(author):
        return author
    told = [t.value for t in front.box if re.match(r"author|written|owner", t.name, re.IGNORECASE)]
    owned = [found["name"] for found in _COPYRIGHT.finditer(last)]
    for text in (*front.lines, *front.running, *told, metadata.get("company", ""), *owned):
        spoken = _ANSWERED.sub("", _spoken(text))
        whole = _WHOLE_COUNCIL.search(spoken)
        found = whole or _COUNCIL.search(spoken) or _ORGANISATION.search(spoken)
        if found and not _SENTENCE.match(found.group()):
            return _bare(found.group())
    return ""


def bodies_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Give every organisation that lines name, in order."""
    found = (
        _bare(match.group())
        for line in map(_spoken, lines)
        for match in (*_COUNCIL.finditer(line), *_ORGANISATION.finditer(line))
        if not _SENTENCE.match(match.group())
    )
    return tuple(dict.fromkeys(found))


def is_organisation(text: str) -> bool:
    """Whether a line is the name of an organisation and little else."""
    text = _spoken(text)
    found = _ORGANISATION.search(text)
    return found is not None and len(found.group()) > 0.8 * len(text.strip())


def _spoken(text: str) -> str:
    """Give a line set in capitals as it would be written in a sentence."""
    if not text.isupper() or " " not in text:
        return text
    words = (w if w in _SMALL else w.capitalize() for w in text.lower().split())
    return re.sub(r"\bNhs\b", "NHS", " ".join(words))


def _bare(name: str) -> str:
    once = re.sub(r"^.*\b(\w+) \1\b", r"\1", name)  # a name in two languages, run together
    return re.sub(r"^(?:The|Proactively released by|In) ", "", once).strip(" ,.")
