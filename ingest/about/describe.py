"""Finds what a document says of itself: title, organisation, kind, date and as-at date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from ingest.about.dating import as_of, date_of, is_date, version_of
from ingest.about.front import Front, front_of
from ingest.about.organisation import bodies_of, is_organisation, organisation_of
from ingest.blocks.structure import Structure
from ingest.catalog import Entry
from ingest.types import Block, DocumentInfo, Page

_SHORTEST_TITLE, _LONGEST_TITLE = 3, 120
_SHORT_TITLE = 2  # words, of which a title line may say more
_OPENING = 4  # blocks
_OPENING_PAGES = 2
_FEWEST_LARGE = 2  # words in capitals above the first heading, more than which are a title

_NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|indd|pptx?|xlsx?)$|^microsoft|untitled|^view pdf$|^print\b|^document\s?\d*$"
    r"|^(?:detailed )?(?:table of )?contents\b|^executive summary\W*$"
    r"|^foreword$|^(?:\d+[.)]? )?introduction$|^(?:agenda )?item\W*(?:no\.?)?\W*\w{0,4}$"
    r"|^report (?:of|by) |^meeting of |^page\b\W*\w{0,4}$"
    r"|^(?:agenda|report|official|public|confidential)\W*$|^dear\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^dear\b[^.]{2,60}$", re.IGNORECASE)
_MESSAGE = re.compile(r"^Subject:\s*(?:(?:FW|Fwd|RE|Re):\s*)*(?P<subject>\S.{3,110})$")
_REMARK = re.compile(
    r"^(?:version|published|approved|agreed|adopted|held|status|draft\W*(?:version.*)?$"
    r"|owner|authors?|proactively|classification|present|apologies)\b"
    r"|\b(?:released|current|curent|as) (?:by|at|as at)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b20\d\d(?:[–/-]\d{2,4})?\b")
_BOXED = re.compile(r"^(?:(?:document|policy|report|plan|publication) )?title$|^subject$", re.I)
#: What the line below a title says, where it was read with it.
_ADOPTED = re.compile(
    r"\s+(?:Adopted|Approved|Agreed|Endorsed|Published|Issued) (?:by|on|in)\b.*$", re.DOTALL
)
_KINDS = (
    ("minutes", r"\bminutes\b|\bnotes? of (?:the |a )?meeting\b|\bmeeting notes?\b"),
    (
        "progress",
        r"\b(?:progress|update report|quarterly|annual report|monitoring report)\b"
        r"|\b(?:quarter|q) ?\d (?:update|report|position|progress)\b"
        r"|\b(?:half|mid|six|year)[ -]?(?:year(?:ly)?|month(?:ly)?|end)\b.{0,20}"
        r"\b(?:update|review|report)\b"
        r"|\bupdate\b(?: (?:on|for|of)\b.*)?$",
    ),
    ("deep-dive", r"\b(?:deep dive|scrutiny|inspection|audit|review)\b"),
    ("action-plan", r"\baction plan\b"),
    ("needs-assessment", r"\bneeds? assessment\b"),
    ("policy", r"\b(?:policy|policies|procedures?|guidance|guidelines?)\b"),
    ("strategy", r"\b(?:strategy|strategic|plan|framework)\b"),
)


def describe(
    path: Path,
    structure: Structure,
    pages: Sequence[Page],
    metadata: Mapping[str, str],
    entry: Entry,
    sha256: str,
) -> DocumentInfo:
    """Join what the catalogue says with what the document says; the catalogue goes first."""
    front = front_of(structure, pages, metadata)
    said = _subject(structure.blocks[:20]) or _title(path, structure, front, metadata)
    title = entry.title or _ADOPTED.sub("", said)
    last = pages[-1].text if len(pages) > 1 else ""
    organisation = entry.organisation or organisation_of(front, metadata, last)
    return DocumentInfo(
        name=path.name,
        title=title,
        organisation=organisation,
        bodies=tuple(b for b in bodies_of(front.lines) if b != organisation),
        kind=entry.kind or _kind(f"{title} {path.stem}"),
        date=entry.date
        or date_of(
            front,
            path,
            metadata,
            "\n".join(p.text for p in pages),
            [b.text for b in structure.blocks[:_OPENING]],
        ),
        as_of=entry.as_of or as_of(front, _headers(structure), _sentences(structure)),
        language=entry.language or _language(structure),
        sha256=sha256,
        access=entry.access or "all",
        aliases=entry.aliases,
        version=version_of(front),
    )


def _title(path: Path, structure: Structure, front: Front, metadata: Mapping[str, str]) -> str:
    """Give the title; a word on a sheet, "Tracker", gives way to the parts of the line below it."""
    title = _titled(path, structure, front, metadata)
    own = [part for part in front.parts if not is_organisation(part)]
    if len(title.split()) <= _SHORT_TITLE and len(own) < len(front.parts):
        return " - ".join(own) or title
    return title


def _titled(path: Path, structure: Structure, front: Front, metadata: Mapping[str, str]) -> str:
    boxed = [t.value for t in front.box if _BOXED.match(t.name) and _names_it(t.value)]
    if boxed:
        return boxed[0]
    given = metadata.get("title", "").strip()
    if len(given) > 5 and _names_it(given) and _stands_there(given, structure, front):
        short = len(given.split()) <= _SHORT_TITLE
        whole = _line_with(given, front) if short else given
        if whole or " " in given:
            return whole or given
    named = [b for b in structure.blocks[:20] if b.text in front.lines and _names_it(b.text)]
    headings = [b for b in named if b.kind == "heading"]
    above = named[: named.index(headings[0])] if headings else []
    large = [b for b in above if b.text.isupper() and len(b.text.split()) > _FEWEST_LARGE]
    if large:
        return large[0].text
    papers = [b for b in above if _is_paper(b) and len(b.text.split()) > _FEWEST_LARGE]
    section = _over_prose(structure.blocks)
    if papers and (headings[0] is section or not _is_paper(headings[0])):
        return papers[0].text
    if headings:
        apart = any(map(_is_paper, headings)) and not (section and _is_paper(section))
        own = [b for b in headings if b is not section] if apart else headings
        return _whole(min(own, key=lambda b: b.level), structure.blocks)
    edges = [line for line in front.running if _names_it(line)]
    running = [line for line in edges if _is_title_like(line)]
    dated = [line for line in edges if _is_title_like(_YEARS.sub("", line))]
    lines = (*running, *(b.text for b in named), *dated)
    if lines:
        return lines[0]
    opening = [b for b in structure.blocks[:40] if b.places and b.places[0].page <= _OPENING_PAGES]
    below = [b for b in opening if b.kind == "heading" and _names_it(b.text)]
    if below and not any(_NO_TITLE.search(b.text) for b in opening if b.kind == "heading"):
        return _whole(min(below, key=lambda b: b.level), structure.blocks)
    return path.stem.replace("-", " ").replace("_", " ").strip()


def _over_prose(blocks: Sequence[Block]) -> Block | None:
    """Give the heading right above the first long paragraph: a section's, where others precede."""
    for above, block in pairwise(blocks):
        if block.kind == "paragraph" and len(block.text) > _LONGEST_TITLE:
            return above if above.kind == "heading" else None
    return None


