"""What a document can be called: by its title, its file, its body and the places in their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.wording.english import is_common, is_spelled, is_word
from ingest.lexical import folded
from ingest.types import DocumentInfo
from ingest.wording.periods import read_period

GENERIC = frozenset(
    """
    police force commissioner crime office constabulary council county borough city service services
    health board trust authority government welsh public national report plan strategy policy review
    progress annual action deep dive scrutiny update final draft version the and for of to in on a
    with by from following approach document guidance framework programme team department area
    pdf docx html
    """.split()
)
OF_BODIES = GENERIC | frozenset(
    """
    fire rescue ambulance metropolitan district region regional community safety partnership
    policing university hospital hospitals foundation integrated care ministry agency commission
    inspectorate committee panel group emergency brigade
    heddlu cyngor bwrdd iechyd comisiynydd troseddu gwasanaeth tân prifysgol ymddiriedolaeth
    poileas comhairle pirihimana kaunihera
    """.split()
)
"""Words that the names of bodies are made of, and that are no name of one of them."""
SORTS = frozenset(
    """
    fire rescue ambulance council police constabulary force health hospital hospitals university
    prison probation school college charity commissioner safeguarding partnership ministry
    """.split()
)
"""Words of organisations' names that tell sorts of bodies apart."""
DOCUMENT_NOUN = (
    r"(?:strateg(?:y|ies)|reports?|updates?|documents?|plans?|polic(?:y|ies)|annex|reviews?|minutes"
    r"|trackers?|programmes?|bulletins?|frameworks?|guidance|drafts?|papers?|assessments?|audits?"
    r"|standards?|protocols?|procedures?|promises?|statements?|versions?|charters?|pages?|registers?"
    r"|consultations?|surveys?|commentar(?:y|ies)|guides?|guidelines?|summar(?:y|ies)|manuals?"
    r"|handbooks?|evaluations?|logs?)\b"
    # as part of a post's name ("Programme Manager") it calls no document
    r"(?!\s+(?:managers?|leads?|officers?|boards?|teams?|directors?|co-?ordinators?|owners?))"
)
"""A pattern of the nouns that a document is called by: "the custody plan", "the April minutes"."""
_EVERYDAY = 20000  # places in the list of English words
#: Parts of names that are no name alone.
_SHORTEST = 4  # letters of a word that may be a name alone
_LONGEST_NAME = 5  # words before a title's colon that are its name
_DIVIDES = re.compile(r":\s|\s[–—/|-]\s")
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "nhs", "institute"})
_JOINING = frozenset({"and", "upon"})
NOTHING = frozenset(
    "the a an of in on at to for by from with this that our its their and is are was were what"
    " one two three four older newer which who under does do did whole new full own same both"
    " each all about says say".split()
)
#: "The Rope Committee meeting": whose meeting is spoken of.
_MET = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+\s+(?:(?:and|of|for|the)\s+)?){1,6})"
    r"(?i:meeting|board|committee|panel|partnership)\b"
)


def words_of(info: DocumentInfo) -> frozenset[str]:
    """Give the words of a document's title, organisation and file name, and their initials."""
    text = " ".join((info.title, info.organisation, *info.aliases, info.name.rsplit(".", 1)[0]))
    words = re.findall(r"[^\W_]+", text.lower())
    named = (re.findall(r"[^\W_]+", n.lower()) for n in (info.title, info.organisation))
    told = (run for words in named for run in (words, [w for w in words if w not in _SMALL]))
    initials = (
        "".join(w[0] for w in run[n : n + size])
        for run in told
        for size in (3, 4)
        for n in range(len(run) - size + 1)
    )
    return frozenset((*words, *initials)) - NOTHING


def names_of(info: DocumentInfo) -> tuple[str, ...]:
    """Give all that a document is known by: aliases, its body's places, its title and its file."""
    names = {a for a in info.aliases if len(a) > 1}
    names.update(proper_names_of(info.organisation))
    names.update(n for body in info.bodies for n in _places(body))
    names.update(n for n in _places(info.title) if " " in n)
    names.update(_head_name(info.title))
    names.add(info.title)
    names.add(info.name)
    names.add(info.name.rsplit(".", 1)[0])
    return tuple(sorted(n for n in names if n))


