"""Identifiers of register entries: recognised in any dress and brought to one form.

Documents write 2.6c, 2.6 (c), 2.6.c, B2.4, VAWG-12, Rec 9a, 3.2.1, 24/07 and SO 2(iv); people
asking write them in yet other ways. `canonical` gives the one form that both are compared in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

#: What documents call the entries of their registers, in the singular.
LABELS = (
    "recommendation", "deliverable", "action", "milestone", "objective", "commitment", "priority",
    "measure", "task", "activity", "initiative", "outcome", "goal", "aim", "target", "indicator",
    "requirement", "practice", "step", "decision", "risk", "issue", "principle", "standard",
    "finding", "learning", "project", "workstream", "theme", "strand", "pillar", "area",
    "pledge", "promise", "proposal", "card", "ambition", "mission", "enabler",
    "entry", "item", "point", "ref",
    "reference", "rec", "no", "number",
)  # fmt: skip

#: The labels that are nouns of their own, not "item" or "no.".
NOUNS = frozenset(LABELS[: LABELS.index("item")])

_WRITTEN_OUT = {"rec": "recommendation"}

_LABEL = "|".join(LABELS)
NUMBER_WORDS = tuple(
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty"
    ).split()
)
"""The words for numbers up to twenty; each stands at its own number."""

#: Those that headings and people count by: "Priority Two".
_COUNTED = {word: str(n) for n, word in enumerate(NUMBER_WORDS) if 0 < n <= 10}
_WORD = "|".join(_COUNTED)
#: What follows a number that is said in words and numbers nothing: "Finding. One hundred cases".
_ONWARD = r"[ -](?:hundred|thousand|million|dozen|of|in|out|or|and|more|year|month|week|day)\b"
_SLASHED = (
    r"[A-Z]{1,4}\d{1,3}/[A-Z]{1,3}\d{1,3}|[A-Z]{1,4}(?:/\d{1,4}){1,2}(?:[a-z](?![a-z])|/[ivx]{1,4}\b)?"
    r"|\d{1,4}/\d{1,4}[a-z]?|(?-i:(?!FY|PY|AY|UK|EU|NB)[A-Z]{2,4})\s\d{1,3}/\d{1,3}[a-z]?|[A-Z]{1,4}\d{1,4}/\d{1,4}[a-z]?"
)
_DASHED = r"[A-Z]{1,4}\d{1,2}-\d{1,3}[a-z]?"
_NUMBER = r"\d{1,4}(?:\.\d{1,3})*"
_TAIL = r"(?:\s?\.?\s?\(?(?:[a-z]|[ivx]{1,4})\)?)?"
_PREFIX = r"[A-Z]{1,6}(?:[A-Za-z]{0,4})?(?:[-–_/][A-Z]{1,3})?[-–_/ ]?"

#: A whole cell or word that is an identifier and nothing else.
_WHOLE = re.compile(
    rf"^(?:(?:{_LABEL})s?\.?\s*(?:no\.?|number|#)?\s*)?"
    rf"(?P<id>#?(?:{_SLASHED}|{_DASHED})|(?:{_PREFIX})?{_NUMBER}{_TAIL}|\(?[a-z]\)|[a-z]\.|\([ivx]+\))"
    r"\.?:?$",
    re.IGNORECASE,
)
#: An identifier at the start of a text, with what divides it from the words that follow.
_LEADING = re.compile(
    rf"^(?:(?P<label>{_LABEL})s?\.?(?=[\s\d#(])\s*(?:no\.?|number|#)?\s*)?"
    rf"(?P<id>(?:{_SLASHED}|{_DASHED})(?=[\s:]|$)|(?(label)(?i:{_WORD})\b(?!{_ONWARD})|(?!))|"
    r"(?(label)[A-H](?=[:.)]\s|\s[–—-]\s)|(?!))|"
    rf"(?:[A-Z]{{1,6}}(?:[-–_][A-Z]{{1,3}})?[-–_ ]?)?{_NUMBER}"
    r"(?:\s?\.?\s?\((?:[a-z]|[ivx]{1,4})\)|\.?[a-z](?=[.):\s]|$))?|"
    r"\([a-z]\)|[a-z](?=[.)]\s)|\((?:[ivx]{1,4})\)|[ivx]{1,4}(?=[.)]\s))"
    r"(?P<mark>[.):]*)(?:\s*[-–:]\s+|\s+|$)"
)
#: A date or a year reads like an identifier with a prefix, and is none.
_TIME = re.compile(
    r"^(?:(?:by|from|end|target|baseline|q[1-4]"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|spring|summer|autumn|winter|january|february|march|april|august|september|october|november"
    r"|december)\.?)[\s,]*)+(?:\d{2,4}(?:\s?[/–-]\s?\d{2,4})?)?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(rf"^(?:{_LABEL})s?\b", re.IGNORECASE)
_ROMAN = re.compile(r"^[ivx]+$")


@dataclass(frozen=True, slots=True)
class Leading:
    """An identifier found at the start of a text: the label before it and the rest after it."""

    identifier: str
    label: str
    rest: str
    mark: str


def canonical(identifier: str) -> str:
    """Give the form in which identifiers are compared: "2.6 (c)" and "2.6.c" are both "2.6c"."""
    text = identifier.strip().lower().replace("–", "-").replace("—", "-")
    text = re.sub(rf"^(?:{_LABEL})s?\.?(?=[\s\d#])\s*(?:no\.?|number|#)?\s*", "", text)
    text = _COUNTED.get(text.rstrip(".:"), text)
    text = re.sub(r"[\s()\[\]#_-]+", "", text).rstrip(".:")
    return re.sub(r"\.(?=[a-z])", "", text)


def is_identifier(text: str) -> bool:
    """Whether a cell's whole text is an identifier."""
    bare = text.strip()
    return 0 < len(bare) <= 24 and _WHOLE.match(bare) is not None and not _TIME.match(bare)


