"""Finds what a document says of itself: title, organisation, kind, date and as-at date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ingest.blocks import Structure
from ingest.catalog import Entry
from ingest.types import Block, DocumentInfo

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_NO_TITLE = re.compile(r"\.(?:docx?|pdf|indd|pptx?)$|^microsoft|untitled", re.I)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2})\b"
)
_AS_AT = re.compile(rf"\bas\s+(?:at|of)\s+(?:the\s+)?(?P<date>{_DATE.pattern}|\d{{4}})", re.I)
_KINDS = (
    ("minutes", r"\bminutes\b"),
    ("progress", r"\b(?:progress|update report|quarterly|annual report|monitoring)\b"),
    ("deep-dive", r"\b(?:deep dive|scrutiny|inspection|audit|review)\b"),
    ("action-plan", r"\baction plan\b"),
    ("needs-assessment", r"\bneeds? assessment\b"),
    ("policy", r"\b(?:policy|procedure|guidance)\b"),
    ("strategy", r"\b(?:strategy|strategic|plan|framework)\b"),
)
_ORGANISATION = re.compile(
    r"\b(?:Office of the )?(?:[A-Z][\w’'&-]+ ){1,5}(?:Police(?: and Crime Commissioner)?"
    r"|Constabulary|Council|Health Board|Fire and Rescue Service|Authority|Trust|Commissioner"
    r"|Government)\b(?: for [A-Z][\w-]+(?: [A-Z][\w-]+)*)?"
)


def describe(
    path: Path,
    structure: Structure,
    metadata: Mapping[str, str],
    entry: Entry,
    sha256: str,
) -> DocumentInfo:
    """Join what the catalogue says with what the document says; the catalogue goes first."""
    opening = [b for b in structure.blocks if b.places and b.places[0].page <= 2][:40]
    title = entry.title or _title(path, opening, metadata)
    return DocumentInfo(
        name=path.name,
        title=title,
        organisation=entry.organisation or _organisation(opening, metadata),
        kind=entry.kind or _kind(f"{title} {path.stem}"),
        date=entry.date or _date(opening, metadata),
        as_of=entry.as_of or _as_of(structure),
        language=entry.language or _language(structure),
        sha256=sha256,
        access=entry.access or "all",
        aliases=entry.aliases,
    )


def _title(path: Path, opening: list[Block], metadata: Mapping[str, str]) -> str:
    given = metadata.get("title", "").strip()
    if len(given) > 5 and not _NO_TITLE.search(given):
        return given
    headings = [b for b in opening if b.kind == "heading" and len(b.text) > 3]
    if headings:
        return min(headings, key=lambda b: b.level).text
    return path.stem.replace("-", " ").replace("_", " ").strip()


def _organisation(opening: list[Block], metadata: Mapping[str, str]) -> str:
    author = metadata.get("author", "").strip()
    if _ORGANISATION.search(author):
        return author
    for block in opening:
        found = _ORGANISATION.search(block.text)
        if found:
            return re.sub(r"^The ", "", found.group())
    return ""


def _kind(text: str) -> str:
    lowered = text.lower().replace("-", " ")
    return next((kind for kind, pattern in _KINDS if re.search(pattern, lowered)), "document")


def _date(opening: list[Block], metadata: Mapping[str, str]) -> str:
    for block in opening[:12]:
        found = _DATE.search(block.text)
        if found and len(block.text) < 160:
            return found.group()
    created = re.match(r"D:(\d{4})(\d{2})?(\d{2})?", metadata.get("creationdate", ""))
    return "-".join(part for part in created.groups() if part) if created else ""


def _as_of(structure: Structure) -> str:
    for text in _where_it_is_said(structure):
        found = _AS_AT.search(text)
        if found:
            return found["date"]
    return ""


def _where_it_is_said(structure: Structure) -> Iterator[str]:
    for table in structure.tables:
        yield from table.header
    yield from (b.text for b in structure.blocks if b.kind == "heading")
    yield from (b.text for b in structure.blocks[:30])


def _language(structure: Structure) -> str:
    """Give `cy` where common Welsh words outnumber English ones, else `en`."""
    words = _words(b.text for b in structure.blocks[:200])
    welsh = sum(w in {"y", "yr", "yn", "ac", "mae", "ar", "i", "o", "gyda", "ein"} for w in words)
    english = sum(w in {"the", "of", "and", "to", "in", "is", "for", "with", "our"} for w in words)
    return "cy" if welsh > english else "en"


def _words(texts: Iterable[str]) -> list[str]:
    return [w for text in texts for w in re.findall(r"[a-z]+", text.lower())]