def _subject(opening: Sequence[Block]) -> str:
    """Give the subject of a letter or a message, empty where there is none.

    It stands below a letter's salutation and behind its name in a message: "Subject: FW: …".
    """
    told = (_MESSAGE.match(line) for block in opening for line in block.text.splitlines())
    subject = next((found["subject"] for found in told if found), "")
    if subject and opening[0].text.startswith("From:"):
        return subject.strip()
    for block, below in pairwise(opening):
        if _SALUTATION.match(block.text) and below.kind == "heading" and _names_it(below.text):
            return below.text
    return ""


def _line_with(given: str, front: Front) -> str:
    """Give the title line that says more than the title a file was given: "Progress report"."""
    longer = (
        line
        for line in (*front.lines, *front.running)
        if len(given) < len(line) <= _LONGEST_TITLE and _names_it(line) and line[-1] not in ".,;"
    )
    said = re.compile(rf"\b{re.escape(given)}\b", re.IGNORECASE)
    return next((line for line in longer if said.search(line)), "")


def _is_paper(block: Block) -> bool:
    """Whether a line says what kind of paper it heads: "Harbour Action Plan 2025 to 2027"."""
    return any(re.search(pattern, block.text.lower()) for _, pattern in _KINDS)


def _names_it(text: str) -> bool:
    """Whether a line can be a title: no organisation's name, date, file or list of contents."""
    other = _NO_TITLE.search(text) or is_organisation(text) or is_date(text)
    return len(text) > _SHORTEST_TITLE and not other and not _REMARK.search(text)


def _is_title_like(line: str) -> bool:
    """Whether a line at the edge of pages reads like a title and not like a remark."""
    return line[:1].isupper() and line[-1] not in ".,;" and not re.search(r"\d|©|www|@|\|", line)


def _stands_there(title: str, structure: Structure, front: Front) -> bool:
    """Whether most of a title's words stand at the document's beginning or edges."""
    wanted = set(_words([title]))
    texts = (*(b.text for b in structure.blocks[:20]), *front.running)
    return 2 * len(wanted & set(_words(texts))) > len(wanted)


def _whole(heading: Block, blocks: Sequence[Block]) -> str:
    """Give a title with the line below it where it ends with a colon."""
    after = blocks[blocks.index(heading) + 1 :][:1]
    if heading.text.rstrip().endswith(":") and after and len(after[0].text) < _LONGEST_TITLE:
        return f"{heading.text} {after[0].text}"
    return heading.text


def _kind(text: str) -> str:
    lowered = text.lower().replace("-", " ").replace("_", " ")
    return next((kind for kind, pattern in _KINDS if re.search(pattern, lowered)), "document")


def _headers(structure: Structure) -> Iterator[str]:
    for table in structure.tables:
        yield from table.header
    yield from (b.text for b in structure.blocks if b.kind == "heading")


def _sentences(structure: Structure) -> Iterator[str]:
    return (b.text for b in structure.blocks[:30])


def _language(structure: Structure) -> str:
    """Give `cy` where common Welsh words outnumber English ones, else `en`."""
    words = _words(b.text for b in structure.blocks[:200])
    welsh = sum(w in {"y", "yr", "yn", "ac", "mae", "ar", "i", "o", "gyda", "ein"} for w in words)
    english = sum(w in {"the", "of", "and", "to", "in", "is", "for", "with", "our"} for w in words)
    return "cy" if welsh > english else "en"


def _words(texts: Iterable[str]) -> list[str]:
    return [w for text in texts for w in re.findall(r"[a-z]+", text.lower())]