def leading(text: str) -> Leading | None:
    """Split "2.6c Review …" or "Recommendation 7: …" into its identifier and the rest."""
    labelled = _LABELLED.match(text)
    probe = text
    if labelled:
        probe = text[: labelled.end()].lower() + text[labelled.end() :]
    found = _LEADING.match(probe)
    if found is None:
        return None
    identifier = re.sub(r"\s+", " ", found["id"]).strip()
    return Leading(
        identifier=identifier.capitalize() if identifier.lower() in _COUNTED else identifier,
        label=singular((found["label"] or "").lower()),
        rest=text[found.end() :].strip(),
        mark=found["mark"],
    )


def is_letter(identifier: str) -> bool:
    """Whether an identifier means nothing without the group it stands in: "c", "(iv)"."""
    bare = identifier.strip("().")
    return (len(bare) == 1 and bare.isalpha()) or bool(_ROMAN.match(bare))


def within(parent: str, identifier: str) -> str:
    """Join a row's letter to its group: "2.6" and "c" are "2.6c"; "SO 2" and "(iv)" "SO 2(iv)"."""
    bare = identifier.strip("(). ")
    if len(bare) == 1 and parent and parent[-1].isdigit():
        return f"{parent}{bare}"
    return f"{parent}({bare})" if parent else identifier


def depth(identifier: str) -> int:
    """How many levels an identifier has: "2" 1, "2.6" 2, "2.6c" 3."""
    text = canonical(identifier)
    tail = 1 if re.search(r"\d[a-z]+$", text) else 0
    return len(re.findall(r"\d+", text)) + tail


def parent_of(identifier: str) -> str:
    """Give the canonical identifier one level up: "2.6c" is under "2.6", "2.6" under "2"."""
    text = canonical(identifier)
    if re.search(r"\d[a-z]+$", text):
        return re.sub(r"[a-z]+$", "", text)
    return text.rpartition(".")[0]


