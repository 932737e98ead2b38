"""Abbreviations and terms one after the other in a paragraph: "ASB – …; IDVA – …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.types import Block, Item, Place
from ingest.wording.identifiers import NOUNS, singular
from ingest.wording.marks import DASHES

LIST_TITLE = re.compile(
    r"\b(?:acronym|abbreviation|glossary|terms|definition|terminolog|short forms"
    r"|words (?:we|used|and)\b|jargon|(?:words|terms|phrases)\b.{0,30}\bmean)",
    re.I,
)
"""What a heading says that terms stand under."""

_OPENER = re.compile(
    r"(?:^|(?<=[.!]\s))(?:list of )?(?:abbreviations|acronyms|glossary)\b[^:.]{0,40}[:.]\s", re.I
)
_SHORT = re.compile(
    rf"^(?P<short>[A-Z][\w&/’'.-]{{1,14}})\s*(?:[–—=:,]|[{DASHES}](?=\s)|\bmeans\b)\s*"
    r"(?P<long>[\w(‘“\"][^;]{2,160}?)[;.]?$"
)
#: "Day crewing means that …", "An on-call firefighter is a person who …".
_MEANS = re.compile(
    r"^(?:(?:An?|The) )?(?P<term>[A-Za-z][\w’'/ -]{2,40}?)(?: in this \w+)? "
    r"(?:means(?: that)?|is (?=an? |the |when |where ))(?P<text>\S?.{15,})$"
)
#: "Appropriate adult: a parent or a trained volunteer …".
_COLON = re.compile(r"^(?P<term>[A-Z][\w’'/ -]{2,40}?)\s?:\s(?P<text>\S.{8,})$")
#: "HVP High Volume Pump": nothing stands between, but the letters are those of the words.
_BESIDE = re.compile(r"^(?P<short>[A-Z][A-Za-z]{1,7})\s+(?P<long>[A-Z][^.;]{4,100})[;.]?$")
_SMALL = frozenset("a an and for in of on or the to".split())
_FEWEST = 2


def run_in(document: str, blocks: Sequence[Block]) -> Iterator[Item]:
    """Give the abbreviations and terms of paragraphs that list them, under a title that says so."""
    spoken = [b for b in blocks if b.kind in ("paragraph", "list_item")]
    for section, own in groupby(spoken, key=lambda b: b.section):
        titled = any(LIST_TITLE.search(title) for title in section[-1:])
        group = list(own)
        runs = [group] if titled else [[b] for b in group if _OPENER.search(b.text)]
        for run in runs:
            yield from _of_run(document, run)


def _of_run(document: str, run: Sequence[Block]) -> Iterator[Item]:
    """Give the terms of paragraphs that are one text, which the page may have cut anywhere."""
    text = " ".join(b.text for b in run)
    opened = _OPENER.search(text)
    text = text[opened.end() :] if opened else text
    parts = re.split(r"(?<=[;.])\s+", text.strip())
    told = {p: _SHORT.match(p) or _by_initials(p) for p in parts}
    short = {p: m for p, m in told.items() if m and is_short(m["short"])}
    # Lines of their own are read elsewhere.
    colons = {p: m for p in parts if (m := _COLON.match(p))} if len(run) == 1 else {}
    first = colons.get(parts[0])
    begins = parts[0] in short or (first is not None and not _names_entries(first["term"]))
    if len(short) < _FEWEST or not begins:
        return
    section = run[0].section
    pages = dict.fromkeys(p.page for b in run for p in b.places)
    for part in parts:
        found, means = short.get(part), colons.get(part) or _MEANS.match(part)
        places = tuple(Place(page, part) for page in pages)
        if found:
            yield glossary_item(document, "acronym", found["short"], found["long"], section, places)
        elif means:
            meaning = means["text"].strip(" .")
            yield glossary_item(document, "definition", means["term"], meaning, section, places)


def _by_initials(part: str) -> re.Match[str] | None:
    """Split "TAW Tactical Adviser (Water)" where each letter begins a word, in order."""
    found = _BESIDE.match(part)
    if found is None:
        return None
    words = [w for w in re.findall(r"[A-Za-z]+", found["long"]) if w.lower() not in _SMALL]
    return found if "".join(w[0] for w in words).upper() == found["short"].upper() else None


def _names_entries(text: str) -> bool:
    """Whether words begin with what entries are called: "ACTION: …"."""
    return singular(text.split(maxsplit=1)[0].lower()) in NOUNS


def is_short(text: str) -> bool:
    """Whether a term looks abbreviated: most letters of its first word are capitals.

    What entries are called is none, however large it is written: "ACTION: …".
    """
    first = text.split(maxsplit=1)[0]
    return not _names_entries(first) and sum(c.isupper() for c in first) >= 2


def glossary_item(
    document: str,
    kind: str,
    term: str,
    meaning: str,
    section: tuple[str, ...],
    places: tuple[Place, ...],
) -> Item:
    """Give an abbreviation or a defined term as an item."""
    acronym = kind == "acronym"
    return Item(
        key=f"{document}#{kind}.{term.lower()}",
        document=document,
        kind="acronym" if acronym else "definition",
        label=kind,
        identifier=term.strip(),
        text=meaning.strip(),
        fields=(),
        parent="",
        parent_text="",
        section=section,
        places=places,
    )