def _head_name(title: str) -> tuple[str, ...]:
    """Give the name before a title's colon or dash, where a word of it is in no dictionary."""
    head, mark, _ = _DIVIDES.sub("\n", title).partition("\n")
    words = re.findall(r"[^\W\d_]+", folded(head.lower()))
    named = mark and 1 < len(words) <= _LONGEST_NAME and head[:1].isupper()
    return (head.strip(),) if named and any(not is_word(w) for w in words) else ()


def subjects_of(info: DocumentInfo) -> tuple[str, ...]:
    """Give the single words of a title or file name that can only be names: a place, a drug.

    A question about a document with such a word is about it, so that the word stays in it.
    """
    words = re.findall(r"[^\W\d_]{5,}", f"{info.title} {info.name.rsplit('.', 1)[0]}")
    named = " ".join((info.organisation, *info.bodies, *info.aliases)).lower()
    return tuple(dict.fromkeys(w for w in words if _is_rare(w) and w.lower() not in named))


def sort_of_body(organisation: str) -> frozenset[str]:
    """Give the words of an organisation's name that say what sort of body it is."""
    words = frozenset(re.findall(r"[a-z]+", organisation.lower())) & SORTS
    return words | {"police", "force"} if words & {"police", "constabulary"} else words


def body_met(question: str) -> frozenset[str]:
    """Give the words of the name of the committee or board of which a question speaks."""
    found = _MET.search(question)
    words = _words_in(found["name"]) if found else frozenset[str]()
    return frozenset(w for w in words if not read_period(w.capitalize(), 2000))


def _places(text: str) -> list[str]:
    """Give the names in a title that hold a word which is no English one: "Kōwhai Ridge"."""
    runs = [name.split() for name in proper_names_of(text)]
    begun = [" ".join(run[:n]) for run in runs for n in range(1, len(run) + 1)]
    return [
        name
        for name in begun
        if any(map(_is_rare, re.findall(r"\w+", name))) and name.split()[-1] not in _JOINING
    ]


def _is_rare(word: str) -> bool:
    """Whether a word is no English one, so that it can only be a name."""
    bare = folded(word.lower())
    return len(bare) > _SHORTEST and not is_word(bare) and not is_spelled(bare)


def proper_names_of(organisation: str) -> list[str]:
    """Give the places in an organisation's name: "Dyfed-Powys", "South Wales"."""
    runs: list[list[str]] = [[]]
    words = re.findall(r"[\w’'-]+", organisation)
    for word, after in zip(words, (*words[1:], "")[: len(words)], strict=True):
        joins = word in _JOINING and runs[-1] and _is_own(after)
        if _is_own(word) or joins:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    runs += [run[1:] for run in runs if len(run) > 1 and _is_led(run)]  # "NHS Inverfarrow"
    whole = [" ".join(run) for run in runs if run and " ".join(run).lower() not in _SMALL]
    first = [" ".join(run[:n]) for run in runs for n in range(1, len(run)) if _is_place(run[n - 1])]
    return [
        *whole,
        *(
            f
            for f in first
            if _is_place(f.split()[0]) and len(f) > len("the") and f.lower() not in _SMALL
        ),
    ]


def _is_led(run: Sequence[str]) -> bool:
    """Whether a name that no list of words has stands behind what many bodies are called by."""
    return run[0].lower() in _SMALL and all(map(_is_place, run[1:]))


def _is_own(word: str) -> bool:
    """Whether a word of an organisation's name is of no other such body's."""
    return word[:1].isupper() and word.lower() not in OF_BODIES


def _is_place(word: str) -> bool:
    """Whether a word of a name is no everyday word, so that it can stand for the whole."""
    return not is_common(word.lower(), _EVERYDAY)


def _words_in(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{3,}", folded(name).lower())) - GENERIC