def sort_key(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """Give a key that orders 2.9 before 2.10 and a before b."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.findall(r"\d+|[a-z]+", canonical(identifier))
    )


#: "Recommendation IV"; "I" only where no pronoun can stand.
_ROMAN_SPOKEN = r"[IVX]{2,5}|[VX]|I(?=\W*$|[,.;:?)]|\s(?:is|was|has|and|or|of|on|in|to)\b)"

_SPOKEN = re.compile(
    rf"(?<![\w£$€.])(?P<label>(?:{_LABEL})(?P<many>s)?\.?\s*(?:no\.?|number|#)?\s*)?"
    rf"(?P<id>(?:{_SLASHED})(?![/\d])|(?(many)(?!)|(?:{_DASHED})(?![/\d]))|(?i:[A-Z]{{1,4}}(?:/\d{{1,4}}){{2}})(?![/\d])|"
    r"[A-Ha-h]\((?:[a-z]|[ivx]{1,4})\)|"
    rf"(?(label)(?<=\s)(?:[A-H]|[b-h])(?![\w'’&/.-])|(?!))|"
    rf"(?(label)(?<=\s)(?i:{_WORD})\b(?! of (?:us|them|you|these|those|our|my|its|their)\b)|(?!))|"
    rf"(?(label)(?<=\s)(?:{_ROMAN_SPOKEN})(?![\w'’&/.-]*\w)|(?!))|"
    r"[A-Za-z]{1,6}[-–](?:[A-Za-z]{1,3}[-–]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?(?![\w])|"
    r"[A-Z]{1,6}\s?\d{1,3}(?:\.\d{1,3})*(?:\s?\((?:[a-z]|[ivx]{1,4})\)|[a-z])?(?![\w])|"
    r"\d{1,3}(?:\.\d{1,3})+(?:\s?\.?\s?\((?:[A-Za-z]|[ivxIVX]{1,4})\)|\s?\.?\s?[A-Za-z](?![\w'’]))?|"
    r"\d{1,3}(?:\s?\((?:[A-Za-z]|[ivxIVX]{1,4})\)|[A-Za-z](?![\w'’]))|"
    r"\d{1,3})(?![\w%])"
)
#: "Version 3.1": a document's, and no entry's.
_OF_VERSION = re.compile(
    r"\b(?:versions?|editions?|revisions?|releases?)\s+(?:no\.?\s*|number\s+)?$", re.I
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An identifier-like run of a question: where it is, and the label said before it, if any."""

    identifier: str
    label: str
    start: int
    end: int

    @property
    def strong(self) -> bool:
        """Whether it can hardly be an ordinary number: labelled, dotted, or with letters."""
        return bool(self.label) or not self.identifier.isdigit()


def mentions(question: str) -> tuple[Mention, ...]:
    """Find what may be identifiers in a question, in order; the register decides which are."""
    found = []
    for match in _SPOKEN.finditer(_lower_labels(question)):
        if _OF_VERSION.search(question[: match.start()]):
            continue
        label = re.sub(r"[^a-z]", "", (match["label"] or "").lower().split("no")[0])
        roman = match["id"].isupper() and singular(label) == "number"
        if match["id"].isalpha() and not roman and singular(label) not in NOUNS:
            continue
        found.append(
            Mention(
                identifier=canonical(match["id"]),
                label=singular(label) if label else "",
                start=match.start(),
                end=match.end(),
            )
        )
    return tuple(_with_shared_labels(found, question))


def _with_shared_labels(found: list[Mention], question: str) -> list[Mention]:
    """Give "5" its label in "recommendations 4 and 5"."""
    shared: list[Mention] = []
    for mention in found:
        before = shared[-1] if shared else None
        between = question[before.end : mention.start] if before else ""
        if before and before.label and re.fullmatch(r"\s*(?:,|and|&|or|to|-|–)+\s*", between):
            shared.append(replace(mention, label=mention.label or before.label))
        else:
            shared.append(mention)
    return shared


def singular(word: str) -> str:
    """Give the singular of a label, written out: "recommendations", "recs": "recommendation"."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    bare = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return _WRITTEN_OUT.get(bare, bare)


def _lower_labels(question: str) -> str:
    pattern = re.compile(rf"\b(?:{_LABEL})s?\b", re.IGNORECASE)
    return pattern.sub(lambda m: m.group().lower(), question)
