"""Sentences as a colleague would say them: the few templates that answers are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.wording.articles import takes_article, with_article
from assistant.wording.cues import number_word
from ingest.items.reported import tells_only_how_it_stands
from ingest.types import DocumentInfo, Field, Item
from ingest.wording.identifiers import leading

_KINDS = {
    "strategy": "strategy",
    "progress": "progress report",
    "deep-dive": "deep dive report",
    "minutes": "minutes",
    "policy": "policy",
    "action-plan": "action plan",
    "needs-assessment": "needs assessment",
}
_LONGEST_NAME = 160
_LEADS = re.compile(r"\b(?:who )?(?:leads?|leading|led by)\b")
_NOBODY = re.compile(
    r"^(?:to be (?:confirmed|appointed|agreed|decided|named)|tb[cad]\b|vacant|none\b|n/?a\b"
    r"|unassigned)",
    re.I,
)


def document_name(info: DocumentInfo) -> str:
    """Name a document in a sentence: "the South Wales strategy"."""
    kind = _KINDS.get(info.kind, "document")
    if not info.aliases:
        return f"“{info.title}”"
    alias = info.aliases[0]
    return f"the {alias}" if kind in alias.lower() else f"the {alias} {kind}"


def capital(text: str) -> str:
    """Give a sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[str], word: str = "and") -> str:
    """Join as in speech: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def item_name(item: Item, *, with_text: bool = True) -> str:
    """Name an entry: "Deliverable 2.6c (Review Drug Testing …)"."""
    label = noun_of(item.label)
    if item.kind == "group" and not item.identifier.isalpha():
        label = f"{label} group"
    name = f"{label} {item.identifier}".strip() if item.identifier else label
    name = capital(f"{item.parent}, {name}" if is_numbered_below(item) else name)
    if not (with_text and item.text) or tells_only_how_it_stands(item):
        return name
    return f"{name} ({shortened(item.text).rstrip('.')})"


def line_name(item: Item) -> str:
    """Name an entry before its line in a list: "2.6c: ", "Action 4: ", nothing without a number."""
    number = item.identifier
    name = item_name(item, with_text=False) if number.isdigit() else number
    return f"{name}: " if name else ""


def is_numbered_below(item: Item) -> bool:
    """Whether an entry's number begins again below each entry it stands under: "Priority Two"."""
    above = leading(item.parent) if item.kind == "entry" and item.identifier.isdigit() else None
    return above is not None and bool(above.label)


def noun_of(label: str) -> str:
    """Give what an entry is called in a sentence: a column named "What we will do" names none."""
    words = label.split()
    named = len(words) < 3 or (len(words) < 5 and " for " in label) or " of " in label
    return label if label not in ("", "entry", "section") and named else "item"


def shortened(text: str, longest: int = _LONGEST_NAME) -> str:
    """Give a text cut at a word where it is long, with a mark of the cut."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def owner_sentence(item: Item, field: Field, names: Sequence[str]) -> str:
    """Say who owns an entry, with the name the document gives the field."""
    if names and _NOBODY.match(names[0]):
        return f"{item_name(item)} has no owner named yet: {field.name} is “{field.value}”."
    who = joined([with_article(n) for n in names])
    value = " ".join(field.value.split())
    if len(names) > 1 and _divides_itself(field.value, names):
        who = f"the {value}" if takes_article(names[0]) or len(names[0].split()) == 1 else value
    word = field.name.strip().lower()
    if "own" in word:
        return f"{item_name(item)} is owned by {who}."
    if _LEADS.fullmatch(word):
        return f"{item_name(item)} is led by {who}."
    if _LEADS.search(word):
        return f"{item_name(item)} is led by {who} ({field.name.strip()})."
    if "responsib" in word or "accountab" in word:
        adjective = "responsible" if "responsib" in word else "accountable"
        verb = "are" if len(names) > 1 else "is"
        return f"{item_name(item)}: {who} {verb} {adjective}."
    if word in ("who", "with", "by whom"):  # a column's name that makes no sentence
        return f"{item_name(item)} is with {who}."
    return f"{item_name(item)}: {field.name} is {field.value}."


def _divides_itself(value: str, names: Sequence[str]) -> bool:
    """Whether a cell divides its names as a sentence does, so that it can be said as it is."""
    between = value
    for name in names:
        between = between.replace(name, "|", 1)
    return re.fullmatch(r"\|(?:(?:,| and| &|, and| with) \|)*", between) is not None


def fields_of_entry(item: Item, longest: int) -> str:
    """Give an entry's fields by their names, but for those of more characters and its own words."""
    told = (f for f in item.fields if f.value and len(f.value) <= longest and f.value != item.text)
    return "; ".join(f"{f.name.strip(': ')}: {' '.join(f.value.split())}" for f in told)


def field_sentence(item: Item, field: Field, value: str) -> str:
    """Say what a field of an entry holds."""
    end = "" if value.rstrip()[-1:] in ".!?…" else "."
    return f"{item_name(item)} – {field.name.strip(': ')}: {value}{end}"


def blank_sentence(item: Item, field_name: str) -> str:
    """Say that an entry is listed and its field is empty."""
    return (
        f"{item_name(item)} is listed, but no {field_name.strip().lower()} is given for it: "
        "the field is empty."
    )


def counted(number: int, noun: str) -> str:
    """Say how many: "three deliverables", "one deliverable"."""
    return f"{number_word(number)} {plural(noun, number)}"


def plural(noun: str, number: int) -> str:
    """Give a noun for a number of things."""
    if number == 1:
        return noun
    first, *rest = noun.split(" for ", 1) if " for " in noun else noun.split(" of ", 1)
    if rest:  # "areas for improvement"
        return f"{plural(first, number)}{noun[len(first) :]}"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun if noun.endswith("s") else noun + "s"


def scope(items: Sequence[Item], infos: Sequence[DocumentInfo]) -> str:
    """Say what a list covers: "in the South Wales strategy" or "in 2 documents"."""
    names = {item.document for item in items}
    own = [info for info in infos if info.name in names]
    if len(own) == 1:
        return f"in {document_name(own[0])}"
    return f"in {len(names)} documents"
